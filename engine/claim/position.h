#pragma once
// How a holder's line on one question moves: the same source asserts first and denies later, or the other way round.

#include <vector>

#include "claim/story_view.h"

namespace readout::claim {

/// Positions with one reversal each; only explicit ones, where both clauses are dated on different days.
std::vector<record::Position> find_positions(const StoryView& view, const record::StoryId& story);

}  // namespace readout::claim
