#pragma once
// What nobody confirmed: "has not confirmed", "no comment", "it is unclear whether".

#include <vector>

#include "claim/draft.h"

namespace readout::claim {

/// One draft with one camp of no_comment accounts for each refusal, want of confirmation or confessed ignorance.
std::vector<Draft> find_open_questions(const StoryView& view);

}  // namespace readout::claim
