#pragma once
// Conflicts that the report itself points out: "X's account contradicted Y's claim that …", "A said it had
// agreed, but B said it only took note …", "each accuses the other".

#include <vector>

#include "claim/draft.h"

namespace readout::claim {

/// A sentence that sets two sources' claims against each other by a verb of contradiction.
std::vector<Draft> find_contradictions(const StoryView& view);

/// Two sources in one sentence, or in two that follow each other, joined by "but" or "though": one tells of an
/// agreement, the other of less ("merely", "only", "a draft", "had discussed").
std::vector<Draft> find_rebuttals(const StoryView& view);

/// Two parties that accuse each other of one act; a source that "says the opposite" of the one before.
std::vector<Draft> find_mutual_accusations(const StoryView& view);

}  // namespace readout::claim
