#pragma once
// How far two propositions speak of one thing.

#include "claim/story_view.h"

namespace readout::claim {

/// Integer evidence that two propositions share their subject matter.
struct Overlap {
    int words = 0, entities = 0;  // how many terms of each kind are shared
    int acts = 0;                 // shared words that name an act
    int score = 0;                // sum of the weights of the shared terms
};

/// `a` and `b` are sorted lists of terms. Entities named in `except` (the holders') count for nothing.
Overlap overlap(const StoryView& view, const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b,
                const std::vector<std::uint32_t>& except);

/// The term of the proposition's innermost holder, if it has an entity that some proposition names.
void add_holder_term(const StoryView& view, const Proposition& p, std::vector<std::uint32_t>& terms);

/// True when one comes after the other by more than `days`; false when either is not dated.
bool is_later(const Proposition& a, const Proposition& than, int days);

/// True when the two come from one source: the same holder, or narration of reports that are copies of one another.
bool same_source(const StoryView& view, const Proposition& a, const Proposition& b);

/// True when each clause names a day of its own and no day is common.
bool days_exclude(const StoryView& view, const Proposition& a, const Proposition& b);

/// The resolved days of the clause's time expressions; nothing when it has none.
std::vector<base::DayRange> days_of(const StoryView& view, const Proposition& p);

}  // namespace readout::claim
