#include "intake/lines.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"

namespace readout::intake {
namespace {

using text::Span;

constexpr std::uint32_t kLongestWrap = 100;  // bytes: a longer line was not broken by hand
constexpr std::uint32_t kShortestWrap = 30;  // a narrower column is a list or verse

bool is_blank(char32_t point) {
    return text::is_space(point) || point == 0xFEFF || point == 0x200B;
}

bool begins_lower(std::string_view line) {
    return !line.empty() && text::is_letter(text::decode_at(line, 0).point) &&
           !text::is_upper(text::decode_at(line, 0).point);
}

bool ends_open(std::string_view line) {
    const char32_t last = text::decode_before(line, line.size()).point;
    return text::is_letter(last) || text::is_digit(last) || last == ',' || last == '-' || last == ';' ||
           last == 0x2013 || last == 0x2014;
}

/// Hard-wrapped: the lines but the last fill a column, and most of them break off inside a sentence.
bool is_wrapped(std::string_view text, const std::vector<Span>& lines) {
    if (lines.size() < 2) return false;
    std::uint32_t longest = 0;
    for (const Span line : lines) longest = std::max(longest, line.size());
    if (longest > kLongestWrap || longest < kShortestWrap) return false;
    std::size_t full = 0, open = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        full += lines[i].size() * 10 >= longest * 6;
        open += ends_open(words_at(text, lines[i])) && (begins_lower(words_at(text, lines[i + 1])) || lines.size() > 3);
    }
    return full * 10 >= (lines.size() - 1) * 8 && open * 2 >= lines.size() - 1 && open > 0;
}

void add_chunk(std::string_view text, const std::vector<Span>& lines, std::uint32_t chunk, std::vector<Unit>& units) {
    if (is_wrapped(text, lines)) {
        units.push_back({text::hull(lines.front(), lines.back()), chunk, static_cast<std::uint32_t>(lines.size())});
        return;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool goes_on = i > 0 && lines[i - 1].size() >= kShortestWrap && ends_open(words_at(text, lines[i - 1])) &&
                             begins_lower(words_at(text, lines[i]));
        if (goes_on) {
            units.back().span.end = lines[i].end;
            ++units.back().lines;
        } else {
            units.push_back({lines[i], chunk, 1});
        }
    }
}

}  // namespace

Span trimmed(std::string_view text, Span span) {
    while (span.begin < span.end) {
        const auto first = text::decode_at(text, span.begin);
        if (!is_blank(first.point)) break;
        span.begin += first.size;
    }
    while (span.begin < span.end) {
        const auto last = text::decode_before(text, span.end);
        if (!is_blank(last.point)) break;
        span.end -= last.size;
    }
    return span;
}

std::vector<Unit> units_of(std::string_view text) {
    std::vector<Unit> units;
    std::vector<Span> lines;
    std::uint32_t chunk = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (units.size() + lines.size() >= kMaxUnits) {
            const Span rest = trimmed(text, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(text.size())});
            if (!rest.empty()) lines.push_back(rest);
            break;
        }
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const Span line = trimmed(text, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
        if (!line.empty()) lines.push_back(line);
        if (line.empty() && !lines.empty()) {
            add_chunk(text, lines, chunk++, units);
            lines.clear();
        }
        at = end + 1;
    }
    if (!lines.empty()) add_chunk(text, lines, chunk, units);
    return units;
}

}  // namespace readout::intake
