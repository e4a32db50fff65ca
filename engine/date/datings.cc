#include "date/datings.h"

#include <algorithm>
#include <optional>
#include <string>

#include "date/match.h"
#include "text/fold.h"

namespace readout::date {

using base::Day;
using base::DayRange;
using record::Dating;
using record::DatingBasis;
using record::DatingRole;

namespace {

constexpr int kFirstYear = 1800, kLastYear = 2100;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

int number_of(std::string_view digits) {
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

std::optional<Day> plausible(int year, int month, int day, int first_year = kFirstYear) {
    if (year < first_year || year > kLastYear || !base::is_valid_date(year, month, day)) return std::nullopt;
    return base::day_of(year, month, day);
}

constexpr int kFirstOnline = 1990;  // addresses
constexpr int kFirstWired = 1950;   // numbers of articles, which archives gave to older reports too

// A date at the head of a run of digits: YYYYMMDD, else DDMMYYYY.
std::optional<Day> day_in_digits(std::string_view digits, int first_year) {
    if (digits.size() < 8) return std::nullopt;
    if (const auto day = plausible(number_of(digits.substr(0, 4)), number_of(digits.substr(4, 2)),
                                   number_of(digits.substr(6, 2)), first_year))
        return day;
    return plausible(number_of(digits.substr(4, 4)), number_of(digits.substr(2, 2)), number_of(digits.substr(0, 2)),
                     first_year);
}

std::optional<DayRange> range_of(const Placed& placed) {
    const auto& expression = placed.expression;
    if (expression.kind != ExpressionKind::kCalendar || expression.year == 0 || expression.month == 0 ||
        expression.day == 0)
        return std::nullopt;
    return resolve(expression, {}, Tense::kUnknown).range;
}

// "/2024/02/14/", "/2024-02-14-", "/20240214/", "id=201403170045", "/2024/02/".
struct AddressDate {
    DayRange range;
    bool in_id = false;
};
std::optional<AddressDate> address_date(std::string_view url) {
    std::vector<std::string_view> runs;
    std::vector<std::size_t> places;
    const std::string_view head = url.substr(0, 2048);
    for (std::size_t i = 0; i < head.size();) {
        std::size_t end = i;
        while (end < head.size() && is_digit(head[end])) ++end;
        if (end > i) {
            runs.push_back(head.substr(i, end - i));
            places.push_back(i);
        }
        i = std::max(end, i + 1);
    }
    std::optional<AddressDate> month;
    for (std::size_t r = 0; r < runs.size(); ++r) {
        if (runs[r].size() >= 8 && runs[r].size() <= 14) {
            if (const auto day = day_in_digits(runs[r], kFirstOnline))
                return AddressDate{{*day, *day}, runs[r].size() > 8};
        }
        if (runs[r].size() != 4 || r + 1 >= runs.size() || places[r + 1] != places[r] + 5) continue;
        const int year = number_of(runs[r]);
        if (runs[r + 1].size() > 2) continue;
        const int number = number_of(runs[r + 1]);
        if (r + 2 < runs.size() && places[r + 2] == places[r + 1] + runs[r + 1].size() + 1 && runs[r + 2].size() <= 2) {
            if (const auto day = plausible(year, number, number_of(runs[r + 2]), 1990))
                return AddressDate{{*day, *day}};
        }
        if (plausible(year, number, 1, 1990) && !month)
            month = AddressDate{
                {base::day_of(year, number, 1), base::day_of(year, number, base::days_in_month(year, number))}};
    }
    return month;
}

// Where lines begin, so that a date can be asked what stands beside it.
struct Line {
    std::size_t first = 0, last = 0;  // words
};

constexpr std::size_t kTopWords = 260, kShortLine = 45;

Line line_around(const Words& words, std::size_t i) {
    Line line{i, i + 1};
    for (std::size_t steps = 0; line.first > 0 && !words.at(line.first).breaks && steps < 200; ++steps) --line.first;
    for (std::size_t steps = 0; line.last < words.size() && !words.at(line.last).breaks && steps < 200; ++steps)
        ++line.last;
    return line;
}

bool line_has(const Words& words, const Line& line, std::initializer_list<std::string_view> list) {
    for (std::size_t i = line.first; i < line.last; ++i) {
        if (words.any(i, list)) return true;
    }
    return false;
}

bool told_in_prose(const Words& words, std::size_t i) {
    if (!words.any(i - 1, {"on", "in", "since", "until", "by", "of", "from", "after", "before", "to", "and", "for"}))
        return false;
    return !words.any(i - 2, {"published", "posted", "updated", "issued", "printed", "modified", "created", "filed"});
}

// "The company redeems its debentures due March 1, 2011": a masthead has no such run of common words.
bool after_prose(const Words& words, const Line& line, std::size_t i) {
    constexpr int kMostCommon = 5;
    int common = 0;
    for (std::size_t at = line.first; at < i; ++at)
        common += words.at(at).kind == WordKind::kLetters && !words.at(at).capital ? 1 : 0;
    return common > kMostCommon;
}

std::optional<DatingRole> role_of(const Words& words, const Line& line, const Placed& placed) {
    for (std::size_t back = 1; back <= 8 && line.first + back <= placed.first; ++back) {
        const std::size_t i = placed.first - back;
        if (words.any(i, {"updated", "modified", "update", "amended"})) return DatingRole::kUpdated;
        if (words.any(i, {"generated", "crawled", "archived", "retrieved", "accessed", "captured", "printed"}))
            return DatingRole::kCrawled;
        if (words.any(i, {"filed"})) return DatingRole::kFiled;
        if (words.any(i, {"published", "posted", "source", "date", "dated", "issued"})) return DatingRole::kPublished;
    }
    if (line_has(words, line, {"archive", "generated"}) && line_has(words, line, {"page"})) return DatingRole::kCrawled;
    return std::nullopt;
}

// "21 Aug 2025: A1": the citation of a printed page.
bool cites_a_page(const Words& words, std::size_t end) {
    if (!words.is(end, ":") || !words.at(end).glued) return false;
    const bool letter = words.at(end + 1).kind == WordKind::kLetters && words.at(end + 1).span.size() == 1;
    return (letter && words.digits(end + 2) && words.at(end + 2).glued) || words.any(end + 1, {"p", "pp", "page"});
}

// "; Page A1", "- Page 4", "p. 3".
bool names_page(const Words& words, const Line& line) {
    for (std::size_t i = line.first; i + 1 < line.last; ++i) {
        if (!words.any(i, {"page", "p"})) continue;
        const std::size_t number = i + (words.is(i + 1, ".") ? 2 : 1);
        const bool letter = words.at(number).kind == WordKind::kLetters && words.at(number).span.size() == 1;
        if (words.digits(number) || (letter && words.digits(number + 1))) return true;
    }
    return false;
}

// "GARISSA, Kenya, Oct 5 (CPS) -", "Khartoum, March 17 (NVNA) -", "TIRASPOL, 12 April -": what stands before the dash
// of a dateline.
bool is_dateline(const Words& words, const Line& line, const Placed& placed) {
    if (placed.first - line.first > 10 || placed.first == line.first) return false;
    if (!words.at(line.first).capital || !words.is(placed.first - 1, ",")) return false;
    std::size_t at = placed.last;
    if (words.is(at, ".")) ++at;
    if (words.any(at, {"(", "/"})) {
        while (at < line.last && at < placed.last + 8 && !words.any(at, {")", "\u2014", "\u2013"})) ++at;
        if (words.is(at, ")")) return true;
    }
    return words.any(at, {"-", "\u2013", "\u2014", "_"});
}

Candidate candidate(DatingRole role, DayRange range, DatingBasis basis, int trust, std::optional<text::Span> evidence) {
    return {Dating{role, range, basis, evidence}, trust, false, false};
}

void dates_of_lines(const Words& words, const std::vector<Placed>& placed, std::vector<Candidate>& out) {
    for (const Placed& one : placed) {
        const auto& expression = one.expression;
        if (expression.kind != ExpressionKind::kCalendar || !expression.day || !expression.month) continue;
        const bool top = one.first < kTopWords;
        const bool bottom = words.size() - one.last < kTopWords;
        if (!top && !bottom) continue;
        const Line line = line_around(words, one.first);
        const auto range = range_of(one);
        if (range && cites_a_page(words, one.last)) {
            out.push_back(candidate(DatingRole::kPublished, *range, DatingBasis::kInText, 75, expression.span));
            continue;
        }
        if (top && is_dateline(words, line, one)) {
            if (range) {
                out.push_back(candidate(DatingRole::kFiled, *range, DatingBasis::kDateline, 82, expression.span));
            } else {
                Candidate guess = candidate(DatingRole::kFiled, {}, DatingBasis::kDateline, 82, expression.span);
                guess.year_left_out = true;
                out.push_back(guess);
            }
            continue;
        }
        if (!range || told_in_prose(words, one.first)) continue;
        if (after_prose(words, line, one.first) && !role_of(words, line, one)) continue;
        if (words.is(one.first - 1, "period") || words.is(one.first - 2, "period")) continue;
        const auto role = role_of(words, line, one);
        if (line.last - line.first > kShortLine && !role) continue;
        if (bottom && !top && !role) continue;
        if (line_has(words, line, {"said", "told", "was", "were", "has", "had", "will"}) && !role) continue;
        const int trust = !role                             ? 62
                          : *role == DatingRole::kUpdated   ? 45
                          : *role == DatingRole::kCrawled   ? 15
                          : *role == DatingRole::kPublished ? 72
                                                            : 70;
        out.push_back(
            candidate(role.value_or(DatingRole::kMasthead), *range, DatingBasis::kInText, trust, expression.span));
        out.back().names_page = names_page(words, line);
    }
}

// "AGENCY08102025000045017ID1110167755", "Article No. 201403170045": a long number that begins with a date, on a line
// of its own or after letters without a space.
void article_ids(const Words& words, std::vector<Candidate>& out) {
    constexpr std::size_t kEdge = 2000, kMostIds = 16;
    std::size_t ids = 0;
    for (std::size_t i = 0; i < words.size() && ids < kMostIds; ++i) {
        if (i == kEdge && words.size() > 2 * kEdge) i = words.size() - kEdge;  // ids stand at the head or the foot
        const Word& word = words.at(i);
        if (word.kind != WordKind::kDigits || word.span.size() < 8 || word.span.size() > 24) continue;
        const bool after_letters = word.glued && words.before(i).kind == WordKind::kLetters && i > 0;
        // "HC03021984PAR0012": letters stand between the date and the count.
        const bool split = after_letters && words.at(i + 1).kind == WordKind::kLetters && words.at(i + 1).glued &&
                           words.at(i + 2).kind == WordKind::kDigits && words.at(i + 2).glued;
        if (word.span.size() < 10 && !split) continue;
        const bool named =
            words.any(i - 1, {"no", "id", "article", "ref"}) || words.any(i - 2, {"no", "id", "article", "ref"});
        if (!after_letters && !named) continue;
        const auto day = day_in_digits(word.lower, kFirstWired);
        if (!day) continue;
        ++ids;
        std::size_t first = i, last = i + 1;  // the whole id, letters and all
        while (first > 0 && words.at(first).glued && i - first < 4) --first;
        while (words.at(last).glued && words.at(last).kind != WordKind::kMark && last - i < 4) ++last;
        out.push_back(
            candidate(DatingRole::kFiled, {*day, *day}, DatingBasis::kArticleId, 84, words.span(first, last)));
    }
}

// "Oct 2014"
std::optional<DayRange> month_of(const Placed& placed) {
    const auto& expression = placed.expression;
    const bool month = expression.kind == ExpressionKind::kCalendar && expression.year != 0 && expression.month != 0;
    return month ? resolve(expression, {}, Tense::kUnknown).range : std::nullopt;
}

}  // namespace

std::optional<DayRange> given_date(const std::string& given) {
    if (const auto day = base::parse_iso(given)) return DayRange{*day, *day};
    const std::string lower = text::ascii_lower(given);
    const auto list =
        cut_words(given, lower, {0, static_cast<std::uint32_t>(std::min<std::size_t>(given.size(), 200))});
    const Words words(list);
    const std::vector<Placed> expressions = place_expressions(words);
    for (const Placed& placed : expressions) {
        if (const auto range = range_of(placed)) return range;
    }
    for (const Placed& placed : expressions) {
        if (const auto month = month_of(placed)) return month;
    }
    if (list.size() == 1 && list[0].span.size() >= 8) {
        if (const auto day = day_in_digits(list[0].lower, kFirstYear)) return DayRange{*day, *day};
    }
    if (list.size() == 1 && list[0].span.size() == 4 && list[0].number >= kFirstYear && list[0].number <= kLastYear)
        return DayRange{base::day_of(list[0].number, 1, 1), base::day_of(list[0].number, 12, 31)};
    return std::nullopt;
}

std::vector<Candidate> stated_dates(const record::Report& report, const Words& words,
                                    const std::vector<Placed>& placed) {
    std::vector<Candidate> out;
    if (!report.given_published.empty()) {
        if (const auto range = given_date(report.given_published))
            out.push_back(candidate(DatingRole::kPublished, *range, DatingBasis::kMetadata, 92, {}));
    }
    for (const Dating& dating : report.datings) {
        const bool given =
            !out.empty() && out.front().dating.range == dating.range && dating.role == out.front().dating.role;
        const int trust = dating.role == DatingRole::kPublished ? 90
                          : dating.role == DatingRole::kFiled   ? 86
                          : dating.role == DatingRole::kUpdated ? 50
                          : dating.role == DatingRole::kCrawled ? 15
                                                                : 60;
        if (!given) out.push_back({dating, trust});
    }
    if (const auto address = address_date(report.url)) {
        const bool day = address->range.from == address->range.to;
        out.push_back(candidate(DatingRole::kPublished, address->range,
                                address->in_id ? DatingBasis::kArticleId : DatingBasis::kUrl, day ? 85 : 55, {}));
    }
    const std::size_t stated_outside = out.size();
    dates_of_lines(words, placed, out);
    article_ids(words, out);
    std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(stated_outside), out.end(),
                     [](const Candidate& a, const Candidate& b) { return a.dating.evidence < b.dating.evidence; });
    return out;
}

}  // namespace readout::date
