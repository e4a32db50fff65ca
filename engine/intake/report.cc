// A report from what came in: text with title, id, parts and notes.
#include <algorithm>
#include <tuple>
#include <utility>

#include "base/check.h"
#include "base/hash.h"
#include "base/table.h"
#include "intake/intake.h"
#include "intake/layout.h"
#include "text/utf8.h"

namespace readout::intake {
namespace {

using record::Note;
using record::NoteKind;
using record::Report;

/// Content only: never the file, the order or the clock.
record::ReportId id_of(const RawReport& raw) {
    base::Fingerprint print;
    print.add("report").add(raw.text).add(raw.title).add(raw.url).add(raw.outlet).add(raw.published).add(raw.id);
    return {print.hex()};
}

std::string whole_text(const RawReport& raw, std::vector<Note>& notes) {
    std::string text = title_prefix(raw.title, raw.text);
    const auto before = static_cast<std::uint32_t>(text.size());
    for (Note& note : notes) note.span = {note.span.begin + before, note.span.end + before};
    text += raw.text;
    if (text.size() <= kMaxTextBytes) return text;
    std::size_t size = kMaxTextBytes;
    while (!text::is_boundary(text, size)) --size;
    text.resize(size);
    const auto end = static_cast<std::uint32_t>(size);
    for (Note& note : notes) note.span = {std::min(note.span.begin, end), std::min(note.span.end, end)};
    notes.push_back(
        {{end, end}, NoteKind::kLimit, "the text is larger than " + std::to_string(kMaxTextBytes) + " bytes"});
    notes.push_back({{end, end}, NoteKind::kTruncated, "what follows here was not read"});
    return text;
}

bool earlier(const Note& a, const Note& b) {
    return std::tie(a.span, a.kind, a.why) < std::tie(b.span, b.kind, b.why);
}

}  // namespace

std::string title_prefix(std::string_view title, std::string_view text) {
    if (base::trim(title).empty()) return "";
    const std::string_view first_line = text.substr(0, text.find('\n'));
    if (base::trim(first_line) == base::trim(title)) return "";
    return std::string(title) + "\n\n";
}

Report make_report(RawReport raw) {
    for (const std::string* field : {&raw.id, &raw.url, &raw.outlet, &raw.published, &raw.title, &raw.text}) {
        RO_CHECK(text::is_valid_utf8(*field));
    }
    Report report;
    report.id = id_of(raw);
    report.text = whole_text(raw, raw.notes);
    Layout layout = lay_out(report.text, {raw.title, raw.outlet});
    report.name = raw.id.empty() ? std::move(raw.name) : std::move(raw.id);
    report.source = {{std::move(raw.file)}, raw.format};
    report.url = std::move(raw.url);
    report.outlet = std::move(raw.outlet);
    report.given_published = std::move(raw.published);
    report.agency = std::move(layout.agency);
    report.title = std::move(layout.title);
    report.byline = std::move(layout.byline);
    report.dateline = std::move(layout.dateline);
    report.blocks = std::move(layout.blocks);
    report.notes = std::move(raw.notes);
    report.language = std::move(layout.language);
    report.notes.insert(report.notes.end(), layout.notes.begin(), layout.notes.end());
    std::sort(report.notes.begin(), report.notes.end(), earlier);
    return report;
}

}  // namespace readout::intake
