#pragma once
// Average-link agglomeration over a sparse graph.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace readout::story {

/// Two items and how alike they are. REQUIRES: a < b.
struct Edge {
    std::size_t a = 0, b = 0;
    std::int64_t likeness = 0;
};

/// Groups [0, count): repeatedly joins the two groups with the greatest mean likeness (missing edges count as 0; of
/// equals the pair with the least members) while it is at least `least`. Returns for each item the least member of its
/// group. The answer depends on the edges only, not on their order.
std::vector<std::size_t> average_link(std::size_t count, const std::vector<Edge>& edges, std::int64_t least);

}  // namespace readout::story
