#include "claim/align.h"

#include <algorithm>

#include "claim/terms.h"

namespace readout::claim {

Overlap overlap(const StoryView& view, const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b,
                const std::vector<std::uint32_t>& except) {
    Overlap found;
    auto x = a.begin(), y = b.begin();
    while (x != a.end() && y != b.end()) {
        if (*x < *y) {
            ++x;
        } else if (*y < *x) {
            ++y;
        } else {
            const std::uint32_t term = *x;
            ++x, ++y;
            if (std::find(except.begin(), except.end(), term) != except.end()) continue;
            const bool entity = view.is_entity(term);
            found.entities += entity ? 1 : 0;
            found.words += entity ? 0 : 1;
            if (!entity && is_act_family(view.term(term))) ++found.acts;
            found.score += view.weight(term);
        }
    }
    return found;
}

void add_holder_term(const StoryView& view, const Proposition& p, std::vector<std::uint32_t>& terms) {
    if (p.holder.empty() || p.holder.front() != 'e') return;
    const std::uint32_t number = view.number_of("@" + p.holder.substr(1));
    if (number != StoryView::none()) terms.push_back(number);
}

bool is_later(const Proposition& a, const Proposition& than, int days) {
    return a.dated && than.dated && a.as_of.from - than.as_of.to > days;
}

bool same_source(const StoryView& view, const Proposition& a, const Proposition& b) {
    if (a.holder == b.holder) return true;
    return !a.said && !b.said && view.source_of(a.report) == view.source_of(b.report);
}

std::vector<base::DayRange> days_of(const StoryView& view, const Proposition& p) {
    std::vector<base::DayRange> days;
    const auto& dates = view.reading(p).dates;
    const text::Span whole = p.span;
    auto at = std::partition_point(dates.begin(), dates.end(),
                                   [&](const record::Date& date) { return date.span.begin < whole.begin; });
    for (; at != dates.end() && at->span.begin < whole.end && days.size() < 16; ++at) {
        if (at->range && at->range->to - at->range->from <= 1) days.push_back(*at->range);
    }
    return days;
}

bool days_exclude(const StoryView& view, const Proposition& a, const Proposition& b) {
    const auto x = days_of(view, a), y = days_of(view, b);
    if (x.empty() || y.empty()) return false;
    for (const base::DayRange& p : x) {
        for (const base::DayRange& q : y) {
            if (p.from <= q.to + 1 && q.from <= p.to + 1) return false;
        }
    }
    return true;
}

}  // namespace readout::claim
