#pragma once
// What the words of a time expression say, before they are resolved to days.

#include <string>
#include <string_view>

#include "date/lexis.h"
#include "text/span.h"

namespace readout::date {

enum class ExpressionKind : unsigned char {
    kCalendar,   // year, month, day, weekday as far as they are written
    kDayOffset,  // today, yesterday: `count` days from publication
    kUnitNear,   // this, last, next week: `count` units from publication
    kAgo,        // `count` units before (negative) or after publication
    kShift,      // `count` units before or after the day the text last spoke of
    kSameDay,    // that night, the same evening
    kSeason,
    kQuarter,
    kWeekend,
    kDecade,
    kCentury,
    kHoliday,
    kDuration,
    kSet,
    kClock,  // a time of day without a day
    kWord,   // `word` is the value: PRESENT_REF, PAST_REF, FUTURE_REF
};

/// Which of several: last, this, next, or not said.
enum class Near : unsigned char { kNone, kLast, kThis, kNext };

/// What is not written is 0 (numbers), -1 (weekday, hour) or empty.
struct Expression {
    ExpressionKind kind = ExpressionKind::kCalendar;
    text::Span span;
    int year = 0, month = 0, day = 0, last_day = 0;
    int weekday = -1;
    Near near = Near::kNone;
    double count = 0;
    bool vague = false;  // "several", "a few": the count is X
    Unit unit = Unit::kDay;
    std::string_view part;    // part of the day: "TMO"
    std::string_view season;  // "SP"
    std::string_view word;    // a value, or a holiday's name
    int quarter = 0, hour = -1, minute = 0;
    int week_of_month = 0;      // the first week of March
    bool end_of = false;        // the end of the year
    bool hours_of_day = false;  // a span of opening hours: bound to no day
    bool to_the_day = false;    // two weeks ago today
    bool deadline = false;      // by, until, before: looks ahead
};

/// An expression and the index of the word after it; no match when `end` is 0.
struct Match {
    std::size_t end = 0;
    Expression expression;
    explicit operator bool() const { return end != 0; }
};

}  // namespace readout::date
