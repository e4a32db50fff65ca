#pragma once
// A denial beside what it denies: "No such promise was made" against "they promised it twice".

#include <vector>

#include "claim/draft.h"

namespace readout::claim {

/// One draft for each denial that some other source's assertion stands against. A denial is a statement whose act is
/// deny, or a negated clause that is neither a refusal, nor pending, nor a confession of ignorance. It is aligned with
/// assertions that share an act and an argument; a bare "denied it" is aligned with the assertion just before it.
std::vector<Draft> find_denials(const StoryView& view);

}  // namespace readout::claim
