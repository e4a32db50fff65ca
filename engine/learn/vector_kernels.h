#pragma once
// The functions of vector_math.h, written once over lanes. Each file vector_*.cc compiles them for its CPU; they have
// internal linkage, so that no code for a newer CPU is linked into an older one's path.

#include <cstddef>
#include <cstdint>

#include "learn/vector_math.h"

namespace readout::learn {
namespace {

// ---- products

template <class L, std::size_t Rows, std::size_t Units>
void product_block(const float* a, std::size_t a_stride, const float* b, std::size_t b_stride, float* out,
                   std::size_t out_stride, std::size_t depth) {
    typename L::F sums[Rows][Units];
#pragma GCC unroll 8
    for (std::size_t r = 0; r < Rows; ++r) {
#pragma GCC unroll 2
        for (std::size_t u = 0; u < Units; ++u) sums[r][u] = L::set(0.0F);
    }
    for (std::size_t k = 0; k < depth; ++k) {
        typename L::F right[Units];
#pragma GCC unroll 2
        for (std::size_t u = 0; u < Units; ++u) right[u] = L::load(b + k * b_stride + u * kLanes);
#pragma GCC unroll 8
        for (std::size_t r = 0; r < Rows; ++r) {
            const typename L::F left = L::set(a[r * a_stride + k]);
#pragma GCC unroll 2
            for (std::size_t u = 0; u < Units; ++u) sums[r][u] = L::fma(left, right[u], sums[r][u]);
        }
    }
#pragma GCC unroll 8
    for (std::size_t r = 0; r < Rows; ++r) {
#pragma GCC unroll 2
        for (std::size_t u = 0; u < Units; ++u) L::store(out + r * out_stride + u * kLanes, sums[r][u]);
    }
}

/// `rows` rows of one block of columns: as many as fit at once, then the rest one by one.
template <class L, std::size_t Units>
void product_columns(const float* a, std::size_t a_stride, const float* b, std::size_t b_stride, float* out,
                     std::size_t out_stride, std::size_t rows, std::size_t depth) {
    std::size_t r = 0;
    for (; r + L::kBlockRows <= rows; r += L::kBlockRows) {
        product_block<L, L::kBlockRows, Units>(a + r * a_stride, a_stride, b, b_stride, out + r * out_stride,
                                               out_stride, depth);
    }
    for (; r + 2 <= rows; r += 2) {
        product_block<L, 2, Units>(a + r * a_stride, a_stride, b, b_stride, out + r * out_stride, out_stride, depth);
    }
    if (r < rows) {
        product_block<L, 1, Units>(a + r * a_stride, a_stride, b, b_stride, out + r * out_stride, out_stride, depth);
    }
}

template <class L>
void product(const float* a, std::size_t a_stride, const float* b, std::size_t b_stride, float* out,
             std::size_t out_stride, std::size_t rows, std::size_t depth, std::size_t columns) {
    constexpr std::size_t kBlock = L::kBlockUnits * kLanes;
    std::size_t n = 0;
    for (; n + kBlock <= columns; n += kBlock) {
        product_columns<L, L::kBlockUnits>(a, a_stride, b + n, b_stride, out + n, out_stride, rows, depth);
    }
    for (; n < columns; n += kLanes) {
        product_columns<L, 1>(a, a_stride, b + n, b_stride, out + n, out_stride, rows, depth);
    }
}

/// The lanes from `at`, of which only `count` are there; zeros for the rest.
template <class L>
typename L::F load_part(const float* at, std::size_t count) {
    float part[kLanes] = {};
    for (std::size_t i = 0; i < count; ++i) part[i] = at[i];
    return L::load(part);
}

template <class L>
float dot(const float* a, const float* b, std::size_t size) {
    typename L::F sum = L::set(0.0F);
    std::size_t i = 0;
    for (; i + kLanes <= size; i += kLanes) sum = L::fma(L::load(a + i), L::load(b + i), sum);
    if (i < size) sum = L::fma(load_part<L>(a + i, size - i), load_part<L>(b + i, size - i), sum);
    return L::sum(sum);
}

// ---- exponential and GELU

/// For x <= 0. 2^n * e^r with |r| <= ln 2 / 2; the polynomial is that of Cephes (expf).
template <class L>
typename L::F exponential(typename L::F x) {
    x = L::max(x, L::set(-87.0F));
    const typename L::I n = L::round(L::multiply(x, L::set(1.44269504088896341F)));
    const typename L::F whole = L::to_float(n);
    typename L::F r = L::fma(whole, L::set(-0.693359375F), x);
    r = L::fma(whole, L::set(2.12194440e-4F), r);
    typename L::F p = L::set(1.9875691500e-4F);
    p = L::fma(p, r, L::set(1.3981999507e-3F));
    p = L::fma(p, r, L::set(8.3334519073e-3F));
    p = L::fma(p, r, L::set(4.1665795894e-2F));
    p = L::fma(p, r, L::set(1.6666665459e-1F));
    p = L::fma(p, r, L::set(5.0000001201e-1F));
    p = L::fma(p, L::multiply(r, r), L::add(r, L::set(1.0F)));
    return L::multiply(p, L::power_of_two(n));
}

/// x * Phi(x), where Phi(x) = 1/2 + x * p(2 x^2 / 25 - 1) for |x| <= 5 and constant beyond: a Chebyshev fit to
/// erf(x / sqrt 2) / 2x. Off by at most 1.5e-6 for |x| <= 8.
template <class L>
typename L::F gelu_of(typename L::F x) {
    constexpr float kFit[] = {1.413637847e-01F, -7.029643655e-02F, 5.152110383e-02F, -4.043864459e-02F,
                              3.143324703e-02F, -2.329619043e-02F, 1.645084471e-02F, -1.108770352e-02F,
                              6.293161307e-03F, -2.777450485e-03F, 1.850862987e-03F, -1.573723508e-03F,
                              5.571111687e-04F};
    const typename L::F inner = L::min(L::max(x, L::set(-5.0F)), L::set(5.0F));
    const typename L::F u = L::fma(L::multiply(inner, inner), L::set(0.08F), L::set(-1.0F));
    typename L::F p = L::set(kFit[12]);
#pragma GCC unroll 12
    for (std::size_t i = 1; i <= 12; ++i) p = L::fma(p, u, L::set(kFit[12 - i]));
    const typename L::F phi = L::fma(inner, p, L::set(0.5F));
    return L::multiply(x, L::min(L::max(phi, L::set(0.0F)), L::set(1.0F)));
}

template <class L>
void exp_all(float* values, std::size_t size) {
    for (std::size_t i = 0; i < size; i += kLanes) L::store(values + i, exponential<L>(L::load(values + i)));
}

template <class L>
void gelu_all(float* values, std::size_t size) {
    for (std::size_t i = 0; i < size; i += kLanes) L::store(values + i, gelu_of<L>(L::load(values + i)));
}

template <class L>
void softmax(float* rows, std::size_t stride, std::size_t count, std::size_t columns, float* inverse_sums) {
    const std::size_t padded = round_up(columns, kLanes);
    for (std::size_t r = 0; r < count; ++r) {
        float* row = rows + r * stride;
        for (std::size_t i = columns; i < padded; ++i) row[i] = -1e30F;
        typename L::F top = L::load(row);
        for (std::size_t i = kLanes; i < padded; i += kLanes) top = L::max(top, L::load(row + i));
        const typename L::F largest = L::set(L::largest(top));
        typename L::F sum = L::set(0.0F);
        for (std::size_t i = 0; i < padded; i += kLanes) {
            const typename L::F e = exponential<L>(L::subtract(L::load(row + i), largest));
            L::store(row + i, e);
            sum = L::add(sum, e);
        }
        inverse_sums[r] = 1.0F / L::sum(sum);
    }
}

// ---- rows

template <class L>
void layer_norm(float* rows, std::size_t count, std::size_t width, const float* weight, const float* bias) {
    const typename L::F size = L::set(static_cast<float>(width));
    for (std::size_t r = 0; r < count; ++r) {
        float* row = rows + r * width;
        typename L::F sum = L::set(0.0F);
        for (std::size_t i = 0; i < width; i += kLanes) sum = L::add(sum, L::load(row + i));
        const typename L::F mean = L::divide(L::set(L::sum(sum)), size);
        typename L::F squares = L::set(0.0F);
        for (std::size_t i = 0; i < width; i += kLanes) {
            const typename L::F off = L::subtract(L::load(row + i), mean);
            squares = L::fma(off, off, squares);
        }
        const typename L::F variance = L::divide(L::set(L::sum(squares)), size);
        const typename L::F inverse = L::divide(L::set(1.0F), L::root(L::add(variance, L::set(1e-12F))));
        for (std::size_t i = 0; i < width; i += kLanes) {
            const typename L::F normal = L::multiply(L::subtract(L::load(row + i), mean), inverse);
            L::store(row + i, L::fma(normal, L::load(weight + i), L::load(bias + i)));
        }
    }
}

template <class L>
void embed(const std::int8_t* word, float scale, const float* position, const float* type, const float* shape,
           float* out, std::size_t width) {
    for (std::size_t i = 0; i < width; i += kLanes) {
        typename L::F sum = L::fma(L::to_float(L::load_bytes(word + i)), L::set(scale), L::load(position + i));
        sum = L::add(sum, L::load(type + i));
        if (shape != nullptr) sum = L::add(sum, L::load(shape + i));
        L::store(out + i, sum);
    }
}

// ---- whole numbers

template <class L>
typename L::I quantise_lanes(typename L::F x, typename L::F factor) {
    const typename L::F scaled = L::multiply(x, factor);
    return L::round(L::min(L::max(scaled, L::set(-127.0F)), L::set(127.0F)));  // what is no number becomes -127
}

template <class L>
void store_lanes(typename L::I values, RowType type, void* out, std::size_t at) {
    if (type == RowType::kInt16) {
        L::store_int16(static_cast<std::int16_t*>(out) + at, values);
    } else {
        L::store_int8(static_cast<std::int8_t*>(out) + at, values);
    }
}

/// The last lanes, of which only `count` are there.
template <class L>
void store_part(typename L::I values, RowType type, void* out, std::size_t at, std::size_t count) {
    std::int16_t words[kLanes];
    L::store_int16(words, values);
    for (std::size_t i = 0; i < count; ++i) {
        if (type == RowType::kInt16) {
            static_cast<std::int16_t*>(out)[at + i] = words[i];
        } else {
            static_cast<std::int8_t*>(out)[at + i] = static_cast<std::int8_t>(words[i]);
        }
    }
}

template <class L>
float quantise(const float* row, std::size_t size, RowType type, void* out) {
    typename L::F top = L::set(0.0F);
    const std::size_t whole = size / kLanes * kLanes;
    for (std::size_t i = 0; i < whole; i += kLanes) top = L::max(top, L::absolute(L::load(row + i)));
    const typename L::F rest = load_part<L>(row + whole, size - whole);
    const float largest = L::largest(L::max(top, L::absolute(rest)));
    const bool nothing = !(largest >= 1e-30F);
    const typename L::F factor = L::set(nothing ? 0.0F : 127.0F / largest);
    const std::int32_t zero = type == RowType::kUint8 ? 128 : 0;
    const auto shifted = [&](typename L::F x) { return L::add_int(quantise_lanes<L>(x, factor), zero); };
    for (std::size_t i = 0; i < whole; i += kLanes) store_lanes<L>(shifted(L::load(row + i)), type, out, i);
    if (whole < size) store_part<L>(shifted(rest), type, out, whole, size - whole);
    return nothing ? 0.0F : largest / 127.0F;
}

template <class L, Finish kKind>
void finish_as(const Int32Tile& tile, const float* row_scales, const float* column_scales, const float* bias,
               float* out, std::size_t out_stride) {
    for (std::size_t r = 0; r < tile.rows; ++r) {
        const typename L::F row_scale = L::set(row_scales[r]);
        for (std::size_t n = 0; n < tile.columns; n += kLanes) {
            const typename L::F scale = L::multiply(row_scale, L::load(column_scales + n));
            const typename L::F product = L::to_float(L::load_int(tile.values + r * tile.stride + n));
            typename L::F y = L::fma(product, scale, L::load(bias + n));
            if constexpr (kKind == Finish::kGelu) y = gelu_of<L>(y);
            if constexpr (kKind == Finish::kAdd) y = L::add(y, L::load(out + r * out_stride + n));
            L::store(out + r * out_stride + n, y);
        }
    }
}

template <class L>
void finish(const Int32Tile& tile, const float* row_scales, const float* column_scales, const float* bias, Finish kind,
            float* out, std::size_t out_stride) {
    switch (kind) {
        case Finish::kNone:
            return finish_as<L, Finish::kNone>(tile, row_scales, column_scales, bias, out, out_stride);
        case Finish::kGelu:
            return finish_as<L, Finish::kGelu>(tile, row_scales, column_scales, bias, out, out_stride);
        case Finish::kAdd:
            return finish_as<L, Finish::kAdd>(tile, row_scales, column_scales, bias, out, out_stride);
    }
}

template <class L>
constexpr VectorMath functions_over() {
    return {.product = product<L>,
            .dot = dot<L>,
            .softmax = softmax<L>,
            .layer_norm = layer_norm<L>,
            .quantise = quantise<L>,
            .finish = finish<L>,
            .embed = embed<L>,
            .exp = exp_all<L>,
            .gelu = gelu_all<L>};
}

}  // namespace
}  // namespace readout::learn
