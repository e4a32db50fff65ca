#pragma once
// Finds time expressions in words. Hand-written rules, each a bounded look ahead from one word; at each word the rule
// that covers most words wins, the earlier rule on a tie. So the whole is linear in the text.

#include <optional>
#include <string_view>
#include <vector>

#include "date/expression.h"
#include "date/words.h"

namespace readout::date {

/// A number before a unit: "two", "twenty-five", "a", "several", "2". `end` is the word after it.
struct Quantity {
    std::size_t end = 0;
    double value = 0;
    bool vague = false;
    bool article = false;  // "a", "an"
};

/// The expressions of one stretch of words, in text order, not overlapping.
std::vector<Expression> match_expressions(const Words& words);

// The rules, by family. Each tries to match at word `i`.

Match match_calendar(const Words& words, std::size_t i);   // 15 August 2025, Friday, March 2022, 2025-08-15
Match match_year(const Words& words, std::size_t i);       // 2018, the 1990s, nineteen eighty-eight, 20th century
Match match_deictic(const Words& words, std::size_t i);    // today, this morning, overnight, now
Match match_near(const Words& words, std::size_t i);       // last month, next Friday, the end of the year
Match match_quantity(const Words& words, std::size_t i);   // three days, two weeks ago, the past six months
Match match_period(const Words& words, std::size_t i);     // the third quarter of 2018, the spring, the weekend
Match match_set(const Words& words, std::size_t i);        // every Monday, weekly, Fridays
Match match_clock(const Words& words, std::size_t i);      // 10 a.m. on Thursday, 18:30, noon
Match match_holiday(const Words& words, std::size_t i);    // Christmas, Easter Monday
Match match_narrative(const Words& words, std::size_t i);  // the next day, that night, the day before
Match match_part(const Words& words, std::size_t i);       // dawn on Tuesday, the night of 2 January, by dusk

// What rules share.

std::optional<Quantity> quantity_at(const Words& words, std::size_t i);
/// A year written as one number of four digits, 1000 to 2199.
std::optional<int> year_at(const Words& words, std::size_t i);
/// A day of the month: "15", "15th".
struct DayOfMonth {
    std::size_t end = 0;
    int day = 0;
};
std::optional<DayOfMonth> day_at(const Words& words, std::size_t i);
/// A month's name as a name: doubtful ones need a capital. `end` is after an abbreviation's point.
struct MonthName {
    std::size_t end = 0;
    int month = 0;
};
std::optional<MonthName> month_at(const Words& words, std::size_t i);
bool is_hyphen(const Words& words, std::size_t i);
bool is_apostrophe(const Words& words, std::size_t i);

}  // namespace readout::date
