#include "syntax/pair_head.h"

#include <algorithm>
#include <cstdlib>

namespace readout::syntax {
namespace {

/// Distances in words: up to six each for itself, then two steps a doubling, the last for all that is farther.
constexpr std::array<std::int64_t, 9> kSteps = {9, 12, 17, 24, 34, 48, 68, 96, 136};
constexpr std::int64_t kMiddle = 16, kNear = 6, kBuckets = 32;

std::size_t bucket_of(std::int64_t distance) {
    const std::int64_t size = std::abs(distance);
    const std::int64_t step =
        size <= kNear ? size : kNear + (std::upper_bound(kSteps.begin(), kSteps.end(), size) - kSteps.begin());
    return static_cast<std::size_t>(distance < 0 ? kMiddle - step : kMiddle + step);
}

}  // namespace

base::Result<PairHead> PairHead::open(const learn::NetworkFile& file, const std::string& prefix, std::size_t labels) {
    PairHead head;
    const std::size_t width = file.shape().width;
    head.left_ = RO_TRY(learn::Linear::open(file, prefix + "_left", 0, width));
    head.right_ = RO_TRY(learn::Linear::open(file, prefix + "_right", head.left_.outputs(), width));
    const std::size_t hidden = head.hidden();
    const learn::Tensor distances =
        RO_TRY(file.floats(prefix + "_distance", static_cast<std::size_t>(kBuckets), hidden));
    const learn::Tensor out = RO_TRY(file.floats(prefix + "_out.weight", labels, hidden));
    const learn::Tensor bias = RO_TRY(file.floats(prefix + "_out.bias", 1, labels));
    const learn::Tensor product = RO_TRY(file.floats(prefix + "_product.weight", labels, hidden));
    if (labels > kMaxLabels) return file.wrong("it has too many labels for pairs of words");
    head.distances_.assign(distances.floats.begin(), distances.floats.end());
    head.out_.resize(hidden);
    head.product_.resize(hidden);
    for (std::size_t label = 0; label < labels; ++label) {
        head.bias_[label] = bias.floats[label];
        for (std::size_t k = 0; k < hidden; ++k) {
            head.out_[k][label] = out.floats[label * hidden + k];
            head.product_[k][label] = product.floats[label * hidden + k];
        }
    }
    return head;
}

void PairHead::project(const learn::QuantisedRows& rows, learn::AlignedBuffer<float>& left,
                       learn::AlignedBuffer<float>& right) const {
    left.reserve(rows.count() * hidden());
    right.reserve(rows.count() * hidden());
    left_.apply(rows, learn::Finish::kNone, left.data(), hidden());
    right_.apply(rows, learn::Finish::kNone, right.data(), hidden());
}

void PairHead::score(const float* left, const float* right, std::int64_t distance, std::span<float> out) const {
    std::array<float, kMaxLabels> sums = bias_;
    const float* away = distances_.data() + bucket_of(distance) * hidden();
    for (std::size_t k = 0; k < hidden(); ++k) {
        const float sum = std::max(0.0F, left[k] + right[k] + away[k]), product = left[k] * right[k];
        for (std::size_t label = 0; label < kMaxLabels; ++label) {
            sums[label] += sum * out_[k][label] + product * product_[k][label];
        }
    }
    std::copy_n(sums.begin(), out.size(), out.begin());
}

}  // namespace readout::syntax
