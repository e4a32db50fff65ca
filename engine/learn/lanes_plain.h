#pragma once
// Sixteen numbers side by side, in plain C++: says what the lanes of the CPUs must compute, bit for bit.
// For files *_plain.cc only.

#include <cstddef>
#include <cstdint>

namespace readout::learn {
namespace {

struct PlainLanes {
    struct F {
        float v[16];
    };
    struct I {
        std::int32_t v[16];
    };
    static constexpr std::size_t kBlockRows = 4, kBlockUnits = 1;

    template <class Make>
    static F each(Make make) {
        F out;
        for (std::size_t i = 0; i < 16; ++i) out.v[i] = make(i);
        return out;
    }
    static F set(float value) {
        return each([&](std::size_t) { return value; });
    }
    static F load(const float* at) {
        return each([&](std::size_t i) { return at[i]; });
    }
    static void store(float* at, const F& a) {
        for (std::size_t i = 0; i < 16; ++i) at[i] = a.v[i];
    }
    static F add(const F& a, const F& b) {
        return each([&](std::size_t i) { return a.v[i] + b.v[i]; });
    }
    static F subtract(const F& a, const F& b) {
        return each([&](std::size_t i) { return a.v[i] - b.v[i]; });
    }
    static F multiply(const F& a, const F& b) {
        return each([&](std::size_t i) { return a.v[i] * b.v[i]; });
    }
    static F divide(const F& a, const F& b) {
        return each([&](std::size_t i) { return a.v[i] / b.v[i]; });
    }
    static F root(const F& a) {
        return each([&](std::size_t i) { return __builtin_sqrtf(a.v[i]); });
    }
    /// a * b + c, rounded once.
    static F fma(const F& a, const F& b, const F& c) {
        return each([&](std::size_t i) { return __builtin_fmaf(a.v[i], b.v[i], c.v[i]); });
    }
    /// The second when either is no number, as the CPUs do.
    static F max(const F& a, const F& b) {
        return each([&](std::size_t i) { return a.v[i] > b.v[i] ? a.v[i] : b.v[i]; });
    }
    static F min(const F& a, const F& b) {
        return each([&](std::size_t i) { return a.v[i] < b.v[i] ? a.v[i] : b.v[i]; });
    }
    static F absolute(const F& a) {
        return each([&](std::size_t i) { return __builtin_fabsf(a.v[i]); });
    }
    /// To the nearest, halves to even. REQUIRES: all lie within 2^24.
    static I round(const F& a) {
        I out;
        for (std::size_t i = 0; i < 16; ++i) out.v[i] = static_cast<std::int32_t>(__builtin_rintf(a.v[i]));
        return out;
    }
    static F to_float(const I& a) {
        return each([&](std::size_t i) { return static_cast<float>(a.v[i]); });
    }
    static I load_int(const std::int32_t* at) {
        I out;
        for (std::size_t i = 0; i < 16; ++i) out.v[i] = at[i];
        return out;
    }
    static I load_bytes(const std::int8_t* at) {
        I out;
        for (std::size_t i = 0; i < 16; ++i) out.v[i] = at[i];
        return out;
    }
    static I add_int(const I& a, std::int32_t b) {
        I out;
        for (std::size_t i = 0; i < 16; ++i) out.v[i] = a.v[i] + b;
        return out;
    }
    /// REQUIRES: all fit.
    static void store_int16(std::int16_t* at, const I& a) {
        for (std::size_t i = 0; i < 16; ++i) at[i] = static_cast<std::int16_t>(a.v[i]);
    }
    /// The low byte of each, so that 128..255 may stand there too.
    static void store_int8(std::int8_t* at, const I& a) {
        for (std::size_t i = 0; i < 16; ++i) at[i] = static_cast<std::int8_t>(a.v[i]);
    }
    /// 2^a. REQUIRES: -126 <= a <= 127.
    static F power_of_two(const I& a) {
        return each(
            [&](std::size_t i) { return __builtin_bit_cast(float, static_cast<std::uint32_t>(a.v[i] + 127) << 23); });
    }
    /// In the order of a tree: lane i with i + 8, then i + 4, i + 2, i + 1.
    static float sum(F a) {
        for (std::size_t half = 8; half > 0; half /= 2) {
            for (std::size_t i = 0; i < half; ++i) a.v[i] = a.v[i] + a.v[i + half];
        }
        return a.v[0];
    }
    static float largest(F a) {
        for (std::size_t half = 8; half > 0; half /= 2) {
            for (std::size_t i = 0; i < half; ++i) a.v[i] = a.v[i] > a.v[i + half] ? a.v[i] : a.v[i + half];
        }
        return a.v[0];
    }
};

}  // namespace
}  // namespace readout::learn
