#pragma once
// The sixteen lanes of lanes_plain.h as one register of AVX-512. For files *_avx512.cc only.

#include <immintrin.h>

#include <cstddef>
#include <cstdint>

namespace readout::learn {
namespace {

struct Avx512Lanes {
    using F = __m512;
    using I = __m512i;
    static constexpr std::size_t kBlockRows = 8, kBlockUnits = 2;

    static F set(float value) { return _mm512_set1_ps(value); }
    static F load(const float* at) { return _mm512_loadu_ps(at); }
    static void store(float* at, F a) { _mm512_storeu_ps(at, a); }
    static F add(F a, F b) { return _mm512_add_ps(a, b); }
    static F subtract(F a, F b) { return _mm512_sub_ps(a, b); }
    static F multiply(F a, F b) { return _mm512_mul_ps(a, b); }
    static F divide(F a, F b) { return _mm512_div_ps(a, b); }
    static F root(F a) { return _mm512_sqrt_ps(a); }
    static F fma(F a, F b, F c) { return _mm512_fmadd_ps(a, b, c); }
    static F max(F a, F b) { return _mm512_max_ps(a, b); }
    static F min(F a, F b) { return _mm512_min_ps(a, b); }
    static F absolute(F a) { return _mm512_abs_ps(a); }
    static I round(F a) { return _mm512_cvtps_epi32(a); }
    static F to_float(I a) { return _mm512_cvtepi32_ps(a); }
    static I load_int(const std::int32_t* at) { return _mm512_loadu_si512(at); }
    static I load_bytes(const std::int8_t* at) {
        return _mm512_cvtepi8_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(at)));
    }
    static I add_int(I a, std::int32_t b) { return _mm512_add_epi32(a, _mm512_set1_epi32(b)); }
    static void store_int16(std::int16_t* at, I a) {
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(at), _mm512_cvtepi32_epi16(a));
    }
    static void store_int8(std::int8_t* at, I a) {
        _mm_storeu_si128(reinterpret_cast<__m128i*>(at), _mm512_cvtepi32_epi8(a));
    }
    static F power_of_two(I a) {
        return _mm512_castsi512_ps(_mm512_slli_epi32(_mm512_add_epi32(a, _mm512_set1_epi32(127)), 23));
    }
    static float sum(F a) {
        const __m256 eight = _mm256_add_ps(_mm512_castps512_ps256(a), _mm512_extractf32x8_ps(a, 1));
        const __m128 four = _mm_add_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
        const __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
        return _mm_cvtss_f32(_mm_add_ss(two, _mm_movehdup_ps(two)));
    }
    static float largest(F a) {
        const __m256 eight = _mm256_max_ps(_mm512_castps512_ps256(a), _mm512_extractf32x8_ps(a, 1));
        const __m128 four = _mm_max_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
        const __m128 two = _mm_max_ps(four, _mm_movehl_ps(four, four));
        return _mm_cvtss_f32(_mm_max_ss(two, _mm_movehdup_ps(two)));
    }
};

}  // namespace
}  // namespace readout::learn
