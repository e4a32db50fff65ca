#include "claim/position.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/hash.h"
#include "claim/align.h"
#include "claim/question.h"

namespace readout::claim {
namespace {

constexpr int kSameIssue = 16;
constexpr std::size_t kMaxEach = 48;  // clauses of one holder that are compared

/// 1 affirms or will, -1 denies or will not, 0 neither.
int side_of(const Proposition& p) {
    using record::Act;
    if (p.negated || p.first >= p.last) return 0;
    const bool plain = p.act == Act::kAssert || p.act == Act::kConfirm || p.act == Act::kPromise;
    if (p.act == Act::kDeny || p.act == Act::kReject) return -1;
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

}  // namespace

std::vector<record::Position> find_positions(const StoryView& view, const record::StoryId& story) {
    std::map<std::string, std::vector<std::uint32_t>> by_holder;
    const auto& all = view.propositions();
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        const Proposition& p = all[i];
        if (!p.said || p.copied || !p.dated || p.holder.front() != 'e' || side_of(p) == 0) continue;
        auto& mine = by_holder[p.holder];
        if (mine.size() < kMaxEach) mine.push_back(i);
    }
    std::vector<record::Position> found;
    for (const auto& [holder, mine] : by_holder) {
        for (const std::uint32_t a : mine) {
            for (const std::uint32_t b : mine) {
                const Proposition& early = all[a];
                const Proposition& late = all[b];
                if (!is_later(late, early, 0) || side_of(early) == side_of(late)) continue;
                std::vector<std::uint32_t> except;
                add_holder_term(view, early, except);
                const Overlap shared = overlap(view, early.terms, late.terms, except);
                if (shared.score < kSameIssue || shared.words < 2) continue;
                found.push_back(position_of(view, story, early, late));
            }
        }
    }
    return found;
}

}  // namespace readout::claim
