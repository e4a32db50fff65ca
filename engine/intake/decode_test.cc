#include "intake/decode.h"

#include <gtest/gtest.h>

#include <random>

#include "text/utf8.h"

namespace readout::intake {
namespace {

using record::NoteKind;

constexpr std::size_t kPlenty = 1 << 20;

std::size_t notes_of(const DecodedText& decoded, NoteKind kind) {
    std::size_t count = 0;
    for (const auto& note : decoded.notes) count += note.kind == kind;
    return count;
}

/// In a copied run the bytes are the same, and the runs tile the text.
void expect_traceable(const DecodedText& decoded, std::string_view received) {
    EXPECT_TRUE(decoded.map.holds(decoded.text, received));
    EXPECT_TRUE(text::is_valid_utf8(decoded.text));
    for (const auto& note : decoded.notes) {
        EXPECT_LE(note.span.begin, note.span.end);
        EXPECT_LE(note.span.end, decoded.text.size());
    }
}

TEST(Decode, KeepsPlainTextAsItIs) {
    const std::string bytes = "  Caf\u00E9 talks \n\n end\n ";
    const DecodedText decoded = decode(bytes, kPlenty, false);
    EXPECT_EQ(decoded.text, bytes);
    EXPECT_TRUE(decoded.notes.empty());
    EXPECT_EQ(decoded.map.runs().size(), 1U);
    expect_traceable(decoded, bytes);
}

TEST(Decode, DropsTheByteOrderMark) {
    const std::string bytes = "\xEF\xBB\xBFMarc";
    const DecodedText decoded = decode(bytes, kPlenty, false);
    EXPECT_EQ(decoded.text, "Marc");
    EXPECT_EQ(decoded.map.to_received({0, 4}), (text::Span{3, 7}));
    expect_traceable(decoded, bytes);
}

TEST(Decode, MakesOneLineEndOfCrLfAndOfCr) {
    const std::string bytes = "a\r\nb\rc\r\r\nd\r";
    const DecodedText decoded = decode(bytes, kPlenty, false);
    EXPECT_EQ(decoded.text, "a\nb\nc\n\nd\n");
    EXPECT_EQ(decoded.map.to_received({1, 2}), (text::Span{1, 3}));
    EXPECT_EQ(decoded.map.to_received({2, 3}), (text::Span{3, 4}));
    expect_traceable(decoded, bytes);
}

TEST(Decode, ShowsUndecodableBytesAndNotesThem) {
    const std::string bytes =
        "ab\xFF\xFE"
        "cd \xC3\x28 e";
    const DecodedText decoded = decode(bytes, kPlenty, false);
    EXPECT_EQ(decoded.text, "ab\uFFFD\uFFFDcd \uFFFD( e");
    ASSERT_EQ(notes_of(decoded, NoteKind::kBadEncoding), 2U);
    EXPECT_EQ(decoded.notes[0].span, (text::Span{2, 8}));
    EXPECT_EQ(decoded.map.to_received({2, 8}), (text::Span{2, 4}));
    expect_traceable(decoded, bytes);
}

TEST(Decode, LeavesOutNulBytesWithOneNote) {
    const std::string bytes("a\0b\0c", 5);
    const DecodedText decoded = decode(bytes, kPlenty, false);
    EXPECT_EQ(decoded.text, "abc");
    EXPECT_EQ(notes_of(decoded, NoteKind::kBadEncoding), 1U);
    expect_traceable(decoded, bytes);
}

TEST(Decode, ReadsUtf16WithAndWithoutMark) {
    std::string bytes = "\xFF\xFE";
    const std::string letters = "Talks end in Oslo";
    for (const char c : letters) bytes += {c, '\0'};
    EXPECT_EQ(decode(bytes, kPlenty, false).text, letters);
    EXPECT_EQ(decode(bytes.substr(2), kPlenty, false).text, letters);
    const std::string pair("\xFE\xFF\xD8\x3D\xDE\x00", 6);
    const DecodedText smile = decode(pair, kPlenty, false);
    EXPECT_EQ(smile.text, "\U0001F600");
    EXPECT_EQ(smile.map.to_received({0, 4}), (text::Span{2, 6}));
    expect_traceable(smile, pair);
}

TEST(Decode, GuessesAnotherCharsetAndSaysSo) {
    std::string bytes;
    for (int i = 0; i < 20; ++i)
        bytes += "\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2 \xF1\xEA\xE0\xE7\xE0\xEB, \xF7\xF2\xEE ";
    const DecodedText decoded = decode(bytes, kPlenty, false);
    EXPECT_TRUE(decoded.text.starts_with("Президент сказал, что "));
    EXPECT_EQ(notes_of(decoded, NoteKind::kBadEncoding), 1U);
    expect_traceable(decoded, bytes);
}

TEST(Decode, CutsAtTheLimitOnACodePointBorder) {
    const std::string bytes = "abc\u20AC\u20AC\u20AC";
    const DecodedText decoded = decode(bytes, 8, false);
    EXPECT_EQ(decoded.text, "abc\u20AC");
    EXPECT_EQ(notes_of(decoded, NoteKind::kLimit), 1U);
    EXPECT_EQ(notes_of(decoded, NoteKind::kTruncated), 1U);
    expect_traceable(decoded, bytes);
}

TEST(Decode, NotesOfAHostileTextAreFew) {
    std::string bytes;
    for (int i = 0; i < 100'000; ++i) bytes += "\xFF ";
    const DecodedText decoded = decode(bytes, kPlenty, false);
    EXPECT_LE(decoded.notes.size(), 20U);
    expect_traceable(decoded, bytes);
}

TEST(DecodeProperty, AnyBytesAreTraceable) {
    std::mt19937 random(7);
    const std::string pieces[] = {"abc",
                                  "\r",
                                  "\n",
                                  "\xC3\xA9",
                                  "\xFF",
                                  "\xE2\x82",
                                  std::string(1, '\0'),
                                  " ",
                                  "\xF0\x9F\x98\x80",
                                  "\xED\xA0\x80",
                                  "\xEF\xBB\xBF",
                                  "\x80"};
    for (int round = 0; round < 3000; ++round) {
        std::string bytes;
        const auto count = random() % 30;
        for (std::size_t i = 0; i < count; ++i) bytes += pieces[random() % std::size(pieces)];
        const std::size_t limit = round % 3 == 0 ? random() % 40 : kPlenty;
        const DecodedText decoded = decode(bytes, limit, false);
        ASSERT_LE(decoded.text.size(), limit);
        ASSERT_EQ(decoded.text.find('\r'), std::string::npos);
        ASSERT_EQ(decoded.text.find('\0'), std::string::npos);
        expect_traceable(decoded, bytes);
        if (testing::Test::HasFailure()) return;
    }
}

}  // namespace
}  // namespace readout::intake
