#include "syntax/tree.h"

#include <algorithm>
#include <limits>

namespace readout::syntax {
namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

/// Nodes 0 .. size, of which `size` is an artificial root. A cycle is contracted into one of its nodes, the smaller
/// graph solved, and the cycle opened where the solution enters it.
class Arborescence {
  public:
    Arborescence(std::span<const float> scores, std::size_t size) : nodes_(size + 1) {
        // Each root but one must cost more than all arcs together can bring in.
        float least = 0, most = 0;
        for (const float score : scores) {
            least = std::min(least, score);
            most = std::max(most, score);
        }
        const double penalty =
            (static_cast<double>(most) - static_cast<double>(least) + 1) * static_cast<double>(nodes_);
        weights_.assign(nodes_ * nodes_, -kInfinite);
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t j = 0; j < size; ++j) {
                if (i != j) weights_[i * nodes_ + j] = static_cast<double>(scores[i * size + j]);
            }
            weights_[i * nodes_ + size] = static_cast<double>(scores[i * size + i]) - penalty;
        }
        for (std::size_t i = 0; i < nodes_; ++i) live_.push_back(i);
    }

    /// The head of each node; of the artificial root nothing.
    std::vector<std::size_t> solve() {
        std::vector<std::size_t> heads(nodes_, kNone);
        for (const std::size_t i : live_) {
            if (i + 1 != nodes_) heads[i] = best_head(i);
        }
        const std::vector<std::size_t> cycle = find_cycle(heads);
        if (cycle.empty()) return heads;
        open(cycle, heads);
        return heads;
    }

  private:
    static constexpr double kInfinite = 1e300;

    [[nodiscard]] double weight(std::size_t child, std::size_t head) const { return weights_[child * nodes_ + head]; }

    [[nodiscard]] std::size_t best_head(std::size_t child) const {
        std::size_t best = kNone;
        for (const std::size_t head : live_) {
            if (head != child && (best == kNone || weight(child, head) > weight(child, best))) best = head;
        }
        return best;
    }

    [[nodiscard]] std::vector<std::size_t> find_cycle(const std::vector<std::size_t>& heads) const {
        std::vector<std::size_t> seen(nodes_, kNone);  // by the walk that saw it
        for (const std::size_t start : live_) {
            std::size_t at = start;
            while (at != kNone && seen[at] == kNone) {
                seen[at] = start;
                at = heads[at];
            }
            if (at == kNone || seen[at] != start) continue;
            std::vector<std::size_t> cycle{at};
            for (std::size_t next = heads[at]; next != at; next = heads[next]) cycle.push_back(next);
            return cycle;
        }
        return {};
    }

    /// Solves with `cycle` contracted into its first node, and writes the heads of all.
    void open(const std::vector<std::size_t>& cycle, std::vector<std::size_t>& heads) {
        std::vector<bool> inside(nodes_, false);
        for (const std::size_t node : cycle) inside[node] = true;
        const std::size_t whole = cycle.front();
        std::vector<std::size_t> enters(nodes_, kNone), leaves(nodes_, kNone);  // by the node outside
        std::vector<std::size_t> outside;
        for (const std::size_t node : live_) {
            if (!inside[node]) outside.push_back(node);
        }
        std::vector<double> in(nodes_), out(nodes_);
        for (const std::size_t node : outside) {
            for (const std::size_t member : cycle) {
                const double gain = weight(member, node) - weight(member, heads[member]);
                if (enters[node] == kNone || gain > in[node]) enters[node] = member, in[node] = gain;
                if (leaves[node] == kNone || weight(node, member) > out[node]) {
                    leaves[node] = member, out[node] = weight(node, member);
                }
            }
        }
        for (const std::size_t node : outside) {
            weights_[whole * nodes_ + node] = in[node];
            weights_[node * nodes_ + whole] = out[node];
        }
        live_ = outside;
        live_.insert(std::upper_bound(live_.begin(), live_.end(), whole), whole);
        const std::vector<std::size_t> solved = solve();
        for (const std::size_t node : outside) heads[node] = solved[node] == whole ? leaves[node] : solved[node];
        heads[enters[solved[whole]]] = solved[whole];
    }

    std::size_t nodes_;
    std::vector<double> weights_;
    std::vector<std::size_t> live_;
};

}  // namespace

std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::size_t size) {
    const std::vector<std::size_t> heads = Arborescence(scores, size).solve();
    std::vector<std::uint32_t> out(size);
    for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<std::uint32_t>(heads[i] == size ? i : heads[i]);
    return out;
}

}  // namespace readout::syntax
