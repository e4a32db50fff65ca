#include "learn/wordpiece.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace readout::learn {
namespace {

const std::vector<std::string_view>& vocabulary() {
    static const std::vector<std::string_view> pieces = {
        "[PAD]", "[UNK]", "[CLS]", "[SEP]", "un", "##aff", "##able", "aff", "run",    "##ning", "\"", "'",
        "-",     ".",     "a",     "##a",   "e",  "##e",   "e2",     "zu",  "##rich", "中",     "国", "ᄀ",
        "##ᅡ",   "α",     "##ς",   "##σ",   "$",  "5",     "##5",    "i",   "##ss",   "ß",      "##i"};
    return pieces;
}

/// The pieces of a word, spelt out.
std::string cut(std::string_view word) {
    static const auto pieces = WordPiece::open(vocabulary(), "m.bin");
    std::vector<std::uint32_t> out = {7};
    const std::size_t count = pieces->pieces(word, out);
    EXPECT_EQ(count + 1, out.size());
    EXPECT_EQ(out[0], 7u);
    std::string spelt;
    for (std::size_t i = 1; i < out.size(); ++i) spelt += (i > 1 ? " " : "") + std::string(vocabulary()[out[i]]);
    return spelt;
}

TEST(WordPiece, TakesTheLongestPieceFirst) {
    EXPECT_EQ(cut("unaffable"), "un ##aff ##able");
    EXPECT_EQ(cut("Running"), "run ##ning");
    EXPECT_EQ(cut("RUN"), "run");
    EXPECT_EQ(cut("unx"), "[UNK]");
    EXPECT_EQ(cut(""), "[UNK]");
}

TEST(WordPiece, CutsAtMarks) {
    EXPECT_EQ(cut("un-aff"), "un - aff");
    EXPECT_EQ(cut("$5.5"), "$ 5 . 5");
    EXPECT_EQ(cut("x-5"), "[UNK] - 5");
    EXPECT_EQ(cut("中国a"), "中 国 a");
    EXPECT_EQ(cut("un aff un"), "un aff un");
    EXPECT_EQ(cut("un\u00A0aff"), "un aff");
}

TEST(WordPiece, MakesTypographyPlain) {
    for (const char* mark : {"\"", "“", "”", "„", "«", "»", "‟", "``", "''", "＂"}) EXPECT_EQ(cut(mark), "\"") << mark;
    for (const char* mark : {"'", "‘", "’", "‚", "‹", "›", "`"}) EXPECT_EQ(cut(mark), "'") << mark;
    for (const char* mark : {"-", "–", "—", "‒", "―", "−"}) EXPECT_EQ(cut(mark), "-") << mark;
    EXPECT_EQ(cut("…"), ". . .");
    EXPECT_EQ(cut("un’a"), "un ' a");
    EXPECT_EQ(cut("a''a"), "a ' ' a");
}

TEST(WordPiece, DropsMarksAndCase) {
    EXPECT_EQ(cut("Zürich"), "zu ##rich");
    EXPECT_EQ(cut("Zu\u0308rich"), "zu ##rich");
    EXPECT_EQ(cut("é"), "e");
    EXPECT_EQ(cut("가"), "ᄀ ##ᅡ");
    EXPECT_EQ(cut("ΑΣ"), "α ##ς");
    EXPECT_EQ(cut("İ"), "i");
    EXPECT_EQ(cut("ß"), "ß");
}

TEST(WordPiece, DropsWhatIsNoText) {
    EXPECT_EQ(cut("r\u200Bun\u00AD"), "run");
    EXPECT_EQ(cut(std::string_view("r\0u\x01n", 5)), "run");
    EXPECT_EQ(cut("r\tun"), "run");
    EXPECT_EQ(cut("r\xFFun"), "[UNK]");
    EXPECT_EQ(cut("\uFFFD"), "[UNK]");
    EXPECT_EQ(cut("\xE4\xB8"), "[UNK]");
}

TEST(WordPiece, IsBounded) {
    EXPECT_EQ(cut("aaaaaaaaaaaa"), "a ##a ##a ##a ##a ##a ##a ##a");
    EXPECT_EQ(cut(std::string(100, 'a')).substr(0, 5), "a ##a");
    EXPECT_EQ(cut(std::string(101, 'a')), "[UNK]");
    EXPECT_EQ(cut(std::string(1000000, 'a')), "[UNK]");
    EXPECT_EQ(cut(std::string(100, '-')), "- - - - - - - -");
    std::string far;
    for (int i = 0; i < 101; ++i) far += "\U0001F600";
    EXPECT_EQ(cut(far), "[UNK]");
}

TEST(WordPiece, NeedsItsSpecialPieces) {
    EXPECT_FALSE(WordPiece::open({"a", "[UNK]"}, "m.bin").has_value());
    const auto wrong = WordPiece::open({}, "m.bin");
    ASSERT_FALSE(wrong.has_value());
    EXPECT_NE(wrong.error().message.find("m.bin: the vocabulary lacks [UNK]"), std::string::npos);
    const auto right = WordPiece::open(vocabulary(), "m.bin");
    EXPECT_EQ(right->unknown(), 1u);
    EXPECT_EQ(right->begin(), 2u);
    EXPECT_EQ(right->separator(), 3u);
}

}  // namespace
}  // namespace readout::learn
