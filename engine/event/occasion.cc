#include "event/occasion.h"

#include <algorithm>

#include "event/words.h"

namespace readout::event {
namespace {

constexpr int kNewsDays = 14;    // an act older than this is told as context …
constexpr int kPerfectDays = 3;  // … and with "had" one older than this
constexpr int kLastMonth = 62;   // "last month" still is news

struct Dated {
    Index token;
    const record::Date* date;
};

/// What the words around a date make of it: "since May" lasts to the publication, "by Friday" begins with it, what
/// happened "this week" ended with it, "overnight" began the day before.
base::DayRange spread(const Phrases& phrases, const record::Reading& reading, const Dated& dated, bool past) {
    base::DayRange range = *dated.date->range;
    if (!reading.report.published) return range;
    const base::DayRange published = reading.report.published->range;
    if (published.from != published.to) return range;
    const auto opens_with = [&](std::string_view word) {
        if (phrases.is(dated.token, word)) return true;
        return dated.token > 0 && phrases.is(dated.token - 1, word);
    };
    if (opens_with("since") && range.from <= published.to) return {range.from, published.to};
    if (opens_with("by") && range.to >= published.from) return {published.from, range.to};
    if (past && range.from <= published.to && published.to < range.to) range.to = published.to;
    if (phrases.is(dated.token, "overnight") && range == published) range.from = range.from - 1;
    return range;
}

}  // namespace

std::optional<Occasion> occasion(const Phrases& phrases, const record::Reading& reading, Index anchor) {
    const auto tokens = phrases.tokens();
    const text::Span sentence{tokens.front().span.begin, tokens.back().span.end};
    std::vector<Dated> dates;
    auto at = std::partition_point(reading.dates.begin(), reading.dates.end(),
                                   [&](const record::Date& d) { return d.span.end <= sentence.begin; });
    for (; at != reading.dates.end() && at->span.begin < sentence.end; ++at) {
        if (!at->range) continue;
        const auto token = static_cast<Index>(text::first_ending_after(tokens, at->span.begin));
        if (token < tokens.size()) dates.push_back({token, &*at});
    }
    if (dates.empty()) return std::nullopt;
    const auto in_clause = [&](Index token) -> const Dated* {
        const Dated* best = nullptr;
        for (const Dated& d : dates) {
            if (!phrases.same_clause(d.token, token)) continue;
            const auto distance = [&](const Dated& x) { return x.token > token ? x.token - token : token - x.token; };
            if (best == nullptr || distance(d) < distance(*best)) best = &d;
        }
        return best;
    };
    const Index own = phrases.verb_at(anchor);
    const bool past = own != kNone && (phrases.verbs()[own].past || phrases.verbs()[own].perfect ||
                                       (phrases.verbs()[own].passive && phrases.verbs()[own].modal.empty()));
    const auto told_as = [&](const Dated& dated) {
        return Occasion{spread(phrases, reading, dated, past), phrases.is(dated.token, "last")};
    };
    Index token = anchor;
    for (int steps = 0; steps < 4; ++steps) {
        if (const Dated* date = in_clause(token)) return told_as(*date);
        const Index verb = phrases.verb_at(token);
        if (verb == kNone || verb == 0) break;
        const VerbPhrase& phrase = phrases.verbs()[verb];
        if (!phrase.shared && !phrase.adjunct && phrase.form != VerbForm::kInfinitive) break;
        token = phrases.verbs()[verb - 1].head;
    }
    // "On Monday the two sides met": before the first verb.
    const Dated& first = dates.front();
    const bool opens = phrases.verbs().empty() || first.token < phrases.verbs().front().first;
    if (opens && phrases.verb_at(anchor) != kNone && !phrases.verbs()[phrases.verb_at(anchor)].in_relative &&
        phrases.verbs()[phrases.verb_at(anchor)].subordinator == kNone) {
        return told_as(first);
    }
    return std::nullopt;
}

bool is_long_ago(const record::Reading& reading, const Occasion& on, bool past_perfect) {
    if (!reading.report.published) return false;
    const int days = past_perfect ? kPerfectDays : on.last_period ? kLastMonth : kNewsDays;
    return on.range.to < reading.report.published->range.from - days;
}

bool is_to_come(const record::Reading& reading, const base::DayRange& on) {
    return reading.report.published && on.from > reading.report.published->range.to;
}

}  // namespace readout::event
