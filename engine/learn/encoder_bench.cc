// How fast the encoder runs on one thread, on each set of instructions that this machine has: products of whole numbers
// alone, then a random network of 6 layers of 384, whole and in parts. Counts the time of the thread, not of the clock.

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "learn/attention.h"
#include "learn/encoder.h"
#include "learn/test_network.h"

namespace readout::learn {
namespace {

double now() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// Seconds of one call: the best of several rounds of at least 0.1 s.
template <class Work>
double seconds(Work work) {
    double best = 1e9;
    for (int round = 0; round < 5; ++round) {
        const double begin = now();
        int calls = 0;
        double took = 0;
        while (took < 0.1) {
            work();
            ++calls;
            took = now() - begin;
        }
        best = std::min(best, took / calls);
    }
    return best;
}

std::vector<float> random_floats(std::size_t count) {
    std::mt19937 random(1);
    std::normal_distribution<float> normal;
    std::vector<float> out(count);
    for (float& value : out) value = normal(random);
    return out;
}

void time_products(Cpu cpu) {
    constexpr std::size_t kRows = 256, kSizes[][2] = {{1152, 384}, {384, 384}, {1536, 384}, {384, 1536}};
    for (const auto& [outputs, depth] : kSizes) {
        TestNetwork network({});
        network.add_bytes("weights", outputs, depth);
        const std::string data = network.data();
        const std::span weights(reinterpret_cast<const std::int8_t*>(data.data()), outputs * depth);
        const auto rows = random_floats(kRows * depth);
        const Int8Matrix matrix(weights, outputs, depth, cpu);
        QuantisedRows quantised(cpu);
        quantised.assign(rows.data(), kRows, depth, depth);
        const std::vector<float> scales(outputs, 0.01F);
        std::vector<float> out(kRows * outputs);
        const double took = seconds(
            [&] { matrix.multiply(quantised, scales.data(), scales.data(), Finish::kNone, out.data(), outputs); });
        std::printf("  product 256 x %4zu x %4zu  %6.1f GMAC/s\n", depth, outputs,
                    static_cast<double>(kRows * depth * outputs) / took * 1e-9);
    }
}

void time_parts(Cpu cpu, std::size_t count) {
    const VectorMath& math = vector_math(cpu);
    const AttentionShape heads{12, 32};
    std::vector<float> rows = random_floats(count * 1536), out(count * 1536);
    const std::vector<float> ones(1536, 1.0F);
    AttentionScratch scratch;
    QuantisedRows quantised(cpu);
    const double scale = 6e6 / static_cast<double>(count);
    std::printf("  of which, in us a piece and 6 layers: attention %.1f",
                scale * seconds([&] { attend(math, heads, rows.data(), count, scratch, out.data()); }));
    std::printf(", quantising %.1f", scale * seconds([&] {
                                         quantised.assign(rows.data(), 3 * count, 384, 384);
                                         quantised.assign(rows.data(), count, 1536, 1536);
                                     }));
    std::printf(", norms %.1f",
                2 * scale * seconds([&] { math.layer_norm(rows.data(), count, 384, ones.data(), ones.data()); }));
    std::printf(", GELU %.1f\n", scale * seconds([&] { math.gelu(rows.data(), count * 1536); }));
}

void time_encoder(const NetworkFile& file, Cpu cpu) {
    const Encoder encoder = Encoder::open(file, cpu).value();
    Workspace workspace(cpu);
    for (const std::size_t size : {256U, 64U, 24U}) {
        std::mt19937 random(2);
        std::vector<std::uint32_t> pieces(size);
        for (auto& piece : pieces) piece = static_cast<std::uint32_t>(random() % file.shape().pieces);
        const std::vector<std::uint8_t> shapes(size, 1);
        const std::vector<Window> windows(512 / size, Window{pieces, shapes});
        const auto count = static_cast<double>(windows.size() * size);
        const double took = seconds([&] { encoder.encode(windows, workspace); });
        std::printf("  windows of %3zu: %7.0f pieces/s, %6.1f us a piece\n", size, count / took, took / count * 1e6);
        if (size == 256) time_parts(cpu, size);
    }
}

}  // namespace
}  // namespace readout::learn

int main() {
    using namespace readout::learn;
    const NetworkShape shape{
        .layers = 6, .width = 384, .attention_heads = 12, .ffn = 1536, .window = 256, .shapes = 32, .pieces = 5000};
    TestNetwork network(shape);
    network.add_encoder();
    const std::string bytes = network.file();
    const NetworkFile file = NetworkFile::open(bytes, "random").value();
    for (const Cpu cpu : usable_cpus()) {
        if (cpu == Cpu::kPlain) continue;
        std::printf("%s\n", std::string(name_of(cpu)).c_str());
        time_products(cpu);
        time_encoder(file, cpu);
    }
    return 0;
}
