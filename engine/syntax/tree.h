#pragma once
// The best tree over the words of a sentence: a maximum spanning arborescence with one root (Chu and Liu 1965, Edmonds
// 1967).

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace readout::syntax {

/// The head of each of `size` words, its own index for the root. scores[i * size + j] is how well j heads i; i == j,
/// how well i is the root. Exactly one word is the root and every word leads to it. Cubic time at worst, square where
/// the best heads already are a tree. REQUIRES: size * size finite scores.
std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::size_t size);

}  // namespace readout::syntax
