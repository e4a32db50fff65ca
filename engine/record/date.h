#pragma once
// Time expressions of the text.

#include <optional>
#include <string>

#include "base/calendar.h"
#include "text/span.h"

namespace readout::record {

/// `value` is TIMEX3 ("2025-08-15", "2025-W33", "2022-03", "P3D", "2025-08-15TMO"). `range` is absent for durations,
/// sets and what could not be resolved.
struct Date {
    text::Span span;
    std::string value;
    std::optional<base::DayRange> range;
};

}  // namespace readout::record
