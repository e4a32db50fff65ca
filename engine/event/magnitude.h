#pragma once
// How many: dead, injured, arrested, taking part, as intervals.

#include <optional>
#include <vector>

#include "event/phrases.h"
#include "record/event.h"

namespace readout::event {

/// The interval that the number words from token `first` to `last` give: "at least 40", "some 300", "dozens",
/// "up to 12", "more than 70". None without a number.
std::optional<record::Magnitude> number_in(const Phrases& phrases, Index first, Index last);

/// Magnitudes of an act whose clause is that of token `anchor`. `counted` are the noun phrases of those taken,
/// expelled or taking part, `key` what they are (arrested, size, dead; empty = they are not counted).
std::vector<record::Magnitude> magnitudes(const Phrases& phrases, Index anchor, const std::vector<Index>& counted,
                                          std::string_view key);

}  // namespace readout::event
