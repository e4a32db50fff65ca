#include "learn/vector_math.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace readout::learn {
namespace {

std::vector<float> random_floats(std::size_t count, float deviation, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> draw(0.0F, deviation);
    std::vector<float> out(count);
    for (float& value : out) value = draw(random);
    return out;
}

/// Equal to the last bit, the sign of zero and the bits of no number included.
void expect_same(const std::vector<float>& a, const std::vector<float>& b) {
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        ASSERT_EQ(std::bit_cast<std::uint32_t>(a[i]), std::bit_cast<std::uint32_t>(b[i])) << i << ": " << a[i] << b[i];
    }
}

/// Every CPU against plain C++, which is the oracle.
class Vectors : public testing::TestWithParam<Cpu> {
  protected:
    const VectorMath& math() { return vector_math(GetParam()); }
    const VectorMath& plain() { return vector_math(Cpu::kPlain); }
};

TEST_P(Vectors, ProductsAreTheSame) {
    for (const std::size_t rows : {1U, 2U, 5U, 6U, 13U, 24U}) {
        const std::size_t depth = 37, columns = 48;
        const auto a = random_floats(rows * depth, 1, 1), b = random_floats(depth * columns, 1, 2);
        std::vector<float> one(rows * columns), other(rows * columns);
        math().product(a.data(), depth, b.data(), columns, one.data(), columns, rows, depth, columns);
        plain().product(a.data(), depth, b.data(), columns, other.data(), columns, rows, depth, columns);
        expect_same(one, other);
        double sum = 0;
        for (std::size_t k = 0; k < depth; ++k) sum += double{a[k]} * double{b[k * columns + 3]};
        EXPECT_NEAR(one[3], sum, 1e-4);
    }
}

TEST_P(Vectors, DotsAreTheSame) {
    for (std::size_t size = 0; size < 70; ++size) {
        const auto a = random_floats(size, 1, 3), b = random_floats(size, 1, 4);
        double sum = 0;
        for (std::size_t i = 0; i < size; ++i) sum += double{a[i]} * double{b[i]};
        const float dot = math().dot(a.data(), b.data(), size);
        expect_same({dot}, {plain().dot(a.data(), b.data(), size)});
        EXPECT_NEAR(dot, sum, 1e-4);
    }
}

TEST_P(Vectors, ExponentialIsTheSameAndClose) {
    std::vector<float> x;
    for (int i = 0; i < 16 * 6000; ++i) x.push_back(-static_cast<float>(i) * 0.001F);
    auto one = x, other = x;
    math().exp(one.data(), one.size());
    plain().exp(other.data(), other.size());
    expect_same(one, other);
    for (std::size_t i = 0; i < x.size() && x[i] > -87.0F; ++i) {
        const double exact = std::exp(double{x[i]});
        ASSERT_NEAR(one[i] / exact, 1.0, 2e-7) << x[i];
    }
    EXPECT_EQ(one[0], 1.0F);
}

TEST_P(Vectors, GeluIsTheSameAndClose) {
    std::vector<float> x;
    for (int i = -16 * 1000; i < 16 * 1000; ++i) x.push_back(static_cast<float>(i) * 0.0005F);
    auto one = x, other = x;
    math().gelu(one.data(), one.size());
    plain().gelu(other.data(), other.size());
    expect_same(one, other);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double v = x[i];
        ASSERT_NEAR(one[i], v * 0.5 * std::erfc(-v / std::sqrt(2.0)), 2e-6) << v;
    }
    std::vector<float> far(16, 1000.0F);
    far[1] = -1000.0F;
    math().gelu(far.data(), far.size());
    EXPECT_NEAR(far[0], 1000.0F, 0.001F);
    EXPECT_NEAR(far[1], 0.0F, 0.001F);
}

TEST_P(Vectors, SoftmaxIsTheSameAndSumsToOne) {
    for (const std::size_t columns : {1U, 15U, 16U, 17U, 200U}) {
        const std::size_t stride = round_up(columns, kLanes);
        auto one = random_floats(3 * stride, 5, 5), other = one;
        std::vector<float> sums(3), other_sums(3);
        math().softmax(one.data(), stride, 3, columns, sums.data());
        plain().softmax(other.data(), stride, 3, columns, other_sums.data());
        expect_same(one, other);
        expect_same(sums, other_sums);
        double total = 0;
        for (std::size_t i = 0; i < columns; ++i) total += double{one[i]} * double{sums[0]};
        EXPECT_NEAR(total, 1.0, 1e-6);
    }
}

TEST_P(Vectors, LayerNormIsTheSame) {
    const std::size_t width = 96;
    auto one = random_floats(4 * width, 3, 6), other = one;
    const auto weight = random_floats(width, 1, 7), bias = random_floats(width, 1, 8);
    const auto rows = one;
    math().layer_norm(one.data(), 4, width, weight.data(), bias.data());
    plain().layer_norm(other.data(), 4, width, weight.data(), bias.data());
    expect_same(one, other);
    double mean = 0, squares = 0;
    for (std::size_t i = 0; i < width; ++i) mean += double{rows[i]} / width;
    for (std::size_t i = 0; i < width; ++i) squares += (rows[i] - mean) * (rows[i] - mean) / width;
    EXPECT_NEAR(one[5], (rows[5] - mean) / std::sqrt(squares) * weight[5] + bias[5], 1e-5);
}

TEST_P(Vectors, EmbeddingIsTheSame) {
    const std::vector<std::int8_t> word(32, -77);
    const auto position = random_floats(32, 1, 9), type = random_floats(32, 1, 10), shape = random_floats(32, 1, 11);
    for (const float* added : {shape.data(), static_cast<const float*>(nullptr)}) {
        std::vector<float> one(32), other(32);
        math().embed(word.data(), 0.013F, position.data(), type.data(), added, one.data(), 32);
        plain().embed(word.data(), 0.013F, position.data(), type.data(), added, other.data(), 32);
        expect_same(one, other);
        EXPECT_NEAR(one[3], -77 * 0.013F + position[3] + type[3] + (added == nullptr ? 0.0F : shape[3]), 1e-5);
    }
}

TEST_P(Vectors, QuantisesHalvesToEven) {
    std::vector<float> row = {127.0F, 0.5F, 1.5F, 2.5F, -0.5F, -1.5F, -126.4F};
    row.resize(19, 3.2F);
    std::vector<std::int16_t> out(19);
    EXPECT_EQ(math().quantise(row.data(), row.size(), RowType::kInt16, out.data()), 1.0F);
    EXPECT_EQ((std::vector<std::int16_t>(out.begin(), out.begin() + 8)),
              (std::vector<std::int16_t>{127, 0, 2, 2, 0, -2, -126, 3}));
    EXPECT_EQ(out[18], 3);
    std::vector<std::uint8_t> shifted(19);
    math().quantise(row.data(), row.size(), RowType::kUint8, shifted.data());
    for (std::size_t i = 0; i < 19; ++i) EXPECT_EQ(shifted[i], out[i] + 128);
    std::vector<std::int8_t> bytes(19);
    math().quantise(row.data(), row.size(), RowType::kInt8, bytes.data());
    for (std::size_t i = 0; i < 19; ++i) EXPECT_EQ(bytes[i], out[i]);
}

TEST_P(Vectors, QuantisesOddRows) {
    constexpr float kNone = std::numeric_limits<float>::quiet_NaN(), kFar = std::numeric_limits<float>::infinity();
    for (const float odd : {0.0F, 1e-38F, kNone, kFar, -kFar, 1e38F}) {
        std::vector<float> row(40, odd);
        row[3] = odd == 0.0F ? 0.0F : 1.0F;
        std::vector<std::int16_t> one(40), other(40);
        const float scale = math().quantise(row.data(), row.size(), RowType::kInt16, one.data());
        const float other_scale = plain().quantise(row.data(), row.size(), RowType::kInt16, other.data());
        EXPECT_EQ(one, other) << odd;
        EXPECT_EQ(std::bit_cast<std::uint32_t>(scale), std::bit_cast<std::uint32_t>(other_scale)) << odd;
        for (const std::int16_t value : one) EXPECT_LE(std::abs(value), 127);
    }
}

INSTANTIATE_TEST_SUITE_P(Cpus, Vectors, testing::ValuesIn(usable_cpus()),
                         [](const auto& cpu) { return std::string(name_of(cpu.param)); });

TEST(MeanOfRows, IsTheMean) {
    const std::vector<float> rows = {1, 2, 3, 5};
    std::vector<float> out(2);
    mean_of_rows(rows.data(), 2, 2, out.data());
    EXPECT_EQ(out, (std::vector<float>{2, 3.5F}));
}

}  // namespace
}  // namespace readout::learn
