#include "query/period.h"

#include <string>

namespace readout::query {

std::optional<base::DayRange> parse_period(std::string_view typed) {
    // The shorter forms are completed to their first day, so that one reader judges all three.
    std::string first(typed);
    if (typed.size() == 4) first += "-01";
    if (first.size() == 7) first += "-01";
    if (first.size() != 10) return std::nullopt;
    const std::optional<base::Day> from = base::parse_iso(first);
    if (!from) return std::nullopt;
    if (typed.size() == 10) return base::DayRange{*from, *from};
    const base::Civil civil = base::civil_of(*from);
    const int month = typed.size() == 4 ? 12 : civil.month;
    return base::DayRange{*from, base::day_of(civil.year, month, base::days_in_month(civil.year, month))};
}

}  // namespace readout::query
