// Times told from the writer's day: today, last month, two weeks ago, the end of the year.

#include "date/match.h"
#include "date/tense.h"

namespace readout::date {

namespace {

Match word_match(std::size_t end, std::string_view value) {
    Match match{end, {}};
    match.expression.kind = ExpressionKind::kWord;
    match.expression.word = value;
    return match;
}

Match day_match(std::size_t end, int offset, std::string_view part = {}) {
    Match match{end, {}};
    match.expression.kind = ExpressionKind::kDayOffset;
    match.expression.count = offset;
    match.expression.part = part;
    return match;
}

std::optional<int> simple_day(std::string_view word) {
    if (word == "today") return 0;
    if (word == "yesterday") return -1;
    if (word == "tomorrow") return 1;
    return std::nullopt;
}

Near near_of(std::string_view word) {
    if (word == "this" || word == "current") return Near::kThis;
    if (word == "last" || word == "past" || word == "previous") return Near::kLast;
    if (word == "next" || word == "coming" || word == "following") return Near::kNext;
    return Near::kNone;
}

// What "last", "this" or "next" stands before: a unit, a weekday, a month, a season, a part of the day, the weekend.
Match near_noun(const Words& words, std::size_t i, Near near) {
    const auto& word = words.at(i).lower;
    Match match{i + 1, {}};
    auto& expression = match.expression;
    expression.near = near;
    expression.count = near == Near::kLast ? -1 : near == Near::kNext ? 1 : 0;
    if (const auto unit = unit_named(word); unit && !unit->plural) {
        if (is_hyphen(words, i + 1) && words.at(i + 1).glued) return {};
        if (unit->unit == Unit::kSecond || unit->unit == Unit::kMinute || unit->unit == Unit::kHour) return {};
        expression.kind = ExpressionKind::kUnitNear;
        expression.unit = unit->unit;
        return match;
    }
    if (const auto weekday = weekday_named(word); weekday && words.at(i).capital) {
        expression.weekday = *weekday;
        if (const auto part = part_of_day_named(words.at(i + 1).lower); !part.empty()) {
            expression.part = part;
            ++match.end;
        }
        return match;
    }
    if (const auto month = month_at(words, i)) {
        if (match_calendar(words, i).expression.year) return {};  // "this Oct. 5, 2011, story"
        expression.month = month->month;
        match.end = month->end;
        if (const auto day = day_at(words, month->end)) {
            expression.day = day->day;
            match.end = day->end;
        }
        return match;
    }
    if (word == "weekend") {
        expression.kind = ExpressionKind::kWeekend;
        return match;
    }
    if (const auto season = season_named(word); !season.empty()) {
        expression.kind = ExpressionKind::kSeason;
        expression.season = season;
        return match;
    }
    if (const auto part = part_of_day_named(word); !part.empty() && !word.ends_with('s')) {
        if (near == Near::kNext) return {};
        return day_match(i + 1, near == Near::kLast ? -1 : 0, part);
    }
    if (const auto ordinal = ordinal_named(word); ordinal && words.is(i + 1, "quarter")) return {};
    return {};
}

// "last week", "this past spring", "the coming month"; `i` is at the word of nearness or "the" before it.
Match near_phrase(const Words& words, std::size_t i) {
    std::size_t at = i;
    const bool the = words.is(i, "the");
    if (the) ++at;
    Near near = near_of(words.at(at).lower);
    if (near == Near::kNone) return {};
    if (the && (near == Near::kThis) && !words.is(at, "current")) return {};
    if (words.is(at, "this") && words.any(at + 1, {"past", "coming"})) near = near_of(words.at(++at).lower);
    if (words.is(at, "past") && !the && !words.is(i, "this")) return {};
    if (the && words.any(at, {"next", "following", "previous"})) {
        // "the next day" is told from the day the text speaks of: match_narrative
        const auto unit = unit_named(words.at(at + 1).lower);
        if (unit && !unit->plural) return {};
    }
    // "the last week before the election" is that one's, not the writer's: match_quantity
    if (the && near == Near::kLast && unit_named(words.at(at + 1).lower) && words.any(at + 2, {"before", "of"}))
        return {};
    return near_noun(words, at + 1, near);
}

bool is_stage(const Words& words, std::size_t i) {
    return words.any(i, {"early", "late", "earlier", "later", "mid"});
}

// "the end of the year", "the beginning of October", "the first week of March", "the middle of next month".
Match part_of_unit(const Words& words, std::size_t i) {
    std::size_t at = words.is(i, "the") ? i + 1 : i;
    int week = 0;
    bool end_of = false;
    if (words.any(at, {"end", "beginning", "start", "middle", "close"}) && words.is(at + 1, "of")) {
        end_of = words.any(at, {"end", "close"});
        at += 2;
    } else if (const auto ordinal = ordinal_named(words.at(at).lower);
               ordinal && words.is(at + 1, "week") && words.any(at + 2, {"of", "in"})) {
        week = *ordinal == 0 ? 5 : *ordinal;
        at += 3;
    } else {
        return {};
    }
    Match match = near_phrase(words, at);
    if (!match && words.any(at, {"the", "that"})) {
        if (words.any(at + 1, {"year", "month", "week", "day"})) match = near_noun(words, at + 1, Near::kThis);
    }
    if (!match) match = match_calendar(words, at);
    if (!match) match = match_year(words, at);
    if (!match) return {};
    match.expression.end_of = end_of;
    match.expression.week_of_month = week;
    return match;
}

}  // namespace

Match match_deictic(const Words& words, std::size_t i) {
    const auto& word = words.at(i).lower;
    if (words.is(i, "the") && words.is(i + 1, "day") && words.any(i + 2, {"before", "after"})) {
        if (words.is(i + 3, "yesterday")) return day_match(i + 4, -2);
        if (words.is(i + 3, "tomorrow")) return day_match(i + 4, 2);
    }
    std::size_t at = i;
    std::string_view early;
    if (is_stage(words, i)) {
        at = is_hyphen(words, i + 1) ? i + 2 : i + 1;
        if (words.any(at, {"on", "in"})) ++at;
        early = words.any(i, {"early", "earlier"}) ? "TMO" : "TEV";
    }
    if (const auto offset = simple_day(words.at(at).lower)) {
        if (at == i && words.is(i, "tomorrow") && weekday_named(words.at(i + 1).lower)) return day_match(i + 2, 1);
        const auto part = part_of_day_named(words.at(at + 1).lower);
        if (!part.empty()) return day_match(at + 2, *offset, part);
        return day_match(at + 1, *offset);
    }
    if (at != i) {
        if (words.any(i, {"earlier", "later", "mid"})) return {};
        if (!weekday_named(words.at(at).lower)) return {};
        Match match = match_calendar(words, at);
        if (match && match.expression.weekday >= 0 && match.expression.part.empty()) match.expression.part = early;
        return match;
    }
    if (word == "tonight") return day_match(i + 1, 0, "TNI");
    if (word == "overnight") return day_match(i + 1, 0, "TNI");
    if (word == "now" || word == "currently" || word == "nowadays") {
        const bool first = words.at(i).breaks || i == 0 || ends_sentence(words, i - 1);
        if (word == "now" && words.at(i).capital && (!first || !words.is(i + 1, ","))) return {};  // "Peace Now"
        if (word == "now" && words.is(i + 1, "that")) return {};
        return word_match(i + 1, "PRESENT_REF");
    }
    if (word == "long" && words.is(i + 1, "ago")) return word_match(i + 2, "PAST_REF");
    if (word == "recent" && unit_named(words.at(i + 1).lower)) return word_match(i + 2, "PAST_REF");
    if (word == "the" && words.is(i + 1, "future") && !words.is(i + 2, "of")) return word_match(i + 2, "FUTURE_REF");
    if (word == "the" && words.any(i + 1, {"near", "foreseeable"}) && words.is(i + 2, "future"))
        return word_match(i + 3, "FUTURE_REF");
    return {};
}

Match match_near(const Words& words, std::size_t i) {
    if (words.is(i, "year") && (is_hyphen(words, i + 1) || !words.at(i + 1).glued) &&
        words.is(is_hyphen(words, i + 1) ? i + 2 : i + 1, "end")) {
        Match match{is_hyphen(words, i + 1) ? i + 3 : i + 2, {}};
        match.expression.kind = ExpressionKind::kUnitNear;
        match.expression.unit = Unit::kYear;
        match.expression.end_of = true;
        return match;
    }
    if (Match match = part_of_unit(words, i)) return match;
    if (!is_stage(words, i)) return near_phrase(words, i);
    std::size_t at = is_hyphen(words, i + 1) ? i + 2 : i + 1;
    if (words.is(at, "in")) ++at;
    if (Match match = near_phrase(words, at)) return match;
    if (words.any(at, {"the", "that"}) && words.any(at + 1, {"year", "month", "week", "day"})) {
        Match match = near_noun(words, at + 1, Near::kThis);
        if (match && words.is(at, "that")) match.expression.kind = ExpressionKind::kSameDay;
        return match;
    }
    if (words.any(i, {"earlier", "later"})) return {};
    Match match = month_at(words, at) ? match_calendar(words, at) : Match{};
    if (match && match.expression.day) return {};
    return match;
}

namespace {

// "the day after the summit": on what the text does not date here.
bool hangs_on(const Words& words, std::size_t i) {
    const Word& next = words.at(i);
    return next.kind == WordKind::kLetters && !next.breaks &&
           (next.capital || words.any(i, {"the", "a", "his", "her", "its", "their", "he", "she", "they", "it"}));
}

}  // namespace

Match match_narrative(const Words& words, std::size_t i) {
    Match match;
    auto& expression = match.expression;
    expression.kind = ExpressionKind::kShift;
    if (words.is(i, "the") && words.is(i + 1, "day") && words.any(i + 2, {"before", "after"})) {
        if (hangs_on(words, i + 3)) return {};
        expression.count = words.is(i + 2, "before") ? -1 : 1;
        match.end = i + 3;
        return match;
    }
    const bool the = words.is(i, "the");
    std::size_t at = the ? i + 1 : i;
    if (the && words.any(at, {"night", "evening"}) && words.is(at + 1, "before") && !hangs_on(words, at + 2)) {
        expression.count = -1;
        expression.part = part_of_day_named(words.at(at).lower);
        match.end = at + 2;
        return match;
    }
    if (the && words.any(at, {"next", "following", "previous"})) {
        expression.count = words.is(at, "previous") ? -1 : 1;
        const auto unit = unit_named(words.at(at + 1).lower);
        if (unit && !unit->plural) {
            expression.unit = unit->unit;
            match.end = at + 2;
            return match;
        }
        if (const auto part = part_of_day_named(words.at(at + 1).lower); !part.empty()) {
            expression.part = part;
            match.end = at + 2;
            return match;
        }
        return {};
    }
    const bool same = the && words.is(at, "same");
    if (!same && !words.is(i, "that")) return {};
    at = same ? at + 1 : i + 1;
    if (words.is(i, "that") && words.is(at, "same")) ++at;
    expression.kind = ExpressionKind::kSameDay;
    if (const auto part = part_of_day_named(words.at(at).lower); !part.empty()) {
        expression.part = part;
    } else if (const auto unit = unit_named(words.at(at).lower);
               unit && !unit->plural && unit->unit >= Unit::kDay && unit->unit != Unit::kFortnight) {
        expression.unit = unit->unit;
    } else {
        return {};
    }
    match.end = at + 1;
    return match;
}

}  // namespace readout::date
