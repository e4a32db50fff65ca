#include "learn/encoder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "learn/linear.h"
#include "learn/test_network.h"

namespace readout::learn {
namespace {

/// A tiny network and windows for it.
struct Fixture {
    std::string bytes;
    NetworkFile file;
    std::vector<std::vector<std::uint32_t>> pieces;
    std::vector<std::vector<std::uint8_t>> shapes;

    Fixture() {
        TestNetwork network(tiny_shape());
        network.add_encoder();
        network.add_linear("tags", 21, 64);
        network.add_floats("small.weight", 37, 64, 0, 1);
        network.add_floats("small.bias", 1, 37, 0, 1);
        bytes = network.file();
        file = NetworkFile::open(bytes, "tiny.bin").value();
        std::mt19937 random(3);
        for (const unsigned size : {64U, 1U, 5U, 33U, 64U, 64U, 64U, 64U, 17U}) {
            pieces.emplace_back();
            shapes.emplace_back();
            for (unsigned i = 0; i < size; ++i) {
                pieces.back().push_back(static_cast<std::uint32_t>(random() % 100));
                shapes.back().push_back(i == 0 ? kNoShape : static_cast<std::uint8_t>(random() % 32));
            }
        }
    }

    [[nodiscard]] std::vector<Window> windows() const {
        std::vector<Window> out;
        for (std::size_t i = 0; i < pieces.size(); ++i) out.push_back({pieces[i], shapes[i]});
        return out;
    }
};

bool same_bits(std::span<const float> a, std::span<const float> b) {
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size_bytes()) == 0);
}

class EncoderOn : public testing::TestWithParam<Cpu> {};

TEST_P(EncoderOn, ComputesWhatThePlainOneDoes) {
    const Fixture fixture;
    const Encoder encoder = Encoder::open(fixture.file, GetParam()).value();
    const Encoder plain = Encoder::open(fixture.file, Cpu::kPlain).value();
    Workspace one(GetParam()), other(Cpu::kPlain);
    EXPECT_TRUE(
        same_bits(encoder.encode(fixture.windows(), one).values, plain.encode(fixture.windows(), other).values));
}

TEST_P(EncoderOn, GivesAWindowTheSameRowsInEveryBatch) {
    const Fixture fixture;
    const Encoder encoder = Encoder::open(fixture.file, GetParam()).value();
    Workspace workspace(GetParam()), second(GetParam());
    const Rows all = encoder.encode(fixture.windows(), workspace);
    std::size_t row = 0;
    for (const Window& window : fixture.windows()) {
        const Rows alone = encoder.encode(std::span(&window, 1), second);
        ASSERT_EQ(alone.count(), window.pieces.size());
        EXPECT_TRUE(same_bits(alone.values, all.values.subspan(row * 64, window.pieces.size() * 64)));
        row += window.pieces.size();
    }
    EXPECT_EQ(row, all.count());
    EXPECT_EQ(encoder.encode({}, second).count(), 0u);
}

TEST_P(EncoderOn, SeesPositionsShapesAndNeighbours) {
    const Fixture fixture;
    const Encoder encoder = Encoder::open(fixture.file, GetParam()).value();
    Workspace workspace(GetParam());
    const auto row_of = [&](const std::vector<std::uint32_t>& pieces, const std::vector<std::uint8_t>& shapes,
                            std::size_t row) {
        const Window window{pieces, shapes};
        const auto values = encoder.encode(std::span(&window, 1), workspace).row(row);
        return std::vector<float>(values.begin(), values.end());
    };
    const auto first = row_of({7, 8, 9}, {0, 0, 0}, 0);
    EXPECT_NE(first, row_of({7, 8, 8}, {0, 0, 0}, 0));
    EXPECT_NE(first, row_of({7, 8, 9}, {kNoShape, 0, 0}, 0));
    EXPECT_NE(first, row_of({7, 8, 9}, {0, 1, 0}, 0));
    EXPECT_NE(first, row_of({8, 7, 9}, {0, 0, 0}, 1));
    EXPECT_EQ(first, row_of({7, 8, 9}, {0, 0, 0}, 0));
    for (const float value : first) EXPECT_TRUE(std::isfinite(value));
}

TEST_P(EncoderOn, HeadsComputeWhatPlainOnesDo) {
    const Fixture fixture;
    const Linear tags = Linear::open(fixture.file, "tags", 21, 64, GetParam()).value();
    const Linear plain_tags = Linear::open(fixture.file, "tags", 0, 0, Cpu::kPlain).value();
    const Dense small = Dense::open(fixture.file, "small.weight", "small.bias", 37, 64, GetParam()).value();
    const Dense plain_small = Dense::open(fixture.file, "small.weight", "small.bias", 0, 0, Cpu::kPlain).value();
    std::mt19937 random(4);
    std::normal_distribution<float> normal;
    std::vector<float> rows(50 * 64);
    for (float& value : rows) value = normal(random);
    QuantisedRows scratch(GetParam()), plain_scratch(Cpu::kPlain);
    std::vector<float> one(50 * 21), other(50 * 21), small_one(50 * 37), small_other(50 * 37);
    tags.apply(rows, scratch, one);
    plain_tags.apply(rows, plain_scratch, other);
    EXPECT_TRUE(same_bits(one, other));
    small.apply(rows, small_one);
    plain_small.apply(rows, small_other);
    EXPECT_TRUE(same_bits(small_one, small_other));
    const Tensor weight = fixture.file.floats("small.weight", 37, 64).value();
    double sum = fixture.file.floats("small.bias", 1, 37)->floats[36];
    for (std::size_t k = 0; k < 64; ++k) sum += double{weight.floats[36 * 64 + k]} * double{rows[49 * 64 + k]};
    EXPECT_NEAR(small_one.back(), sum, 1e-4);
}

INSTANTIATE_TEST_SUITE_P(Cpus, EncoderOn, testing::ValuesIn(usable_cpus()),
                         [](const auto& cpu) { return std::string(name_of(cpu.param)); });

TEST(Encoder, NeedsAllTensors) {
    TestNetwork network(tiny_shape());
    network.add_linear("0.qkv", 192, 64);
    const std::string bytes = network.file();
    const NetworkFile file = NetworkFile::open(bytes, "m.bin").value();
    const auto encoder = Encoder::open(file);
    ASSERT_FALSE(encoder.has_value());
    EXPECT_NE(encoder.error().message.find("m.bin: the network has no tensor \"emb.word\""), std::string::npos);
}

TEST(Encoder, NeedsAPositionForEachPiece) {
    NetworkShape longer = tiny_shape();
    longer.window = 65;
    TestNetwork network(tiny_shape());
    network.add_encoder();
    const std::string bytes = model_file_of({{"info", TestNetwork(longer).info()},
                                             {"vocab", network.vocabulary()},
                                             {"labels", ""},
                                             {"tensors", network.tensors()},
                                             {"data", network.data()}});
    const auto encoder = Encoder::open(NetworkFile::open(bytes, "m.bin").value());
    ASSERT_FALSE(encoder.has_value());
    EXPECT_NE(encoder.error().message.find("fewer positions"), std::string::npos);
}

}  // namespace
}  // namespace readout::learn
