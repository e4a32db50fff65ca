#include "learn/int8_gemm.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

namespace readout::learn {
namespace {

struct Size {
    std::size_t rows, outputs, depth;
};

std::vector<std::int8_t> random_bytes(std::size_t count, std::mt19937& random, int least = -127) {
    std::uniform_int_distribution<int> draw(least, 127);
    std::vector<std::int8_t> out(count);
    for (auto& value : out) value = static_cast<std::int8_t>(draw(random));
    return out;
}

/// By the definition.
std::vector<std::int32_t> expected(const std::vector<std::int8_t>& a, const std::vector<std::int8_t>& w, Size size) {
    std::vector<std::int32_t> out(size.rows * size.outputs);
    for (std::size_t m = 0; m < size.rows; ++m) {
        for (std::size_t n = 0; n < size.outputs; ++n) {
            for (std::size_t k = 0; k < size.depth; ++k) {
                out[m * size.outputs + n] += a[m * size.depth + k] * w[n * size.depth + k];
            }
        }
    }
    return out;
}

std::vector<std::int32_t> product(const std::vector<std::int8_t>& a, const std::vector<std::int8_t>& w, Size size,
                                  Cpu cpu) {
    QuantisedRows rows(cpu);
    rows.assign(a, size.rows, size.depth);
    std::vector<std::int32_t> out(size.rows * size.outputs);
    Int8Matrix(w, size.outputs, size.depth, cpu).multiply(rows, out.data());
    return out;
}

class Int8Gemm : public testing::TestWithParam<Cpu> {};

TEST_P(Int8Gemm, IsExact) {
    std::mt19937 random(5);
    const Size sizes[] = {{1, 1, 1},   {1, 16, 64},  {2, 5, 3},     {6, 16, 32},   {7, 17, 33},
                          {12, 32, 4}, {13, 33, 65}, {32, 32, 128}, {33, 70, 130}, {40, 100, 384}};
    for (const Size size : sizes) {
        const auto a = random_bytes(size.rows * size.depth, random),
                   w = random_bytes(size.outputs * size.depth, random);
        EXPECT_EQ(product(a, w, size, GetParam()), expected(a, w, size))
            << size.rows << " x " << size.outputs << " x " << size.depth;
    }
}

TEST_P(Int8Gemm, IsExactAtTheLimits) {
    const Size size{33, 33, 1536};
    for (const int sign : {-1, 1}) {
        const std::vector<std::int8_t> a(size.rows * size.depth, 127);
        const std::vector<std::int8_t> w(size.outputs * size.depth, static_cast<std::int8_t>(127 * sign));
        EXPECT_EQ(product(a, w, size, GetParam()),
                  std::vector<std::int32_t>(size.rows * size.outputs, sign * 127 * 127 * 1536));
    }
    std::mt19937 random(6);
    const auto w = random_bytes(size.outputs * size.depth, random, -128);  // -128 is never written, but may be read
    const std::vector<std::int8_t> a(size.rows * size.depth, -127);
    EXPECT_EQ(product(a, w, size, GetParam()), expected(a, w, size));
}

TEST_P(Int8Gemm, FinishesAsThePlainOneDoes) {
    std::mt19937 random(7);
    const Size size{29, 45, 100};
    const auto w = random_bytes(size.outputs * size.depth, random);
    std::normal_distribution<float> normal;
    std::vector<float> a(size.rows * size.depth), scales(48), bias(48);
    for (float& value : a) value = normal(random);
    for (float& value : scales) value = 0.001F + 0.001F * std::abs(normal(random));
    for (float& value : bias) value = normal(random);
    for (const Finish kind : {Finish::kNone, Finish::kGelu, Finish::kAdd}) {
        const auto run = [&](Cpu cpu) {
            QuantisedRows rows(cpu);
            rows.assign(a.data(), size.rows, size.depth, size.depth);
            std::vector<float> out(size.rows * size.outputs, 0.25F);
            Int8Matrix(w, size.outputs, size.depth, cpu)
                .multiply(rows, scales.data(), bias.data(), kind, out.data(), size.outputs);
            return out;
        };
        EXPECT_EQ(run(GetParam()), run(Cpu::kPlain));
    }
}

TEST_P(Int8Gemm, ForgetsEarlierRows) {
    std::mt19937 random(8);
    const Size large{40, 20, 200}, small{3, 20, 50};
    QuantisedRows rows(GetParam());
    rows.assign(random_bytes(large.rows * large.depth, random), large.rows, large.depth);
    const auto a = random_bytes(small.rows * small.depth, random),
               w = random_bytes(small.outputs * small.depth, random);
    rows.assign(a, small.rows, small.depth);
    std::vector<std::int32_t> out(small.rows * small.outputs);
    Int8Matrix(w, small.outputs, small.depth, GetParam()).multiply(rows, out.data());
    EXPECT_EQ(out, expected(a, w, small));
}

INSTANTIATE_TEST_SUITE_P(Cpus, Int8Gemm, testing::ValuesIn(usable_cpus()),
                         [](const auto& cpu) { return std::string(name_of(cpu.param)); });

}  // namespace
}  // namespace readout::learn
