#include "date/match.h"

#include <array>

namespace readout::date {

bool is_hyphen(const Words& words, std::size_t i) {
    return words.any(i, {"-", "\u2013", "\u2010", "\u2011"});
}

bool is_apostrophe(const Words& words, std::size_t i) {
    return words.any(i, {"'", "\u2019"});
}

namespace {

std::optional<Quantity> spelled_number(const Words& words, std::size_t i) {
    const auto first = cardinal_named(words.at(i).lower);
    if (!first) return std::nullopt;
    Quantity quantity{i + 1, static_cast<double>(*first)};
    if (*first >= 20 && *first <= 90) {
        const std::size_t next = is_hyphen(words, i + 1) ? i + 2 : i + 1;
        const auto unit = cardinal_named(words.at(next).lower);
        if (unit && *unit < 10) quantity = {next + 1, static_cast<double>(*first + *unit)};
    } else if (*first < 10 && words.is(i + 1, "hundred")) {
        quantity = {i + 2, *first * 100.0};
    }
    return quantity;
}

std::optional<Quantity> article_number(const Words& words, std::size_t i) {
    if (words.any(i + 1, {"few", "couple", "several"})) {
        const bool couple = words.is(i + 1, "couple");
        const std::size_t end = words.is(i + 2, "of") ? i + 3 : i + 2;
        return Quantity{end, couple ? 2.0 : 0.0, !couple};
    }
    if (words.any(i + 1, {"dozen", "hundred"})) return Quantity{i + 2, words.is(i + 1, "dozen") ? 12.0 : 100.0};
    return Quantity{i + 1, 1, false, true};
}

}  // namespace

std::optional<Quantity> quantity_at(const Words& words, std::size_t i) {
    if (words.digits(i)) {
        if (words.at(i).number > 5000) return std::nullopt;
        Quantity quantity{i + 1, static_cast<double>(words.at(i).number)};
        if (words.is(i + 1, ".") && words.at(i + 1).glued && words.digits(i + 2) && words.at(i + 2).glued &&
            words.at(i + 2).number < 10)
            quantity = {i + 3, quantity.value + words.at(i + 2).number / 10.0};
        if (words.is(i + 1, "1") && words.is(i + 2, "/") && words.is(i + 3, "2"))
            quantity = {i + 4, quantity.value + 0.5};
        return quantity;
    }
    if (words.any(i, {"a", "an"})) return article_number(words, i);
    if (words.any(i, {"several", "few", "many", "some"})) {
        return Quantity{words.is(i + 1, "of") ? i + 2 : i + 1, 0, true};
    }
    if (words.is(i, "couple") && words.is(i + 1, "of")) return Quantity{i + 2, 2};
    return spelled_number(words, i);
}

std::optional<int> year_at(const Words& words, std::size_t i) {
    if (!words.digits(i) || words.at(i).span.size() != 4) return std::nullopt;
    const int year = words.at(i).number;
    if (year < 1000 || year > 2199) return std::nullopt;
    return year;
}

std::optional<DayOfMonth> day_at(const Words& words, std::size_t i) {
    if (!words.digits(i) || words.at(i).span.size() > 2) return std::nullopt;
    const int day = words.at(i).number;
    if (day < 1 || day > 31) return std::nullopt;
    const bool ordinal = words.at(i + 1).glued && words.any(i + 1, {"st", "nd", "rd", "th"});
    return DayOfMonth{ordinal ? i + 2 : i + 1, day};
}

std::optional<MonthName> month_at(const Words& words, std::size_t i) {
    const auto month = month_named(words.at(i).lower);
    if (!month) return std::nullopt;
    if (!words.at(i).capital) return std::nullopt;
    const bool whole = words.any(i, {"may", "june", "july"}) || words.at(i).span.size() > 4;
    const bool point = !whole && words.is(i + 1, ".") && words.at(i + 1).glued;
    return MonthName{point ? i + 2 : i + 1, *month};
}

std::vector<Expression> match_expressions(const Words& words) {
    using Rule = Match (*)(const Words&, std::size_t);
    static constexpr std::array<Rule, 11> kRules{match_clock,   match_calendar, match_deictic, match_near,
                                                 match_period,  match_quantity, match_set,     match_narrative,
                                                 match_holiday, match_part,     match_year};
    std::vector<Expression> found;
    for (std::size_t i = 0; i < words.size();) {
        Match best;
        if (words.at(i).kind != WordKind::kMark || is_apostrophe(words, i)) {
            for (const Rule rule : kRules) {
                if (Match match = rule(words, i); match.end > best.end) best = match;
            }
        }
        if (!best) {
            ++i;
            continue;
        }
        best.expression.span = words.span(i, best.end);
        found.push_back(best.expression);
        i = best.end;
    }
    return found;
}

}  // namespace readout::date
