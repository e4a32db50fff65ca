#pragma once
// One clause with the one who answers for it: the unit that rules compare.

#include <cstdint>
#include <string>
#include <vector>

#include "claim/polarity.h"
#include "record/reading.h"

namespace readout::claim {

/// `span` is what is cited; tokens [first, last) are the content, without the reporting words.
struct Proposition {
    std::uint32_t report = 0;    // index in StoryView::readings
    std::uint32_t sentence = 0;  // index in Syntax::sentences
    text::Span span;
    std::uint32_t first = 0, last = 0;
    std::vector<record::Reference> holders;  // outermost first; the outlet is always the first
    std::string holder;                      // key of the innermost holder, equal for one and the same source
    record::Voice voice = record::Voice::kOwn;
    record::Act act = record::Act::kAssert;
    bool said = false;     // attributed to somebody
    bool denying = false;  // the cue itself denies ("denied", "dismissed"), whatever the clause says
    bool negated = false;  // the saying itself did not happen
    bool copied = false;   // lies in text that another report of the story holds too, and is not its source
    std::string cue;       // lemma of the reporting words
    record::StatementId statement;
    record::StatementId inside;
    ClausePolarity polarity;
    std::vector<std::uint32_t> terms;  // sorted, distinct; numbers of StoryView's vocabulary
    base::DayRange as_of;
    bool dated = false;  // as_of is known
};

/// A clause of `reading` as the syntax cut it: at "; ", ", but", ", while", ", though". Bounds are token numbers.
struct Clause {
    std::uint32_t first = 0, last = 0;
};

/// The clauses of tokens [first, last), in order, covering all of them.
std::vector<Clause> clauses_of(const record::Reading& reading, std::uint32_t first, std::uint32_t last);

/// The propositions of one report: first those of each statement (one for each clause of its content), then those of
/// the narration that no statement covers. `terms`, `copied` and `report` are left to the caller.
std::vector<Proposition> propositions_of(const record::Reading& reading);

}  // namespace readout::claim
