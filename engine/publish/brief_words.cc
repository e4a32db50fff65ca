#include "publish/brief_words.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "text/fold.h"
#include "text/utf8.h"

namespace readout::publish {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> kWeekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                    "Friday", "Saturday", "Sunday"};

/// Characters that act instead of being seen: controls, embedding and isolate marks, tags, line separators are spaces.
bool acts(char32_t point) {
    return point < 0x20 || (point >= 0x7F && point < 0xA0) || (point >= 0x202A && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069) || point == 0x200E || point == 0x200F || point == 0x061C ||
           point == 0xFEFF || (point >= 0xE0000 && point <= 0xE007F) || (point & 0xFFFE) == 0xFFFE;
}

std::string month_words(const base::Civil& day) {
    return fmt::format("{} {}", kMonths[static_cast<std::size_t>(day.month - 1)], day.year);
}

bool whole_months(const base::Civil& from, const base::Civil& to) {
    return from.day == 1 && to.day == base::days_in_month(to.year, to.month);
}

std::string plain_day(const base::Civil& day) {
    return fmt::format("{} {}", day.day, month_words(day));
}

}  // namespace

std::string shown(std::string_view words) {
    std::string out;
    out.reserve(words.size());
    bool blank = false;
    for (std::size_t at = 0; at < words.size();) {
        const text::Decoded next = text::decode_at(words, at);
        at += next.size;
        if (next.valid && (text::is_space(next.point) || next.point == 0x2028 || next.point == 0x2029)) {
            blank = true;
            continue;
        }
        if (blank) out += ' ';
        blank = false;
        text::append_utf8(out, next.valid && !acts(next.point) ? next.point : char32_t{0xFFFD});
    }
    if (blank) out += ' ';
    return out;
}

std::string shown_trimmed(std::string_view words) {
    std::string out = shown(words);
    if (!out.empty() && out.back() == ' ') out.pop_back();
    if (!out.empty() && out.front() == ' ') out.erase(0, 1);
    return out;
}

text::Span window(std::string_view text, text::Span whole, text::Span marked, std::size_t bytes) {
    if (whole.size() <= bytes) return whole;
    const auto size = static_cast<std::uint32_t>(bytes);
    text::Span part = whole;
    if (!marked.empty() && marked.end > whole.begin + size) {
        part.begin = std::max(whole.begin, marked.begin - std::min(marked.begin, size / 3));
    }
    part.end = std::min(whole.end, part.begin + size);
    const auto blank = [&](std::uint32_t at) { return text[at] == ' ' || text[at] == '\n' || text[at] == '\t'; };
    if (part.begin > whole.begin) {
        std::uint32_t at = part.begin;
        while (at < part.end && at < marked.begin && !blank(at)) ++at;
        if (at < part.end) part.begin = at;
        while (part.begin < part.end && !text::is_boundary(text, part.begin)) ++part.begin;
    }
    if (part.end < whole.end) {
        std::uint32_t at = part.end;
        while (at > part.begin && !blank(at)) --at;
        if (at > part.begin + size / 2) part.end = at;
        while (part.end > part.begin && !text::is_boundary(text, part.end)) --part.end;
    }
    return part;
}

std::string day_words(const base::DayRange& range) {
    const base::Civil from = base::civil_of(range.from), to = base::civil_of(range.to);
    if (range.from == range.to) return plain_day(from);
    if (whole_months(from, to)) {
        if (from.month == 1 && to.month == 12) {
            return from.year == to.year ? std::to_string(from.year) : fmt::format("{} to {}", from.year, to.year);
        }
        if (from.year == to.year && from.month == to.month) return month_words(from);
    }
    if (from.year == to.year && from.month == to.month) return fmt::format("{} to {}", from.day, plain_day(to));
    if (from.year == to.year) {
        return fmt::format("{} {} to {}", from.day, kMonths[static_cast<std::size_t>(from.month - 1)], plain_day(to));
    }
    return plain_day(from) + " to " + plain_day(to);
}

std::string dated_heading(const base::DayRange& range) {
    if (range.from != range.to) return day_words(range);
    return std::string(kWeekdays[static_cast<std::size_t>(base::weekday_of(range.from))]) + " " + day_words(range);
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string and_more(std::size_t count, std::string_view one, std::string_view many) {
    if (count == 0) return "";
    std::string out = fmt::format("and {} more", count);
    const std::string_view noun = count == 1 ? one : many;
    if (!noun.empty()) out += " " + std::string(noun);
    return out;
}

std::string act_phrase(record::Act act, bool negated) {
    constexpr std::array<std::string_view, 16> kSaid{
        "said",     "confirmed", "denied",  "doubted",  "would not say", "accused", "criticised", "praised",
        "demanded", "rejected",  "offered", "promised", "threatened",    "warned",  "hoped",      "asked"};
    constexpr std::array<std::string_view, 16> kNot{
        "did not say",       "did not confirm", "did not deny",   "did not doubt",  "would not say", "did not accuse",
        "did not criticise", "did not praise",  "did not demand", "did not reject", "did not offer", "did not promise",
        "did not threaten",  "did not warn",    "did not hope",   "did not ask"};
    return std::string((negated ? kNot : kSaid)[static_cast<std::size_t>(act)]);
}

std::string event_phrase(const record::Event& event) {
    constexpr std::array<std::string_view, 16> kTypes{
        "agreement",  "talks",     "support", "concession", "cooperation", "aid",          "retreat",  "request",
        "accusation", "rejection", "threat",  "protest",    "sanction",    "mobilisation", "coercion", "assault"};
    std::string out(kTypes[static_cast<std::size_t>(event.type)]);
    if (!event.mode.empty()) {
        std::string mode = event.mode;
        std::replace(mode.begin(), mode.end(), '_', ' ');
        std::replace(mode.begin(), mode.end(), '-', ' ');
        out += " (" + shown_trimmed(mode) + ")";
    }
    const std::string status = status_phrase(event.status);
    if (!status.empty()) out += ", " + status;
    return out;
}

std::string status_phrase(record::EventStatus status) {
    constexpr std::array<std::string_view, 7> kStatus{"",       "planned",        "conditional",       "alleged",
                                                      "denied", "did not happen", "told as background"};
    return std::string(kStatus[static_cast<std::size_t>(status)]);
}

std::string note_phrase(record::NoteKind kind) {
    constexpr std::array<std::string_view, 17> kNotes{"machine translation",
                                                      "trailer of an auto-blogging plugin",
                                                      "dates contradict one another",
                                                      "text of another publisher",
                                                      "more than one language",
                                                      "quotation never closed",
                                                      "text breaks off",
                                                      "correction",
                                                      "update",
                                                      "agency credited",
                                                      "page from an archive",
                                                      "transcript",
                                                      "broadcast",
                                                      "scanned text",
                                                      "damaged characters",
                                                      "language not read",
                                                      "read up to a limit"};
    return std::string(kNotes[static_cast<std::size_t>(kind)]);
}

std::string basis_phrase(record::DatingBasis basis) {
    constexpr std::array<std::string_view, 6> kBasis{"its metadata",   "its address",   "its dateline",
                                                     "its article id", "its own words", "the file"};
    return std::string(kBasis[static_cast<std::size_t>(basis)]);
}

std::string role_phrase(record::DatingRole role) {
    constexpr std::array<std::string_view, 5> kRoles{"filed", "published", "updated", "crawled", "masthead"};
    return std::string(kRoles[static_cast<std::size_t>(role)]);
}

std::string slot_phrase(record::Slot slot) {
    constexpr std::array<std::string_view, 10> kSlots{"whether it happened",
                                                      "how far an agreement went",
                                                      "how many",
                                                      "who did it",
                                                      "whom it concerned",
                                                      "where",
                                                      "when",
                                                      "why",
                                                      "who said what, in which words",
                                                      "a report against itself"};
    return std::string(kSlots[static_cast<std::size_t>(slot)]);
}

std::string relation_phrase(record::CopyRelation relation) {
    constexpr std::array<std::string_view, 4> kRelations{"is a copy of", "takes a part of", "quotes a passage of",
                                                         "tells in other words the text of"};
    return std::string(kRelations[static_cast<std::size_t>(relation)]);
}

std::string change_phrase(record::ChangeKind kind) {
    constexpr std::array<std::string_view, 4> kKinds{"the position is reversed", "the position softens",
                                                     "the position hardens", "a new condition"};
    return std::string(kKinds[static_cast<std::size_t>(kind)]);
}

std::string kind_phrase(record::EntityKind kind) {
    constexpr std::array<std::string_view, 6> kKinds{"person", "organisation", "state", "place", "group", "document"};
    return std::string(kKinds[static_cast<std::size_t>(kind)]);
}

std::string country_phrase(const std::string& code) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kActors{{
        {"KOS", "Kosovo"},
        {"UNO", "United Nations"},
        {"EUR", "European Union"},
        {"IGO", "intergovernmental"},
        {"NGO", "non-governmental"},
        {"ISM", "Islamist movement"},
        {"IMG", "armed group"},
        {"MNC", "company"},
    }};
    for (const auto& actor : kActors) {
        if (actor.first == code) return std::string(actor.second);
    }
    for (const char* const* two = icu::Locale::getISOCountries(); *two != nullptr; ++two) {
        const icu::Locale country("", *two);
        if (code != country.getISO3Country()) continue;
        icu::UnicodeString name;
        std::string out;
        return shown_trimmed(country.getDisplayCountry(icu::Locale::getEnglish(), name).toUTF8String(out));
    }
    return shown_trimmed(code);
}

std::string value_phrase(std::string_view value) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const std::size_t dots = value.find("..");
    if (dots != std::string_view::npos && std::any_of(value.begin(), value.end(), digit)) {
        const std::string low = shown_trimmed(value.substr(0, dots)), high = shown_trimmed(value.substr(dots + 2));
        if (high.empty()) return low + " or more";
        if (low.empty()) return "at most " + high;
        return low == high ? low : low + " to " + high;
    }
    std::string out = shown_trimmed(value);
    if (out == "in_principle") return "in principle";
    return out;
}

}  // namespace readout::publish
