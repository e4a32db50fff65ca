#pragma once
// One report's words with the features that every step of the resolver asks for.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/reading.h"

namespace readout::entity {

using record::Span;
using record::Upos;

/// Half-open range of indices in Page::words.
struct Range {
    std::uint32_t begin = 0, end = 0;
    auto operator<=>(const Range&) const = default;
    [[nodiscard]] std::uint32_t size() const { return end - begin; }
    [[nodiscard]] bool empty() const { return begin == end; }
};

/// What the network takes a word for.
enum class NameHint : unsigned char { kNone, kPerson, kPlace, kOrganisation };

struct Word {
    Span span;
    std::string_view text;
    std::string fold;         // text::fold(text): empty for punctuation; of "PM" the head noun of the office
    std::string_view office;  // of "PM" the office in full, else empty
    std::string_view lemma, xpos;
    Upos upos = Upos::kX;
    std::uint32_t sentence = 0;
    bool capital = false;  // begins with an upper-case letter
    bool caps = false;     // two letters or more, all upper case
    bool opens = false;    // first word of its sentence, or first after an opening mark or colon
    bool joined = false;   // the word before ends where this one begins
    bool quoted = false;   // inside quotation marks
    bool hyphen = false;   // a hyphen that joins the words beside it
    NameHint hint = NameHint::kNone;
    bool begins_name = false;  // the first of those with its hint

    [[nodiscard]] bool is(Upos tag) const { return upos == tag; }
    [[nodiscard]] bool is_noun() const { return upos == Upos::kNoun || upos == Upos::kPropn; }
};

/// What holds for all words of a sentence.
struct Line {
    Range words;
    std::uint32_t block = 0;
    bool styled = false;    // a headline in capitals or title case: capitals tell nothing
    bool headline = false;  // in a headline or heading block
};

/// A quotation mark that may stand behind what is said, of any kind.
bool is_quote(std::string_view text);

/// Points into the reading, which must outlive it.
struct Page {
    explicit Page(const record::Reading& reading);

    [[nodiscard]] const Word& operator[](std::uint32_t index) const { return words[index]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(words.size()); }
    [[nodiscard]] Span span_of(Range range) const {
        return {words[range.begin].span.begin, words[range.end - 1].span.end};
    }
    [[nodiscard]] std::string_view text_of(Range range) const {
        return text::words_at(reading.report.text, span_of(range));
    }
    [[nodiscard]] const Line& line_of(std::uint32_t word) const { return lines[words[word].sentence]; }
    /// True when both words are in one sentence. REQUIRES: both are words of the page.
    [[nodiscard]] bool same_line(std::uint32_t a, std::uint32_t b) const {
        return words[a].sentence == words[b].sentence;
    }
    /// True when `index` is a word of the page in the sentence of `beside`.
    [[nodiscard]] bool within(std::uint32_t index, std::uint32_t beside) const {
        return index < size() && same_line(index, beside);
    }

    /// The word behind "last night", "on Monday", "yesterday" when that begins at `i`; `i` when none does.
    [[nodiscard]] std::uint32_t past_time(std::uint32_t i) const;
    /// "Question:", "Q:" at the beginning of a line of a transcript.
    [[nodiscard]] bool is_question_label(std::uint32_t i) const;

    const record::Reading& reading;
    std::vector<Word> words;
    std::vector<Line> lines;

  private:
    void mend_tags();
    void mark_names();
    void mark_quotations();
    void mark_style();
};

}  // namespace readout::entity
