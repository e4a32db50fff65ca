#pragma once
// How the kernels lay weights that they multiply four at a time. For int8_*.cc only; internal linkage, so that no code
// for a newer CPU is linked into an older one's path.

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace readout::learn {
namespace {

/// Of every four depths `Columns` times four weights, output by output. `out` is zeroed; there, columns that are not
/// `present` and depths beyond the last stay so.
template <std::size_t Columns>
void lay_fours(const std::int8_t* weights, std::size_t present, std::size_t depth, std::int8_t* out) {
    for (std::size_t n = 0; n < present; ++n) {
        const std::int8_t* row = weights + n * depth;
        std::int8_t* place = out + n * 4;
        std::size_t k = 0;
        for (; k + 4 <= depth; k += 4) std::memcpy(place + k * Columns, row + k, 4);
        std::memcpy(place + k * Columns, row + k, depth - k);
    }
}

}  // namespace
}  // namespace readout::learn
