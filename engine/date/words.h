#pragma once
// The words of a stretch of text, cut finely enough for dates: "11.40pm" is 11 . 40 pm, "Feb." is feb and a point.
//
// The date room cuts its own words: a masthead or a footnote has no sentences, and a date must be found there too.

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace readout::date {

enum class WordKind : unsigned char { kLetters, kDigits, kMark };

/// `lower` points into a lower-case copy of the text that the caller keeps. A mark is one code point.
struct Word {
    text::Span span;
    std::string_view lower;
    WordKind kind = WordKind::kMark;
    bool glued = false;    // no white space before it
    bool capital = false;  // begins with a capital letter
    bool breaks = false;   // it begins the stretch, a paragraph, or a line that does not go on with the one before
    int number = -1;       // value of at most eight digits, else -1
};

/// Words of `text` inside `stretch`. `lower` is text::ascii_lower(text). Linear in the stretch.
std::vector<Word> cut_words(std::string_view text, std::string_view lower, text::Span stretch);

/// Words with bounds checks: what lies outside is an empty mark. Points to the vector, which must outlive it.
class Words {
  public:
    explicit Words(const std::vector<Word>& words) : words_(&words) {}

    [[nodiscard]] std::size_t size() const { return words_->size(); }
    [[nodiscard]] const Word& at(std::size_t i) const { return i < words_->size() ? (*words_)[i] : kNone; }
    [[nodiscard]] const Word& before(std::size_t i, std::size_t back = 1) const {
        return i >= back ? at(i - back) : kNone;
    }
    [[nodiscard]] bool is(std::size_t i, std::string_view word) const { return at(i).lower == word; }
    [[nodiscard]] bool any(std::size_t i, std::initializer_list<std::string_view> words) const {
        for (const auto word : words) {
            if (at(i).lower == word) return true;
        }
        return false;
    }
    [[nodiscard]] bool digits(std::size_t i) const { return at(i).kind == WordKind::kDigits && at(i).number >= 0; }
    [[nodiscard]] text::Span span(std::size_t first, std::size_t last) const {
        return {at(first).span.begin, at(last - 1).span.end};
    }

  private:
    static const Word kNone;
    const std::vector<Word>* words_;
};

}  // namespace readout::date
