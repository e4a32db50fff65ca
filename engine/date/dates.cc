#include "date/dates.h"

#include <algorithm>

#include "date/published.h"
#include "text/fold.h"

namespace readout::date {

namespace {

// Furniture without dates of its own.
bool is_mute(const record::Report& report, text::Span span) {
    const std::size_t at = text::first_ending_after(report.blocks, span.begin);
    if (at >= report.blocks.size() || !report.blocks[at].span.contains(span)) return false;
    const auto kind = report.blocks[at].kind;
    return kind == record::BlockKind::kDisclaimer || kind == record::BlockKind::kChrome;
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
    reading.dates.clear();
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const text::Span span = placed[i].expression.span;
        if (is_mute(report, span)) continue;
        reading.dates.push_back({span, std::move(resolved[i].value), resolved[i].range});
    }
}

}  // namespace readout::date
