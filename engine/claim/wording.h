#pragma once
// What somebody said: the reported words beside the speaker's own denial of them.

#include <vector>

#include "claim/draft.h"

namespace readout::claim {

/// A denial of having said something ("denies having ruled it out", "I never said that", "was misquoted") beside a
/// report of the same speaker's words on the same matter.
std::vector<Draft> find_wording_disputes(const StoryView& view);

}  // namespace readout::claim
