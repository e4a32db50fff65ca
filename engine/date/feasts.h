#pragma once
// Days of feasts.

#include <optional>
#include <string_view>

#include "base/calendar.h"

namespace readout::date {

/// Western Easter Sunday. Method: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
base::Day easter(int year);
/// The first day of Ramadan that begins in the Gregorian year, by the tabular Islamic calendar (civil epoch): the
/// sighted moon may differ by a day or two.
base::Day ramadan(int year);
/// The day of a feast as match_holiday names it; none for an unknown name.
std::optional<base::Day> feast_day(std::string_view name, int year);

}  // namespace readout::date
