#include "date/dates.h"

#include <algorithm>

#include "date/published.h"
#include "text/fold.h"

namespace readout::date {

using base::DayRange;

namespace {

// Furniture without dates of its own.
bool is_mute(const record::Report& report, text::Span span) {
    const std::size_t at = text::first_ending_after(report.blocks, span.begin);
    if (at >= report.blocks.size() || !report.blocks[at].span.contains(span)) return false;
    const auto kind = report.blocks[at].kind;
    return kind == record::BlockKind::kDisclaimer || kind == record::BlockKind::kChrome;
}

struct Source {
    text::Span shown;    // the part of the text that another publisher wrote
    DayRange published;  // when
};

// Words between the shown parts may be the republisher's own.
bool is_shown(const record::Report& report, const Source& source, text::Span span) {
    const std::size_t at = text::first_ending_after(report.blocks, span.begin);
    if (!source.shown.contains(span) || at >= report.blocks.size()) return false;
    const auto kind = report.blocks[at].kind;
    return kind == record::BlockKind::kRepublished || kind == record::BlockKind::kDateline;
}

// What a page shows of an older article, and the article's day, as the words that lead up to it or a footnote tell.
std::optional<Source> republished(const record::Report& report, const std::vector<Placed>& placed) {
    constexpr std::uint32_t kLeadsUp = 600;  // bytes
    constexpr int kOlder = 31;               // days; else one day of publication serves both
    std::optional<text::Span> shown;
    for (std::size_t i = 0; i < report.blocks.size(); ++i) {
        if (report.blocks[i].kind != record::BlockKind::kRepublished) continue;
        const bool dated = i > 0 && report.blocks[i - 1].kind == record::BlockKind::kDateline;
        if (!shown) shown = dated ? report.blocks[i - 1].span : report.blocks[i].span;
        shown->end = report.blocks[i].span.end;
    }
    if (!shown || !report.published) return std::nullopt;
    std::optional<Source> source;
    for (const Placed& one : placed) {
        const auto& expression = one.expression;
        if (!expression.year || !expression.month || !expression.day) continue;
        const auto range = resolve(expression, {}, Tense::kUnknown).range;
        if (!range || report.published->range.from <= range->to + kOlder) continue;
        const std::size_t at = text::first_ending_after(report.blocks, expression.span.begin);
        const bool before = expression.span.end <= shown->begin && shown->begin - expression.span.end <= kLeadsUp;
        const bool note = expression.span.begin >= shown->end && at < report.blocks.size() &&
                          report.blocks[at].kind == record::BlockKind::kFootnote;
        if (before || (note && !source)) source = Source{*shown, *range};
    }
    return source;
}

// An evening's dateline at the head of the shown article.
DayRange told_from(const Source& source, const std::vector<Placed>& placed, const std::vector<Resolved>& resolved) {
    constexpr int kPrintDays = 2;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (!source.shown.contains(placed[i].expression.span)) continue;
        const auto& range = resolved[i].range;
        if (!range || !placed[i].expression.day || !placed[i].expression.month) break;
        const int days = source.published.from - range->from;
        if (range->from == range->to && days >= 0 && days <= kPrintDays) return *range;
        break;
    }
    return source.published;
}

}  // namespace

void read_dates(record::Reading& reading, const KnownEvents& events) {
    record::Report& report = reading.report;
    const std::string lower = text::ascii_lower(report.text);
    const auto list = cut_words(report.text, lower, {0, static_cast<std::uint32_t>(report.text.size())});
    const Words words(list);
    const std::vector<Placed> placed = place_expressions(words);
    const InnerEvidence inner = weigh(words, placed, events);
    std::vector<Candidate> stated = stated_dates(report, words, placed);
    complete_years(stated, placed, inner);
    judge_publication(report, stated, inner);
    std::vector<Resolved> resolved = resolve_all(words, placed, told_from(report));
    if (const auto source = republished(report, placed)) {
        const auto theirs = resolve_all(words, placed, source->published);
        auto shown = resolve_all(words, placed, told_from(*source, placed, theirs));
        for (std::size_t i = 0; i < placed.size(); ++i) {
            if (is_shown(report, *source, placed[i].expression.span)) std::swap(resolved[i], shown[i]);
        }
    }
    reading.dates.clear();
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const text::Span span = placed[i].expression.span;
        if (is_mute(report, span)) continue;
        reading.dates.push_back({span, std::move(resolved[i].value), resolved[i].range});
    }
}

}  // namespace readout::date
