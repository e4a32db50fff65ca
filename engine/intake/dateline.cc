#include "intake/dateline.h"

#include <algorithm>
#include <vector>

#include "base/table.h"
#include "intake/cues.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace readout::intake {
namespace {

constexpr std::size_t kLongest = 110;  // bytes of a dateline

bool is_upper_word(std::string_view word) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size();) {
        const auto decoded = text::decode_at(word, at);
        at += decoded.size;
        if (!text::is_letter(decoded.point)) continue;
        if (!text::is_upper(decoded.point)) return false;
        ++letters;
    }
    return letters >= 2;
}

bool begins_upper(std::string_view word) {
    return !word.empty() && text::is_upper(text::decode_at(word, 0).point);
}

bool is_number(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string_view> words_in(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \t\n,", at), text.size());
        if (end > at) words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

/// Lower-case words that may stand in a dateline: "Frankfurt am Main", "on board", "Rio de Janeiro", "via".
bool is_small_word(std::string_view word) {
    for (const std::string_view known :
         {"of", "the", "de", "la", "le", "al", "el",  "and", "on", "in", "near",   "am",
          "an", "der", "du", "da", "do", "di", "via", "by",  "at", "st", "agency", "correspondent"}) {
        if (word == known) return true;
    }
    return false;
}

/// What a dateline may be judged by.
struct Evidence {
    bool upper_place = false;    // the first word is in capitals
    bool capital_place = false;  // the first word begins with a capital
    bool date = false, weekday = false;
    bool outlet = false;   // a newspaper's word
    bool strange = false;  // a word that no dateline has
    std::size_t place_words = 0, words = 0;
    std::string agency;
};

/// "(AFP)", "/DI/", or the words behind the last comma that name an agency ("Vestnik Agency").
std::string marked_agency(std::string_view prefix) {
    for (const auto& [open, close] : {std::pair('(', ')'), std::pair('/', '/')}) {
        const std::size_t begin = prefix.find(open);
        if (begin == std::string_view::npos) continue;
        const std::size_t end = prefix.find(close, begin + 1);
        if (end == std::string_view::npos || end == begin + 1) continue;
        const std::string_view inner = base::trim(prefix.substr(begin + 1, end - begin - 1));
        if (inner.size() <= 40 && begins_upper(inner) && words_in(inner).size() <= 4) return std::string(inner);
        if (is_agency(inner)) return std::string(inner);
    }
    const std::size_t comma = prefix.rfind(',');
    const std::string_view last = base::trim(comma == std::string_view::npos ? prefix : prefix.substr(comma + 1));
    if (last.ends_with(" Agency") || last.ends_with(" News")) return std::string(last);
    if (last.starts_with("agency ")) return std::string(last.substr(7));
    const auto words = words_in(last);
    if (!words.empty() && is_agency(words.back())) return std::string(words.back());
    return "";
}

/// Short names in capitals that open a sentence more often than a report: "NATO – the alliance – said".
bool is_acronym(std::string_view prefix) {
    for (const std::string_view known :
         {"NATO",   "UN",     "EU",    "US",   "USA",  "UK",  "UAE", "WHO", "IMF", "OSCE", "OPEC", "IAEA",
          "UNICEF", "UNESCO", "ASEAN", "FIFA", "UEFA", "CIA", "FBI", "FSB", "BBC", "CNN",  "THE"}) {
        if (prefix == known || (prefix.starts_with("THE ") && prefix.substr(4) == known)) return true;
    }
    return false;
}

/// The prefix without what stands in brackets or between slashes, and without the separator's leftovers.
std::string without_marks(std::string_view prefix) {
    std::string out;
    bool inside = false;
    for (const char c : prefix) {
        if (c == '(' || (c == '/' && !inside)) {
            inside = true;
            out += ' ';
        } else if (c == ')' || c == '/') {
            inside = false;
        } else if (!inside) {
            out += c;
        }
    }
    return out;
}

Evidence weigh(std::string_view prefix) {
    Evidence evidence;
    evidence.agency = marked_agency(prefix);
    const std::string plain = without_marks(prefix);
    bool place_over = false;
    for (std::string_view word : words_in(plain)) {
        while (!word.empty() && (word.back() == '.' || word.back() == '-')) word.remove_suffix(1);
        if (word.empty()) continue;
        const std::string low = text::fold(word);
        const bool date = is_number(word) || is_month(low) || is_weekday(low);
        evidence.weekday = evidence.weekday || is_weekday(low);
        evidence.outlet = evidence.outlet || is_outlet_word(low);
        evidence.date = evidence.date || is_month(low) || is_weekday(low);
        if (evidence.words == 0) {
            evidence.upper_place = is_upper_word(word);
            evidence.capital_place = begins_upper(word) && !date;
        }
        place_over = place_over || date;
        if (!place_over) ++evidence.place_words;
        ++evidence.words;
        if (!date && !begins_upper(word) && !is_small_word(word)) evidence.strange = true;
    }
    return evidence;
}

struct Separator {
    std::size_t begin = std::string_view::npos, end = 0;
};

/// The first dash that parts a dateline from the text. A hyphen counts only with a space at a side that shows it is
/// one.
Separator find_separator(std::string_view text) {
    for (std::size_t at = 1; at < text.size(); ++at) {
        const std::string_view rest = text.substr(at);
        for (const std::string_view dash : {"\u2014", "\u2013", "\u2015"}) {
            if (rest.starts_with(dash)) return {at, at + dash.size()};
        }
        if (rest.starts_with("-- ")) return {at, at + 2};
        const bool after = text[at - 1] == ' ' || text[at - 1] == '.' || text[at - 1] == ')';
        if (rest.starts_with("- ") && after) return {at, at + 1};
        if (rest.starts_with("-") && text[at - 1] == ')') return {at, at + 1};
    }
    return {};
}

/// One to `most_words` words in capitals, which call nothing.
bool is_place_alone(std::string_view prefix, std::size_t most_words) {
    if (is_call(prefix)) return false;
    const auto words = words_in(prefix);
    return !words.empty() && words.size() <= most_words &&
           std::all_of(words.begin(), words.end(), [](std::string_view w) { return is_upper_word(w); });
}

/// An agency in slashes or brackets may stand behind the dash: "MINSK, 3 May - /BLT/. The …".
void take_marked_agency(std::string_view head, DatelinePrefix& found) {
    const std::string_view rest = head.substr(found.size);
    const std::size_t begin = rest.find_first_not_of(' ');
    if (begin == std::string_view::npos || (rest[begin] != '/' && rest[begin] != '(')) return;
    const std::size_t end = rest.find(rest[begin] == '/' ? '/' : ')', begin + 1);
    if (end == std::string_view::npos || end - begin > 14) return;
    const std::string_view inner = rest.substr(begin + 1, end - begin - 1);
    if (!is_upper_word(inner) && !is_agency(inner)) return;
    found.size += static_cast<std::uint32_t>(end + 1);
    if (end + 1 < rest.size() && rest[end + 1] == '.') ++found.size;
    if (found.agency.empty()) found.agency = std::string(inner);
}

std::optional<DatelinePrefix> dashed(std::string_view head, bool near_head) {
    const Separator dash = find_separator(head);
    if (dash.begin == std::string_view::npos) return std::nullopt;
    const std::string_view prefix = base::trim(head.substr(0, dash.begin));
    if (prefix.empty() || prefix.find_first_of("\"?!;:") != std::string_view::npos) return std::nullopt;
    if (prefix.find("\u201C") != std::string_view::npos || prefix.find("\u2018") != std::string_view::npos)
        return std::nullopt;
    const Evidence evidence = weigh(prefix);
    DatelinePrefix found{static_cast<std::uint32_t>(dash.end), evidence.agency};
    take_marked_agency(head, found);
    if (evidence.words == 0) {
        if (evidence.agency.empty()) return std::nullopt;
        return found;
    }
    if (evidence.strange || evidence.words > 12) return std::nullopt;
    if (evidence.words == 1 && is_agency(prefix)) return DatelinePrefix{found.size, std::string(prefix)};
    const bool place = evidence.upper_place && evidence.place_words <= 6;
    const bool told = evidence.capital_place && (evidence.date || !evidence.agency.empty());
    if (!place && !told) return std::nullopt;
    const bool place_only = !evidence.date && evidence.agency.empty();
    if (place_only && (!near_head || prefix.size() < 4 || is_acronym(prefix))) return std::nullopt;
    return found;
}

/// "(AGENCY) Text", "BEIRUT: Text", and "This newspaper Haikou November 19 electric (reporter …)".
std::optional<DatelinePrefix> undashed(std::string_view head) {
    if (head.starts_with('(')) {
        const std::size_t close = head.find(')');
        if (close == std::string_view::npos || close > 40) return std::nullopt;
        const std::string_view inner = head.substr(1, close - 1);
        const auto words = words_in(inner);
        const bool short_name = words.size() == 1 && is_upper_word(inner);
        const bool goes_on = close + 2 < head.size() && head[close + 1] == ' ';
        if (!goes_on || !(short_name || is_agency(inner))) return std::nullopt;
        return DatelinePrefix{static_cast<std::uint32_t>(close + 1), std::string(inner)};
    }
    const std::size_t colon = head.find(':');
    if (colon != std::string_view::npos && colon >= 4 && colon < 40 && is_place_alone(head.substr(0, colon), 3) &&
        head.substr(colon).starts_with(": ")) {
        return DatelinePrefix{static_cast<std::uint32_t>(colon + 1), ""};
    }
    const std::size_t paren = head.find(')');
    if (paren != std::string_view::npos && head.find('(') < paren) {
        const std::string_view prefix = head.substr(0, paren + 1);
        const Evidence evidence = weigh(prefix);
        const bool place =
            (evidence.upper_place || (evidence.capital_place && evidence.date)) && evidence.place_words > 0;
        if (place && !evidence.strange && !evidence.agency.empty() && (evidence.date || is_agency(evidence.agency))) {
            return DatelinePrefix{static_cast<std::uint32_t>(paren + 1), evidence.agency};
        }
    }
    const std::size_t electric = head.find(" electric");
    if (electric != std::string_view::npos && has_date(head.substr(0, electric), false)) {
        return DatelinePrefix{static_cast<std::uint32_t>(electric + 9), ""};
    }
    return std::nullopt;
}

}  // namespace

std::optional<DatelinePrefix> find_dateline(std::string_view paragraph, bool near_head) {
    if (paragraph.empty()) return std::nullopt;
    std::size_t size = std::min(paragraph.size(), kLongest);
    while (!text::is_boundary(paragraph, size)) --size;
    const std::string_view head = paragraph.substr(0, size);
    std::optional<DatelinePrefix> found = dashed(head, near_head);
    if (!found && near_head) found = undashed(head);
    if (found && found->size >= paragraph.size()) return std::nullopt;  // nothing follows: it is no opening
    return found;
}

bool is_call(std::string_view label) {
    for (const std::string_view known :
         {"BREAKING", "EXCLUSIVE", "URGENT",  "FLASH", "ALERT",     "UPDATE", "LIVE",     "WATCH",
          "VIDEO",    "ANALYSIS",  "OPINION", "JUST",  "PRESENTER", "HOST",   "QUESTION", "ANSWER",
          "CLAIM",    "VERDICT",   "FACT",    "NOTE",  "WHAT",      "WHO",    "WHEN",     "WHERE"}) {
        if (label.starts_with(known)) return true;
    }
    return false;
}

bool is_dateline(std::string_view line) {
    if (line.size() > kLongest || line.find_first_of("\"?!;:|") != std::string_view::npos) return false;
    const Evidence evidence = weigh(line);
    const bool place = evidence.upper_place || (evidence.capital_place && !evidence.agency.empty());
    return place && evidence.date && !evidence.strange && evidence.place_words <= 4 &&
           (!evidence.agency.empty() ||
            (line.find(',') != std::string_view::npos && !evidence.weekday && !evidence.outlet));
}

std::string dateline_agency(std::string_view dateline) {
    return marked_agency(dateline);
}

std::uint32_t time_stamp_size(std::string_view line) {
    std::size_t at = 0;
    const auto digits = [&](std::size_t most) {
        const std::size_t begin = at;
        while (at < line.size() && at - begin < most && line[at] >= '0' && line[at] <= '9') ++at;
        return at - begin;
    };
    if (digits(2) == 0 || at >= line.size() || (line[at] != '.' && line[at] != ':' && line[at] != 'h')) return 0;
    ++at;
    if (digits(2) != 2) return 0;
    for (const std::string_view tail : {"am", "pm", " am", " pm", " a.m.", " p.m."}) {
        if (!line.substr(at).starts_with(tail)) continue;
        at += tail.size();
        break;
    }
    for (const std::string_view zone : {" GMT", " BST", " CET", " CEST", " UTC", " EST", " EDT", " ET"}) {
        if (!line.substr(at).starts_with(zone)) continue;
        at += zone.size();
        break;
    }
    const bool ends = at == line.size() || line[at] == ' ' || line[at] == '\n';
    return ends ? static_cast<std::uint32_t>(at) : 0;
}

bool has_date(std::string_view words, bool needs_year) {
    bool month = false, number = false, year = false, weekday = false, whole = false;
    for (const std::string_view word : words_in(words)) {
        const std::string low = text::fold(word);
        const auto digits = static_cast<std::size_t>(
            std::count_if(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }));
        month = month || is_month(low);
        weekday = weekday || is_weekday(low);
        number = number || digits > 0;
        year = year || (digits == 4 && low.size() == 4 && (low[0] == '1' || low[0] == '2'));
        // 12.04.2016, 2016-04-12, 12/4/2016, 2015年11月20日
        const auto marks =
            std::count_if(word.begin(), word.end(), [](char c) { return c == '.' || c == '-' || c == '/'; });
        whole = whole || (digits >= 6 && digits <= 8 && marks >= 2) ||
                (digits >= 5 && word.find("年") != std::string_view::npos);
    }
    if (whole) return true;
    if (needs_year) return year && month;
    return (month && number) || weekday;
}

bool is_date_word(std::string_view word) {
    const std::string low = text::fold(word);
    if (low.empty() || is_month(low) || is_weekday(low)) return true;
    if (std::any_of(low.begin(), low.end(), [](char c) { return c >= '0' && c <= '9'; })) return true;
    for (const std::string_view known :
         {"gmt", "utc", "bst", "cet", "am", "pm", "at", "date", "updated", "published", "posted", "on", "last",
          "modified", "page", "generated", "no", "price", "vol"}) {
        if (low == known) return true;
    }
    return false;
}

}  // namespace readout::intake
