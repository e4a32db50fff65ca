#include "date/resolve.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "date/feasts.h"

namespace readout::date {

using base::Civil;
using base::civil_of;
using base::Day;
using base::day_of;
using base::DayRange;

IsoWeek iso_week(Day day) {
    const Day thursday = day - base::weekday_of(day) + 3;  // ISO 8601: a week belongs to the year of its Thursday
    const int year = civil_of(thursday).year;
    return {year, (thursday - day_of(year, 1, 1)) / 7 + 1};
}

std::string week_value(Day day) {
    const IsoWeek week = iso_week(day);
    return fmt::format("{:04}-W{:02}", week.year, week.week);
}

namespace {

DayRange month_range(int year, int month) {
    return {day_of(year, month, 1), day_of(year, month, base::days_in_month(year, month))};
}
DayRange year_range(int year) {
    return {day_of(year, 1, 1), day_of(year, 12, 31)};
}
DayRange week_range(Day day) {
    const Day monday = day - base::weekday_of(day);
    return {monday, monday + 6};
}
Resolved of_day(Day day, std::string_view part = {}) {
    return {base::iso(day) + std::string(part), DayRange{day, day}};
}
Resolved of_month(int year, int month) {
    return {fmt::format("{:04}-{:02}", year, month), month_range(year, month)};
}
Resolved of_year(int year) {
    return {fmt::format("{:04}", year), year_range(year)};
}
Resolved of_week(Day day) {
    return {week_value(day), week_range(day)};
}

// A month counted from another; months 1..12.
Civil shift_month(Civil from, int months) {
    const int index = from.year * 12 + from.month - 1 + months;
    return {index / 12, index % 12 + 1, 1};
}

bool year_is_possible(int year) {
    return year >= 1 && year <= 9999;
}

// Weekday of publication itself counts for the past, as in wire copy ("said on Friday", filed on Friday).
Day near_weekday(Day published, int weekday, Near near, Tense tense) {
    const int back = (base::weekday_of(published) - weekday + 7) % 7;
    if (near == Near::kLast) return published - (back == 0 ? 7 : back);
    if (near == Near::kNext) return published + (7 - back);
    const bool ahead = tense == Tense::kFuture || tense == Tense::kPresent;
    if (ahead) return back == 0 && near == Near::kThis ? published : published + (7 - back);
    return published - back;
}

// The year of a month or a day of a month that the text leaves out.
int near_year(Day published, int month, int day, const Expression& expression, Tense tense) {
    const Civil now = civil_of(published);
    if (expression.near == Near::kThis && expression.unit == Unit::kYear) return now.year;
    if (expression.unit == Unit::kYear && expression.near == Near::kLast) return now.year - 1;
    if (expression.unit == Unit::kYear && expression.near == Near::kNext) return now.year + 1;
    if (day == 0) {
        const int ahead = month - now.month;
        if (expression.near == Near::kLast) return ahead < 0 ? now.year : now.year - 1;
        if (expression.near == Near::kNext) return ahead > 0 ? now.year : now.year + 1;
        if (expression.near == Near::kThis) return now.year;
        if (tense == Tense::kFuture || expression.deadline) return ahead >= 0 ? now.year : now.year + 1;
        if (ahead > 0 && ahead <= 3 && tense == Tense::kPresent) return now.year;
        return ahead <= 0 ? now.year : now.year - 1;
    }
    constexpr int kAgainstTense = 60;  // days that a wrong reading of the tense may excuse
    int best = 0;
    int least = 100000;
    for (int year = now.year - 1; year <= now.year + 1; ++year) {
        if (!base::is_valid_date(year, month, day)) continue;
        const int distance = day_of(year, month, day) - published;
        int cost = std::abs(distance);
        const bool against = (tense == Tense::kPast && distance > 1) || (tense == Tense::kFuture && distance < 0);
        if (against && cost > kAgainstTense) continue;
        if (against) cost += 240;
        if (expression.near == Near::kLast && distance >= 0) cost += 1000;
        if (cost < least) {
            least = cost;
            best = year;
        }
    }
    return best;
}

std::string unknown_day(const Expression& expression) {
    if (expression.day) return fmt::format("XXXX-{:02}-{:02}", expression.month, expression.day);
    if (expression.month) return fmt::format("XXXX-{:02}", expression.month);
    return fmt::format("XXXX-WXX-{}", expression.weekday + 1);
}

Resolved resolve_month(int year, const Expression& expression) {
    Resolved month = of_month(year, expression.month);
    if (expression.week_of_month >= 1 && expression.week_of_month <= 4) {
        const Day first = month.range->from + 7 * (expression.week_of_month - 1);
        month.range = DayRange{first, first + 6};
    } else if (expression.week_of_month == 5) {
        month.range->from = month.range->to - 6;
    } else if (expression.end_of) {
        month.range->from = month.range->to;
    }
    return month;
}

Resolved resolve_calendar(const Expression& expression, const Anchor& anchor, Tense tense) {
    const std::string part(expression.part);
    int year = expression.year;
    if (expression.month == 0 && expression.day == 0 && expression.weekday < 0) {
        if (!year_is_possible(year)) return {"XXXX", {}};
        Resolved whole = of_year(year);
        if (expression.end_of) whole.range->from = whole.range->to;
        return whole;
    }
    if (expression.month == 0 && expression.day == 0) {
        if (!anchor.published) return {unknown_day(expression) + part, {}};
        return of_day(near_weekday(*anchor.published, expression.weekday, expression.near, tense), part);
    }
    int month = expression.month;
    if (month == 0) {  // "the 15th"
        if (!anchor.published) return {fmt::format("XXXX-XX-{:02}", expression.day), {}};
        Civil civil = civil_of(*anchor.published);
        const bool ahead = tense == Tense::kFuture || tense == Tense::kPresent || expression.deadline;
        if (!ahead && civil.day < expression.day) civil = shift_month(civil, -1);
        if (ahead && civil.day > expression.day) civil = shift_month(civil, 1);
        month = civil.month;
        year = civil.year;
    } else if (year == 0) {
        if (!anchor.published) return {unknown_day(expression) + part, {}};
        year = near_year(*anchor.published, month, expression.day, expression, tense);
    }
    if (!year_is_possible(year)) return {unknown_day(expression), {}};
    if (expression.day == 0) return resolve_month(year, expression);
    if (!base::is_valid_date(year, month, expression.day)) return {unknown_day(expression), {}};
    const Day first = day_of(year, month, expression.day);
    if (expression.last_day == 0 || !base::is_valid_date(year, month, expression.last_day)) return of_day(first, part);
    const Day last = day_of(year, month, expression.last_day);
    return {base::iso(first) + "/" + base::iso(last), DayRange{first, last}};
}

// `count` units from `from`; the value is as coarse as the unit.
Resolved unit_from(Day from, Unit unit, int count) {
    const Civil civil = civil_of(from);
    switch (unit) {
        case Unit::kWeek:
            return of_week(from + 7 * count);
        case Unit::kFortnight:
            return of_day(from + 14 * count);
        case Unit::kMonth: {
            const Civil month = shift_month(civil, count);
            return of_month(month.year, month.month);
        }
        case Unit::kQuarter: {
            const Civil month = shift_month(civil, 3 * count);
            const int quarter = (month.month - 1) / 3;
            return {
                fmt::format("{:04}-Q{}", month.year, quarter + 1),
                DayRange{month_range(month.year, quarter * 3 + 1).from, month_range(month.year, quarter * 3 + 3).to}};
        }
        case Unit::kYear:
            return of_year(civil.year + count);
        case Unit::kDecade: {
            const int decade = civil.year / 10 + count;
            return {fmt::format("{:03}", decade), DayRange{day_of(decade * 10, 1, 1), day_of(decade * 10 + 9, 12, 31)}};
        }
        case Unit::kCentury: {
            const int century = civil.year / 100 + count;
            return {fmt::format("{:02}", century),
                    DayRange{day_of(century * 100, 1, 1), day_of(century * 100 + 99, 12, 31)}};
        }
        default:
            return of_day(from + (unit == Unit::kDay ? count : 0));
    }
}

bool reaches_too_far(const Expression& expression) {
    const double years = expression.unit == Unit::kCentury  ? 100 * expression.count
                         : expression.unit == Unit::kDecade ? 10 * expression.count
                                                            : expression.count;
    return std::abs(years) > 1500;
}

std::string period(const Expression& expression) {
    const bool time = expression.unit <= Unit::kHour;
    double count = expression.count < 0 ? -expression.count : expression.count;
    if (expression.unit == Unit::kDecade) count *= 10;
    if (expression.unit == Unit::kCentury) count *= 100;
    if (expression.unit == Unit::kFortnight) count *= 2;
    std::string amount = expression.vague ? "X" : fmt::format("{:g}", count);
    std::string_view letter = period_letter(expression.unit);
    if (!expression.vague && expression.unit == Unit::kHour && count == 0.5) {
        amount = "30";
        letter = "M";
    }
    return fmt::format("P{}{}{}", time ? "T" : "", amount, letter);
}

// "Two weeks ago today", "ten years ago today".
Resolved same_day_of(Day day, Unit unit, int count) {
    if (unit < Unit::kMonth) return of_day(day + (unit == Unit::kFortnight ? 14 : unit == Unit::kWeek ? 7 : 1) * count);
    const Civil civil = civil_of(day);
    const int months = unit == Unit::kMonth ? 1 : unit == Unit::kQuarter ? 3 : unit == Unit::kDecade ? 120 : 12;
    const Civil month = shift_month(civil, months * count);
    return of_day(day_of(month.year, month.month, std::min(civil.day, base::days_in_month(month.year, month.month))));
}

Resolved resolve_ago(const Expression& expression, const Anchor& anchor) {
    if (expression.vague) return {expression.count <= 0 ? "PAST_REF" : "FUTURE_REF", {}};
    if (!anchor.published || reaches_too_far(expression)) return {period(expression), {}};
    const int count = static_cast<int>(expression.count);
    if (expression.to_the_day) return same_day_of(*anchor.published, expression.unit, count);
    if (expression.unit == Unit::kWeek && std::abs(count) == 1) return of_day(*anchor.published + 7 * count);
    if (expression.unit == Unit::kYear && expression.count != count) {
        return unit_from(*anchor.published, Unit::kMonth, static_cast<int>(expression.count * 12));
    }
    return unit_from(*anchor.published, expression.unit, count);
}

Expression this_unit(Unit unit) {
    Expression expression;
    expression.kind = ExpressionKind::kUnitNear;
    expression.unit = unit;
    return expression;
}

Resolved resolve_near(const Expression& expression, const Anchor& anchor) {
    if (!anchor.published) {
        static constexpr std::string_view kUnknown[] = {
            "XXXX", "XXXX", "XXXX", "XXXX-XX-XX", "XXXX-WXX", "XXXX-WXX", "XXXX-XX", "XXXX-QX", "XXXX", "XXX", "XX"};
        return {std::string(kUnknown[static_cast<std::size_t>(expression.unit)]), {}};
    }
    Resolved unit = unit_from(*anchor.published, expression.unit, static_cast<int>(expression.count));
    if (expression.end_of && unit.range) {
        unit.range->from = unit.range->to;
        if (expression.unit == Unit::kYear) unit.value = base::iso(unit.range->to);
    }
    return unit;
}

Resolved resolve_shift(const Expression& expression, const Anchor& anchor) {
    const auto from = anchor.spoken_of ? std::optional<Day>(anchor.spoken_of->from) : anchor.published;
    if (!from || expression.vague || reaches_too_far(expression)) return {period(expression), {}};
    const int count = static_cast<int>(expression.count);
    if (expression.unit <= Unit::kHour) return {base::iso(*from) + "TXX:XX", DayRange{*from, *from}};
    Resolved shifted = unit_from(*from, expression.unit, count);
    if (!expression.part.empty()) return of_day(*from + count, expression.part);
    return shifted;
}

Resolved resolve_same(const Expression& expression, const Anchor& anchor) {
    const auto from = anchor.spoken_of ? std::optional<Day>(anchor.spoken_of->from) : anchor.published;
    if (!from) return {expression.part.empty() ? "XXXX-XX-XX" : "XXXX-XX-XX" + std::string(expression.part), {}};
    if (!expression.part.empty()) return of_day(*from, expression.part);
    return unit_from(*from, expression.unit, 0);
}

Resolved of_season(int year, std::string_view season) {
    const int first = season == "SP" ? 3 : season == "SU" ? 6 : season == "FA" ? 9 : 12;
    const Civil last = shift_month({year, first, 1}, 2);
    return {fmt::format("{:04}-{}", year, season),
            DayRange{day_of(year, first, 1), month_range(last.year, last.month).to}};
}

Resolved resolve_season(const Expression& expression, const Anchor& anchor, Tense tense) {
    if (expression.year) return of_season(expression.year, expression.season);
    if (!anchor.published) return {fmt::format("XXXX-{}", expression.season), {}};
    const int year = civil_of(*anchor.published).year;
    if (expression.unit == Unit::kYear && expression.near != Near::kNone) {
        const int offset = expression.near == Near::kLast ? -1 : expression.near == Near::kNext ? 1 : 0;
        return of_season(year + offset, expression.season);
    }
    const bool ahead = tense == Tense::kFuture || tense == Tense::kPresent || expression.deadline;
    Resolved best = of_season(year - 2, expression.season);
    for (int candidate = year - 1; candidate <= year + 1; ++candidate) {
        const Resolved season = of_season(candidate, expression.season);
        const bool over = season.range->to < *anchor.published, begun = season.range->from <= *anchor.published;
        if (expression.near == Near::kLast) {
            if (over) best = season;
        } else if (expression.near == Near::kNext || (expression.near == Near::kNone && ahead)) {
            if (!begun) return season;
        } else if (expression.near == Near::kThis) {
            if (begun || candidate == year) best = season;
            if (candidate == year) return best;
        } else if (begun) {
            best = season;
        }
    }
    return best;
}

Resolved resolve_quarter(const Expression& expression, const Anchor& anchor) {
    int year = expression.year, quarter = expression.quarter;
    if (quarter == 0) {
        Expression unit = this_unit(Unit::kQuarter);
        unit.count = expression.near == Near::kLast ? -1 : 0;
        if (expression.unit == Unit::kYear) unit.count = -5;
        return resolve_near(unit, anchor);
    }
    if (year == 0) {
        if (!anchor.published) return {fmt::format("XXXX-Q{}", quarter), {}};
        const Civil now = civil_of(*anchor.published);
        year = now.year;
        if (expression.near == Near::kLast) --year;
        if (expression.near == Near::kNext) ++year;
        if (expression.near == Near::kNone && (quarter - 1) * 3 + 1 > now.month + 1) --year;
    }
    return {fmt::format("{:04}-Q{}", year, quarter),
            DayRange{month_range(year, quarter * 3 - 2).from, month_range(year, quarter * 3).to}};
}

Resolved resolve_weekend(const Expression& expression, const Anchor& anchor, Tense tense) {
    if (!anchor.published) return {"XXXX-WXX-WE", {}};
    Day monday = week_range(*anchor.published).from;
    const bool on_it = base::weekday_of(*anchor.published) >= 5;
    const bool ahead = tense == Tense::kFuture || tense == Tense::kPresent || expression.deadline;
    if (expression.near == Near::kLast || (expression.near != Near::kNext && !ahead && !on_it)) monday = monday - 7;
    if (expression.near == Near::kNext && on_it) monday = monday + 7;
    return {week_value(monday) + "-WE", DayRange{monday + 5, monday + 6}};
}

Resolved resolve_holiday(const Expression& expression, const Anchor& anchor, Tense tense) {
    if (!anchor.published) return {"XXXX", {}};
    const int year = civil_of(*anchor.published).year;
    const bool ahead = expression.near == Near::kNext || expression.deadline ||
                       (expression.near == Near::kNone && (tense == Tense::kFuture || tense == Tense::kPresent));
    std::optional<Day> best;
    for (int candidate = year - 1; candidate <= year + 1; ++candidate) {
        const auto day = feast_day(expression.word, candidate);
        RO_CHECK(day);
        if (ahead && *day > *anchor.published) {
            best = day;
            break;
        }
        if (!ahead && (*day < *anchor.published || (*day == *anchor.published && expression.near != Near::kLast)))
            best = day;
        if (expression.near == Near::kThis && candidate == year) {
            best = day;
            break;
        }
    }
    if (!best) return {"XXXX", {}};
    if (expression.word == "ramadan") {
        const Civil civil = civil_of(*best);
        return {fmt::format("{:04}-{:02}", civil.year, civil.month), DayRange{*best, *best + 29}};
    }
    return of_day(*best);
}

Resolved resolve_set(const Expression& expression) {
    if (!expression.word.empty()) return {std::string(expression.word), {}};
    if (expression.weekday >= 0) return {fmt::format("XXXX-WXX-{}", expression.weekday + 1), {}};
    if (expression.month) return {fmt::format("XXXX-{:02}", expression.month), {}};
    if (!expression.season.empty()) return {fmt::format("XXXX-{}", expression.season), {}};
    if (!expression.part.empty()) return {fmt::format("XXXX-XX-XX{}", expression.part), {}};
    if (expression.count != 1) return {period(expression), {}};
    static constexpr std::string_view kEach[] = {"PT1S",    "PT1M",    "XXXX-XX-XXTXX", "XXXX-XX-XX", "XXXX-WXX", "P2W",
                                                 "XXXX-XX", "XXXX-QX", "XXXX",          "XXX",        "XX"};
    return {std::string(kEach[static_cast<std::size_t>(expression.unit)]), {}};
}

std::string clock_of(const Expression& expression) {
    if (expression.hour < 0) return std::string(expression.part);
    return fmt::format("T{:02}:{:02}", expression.hour, expression.minute);
}

Resolved resolve_clock(const Expression& expression, const Anchor& anchor) {
    const std::string clock = clock_of(expression);
    if (expression.hours_of_day || !anchor.spoken_of) return {clock, {}};
    const Day day = anchor.spoken_of->from;
    return {base::iso(day) + clock, DayRange{day, day}};
}

Resolved resolve_plain(const Expression& expression, const Anchor& anchor, Tense tense) {
    switch (expression.kind) {
        case ExpressionKind::kCalendar:
            return resolve_calendar(expression, anchor, tense);
        case ExpressionKind::kDayOffset:
            if (!anchor.published) return {"XXXX-XX-XX" + std::string(expression.part), {}};
            return of_day(*anchor.published + static_cast<int>(expression.count), expression.part);
        case ExpressionKind::kUnitNear:
            return resolve_near(expression, anchor);
        case ExpressionKind::kAgo:
            return resolve_ago(expression, anchor);
        case ExpressionKind::kShift:
            return resolve_shift(expression, anchor);
        case ExpressionKind::kSameDay:
            return resolve_same(expression, anchor);
        case ExpressionKind::kSeason:
            return resolve_season(expression, anchor, tense);
        case ExpressionKind::kQuarter:
            return resolve_quarter(expression, anchor);
        case ExpressionKind::kWeekend:
            return resolve_weekend(expression, anchor, tense);
        case ExpressionKind::kDecade:
            if (expression.year == 0) return resolve_near(this_unit(Unit::kDecade), anchor);
            return unit_from(day_of(expression.year, 1, 1), Unit::kDecade, 0);
        case ExpressionKind::kCentury:
            return unit_from(day_of(static_cast<int>(expression.count) * 100 + 1, 1, 1), Unit::kCentury, 0);
        case ExpressionKind::kHoliday:
            return resolve_holiday(expression, anchor, tense);
        case ExpressionKind::kDuration:
            return {period(expression), {}};
        case ExpressionKind::kSet:
            return resolve_set(expression);
        case ExpressionKind::kClock:
            return resolve_clock(expression, anchor);
        case ExpressionKind::kWord:
            return {std::string(expression.word), {}};
    }
    return {"XXXX", {}};
}

}  // namespace

Resolved resolve(const Expression& expression, const Anchor& anchor, Tense tense) {
    Resolved resolved = resolve_plain(expression, anchor, tense);
    const bool day_with_clock = expression.hour >= 0 && expression.kind != ExpressionKind::kClock && resolved.range;
    if (day_with_clock && resolved.range->from == resolved.range->to)
        resolved.value = base::iso(resolved.range->from) + clock_of(expression);
    RO_CHECK(!resolved.value.empty());
    return resolved;
}

}  // namespace readout::date
