#pragma once
// Which reports tell the same story.

#include <span>
#include <vector>

#include "record/reading.h"
#include "story/background.h"

namespace readout::story {

/// Every report is in exactly one story. A derived report goes with its source; the others are joined by average-link
/// agglomeration over the likeness of their rare words, most alike first, ties by least id. A pure function of the set.
/// REQUIRES: readings sorted by report id.
std::vector<record::Story> find_stories(std::span<const record::Reading> readings, std::span<const record::Copy> copies,
                                        const Background& background);

}  // namespace readout::story
