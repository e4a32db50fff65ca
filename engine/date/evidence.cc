#include "date/evidence.h"

#include <algorithm>
#include <cstdlib>

#include "date/match.h"

namespace readout::date {

using base::Day;
using base::DayRange;

namespace {

constexpr std::size_t kLeadWords = 220;  // headline and the first paragraphs
constexpr std::size_t kClose = 40;       // an expression this near an event's words may be about it
constexpr std::size_t kNewsWords = 45;   // news of an event has all its words within this many
constexpr std::size_t kHeadWords = 70;   // or begins within a headline and its first sentence

struct Told {
    EventMention mention;
    DayRange days;
    bool ahead = false;     // told as still to come
    bool together = false;  // its words stand in one sentence
};

struct Nearby {
    std::vector<Placed>::const_iterator first, last;
    [[nodiscard]] auto begin() const { return first; }
    [[nodiscard]] auto end() const { return last; }
};

// The expressions that begin within kClose words of `word`.
Nearby beside(const std::vector<Placed>& placed, std::size_t word) {
    const auto at = [&](std::size_t place) {
        return std::partition_point(placed.begin(), placed.end(), [&](const Placed& one) { return one.first < place; });
    };
    return {at(word > kClose ? word - kClose : 0), at(word + kClose + 1)};
}

bool sentence_between(const Words& words, std::size_t a, std::size_t b) {
    const std::size_t from = std::min(a, b), to = std::max(a, b);
    if (to - from > kClose) return false;
    for (std::size_t i = from; i < to; ++i) {
        if (ends_sentence(words, i)) return false;
    }
    return true;
}

// "Until he died in 1992": the year beside what happened is not the known event's.
bool of_another_year(const Words& words, const std::vector<Placed>& placed, std::size_t word, DayRange days) {
    constexpr std::size_t kBeside = 6;
    bool another = false;
    for (const Placed& one : beside(placed, word)) {
        const int year = one.expression.kind == ExpressionKind::kCalendar ? one.expression.year : 0;
        if (year == 0 || !sentence_between(words, one.first, word)) continue;
        if (base::civil_of(days.from).year <= year && year <= base::civil_of(days.to).year) return false;
        const std::size_t far = one.first < word ? word - one.first : one.first - word;
        another |= far <= kBeside;
    }
    return another;
}

std::vector<Told> told_events(const Words& words, const std::vector<Placed>& placed, const KnownEvents& events) {
    std::vector<Told> told;
    for (const EventMention& mention : events.find(words)) {
        Told one{mention, events.days(mention.event)};
        if (of_another_year(words, placed, mention.word, one.days)) continue;
        one.ahead = tense_around(words, mention.word, mention.word + 1) == Tense::kFuture;
        one.together = sentence_between(words, mention.first, mention.last - 1);
        told.push_back(one);
    }
    return told;
}

void bound_below(InnerEvidence& evidence, const Fact& fact) {
    if (!evidence.not_before || evidence.not_before->day < fact.day)
        evidence.not_before = Bound{fact.day, fact.evidence};
    for (Fact& known : evidence.past) {
        if (known.day != fact.day) continue;
        if (known.grip < fact.grip) known = fact;
        return;
    }
    constexpr std::size_t kKept = 8;
    evidence.past.push_back(fact);
    std::stable_sort(evidence.past.begin(), evidence.past.end(),
                     [](const Fact& a, const Fact& b) { return b.day < a.day; });
    if (evidence.past.size() > kKept) evidence.past.pop_back();
}
void bound_above(InnerEvidence& evidence, Day day, text::Span span) {
    if (!evidence.not_after || day < evidence.not_after->day) evidence.not_after = Bound{day, span};
}

// "runs out on 1 May 1997", "was killed on 3 March 2019": full dates bound the writing by their tense. Only
// in prose: a masthead's date has no verb.
void bounds_of_dates(const Words& words, const std::vector<Placed>& placed, InnerEvidence& evidence) {
    for (const Placed& one : placed) {
        const auto& expression = one.expression;
        if (expression.kind != ExpressionKind::kCalendar || !expression.year || !expression.month || !expression.day)
            continue;
        if (!words.any(one.first - 1, {"on", "of", "since", "the", "until", "by", "before"})) continue;
        if (words.any(one.first - 2, {"updated", "published", "posted", "modified", "issued", "printed"})) continue;
        const auto range = resolve(expression, {}, one.tense).range;
        if (!range) continue;
        if (one.tense == Tense::kPast) bound_below(evidence, {range->from, expression.span, one.first, Grip::kDated});
        if (one.tense == Tense::kFuture) bound_above(evidence, range->to, expression.span);
    }
}

bool is_bare_weekday(const Expression& expression) {
    return expression.kind == ExpressionKind::kCalendar && expression.weekday >= 0 && !expression.day &&
           expression.near == Near::kNone;
}

// The first weekday told in the past tense near the top, and "today, on Thursday".
void lead_weekday(const Words& words, const std::vector<Placed>& placed, InnerEvidence& evidence) {
    for (std::size_t k = 0; k < placed.size() && placed[k].first < kLeadWords; ++k) {
        const auto& expression = placed[k].expression;
        if (!is_bare_weekday(expression)) continue;
        const bool after_today = k > 0 && placed[k - 1].expression.kind == ExpressionKind::kDayOffset &&
                                 placed[k - 1].expression.count == 0 && placed[k].first - placed[k - 1].last <= 2;
        const bool this_day = words.is(placed[k].first - 1, "this");
        if (!after_today && !this_day && placed[k].tense != Tense::kPast) continue;
        if (words.any(placed[k].first - 1, {"since", "until", "till", "by", "before"})) continue;
        if (evidence.lead_weekday < 0 || after_today) {
            evidence.lead_weekday = expression.weekday;
            evidence.lead_evidence = expression.span;
            evidence.lead_is_today = after_today;
        }
        if (after_today) return;
    }
}

// The days on which somebody could write `expression` and mean `days`.
std::optional<DayRange> days_of_writing(const Expression& expression, DayRange days) {
    const Day day = days.from;
    const Day monday = day - base::weekday_of(day);
    const base::Civil civil = base::civil_of(day);
    const auto month_after = [&](int months) {
        const int index = civil.year * 12 + civil.month - 1 + months;
        const int year = index / 12, month = index % 12 + 1;
        return DayRange{base::day_of(year, month, 1), base::day_of(year, month, base::days_in_month(year, month))};
    };
    if (expression.kind == ExpressionKind::kDayOffset) {
        const Day written = day - static_cast<int>(expression.count);
        return DayRange{written, written};
    }
    if (is_bare_weekday(expression) && expression.weekday == base::weekday_of(day)) return DayRange{day, day + 6};
    if (expression.kind == ExpressionKind::kUnitNear && expression.count <= 0) {
        const int back = static_cast<int>(-expression.count);
        if (expression.unit == Unit::kWeek) return DayRange{std::max(day, monday + 7 * back), monday + 7 * back + 6};
        if (expression.unit == Unit::kMonth) {
            DayRange range = month_after(back);
            range.from = std::max(range.from, day);
            return range;
        }
        if (expression.unit == Unit::kYear)
            return DayRange{std::max(day, base::day_of(civil.year + back, 1, 1)),
                            base::day_of(civil.year + back, 12, 31)};
    }
    if (expression.kind == ExpressionKind::kAgo && expression.count < 0 && !expression.vague) {
        const int count = static_cast<int>(-expression.count);
        if (expression.unit == Unit::kDay && count < 100) return DayRange{day + count, day + count};
        if (expression.unit == Unit::kWeek && count < 100) return DayRange{day + 7 * count - 3, day + 7 * count + 3};
        if (expression.unit == Unit::kMonth && count < 100) return month_after(count);
    }
    const bool month_named = expression.kind == ExpressionKind::kCalendar && expression.month == civil.month &&
                             !expression.year && expression.day == 0;
    if (month_named && expression.near == Near::kLast) return DayRange{month_after(1).from, month_after(12).to};
    if (month_named && expression.near == Near::kNone) return DayRange{month_after(1).from, month_after(11).to};
    return std::nullopt;
}

std::optional<DayRange> meet(std::optional<DayRange> a, DayRange b) {
    if (!a) return b;
    const DayRange both{std::max(a->from, b.from), std::min(a->to, b.to)};
    if (both.to < both.from) return std::nullopt;
    return both;
}

void narrow(InnerEvidence& evidence, DayRange range, text::Span span, Hold hold) {
    const bool first = !evidence.window;
    if (const auto both = meet(evidence.window, range)) {
        evidence.hold = first ? hold : std::max(evidence.hold, hold);
        if (first || both->to - both->from < evidence.window->to - evidence.window->from)
            evidence.window_evidence = span;
        evidence.window = both;
    }
}

// A clearer year or month beside the event says that the weekday near it is not the event's.
bool displaced(const Words& words, const std::vector<Placed>& placed, const Told& told) {
    for (const Placed& one : beside(placed, told.mention.word)) {
        if (!sentence_between(words, one.first, told.mention.word)) continue;
        const auto& expression = one.expression;
        if (expression.kind == ExpressionKind::kCalendar && (expression.year || expression.near == Near::kLast))
            return true;
        if (expression.kind == ExpressionKind::kAgo || expression.kind == ExpressionKind::kUnitNear) return true;
    }
    return false;
}

// Expressions in the sentence of an event's words: "at the summit on Friday", "last August".
void windows_beside(const Words& words, const std::vector<Placed>& placed, const Told& told, InnerEvidence& evidence) {
    constexpr std::size_t kAbout = 9;  // words
    if (told.days.to - told.days.from > 3) return;
    const std::size_t word = told.mention.word;
    for (const Placed& one : beside(placed, word)) {
        const bool month_last = one.expression.month && one.expression.near == Near::kLast;
        if (!month_last && !sentence_between(words, one.first, word)) continue;
        if (one.tense == Tense::kFuture) continue;
        // "They left today … since the bombings": an expression far from what happened tells of something else
        const std::size_t far = one.first < word ? word - one.last : one.first - word;
        if (!is_bare_weekday(one.expression) && !month_last && far > kAbout) continue;
        if (!told.together && one.expression.kind == ExpressionKind::kDayOffset) continue;
        const auto range = days_of_writing(one.expression, told.days);
        if (!range) continue;
        const bool month = one.expression.month != 0 && one.expression.near == Near::kNone;  // "kidnapped in April"
        const bool firm = told.together && !is_bare_weekday(one.expression);
        narrow(evidence, *range, one.expression.span, month ? Hold::kLoose : firm ? Hold::kFirm : Hold::kWeekday);
    }
}

struct Anniversary {
    Day day;
    std::size_t word;
    text::Span span;
};

// "four years after", "thirty years since", beside the event's words.
std::optional<Anniversary> anniversary_of(const Words& words, const std::vector<Placed>& placed, const Told& told) {
    for (const Placed& one : beside(placed, told.mention.word)) {
        const auto& expression = one.expression;
        const bool years = (expression.kind == ExpressionKind::kDuration || expression.kind == ExpressionKind::kAgo) &&
                           expression.unit == Unit::kYear && !expression.vague;
        const double count = std::abs(expression.count);
        if (!years || count < 1 || count > 200 || count != static_cast<int>(count)) continue;
        if (!words.any(one.last, {"after", "since", "to"}) && expression.kind != ExpressionKind::kAgo) continue;
        const base::Civil civil = base::civil_of(told.days.from);
        const int year = civil.year + static_cast<int>(count);
        const int day = std::min(civil.day, base::days_in_month(year, civil.month));
        return Anniversary{base::day_of(year, civil.month, day), one.first, expression.span};
    }
    return std::nullopt;
}

// "tomorrow it will be thirty years since …", "next week, ten years to the day after …".
void windows_of_anniversaries(const Words& words, const std::vector<Placed>& placed, const Told& told,
                              InnerEvidence& evidence) {
    const auto anniversary = anniversary_of(words, placed, told);
    if (!anniversary) return;
    for (const Placed& one : beside(placed, anniversary->word)) {
        if (!sentence_between(words, one.first, anniversary->word)) continue;
        auto range = days_of_writing(one.expression, {anniversary->day, anniversary->day});
        const bool near_unit = one.expression.kind == ExpressionKind::kUnitNear && one.expression.count == 0 &&
                               (one.expression.unit == Unit::kMonth || one.expression.unit == Unit::kWeek);
        if (near_unit && one.expression.unit == Unit::kMonth) {
            const base::Civil civil = base::civil_of(anniversary->day);
            range = DayRange{base::day_of(civil.year, civil.month, 1),
                             base::day_of(civil.year, civil.month, base::days_in_month(civil.year, civil.month))};
            if (words.is(one.first, "later")) range->to = anniversary->day;
            if (words.is(one.first, "earlier")) range->from = anniversary->day;
        }
        if (range) narrow(evidence, *range, hull(one.expression.span, anniversary->span), Hold::kFirm);
    }
}

// What a lead calls a known event when it tells how long ago it was.
bool names_happening(const Words& words, std::size_t i) {
    return words.any(
        i, {"summit",   "meeting",  "talks",      "conference", "accord",  "treaty",   "truce",        "ceasefire",
            "election", "vote",     "referendum", "attack",     "attacks", "invasion", "coup",         "massacre",
            "disaster", "accident", "explosion",  "earthquake", "quake",   "crash",    "assassination"});
}

// "The day after the summit", "two days after the vote" near the top: news of that day, told then or within the week.
// REQUIRES: `told` is the event that the lead tells.
void window_after(const Words& words, const Told& told, InnerEvidence& evidence) {
    constexpr int kWeek = 7;
    for (std::size_t i = 1; i + 3 < words.size() && i < kLeadWords; ++i) {
        if (!words.any(i, {"day", "days"}) || !words.is(i + 1, "after")) continue;
        const std::size_t noun = i + (words.any(i + 2, {"the", "their", "his", "that"}) ? 3 : 2);
        if (!names_happening(words, noun) && !names_happening(words, noun + 1)) continue;
        const auto count = quantity_at(words, i - 1);
        const bool next = words.any(i - 1, {"the", "one", "a"}) && words.is(i, "day");
        if (!next && (!count || count->vague || count->value < 1 || count->value > 60)) continue;
        const Day day = told.days.to + (next ? 1 : static_cast<int>(count->value));
        const bool same_day = evidence.lead_weekday == base::weekday_of(day);
        narrow(evidence, {day, day + (same_day ? 1 : kWeek - 1)}, hull(words.span(i - 1, noun + 1), told.mention.span),
               same_day && told.together ? Hold::kFirm : Hold::kWeekday);
        return;
    }
}

// "six months ago" in the lead: the event that it tells may be long past.
bool looks_back(const std::vector<Placed>& placed) {
    return std::any_of(placed.begin(), placed.end(), [](const Placed& one) {
        const bool long_ago = one.expression.unit == Unit::kMonth || one.expression.unit == Unit::kYear;
        return one.first < kLeadWords && one.expression.kind == ExpressionKind::kAgo && long_ago;
    });
}

// News of an event that the headline or the first paragraphs tell, with the weekday on which it fell.
void window_of_lead(const Words& words, const std::vector<Placed>& placed, const std::vector<Told>& told,
                    InnerEvidence& evidence) {
    for (const Told& one : told) {
        if (one.ahead || one.mention.word > kLeadWords || one.days.to - one.days.from > 3) continue;
        const std::size_t reach = one.mention.first < kHeadWords ? kHeadWords : kNewsWords;
        if (one.mention.last - one.mention.first > reach) continue;
        if (displaced(words, placed, one)) continue;
        if (evidence.not_before && one.days.from < evidence.not_before->day - 3) continue;
        window_after(words, one, evidence);
        for (Day day = one.days.to; evidence.lead_weekday >= 0 && one.days.from <= day; day = day - 1) {
            if (evidence.lead_weekday != base::weekday_of(day)) continue;
            narrow(evidence, {day, day + 2}, one.mention.span, Hold::kWeekday);
            return;
        }
        if (evidence.window || one.mention.word > kLeadWords / 2 || looks_back(placed)) continue;
        constexpr int kNewsDays = 45;  // what a lead tells undated is news of some weeks
        narrow(evidence, {one.days.from, one.days.from + kNewsDays}, one.mention.span, Hold::kLoose);
        return;
    }
}

}  // namespace

InnerEvidence weigh(const Words& words, const std::vector<Placed>& placed, const KnownEvents& events) {
    InnerEvidence evidence;
    lead_weekday(words, placed, evidence);
    bounds_of_dates(words, placed, evidence);
    const std::vector<Told> told = told_events(words, placed, events);
    for (const Told& one : told) {
        if (!one.ahead)
            bound_below(evidence, {one.days.from, one.mention.span, one.mention.word,
                                   one.together ? Grip::kTogether : Grip::kScattered});
    }
    constexpr std::size_t kMostTold = 200;
    for (std::size_t i = 0; i < told.size() && i < kMostTold; ++i) {
        windows_of_anniversaries(words, placed, told[i], evidence);
        if (told[i].ahead) continue;
        windows_beside(words, placed, told[i], evidence);
    }
    window_of_lead(words, placed, told, evidence);
    // "On Wednesday" in the lead: the first such day of a window that holds less than a week more, or the day after it.
    if (evidence.window && evidence.lead_weekday >= 0 && evidence.window->to - evidence.window->from <= 7) {
        const int ahead = (evidence.lead_weekday - base::weekday_of(evidence.window->from) + 7) % 7;
        const Day day = evidence.window->from + ahead;
        narrow(evidence, {day, day + (evidence.lead_is_today ? 0 : 1)}, evidence.window_evidence, evidence.hold);
    }
    if (evidence.window && evidence.not_before && evidence.window->from < evidence.not_before->day)
        evidence.window->from = std::min(evidence.not_before->day, evidence.window->to);
    if (evidence.window && evidence.not_after && evidence.not_after->day < evidence.window->to)
        evidence.window->to = std::max(evidence.not_after->day, evidence.window->from);
    return evidence;
}

}  // namespace readout::date
