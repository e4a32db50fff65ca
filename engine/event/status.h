#pragma once
// Did it happen? From mood, tense, negation, the verbs above, and whoever says it.

#include <optional>

#include "event/arguments.h"
#include "record/reading.h"

namespace readout::event {

/// What the sentence alone says of an act. `drop` = no event at all (an ability, the content of a demand).
struct Verdict {
    record::EventStatus status = record::EventStatus::kActual;
    bool negated = false;
    bool drop = false;
    bool past_perfect = false;
    bool future_if_dated = false;  // present tense: planned when its date is still to come
    Index accuser = kNone;         // the verb phrase of an accusation whose content this is
};

/// Status of the act that verb phrase `verb` tells.
Verdict judge_verb(const Phrases& phrases, const Lexicon& lexicon, Index verb);
/// Status of an act that a noun tells.
Verdict judge_noun(const Phrases& phrases, const Lexicon& lexicon, const Match& match, const Cast& cast);

}  // namespace readout::event
