#include "claim/camps.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "claim/sample.h"

namespace readout::claim {
namespace {

Answer answer(std::uint32_t report, std::uint32_t begin, std::string holder) {
    Answer made;
    made.report = report;
    made.span = {begin, begin + 4};
    made.holder = std::move(holder);
    return made;
}

Draft draft(std::string question, std::vector<Answer> yes, std::vector<Answer> no) {
    Draft made;
    made.question = std::move(question);
    made.values = {"yes", "no"};
    made.camps = {std::move(yes), std::move(no)};
    return made;
}

TEST(Camps, JoinsByASharedAnswerWhateverTheOrder) {
    std::vector<Draft> drafts{draft("a", {answer(0, 0, "ex")}, {answer(1, 0, "ey")}),
                              draft("b", {answer(0, 9, "ez")}, {answer(1, 0, "ey")}),
                              draft("c", {answer(2, 0, "eu")}, {answer(2, 9, "ev")})};
    const auto once = join_drafts(drafts);
    std::reverse(drafts.begin(), drafts.end());
    const auto again = join_drafts(drafts);
    ASSERT_EQ(once.size(), 2U);
    ASSERT_EQ(again.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(once[i].question, again[i].question);
        EXPECT_EQ(once[i].camps[0].size(), again[i].camps[0].size());
    }
    EXPECT_EQ(once[0].camps[0].size(), 2U);
}

TEST(Camps, KeepsApartWhatWouldStandOnBothSides) {
    const auto joined = join_drafts({draft("a", {answer(0, 0, "ex")}, {answer(1, 0, "ey")}),
                                     draft("b", {answer(0, 0, "ex"), answer(1, 0, "ey")}, {answer(2, 0, "ez")})});
    EXPECT_EQ(joined.size(), 2U);
}

TEST(Camps, CountsAHolderAndACopyOnce) {
    const record::Reading a = sample::reading_of("a", "One word here.", 0);
    const record::Reading b = sample::reading_of("b", "One word here too.", 0);
    const record::Reading* first = a.report.id < b.report.id ? &a : &b;
    const record::Reading* second = first == &a ? &b : &a;
    record::Copy copy;
    copy.a = a.report.id;
    copy.b = b.report.id;
    const std::vector<record::Copy> copies{copy};
    const StoryView apart({first, second}, {}), joined({first, second}, copies);
    const std::vector<Answer> narration{answer(0, 0, "oa"), answer(1, 0, "ob")};
    EXPECT_EQ(independent_sources(narration, apart), 2);
    EXPECT_EQ(independent_sources(narration, joined), 1);
    EXPECT_EQ(independent_sources({answer(0, 0, "ex"), answer(1, 0, "ex")}, apart), 1);
}

}  // namespace
}  // namespace readout::claim
