#pragma once
// A date as it is typed on a command line.

#include <optional>
#include <string_view>

#include "base/calendar.h"

namespace readout::query {

/// The days of "1986-10-12", "1986-10" or "1986"; none when it is no such date.
std::optional<base::DayRange> parse_period(std::string_view typed);

}  // namespace readout::query
