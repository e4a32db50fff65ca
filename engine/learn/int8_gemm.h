#pragma once
// Products of quantised rows with a packed matrix of 8-bit weights. The sums are exact: whatever the CPU, the same
// whole numbers come out. How weights and rows are quantised: training/reader/container.py and VectorMath::quantise.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "learn/aligned.h"
#include "learn/cpu.h"
#include "learn/int8_kernel.h"
#include "learn/vector_math.h"

namespace readout::learn {

/// Rows of whole numbers with a scale each, as one CPU's kernel reads them. Memory is kept from use to use. One thread
/// at a time.
class QuantisedRows {
  public:
    explicit QuantisedRows(Cpu cpu = best_cpu());
    /// Quantises `count` rows of `depth` numbers, `stride` apart.
    void assign(const float* rows, std::size_t count, std::size_t depth, std::size_t stride);
    /// Takes whole numbers as they are, with scale 1. For tests.
    void assign(std::span<const std::int8_t> rows, std::size_t count, std::size_t depth);

    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] std::size_t depth() const { return depth_; }

  private:
    friend class Int8Matrix;
    void shape(std::size_t count, std::size_t depth);

    const Int8Kernel* kernel_;
    const VectorMath* math_;
    std::size_t count_ = 0, depth_ = 0, stride_ = 0;  // stride in bytes
    AlignedBuffer<std::byte> values_;
    std::vector<float> scales_;
};

/// A matrix of weights [outputs, depth], packed for one CPU. Owns its memory. Immutable; threads may share it.
class Int8Matrix {
  public:
    Int8Matrix() = default;
    /// `weights` are row major, one row an output.
    Int8Matrix(std::span<const std::int8_t> weights, std::size_t outputs, std::size_t depth, Cpu cpu = best_cpu());

    [[nodiscard]] std::size_t outputs() const { return outputs_; }
    [[nodiscard]] std::size_t depth() const { return depth_; }
    [[nodiscard]] Cpu cpu() const { return cpu_; }

    /// out[m, n] = the sum over k of rows[m, k] * weights[n, k]. REQUIRES: rows of this depth, for the same CPU.
    void multiply(const QuantisedRows& rows, std::int32_t* out) const;
    /// The same as f32, finished (see Finish). `scales` and `bias`: one an output, padded to a multiple of kLanes.
    /// Writes `outputs` numbers a row, rows `stride` apart.
    void multiply(const QuantisedRows& rows, const float* scales, const float* bias, Finish kind, float* out,
                  std::size_t stride) const;

  private:
    template <class Use>
    void for_each_tile(const QuantisedRows& rows, Use use) const;

    std::size_t outputs_ = 0, depth_ = 0, panel_bytes_ = 0;
    Cpu cpu_ = Cpu::kPlain;
    const Int8Kernel* kernel_ = nullptr;
    AlignedBuffer<std::byte> panels_;
};

}  // namespace readout::learn
