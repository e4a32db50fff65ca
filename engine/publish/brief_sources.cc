// What the brief says of the reports themselves: headlines, copies, odd notes, the list of sources.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "publish/brief_sections.h"
#include "publish/brief_words.h"

namespace readout::publish {
namespace {

/// Half a clause on both sides of altered words, within their sentence.
constexpr std::uint32_t kContext = 70;

std::optional<text::Span> headline_span(const record::Report& report) {
    for (const record::Block& block : report.blocks) {
        if (block.kind == record::BlockKind::kHeadline) return block.span;
    }
    return std::nullopt;
}

std::string headline_of(const ShelvedReport& report) {
    std::string title = shown_trimmed(report.reading->report.title);
    if (!title.empty()) return title;
    const auto span = headline_span(report.reading->report);
    if (!span) return "";
    return shown_trimmed(
        text::words_at(report.reading->report.text, window(report.reading->report.text, *span, {}, 200)));
}

Pieces context_of(Desk& desk, const ShelvedReport& report, text::Span words) {
    text::Span whole = Shelf::sentence_at(report, words);
    const std::string& text = report.reading->report.text;
    const auto blank = [&](std::uint32_t at) { return text[at] == ' ' || text[at] == '\n'; };
    if (words.begin > whole.begin + kContext) {
        whole.begin = words.begin - kContext;
        while (whole.begin < words.begin && !blank(whole.begin)) ++whole.begin;
    }
    if (whole.end > words.end + kContext) {
        whole.end = words.end + kContext;
        while (whole.end > words.end && !blank(whole.end)) --whole.end;
    }
    return desk.shelf.quote(report, whole, words);
}

/// How much of the taker's text the passages cover, in percent.
int share_of(const record::Copy& copy, bool from_b, const ShelvedReport& taker) {
    std::uint64_t covered = 0;
    for (const record::Passage& passage : copy.passages) covered += (from_b ? passage.a : passage.b).size();
    const std::uint64_t all = taker.reading->report.text.size();
    return all == 0 ? 0 : static_cast<int>(std::min<std::uint64_t>(100, covered * 100 / all));
}

Group copy_group(Desk& desk, const record::Copy& copy) {
    const ShelvedReport& a = *desk.shelf.find(copy.a);
    const ShelvedReport& b = *desk.shelf.find(copy.b);
    const bool from_b = taken_from_b(copy, a.number, b.number);
    const ShelvedReport& taker = from_b ? a : b;
    const ShelvedReport& source = from_b ? b : a;
    Group group;
    const bool known = copy.direction != record::CopyDirection::kUnknown;
    group.heading = {name_piece(taker.label), Shelf::cite_all(taker),
                     phrase(known ? relation_phrase(copy.relation) : "shares its text with"), name_piece(source.label),
                     Shelf::cite_all(source)};
    if (copy.relation != record::CopyRelation::kRewrite) {
        group.remark = fmt::format("{}% of its text", share_of(copy, from_b, taker));
    }
    if (!known) group.remark += (group.remark.empty() ? "" : "; ") + std::string("which came first is not known");
    if (copy.altered.empty()) return group;
    group.remark += (group.remark.empty() ? "" : "; ") + std::string("altered words:");
    group.columns = {{{name_piece(taker.label), Shelf::cite_all(taker)}, "", {}, ""},
                     {{name_piece(source.label), Shelf::cite_all(source)}, "", {}, ""}};
    const std::size_t count = std::min(copy.altered.size(), desk.shelf.limits().altered);
    for (std::size_t i = 0; i < count; ++i) {
        const text::Span taken = from_b ? copy.altered[i].a : copy.altered[i].b;
        const text::Span given = from_b ? copy.altered[i].b : copy.altered[i].a;
        group.columns[0].lines.push_back({context_of(desk, taker, taken), {desk.shelf.cite(taker, taken)}});
        group.columns[1].lines.push_back({context_of(desk, source, given), {desk.shelf.cite(source, given)}});
    }
    group.more = and_more(copy.altered.size() - count);
    return group;
}

/// The copies that name a report of the story.
std::vector<const record::Copy*> copies_of(const Desk& desk) {
    std::vector<std::pair<std::tuple<int, int, std::string>, const record::Copy*>> found;
    const auto& reports = desk.story.reports;
    for (const record::Copy& copy : desk.shelf.weave().copies) {
        const ShelvedReport* a = desk.shelf.find(copy.a);
        const ShelvedReport* b = desk.shelf.find(copy.b);
        if (a == nullptr || b == nullptr || std::find(reports.begin(), reports.end(), copy.a) == reports.end())
            continue;
        const bool from_b = taken_from_b(copy, a->number, b->number);
        const int taker = from_b ? a->number : b->number, source = from_b ? b->number : a->number;
        found.push_back({{source, taker, copy.id.value}, &copy});
    }
    std::sort(found.begin(), found.end());
    std::vector<const record::Copy*> copies;
    copies.reserve(found.size());
    for (const auto& copy : found) copies.push_back(copy.second);
    return copies;
}

Line note_line(Desk& desk, const ShelvedReport& report, const record::Note& note) {
    Line line;
    const std::string words = note_phrase(note.kind);
    const std::string why = shown_trimmed(note.why);
    line.words.push_back(phrase(words + (why.empty() ? "" : ": " + why) + (note.span.empty() ? "" : ":")));
    const text::Span part = window(report.reading->report.text, note.span, {}, 120);
    Pieces quoted = desk.shelf.quote(report, part);
    if (part.end < note.span.end && !quoted.empty()) quoted.push_back({Piece::Kind::kQuote, " …", {}});
    append(line.words, std::move(quoted));
    line.credit.push_back(name_piece(report.label));
    line.credit.push_back(note.span.empty() ? Shelf::cite_all(report) : desk.shelf.cite(report, note.span));
    return line;
}

/// "masthead 12 March 1998; its own words 14 October 1986": the dates that contradict one another.
Line dating_line(Desk& desk, const ShelvedReport& report) {
    Line line;
    line.words.push_back(phrase("dates on the page:"));
    for (const record::Dating& dating : report.reading->report.datings) {
        const bool first = line.words.size() == 1;
        line.words.push_back(phrase(fmt::format("{}{} ({}, from {})", first ? "" : "and ", day_words(dating.range),
                                                role_phrase(dating.role), basis_phrase(dating.basis))));
        if (!dating.evidence) continue;
        append(line.words, desk.shelf.quote(report, *dating.evidence));
        line.words.push_back(desk.shelf.cite(report, *dating.evidence));
    }
    line.credit = {name_piece(report.label), Shelf::cite_all(report)};
    return line;
}

}  // namespace

Section headline_section(Desk& desk, const std::string& title) {
    Section section{SectionKind::kHeadlines, "Other headlines", "", {}, ""};
    Group group;
    std::set<std::string> told{title};
    std::size_t left = 0;
    for (const ShelvedReport* report : desk.reports) {
        const std::string headline = headline_of(*report);
        if (report->derived || headline.empty() || !told.insert(headline).second) continue;
        if (group.lines.size() == desk.shelf.limits().headlines) {
            ++left;
            continue;
        }
        const auto span = headline_span(report->reading->report);
        Line line;
        line.words = span ? desk.shelf.quote(*report, *span) : Pieces{{Piece::Kind::kQuote, headline, {}}};
        line.credit = {name_piece(report->label), span ? desk.shelf.cite(*report, *span) : Shelf::cite_all(*report)};
        group.lines.push_back(std::move(line));
    }
    group.more = and_more(left);
    if (!group.lines.empty()) section.groups.push_back(std::move(group));
    return section;
}

Section copy_section(Desk& desk) {
    Section section{SectionKind::kCopies, "Copies", "A copy counts once, with its source.", {}, ""};
    const auto copies = copies_of(desk);
    const std::size_t count = std::min(copies.size(), desk.shelf.limits().copies);
    for (std::size_t i = 0; i < count; ++i) section.groups.push_back(copy_group(desk, *copies[i]));
    section.more = and_more(copies.size() - count, "copy", "copies");
    return section;
}

Section note_section(Desk& desk) {
    Section section{SectionKind::kNotes, "Odd notes", "", {}, ""};
    Group group;
    std::size_t left = 0;
    for (const ShelvedReport* report : desk.reports) {
        std::set<record::NoteKind> told;
        for (const record::Note& note : report->reading->report.notes) {
            if (note.kind == record::NoteKind::kAgencyCredit) continue;  // not odd; the list of sources has it
            if (!told.insert(note.kind).second) continue;
            if (group.lines.size() >= desk.shelf.limits().notes) {
                ++left;
                continue;
            }
            group.lines.push_back(note_line(desk, *report, note));
            if (note.kind == record::NoteKind::kDateConflict && report->reading->report.datings.size() > 1) {
                group.lines.push_back(dating_line(desk, *report));
            }
        }
    }
    group.more = and_more(left);
    if (!group.lines.empty()) section.groups.push_back(std::move(group));
    return section;
}

std::vector<BriefSource> source_list(Desk& desk) {
    std::map<int, std::string> remarks;
    for (const record::Copy* copy : copies_of(desk)) {
        const ShelvedReport& a = *desk.shelf.find(copy->a);
        const ShelvedReport& b = *desk.shelf.find(copy->b);
        const bool from_b = taken_from_b(*copy, a.number, b.number);
        std::string& remark = remarks[(from_b ? a : b).number];
        const bool known = copy->direction != record::CopyDirection::kUnknown;
        remark +=
            fmt::format("{}{} [{}]", remark.empty() ? "" : "; ",
                        known ? relation_phrase(copy->relation) : "shares its text with", (from_b ? b : a).number);
    }
    std::vector<BriefSource> sources;
    for (const ShelvedReport* shelved : desk.reports) {
        if (sources.size() == desk.shelf.limits().sources) break;
        const record::Report& report = shelved->reading->report;
        BriefSource source;
        source.number = shelved->number;
        source.label = shelved->label;
        source.name = shown_trimmed(report.name);
        source.title = headline_of(*shelved);
        source.url = shown_trimmed(report.url);
        source.published = report.published ? fmt::format("{} (from {})", day_words(report.published->range),
                                                          basis_phrase(report.published->basis))
                                            : "date not known";
        source.remark = remarks[shelved->number];
        const std::string agency = shown_trimmed(report.agency);
        if (!agency.empty() && agency != source.label) {
            source.remark = "credits " + agency + (source.remark.empty() ? "" : "; " + source.remark);
        }
        if (source.name == source.label) source.name.clear();
        sources.push_back(std::move(source));
    }
    return sources;
}

}  // namespace readout::publish
