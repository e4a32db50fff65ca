#include "learn/attention.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace readout::learn {
namespace {

constexpr std::size_t kBlock = 24;  // queries at a time; a multiple of what the loops take at once

/// keys[d, j] = key j's number d, scaled: sums over d then run along the rows.
void turn_keys(const float* rows, std::size_t row_stride, std::size_t count, std::size_t head_width, float scale,
               float* keys, std::size_t stride) {
    for (std::size_t j = 0; j < count; ++j) {
        for (std::size_t d = 0; d < head_width; ++d) keys[d * stride + j] = rows[j * row_stride + d] * scale;
    }
}

}  // namespace

void attend(const VectorMath& math, AttentionShape shape, const float* rows, std::size_t count,
            AttentionScratch& scratch, float* out) {
    const std::size_t width = shape.width(), row_stride = 3 * width, head = shape.head_width;
    // Rows of keys a power of two apart would fall on few lines of the nearest cache.
    const std::size_t columns = round_up(count, kLanes), stride = columns + kLanes;
    const float scale = 1.0F / std::sqrt(static_cast<float>(head));
    scratch.keys.reserve(head * stride);
    scratch.values.reserve(head * count);
    scratch.weights.reserve(kBlock * stride);
    scratch.inverse_sums.reserve(kBlock);
    float* weights = scratch.weights.data();
    for (std::size_t h = 0; h < shape.heads; ++h) {
        const float* queries = rows + h * head;
        turn_keys(queries + width, row_stride, count, head, scale, scratch.keys.data(), stride);
        for (std::size_t j = 0; j < count; ++j) {
            std::memcpy(scratch.values.data() + j * head, queries + 2 * width + j * row_stride, head * sizeof(float));
        }
        for (std::size_t i = 0; i < count; i += kBlock) {
            const std::size_t block = std::min(kBlock, count - i);
            math.product(queries + i * row_stride, row_stride, scratch.keys.data(), stride, weights, stride, block,
                         head, columns);
            math.softmax(weights, stride, block, count, scratch.inverse_sums.data());
            float* context = out + i * width + h * head;
            math.product(weights, stride, scratch.values.data(), head, context, width, block, count, head);
            for (std::size_t r = 0; r < block; ++r) {
                const float inverse = scratch.inverse_sums.data()[r];
                for (std::size_t d = 0; d < head; ++d) context[r * width + d] *= inverse;
            }
        }
    }
}

}  // namespace readout::learn
