#pragma once
// Two numbers of one thing that cannot both hold.

#include <vector>

#include "claim/draft.h"

namespace readout::claim {

/// Aligns quantities of the same role or noun, the same class and the same matter, told by different sources; compares
/// them as intervals. Rounding, parts of a whole, and counts that only grow as time passes are not disputes; numbers
/// that one source raises itself stay one camp.
std::vector<Draft> find_number_disputes(const StoryView& view);

}  // namespace readout::claim
