#pragma once
// Rules and the reader network together: what the network sees that no rule found, and what a rule found that the
// network does not see.

#include <span>
#include <vector>

#include "record/reading.h"
#include "statement/draft.h"
#include "statement/quotation.h"

namespace readout::statement {

/// Removes drafts whose cue is no cue to the network. "Said", denials and nouns that lead a clause in ("a report that",
/// "an offer to") stay, for it seldom sees one saying in another. Whole quotations, refusals without content, cited
/// sources, "according to", "as the Herald reported" and cues of titles stay, and all of a report that the network did
/// not read.
void drop_unseen(const record::Reading& reading, std::vector<Draft>& drafts);

/// Gives drafts what the network sees at their cues: the words of the content, where they overlap and are not all
/// quoted; the act, where the cue leaves it open and the network is sure of it, by a quotation's own words first; and
/// the source, where a draft's speaker is no source to the network ("A clerk with a copy of |the contract| confirmed")
/// and the network's neither speaks elsewhere nor is spoken to.
void mend_drafts(const record::Reading& reading, std::span<const Quote> quotes, std::vector<Draft>& drafts);

/// Adds the attributions of the reading that are surely speech, have a source and a content, and share neither cue nor
/// content with a draft: their cue is in no table, or their clause is built as none that the rules know.
void add_seen(const record::Reading& reading, const Lexicon& lexicon, std::span<const Quote> quotes,
              std::vector<Draft>& drafts);

}  // namespace readout::statement
