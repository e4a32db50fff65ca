#include "learn/int8_kernel.h"

namespace readout::learn {
namespace {

constexpr std::size_t kRows = 4, kColumns = 16;

std::size_t panel_bytes(std::size_t depth) {
    return depth * kColumns;
}

/// Depth by depth the weights of the sixteen outputs.
void pack(const std::int8_t* weights, std::size_t present, std::size_t depth, std::byte* panel) {
    auto* out = reinterpret_cast<std::int8_t*>(panel);
    for (std::size_t n = 0; n < present; ++n) {
        for (std::size_t k = 0; k < depth; ++k) out[k * kColumns + n] = weights[n * depth + k];
    }
}

void tile(const std::byte* rows, std::size_t row_stride, const std::byte* panel, std::size_t depth, std::int32_t* out) {
    const auto* weights = reinterpret_cast<const std::int8_t*>(panel);
    for (std::size_t r = 0; r < kRows; ++r) {
        const auto* row = reinterpret_cast<const std::int16_t*>(rows + r * row_stride);
        std::int32_t sums[kColumns] = {};
        for (std::size_t k = 0; k < depth; ++k) {
            for (std::size_t n = 0; n < kColumns; ++n) sums[n] += row[k] * weights[k * kColumns + n];
        }
        for (std::size_t n = 0; n < kColumns; ++n) out[r * kColumns + n] = sums[n];
    }
}

}  // namespace

constinit const Int8Kernel kInt8Plain = {.row_type = RowType::kInt16,
                                         .row_bytes = 2,
                                         .rows = kRows,
                                         .columns = kColumns,
                                         .depth_step = 1,
                                         .panel_bytes = panel_bytes,
                                         .pack = pack,
                                         .tile = tile,
                                         .begin = nullptr,
                                         .end = nullptr};

}  // namespace readout::learn
