#pragma once
// Days of the proleptic Gregorian calendar.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace readout::base {

/// Days since 1970-01-01.
struct Day {
    std::int32_t number = 0;
    auto operator<=>(const Day&) const = default;
    Day operator+(int days) const { return {number + days}; }
    Day operator-(int days) const { return {number - days}; }
    int operator-(Day other) const { return number - other.number; }
};

/// Both ends belong to the range. REQUIRES: from <= to.
struct DayRange {
    Day from, to;
    auto operator<=>(const DayRange&) const = default;
};

struct Civil {
    int year, month, day;  // month 1..12, day 1..31
};

Day day_of(int year, int month, int day);
Civil civil_of(Day day);
/// Monday = 0 … Sunday = 6.
int weekday_of(Day day);
int days_in_month(int year, int month);
bool is_valid_date(int year, int month, int day);
/// "2025-08-15".
std::string iso(Day day);
/// Reads "2025-08-15" at the head of `text` (what follows is ignored, so a time may); none if it is no date.
std::optional<Day> parse_iso(std::string_view text);

}  // namespace readout::base
