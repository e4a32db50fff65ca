#pragma once
// The time expressions of a text, resolved in text order.

#include <vector>

#include "base/calendar.h"
#include "date/expression.h"
#include "date/resolve.h"
#include "date/words.h"

namespace readout::date {

/// An expression with the words around it: [first, last) in the words of the text.
struct Placed {
    Expression expression;
    std::size_t first = 0, last = 0;
    Tense tense = Tense::kUnknown;
};

/// All expressions of a text, in order, with their tense.
std::vector<Placed> place_expressions(const Words& words);

/// What each expression means if the report was published within `published` (none = unknown). A value that differs
/// between the first and the last day of the range is left open, its range spans both readings when that is less than
/// 32 days.
std::vector<Resolved> resolve_all(const Words& words, const std::vector<Placed>& placed,
                                  std::optional<base::DayRange> published);

}  // namespace readout::date
