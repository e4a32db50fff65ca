#pragma once
// Which reports are the same text. Fingerprints find candidates, an alignment of words decides.
//
// Fingerprints: winnowing (Schleimer, Wilkerson, Aiken 2003), 5 words, window 4: a run of 8 equal words shares at least
// one.

#include <span>
#include <vector>

#include "record/reading.h"

namespace readout::story {

/// One record for each report that was derived from another, to its nearest source (the one that shares most words,
/// then the earliest). Words that both quote from a third party are no evidence. A pure function of the set of
/// readings. REQUIRES: readings sorted by report id.
std::vector<record::Copy> find_copies(std::span<const record::Reading> readings);

}  // namespace readout::story
