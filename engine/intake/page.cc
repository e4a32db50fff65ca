#include "intake/page.h"

#include <algorithm>
#include <map>

#include "base/table.h"
#include "intake/dateline.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace readout::intake {
namespace {

constexpr std::size_t kWindow = 400;  // bytes at either end of a line that are searched for cues

std::string_view head_of(std::string_view words, std::size_t size) {
    size = std::min(size, words.size());
    while (!text::is_boundary(words, size)) --size;
    return words.substr(0, size);
}

std::string_view tail_of(std::string_view words, std::size_t size) {
    std::size_t begin = words.size() - std::min(size, words.size());
    while (!text::is_boundary(words, begin)) ++begin;
    return words.substr(begin);
}

std::size_t count_words(std::string_view words) {
    std::size_t count = 0;
    bool inside = false;
    for (const char c : words) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        count += !space && !inside;
        inside = !space;
    }
    return count;
}

bool is_closing(char32_t point) {
    return point == '"' || point == '\'' || point == 0x201D || point == 0x2019 || point == 0xBB || point == ')' ||
           point == ']';
}

bool ends_sentence(std::string_view words) {
    std::size_t end = words.size();
    // A reference mark may stand behind the point: "… were wounded.[1]"
    const std::size_t open = words.rfind('[');
    if (words.ends_with(']') && open != std::string_view::npos && words.size() - open <= 5) {
        end = base::trim(words.substr(0, open)).size();
    }
    for (int steps = 0; end > 0 && steps < 4; ++steps) {
        const auto last = text::decode_before(words, end);
        if (last.point == '.' || last.point == '!' || last.point == '?' || last.point == 0x2026 || last.point == ':' ||
            last.point == 0x3002 || last.point == 0x964) {
            return true;
        }
        if (!is_closing(last.point)) return false;
        end -= last.size;
    }
    return false;
}

/// Bars, arrows, middle dots and wide gaps part the items of a menu. Each part must be short.
bool is_menu(std::string_view words) {
    if (words.size() > 600) return false;
    std::size_t bars = 0, gaps = 0;
    for (std::size_t at = 0; at < words.size();) {
        const auto decoded = text::decode_at(words, at);
        const std::string_view rest = words.substr(at);
        const bool spaced = at > 0 && words[at - 1] == ' ';
        if (decoded.point == '|' || decoded.point == 0x203A || decoded.point == 0xB7) ++bars;
        if (spaced && (rest.starts_with("> ") || rest.starts_with("\u00BB ") || rest.starts_with("\u2022 "))) ++bars;
        if (rest.starts_with("  ") && at > 0 && words[at - 1] != '.') {
            ++gaps;
            while (at + 1 < words.size() && words[at + 1] == ' ') ++at;
        }
        at += decoded.size;
    }
    const std::size_t items = bars + gaps + 1;
    return (bars >= 2 || gaps >= 2) && count_words(words) <= items * 9;
}

bool is_bullet(std::string_view words) {
    for (const std::string_view mark : {"\u2022", "\u25CF", "\u25AA", "* ", "- ", "\u2013 ", "\u2014 ", "\u00B7"}) {
        if (words.starts_with(mark)) return true;
    }
    return false;
}

PageLine line_of(std::string_view text, const Unit& unit) {
    PageLine line;
    line.unit = unit;
    line.words = words_at(text, unit.span);
    if (line.words.size() <= 2 * kWindow) {
        line.folded = text::fold(line.words);
    } else {
        line.folded = text::fold(head_of(line.words, kWindow)) + " " + text::fold(tail_of(line.words, kWindow));
    }
    line.cues = find_cues(line.folded);
    line.word_count = count_words(line.words);
    line.ends_sentence = ends_sentence(line.words);
    line.is_menu = is_menu(line.words);
    line.is_bullet = is_bullet(line.words);
    return line;
}

/// A line that only an article has: a sentence of some length and no sign of furniture.
bool is_solid(const PageLine& line) {
    if (line.is_menu || line.is_bullet) return false;
    for (const CueHit& hit : line.cues) {
        const bool furniture = hit.cue <= Cue::kHeadline || hit.cue == Cue::kCorrection || hit.cue == Cue::kUpdate;
        if (furniture && hit.strong && line.word_count < 80) return false;
        if (hit.cue == Cue::kAutoblog) return false;
    }
    if (line.word_count >= 10 && find_dateline(line.words, true)) return true;
    return line.word_count >= 30 || (line.ends_sentence && line.word_count >= 14);
}

/// Labelled turns make a transcript: two speakers who come again. What looks like a note, a byline or the title
/// is no turn.
std::set<std::string_view> speakers_of(const std::vector<PageLine>& lines, std::string_view title) {
    std::map<std::string_view, std::size_t> turns;
    for (const PageLine& line : lines) {
        const std::string_view label = label_of(line.words);
        const bool begins_with_cue = !line.cues.empty() && line.cues.front().word == 0;
        const bool part = label == "HOST" || label == "PRESENTER" || label == "QUESTION" || label == "ANSWER";
        if (label.empty() || begins_with_cue || line.words == title || (is_call(label) && !part)) continue;
        ++turns[label];
    }
    std::set<std::string_view> speakers;
    std::size_t again = 0, all = 0, upper = 0;
    for (const auto& [label, count] : turns) {
        again += count >= 2;
        all += count;
        upper += std::none_of(label.begin(), label.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        speakers.insert(label);
    }
    // Labels in capitals are told from other words before a colon at once; others must come again.
    const bool capitals = again >= 1 && upper == turns.size() && turns.size() >= 2 && all >= 3;
    if (again < 2 && !capitals) speakers.clear();
    return speakers;
}

/// A full stop at the end, closing marks aside.
bool ends_with_point(std::string_view words) {
    std::size_t end = words.size();
    while (end > 0) {
        const auto last = text::decode_before(words, end);
        if (!is_closing(last.point)) return last.point == '.';
        end -= last.size;
    }
    return false;
}

}  // namespace

std::size_t label_size(std::string_view words) {
    constexpr std::size_t kLongestLabel = 60;
    const std::size_t colon = words.substr(0, kLongestLabel).find(':');
    if (colon == std::string_view::npos || colon == 0) return 0;
    if (colon + 1 < words.size() && words[colon + 1] != ' ' && words[colon + 1] != '\n') return 0;
    const std::string_view label = words.substr(0, colon);
    const std::string_view name = base::trim(label.substr(0, label.find('(')));
    if (name.empty() || count_words(name) > 5 || !text::is_upper(text::decode_at(name, 0).point)) return 0;
    for (std::size_t at = 0; at < name.size();) {
        const auto decoded = text::decode_at(name, at);
        const bool fits = text::is_letter(decoded.point) || text::is_combining(decoded.point) || decoded.point == ' ' ||
                          decoded.point == '.' || decoded.point == '\'' || decoded.point == '-' ||
                          decoded.point == '&' || decoded.point == 0x2019 || text::is_digit(decoded.point);
        if (!fits) return 0;
        at += decoded.size;
    }
    return colon + 1;
}

std::string_view label_of(std::string_view words) {
    const std::size_t size = label_size(words);
    if (size == 0) return "";
    const std::string_view label = words.substr(0, size - 1);
    return base::trim(label.substr(0, label.find('(')));
}

bool is_turn(const Page& page, const PageLine& line) {
    if (page.labels.empty()) return false;
    const std::string_view label = label_of(line.words);
    return !label.empty() && page.labels.contains(label);
}

bool looks_like_heading(const PageLine& line, std::size_t most_words) {
    if (line.word_count == 0 || line.word_count > most_words || line.words.size() > most_words * 14) return false;
    const char32_t last = text::decode_before(line.words, line.words.size()).point;
    const char32_t first = text::decode_at(line.words, 0).point;
    if (ends_with_point(line.words) && !line.words.ends_with("U.S.") && !line.words.ends_with("U.N.")) return false;
    if (last == ',' || last == ';' || last == 0x2026 || last == 0x3002) return false;
    if (first == '(' || first == '[') return false;
    const bool starts = text::is_upper(first) || text::is_digit(first) || first == 0x201C || first == '"' ||
                        first == 0x2018 || first == '\'' || first == 0xAB || first == 0xBF || first == 0x2022 ||
                        !text::is_letter(first) || first >= 0x590;
    return starts && !line.is_menu;
}

Page page_of(std::string_view text, const LayoutHints& hints) {
    Page page{text, hints, {}, false, 0, 0, {}};
    for (const Unit& unit : units_of(text)) page.lines.push_back(line_of(text, unit));
    page.live = std::count_if(page.lines.begin(), page.lines.end(),
                              [](const PageLine& line) { return time_stamp_size(line.words) > 0; }) >= 3;
    page.labels = speakers_of(page.lines, base::trim(hints.title));
    const auto solid = [&](const PageLine& line) { return is_solid(line) || is_turn(page, line); };
    const auto first = std::find_if(page.lines.begin(), page.lines.end(), solid);
    const auto last = std::find_if(page.lines.rbegin(), page.lines.rend(), solid);
    if (first == page.lines.end()) {
        // Only short lines: the article begins with the first sentence that is no furniture.
        const auto sentence = std::find_if(page.lines.begin(), page.lines.end(), [](const PageLine& line) {
            return line.ends_sentence && line.cues.empty() && !line.is_menu && !line.is_bullet;
        });
        const bool found = sentence != page.lines.end();
        page.body_begin = found ? static_cast<std::size_t>(sentence - page.lines.begin()) : 0;
        page.body_end = page.lines.size();
    } else {
        page.body_begin = static_cast<std::size_t>(first - page.lines.begin());
        page.body_end = static_cast<std::size_t>(page.lines.rend() - last);
    }

    return page;
}

}  // namespace readout::intake
