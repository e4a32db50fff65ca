#pragma once
// From drafts to records: joins drafts on one question, counts independent sources, hashes ids.

#include <vector>

#include "claim/draft.h"
#include "claim/weaver.h"

namespace readout::claim {

/// Joins drafts of yes and no that share an answer on the same side. An answer stands in one camp only: where drafts
/// put it in both, they stay apart. The result does not depend on the order of `drafts`.
std::vector<Draft> join_drafts(std::vector<Draft> drafts);

/// The number of sources behind a camp: holders who are equal, and reports that are copies, count once.
int independent_sources(const std::vector<Answer>& camp, const StoryView& view);

/// Appends the claim, accounts and (with two camps or more) the dispute of each draft.
void add_records(const std::vector<Draft>& drafts, const StoryView& view, const record::StoryId& story, Claims& out);

}  // namespace readout::claim
