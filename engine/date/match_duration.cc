// Lengths of time, what is counted from them ("two weeks ago"), and what recurs.

#include "date/match.h"

namespace readout::date {

namespace {

struct Measure {
    std::size_t end = 0;
    Quantity quantity;
    Unit unit = Unit::kDay;
    bool plural = false;
    bool hyphen = false;  // "six-month"
};

// "three days", "six-month", "two and a half years", "two more weeks".
std::optional<Measure> measure_at(const Words& words, std::size_t i) {
    auto quantity = quantity_at(words, i);
    if (!quantity) return std::nullopt;
    std::size_t at = quantity->end;
    if (words.is(at, "and") && words.is(at + 1, "a") && words.is(at + 2, "half")) {
        quantity->value += 0.5;
        at += 3;
    }
    const bool hyphen = is_hyphen(words, at) && words.at(at).glued;
    if (hyphen) ++at;
    if (!hyphen && words.any(at, {"more", "full", "whole", "consecutive", "straight", "additional", "long", "further",
                                  "extra", "trading", "working"}))
        ++at;
    const auto unit = unit_named(words.at(at).lower);
    if (!unit) return std::nullopt;
    const bool attribute = words.at(at + 1).kind == WordKind::kLetters && !words.any(at + 1, {"and", "of", "in", "on"});
    if (!hyphen && !unit->plural && quantity->value > 1 && !attribute) return std::nullopt;
    if (unit->plural && quantity->article) return std::nullopt;
    if (unit->unit == Unit::kSecond && (!unit->plural || quantity->article)) return std::nullopt;
    if (unit->unit == Unit::kQuarter && !unit->plural) return std::nullopt;
    if (quantity->article && unit->unit == Unit::kDay && words.any(at + 1, {"of"})) return std::nullopt;
    if (unit->plural && words.is(at + 1, "and") && words.is(at + 2, "a") && words.is(at + 3, "half"))
        return std::nullopt;
    Measure measure{at + 1, *quantity, unit->unit, unit->plural, hyphen};
    if (words.is(measure.end, "and") && words.is(measure.end + 1, "a") && words.is(measure.end + 2, "half")) {
        measure.quantity.value += 0.5;
        measure.end += 3;
    }
    return measure;
}

// "30 years old", "a 30-year-old": an age, no time.
bool is_age(const Words& words, const Measure& measure) {
    const std::size_t after = is_hyphen(words, measure.end) ? measure.end + 1 : measure.end;
    return words.any(after, {"old", "olds"}) && measure.unit >= Unit::kDay;
}

Match duration(std::size_t end, const Quantity& quantity, Unit unit) {
    Match match{end, {}};
    match.expression.kind = ExpressionKind::kDuration;
    match.expression.count = quantity.value;
    match.expression.vague = quantity.vague;
    match.expression.unit = unit;
    return match;
}

// "ago", "earlier", "later", "from now" after a measure; what none of them follows is a duration.
Match after_measure(const Words& words, const Measure& measure) {
    Match match = duration(measure.end, measure.quantity, measure.unit);
    auto& expression = match.expression;
    const std::size_t at = measure.end;
    if (measure.hyphen && !words.is(at, "ago")) return match;
    if (words.is(at, "ago")) {
        expression.kind = ExpressionKind::kAgo;
        expression.count = -expression.count;
        match.end = at + 1;
        if (words.is(at + 1, "today") && measure.unit >= Unit::kWeek) {
            expression.to_the_day = true;
            match.end = at + 2;
        }
    } else if (words.is(at, "from") && words.is(at + 1, "now")) {
        expression.kind = ExpressionKind::kAgo;
        match.end = at + 2;
    } else if (words.any(at, {"earlier", "later"}) && !words.is(at + 1, "than")) {
        expression.kind = ExpressionKind::kShift;
        if (words.is(at, "earlier")) expression.count = -expression.count;
        match.end = at + 1;
    }
    return match;
}

// "the past six months", "the next two weeks", "the first nine months", "the nine months".
Match framed_measure(const Words& words, std::size_t i) {
    if (!words.is(i, "the")) return {};
    std::size_t at = i + 1;
    const std::size_t year = words.is(at, "fiscal") ? at + 1 : at;
    if (words.is(year, "year") && words.any(year + 1, {"ended", "ending"}))
        return duration(year + 1, {0, 1}, Unit::kYear);
    const auto last_unit = unit_named(words.at(at + 1).lower);
    if (words.any(at, {"last", "final"}) && last_unit && !last_unit->plural && last_unit->unit >= Unit::kDay &&
        words.any(at + 2, {"before", "of"}))
        return duration(at + 2, {0, 1}, last_unit->unit);
    const bool framed = words.any(at, {"past", "last", "next", "coming", "previous", "following", "first", "final"});
    if (framed) ++at;
    auto measure = measure_at(words, at);
    if (!measure || measure->quantity.article || !measure->plural || is_age(words, *measure)) return {};
    return duration(measure->end, measure->quantity, measure->unit);
}

// "a quarter of a century ago", "half a century".
Match part_of_age(const Words& words, std::size_t i) {
    std::size_t at = i;
    int parts = 0;
    if (words.is(at, "a") && words.is(at + 1, "quarter") && words.is(at + 2, "of")) {
        parts = 4;
        at += 3;
    } else if (words.is(at, "half")) {
        parts = 2;
        at += 1;
    }
    if (parts == 0 || !words.is(at, "a") || !words.is(at + 1, "century")) return {};
    Measure measure{at + 2, {at + 1, 100.0 / parts}, Unit::kYear};
    return after_measure(words, measure);
}

// "months", "hours later": an unknown number of them.
Match bare_plural(const Words& words, std::size_t i) {
    const auto unit = unit_named(words.at(i).lower);
    if (!unit || !unit->plural || unit->unit == Unit::kSecond || unit->unit == Unit::kQuarter) return {};
    const bool for_long = words.any(i - 1, {"for", "in", "within", "after", "over", "lasted", "took", "last", "several",
                                            "of", "take", "spent", "into"}) ||
                          words.any(i + 1, {"later", "earlier", "ago", "before", "after", "of"});
    if (!for_long || is_hyphen(words, i - 1) || words.is(i + 1, "old")) return {};
    Quantity unknown{i + 1, 0, true};
    Match match = duration(i + 1, unknown, unit->unit);
    if (words.is(i + 1, "ago")) {
        match.expression.kind = ExpressionKind::kWord;
        match.expression.word = "PAST_REF";
        match.end = i + 2;
    }
    return match;
}

}  // namespace

Match match_quantity(const Words& words, std::size_t i) {
    if (Match match = part_of_age(words, i)) return match;
    if (words.is(i, "half") && words.any(i + 1, {"a", "an"})) {
        const auto unit = unit_named(words.at(i + 2).lower);
        if (unit && !unit->plural && unit->unit != Unit::kSecond) return duration(i + 3, Quantity{0, 0.5}, unit->unit);
    }
    if (words.is(i, "within") && words.any(i + 1, {"the", "an"}) && words.is(i + 2, "hour"))
        return duration(i + 3, Quantity{0, 1}, Unit::kHour);
    if (Match match = framed_measure(words, i)) return match;
    if (i > 0 && words.at(i).glued && words.any(i - 1, {",", ".", "$", "/", "\u00a3", "\u20ac"}) && words.digits(i))
        return {};
    if (words.any(i, {"a", "an"}) && words.any(i - 1, {"not", "quite", "such"})) return {};
    const auto measure = measure_at(words, i);
    if (!measure) return bare_plural(words, i);
    if (is_age(words, *measure)) return {};
    return after_measure(words, *measure);
}

Match match_set(const Words& words, std::size_t i) {
    Match match{i + 1, {}};
    match.expression.kind = ExpressionKind::kSet;
    const auto& word = words.at(i).lower;
    if (words.at(i).capital) {
        if (const auto weekday = weekdays_named(word)) {
            match.expression.weekday = *weekday;
            return match;
        }
    }
    static constexpr std::pair<std::string_view, std::string_view> kAdverbs[] = {
        {"annually", "XXXX"},        {"yearly", "XXXX"},          {"monthly", "XXXX-XX"},
        {"weekly", "XXXX-WXX"},      {"quarterly", "XXXX-QX"},    {"nightly", "XXXX-XX-XXTNI"},
        {"weekdays", "XXXX-WXX-WD"}, {"weekends", "XXXX-WXX-WE"}, {"hourly", "XXXX-XX-XXTXX"}};
    for (const auto& [adverb, value] : kAdverbs) {
        if (word != adverb) continue;
        // "a quarterly dividend" tells of a kind, not of a time
        const bool attribute =
            words.at(i + 1).kind == WordKind::kLetters && !word.starts_with("week") &&
            !words.any(i + 1, {"in", "on", "at", "to", "and", "or", "by", "since", "for", "with", "from"});
        if (words.at(i).capital || attribute || words.is(i + 1, ":")) return {};
        match.expression.word = value;
        return match;
    }
    if (word == "daily") {
        const bool paper = words.at(i).capital || words.any(i - 1, {"the", "a", "s"}) || words.at(i + 1).capital ||
                           words.any(i + 1, {"newspaper", "paper"});
        if (paper) return {};
        match.expression.word = "XXXX-XX-XX";
        return match;
    }
    if (word != "every" && word != "each") return {};
    std::size_t at = i + 1;
    const auto quantity = quantity_at(words, at);
    if (quantity && !quantity->article) at = quantity->end;
    const auto unit = unit_named(words.at(at).lower);
    match.end = at + 1;
    if (unit && !(unit->plural && at == i + 1)) {
        match.expression.unit = unit->unit;
        match.expression.count = quantity ? quantity->value : 1;
        return match;
    }
    if (at != i + 1) return {};
    if (const auto weekday = weekday_named(words.at(at).lower)) {
        match.expression.weekday = *weekday;
        return match;
    }
    if (const auto month = month_at(words, at)) {
        match.expression.month = month->month;
        match.end = month->end;
        return match;
    }
    if (const auto part = part_of_day_named(words.at(at).lower); !part.empty()) {
        match.expression.part = part;
        return match;
    }
    if (const auto season = season_named(words.at(at).lower); !season.empty()) {
        match.expression.season = season;
        return match;
    }
    return {};
}

}  // namespace readout::date
