#if defined(__x86_64__)

#include <immintrin.h>

#include <cstring>

#include "learn/aligned.h"
#include "learn/int8_kernel.h"
#include "learn/int8_pack.h"

namespace readout::learn {
namespace {

// One instruction multiplies 32 bytes and adds neighbours into 16 bits, where a sum may saturate: one factor has no
// sign (rows hold their number + 128, so 1..255), and 255 times two weights of one sign may be too much. Where it could
// be, the weights are split over two steps, each of which has half of them. That is rare in trained matrices: a few
// steps of a hundred. All sums begin at -128 times the sum of the output's weights.
constexpr std::size_t kRows = 6, kColumns = 16, kStep = 4, kStepBytes = kColumns * kStep;
constexpr int kMostOfPair = 128;  // 255 * 128 < 2^15

/// What a panel begins with; then the place in the row of each step, then the weights of each step.
struct Head {
    std::int32_t start[kColumns];
    std::uint32_t steps, reserved[15];
};
static_assert(sizeof(Head) == 128);

std::size_t most_steps(std::size_t depth) {
    return 2 * (round_up(depth, kStep) / kStep);
}

std::size_t places_bytes(std::size_t depth) {
    return round_up(most_steps(depth) * sizeof(std::uint32_t), kStepBytes);
}

std::size_t panel_bytes(std::size_t depth) {
    return sizeof(Head) + places_bytes(depth) + most_steps(depth) * kStepBytes;
}

bool may_saturate(int a, int b) {
    return a + b > kMostOfPair || a + b < -kMostOfPair;
}

int half_of(int weight) {
    return weight > kMostOfPair / 2 ? kMostOfPair / 2 : weight < -kMostOfPair / 2 ? -kMostOfPair / 2 : weight;
}

/// Of one step: moves to `rest` what must wait for a second step; true when there is anything.
bool split(std::int8_t* weights, std::int8_t* rest) {
    bool any = false;
    for (std::size_t i = 0; i < kStepBytes; i += 2) {
        if (!may_saturate(weights[i], weights[i + 1])) continue;
        any = true;
        for (std::size_t j = i; j < i + 2; ++j) {
            const int half = half_of(weights[j]);
            rest[j] = static_cast<std::int8_t>(weights[j] - half);
            weights[j] = static_cast<std::int8_t>(half);
        }
    }
    return any;
}

/// Whether any of the 32 pairs of a step may saturate.
bool any_may_saturate(const std::int8_t* step) {
    const auto too_much = [&](std::size_t at) {
        const __m256i weights = _mm256_load_si256(reinterpret_cast<const __m256i*>(step + at));
        const __m256i sums = _mm256_maddubs_epi16(_mm256_set1_epi8(1), weights);  // of two bytes: exact
        return _mm256_cmpgt_epi16(_mm256_abs_epi16(sums), _mm256_set1_epi16(kMostOfPair));
    };
    return _mm256_movemask_epi8(_mm256_or_si256(too_much(0), too_much(32))) != 0;
}

/// What the sums of eight outputs begin with.
__m256i beginning(const std::int8_t* steps, std::size_t count) {
    __m256i sums = _mm256_setzero_si256();
    for (std::size_t i = 0; i < count; ++i) {
        const __m256i step = _mm256_load_si256(reinterpret_cast<const __m256i*>(steps + i * kStepBytes));
        const __m256i pairs = _mm256_maddubs_epi16(_mm256_set1_epi8(1), step);
        sums = _mm256_add_epi32(sums, _mm256_madd_epi16(pairs, _mm256_set1_epi16(-128)));
    }
    return sums;
}

void pack(const std::int8_t* weights, std::size_t present, std::size_t depth, std::byte* panel) {
    auto& head = *reinterpret_cast<Head*>(panel);
    auto* places = reinterpret_cast<std::uint32_t*>(panel + sizeof(Head));
    auto* steps = reinterpret_cast<std::int8_t*>(panel + sizeof(Head) + places_bytes(depth));
    const std::size_t count = round_up(depth, kStep) / kStep;
    AlignedBuffer<std::int8_t> whole;
    whole.reserve(count * kStepBytes);
    lay_fours<kColumns>(weights, present, depth, whole.data());
    auto* start = reinterpret_cast<__m256i*>(head.start);
    _mm256_store_si256(start, beginning(whole.data(), count));
    _mm256_store_si256(start + 1, beginning(whole.data() + kStepBytes / 2, count));
    for (std::size_t i = 0; i < count; ++i) {
        std::int8_t* step = steps + head.steps * kStepBytes;
        std::memcpy(step, whole.data() + i * kStepBytes, kStepBytes);
        places[head.steps++] = static_cast<std::uint32_t>(i * kStep);
        if (any_may_saturate(step) && split(step, step + kStepBytes)) {
            places[head.steps++] = static_cast<std::uint32_t>(i * kStep);
        }
    }
}

/// The four numbers at `at` in every lane.
__m256i four_at(const std::byte* at) {
    return _mm256_castps_si256(_mm256_broadcast_ss(reinterpret_cast<const float*>(at)));
}

void tile(const std::byte* rows, std::size_t row_stride, const std::byte* panel, std::size_t depth, std::int32_t* out) {
    const auto& head = *reinterpret_cast<const Head*>(panel);
    const auto* places = reinterpret_cast<const std::uint32_t*>(panel + sizeof(Head));
    const auto* weights = reinterpret_cast<const __m256i*>(panel + sizeof(Head) + places_bytes(depth));
    const __m256i ones = _mm256_set1_epi16(1);
    const auto* start = reinterpret_cast<const __m256i*>(head.start);
    __m256i sums[kRows][2];
#pragma GCC unroll 6
    for (std::size_t r = 0; r < kRows; ++r) {
        sums[r][0] = _mm256_load_si256(start);
        sums[r][1] = _mm256_load_si256(start + 1);
    }
    for (std::size_t step = 0; step < head.steps; ++step) {
        const std::byte* place = rows + places[step];
        const __m256i low = _mm256_load_si256(weights + step * 2);
        const __m256i high = _mm256_load_si256(weights + step * 2 + 1);
#pragma GCC unroll 6
        for (std::size_t r = 0; r < kRows; ++r) {
            const __m256i row = four_at(place + r * row_stride);
            sums[r][0] = _mm256_add_epi32(sums[r][0], _mm256_madd_epi16(_mm256_maddubs_epi16(row, low), ones));
            sums[r][1] = _mm256_add_epi32(sums[r][1], _mm256_madd_epi16(_mm256_maddubs_epi16(row, high), ones));
        }
    }
#pragma GCC unroll 6
    for (std::size_t r = 0; r < kRows; ++r) {
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + r * kColumns), sums[r][0]);
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + r * kColumns + 8), sums[r][1]);
    }
}

}  // namespace

constinit const Int8Kernel kInt8Avx2 = {.row_type = RowType::kUint8,
                                        .row_bytes = 1,
                                        .rows = kRows,
                                        .columns = kColumns,
                                        .depth_step = kStep,
                                        .panel_bytes = panel_bytes,
                                        .pack = pack,
                                        .tile = tile,
                                        .begin = nullptr,
                                        .end = nullptr};

}  // namespace readout::learn

#endif
