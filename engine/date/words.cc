#include "date/words.h"

#include "text/fold.h"
#include "text/utf8.h"

namespace readout::date {

const Word Words::kNone{};

namespace {

bool is_digit_byte(char c) {
    return c >= '0' && c <= '9';
}

// The end of a run of letters (with combining marks) that begins at `at`.
std::uint32_t letters_end(std::string_view text, std::uint32_t at, std::uint32_t end) {
    while (at < end) {
        const auto decoded = text::decode_at(text, at);
        if (!text::is_letter(decoded.point) && !text::is_combining(decoded.point)) break;
        at += decoded.size;
    }
    return at;
}

int small_number(std::string_view digits) {
    if (digits.size() > 8) return -1;
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

}  // namespace

std::vector<Word> cut_words(std::string_view text, std::string_view lower, text::Span stretch) {
    std::vector<Word> words;
    bool glued = false, breaks = true;
    std::size_t newlines = 0;
    for (std::uint32_t at = stretch.begin; at < stretch.end;) {
        const auto decoded = text::decode_at(text, at);
        if (text::is_space(decoded.point)) {
            newlines += decoded.point == U'\n';
            glued = false;
            at += decoded.size;
            continue;
        }
        Word word;
        std::uint32_t end = at + decoded.size;
        if (is_digit_byte(text[at])) {
            while (end < stretch.end && is_digit_byte(text[end])) ++end;
            word.kind = WordKind::kDigits;
            word.number = small_number(text.substr(at, end - at));
        } else if (text::is_letter(decoded.point)) {
            end = letters_end(text, end, stretch.end);
            word.kind = WordKind::kLetters;
            word.capital = text::is_upper(decoded.point);
        }
        word.span = {at, end};
        word.lower = lower.substr(at, end - at);
        word.glued = glued;
        // A single line break before a small letter is only where a column ends.
        const bool wrapped = newlines == 1 && word.kind == WordKind::kLetters && !word.capital;
        word.breaks = breaks || (newlines > 0 && !wrapped);
        words.push_back(word);
        glued = true;
        breaks = false;
        newlines = 0;
        at = end;
    }
    return words;
}

}  // namespace readout::date
