// Seasons, quarters, weekends, centuries and feasts.

#include "date/match.h"

namespace readout::date {

namespace {

// "of 2018", " 2018", "'s" before; returns the year and the end.
std::size_t take_year(const Words& words, std::size_t i, Expression& expression) {
    const std::size_t at = words.any(i, {"of", "in", ","}) ? i + 1 : i;
    if (const auto year = year_at(words, at)) {
        expression.year = *year;
        return at + 1;
    }
    if (words.any(at, {"this", "last", "next"}) && words.is(at + 1, "year")) {
        expression.near = words.is(at, "this") ? Near::kThis : words.is(at, "last") ? Near::kLast : Near::kNext;
        expression.unit = Unit::kYear;
        return at + 2;
    }
    return i;
}

Match quarter(const Words& words, std::size_t i) {
    if (words.any(i, {"this", "last", "next"}) && words.is(i + 1, "year") && is_apostrophe(words, i + 2)) {
        Match of_year = quarter(words, i + 4);
        of_year.expression.near = words.is(i, "this") ? Near::kThis : words.is(i, "last") ? Near::kLast : Near::kNext;
        return of_year;
    }
    std::size_t at = words.is(i, "the") ? i + 1 : i;
    if (words.any(at, {"fiscal"})) at = is_hyphen(words, at + 1) ? at + 2 : at + 1;
    Match match;
    match.expression.kind = ExpressionKind::kQuarter;
    const auto& word = words.at(at).lower;
    if (word == "q" && words.digits(at + 1) && words.at(at + 1).glued && words.at(at + 1).number >= 1 &&
        words.at(at + 1).number <= 4) {
        match.expression.quarter = words.at(at + 1).number;
        match.end = take_year(words, at + 2, match.expression);
        return match;
    }
    const auto ordinal = ordinal_named(word);
    const std::size_t noun = is_hyphen(words, at + 1) ? at + 2 : at + 1;
    if (ordinal && *ordinal >= 1 && *ordinal <= 4 && words.is(noun, "quarter")) {
        match.expression.quarter = *ordinal;
        match.end = take_year(words, noun + 1, match.expression);
        return match;
    }
    if (words.is(at, "year") && is_hyphen(words, at + 1) && words.any(at + 2, {"earlier", "ago"}) &&
        words.any(at + 3, {"quarter", "period"})) {
        match.end = at + 4;
        match.expression.near = Near::kLast;
        match.expression.unit = Unit::kYear;  // the quarter that is told of, a year before
        return match;
    }
    if (words.is(i, "the") && words.any(at, {"quarter", "latest", "current"})) {
        if (!words.is(at, "quarter") && !words.any(at + 1, {"quarter", "period"})) return {};
        match.end = words.is(at, "quarter") ? at + 1 : at + 2;
        if (words.at(match.end).kind == WordKind::kLetters &&
            !words.any(match.end, {"ended", "ending", "from", "was", "were", "on", "rose", "fell", "to", "and"}))
            return {};
        if (!words.is(at, "current"))
            match.expression.near = Near::kLast;  // results are told of a quarter that is over
        return match;
    }
    return {};
}

Match season(const Words& words, std::size_t i) {
    std::size_t at = words.is(i, "the") ? i + 1 : i;
    const bool staged = words.any(at, {"early", "late", "mid"});
    if (staged) at = is_hyphen(words, at + 1) ? at + 2 : at + 1;
    const auto name = season_named(words.at(at).lower);
    if (name.empty()) return {};
    Match match{at + 1, {}};
    match.expression.kind = ExpressionKind::kSeason;
    match.expression.season = name;
    match.end = take_year(words, at + 1, match.expression);
    if (match.end > at + 1) return match;
    const bool preposed = words.any(
        i - 1, {"in", "by", "until", "since", "before", "after", "during", "through", "over", "till", "for", "each"});
    if (!preposed) return {};
    const bool noun_next = words.at(at + 1).kind == WordKind::kLetters &&
                           !words.any(at + 1, {"and", "or", "when", "but", "the", "a", "if", "it", "he", "she", "they",
                                               "we", "after", "before", "to", "as", "with", "while", "that"});
    if (noun_next && !words.is(i, "the")) return {};
    if (words.is(at, "fall") && !words.is(i, "the")) return {};
    if (noun_next && words.any(at + 1, {"of"})) return {};
    match.expression.deadline = words.any(i - 1, {"by", "until", "before", "till"});
    return match;
}

Match weekend(const Words& words, std::size_t i) {
    if (!words.is(i, "the") || !words.is(i + 1, "weekend")) return {};
    Match match{i + 2, {}};
    match.expression.kind = ExpressionKind::kWeekend;
    match.expression.deadline = words.any(i - 1, {"by", "until", "before", "till"});
    return match;
}

Match century(const Words& words, std::size_t i) {
    const std::size_t at = words.is(i, "the") ? i + 1 : i;
    const auto day = words.digits(at) ? std::optional<int>(words.at(at).number) : ordinal_named(words.at(at).lower);
    if (!day || *day < 5 || *day > 22) return {};
    std::size_t noun = at + 1;
    if (words.digits(at)) {
        if (!words.any(noun, {"th", "st", "nd"})) return {};
        ++noun;
    }
    if (is_hyphen(words, noun)) ++noun;
    if (!words.is(noun, "century")) return {};
    Match match{noun + 1, {}};
    match.expression.kind = ExpressionKind::kCentury;
    match.expression.count = *day - 1;
    return match;
}

// "this decade", "the decade".
Match decade(const Words& words, std::size_t i) {
    if (!words.is(i, "this") || !words.is(i + 1, "decade")) return {};
    Match match{i + 2, {}};
    match.expression.kind = ExpressionKind::kDecade;
    return match;
}

}  // namespace

Match match_period(const Words& words, std::size_t i) {
    for (const auto rule : {quarter, season, weekend, century, decade}) {
        if (Match match = rule(words, i)) return match;
    }
    return {};
}

Match match_holiday(const Words& words, std::size_t i) {
    struct Feast {
        std::string_view first, second, name;
    };
    static constexpr Feast kFeasts[] = {
        {"easter", "monday", "easter monday"},
        {"easter", "sunday", "easter"},
        {"easter", "", "easter"},
        {"christmas", "eve", "christmas eve"},
        {"christmas", "day", "christmas"},
        {"christmas", "", "christmas"},
        {"good", "friday", "good friday"},
        {"palm", "sunday", "palm sunday"},
        {"boxing", "day", "boxing day"},
        {"thanksgiving", "day", "thanksgiving"},
        {"thanksgiving", "", "thanksgiving"},
        {"halloween", "", "halloween"},
        {"ramadan", "", "ramadan"},
    };
    std::size_t at = i;
    Near near = Near::kNone;
    if (words.any(i, {"last", "this", "next"})) {
        near = words.is(i, "last") ? Near::kLast : words.is(i, "this") ? Near::kThis : Near::kNext;
        ++at;
    }
    Match match;
    match.expression.kind = ExpressionKind::kHoliday;
    match.expression.near = near;
    if (near == Near::kNone && words.is(i, "the") && words.is(i + 1, "new") && words.is(i + 2, "year") &&
        words.any(i - 1, {"by", "before", "until", "in", "after", "since"})) {
        match.end = i + 3;
        match.expression.word = "new year";
        return match;
    }
    if (words.is(at, "new") && words.at(at).capital && words.is(at + 1, "year") && is_apostrophe(words, at + 2) &&
        words.is(at + 3, "s") && words.any(at + 4, {"day", "eve"})) {
        match.end = at + 5;
        match.expression.word = words.is(at + 4, "day") ? "new year" : "new year's eve";
        return match;
    }
    if (!words.at(at).capital) return {};
    for (const Feast& feast : kFeasts) {
        if (!words.is(at, feast.first)) continue;
        if (!feast.second.empty() && !words.is(at + 1, feast.second)) continue;
        match.end = feast.second.empty() ? at + 1 : at + 2;
        if (feast.second.empty() &&
            (words.at(match.end).capital || words.any(match.end, {"market", "markets", "tree", "island", "bombings",
                                                                  "rising", "card", "cards", "present", "presents"})))
            return {};
        match.expression.word = feast.name;
        match.expression.deadline = words.any(i - 1, {"by", "until", "before", "till"});
        return match;
    }
    return {};
}

}  // namespace readout::date
