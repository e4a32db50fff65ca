#pragma once
// From what the words say to days and a TIMEX3 value (Pustejovsky et al., ISO-TimeML), told from a known day.

#include <optional>
#include <string>

#include "base/calendar.h"
#include "date/expression.h"
#include "date/tense.h"

namespace readout::date {

/// The days that an expression is told from.
struct Anchor {
    std::optional<base::Day> published;
    std::optional<base::DayRange> spoken_of;  // what the text resolved last
};

struct Resolved {
    std::string value;  // never empty
    std::optional<base::DayRange> range;
};

/// Without the day that it needs, an expression keeps what is certain ("XXXX-WXX-5", "XXXX-08") and has no range.
Resolved resolve(const Expression& expression, const Anchor& anchor, Tense tense);

/// ISO 8601 year and week of a day.
struct IsoWeek {
    int year, week;
};
IsoWeek iso_week(base::Day day);
std::string week_value(base::Day day);

}  // namespace readout::date
