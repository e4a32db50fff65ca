#include "syntax/windows.h"

#include <gtest/gtest.h>

namespace readout::syntax {
namespace {

/// Words of one letter each, so that a word is a piece.
struct Page {
    std::string text;
    record::Syntax syntax;

    void sentence(std::uint32_t block, std::uint32_t words) {
        const auto first = static_cast<std::uint32_t>(syntax.tokens.size());
        for (std::uint32_t i = 0; i < words; ++i) {
            const auto at = static_cast<std::uint32_t>(text.size());
            text += "a ";
            syntax.tokens.emplace_back().span = {at, at + 1};
        }
        syntax.sentences.push_back({{}, first, first + words, block});
    }
};

const std::vector<std::string_view> kVocabulary = {"[UNK]", "[CLS]", "[SEP]", "a"};

std::vector<PieceWindow> cut(const Page& page, std::size_t room) {
    return cut_windows(page.text, page.syntax, *learn::WordPiece::open(kVocabulary, "test"), room);
}

TEST(Windows, HoldWholeParagraphsWhileTheyFit) {
    Page page;
    page.sentence(0, 3);
    page.sentence(1, 2);
    page.sentence(2, 4);
    const auto windows = cut(page, 8);
    ASSERT_EQ(windows.size(), 2U);
    EXPECT_EQ(windows[0].last, 5U);
    EXPECT_EQ(windows[0].pieces, (std::vector<std::uint32_t>{1, 3, 3, 3, 2, 3, 3, 2}));
    EXPECT_EQ(windows[0].begins, (std::vector<std::uint32_t>{1, 2, 3, 5, 6}));
    EXPECT_EQ(windows[1].pieces, (std::vector<std::uint32_t>{1, 3, 3, 3, 3, 2}));
}

TEST(Windows, CutALongParagraphAtSentencesAndALongSentenceBetweenWords) {
    Page page;
    page.sentence(0, 4);
    page.sentence(0, 4);
    page.sentence(0, 13);
    const auto windows = cut(page, 8);
    std::vector<std::uint32_t> ends;
    for (const PieceWindow& window : windows) {
        EXPECT_LE(window.pieces.size(), 8U);
        ends.push_back(window.last);
    }
    EXPECT_EQ(ends, (std::vector<std::uint32_t>{4, 8, 14, 20, 21}));
}

TEST(Windows, AQuotationMarkHasAShapeOfItsOwn) {
    EXPECT_EQ(piece_shape("“", {MarkSide::kOpens, true}), 7);
    EXPECT_EQ(piece_shape("'", {MarkSide::kCloses, false}), 15);
    EXPECT_EQ(piece_shape("Moscow", {}), 1);
    EXPECT_TRUE(is_quotation_mark(23));
}

}  // namespace
}  // namespace readout::syntax
