#include "publish/columns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text/utf8.h"

namespace readout::publish {
namespace {

using testing::ElementsAre;

constexpr std::string_view kFlag = "🇫🇷", kFamily = "👩‍👩‍👧", kAccented = "e\u0301";

std::string_view head(std::string_view words, std::size_t columns) {
    return words.substr(0, bytes_that_fit(words, columns));
}

TEST(Columns, CutsBetweenCharacters) {
    EXPECT_EQ(head("abc", 2), "ab");
    EXPECT_EQ(head("abc", 3), "abc");
    EXPECT_EQ(head("会談だ", 3), "会");
    const std::string accents = std::string(kAccented) + std::string(kAccented);
    EXPECT_EQ(head(accents, 1), kAccented);
    const std::string flags = std::string(kFlag) + std::string(kFlag);
    EXPECT_EQ(head(flags, columns_of(flags) - 1), kFlag);
    EXPECT_EQ(head(kFamily, 3), "");
}

TEST(Columns, WrapsAtSpaces) {
    EXPECT_THAT(wrapped("the talks had failed", 9, 9), ElementsAre("the talks", "had", "failed"));
    EXPECT_THAT(wrapped("unconditionally so", 6, 9), ElementsAre("uncond", "itiona", "lly so"));
    EXPECT_THAT(wrapped("", 6, 9), ElementsAre());
}

TEST(Columns, ShortensTheLastLine) {
    EXPECT_THAT(wrapped("the talks had failed", 9, 2), ElementsAre("the talks", "had fail…"));
    EXPECT_THAT(wrapped("the talks had failed", 9, 3), ElementsAre("the talks", "had", "failed"));
    EXPECT_THAT(wrapped("会談だ", 5, 1), ElementsAre("会談…"));
}

TEST(Columns, NoLineIsTooLongOrBroken) {
    std::string words;
    for (int i = 0; i < 40; ++i) {
        words += std::string(kFlag) + " Élan" + std::string(kAccented) + " 会談 " + std::string(kFamily) + "\u200Bx";
    }
    for (std::size_t columns = 6; columns < 30; ++columns) {
        for (const std::string& line : wrapped(words, columns, 50)) {
            EXPECT_LE(columns_of(line), columns) << line;
            EXPECT_TRUE(text::is_valid_utf8(line));
        }
    }
}

}  // namespace
}  // namespace readout::publish
