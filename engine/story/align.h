#pragma once
// Which words of two reports are the same words in the same order.

#include <cstddef>
#include <vector>

#include "story/words.h"

namespace readout::story {

/// Words [a, a + length) of one report equal words [b, b + length) of the other.
struct Match {
    std::size_t a = 0, b = 0, length = 0;
};

/// Longest runs of equal words, found greedily from left to right in `a`: seeds of kSeed words, each taken at the place
/// in `b` that gives the longest run (the earliest of equals). Each word of `a` is used at most once. Seeds that stand
/// at more than kCommon places of `b` are no evidence of copying and are passed over, so the work is linear.
std::vector<Match> align(const std::vector<Word>& a, const std::vector<Word>& b);

inline constexpr std::size_t kSeed = 5;
inline constexpr std::size_t kCommon = 8;

}  // namespace readout::story
