#if defined(__x86_64__)

#include <immintrin.h>

#include "learn/int8_kernel.h"
#include "learn/int8_pack.h"

namespace readout::learn {
namespace {

// The instruction wants one factor without sign: rows hold their number + 128, and every sum begins at -128 times the
// sum of the output's weights. A panel holds these beginnings first.
constexpr std::size_t kRows = 12, kColumns = 32;

std::size_t panel_bytes(std::size_t depth) {
    return kColumns * 4 + round_up(depth, 4) * kColumns;
}

void pack(const std::int8_t* weights, std::size_t present, std::size_t depth, std::byte* panel) {
    auto* out = reinterpret_cast<std::int8_t*>(panel + kColumns * 4);
    lay_fours<kColumns>(weights, present, depth, out);
    const __m512i all_128 = _mm512_set1_epi8(static_cast<char>(0x80));
    for (std::size_t half = 0; half < 2; ++half) {
        __m512i sums = _mm512_setzero_si512();
        for (std::size_t k = 0; k < depth; k += 4) {
            sums = _mm512_dpbusd_epi32(sums, all_128, _mm512_load_si512(out + k * kColumns + half * 64));
        }
        _mm512_store_si512(panel + half * 64, _mm512_sub_epi32(_mm512_setzero_si512(), sums));
    }
}

void tile(const std::byte* rows, std::size_t row_stride, const std::byte* panel, std::size_t depth, std::int32_t* out) {
    __m512i sums[kRows][2];
    const __m512i start_low = _mm512_load_si512(panel), start_high = _mm512_load_si512(panel + 64);
#pragma GCC unroll 12
    for (std::size_t r = 0; r < kRows; ++r) {
        sums[r][0] = start_low;
        sums[r][1] = start_high;
    }
    const std::byte* weights = panel + kColumns * 4;
    for (std::size_t k = 0; k < depth; k += 4) {
        const __m512i low = _mm512_load_si512(weights + k * kColumns);
        const __m512i high = _mm512_load_si512(weights + k * kColumns + 64);
#pragma GCC unroll 12
        for (std::size_t r = 0; r < kRows; ++r) {
            std::int32_t four = 0;
            __builtin_memcpy(&four, rows + r * row_stride + k, sizeof four);
            const __m512i row = _mm512_set1_epi32(four);
            sums[r][0] = _mm512_dpbusd_epi32(sums[r][0], row, low);
            sums[r][1] = _mm512_dpbusd_epi32(sums[r][1], row, high);
        }
    }
#pragma GCC unroll 12
    for (std::size_t r = 0; r < kRows; ++r) {
        _mm512_storeu_si512(out + r * kColumns, sums[r][0]);
        _mm512_storeu_si512(out + r * kColumns + 16, sums[r][1]);
    }
}

}  // namespace

constinit const Int8Kernel kInt8Vnni = {.row_type = RowType::kUint8,
                                        .row_bytes = 1,
                                        .rows = kRows,
                                        .columns = kColumns,
                                        .depth_step = 4,
                                        .panel_bytes = panel_bytes,
                                        .pack = pack,
                                        .tile = tile,
                                        .begin = nullptr,
                                        .end = nullptr};

}  // namespace readout::learn

#endif
