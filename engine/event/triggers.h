#pragma once
// Where in a sentence a trigger of the lexicon stands.

#include <vector>

#include "event/lexicon.h"
#include "event/phrases.h"

namespace readout::event {

/// `trigger` matched with its first word at token `head`; the last matched word ends before token `end`. `words` are
/// the tokens of its words, in order. What the trigger asks of its object is not checked yet.
struct Match {
    const Trigger* trigger = nullptr;
    Index head = 0, end = 0;
    std::vector<Index> words;
};

/// All matches, by head and then in table order.
std::vector<Match> find_triggers(const Phrases& phrases, const Lexicon& lexicon);

}  // namespace readout::event
