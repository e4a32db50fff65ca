#include "date/timeline.h"

#include "date/match.h"

namespace readout::date {

using base::DayRange;

std::vector<Placed> place_expressions(const Words& words) {
    std::vector<Placed> placed;
    std::size_t at = 0;
    for (Expression& expression : match_expressions(words)) {
        while (words.at(at).span.begin < expression.span.begin) ++at;
        Placed one;
        one.first = at;
        while (at < words.size() && words.at(at).span.end <= expression.span.end) ++at;
        one.last = at;
        one.tense = tense_around(words, one.first, one.last);
        expression.deadline |= words.any(one.first - 1, {"by", "until", "till", "before"});
        expression.deadline |= words.is(one.first - 1, "through") && one.tense != Tense::kPast;
        if (words.is(one.first - 1, "effective")) {
            expression.deadline = true;
            one.tense = Tense::kFuture;
        }
        const bool possessed = expression.weekday >= 0 && is_apostrophe(words, one.last) && words.is(one.last + 1, "s");
        if (possessed && one.tense == Tense::kPresent) one.tense = Tense::kPast;  // "Friday's close"
        const bool looking_ahead = expression.deadline && one.tense != Tense::kPast;
        if (looking_ahead) one.tense = Tense::kFuture;
        if (words.any(one.first - 1, {"since"}) || words.any(one.first - 2, {"since"})) {
            one.tense = Tense::kPast;
            expression.deadline = false;
        }
        one.expression = expression;
        placed.push_back(one);
    }
    return placed;
}

namespace {

// A day that "that night" or "the next day" may be told from.
bool sets_the_scene(const Expression& expression, const Resolved& resolved) {
    if (!resolved.range || expression.kind == ExpressionKind::kClock) return false;
    return resolved.range->to == resolved.range->from;
}

// Words `from` and `to` stand in one sentence. REQUIRES: 0 < from.
bool same_sentence(const Words& words, std::size_t from, std::size_t to) {
    for (std::size_t i = from - 1; i < to; ++i) {
        if (ends_sentence(words, i)) return false;
    }
    return true;
}

// Words `from` and `to` stand in one paragraph, near each other.
bool same_paragraph(const Words& words, std::size_t from, std::size_t to) {
    constexpr std::size_t kFar = 60;
    if (to - from > kFar) return false;
    for (std::size_t i = from; i <= to; ++i) {
        if (words.at(i).breaks) return false;
    }
    return true;
}

constexpr std::size_t kNear = 40;  // words between a clock and its day

// The day of a clock: that of its sentence, else the day of publication.
std::optional<DayRange> day_of_clock(const Words& words, const std::vector<Placed>& placed,
                                     const std::vector<Resolved>& resolved, std::size_t index, const Anchor& anchor) {
    if (index > 0) {
        const auto& before = placed[index - 1];
        const auto& range = resolved[index - 1].range;
        const bool recurs = before.expression.kind == ExpressionKind::kSet;
        if (recurs && placed[index].first - before.last < kNear &&
            same_sentence(words, before.last, placed[index].first))
            return std::nullopt;
        if (range && range->from == range->to && placed[index].first - before.last < kNear &&
            same_sentence(words, before.last, placed[index].first))
            return range;
    }
    if (index + 1 < placed.size()) {
        const auto& after = placed[index + 1];
        const bool plain_day =
            after.expression.kind == ExpressionKind::kCalendar || after.expression.kind == ExpressionKind::kDayOffset;
        if (plain_day && after.first - placed[index].last < kNear &&
            same_sentence(words, placed[index].last, after.first)) {
            const Resolved day = resolve(after.expression, anchor, after.tense);
            if (day.range && day.range->from == day.range->to) return day.range;
        }
    }
    const auto& clock = placed[index].expression;
    const bool any_day = clock.hour < 0 && (clock.part == "TNI" || clock.part == "TEV");  // "dangerous at night"
    const bool yesterday = anchor.published && anchor.spoken_of && anchor.spoken_of->from == anchor.spoken_of->to &&
                           anchor.spoken_of->from + 1 == *anchor.published;
    if (index > 0 && placed[index].tense == Tense::kPast) {
        const auto& before = placed[index - 1];
        const auto& range = resolved[index - 1].range;
        if (range && range->from == range->to && same_paragraph(words, before.last, placed[index].first)) return range;
    }
    if (yesterday && !any_day && placed[index].tense == Tense::kPast) return anchor.spoken_of;
    if (anchor.published && !any_day) return DayRange{*anchor.published, *anchor.published};
    return std::nullopt;
}

// "A year earlier" beside a quarter's results is the same quarter of the year before.
std::optional<Resolved> quarter_before(const Placed& one,
                                       const std::optional<std::pair<std::size_t, Resolved>>& quarter) {
    constexpr std::size_t kSameStory = 80;  // words
    const Expression& expression = one.expression;
    const bool year_before = (expression.kind == ExpressionKind::kShift || expression.kind == ExpressionKind::kAgo) &&
                             expression.unit == Unit::kYear && expression.count == -1;
    if (!year_before || !quarter || one.first - quarter->first > kSameStory) return std::nullopt;
    Expression same;
    same.kind = ExpressionKind::kQuarter;
    const base::Civil from = base::civil_of(quarter->second.range->from);
    same.quarter = (from.month - 1) / 3 + 1;
    same.year = from.year - 1;
    return resolve(same, {}, Tense::kPast);
}

bool is_month_alone(const Expression& expression) {
    return expression.kind == ExpressionKind::kCalendar && expression.month && !expression.day && !expression.year &&
           expression.near == Near::kNone;
}

int year_of(DayRange range) {
    return base::civil_of(range.from).year;
}

constexpr int kHalfWeek = 3;

// "The minister who resigned on the Saturday": in a story of long ago, the Saturday nearest to the day told last.
bool is_weekday_of_story(const Words& words, const Placed& one, const Anchor& anchor) {
    constexpr int kLongAgo = 31;
    const auto& expression = one.expression;
    const bool weekday = expression.kind == ExpressionKind::kCalendar && expression.weekday >= 0 && !expression.day &&
                         !expression.month && expression.near == Near::kNone;
    return weekday && words.is(one.first - 1, "the") && one.tense != Tense::kFuture && one.tense != Tense::kPresent &&
           anchor.published && anchor.spoken_of && anchor.spoken_of->from + kLongAgo < *anchor.published;
}

std::vector<Resolved> resolve_from(const Words& words, const std::vector<Placed>& placed,
                                   std::optional<base::Day> published) {
    std::vector<Resolved> resolved;
    resolved.reserve(placed.size());
    Anchor anchor{published, {}};
    std::optional<std::pair<std::size_t, Resolved>> quarter;  // the last one told, and the word where
    std::optional<DayRange> year;                             // the last day or year told
    for (std::size_t i = 0; i < placed.size(); ++i) {
        Expression expression = placed[i].expression;
        Anchor mine = anchor;
        if (expression.kind == ExpressionKind::kClock)
            mine.spoken_of = day_of_clock(words, placed, resolved, i, anchor);
        if (is_month_alone(expression) && year && words.is(placed[i].first - 1, "that"))
            expression.year = year_of(*year);
        if (is_weekday_of_story(words, placed[i], anchor)) mine.published = anchor.spoken_of->from + kHalfWeek;
        if (expression.kind == ExpressionKind::kShift && expression.unit == Unit::kYear && year) mine.spoken_of = year;
        const auto before = quarter_before(placed[i], quarter);
        resolved.push_back(before ? *before : resolve(expression, mine, placed[i].tense));
        if (expression.kind == ExpressionKind::kQuarter && resolved.back().range && expression.unit != Unit::kYear)
            quarter = {placed[i].last, resolved.back()};
        const bool whole_year = expression.kind == ExpressionKind::kCalendar && expression.year != 0;
        if (resolved.back().range && (whole_year || sets_the_scene(expression, resolved.back())))
            year = resolved.back().range;
        if (sets_the_scene(expression, resolved.back())) anchor.spoken_of = resolved.back().range;
    }
    return resolved;
}

constexpr int kWidest = 32;

// Two readings of one expression: what they share.
void reconcile(Resolved& first, const Resolved& last, const Resolved& unknown) {
    if (first.value == last.value) return;
    if (first.range && last.range) {
        const DayRange hull{std::min(first.range->from, last.range->from), std::max(first.range->to, last.range->to)};
        first.range.reset();
        if (hull.to - hull.from < kWidest) first.range = hull;
    } else {
        first.range.reset();
    }
    first.value = unknown.value;
}

}  // namespace

std::vector<Resolved> resolve_all(const Words& words, const std::vector<Placed>& placed,
                                  std::optional<DayRange> published) {
    if (!published) return resolve_from(words, placed, std::nullopt);
    std::vector<Resolved> resolved = resolve_from(words, placed, published->from);
    if (published->from == published->to) return resolved;
    const std::vector<Resolved> last = resolve_from(words, placed, published->to);
    const std::vector<Resolved> unknown = resolve_from(words, placed, std::nullopt);
    for (std::size_t i = 0; i < resolved.size(); ++i) reconcile(resolved[i], last[i], unknown[i]);
    return resolved;
}

}  // namespace readout::date
