#include "syntax/tree.h"

#include <gtest/gtest.h>

#include <random>

namespace readout::syntax {
namespace {

/// The plain way, for short sentences: all ways to give heads, of which one root and no cycle.
double best_by_trying(const std::vector<float>& scores, std::size_t size, std::vector<std::uint32_t>& heads,
                      std::size_t next, double sum) {
    if (next == size) {
        std::size_t roots = 0;
        for (std::uint32_t i = 0; i < size; ++i) {
            std::uint32_t at = i;
            for (std::size_t steps = 0; heads[at] != at; at = heads[at]) {
                if (++steps > size) return -1e9;
            }
            roots += heads[i] == i ? 1 : 0;
        }
        return roots == 1 ? sum : -1e9;
    }
    double best = -1e9;
    for (std::uint32_t head = 0; head < size; ++head) {
        heads[next] = head;
        const double score = static_cast<double>(scores[next * size + head]);
        best = std::max(best, best_by_trying(scores, size, heads, next + 1, sum + score));
    }
    return best;
}

double weight_of(const std::vector<std::uint32_t>& heads, const std::vector<float>& scores) {
    double sum = 0;
    for (std::size_t i = 0; i < heads.size(); ++i) sum += static_cast<double>(scores[i * heads.size() + heads[i]]);
    return sum;
}

TEST(Tree, IsTheBestThatThereIs) {
    std::mt19937 random(7);
    std::uniform_real_distribution<float> numbers(-4, 4);
    for (int round = 0; round < 400; ++round) {
        const std::size_t size = 1 + static_cast<std::size_t>(round) % 5;
        std::vector<float> scores(size * size);
        for (float& score : scores) score = numbers(random);
        const std::vector<std::uint32_t> heads = best_tree(scores, size);
        std::vector<std::uint32_t> tried(size);
        EXPECT_NEAR(weight_of(heads, scores), best_by_trying(scores, size, tried, 0, 0), 1e-4) << "round " << round;
    }
}

TEST(Tree, HasOneRootThatAllWordsLeadTo) {
    std::mt19937 random(11);
    std::uniform_real_distribution<float> numbers(-30, 30);
    for (const std::size_t size : {1U, 2U, 9U, 60U, 250U}) {
        std::vector<float> scores(size * size);
        for (float& score : scores) score = numbers(random);
        const std::vector<std::uint32_t> heads = best_tree(scores, size);
        std::size_t roots = 0;
        for (std::uint32_t i = 0; i < size; ++i) {
            roots += heads[i] == i ? 1 : 0;
            std::uint32_t at = i;
            for (std::size_t steps = 0; heads[at] != at; at = heads[at]) ASSERT_LE(++steps, size) << "a cycle";
        }
        EXPECT_EQ(roots, 1U) << "of " << size;
    }
}

}  // namespace
}  // namespace readout::syntax
