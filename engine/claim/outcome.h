#pragma once
// What a meeting ended with: "no deal" beside "the agreement reached there".

#include <vector>

#include "claim/draft.h"

namespace readout::claim {

/// Aligns clauses that tell of a meeting without an agreement with clauses of other sources that tell of an agreement
/// made at that meeting: the second must name the place or occasion that the first report is about. Progress beside "no
/// deal" is no dispute, and an agreement made on a later day is an update.
std::vector<Draft> find_outcome_disputes(const StoryView& view);

}  // namespace readout::claim
