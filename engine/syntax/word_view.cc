#include "syntax/word_view.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/utf8.h"

namespace readout::syntax {
namespace {

constexpr std::size_t kMaxBytes = 64;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Of the Latin and Russian letters that news in English uses.
bool is_upper_letter(char32_t point) {
    if (point < 0x80) return point >= 'A' && point <= 'Z';
    if (point < 0x100) return point >= 0xC0 && point <= 0xDE && point != 0xD7;
    if (point < 0x180) {
        const bool odd = (point >= 0x139 && point <= 0x148) || (point >= 0x179 && point <= 0x17E);
        return point % 2 == (odd ? 1 : 0);
    }
    return point >= 0x410 && point <= 0x42F;
}

void normalise_part(std::string_view part, std::size_t& digits, std::string& out) {
    for (std::size_t i = 0; i < part.size(); ++i) {
        const char c = part[i];
        if (is_digit(c)) {
            ++digits;
            continue;
        }
        if (digits > 0) out += digits == 4 ? "0000" : "0";
        digits = 0;
        if (part.substr(i, 3) == "’") {
            out += '\'';
            i += 2;
        } else {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        }
    }
}

}  // namespace

void normalise(std::string_view form, bool space_before, bool space_after, std::string& out) {
    out.clear();
    if (form == "\"" || form == "'") {
        out += form;
        out += space_before ? '_' : 'x';
        out += space_after ? '_' : 'x';
        return;
    }
    std::size_t digits = 0;
    std::string joined;  // the head and tail of a long word
    if (form.size() > kMaxBytes) {
        joined.append(form.substr(0, kMaxBytes / 2)).append(form.substr(form.size() - kMaxBytes / 2));
        form = joined;
    }
    normalise_part(form, digits, out);
    if (digits > 0) out += digits == 4 ? "0000" : "0";
}

std::string lower_case(std::string_view form) {
    std::string out;
    out.reserve(form.size());
    for (std::size_t i = 0; i < form.size();) {
        if (static_cast<unsigned char>(form[i]) < 0x80) {
            const char c = form[i++];
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
            continue;
        }
        const text::Decoded here = text::decode_at(form, i);
        i += here.size;
        if (here.point == U'’') {
            out += '\'';
        } else {
            text::append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(here.point))));
        }
    }
    return out;
}

std::uint8_t shape_of(std::string_view form) {
    const std::string_view head = form.substr(0, kMaxBytes);
    int upper = 0, lower = 0;
    bool digit = false, hyphen = false, period = false;
    for (const char c : head) {
        upper += c >= 'A' && c <= 'Z' ? 1 : 0;
        lower += (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80 ? 1 : 0;
        digit = digit || is_digit(c);
        hyphen = hyphen || c == '-';
        period = period || c == '.';
    }
    const bool first_upper = is_upper_letter(text::decode_at(form, 0).point);
    if (first_upper && !(head[0] >= 'A' && head[0] <= 'Z')) {
        ++upper;
        lower -= 2;
    }
    int code = 0;
    if (digit) {
        code = 4;
    } else if (upper + lower <= 0) {
        code = 5;
    } else if (upper == 0) {
        code = 0;
    } else if (lower == 0) {
        code = upper == 1 ? 6 : 2;
    } else {
        code = first_upper && upper == 1 ? 1 : 3;
    }
    if (head.size() > 1) code += (hyphen ? 8 : 0) + (period ? 16 : 0);
    return static_cast<std::uint8_t>(code);
}

Style style_of(std::span<const std::uint8_t> shapes, std::span<const record::Token> words) {
    int long_words = 0, long_capitals = 0, all = 0, capitals = 0;
    bool lower = true;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const int code = shapes[i] & 7;
        lower = lower && (code == 0 || code == 4 || code == 5);
        if (code == 4 || code == 5) continue;
        ++all;
        capitals += code == 2 ? 1 : 0;
        if (i > 0 && words[i].span.size() >= 4) {
            ++long_words;
            long_capitals += code == 1 || code == 2 || code == 3 ? 1 : 0;
        }
    }
    if (all >= 2 && capitals * 5 >= all * 4) return Style::kUpper;
    if (long_words >= 3 && long_capitals * 5 >= long_words * 4) return Style::kTitle;
    return all >= 3 && lower ? Style::kLower : Style::kNormal;
}

}  // namespace readout::syntax
