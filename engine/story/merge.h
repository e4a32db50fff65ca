#pragma once
// One entity, one id, over the reports of a story.

#include <span>
#include <vector>

#include "record/reading.h"

namespace readout::story {

/// Within each story, named entities of one kind with the same folded name become one, and a person known by a last
/// name only becomes the one person of the story who bears it. The least id stays, that of the actor table before all
/// others. Changes the ids in entities, mentions, statements and events of the readings.
void merge_entities(std::vector<record::Reading>& readings, std::span<const record::Story> stories);

/// The entities of all readings, one for each id, sorted by id; aliases are joined.
std::vector<record::Entity> all_entities(std::span<const record::Reading> readings);

}  // namespace readout::story
