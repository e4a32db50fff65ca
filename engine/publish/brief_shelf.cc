#include "publish/brief_shelf.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "publish/brief_words.h"
#include "text/fold.h"
#include "text/list.h"

namespace readout::publish {
namespace {

constexpr int kMostHops = 8;
constexpr std::size_t kNameBytes = 200;  // how much of a name is compared

std::string label_of(const record::Report& report) {
    for (const std::string* label : {&report.outlet, &report.agency, &report.name}) {
        std::string words = shown_trimmed(*label);
        if (!words.empty()) return words;
    }
    return "unnamed report";
}

bool before(const record::Reading* a, const record::Reading* b) {
    const auto key = [](const record::Report& report) {
        const bool dated = report.published.has_value();
        return std::make_tuple(!dated, dated ? report.published->range : base::DayRange{}, std::cref(report.name),
                               std::cref(report.id.value));
    };
    return key(a->report) < key(b->report);
}

/// Codes that tell what kind of actor it is, not which.
bool tells_which(const std::string& code) {
    constexpr std::array<std::string_view, 6> kKinds = {"", "IGO", "NGO", "ISM", "IMG", "MNC"};
    return !text::is_one_of(code, kKinds);
}

/// An organisation that is of no country.
bool is_party_itself(const record::Entity& entity) {
    const bool person = entity.kind == record::EntityKind::kPerson || entity.kind == record::EntityKind::kPlace ||
                        entity.kind == record::EntityKind::kDocument;
    return !person && entity.named && !entity.name.empty() && !tells_which(entity.country);
}

void add_quoted(Pieces& out, Piece::Kind kind, std::string_view text, text::Span span) {
    if (span.begin >= span.end) return;
    std::string words = shown(text::words_at(text, span));
    if (!words.empty()) out.push_back({kind, std::move(words), {}});
}

/// Removes the spaces at both ends of a quotation.
void trim(Pieces& pieces) {
    if (pieces.empty()) return;
    if (pieces.front().words.front() == ' ') pieces.front().words.erase(0, 1);
    if (!pieces.back().words.empty() && pieces.back().words.back() == ' ') pieces.back().words.pop_back();
    pieces.erase(std::remove_if(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.words.empty(); }),
                 pieces.end());
}

}  // namespace

bool taken_from_b(const record::Copy& copy, int number_of_a, int number_of_b) {
    if (copy.direction == record::CopyDirection::kUnknown) return number_of_a > number_of_b;
    return copy.direction == record::CopyDirection::kAFromB;
}

Shelf::Shelf(const std::vector<const record::Reading*>& readings, const record::Weave& weave, const BriefLimits& limits)
    : weave_(weave), limits_(limits) {
    for (const record::Reading* reading : readings) readings_.emplace(reading->report.id.value, reading);
    for (const record::Entity& entity : weave.entities) {
        entities_.emplace(entity.id.value, &entity);
        if (entity.kind == record::EntityKind::kState && !entity.country.empty()) {
            countries_.emplace(entity.country, shown_trimmed(entity.name));
        }
        if (is_party_itself(entity)) add_organisation(entity);
    }
}

std::vector<const ShelvedReport*> Shelf::add(const record::Story& story) {
    std::vector<const record::Reading*> found;
    for (const record::ReportId& id : story.reports) {
        const auto at = readings_.find(id.value);
        if (at != readings_.end() && reports_.count(id.value) == 0) found.push_back(at->second);
    }
    std::sort(found.begin(), found.end(), before);
    std::vector<const ShelvedReport*> shelved;
    for (const record::Reading* reading : found) {
        const int number = static_cast<int>(reports_.size()) + 1;
        const bool has_outlet = !reading->report.outlet.empty() || !reading->report.agency.empty();
        ShelvedReport report{reading, number, label_of(reading->report), has_outlet, false};
        shelved.push_back(&reports_.emplace(reading->report.id.value, std::move(report)).first->second);
    }
    find_derived(shelved);
    return shelved;
}

void Shelf::find_derived(const std::vector<const ShelvedReport*>& story) {
    for (const record::Copy& copy : weave_.copies) {
        const ShelvedReport* a = find(copy.a);
        const ShelvedReport* b = find(copy.b);
        if (a == nullptr || b == nullptr) continue;
        const auto mine = [&](const ShelvedReport* report) { return report == a || report == b; };
        if (std::none_of(story.begin(), story.end(), mine)) continue;
        const bool from_b = taken_from_b(copy, a->number, b->number);
        ShelvedReport& taker = reports_.at((from_b ? copy.a : copy.b).value);
        derived_[taker.reading->report.id.value].push_back({&copy, from_b});
        if (copy.relation != record::CopyRelation::kQuotes) taker.derived = true;
    }
}

const ShelvedReport* Shelf::find(const record::ReportId& id) const {
    const auto at = reports_.find(id.value);
    return at == reports_.end() ? nullptr : &at->second;
}

const record::Entity* Shelf::entity(const record::EntityId& id) const {
    const auto at = entities_.find(id.value);
    return at == entities_.end() ? nullptr : at->second;
}

Piece Shelf::cite(const ShelvedReport& report, text::Span span) {
    const auto at = units_.try_emplace(report.number, report.reading->report.text).first;
    return {
        Piece::Kind::kCite, "", {report.number, at->second.code_points(span.begin), at->second.code_points(span.end)}};
}

Piece Shelf::cite_all(const ShelvedReport& report) {
    return {Piece::Kind::kCite, "", {report.number, 0, 0}};
}

Pieces Shelf::quote(const ShelvedReport& report, text::Span whole, text::Span marked) const {
    const std::string& text = report.reading->report.text;
    // Marking nearly all would mark nothing.
    const bool all = std::uint64_t{marked.size()} * 10 > std::uint64_t{whole.size()} * 7;
    if (all || !whole.overlaps(marked)) marked = {whole.begin, whole.begin};
    const text::Span part = window(text, whole, marked, limits_.quote_bytes);
    marked.begin = std::clamp(marked.begin, part.begin, part.end);
    marked.end = std::clamp(marked.end, marked.begin, part.end);
    Pieces out;
    add_quoted(out, Piece::Kind::kQuote, text, {part.begin, marked.begin});
    add_quoted(out, Piece::Kind::kMarked, text, marked);
    add_quoted(out, Piece::Kind::kQuote, text, {marked.end, part.end});
    trim(out);
    if (part.begin > whole.begin) out.insert(out.begin(), {Piece::Kind::kQuote, "… ", {}});
    if (part.end < whole.end) out.push_back({Piece::Kind::kQuote, " …", {}});
    return out;
}

Pieces Shelf::quote(const ShelvedReport& report, const std::vector<text::Span>& parts) const {
    Pieces out;
    std::size_t size = 0;
    for (const text::Span part : parts) {
        if (!out.empty()) out.push_back({Piece::Kind::kQuote, " … ", {}});
        if (size >= limits_.quote_bytes) break;
        append(out, quote(report, part));
        size += part.size();
    }
    trim(out);
    return out;
}

text::Span Shelf::sentence_at(const ShelvedReport& report, text::Span span) {
    const auto& sentences = report.reading->syntax.sentences;
    const std::size_t at = text::first_ending_after(sentences, span.begin);
    if (at == sentences.size() || !sentences[at].span.contains(span.begin)) return span;
    return text::hull(sentences[at].span, span);
}

std::string Shelf::name_of(const ShelvedReport& report, const record::Reference& who) const {
    if (const record::Entity* known = entity(who.entity); known != nullptr && !known->name.empty()) {
        const bool tells_more = !known->named && who.name.starts_with(known->name);  // "unnamed doctor of Jane Roe"
        if (tells_more) return shown_trimmed(who.name);
        return shown_trimmed(known->name);
    }
    if (!who.name.empty()) return shown_trimmed(who.name);
    if (who.span) return shown_trimmed(text::words_at(report.reading->report.text, *who.span));
    return "";
}

PartyName Shelf::party_of(const record::Entity* who) const {
    if (who == nullptr) return {};
    if (tells_which(who->country)) return {"c" + who->country, country_name(who->country)};
    const record::Entity* party = is_party_itself(*who) ? who : who->named ? nullptr : organisation_in(who->name);
    if (party == nullptr) return {};
    return {"o" + party->id.value, shown_trimmed(party->name)};
}

void Shelf::add_organisation(const record::Entity& entity) {
    const auto add = [&](std::string_view name) {
        std::string folded = text::fold(name.substr(0, kNameBytes));
        if (!folded.empty()) organisations_.emplace(std::move(folded), &entity);
    };
    add(entity.name);
    for (const std::string& alias : entity.aliases) add(alias);
}

/// Tries every run of some words of the name, the longest first.
const record::Entity* Shelf::organisation_in(std::string_view name) const {
    constexpr std::size_t kMostWords = 5;
    const std::string folded = text::fold(name.substr(0, kNameBytes));
    std::vector<std::size_t> borders{0};  // where words begin, and one behind the end
    for (std::size_t at = 0; at < folded.size(); ++at) {
        if (folded[at] == ' ') borders.push_back(at + 1);
    }
    borders.push_back(folded.size() + 1);
    for (std::size_t words = std::min(kMostWords, borders.size() - 1); words > 0; --words) {
        for (std::size_t i = 0; i + words < borders.size(); ++i) {
            const auto at = organisations_.find(folded.substr(borders[i], borders[i + words] - borders[i] - 1));
            if (at != organisations_.end()) return at->second;
        }
    }
    return nullptr;
}

std::string Shelf::country_name(const std::string& code) const {
    const auto at = countries_.find(code);
    if (code.empty()) return "";
    return at == countries_.end() ? country_phrase(code) : at->second;
}

std::optional<Place> Shelf::one_step(const ShelvedReport& report, text::Span span) const {
    const auto at = derived_.find(report.reading->report.id.value);
    if (at == derived_.end()) return std::nullopt;
    for (const Derived& derived : at->second) {
        const record::Copy& copy = *derived.copy;
        const ShelvedReport* source = find(derived.from_b ? copy.b : copy.a);
        for (const record::Passage& passage : copy.passages) {
            const text::Span mine = derived.from_b ? passage.a : passage.b;
            const text::Span theirs = derived.from_b ? passage.b : passage.a;
            const std::uint32_t begin = std::max(mine.begin, span.begin), end = std::min(mine.end, span.end);
            if (begin >= end || (end - begin) * std::uint64_t{2} < span.size()) continue;
            const std::uint32_t from = std::min(theirs.end, theirs.begin + (begin - mine.begin));
            const std::uint32_t to = std::min(theirs.end, theirs.begin + (end - mine.begin));
            return Place{source, {from, to}};
        }
    }
    return std::nullopt;
}

std::optional<Place> Shelf::origin(const ShelvedReport& report, text::Span span) const {
    std::optional<Place> place = one_step(report, span);
    for (int hop = 0; place && hop < kMostHops; ++hop) {
        const std::optional<Place> next = one_step(*place->report, place->span);
        if (!next) break;
        place = next;
    }
    return place;
}

}  // namespace readout::publish
