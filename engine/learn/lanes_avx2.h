#pragma once
// The sixteen lanes of lanes_plain.h as two registers of AVX2. For files *_avx2.cc only.

#include <immintrin.h>

#include <cstddef>
#include <cstdint>

namespace readout::learn {
namespace {

struct Avx2Lanes {
    struct F {
        __m256 low, high;
    };
    struct I {
        __m256i low, high;
    };
    static constexpr std::size_t kBlockRows = 6, kBlockUnits = 1;

    static F set(float value) { return {_mm256_set1_ps(value), _mm256_set1_ps(value)}; }
    static F load(const float* at) { return {_mm256_loadu_ps(at), _mm256_loadu_ps(at + 8)}; }
    static void store(float* at, F a) {
        _mm256_storeu_ps(at, a.low);
        _mm256_storeu_ps(at + 8, a.high);
    }
    static F add(F a, F b) { return {_mm256_add_ps(a.low, b.low), _mm256_add_ps(a.high, b.high)}; }
    static F subtract(F a, F b) { return {_mm256_sub_ps(a.low, b.low), _mm256_sub_ps(a.high, b.high)}; }
    static F multiply(F a, F b) { return {_mm256_mul_ps(a.low, b.low), _mm256_mul_ps(a.high, b.high)}; }
    static F divide(F a, F b) { return {_mm256_div_ps(a.low, b.low), _mm256_div_ps(a.high, b.high)}; }
    static F root(F a) { return {_mm256_sqrt_ps(a.low), _mm256_sqrt_ps(a.high)}; }
    static F fma(F a, F b, F c) {
        return {_mm256_fmadd_ps(a.low, b.low, c.low), _mm256_fmadd_ps(a.high, b.high, c.high)};
    }
    static F max(F a, F b) { return {_mm256_max_ps(a.low, b.low), _mm256_max_ps(a.high, b.high)}; }
    static F min(F a, F b) { return {_mm256_min_ps(a.low, b.low), _mm256_min_ps(a.high, b.high)}; }
    static F absolute(F a) {
        const __m256 sign = _mm256_set1_ps(-0.0F);
        return {_mm256_andnot_ps(sign, a.low), _mm256_andnot_ps(sign, a.high)};
    }
    static I round(F a) { return {_mm256_cvtps_epi32(a.low), _mm256_cvtps_epi32(a.high)}; }
    static F to_float(I a) { return {_mm256_cvtepi32_ps(a.low), _mm256_cvtepi32_ps(a.high)}; }
    static I load_int(const std::int32_t* at) {
        return {_mm256_loadu_si256(reinterpret_cast<const __m256i*>(at)),
                _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at + 8))};
    }
    static I load_bytes(const std::int8_t* at) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        return {_mm256_cvtepi8_epi32(bytes), _mm256_cvtepi8_epi32(_mm_srli_si128(bytes, 8))};
    }
    static I add_int(I a, std::int32_t b) {
        return {_mm256_add_epi32(a.low, _mm256_set1_epi32(b)), _mm256_add_epi32(a.high, _mm256_set1_epi32(b))};
    }
    static __m256i to_int16(I a) {
        return _mm256_permute4x64_epi64(_mm256_packs_epi32(a.low, a.high), 0b11011000);  // packs works by halves
    }
    static void store_int16(std::int16_t* at, I a) { _mm256_storeu_si256(reinterpret_cast<__m256i*>(at), to_int16(a)); }
    static void store_int8(std::int8_t* at, I a) {
        const __m256i words = _mm256_and_si256(to_int16(a), _mm256_set1_epi16(0xFF));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(at),
                         _mm_packus_epi16(_mm256_castsi256_si128(words), _mm256_extracti128_si256(words, 1)));
    }
    static F power_of_two(I a) {
        const __m256i bias = _mm256_set1_epi32(127);
        return {_mm256_castsi256_ps(_mm256_slli_epi32(_mm256_add_epi32(a.low, bias), 23)),
                _mm256_castsi256_ps(_mm256_slli_epi32(_mm256_add_epi32(a.high, bias), 23))};
    }
    static float sum(F a) {
        const __m256 eight = _mm256_add_ps(a.low, a.high);
        const __m128 four = _mm_add_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
        const __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
        return _mm_cvtss_f32(_mm_add_ss(two, _mm_movehdup_ps(two)));
    }
    static float largest(F a) {
        const __m256 eight = _mm256_max_ps(a.low, a.high);
        const __m128 four = _mm_max_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
        const __m128 two = _mm_max_ps(four, _mm_movehl_ps(four, four));
        return _mm_cvtss_f32(_mm_max_ss(two, _mm_movehdup_ps(two)));
    }
};

}  // namespace
}  // namespace readout::learn
