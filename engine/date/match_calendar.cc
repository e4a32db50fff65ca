// Dates as calendars write them: with a month's name, with numbers only, or by the weekday.

#include "base/calendar.h"
#include "date/match.h"

namespace readout::date {

namespace {

struct YearTail {
    std::size_t end;
    int year;
};

// ", 2025", " 2025", " of 2025", "'s 2025" is not one.
std::optional<YearTail> year_after(const Words& words, std::size_t i) {
    if (words.is(i, ",") && year_at(words, i + 1) && !words.at(i + 1).glued)
        return YearTail{i + 2, *year_at(words, i + 1)};
    if (words.is(i, "of") && year_at(words, i + 1)) return YearTail{i + 2, *year_at(words, i + 1)};
    if (const auto year = year_at(words, i)) {
        if (!words.is(i + 1, ":") || !words.digits(i + 2)) return YearTail{i + 1, *year};
    }
    return std::nullopt;
}

// "15 August", "15th of August", "24-25 June", with a year if one follows.
Match day_then_month(const Words& words, std::size_t i) {
    const auto day = day_at(words, i);
    if (!day) return {};
    std::size_t next = day->end;
    int last_day = 0;
    if (is_hyphen(words, next)) {
        const auto until = day_at(words, next + 1);
        if (!until || until->day <= day->day) return {};
        last_day = until->day;
        next = until->end;
    }
    // "on 15. October", as German writes it
    const bool pointed = words.is(next, ".") && words.at(next).glued && !words.at(next + 1).glued &&
                         (words.at(i).breaks || words.any(i - 1, {"on", "of", "from", "since", "until", "to", "the"}));
    if (words.is(next, "of") || pointed) ++next;
    const auto month = month_at(words, next);
    if (!month) return {};
    Match match{month->end, {}};
    match.expression.day = day->day;
    match.expression.last_day = last_day;
    match.expression.month = month->month;
    if (const auto year = year_after(words, month->end)) {
        match.expression.year = year->year;
        match.end = year->end;
    } else if (words.is(month->end - 1, ".") && words.at(month->end).lower.empty()) {
        match.end = month->end;
    }
    return match;
}

// "August 15", "Aug. 15, 2025", "March 1-15", "April 1987", "January this year", "August".
Match month_first(const Words& words, std::size_t i) {
    const auto month = month_at(words, i);
    if (!month) return {};
    Match match;
    match.expression.month = month->month;
    const auto day = day_at(words, month->end);
    if (day && !(is_apostrophe(words, month->end)) && !(words.is(day->end, ":") && words.digits(day->end + 1))) {
        match.expression.day = day->day;
        match.end = day->end;
        if (is_hyphen(words, day->end)) {
            const auto until = day_at(words, day->end + 1);
            if (until && until->day > day->day) {
                match.expression.last_day = until->day;
                match.end = until->end;
            }
        }
    } else {
        match.end = month->end;
    }
    if (const auto year = year_after(words, match.end)) {
        match.expression.year = year->year;
        match.end = year->end;
    } else if (const std::size_t of = words.is(match.end, "of") ? match.end + 1 : match.end;
               words.any(of, {"this", "last", "next"}) && words.is(of + 1, "year")) {
        match.expression.near = words.is(of, "this") ? Near::kThis : words.is(of, "last") ? Near::kLast : Near::kNext;
        match.expression.unit = Unit::kYear;  // of this, last, next year
        match.end = of + 2;
    }
    return match;
}

// A month alone may be a name or a verb: "May said", "march".
bool month_alone_is_doubtful(const Words& words, std::size_t i, const Match& match) {
    const auto& expression = match.expression;
    if (expression.day || expression.year || expression.near != Near::kNone) return false;
    const auto& word = words.at(i).lower;
    const auto& before = words.before(i);
    if (before.lower == "that" && words.any(i - 2, {"in", "of", "since", "by"})) return false;
    if (word.size() == 3 && word != "may" && !words.is(match.end - 1, ".")) return true;
    if (!month_is_doubtful(word) && word != "april" && word != "june") return false;
    for (const std::string_view sign : {"in",   "of",      "since",  "until",  "till",  "by",   "from",  "to",  "and",
                                        "or",   "through", "during", "before", "after", "late", "early", "mid", "last",
                                        "next", "this",    "every",  "-",      "(",     "the",  "for"}) {
        if (before.lower == sign) return before.lower == "the" && !words.is(match.end, "talks") && word == "may";
    }
    return true;
}

std::optional<base::Civil> checked(int year, int month, int day) {
    if (!base::is_valid_date(year, month, day)) return std::nullopt;
    return base::Civil{year, month, day};
}

bool mark_between(const Words& words, std::size_t i, std::string_view mark) {
    return words.is(i, mark) && words.at(i).glued && words.digits(i + 1) && words.at(i + 1).glued;
}

int full_year(const Word& word) {
    if (word.span.size() == 4) return word.number;
    return word.number + (word.number < 50 ? 2000 : 1900);
}

// 2025-08-15, 2025/08/15, 12.04.2016, 10/28/89. With slashes the month stands first, as in the American press, unless
// only the other reading is a date.
Match numeric(const Words& words, std::size_t i) {
    if (!words.digits(i) || words.is(i + 1, "") ||
        (i > 0 && words.at(i).glued && words.any(i - 1, {"-", "/", ".", ","})))
        return {};
    const std::string_view mark = words.at(i + 1).lower;
    if ((mark != "-" && mark != "/" && mark != ".") || !mark_between(words, i + 1, mark) ||
        !mark_between(words, i + 3, mark))
        return {};
    const Word &a = words.at(i), &b = words.at(i + 2), &c = words.at(i + 4);
    if (a.number < 0 || b.number < 0 || c.number < 0) return {};
    if (words.at(i + 5).glued && (words.is(i + 5, mark) || words.digits(i + 5)) && words.digits(i + 6)) return {};
    std::optional<base::Civil> civil;
    if (a.span.size() == 4) {
        civil = checked(a.number, b.number, c.number);
    } else if (c.span.size() == 4 || (c.span.size() == 2 && mark != "-")) {
        const int year = full_year(c);
        if (mark == "/") civil = checked(year, a.number, b.number);
        if (!civil) civil = checked(year, b.number, a.number);
    }
    if (!civil) return {};
    Match match{i + 5, {}};
    match.expression.year = civil->year;
    match.expression.month = civil->month;
    match.expression.day = civil->day;
    return match;
}

// "the 15th": a day of the month that the text speaks of.
Match bare_ordinal(const Words& words, std::size_t i) {
    if (!words.is(i, "the")) return {};
    const auto day = day_at(words, i + 1);
    if (!day || day->end != i + 3) return {};
    if (!words.any(i - 1, {"on", "until", "by", "till", "before", "from"})) return {};
    const Word& next = words.at(day->end);
    if (next.kind != WordKind::kMark && !words.any(day->end, {"and", "but", "to", "when"})) return {};
    Match match{day->end, {}};
    match.expression.day = day->day;
    return match;
}

Match dated(const Words& words, std::size_t i) {
    for (const auto rule : {numeric, day_then_month, month_first}) {
        if (Match match = rule(words, i)) return match;
    }
    return {};
}

std::optional<int> weekday_at(const Words& words, std::size_t i) {
    if (!words.at(i).capital) return std::nullopt;
    return weekday_named(words.at(i).lower);
}

// "Thursday", "Thursday, 28 May", "Tuesday last", "Saturday night", "Monday, 6 May".
Match weekday_first(const Words& words, std::size_t i) {
    auto weekday = weekday_at(words, i);
    const bool short_form = !weekday && words.at(i).capital && weekday_abbreviated(words.at(i).lower).has_value();
    if (short_form) weekday = weekday_abbreviated(words.at(i).lower);
    if (!weekday) return {};
    std::size_t next = i + 1;
    if (short_form && words.is(next, ".")) ++next;
    const std::size_t head = next;
    std::string_view part;
    if (!short_form) part = part_of_day_named(words.at(next).lower);
    if (!part.empty()) ++next;
    std::size_t date = words.is(next, ",") ? next + 1 : next;
    if (words.is(date, "the")) ++date;
    if (Match match = dated(words, date); match && match.expression.day) {
        match.expression.weekday = *weekday;
        match.expression.part = part;
        return match;
    }
    const Word& after = words.at(next);
    if (part.empty() && words.is(i - 1, "the") && after.kind == WordKind::kLetters && after.capital && !after.breaks)
        return {};  // "The Sunday Courier"
    if (short_form && !(words.is(i + 1, ".") && words.at(i + 1).glued && (words.any(i + 2, {"\u2014", "\u2013", "-"}))))
        return {};
    Match match{part.empty() ? head : next, {}};
    if (words.is(match.end, "last") && part.empty() &&
        (words.at(match.end + 1).kind == WordKind::kMark || words.is(match.end + 1, "that"))) {
        match.expression.near = Near::kLast;
        ++match.end;
    }
    match.expression.weekday = *weekday;
    match.expression.part = part;
    if (part.empty() && words.any(match.end, {"noon", "midnight"}) && match.end == head) {
        match.expression.hour = words.is(match.end, "noon") ? 12 : 24;
        ++match.end;
    }
    return match;
}

}  // namespace

Match match_calendar(const Words& words, std::size_t i) {
    if (Match match = weekday_first(words, i)) return match;
    if (Match match = numeric(words, i)) return match;
    if (Match match = day_then_month(words, i)) return match;
    if (Match match = bare_ordinal(words, i)) return match;
    Match match = month_first(words, i);
    if (match && month_alone_is_doubtful(words, i, match)) return {};
    return match;
}

namespace {

// "nineteen eighty-eight", "two thousand", "two thousand and five".
std::optional<Match> spelled_year(const Words& words, std::size_t i) {
    std::size_t at = i;
    int year = 0;
    if (words.is(i, "two") && words.is(i + 1, "thousand")) {
        at = i + 2;
        year = 2000;
        const std::size_t rest = words.is(at, "and") ? at + 1 : at;
        if (const auto ones = quantity_at(words, rest); ones && !ones->vague && !ones->article && ones->value < 100) {
            year += static_cast<int>(ones->value);
            at = ones->end;
        }
        if (!words.is(i - 1, "year") && !words.is(i - 1, "in") && !words.is(i - 1, "since")) return std::nullopt;
    } else if (words.any(i, {"nineteen", "eighteen", "seventeen", "twenty"})) {
        const auto tail = quantity_at(words, i + 1);
        if (!tail || tail->vague || tail->article || tail->value < 10 || tail->value > 99 || words.digits(i + 1))
            return std::nullopt;
        year = *cardinal_named(words.at(i).lower) * 100 + static_cast<int>(tail->value);
        at = tail->end;
    } else {
        return std::nullopt;
    }
    if (unit_named(words.at(at).lower)) return std::nullopt;
    Match match{at, {}};
    match.expression.year = year;
    return match;
}

}  // namespace

Match match_year(const Words& words, std::size_t i) {
    if (const auto spelled = spelled_year(words, i)) return *spelled;
    Match match;
    const bool the = words.is(i, "the");
    const bool mid = words.any(i, {"mid", "early", "late"});
    std::size_t at = the || mid ? i + 1 : i;
    if (the && words.any(at, {"mid", "early", "late"})) ++at;
    if (at > i && is_hyphen(words, at)) ++at;
    if (the && words.is(at, "year") && year_at(words, at + 1)) ++at;
    if (words.is(i, "fiscal") && year_at(words, i + 1)) at = i + 1;
    const Word& number = words.at(at);
    if (const auto year = year_at(words, at)) {
        const Word& next = words.at(at + 1);
        if (next.glued && next.lower == "s" && *year % 10 == 0) {
            match = {at + 2, {}};
            match.expression.kind = ExpressionKind::kDecade;
            match.expression.year = *year;
            return match;
        }
        const Word& before = words.before(at);
        if (number.glued && (before.kind != WordKind::kMark || before.lower == "." || before.lower == "," ||
                             before.lower == "$" || before.lower == "#" || before.lower == ":" || before.lower == "+"))
            return {};
        if (words.any(at - 1, {"$", "\u00a3", "\u20ac", "\u00a5", "no", "#", "resolution", "route", "flight", "room"}))
            return {};
        if (next.glued && (next.lower == "," || next.lower == "." || next.lower == ":") && words.at(at + 2).glued &&
            words.digits(at + 2))
            return {};
        if (next.glued && next.kind != WordKind::kMark) return {};
        if (next.lower == "%" || unit_named(next.lower) ||
            words.any(at + 1, {"people",    "percent",  "soldiers",  "troops",  "men",   "women",   "km",
                               "miles",     "metres",   "meters",    "tonnes",  "tons",  "dollars", "euros",
                               "pounds",    "dead",     "points",    "seats",   "votes", "homes",   "houses",
                               "civilians", "refugees", "prisoners", "workers", "hours", "gmt",     "members",
                               "children",  "police",   "officers",  "pages",   "feet"}))
            return {};
        const bool likely = *year >= 1900 && *year <= 2060;
        if (!likely && !words.any(at - 1, {"in", "since", "of", "until", "from", "by", "before", "after", "("}))
            return {};
        match = {at + 1, {}};
        match.expression.year = *year;
        if (the && !words.is(i + 1, "year")) return mid ? match : Match{};
        return match;
    }
    return {};
}

}  // namespace readout::date
