#include "learn/int8_gemm.h"

#include <algorithm>
#include <cstring>

#include "base/check.h"

namespace readout::learn {
namespace {

constexpr std::size_t kBlockRows = 48;

const Int8Kernel& kernel_for(Cpu cpu) {
    RO_CHECK(cpu <= usable_cpus().back());
#if defined(__x86_64__)
    if (cpu == Cpu::kAmx) return kInt8Amx;
    if (cpu == Cpu::kVnni) return kInt8Vnni;
    if (cpu == Cpu::kAvx2) return kInt8Avx2;
#endif
    return kInt8Plain;
}

}  // namespace

QuantisedRows::QuantisedRows(Cpu cpu) : kernel_(&kernel_for(cpu)), math_(&vector_math(cpu)) {}

void QuantisedRows::shape(std::size_t count, std::size_t depth) {
    count_ = count;
    depth_ = depth;
    stride_ = round_up(depth, kernel_->depth_step) * kernel_->row_bytes;
    values_.reserve(round_up(count, kernel_->rows) * stride_);
    if (scales_.size() < round_up(count, kernel_->rows)) scales_.resize(round_up(count, kernel_->rows));
}

void QuantisedRows::assign(const float* rows, std::size_t count, std::size_t depth, std::size_t stride) {
    shape(count, depth);
    for (std::size_t m = 0; m < count; ++m) {
        std::byte* out = values_.data() + m * stride_;
        scales_[m] = math_->quantise(rows + m * stride, depth, kernel_->row_type, out);
        std::memset(out + depth * kernel_->row_bytes, 0, stride_ - depth * kernel_->row_bytes);
    }
}

void QuantisedRows::assign(std::span<const std::int8_t> rows, std::size_t count, std::size_t depth) {
    RO_CHECK(rows.size() == count * depth);
    shape(count, depth);
    for (std::size_t m = 0; m < count; ++m) {
        scales_[m] = 1.0F;
        std::byte* out = values_.data() + m * stride_;
        std::memset(out, 0, stride_);
        for (std::size_t k = 0; k < depth; ++k) {
            const std::int8_t value = rows[m * depth + k];
            if (kernel_->row_type == RowType::kInt16) {
                reinterpret_cast<std::int16_t*>(out)[k] = value;  // NOLINT(bugprone-signed-char-misuse): numbers
            } else {
                out[k] = static_cast<std::byte>(value + (kernel_->row_type == RowType::kUint8 ? 128 : 0));
            }
        }
    }
}

Int8Matrix::Int8Matrix(std::span<const std::int8_t> weights, std::size_t outputs, std::size_t depth, Cpu cpu)
    : outputs_(outputs), depth_(depth), cpu_(cpu), kernel_(&kernel_for(cpu)) {
    RO_CHECK(weights.size() == outputs * depth && kernel_->rows * kernel_->columns <= kMaxTile);
    panel_bytes_ = round_up(kernel_->panel_bytes(depth), kAlignment);
    panels_.reserve(round_up(outputs, kernel_->columns) / kernel_->columns * panel_bytes_);
    for (std::size_t n = 0; n < outputs; n += kernel_->columns) {
        kernel_->pack(weights.data() + n * depth, std::min(kernel_->columns, outputs - n), depth,
                      panels_.data() + n / kernel_->columns * panel_bytes_);
    }
}

/// Some rows at a time, and of these panel by panel: the weights of a panel stay in the nearest cache while the rows
/// pass, and the rows of the answer, which are written in stripes, in the next one.
template <class Use>
void Int8Matrix::for_each_tile(const QuantisedRows& rows, Use use) const {
    RO_CHECK(rows.depth_ == depth_ && rows.kernel_ == kernel_);
    alignas(kAlignment) std::int32_t values[kMaxTile];
    if (kernel_->begin != nullptr) kernel_->begin();
    const std::size_t block = round_up(kBlockRows, kernel_->rows), height = kernel_->rows, width = kernel_->columns;
    for (std::size_t first = 0; first < rows.count_; first += block) {
        const std::size_t last = std::min(first + block, rows.count_);
        for (std::size_t n = 0; n < outputs_; n += width) {
            const std::byte* panel = panels_.data() + n / width * panel_bytes_;
            for (std::size_t m = first; m < last; m += height) {
                kernel_->tile(rows.values_.data() + m * rows.stride_, rows.stride_, panel, depth_, values);
                use(values, m, std::min(height, last - m), n, std::min(width, outputs_ - n));
            }
        }
    }
    if (kernel_->end != nullptr) kernel_->end();
}

void Int8Matrix::multiply(const QuantisedRows& rows, std::int32_t* out) const {
    for_each_tile(
        rows, [&](const std::int32_t* tile, std::size_t m, std::size_t tile_rows, std::size_t n, std::size_t columns) {
            for (std::size_t r = 0; r < tile_rows; ++r) {
                std::memcpy(out + (m + r) * outputs_ + n, tile + r * kernel_->columns, columns * sizeof *out);
            }
        });
}

void Int8Matrix::multiply(const QuantisedRows& rows, const float* scales, const float* bias, Finish kind, float* out,
                          std::size_t stride) const {
    for_each_tile(rows, [&](const std::int32_t* tile, std::size_t m, std::size_t tile_rows, std::size_t n,
                            std::size_t columns) {
        const std::size_t whole = columns / kLanes * kLanes;
        const Int32Tile part{tile, kernel_->columns, tile_rows, whole};
        float* place = out + m * stride + n;
        rows.math_->finish(part, rows.scales_.data() + m, scales + n, bias + n, kind, place, stride);
        for (std::size_t r = 0; whole < columns && r < tile_rows; ++r) {
            float rest[kLanes] = {};
            const std::size_t bytes = (columns - whole) * sizeof *out;
            std::memcpy(rest, place + r * stride + whole, bytes);
            const Int32Tile last{tile + r * kernel_->columns + whole, kernel_->columns, 1, kLanes};
            rows.math_->finish(last, rows.scales_.data() + m + r, scales + n + whole, bias + n + whole, kind, rest, 0);
            std::memcpy(place + r * stride + whole, rest, bytes);
        }
    });
}

}  // namespace readout::learn
