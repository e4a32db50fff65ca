#pragma once
// Arithmetic on rows of f32 whose results are the same, bit for bit, on every CPU: sixteen lanes, one order of
// additions, fused multiplications only where the source says so, and an exponential and a GELU of our own.

#include <cstddef>
#include <cstdint>

#include "learn/cpu.h"

namespace readout::learn {

/// Rows and vectors that lie in memory as whole lanes have a length that is a multiple of this.
constexpr std::size_t kLanes = 16;

[[gnu::always_inline]] constexpr std::size_t round_up(std::size_t value, std::size_t step) {
    return (value + step - 1) / step * step;
}

/// How quantised numbers lie in memory: as the kernel of the product wants them.
enum class RowType : unsigned char { kInt16, kUint8, kInt8 };  // kUint8 is the number + 128

/// What becomes of a product of whole numbers: y = product * (row scale * column scale) + bias; then nothing, GELU, or
/// the addition of what stood in the place before.
enum class Finish : unsigned char { kNone, kGelu, kAdd };

/// A block of a product of whole numbers.
struct Int32Tile {
    const std::int32_t* values;
    std::size_t stride, rows, columns;  // stride and columns: multiples of kLanes
};

/// One set of functions; none allocates, and all may be called by many threads at once. Strides count elements.
struct VectorMath {
    /// out[m, n] = sum over k = 0, 1, 2 … of a[m, k] * b[k, n], each step fused. REQUIRES: columns a multiple of
    /// kLanes.
    void (*product)(const float* a, std::size_t a_stride, const float* b, std::size_t b_stride, float* out,
                    std::size_t out_stride, std::size_t rows, std::size_t depth, std::size_t columns);
    /// Sum of a[i] * b[i]; `size` may be any.
    float (*dot)(const float* a, const float* b, std::size_t size);
    /// Replaces each row by exp(row - its largest) and writes 1 / the sum to `inverse_sums`. What lies between
    /// `columns` and the next multiple of kLanes is overwritten.
    void (*softmax)(float* rows, std::size_t stride, std::size_t count, std::size_t columns, float* inverse_sums);
    /// row = (row - mean) / sqrt(variance + 1e-12) * weight + bias. REQUIRES: width a multiple of kLanes.
    void (*layer_norm)(float* rows, std::size_t count, std::size_t width, const float* weight, const float* bias);
    /// Writes round(row * 127 / largest), halves to even, and the scale largest / 127 (0 for a row of nothing, or of
    /// numbers below 1e-30). `size` may be any.
    float (*quantise)(const float* row, std::size_t size, RowType type, void* out);
    /// REQUIRES: scales, bias and out hold tile.columns numbers a row.
    void (*finish)(const Int32Tile& tile, const float* row_scales, const float* column_scales, const float* bias,
                   Finish kind, float* out, std::size_t out_stride);
    /// out = word * scale + position + type (+ shape, unless null). REQUIRES: width a multiple of kLanes.
    void (*embed)(const std::int8_t* word, float scale, const float* position, const float* type, const float* shape,
                  float* out, std::size_t width);
    /// In place. REQUIRES: size a multiple of kLanes.
    void (*exp)(float* values, std::size_t size);  // for values <= 0; below -87 as -87
    void (*gelu)(float* values, std::size_t size);
};

/// REQUIRES: the CPU is usable.
const VectorMath& vector_math(Cpu cpu = best_cpu());

/// out = the mean of `count` rows of `width` numbers. REQUIRES: count > 0.
void mean_of_rows(const float* rows, std::size_t count, std::size_t width, float* out);

extern const VectorMath kVectorPlain, kVectorAvx2, kVectorAvx512;

}  // namespace readout::learn
