#pragma once
// Transcripts and interviews: blocks that begin with "LABEL:", one statement a turn.

#include <cstdint>
#include <vector>

#include "record/report.h"
#include "statement/draft.h"

namespace readout::statement {

/// One turn: its label and the text after it, paragraph by paragraph.
struct Turn {
    Span label;
    std::vector<Span> content;
    std::uint32_t first_block = 0, last_block = 0;
    bool asks = false;  // most turns of this label end in a question: who leads the interview
};

/// Empty unless the report is a transcript: three labelled blocks at least, and a label that comes back.
std::vector<Turn> find_turns(const record::Report& report);

/// The statement of a turn.
Draft draft_of(const Turn& turn);

}  // namespace readout::statement
