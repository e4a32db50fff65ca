#pragma once
// Rules and the reader network together: what the network sees that no rule found, and what a rule found that the
// network does not see.

#include <span>
#include <vector>

#include "record/reading.h"
#include "statement/draft.h"
#include "statement/quotation.h"

namespace readout::statement {

/// Removes drafts whose cue leaves the act open ("found", "showed") and is no cue to the network. What stays: "said"
/// and "told", nouns ("her claim"), cues within what the network takes for said (it seldom sees one saying in another),
/// whole quotations, drafts without content, and all of a report that the network did not read.
void drop_unseen(const record::Reading& reading, std::vector<Draft>& drafts);

/// Gives a draft the source that the network sees at its cue, where the draft has no speaker, or one that is no source
/// to the network ("A lawmaker with knowledge of |the file| confirmed").
void mend_speakers(const record::Reading& reading, std::vector<Draft>& drafts);

/// Adds the attributions of the reading that are surely speech, have a source and a content, and share neither cue nor
/// content with a draft: their cue is in no table, or their clause is built as none that the rules know.
void add_seen(const record::Reading& reading, std::span<const Quote> quotes, std::vector<Draft>& drafts);

}  // namespace readout::statement
