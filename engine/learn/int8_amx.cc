#if defined(__x86_64__)

#include <immintrin.h>

#include "learn/int8_kernel.h"

namespace readout::learn {
namespace {

// Four tiles of 16 x 16 sums, fed by two tiles of 16 rows and two of 16 outputs, 64 depths each.
constexpr std::size_t kRows = 32, kColumns = 32, kDepth = 64, kTileBytes = 1024;

/// What ldtilecfg reads: palette 1, and of each tile its rows and the bytes of a row.
struct alignas(64) TileShapes {
    std::uint8_t palette, start_row, reserved[14];
    std::uint16_t row_bytes[16];
    std::uint8_t rows[16];
};
constexpr TileShapes kShapes = {.palette = 1,
                                .start_row = 0,
                                .reserved = {},
                                .row_bytes = {64, 64, 64, 64, 64, 64, 64, 64},
                                .rows = {16, 16, 16, 16, 16, 16, 16, 16}};
static_assert(sizeof(TileShapes) == 64);

void begin() {
    _tile_loadconfig(&kShapes);
}

void end() {
    _tile_release();
}

std::size_t panel_bytes(std::size_t depth) {
    return round_up(depth, kDepth) * kColumns;
}

/// 64 depths at a time, two tiles: a row of a tile has four depths of each of its sixteen outputs.
void pack(const std::int8_t* weights, std::size_t present, std::size_t depth, std::byte* panel) {
    auto* out = reinterpret_cast<std::int8_t*>(panel);
    for (std::size_t n = 0; n < present; ++n) {
        for (std::size_t k = 0; k < depth; ++k) {
            const std::size_t tile = k / kDepth * 2 + n / 16;
            out[tile * kTileBytes + k % kDepth / 4 * 64 + n % 16 * 4 + k % 4] = weights[n * depth + k];
        }
    }
}

void tile(const std::byte* rows, std::size_t row_stride, const std::byte* panel, std::size_t depth, std::int32_t* out) {
    _tile_zero(0);
    _tile_zero(1);
    _tile_zero(2);
    _tile_zero(3);
    const std::byte* lower_rows = rows + 16 * row_stride;
    for (std::size_t k = 0; k < depth; k += kDepth, panel += 2 * kTileBytes) {
        _tile_loadd(4, rows + k, row_stride);
        _tile_loadd(6, panel, 64);
        _tile_loadd(5, lower_rows + k, row_stride);
        _tile_loadd(7, panel + kTileBytes, 64);
        _tile_dpbssd(0, 4, 6);
        _tile_dpbssd(2, 5, 6);
        _tile_dpbssd(1, 4, 7);
        _tile_dpbssd(3, 5, 7);
    }
    _tile_stored(0, out, kColumns * 4);
    _tile_stored(1, out + 16, kColumns * 4);
    _tile_stored(2, out + 16 * kColumns, kColumns * 4);
    _tile_stored(3, out + 16 * kColumns + 16, kColumns * 4);
}

}  // namespace

constinit const Int8Kernel kInt8Amx = {.row_type = RowType::kInt8,
                                       .row_bytes = 1,
                                       .rows = kRows,
                                       .columns = kColumns,
                                       .depth_step = kDepth,
                                       .panel_bytes = panel_bytes,
                                       .pack = pack,
                                       .tile = tile,
                                       .begin = begin,
                                       .end = end};

}  // namespace readout::learn

#endif
