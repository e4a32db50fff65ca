#pragma once
// From scores of the sixteen acts to the likeliest and how likely it is.

#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <string_view>
#include <vector>

#include "learn/aligned.h"
#include "learn/vector_math.h"
#include "record/names.h"
#include "record/syntax.h"

namespace readout::syntax {

constexpr std::size_t kActs = 16;

/// Do the labels begin with the acts, in the record's order?
inline bool are_acts(const std::vector<std::string_view>& labels) {
    for (std::size_t i = 0; i < kActs; ++i) {
        if (i >= labels.size() || labels[i] != record::name_of(static_cast<record::Act>(i))) return false;
    }
    return true;
}

/// REQUIRES: kActs scores.
inline record::Act best_act(std::span<const float> scores) {
    return static_cast<record::Act>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

/// How much of the softmax of the scores the highest one has, in percent, by the exponential that is the same on every
/// CPU. REQUIRES: kActs scores.
inline std::uint8_t share_of_best(std::span<const float> scores) {
    static_assert(kActs % learn::kLanes == 0);
    const float best = *std::max_element(scores.begin(), scores.end());
    alignas(learn::kAlignment) std::array<float, kActs> powers{};
    for (std::size_t i = 0; i < kActs; ++i) powers[i] = scores[i] - best;
    learn::vector_math().exp(powers.data(), powers.size());
    const float share = 1.0F / std::accumulate(powers.begin(), powers.end(), 0.0F);
    return share >= 0 && share <= 1 ? static_cast<std::uint8_t>(share * 100.0F + 0.5F) : 0;  // 0 of no number
}

}  // namespace readout::syntax
