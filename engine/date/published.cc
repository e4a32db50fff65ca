#include "date/published.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace readout::date {

using base::Day;
using base::DayRange;
using record::Dating;
using record::DatingBasis;
using record::DatingRole;
using record::Precision;
using record::Published;

namespace {

constexpr int kTimeZones = 1;  // two clocks of one moment may show two days

constexpr int kPrintDays = 2;  // from the evening of writing to the printed page, over a Sunday

struct Judged {
    Candidate candidate;
    int score = 0;
    std::string against;  // what refutes it; empty = nothing
    std::string doubt;    // what speaks against it and is not enough; empty = nothing
};

std::string told(DayRange range) {
    return range.from == range.to ? base::iso(range.from) : base::iso(range.from) + " to " + base::iso(range.to);
}

bool fits_weekday(DayRange range, const InnerEvidence& inner) {
    if (inner.lead_weekday < 0 || range.from != range.to) return true;
    const int after = (base::weekday_of(range.from) - inner.lead_weekday + 7) % 7;
    return after <= (inner.lead_is_today ? 0 : 2);
}

// The year of "Oct 5": the one next to a stated year or inner evidence whose weekday fits.
void guess_year(Candidate& candidate, const std::vector<Candidate>& stated, const InnerEvidence& inner,
                const Expression& expression) {
    std::vector<int> years;
    for (const Candidate& other : stated) {
        if (other.year_left_out) continue;
        const int year = base::civil_of(other.dating.range.to).year;
        const bool below = inner.not_before && base::day_of(year, 12, 31) < inner.not_before->day;
        if (!below && other.trust > 40) years.push_back(year);
    }
    if (inner.window) {
        years.push_back(base::civil_of(inner.window->from).year);
        years.push_back(base::civil_of(inner.window->to).year);
    }
    const auto settle = [&](bool by_weekday) {
        for (const int year : years) {
            if (!base::is_valid_date(year, expression.month, expression.day)) continue;
            const Day day = base::day_of(year, expression.month, expression.day);
            const bool near_stated = std::any_of(stated.begin(), stated.end(), [&](const Candidate& other) {
                return !other.year_left_out && std::abs(other.dating.range.from - day) <= 7;
            });
            if (by_weekday ? inner.lead_weekday < 0 || !fits_weekday({day, day}, inner) : !near_stated) continue;
            candidate.dating.range = {day, day};
            candidate.year_left_out = false;
            return true;
        }
        return false;
    };
    if (!settle(false)) settle(true);
}

// How much the text must know too early before a stated date gives way. A fact may be a misreading, the more so when
// its words are scattered, so that what a page says of itself falls to nothing less than two facts, or to a full date
// when it only stands at the head of the page, where the day of fetching may stand too.
constexpr int kFarFromStated = 2, kEnoughForMasthead = 3, kEnough = 4;

constexpr int weight_of(Grip grip) {
    return grip == Grip::kDated ? 3 : grip == Grip::kTogether ? 2 : 1;
}

struct TooEarly {
    int weight = 0;
    Day latest{};  // what the text knows; only when weight > 0
    [[nodiscard]] bool refutes(const Candidate& candidate) const {
        return weight >= (candidate.trust < 80 ? kEnoughForMasthead : kEnough);
    }
};

TooEarly told_too_early(const Dating& dating, const InnerEvidence& inner) {
    constexpr std::size_t kApart = 20;  // words between independent facts
    TooEarly sum;
    bool scattered = false;  // many scattered words weigh no more than one fact's
    std::vector<const Fact*> counted;
    for (const Fact& fact : inner.past) {
        if (fact.day <= dating.range.to + kTimeZones) break;
        const bool same = std::any_of(counted.begin(), counted.end(), [&](const Fact* other) {
            const bool both_dated = other->grip == Grip::kDated && fact.grip == Grip::kDated;
            return !both_dated && std::max(other->word, fact.word) - std::min(other->word, fact.word) < kApart;
        });
        if (same || (scattered && fact.grip == Grip::kScattered)) continue;
        scattered |= fact.grip == Grip::kScattered;
        if (counted.empty()) sum.latest = fact.day;
        sum.weight += weight_of(fact.grip);
        counted.push_back(&fact);
    }
    const bool given = dating.basis == DatingBasis::kMetadata || dating.basis == DatingBasis::kUrl;
    const bool framed = inner.window && inner.hold == Hold::kFirm && dating.range.to + kTimeZones < inner.window->from;
    if (framed && !given && sum.weight > 0) sum.weight += kFarFromStated;
    return sum;
}

bool is_late_stamp(DatingRole role) {
    return role == DatingRole::kUpdated || role == DatingRole::kCrawled;
}

// Words beside an event say when the text was written; a lead that names the event's weekday says so of a page that
// is a year younger, for else a look back explains it.
bool outside_window(DayRange range, const InnerEvidence& inner) {
    constexpr int kWeek = 7, kYear = 366;
    if (!inner.window || inner.hold == Hold::kLoose) return false;
    if (inner.hold == Hold::kFirm)
        return range.to + kWeek < inner.window->from || inner.window->to + kWeek < range.from;
    return inner.window->to + kYear < range.from;
}

Judged judge(const Candidate& candidate, const std::vector<Candidate>& stated, const InnerEvidence& inner) {
    Judged judged{candidate, candidate.trust, {}, {}};
    const Dating& dating = candidate.dating;
    const DayRange range = dating.range;
    const bool late_stamp = is_late_stamp(dating.role);
    const TooEarly early = told_too_early(dating, inner);
    if (early.refutes(candidate)) {
        judged.against = fmt::format("the text speaks of {}", base::iso(early.latest));
        judged.score -= 200;
    } else if (inner.not_after && !late_stamp && dating.basis != DatingBasis::kMetadata &&
               inner.not_after->day + kTimeZones < range.from) {
        judged.against = fmt::format("the text still awaits {}", base::iso(inner.not_after->day));
        judged.score -= 100;
    } else if (!late_stamp && outside_window(range, inner)) {
        judged.score -= 25;
    }
    constexpr int kDoubt = weight_of(Grip::kTogether);
    if (judged.against.empty() && early.weight >= kDoubt)
        judged.doubt = fmt::format("the text seems to speak of {}", base::iso(early.latest));
    if (!fits_weekday(range, inner)) judged.score -= 20;
    const bool confirmed = std::any_of(stated.begin(), stated.end(), [&](const Candidate& other) {
        return &other != &candidate && !other.year_left_out && other.dating.basis != dating.basis &&
               std::abs(other.dating.range.from - range.from) <= kTimeZones;
    });
    if (confirmed) judged.score += 8;
    return judged;
}

Precision precision_of(DayRange range) {
    if (range.from == range.to) return Precision::kDay;
    const base::Civil from = base::civil_of(range.from), to = base::civil_of(range.to);
    if (from.day == 1 && from.year == to.year && from.month == to.month &&
        to.day == base::days_in_month(to.year, to.month))
        return Precision::kMonth;
    if (from.month == 1 && from.day == 1 && to.month == 12 && to.day == 31 && from.year == to.year)
        return Precision::kYear;
    if (base::weekday_of(range.from) == 0 && range.to - range.from == 6) return Precision::kWeek;
    return Precision::kInterval;
}

// "Today, on Thursday" under a Saturday's masthead: the page was touched after it was written.
std::optional<DayRange> day_said_to_be_today(const Judged& best, const InnerEvidence& inner) {
    const DayRange range = best.candidate.dating.range;
    if (!inner.lead_is_today || range.from != range.to || fits_weekday(range, inner)) return std::nullopt;
    if (best.candidate.dating.basis == DatingBasis::kMetadata) return std::nullopt;
    const Day day = range.from - (base::weekday_of(range.from) - inner.lead_weekday + 7) % 7;
    return DayRange{day, day};
}

// What was filed in the evening is printed the next morning, and on Monday what was filed on Saturday if the stamp
// names its page.
std::vector<Judged>::const_iterator print_stamp(const std::vector<Judged>& all,
                                                std::vector<Judged>::const_iterator filed) {
    const Dating& written = filed->candidate.dating;
    if (written.basis != DatingBasis::kDateline || written.range.from != written.range.to) return filed;
    auto first = filed;
    for (auto one = all.begin(); one != all.end(); ++one) {
        const Dating& stamp = one->candidate.dating;
        const bool printed = stamp.role == DatingRole::kMasthead || stamp.role == DatingRole::kPublished;
        if (!printed || !stamp.evidence || stamp.basis != DatingBasis::kInText || !one->against.empty()) continue;
        const int later = stamp.range.from - written.range.from;
        if (later < 1 || (one->candidate.names_page ? kPrintDays : 1) < later) continue;
        if (first == filed || stamp.range.from < first->candidate.dating.range.from) first = one;
    }
    return first;
}

bool meets(DayRange a, DayRange b) {
    return a.from <= b.to && b.from <= a.to;
}

void note_conflict(record::Report& report, const Dating& dating, const std::string& why) {
    if (!dating.evidence) return;
    report.notes.push_back({*dating.evidence, record::NoteKind::kDateConflict, why});
}

/// "31/31/2014" given with the report.
void note_unread(record::Report& report) {
    if (report.given_published.empty() || given_date(report.given_published)) return;
    report.notes.push_back(
        {{}, record::NoteKind::kDateConflict, "the date given with the report cannot be read; give it as 1986-10-12"});
}

void note_conflicts(record::Report& report, const std::vector<Judged>& all, DayRange chosen) {
    for (const Judged& one : all) {
        const DayRange range = one.candidate.dating.range;
        const bool late_stamp = is_late_stamp(one.candidate.dating.role);
        if (!one.against.empty()) {
            note_conflict(report, one.candidate.dating, fmt::format("states {}, but {}", told(range), one.against));
        } else if (!one.doubt.empty()) {
            note_conflict(report, one.candidate.dating, fmt::format("states {}, but {}", told(range), one.doubt));
        } else if (range.to + kTimeZones < chosen.from || (chosen.to + kTimeZones < range.from && !late_stamp)) {
            note_conflict(report, one.candidate.dating,
                          fmt::format("states {}, but the report was published on {}", told(range), told(chosen)));
        }
    }
}

void add_inner_dating(record::Report& report, DayRange range, text::Span evidence) {
    report.datings.push_back({DatingRole::kPublished, range, DatingBasis::kInText, evidence});
}

}  // namespace

void judge_publication(record::Report& report, const std::vector<Candidate>& stated, const InnerEvidence& inner) {
    std::vector<Judged> all;
    for (const Candidate& candidate : stated) {
        if (!candidate.year_left_out) all.push_back(judge(candidate, stated, inner));
    }
    note_unread(report);
    report.datings.clear();
    for (const Judged& one : all) report.datings.push_back(one.candidate.dating);
    auto best =
        std::max_element(all.cbegin(), all.cend(), [](const Judged& a, const Judged& b) { return a.score < b.score; });
    const bool usable =
        best != all.cend() && best->against.empty() && best->candidate.dating.role != DatingRole::kCrawled;
    const bool stated_wins = usable && (best->score > 40 || !inner.window);
    if (inner.window &&
        (!stated_wins || inner.hold == Hold::kFirm || meets(*inner.window, best->candidate.dating.range)))
        add_inner_dating(report, *inner.window, inner.window_evidence);
    if (stated_wins) {
        best = print_stamp(all, best);
        const auto today = day_said_to_be_today(*best, inner);
        const DayRange range = today.value_or(best->candidate.dating.range);
        const DatingBasis basis = today ? DatingBasis::kInText : best->candidate.dating.basis;
        if (today) add_inner_dating(report, range, inner.lead_evidence);
        report.published = Published{range, precision_of(range), basis};
    } else if (inner.window) {
        report.published = Published{*inner.window, precision_of(*inner.window), DatingBasis::kInText};
    } else {
        report.published.reset();
    }
    if (report.published) {
        note_conflicts(report, all, report.published->range);
    } else {
        for (const Judged& one : all) {
            if (!one.against.empty())
                note_conflict(report, one.candidate.dating,
                              fmt::format("states {}, but {}", told(one.candidate.dating.range), one.against));
        }
    }
}

std::optional<DayRange> told_from(const record::Report& report) {
    if (!report.published) return std::nullopt;
    const DayRange published = report.published->range;
    for (const Dating& dating : report.datings) {
        const bool filed = dating.role == DatingRole::kFiled && dating.basis == DatingBasis::kDateline;
        if (!filed || report.published->basis != DatingBasis::kInText) continue;
        const int days = published.from - dating.range.to;
        if (days >= 1 && days <= kPrintDays) return dating.range;
    }
    return published;
}

namespace {

// "This Oct. 5, 2011, story was corrected": the text writes the dateline's day out elsewhere.
bool year_beside_same_day(Candidate& candidate, const std::vector<Placed>& placed, const Expression& day) {
    for (const Placed& one : placed) {
        const Expression& other = one.expression;
        if (other.kind != ExpressionKind::kCalendar || other.year == 0) continue;
        if (other.month != day.month || other.day != day.day) continue;
        if (!base::is_valid_date(other.year, other.month, other.day)) continue;
        const Day full = base::day_of(other.year, other.month, other.day);
        candidate.dating.range = {full, full};
        candidate.year_left_out = false;
        return true;
    }
    return false;
}

}  // namespace

void complete_years(std::vector<Candidate>& stated, const std::vector<Placed>& placed, const InnerEvidence& inner) {
    for (Candidate& candidate : stated) {
        if (!candidate.year_left_out) continue;
        for (const Placed& one : placed) {
            if (one.expression.span != candidate.dating.evidence) continue;
            if (!year_beside_same_day(candidate, placed, one.expression))
                guess_year(candidate, stated, inner, one.expression);
        }
    }
}

}  // namespace readout::date
