#pragma once
// Two sources that name each other as the one who did it.

#include <vector>

#include "claim/draft.h"

namespace readout::claim {

/// Two assertions close together in one report, or two of one act in different reports: the first source's names the
/// second source's side, the second's names the first's, and both speak of an attack or accuse.
std::vector<Draft> find_cross_accusations(const StoryView& view);

}  // namespace readout::claim
