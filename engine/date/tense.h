#pragma once
// Does the clause around a time expression look back or ahead? "On Friday he said" and "will meet on Friday" are two
// Fridays.

#include "date/words.h"

namespace readout::date {

enum class Tense : unsigned char { kUnknown, kPast, kPresent, kFuture };

/// The tense of the clause that holds words [first, last): the nearest verb before them in the sentence, else the
/// nearest after them. Looks at no more than 40 words on either side.
Tense tense_around(const Words& words, std::size_t first, std::size_t last);

/// True where a sentence or line ends after word `i`.
bool ends_sentence(const Words& words, std::size_t i);

}  // namespace readout::date
