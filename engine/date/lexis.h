#pragma once
// The words that dates are made of. All lookups take lower-case words.

#include <optional>
#include <string_view>

namespace readout::date {

enum class Unit : unsigned char {
    kSecond,
    kMinute,
    kHour,
    kDay,
    kWeek,
    kFortnight,
    kMonth,
    kQuarter,
    kYear,
    kDecade,
    kCentury
};

struct UnitWord {
    Unit unit;
    bool plural;
};

/// 1..12 for a month's name or abbreviation.
std::optional<int> month_named(std::string_view word);
/// True for "may", "march", "mar", "jan": names that are other words too or are short, so that the context must tell.
bool month_is_doubtful(std::string_view word);
/// Monday = 0 … Sunday = 6.
std::optional<int> weekday_named(std::string_view word);
/// "mon", "tues" …: only next to a date.
std::optional<int> weekday_abbreviated(std::string_view word);
/// "mondays".
std::optional<int> weekdays_named(std::string_view word);
std::optional<UnitWord> unit_named(std::string_view word);
/// "one" 1 … "ninety" 90, "hundred" 100, "dozen" 12.
std::optional<int> cardinal_named(std::string_view word);
/// "first" 1 … "twelfth" 12, "last" 0.
std::optional<int> ordinal_named(std::string_view word);
/// "SP", "SU", "FA", "WI"; empty when it is no season.
std::string_view season_named(std::string_view word);
/// "TMO", "TAF", "TEV", "TNI", "TDA", "TMI"; empty when it is no part of a day.
std::string_view part_of_day_named(std::string_view word);
/// Letter of a TIMEX3 period: "Y", "M" … ; decades and centuries are told in years, fortnights in weeks.
std::string_view period_letter(Unit unit);

}  // namespace readout::date
