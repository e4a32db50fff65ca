// Times of the day: 10 a.m., 18:30, noon, dawn on Tuesday. A day that follows belongs to them.

#include "date/match.h"

namespace readout::date {

namespace {

struct Clock {
    std::size_t end = 0;
    int hour = 0, minute = 0;
    bool today = false;  // "six this morning"
};

// "am", "a.m.", "p.m": returns the index after it and whether it is the afternoon.
struct Meridiem {
    std::size_t end;
    bool after_noon;
};
std::optional<Meridiem> meridiem_at(const Words& words, std::size_t i) {
    if (words.any(i, {"am", "pm"})) return Meridiem{i + 1, words.is(i, "pm")};
    if (words.any(i, {"a", "p"}) && words.is(i + 1, ".") && words.is(i + 2, "m") && words.at(i + 1).glued &&
        words.at(i + 2).glued) {
        const bool point = words.is(i + 3, ".") && words.at(i + 3).glued;
        return Meridiem{point ? i + 4 : i + 3, words.is(i, "p")};
    }
    return std::nullopt;
}

int on_24(int hour, bool after_noon) {
    if (after_noon) return hour < 12 ? hour + 12 : hour;
    return hour == 12 ? 0 : hour;
}

bool stands_after_at(const Words& words, std::size_t i) {
    return words.any(i - 1, {"at", "until", "till", "by", "from", "before", "after", "since", "around"});
}

// "18.20 Still inside": an entry of a log.
bool heads_entry(const Words& words, std::size_t i, std::size_t after) {
    return words.at(i).span.size() == 2 && words.at(after).capital && !words.at(after).glued;
}

std::optional<Clock> digits_clock(const Words& words, std::size_t i) {
    if (!words.digits(i) || (i > 0 && words.at(i).glued && words.any(i - 1, {".", ",", ":", "-", "/", "$"})))
        return std::nullopt;
    const Word& hour = words.at(i);
    if (hour.span.size() == 4 && hour.number < 2400 && hour.number % 100 < 60 &&
        words.any(i + 1, {"hours", "gmt", "utc"}) && hour.lower.starts_with('0'))
        return Clock{i + 2, hour.number / 100, hour.number % 100};
    if (hour.span.size() > 2 || hour.number > 24) return std::nullopt;
    std::size_t at = i + 1;
    int minute = 0;
    bool colon = false, point = false;
    if ((words.is(at, ":") || words.is(at, ".")) && words.at(at).glued && words.digits(at + 1) &&
        words.at(at + 1).glued && words.at(at + 1).span.size() == 2 && words.at(at + 1).number < 60) {
        colon = words.is(at, ":");
        point = !colon;
        minute = words.at(at + 1).number;
        at += 2;
        if (colon && words.is(at, ":") && words.at(at).glued && words.digits(at + 1)) at += 2;
    }
    if (const auto meridiem = meridiem_at(words, at); meridiem && hour.number >= 1 && hour.number <= 12)
        return Clock{meridiem->end, on_24(hour.number, meridiem->after_noon), minute};
    if (colon && words.at(at).glued && words.is(at, ":")) return std::nullopt;
    if (colon) return Clock{at, hour.number, minute};
    if (point && !words.is(at, "%") && !words.any(at, {"percent", "per", "million", "billion", "points"}) &&
        ((words.is(i - 1, "at") && words.at(at).kind == WordKind::kMark) ||
         (hour.breaks && (words.at(at).breaks || heads_entry(words, i, at)))))
        return Clock{at, hour.number, minute};
    if (words.is(at, "o") && is_apostrophe(words, at + 1) && words.is(at + 2, "clock"))
        return Clock{at + 3, hour.number, minute};
    return std::nullopt;
}

// "eleven at night", "nine in the morning", "six this morning", "eleven o'clock"; `told` when more than a number stands
// there.
struct SpokenHour {
    Clock clock;
    bool told = false;
    bool today = false;
};
std::optional<SpokenHour> spoken_hour(const Words& words, std::size_t i) {
    const auto hour = words.digits(i) ? std::optional<int>(words.at(i).number) : cardinal_named(words.at(i).lower);
    if (!hour || *hour < 1 || *hour > 12) return std::nullopt;
    std::size_t at = i + 1;
    const bool clock = words.is(at, "o") && is_apostrophe(words, at + 1) && words.is(at + 2, "clock");
    if (clock) at += 3;
    if (words.is(at, "at") && words.is(at + 1, "night")) return SpokenHour{{at + 2, on_24(*hour, true), 0}, true};
    const bool in_the = words.is(at, "in") && words.is(at + 1, "the");
    const bool now = words.is(at, "this");
    const std::size_t part = at + (in_the ? 2 : 1);
    if ((in_the || now) && words.any(part, {"morning", "afternoon", "evening"}))
        return SpokenHour{{part + 1, on_24(*hour, !words.is(part, "morning")), 0}, true, now};
    return SpokenHour{{at, *hour, 0}, clock};
}

// "ten minutes to eleven", "twenty past six this morning", "half past one", "a quarter to four".
std::optional<Clock> past_or_to(const Words& words, std::size_t i) {
    std::size_t at = i;
    int minutes = 0;
    bool told = false;
    if (words.is(at, "half") && words.is(at + 1, "past")) {
        minutes = 30;
        at += 1;
        told = true;
    } else if (words.is(at, "quarter") || (words.is(at, "a") && words.is(at + 1, "quarter"))) {
        minutes = 15;
        at += words.is(at, "a") ? 2 : 1;
    } else {
        const auto count = quantity_at(words, at);
        if (!count || count->vague || count->value < 1 || count->value > 59) return std::nullopt;
        minutes = static_cast<int>(count->value);
        at = count->end;
        told = words.any(at, {"minutes", "minute"});
        if (told) ++at;
        if (!told && (words.digits(i) || minutes % 5 != 0)) return std::nullopt;  // "six to seven"
    }
    const bool past = words.is(at, "past");
    if (!past && !words.is(at, "to")) return std::nullopt;
    const auto hour = spoken_hour(words, at + 1);
    if (!hour || (!past && !told && !hour->told && minutes != 15)) return std::nullopt;
    if (words.digits(at + 1) || unit_named(words.at(hour->clock.end).lower)) return std::nullopt;
    const int time = (hour->clock.hour * 60 + (past ? minutes : -minutes) + 24 * 60) % (24 * 60);
    return Clock{hour->clock.end, time / 60, time % 60, hour->today};
}

// Also "noon" and "midnight".
std::optional<Clock> spoken_clock(const Words& words, std::size_t i) {
    if (words.is(i, "noon")) return Clock{i + 1, 12, 0};
    if (words.is(i, "midnight")) return Clock{i + 1, 24, 0};
    if (words.is(i, "the") && words.any(i + 1, {"midnight", "noon"}))
        return Clock{i + 2, words.is(i + 1, "noon") ? 12 : 24, 0};
    if (const auto clock = past_or_to(words, i)) return clock;
    const auto hour = spoken_hour(words, i);
    if (!hour || !hour->told) return std::nullopt;
    Clock clock = hour->clock;
    clock.today = hour->today;
    return clock;
}

// The day that follows a time of day: "10 a.m. on Thursday, 28 May", "noon Saturday", "11 p.m. EST, Nov. 9".
Match day_after_time(const Words& words, std::size_t i) {
    std::size_t at = i;
    if (words.any(at, {"gmt", "utc", "est", "edt", "et", "cet", "bst"})) ++at;
    if (words.is(at, "local") && words.is(at + 1, "time")) at += 2;
    if (words.is(at, ",")) ++at;
    if (words.any(at, {"on", "of"})) ++at;
    if (words.is(at, "(")) return {};
    if (words.at(at).breaks) return {};
    Match day = match_calendar(words, at);
    if (day && (day.expression.weekday >= 0 || day.expression.day) && day.expression.part.empty()) return day;
    day = match_deictic(words, at);
    if (day && day.expression.kind == ExpressionKind::kDayOffset && day.expression.part.empty() &&
        words.any(at, {"today", "yesterday", "tomorrow"}))
        return day;
    return {};
}

}  // namespace

Match match_clock(const Words& words, std::size_t i) {
    auto clock = digits_clock(words, i);
    if (!clock) clock = spoken_clock(words, i);
    if (!clock) return {};
    Match match = day_after_time(words, clock->end);
    if (clock->today) {
        match.end = clock->end;
        match.expression.kind = ExpressionKind::kDayOffset;
    } else if (!match) {
        match.end = clock->end;
        match.expression.kind = ExpressionKind::kClock;
        const bool range_end = words.any(i - 1, {"to", "-", "\u2013"}) && words.at(i - 2).kind != WordKind::kMark;
        match.expression.hours_of_day =
            words.any(clock->end, {"to", "-", "\u2013"}) && digits_clock(words, clock->end + 1).has_value();
        match.expression.hours_of_day |= range_end && words.any(i - 2, {"am", "pm", "m", "."});
    }
    match.expression.hour = clock->hour;
    match.expression.minute = clock->minute;
    match.expression.deadline = stands_after_at(words, i) && words.any(i - 1, {"until", "till", "by", "before"});
    return match;
}

Match match_part(const Words& words, std::size_t i) {
    std::size_t at = words.is(i, "the") ? i + 1 : i;
    const bool staged = words.any(at, {"early", "late", "mid"});
    if (staged) at = words.any(at + 1, {"in", "-"}) ? at + 2 : at + 1;
    if (staged && words.is(at, "the")) ++at;
    const auto part = part_of_day_named(words.at(at).lower);
    if (part.empty() || words.at(at).lower.ends_with('s')) return {};
    Match match;
    std::size_t next = at + 1;
    if (words.any(next, {"on", "of"})) ++next;
    const Match day = match_calendar(words, next);
    const Match deictic = words.any(next, {"today", "yesterday", "tomorrow"}) ? match_deictic(words, next) : Match{};
    if (day && (day.expression.weekday >= 0 || day.expression.day) && day.expression.hour < 0) {
        match = day;
        if (day.expression.weekday >= 0 && part == "TDA") {
            match.expression.part = "TMO";
            return match;
        }
    } else if (deictic) {
        match = deictic;
    } else {
        const bool marked = words.any(i - 1, {"at", "by", "until", "till", "before", "since", "after"}) || staged ||
                            (words.is(i, "the") && words.is(i - 1, "in"));
        if (!marked || (words.is(i, "the") && !staged && !words.is(i - 1, "in")) || words.is(at, "breakfast"))
            return {};
        match.end = at + 1;
        match.expression.kind = ExpressionKind::kClock;
    }
    match.expression.part = part;
    return match;
}

}  // namespace readout::date
