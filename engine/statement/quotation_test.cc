#include "statement/quotation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace readout::statement {
namespace {

using record::Block;
using record::BlockKind;

// Blocks are the pieces between empty lines.
std::vector<Block> paragraphs(const std::string& text) {
    std::vector<Block> blocks;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find("\n\n", begin), text.size());
        blocks.push_back(
            {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, BlockKind::kParagraph, ""});
        begin = end + 2;
    }
    return blocks;
}

std::vector<Quote> quotes_of(const std::string& text) {
    return find_quotations(text, paragraphs(text));
}

std::vector<std::string> inner_words(const std::string& text) {
    std::vector<std::string> out;
    for (const Quote& quote : quotes_of(text)) out.emplace_back(text::words_at(text, quote.inner));
    return out;
}

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Quotation, TwoSinglesAndLowMarksLoseAMarkLikeOthers) {
    for (const auto& [open, close] : std::vector<std::pair<std::string, std::string>>{
             {"“", "”"}, {"„", "“"}, {"``", "''"}, {"«", "»"}, {"''", "''"}}) {
        const std::string text = open + "One is lost. Then he said " + open + "two" + close + " and left.";
        EXPECT_THAT(inner_words(text), ElementsAre("One is lost.", "two")) << text;
    }
}

TEST(Quotation, SingleMarksGoOnOverParagraphs) {
    EXPECT_THAT(inner_words("‘We met the owners’ men.\n\n‘Then we left,’ he said."),
                ElementsAre("We met the owners’ men.", "Then we left,"));
    EXPECT_THAT(inner_words("'We met nobody.\n\n'Then we left,' he said."),
                ElementsAre("We met nobody.", "Then we left,"));
}

TEST(Quotation, ThreeSinglesCloseTheInnerOneFirst) {
    EXPECT_THAT(inner_words("''He said 'no.''' She left."), ElementsAre("He said 'no.'", "no."));
}

TEST(Quotation, APossessiveIsPassedOverOnlyForASureMark) {
    EXPECT_THAT(inner_words("The ‘workers’ said the owners’ plan was dead."), ElementsAre("workers"));
    EXPECT_THAT(inner_words("‘The workers’ vote is lost,’ he said."), ElementsAre("The workers’ vote is lost,"));
}

TEST(Quotation, KnowsEachPairOfMarks) {
    EXPECT_THAT(inner_words("He said \"go\" twice."), ElementsAre("go"));
    EXPECT_THAT(inner_words("He said “go” twice."), ElementsAre("go"));
    EXPECT_THAT(inner_words("He said «go» twice."), ElementsAre("go"));
    EXPECT_THAT(inner_words("He said »go« twice."), ElementsAre("go"));
    EXPECT_THAT(inner_words("He said „go“ twice."), ElementsAre("go"));
    EXPECT_THAT(inner_words("He said „go” twice."), ElementsAre("go"));
    EXPECT_THAT(inner_words("He said ``go'' twice."), ElementsAre("go"));
    EXPECT_THAT(inner_words("He said ''go'' twice."), ElementsAre("go"));
    EXPECT_THAT(inner_words("He said ‘go’ twice."), ElementsAre("go"));
    EXPECT_THAT(inner_words("He said 'go' twice."), ElementsAre("go"));
    EXPECT_THAT(inner_words("He said ‚go‘ twice."), ElementsAre("go"));
}

TEST(Quotation, ApostrophesAreNoMarks) {
    EXPECT_THAT(inner_words("It's the farmers' road, isn't it? In the '90s they're gone."), IsEmpty());
    EXPECT_THAT(inner_words("It’s the farmers’ road, isn’t it? In the ’90s they’re gone."), IsEmpty());
}

TEST(Quotation, AnApostropheInsideSingleMarksDoesNotClose) {
    EXPECT_THAT(inner_words("‘The farmers’ road isn’t closed,’ he said."),
                ElementsAre("The farmers’ road isn’t closed,"));
    EXPECT_THAT(inner_words("'The farmers' road isn't closed,' he said."),
                ElementsAre("The farmers' road isn't closed,"));
}

TEST(Quotation, Nests) {
    const std::string text = "“He told me, ‘go home,’ and I went.”";
    const auto quotes = quotes_of(text);
    ASSERT_EQ(quotes.size(), 2u);
    EXPECT_EQ(quotes[0].parent, kNone);
    EXPECT_EQ(quotes[1].parent, 0);
    EXPECT_EQ(text::words_at(text, quotes[1].inner), "go home,");
}

TEST(Quotation, NestsWithTheSameMarks) {
    EXPECT_THAT(inner_words("«He answered, «No.» I was glad.»"), ElementsAre("He answered, «No.» I was glad.", "No."));
}

TEST(Quotation, CarriesOnOverParagraphsThatReopen) {
    const auto quotes = quotes_of("He said: “One.\n\n“Two.\n\n“Three.”\n\nThen he left.");
    ASSERT_EQ(quotes.size(), 3u);
    EXPECT_FALSE(quotes[0].closed);
    EXPECT_EQ(quotes[1].continues, 0);
    EXPECT_EQ(quotes[2].continues, 1);
    EXPECT_TRUE(quotes[2].closed);
}

TEST(Quotation, RunsOnWhenTheNextParagraphCloses) {
    const auto quotes = quotes_of("He said: “One.\n\nTwo.”\n\nThen he left.");
    ASSERT_EQ(quotes.size(), 2u);
    EXPECT_EQ(quotes[1].continues, 0);
}

TEST(Quotation, ALostClosingMarkNeverSwallowsTheDocument) {
    EXPECT_THAT(inner_words("He said: “One.\n\nTwo stands here.\n\nShe said: “Three.”"), ElementsAre("One.", "Three."));
    EXPECT_THAT(inner_words("He said: \"One. Then “two” came."), ElementsAre("One. Then “two” came.", "two"));
    EXPECT_THAT(inner_words("She said “one. He went. She said “two” again."), ElementsAre("one.", "two"));
}

TEST(Quotation, LeavesOutWhatCarriesNoNews) {
    const std::string text = "“Subscribe now”";
    const std::vector<Block> blocks{{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::kChrome, ""}};
    EXPECT_THAT(find_quotations(text, blocks), IsEmpty());
}

// Every quotation lies in its block and in its parent, whatever the marks.
void expect_sound(const std::string& text) {
    const auto blocks = paragraphs(text);
    const auto quotes = find_quotations(text, blocks);
    for (std::size_t i = 0; i < quotes.size(); ++i) {
        const Quote& q = quotes[i];
        EXPECT_TRUE(q.outer.contains(q.inner));
        EXPECT_FALSE(q.inner.empty());
        EXPECT_TRUE(blocks[q.block].span.contains(q.outer));
        if (i > 0) {
            EXPECT_LE(quotes[i - 1].outer.begin, q.outer.begin);
        }
        if (q.parent != kNone) {
            EXPECT_LT(static_cast<std::size_t>(q.parent), i);
            EXPECT_TRUE(quotes[static_cast<std::size_t>(q.parent)].outer.contains(q.outer));
        }
    }
}

TEST(Quotation, AHundredThousandUnbalancedMarks) {
    std::string openers, mixed;
    for (int i = 0; i < 100000; ++i) {
        openers += "“a ";
        mixed += i % 3 == 0 ? "\"a " : i % 3 == 1 ? "‘b. " : "« c";
        if (i % 1000 == 0) mixed += "\n\n";
    }
    expect_sound(openers);
    expect_sound(mixed);
}

}  // namespace
}  // namespace readout::statement
