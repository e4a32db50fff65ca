#include "syntax/runs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

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
    const std::vector<float> scores = {0, 2,  0,  //
                                       1, -1, 0,  // alone: outside
                                       0, 0,  2};
    const auto words = [&](float outside_after_begins) {
        std::vector<float> worths(9);
        worths[1 * 3 + 0] = outside_after_begins;
        const auto runs = RunLabels(labels, worths).best(scores.data(), 3, 3, 0);
        return runs.empty() ? record::Words{} : runs[0].words;
    };
    EXPECT_EQ(words(4), (record::Words{0, 1}));
    EXPECT_EQ(words(-4), (record::Words{0, 3}));
}

/// Which words are in a run in the best of all sequences of labels, tried one by one.
std::vector<bool> best_by_trial(const RunLabels& labels, const std::vector<float>& worths,
                                const std::vector<float>& scores, std::size_t count) {
    const std::size_t n = labels.size();
    std::vector<std::size_t> path(count, 0), best_path;
    float best = -1e9F;
    for (bool more = true; more;) {
        float worth = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const RunLabel label = labels[path[i]], before = i > 0 ? labels[path[i - 1]] : RunLabel{};
            worth += scores[i * n + path[i]] + (i > 0 ? worths[path[i - 1] * n + path[i]] : 0);
            const bool goes_on = before.part != RunLabel::kOutside && before.kind == label.kind;
            if (label.part == RunLabel::kGoesOn && !goes_on) worth = -1e9F;
        }
        if (worth > best) {
            best = worth;
            best_path = path;
        }
        std::size_t at = 0;
        while (at < count && ++path[at] == n) path[at++] = 0;
        more = at < count;
    }
    std::vector<bool> inside;
    for (const std::size_t label : best_path) inside.push_back(labels[label].part != RunLabel::kOutside);
    return inside;
}

TEST(Runs, TheBestOfAllSequencesIsFound) {
    const std::vector<RunLabel> labels = {
        {}, {RunLabel::kBegins, 0}, {RunLabel::kGoesOn, 0}, {RunLabel::kBegins, 1}, {RunLabel::kGoesOn, 1}};
    std::mt19937 random(5);
    std::normal_distribution<float> draw(0, 2);
    for (int round = 0; round < 20; ++round) {
        std::vector<float> worths(25), scores(4 * 5);
        for (float& worth : worths) worth = draw(random);
        for (float& score : scores) score = draw(random);
        const RunLabels runs(labels, worths);
        std::vector<bool> in_run(4, false);
        for (const LabelledRun& run : runs.best(scores.data(), 5, 4, 0)) {
            for (std::uint32_t i = run.words.first; i < run.words.last; ++i) in_run[i] = true;
        }
        EXPECT_EQ(in_run, best_by_trial(runs, worths, scores, 4));
    }
}

TEST(Runs, ThatTouchAreOne) {
    std::vector<record::Words> out = {{0, 2}};
    const std::vector<LabelledRun> runs = {{{2, 3}, 0}, {{3, 6}, 0}, {{7, 8}, 0}};
    add_joined(runs, out);
    EXPECT_EQ(out, (std::vector<record::Words>{{0, 2}, {2, 6}, {7, 8}})) << "what another window gave stays apart";
}

}  // namespace
}  // namespace readout::syntax
