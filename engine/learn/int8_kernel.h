#pragma once
// What a CPU does for a product of whole numbers: one tile at a time. int8_gemm.h puts the tiles together.

#include <cstddef>
#include <cstdint>

#include "learn/vector_math.h"

namespace readout::learn {

/// How rows and weights lie in memory, and the loops over them. Both are padded with zero weights: depth to a multiple
/// of `depth_step`, rows and columns to whole tiles.
struct Int8Kernel {
    RowType row_type;
    std::size_t row_bytes;      // of one number of a row
    std::size_t rows, columns;  // of a tile; columns a multiple of kLanes
    std::size_t depth_step;
    std::size_t (*panel_bytes)(std::size_t depth);
    /// Writes a panel: the weights of `columns` outputs, of which `present` are there (row major, `depth` each).
    /// REQUIRES: panel is zeroed.
    void (*pack)(const std::int8_t* weights, std::size_t present, std::size_t depth, std::byte* panel);
    /// tile[r, n] = the exact sum over k of row r times output n of the panel. `row_stride` counts bytes.
    void (*tile)(const std::byte* rows, std::size_t row_stride, const std::byte* panel, std::size_t depth,
                 std::int32_t* tile);
    /// Called on a thread before its tiles and after; null where nothing is to be done.
    void (*begin)();
    void (*end)();
};

constexpr std::size_t kMaxTile = 32 * 32;

extern const Int8Kernel kInt8Plain, kInt8Avx2, kInt8Vnni, kInt8Amx;

}  // namespace readout::learn
