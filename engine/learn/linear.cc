#include "learn/linear.h"

#include <algorithm>
#include <string>

#include "base/check.h"

namespace readout::learn {

base::Result<Linear> Linear::open(const NetworkFile& file, std::string_view name, std::size_t outputs,
                                  std::size_t inputs, Cpu cpu) {
    const Tensor weight = RO_TRY(file.bytes(std::string(name) + ".weight", outputs, inputs));
    const Tensor bias = RO_TRY(file.floats(std::string(name) + ".bias", 1, weight.rows));
    Linear linear;
    linear.weights_ = Int8Matrix(weight.bytes, weight.rows, weight.columns, cpu);
    linear.scales_.reserve(round_up(weight.rows, kLanes));
    linear.bias_.reserve(round_up(weight.rows, kLanes));
    std::copy(weight.scales.begin(), weight.scales.end(), linear.scales_.data());
    std::copy(bias.floats.begin(), bias.floats.end(), linear.bias_.data());
    return linear;
}

void Linear::apply(const QuantisedRows& rows, Finish finish, float* out, std::size_t stride) const {
    weights_.multiply(rows, scales_.data(), bias_.data(), finish, out, stride);
}

void Linear::apply(std::span<const float> rows, QuantisedRows& scratch, std::span<float> out) const {
    RO_CHECK(rows.size() % inputs() == 0 && rows.size() / inputs() * outputs() == out.size());
    scratch.assign(rows.data(), rows.size() / inputs(), inputs(), inputs());
    apply(scratch, Finish::kNone, out.data(), outputs());
}

base::Result<Dense> Dense::open(const NetworkFile& file, std::string_view weight, std::string_view bias,
                                std::size_t outputs, std::size_t inputs, Cpu cpu) {
    const Tensor weights = RO_TRY(file.floats(weight, outputs, inputs));
    Dense dense;
    dense.math_ = &vector_math(cpu);
    dense.outputs_ = weights.rows;
    dense.inputs_ = weights.columns;
    dense.stride_ = round_up(weights.rows, kLanes);
    dense.weights_.reserve(dense.inputs_ * dense.stride_);
    for (std::size_t n = 0; n < dense.outputs_; ++n) {
        for (std::size_t k = 0; k < dense.inputs_; ++k) {
            dense.weights_.data()[k * dense.stride_ + n] = weights.floats[n * dense.inputs_ + k];
        }
    }
    dense.bias_.reserve(dense.stride_);
    if (bias.empty()) return dense;
    const Tensor biases = RO_TRY(file.floats(bias, 1, weights.rows));
    std::copy(biases.floats.begin(), biases.floats.end(), dense.bias_.data());
    return dense;
}

void Dense::apply(std::span<const float> rows, std::span<float> out) const {
    RO_CHECK(rows.size() % inputs_ == 0 && rows.size() / inputs_ * outputs_ == out.size());
    constexpr std::size_t kRows = 24, kColumns = 64;  // whole lanes are written here, what there is of them is taken
    alignas(kAlignment) float block[kRows * kColumns];
    const std::size_t count = rows.size() / inputs_;
    for (std::size_t n = 0; n < outputs_; n += kColumns) {
        const std::size_t columns = std::min(kColumns, outputs_ - n);
        for (std::size_t m = 0; m < count; m += kRows) {
            const std::size_t height = std::min(kRows, count - m);
            math_->product(rows.data() + m * inputs_, inputs_, weights_.data() + n, stride_, block, kColumns, height,
                           inputs_, round_up(columns, kLanes));
            for (std::size_t r = 0; r < height; ++r) {
                float* place = out.data() + (m + r) * outputs_ + n;
                for (std::size_t i = 0; i < columns; ++i) place[i] = block[r * kColumns + i] + bias_.data()[n + i];
            }
        }
    }
}

}  // namespace readout::learn
