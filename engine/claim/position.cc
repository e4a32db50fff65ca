#include "claim/position.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/hash.h"
#include "claim/align.h"
#include "claim/question.h"

namespace readout::claim {
namespace {

constexpr int kSameIssue = 16;
constexpr std::size_t kMostOfHolder = 48;  // clauses of one holder that are compared

/// 1 affirms or will, -1 denies or will not, 0 neither.
int side_of(const Proposition& p) {
    using record::Act;
    if (p.negated || p.first >= p.last) return 0;
    const bool plain = p.act == Act::kAssert || p.act == Act::kConfirm || p.act == Act::kPromise;
    if (p.denying || p.act == Act::kReject) return -1;
    if (!plain) return 0;
    if (p.polarity.polarity == Polarity::kAffirms) return 1;
    if (p.polarity.polarity == Polarity::kDenies || p.polarity.polarity == Polarity::kRefuses) return -1;
    return 0;
}

record::Position position_of(const StoryView& view, const record::StoryId& story, const Proposition& early,
                             const Proposition& late) {
    record::Position made;
    made.holder.value = early.holder.substr(1);
    made.issue = short_words(view, early, 16);
    for (const Proposition* p : {&early, &late}) {
        made.points.push_back({p->as_of, side_of(*p) > 0 ? "yes" : "no", {view.reading(*p).report.id, p->span}});
    }
    made.changes.push_back({0, 1, record::ChangeKind::kReversal});
    base::Fingerprint fingerprint;
    fingerprint.add("position").add(story.value).add(made.holder.value);
    for (const auto& point : made.points) {
        fingerprint.add(point.cite.report.value).add(point.cite.span.begin).add(point.cite.span.end);
    }
    made.id.value = fingerprint.hex();
    return made;
}

/// Two clauses of one holder on one matter that say the opposite on different days.
struct Turn {
    std::uint32_t early, late;
    int score;
};

std::vector<Turn> turns_among(const StoryView& view, const std::vector<std::uint32_t>& mine) {
    const auto& all = view.propositions();
    std::vector<Turn> turns;
    for (const std::uint32_t a : mine) {
        for (const std::uint32_t b : mine) {
            if (!is_later(all[b], all[a], 0) || side_of(all[a]) == side_of(all[b])) continue;
            std::vector<std::uint32_t> except;
            add_holder_term(view, all[a], except);
            const Overlap shared = overlap(view, all[a].terms, all[b].terms, except);
            if (shared.score >= kSameIssue && shared.words >= 2) turns.push_back({a, b, shared.score});
        }
    }
    return turns;
}

}  // namespace

std::vector<record::Position> find_positions(const StoryView& view, const record::StoryId& story) {
    std::map<std::string, std::vector<std::uint32_t>> by_holder;
    const auto& all = view.propositions();
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        const Proposition& p = all[i];
        if (!p.said || p.copied || !p.dated || p.holder.front() != 'e' || side_of(p) == 0) continue;
        auto& mine = by_holder[p.holder];
        if (mine.size() < kMostOfHolder) mine.push_back(i);
    }
    std::vector<record::Position> found;
    for (const auto& [holder, mine] : by_holder) {
        std::vector<Turn> turns = turns_among(view, mine);
        std::stable_sort(turns.begin(), turns.end(), [](const Turn& x, const Turn& y) { return x.score > y.score; });
        std::set<std::uint32_t> used;  // each clause tells of one change, the one it fits best
        // The same turn told in other words is no second one.
        const auto is_known = [&](const Turn& turn) {
            return std::any_of(used.begin(), used.end(), [&](std::uint32_t other) {
                return overlap(view, all[turn.early].terms, all[other].terms, {}).score >= kSameIssue ||
                       overlap(view, all[turn.late].terms, all[other].terms, {}).score >= kSameIssue;
            });
        };
        for (const Turn& turn : turns) {
            if (used.count(turn.early) + used.count(turn.late) > 0 || is_known(turn)) continue;
            used.insert({turn.early, turn.late});
            found.push_back(position_of(view, story, all[turn.early], all[turn.late]));
        }
    }
    return found;
}

}  // namespace readout::claim
