#pragma once
// Who acts and who is acted upon, for one trigger in one sentence.

#include <vector>

#include "event/parties.h"
#include "event/triggers.h"

namespace readout::event {

/// `agent` is what stands where the actor would, party or not ("Drones hit …"); `object` the noun phrases acted upon.
struct Cast {
    std::vector<Found> actors, recipients;
    std::vector<Found> agent;
    std::vector<Index> object;
    Index verb = kNone;  // the verb phrase of the act, or the light verb of a noun
    bool passive = false;
    bool light = false;    // a noun that a light verb carries ("staged a protest")
    bool owned = false;    // a noun with its actor inside the phrase ("Kyiv's request")
    bool subject = false;  // a noun that is the subject of `verb` ("talks are planned")
};

Cast cast_verb(const Phrases& phrases, const Parties& parties, const Lexicon& lexicon, const Match& match);
Cast cast_noun(const Phrases& phrases, const Parties& parties, const Lexicon& lexicon, const Match& match);

/// Whether the object is one that the trigger asks for.
bool object_fits(const Phrases& phrases, const Lexicon& lexicon, const Match& match, const Cast& cast);
/// Whether the parties are such as the trigger's gate asks for.
bool gate_opens(const Phrases& phrases, const Lexicon& lexicon, const Match& match, const Cast& cast);

}  // namespace readout::event
