#pragma once
// Layers of one matrix: rows of f32 in, rows of f32 out.

#include <cstddef>
#include <span>
#include <string_view>

#include "base/result.h"
#include "learn/aligned.h"
#include "learn/int8_gemm.h"
#include "learn/network_file.h"

namespace readout::learn {

/// A matrix of 8-bit weights with a bias. A row is quantised on its own, so the answer for it does not depend on the
/// others. Owns its weights. Immutable; threads may share it, each with its own QuantisedRows.
class Linear {
  public:
    Linear() = default;
    /// Reads NAME.weight (i8 [outputs, inputs]) and NAME.bias (f32 [1, outputs]). Fails when one is missing or of
    /// another size; give 0 for a size that may be any.
    static base::Result<Linear> open(const NetworkFile& file, std::string_view name, std::size_t outputs,
                                     std::size_t inputs, Cpu cpu = best_cpu());

    [[nodiscard]] std::size_t inputs() const { return weights_.depth(); }
    [[nodiscard]] std::size_t outputs() const { return weights_.outputs(); }

    /// Writes outputs() numbers for each row, rows `stride` apart. REQUIRES: rows quantised for the same CPU.
    void apply(const QuantisedRows& rows, Finish finish, float* out, std::size_t stride) const;
    /// Of `rows` with inputs() numbers each. REQUIRES: rows.size() / inputs() * outputs() == out.size().
    void apply(std::span<const float> rows, QuantisedRows& scratch, std::span<float> out) const;

  private:
    Int8Matrix weights_;
    AlignedBuffer<float> scales_, bias_;  // padded to whole lanes
};

/// A small matrix of f32 weights, with a bias or without. Owns its weights. Immutable; threads may share it.
class Dense {
  public:
    Dense() = default;
    /// Reads the f32 tensor `weight` [outputs, inputs] and, unless its name is empty, `bias` [1, outputs]. Fails as
    /// Linear does.
    static base::Result<Dense> open(const NetworkFile& file, std::string_view weight, std::string_view bias,
                                    std::size_t outputs, std::size_t inputs, Cpu cpu = best_cpu());

    [[nodiscard]] std::size_t inputs() const { return inputs_; }
    [[nodiscard]] std::size_t outputs() const { return outputs_; }

    /// REQUIRES: rows.size() / inputs() * outputs() == out.size().
    void apply(std::span<const float> rows, std::span<float> out) const;

  private:
    std::size_t inputs_ = 0, outputs_ = 0, stride_ = 0;
    const VectorMath* math_ = nullptr;
    AlignedBuffer<float> weights_;  // [inputs, stride]: turned
    AlignedBuffer<float> bias_;
};

}  // namespace readout::learn
