#include "story/cluster.h"

#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace readout::story {
namespace {

/// Groups are named by their least member. Between two groups the sum of likeness is kept: sums are exact, means are
/// not.
class Groups {
  public:
    Groups(std::size_t count, const std::vector<Edge>& edges) : leader_(count), size_(count, 1), sums_(count) {
        std::iota(leader_.begin(), leader_.end(), std::size_t{0});
        for (const Edge& edge : edges) sums_[edge.a][edge.b] = sums_[edge.b][edge.a] = edge.likeness;
        for (std::size_t a = 0; a < count; ++a) {
            for (const auto& [b, sum] : sums_[a]) {
                if (a < b) queue_.insert(rank(a, b));
            }
        }
    }

    std::vector<std::size_t> join_while(std::int64_t least) {
        while (!queue_.empty()) {
            const auto [negative_mean, a, b] = *queue_.begin();
            if (-negative_mean < least * kScale) break;
            join(a, b);
        }
        for (std::size_t& leader : leader_) leader = leader_[leader];  // a leader is less than its members
        return leader_;
    }

  private:
    static constexpr std::int64_t kScale = 1000;
    using Rank = std::tuple<std::int64_t, std::size_t, std::size_t>;

    [[nodiscard]] Rank rank(std::size_t a, std::size_t b) const {
        const auto pairs = static_cast<std::int64_t>(size_[a] * size_[b]);
        return {-(sums_[a].at(b) * kScale / pairs), a, b};
    }

    void forget(std::size_t a, std::size_t b) { queue_.erase(rank(std::min(a, b), std::max(a, b))); }

    /// b goes into a; a < b.
    void join(std::size_t a, std::size_t b) {
        for (const auto& [other, sum] : sums_[a]) forget(a, other);
        for (const auto& [other, sum] : sums_[b]) {
            if (other != a) forget(b, other);
        }
        for (const auto& [other, sum] : sums_[b]) {
            if (other == a) continue;
            sums_[other].erase(b);
            sums_[a][other] += sum;
            sums_[other][a] = sums_[a][other];
        }
        sums_[a].erase(b);
        sums_[b].clear();
        size_[a] += size_[b];
        leader_[b] = a;
        for (const auto& [other, sum] : sums_[a]) queue_.insert(rank(std::min(a, other), std::max(a, other)));
    }

    std::vector<std::size_t> leader_, size_;
    std::vector<std::map<std::size_t, std::int64_t>> sums_;
    std::set<Rank> queue_;
};

}  // namespace

std::vector<std::size_t> average_link(std::size_t count, const std::vector<Edge>& edges, std::int64_t least) {
    return Groups(count, edges).join_while(least);
}

}  // namespace readout::story
