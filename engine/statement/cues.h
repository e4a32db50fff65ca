#pragma once
// Where a reporting word stands, and in which verb group: voice, negation, mood.

#include <vector>

#include "statement/lexicon.h"
#include "statement/words.h"

namespace readout::statement {

enum class Voice : unsigned char { kActive, kPassive, kParticiple, kInfinitive };

/// Words [first, last) of its segment; the verb group begins at `group` ("has not |confirmed|").
struct CueSite {
    const Entry* entry = nullptr;
    std::size_t first = 0, last = 0, group = 0;
    Inflection inflection = Inflection::kBase;
    Voice voice = Voice::kActive;
    bool negated = false;
    bool unreal = false;  // "would say", "may deny": a saying only foreseen
    bool past = false;
};

/// In text order; at most one cue a word.
std::vector<CueSite> find_cues(const Segment& segment, const Lexicon& lexicon, bool headline);

}  // namespace readout::statement
