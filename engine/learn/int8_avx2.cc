#if defined(__x86_64__)

#include <immintrin.h>

#include "learn/int8_kernel.h"

namespace readout::learn {
namespace {

// Rows and weights are 16 bits wide: one multiplication takes sixteen of them and adds neighbours into 32 bits, and no
// sum can saturate, as it can where bytes are multiplied.
constexpr std::size_t kRows = 6, kColumns = 16;

std::size_t panel_bytes(std::size_t depth) {
    return round_up(depth, 2) * kColumns * 2;
}

/// Pairs of depths: of each the sixteen outputs, two weights each.
void pack(const std::int8_t* weights, std::size_t present, std::size_t depth, std::byte* panel) {
    auto* out = reinterpret_cast<std::int16_t*>(panel);
    for (std::size_t n = 0; n < present; ++n) {
        for (std::size_t k = 0; k < depth; ++k) out[k / 2 * 2 * kColumns + n * 2 + k % 2] = weights[n * depth + k];
    }
}

/// The two numbers at `at` in every lane.
__m256i pair_at(const std::byte* at) {
    return _mm256_castps_si256(_mm256_broadcast_ss(reinterpret_cast<const float*>(at)));
}

void tile(const std::byte* rows, std::size_t row_stride, const std::byte* panel, std::size_t depth, std::int32_t* out) {
    __m256i sums[kRows][2];
#pragma GCC unroll 6
    for (std::size_t r = 0; r < kRows; ++r) sums[r][0] = sums[r][1] = _mm256_setzero_si256();
    const auto* weights = reinterpret_cast<const __m256i*>(panel);
    for (std::size_t pair = 0; pair < (depth + 1) / 2; ++pair) {
        const __m256i low = _mm256_load_si256(weights + pair * 2);
        const __m256i high = _mm256_load_si256(weights + pair * 2 + 1);
#pragma GCC unroll 6
        for (std::size_t r = 0; r < kRows; ++r) {
            const __m256i row = pair_at(rows + r * row_stride + pair * 4);
            sums[r][0] = _mm256_add_epi32(sums[r][0], _mm256_madd_epi16(row, low));
            sums[r][1] = _mm256_add_epi32(sums[r][1], _mm256_madd_epi16(row, high));
        }
    }
#pragma GCC unroll 6
    for (std::size_t r = 0; r < kRows; ++r) {
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + r * kColumns), sums[r][0]);
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + r * kColumns + 8), sums[r][1]);
    }
}

}  // namespace

constinit const Int8Kernel kInt8Avx2 = {.row_type = RowType::kInt16,
                                        .row_bytes = 2,
                                        .rows = kRows,
                                        .columns = kColumns,
                                        .depth_step = 2,
                                        .panel_bytes = panel_bytes,
                                        .pack = pack,
                                        .tile = tile,
                                        .begin = nullptr,
                                        .end = nullptr};

}  // namespace readout::learn

#endif
