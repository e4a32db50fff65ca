#include <gtest/gtest.h>

#include <random>
#include <string>

#include "text/fold.h"
#include "text/offset_map.h"
#include "text/spelling.h"
#include "text/units.h"
#include "text/utf8.h"

namespace readout::text {
namespace {

/// Texts of every UTF-8 length, from a fixed seed.
std::string random_text(std::mt19937& random, std::size_t points) {
    static constexpr char32_t kBorders[] = {0x7F, 0x7FF, 0xD7FF, 0xFFFD, 0x10FFFF};
    std::string out;
    for (std::size_t i = 0; i < points; ++i) {
        char32_t point = static_cast<char32_t>(random() % (kBorders[random() % 5] + 1));
        if (point >= 0xD800 && point < 0xE000) point = U'—';
        append_utf8(out, point);
    }
    return out;
}

TEST(Utf8, RoundTripsAndWalksBackwards) {
    std::mt19937 random(1);
    for (int round = 0; round < 50; ++round) {
        const std::string text = random_text(random, 200);
        ASSERT_TRUE(is_valid_utf8(text));
        std::string again;
        for (std::size_t at = 0; at < text.size();) {
            const Decoded decoded = decode_at(text, at);
            append_utf8(again, decoded.point);
            at += decoded.size;
            ASSERT_EQ(decode_before(text, at).point, decoded.point);
        }
        ASSERT_EQ(again, text);
    }
}

TEST(Utf8, RefusesOverlongSurrogatesAndCutSequences) {
    for (const char* bad : {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80", "\xFF"}) {
        EXPECT_FALSE(is_valid_utf8(bad));
        EXPECT_EQ(decode_at(bad, 0).point, char32_t{0xFFFD});
    }
}

TEST(Units, ConvertBothWaysAtEveryBorder) {
    std::mt19937 random(2);
    for (const std::size_t points : {0U, 1U, 63U, 256U, 257U, 1500U}) {
        const std::string text = random_text(random, points);
        const Units units(text);
        std::uint32_t count = 0, pairs = 0;
        for (std::uint32_t at = 0; at <= text.size();) {
            ASSERT_EQ(units.code_points(at), count);
            ASSERT_EQ(units.utf16(at), pairs);
            ASSERT_EQ(units.byte_of_code_point(count), at);
            ASSERT_EQ(units.byte_of_utf16(pairs), at);
            if (at == text.size()) break;
            const Decoded decoded = decode_at(text, at);
            if (decoded.size == 4) {
                ASSERT_EQ(units.byte_of_utf16(pairs + 1), at);
            }
            at += decoded.size;
            ++count;
            pairs += decoded.size == 4 ? 2 : 1;
        }
        EXPECT_EQ(units.byte_of_code_point(count + 5), text.size());
    }
}

TEST(OffsetMap, RunsTileAndCopiedBytesAreIdentical) {
    std::mt19937 random(3);
    for (int round = 0; round < 200; ++round) {
        const std::string received = random_text(random, 300);
        std::string reading;
        OffsetMap map;
        std::uint32_t at = 0;
        while (at < received.size()) {
            const auto size = std::min(static_cast<std::uint32_t>(1 + random() % 9),
                                       static_cast<std::uint32_t>(received.size()) - at);
            switch (random() % 4) {
                case 0:
                    break;  // left out
                case 1:
                    map.make({at, at + size}, 3);
                    reading += "\xEF\xBF\xBD";
                    break;
                default:
                    map.copy(at, size);
                    reading += received.substr(at, size);
            }
            at += size;
        }
        ASSERT_TRUE(map.holds(reading, received));
        for (const OffsetMap::Run& run : map.runs()) {
            if (!run.copied) continue;
            const Span middle{run.reading.begin + run.reading.size() / 3, run.reading.end - run.reading.size() / 3};
            ASSERT_EQ(words_at(received, map.to_received(middle)), words_at(reading, middle));
        }
        ASSERT_EQ(map.reading_size(), reading.size());
    }
}

TEST(OffsetMap, SaysWhenItDoesNotHold) {
    OffsetMap map;
    map.copy(0, 3);
    EXPECT_TRUE(map.holds("abc", "abcd"));
    EXPECT_FALSE(map.holds("abd", "abcd"));
    EXPECT_FALSE(map.holds("abcd", "abcd"));
}

TEST(Fold, ComparesNamesAcrossSpellings) {
    EXPECT_EQ(fold("Élysée Palace "), "elysee palace");
    EXPECT_EQ(fold("U.S."), "u s");
    EXPECT_EQ(fold("Steingrímur  HERMANNSSON"), "steingrimur hermannsson");
    EXPECT_EQ(fold("“—”"), "");
}

TEST(Spelling, OneForBothEnglishes) {
    EXPECT_EQ(in_british_spelling("Norwegian Defense Ministry"), "Norwegian Defence Ministry");
    EXPECT_EQ(in_british_spelling("ministry of labor"), "ministry of labour");
    EXPECT_EQ(in_british_spelling("Defenseless Centers"), "Defenseless Centers");
    EXPECT_EQ(in_british_spelling(" a  center "), " a  centre ");
    EXPECT_EQ(in_british_spelling("DEFENSE MINISTRY"), "DEFENSE MINISTRY");
    EXPECT_EQ(in_british_spelling(""), "");
}

}  // namespace
}  // namespace readout::text
