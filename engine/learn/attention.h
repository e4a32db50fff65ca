#pragma once
// Attention of the pieces of one window to one another (Vaswani et al. 2017).

#include <cstddef>

#include "learn/aligned.h"
#include "learn/vector_math.h"

namespace readout::learn {

/// Memory for one thread, kept from window to window.
struct AttentionScratch {
    AlignedBuffer<float> keys, values, weights, inverse_sums;
};

/// How rows of queries, keys and values lie side by side: each `heads` times `head_width` numbers, a multiple of
/// kLanes.
struct AttentionShape {
    std::size_t heads = 0, head_width = 0;
    [[nodiscard]] std::size_t width() const { return heads * head_width; }
};

/// Writes `count` rows of width() numbers to `out`. `rows` has 3 * width() numbers a row: queries, keys, values. All of
/// one head stays in the near caches: some 100 KB for 256 rows.
void attend(const VectorMath& math, AttentionShape shape, const float* rows, std::size_t count,
            AttentionScratch& scratch, float* out);

}  // namespace readout::learn
