#include "syntax/runs.h"

#include <gtest/gtest.h>

namespace readout::syntax {
namespace {

TEST(Runs, NeverGoOnWithoutABeginning) {
    const std::vector<RunLabel> labels = {
        {}, {RunLabel::kBegins, 0}, {RunLabel::kGoesOn, 0}, {RunLabel::kBegins, 1}, {RunLabel::kGoesOn, 1}};
    const std::vector<float> scores = {0, 1, 3, 0, 0,  // best alone: I of kind 0, which nothing began
                                       0, 0, 3, 0, 0,  //
                                       0, 0, 1, 0, 2,  // I of kind 1 behind kind 0
                                       5, 0, 0, 0, 0};
    const std::vector<LabelledRun> runs = RunLabels(labels, std::vector<float>(25)).best(scores.data(), 5, 4, 10);
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_EQ(runs[0].words, (record::Words{10, 13}));
    EXPECT_EQ(runs[0].kind, 0);
}

TEST(Runs, AreWorthWhatTheirTransitionsAre) {
    const std::vector<RunLabel> labels = {{}, {RunLabel::kBegins, 0}, {RunLabel::kGoesOn, 0}};
    const std::vector<float> scores = {0, 2, 0,  //
                                       1, -1, 0,  // alone: outside
                                       0, 0, 2};
    const auto words = [&](float outside_after_begins) {
        std::vector<float> worths(9);
        worths[1 * 3 + 0] = outside_after_begins;
        const auto runs = RunLabels(labels, worths).best(scores.data(), 3, 3, 0);
        return runs.empty() ? record::Words{} : runs[0].words;
    };
    EXPECT_EQ(words(4), (record::Words{0, 1}));
    EXPECT_EQ(words(-4), (record::Words{0, 3}));
}

TEST(Runs, ThatTouchAreOne) {
    std::vector<record::Words> out = {{0, 2}};
    const std::vector<LabelledRun> runs = {{{2, 3}, 0}, {{3, 6}, 0}, {{7, 8}, 0}};
    add_joined(runs, out);
    EXPECT_EQ(out, (std::vector<record::Words>{{0, 2}, {2, 6}, {7, 8}})) << "what another window gave stays apart";
}

}  // namespace
}  // namespace readout::syntax
