#pragma once
// The words of a report as attribution sees them: one line of words for each level of quotation, in which a quotation
// one level deeper is a single opaque word. So "who said it" is looked for outside the marks only, and what is said
// inside the marks is read again as a text of its own.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/reading.h"
#include "statement/quotation.h"

namespace readout::statement {

/// A token, or a whole quotation (then `quote` is its index and `lower` is empty). `lower` is the token in lower case.
struct Word {
    Span span;
    std::string lower;
    std::string_view tag;    // Penn tag; "QUOTE" for a quotation
    std::string_view lemma;  // of the syntax room
    std::int32_t quote = kNone;
    bool stopped = false;  // a quotation that ends with a point or comma: a clause of its own

    [[nodiscard]] bool is_quote() const { return quote != kNone; }
    [[nodiscard]] bool is(std::string_view word) const { return lower == word; }
};

/// A sentence of one level: words [0, size()) from words[0].
struct Segment {
    std::span<const Word> words;
    std::int32_t level = kNone;  // the quotation whose words these are; kNone outside all
    std::uint32_t block = 0;

    [[nodiscard]] std::size_t size() const { return words.size(); }
    [[nodiscard]] const Word& operator[](std::size_t i) const { return words[i]; }
    [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
        return {words[begin].span.begin, words[end - 1].span.end};
    }
};

/// The words of one block, level by level, cut into segments in text order. Owns the words; views into `reading`.
class BlockWords {
  public:
    BlockWords(const record::Reading& reading, std::span<const Quote> quotes, std::uint32_t block);
    BlockWords(const BlockWords&) = delete;
    BlockWords& operator=(const BlockWords&) = delete;

    /// Outer levels first; within a level in text order.
    [[nodiscard]] const std::vector<Segment>& segments() const { return segments_; }

  private:
    struct Level {
        std::int32_t quote = kNone;
        std::vector<Word> words;
        std::vector<bool> begins_sentence;  // by the sentences of the syntax room
    };
    void fill(const record::Reading& reading, std::span<const Quote> quotes, std::uint32_t block);
    void cut(Level& level, std::uint32_t block, std::string_view text, std::span<const Quote> quotes);

    std::vector<Level> levels_;
    std::vector<Segment> segments_;
};

// --- what a word is. Tags may be wrong, so closed classes go by the word itself.

bool is_noun(const Word& w);        // NN*, and capitalised unknowns
bool is_pronoun(const Word& w);     // personal, and "who", "everybody", "both", "this" standing alone
bool is_determiner(const Word& w);  // articles, demonstratives, possessives, quantifiers
bool is_adjective(const Word& w);
bool is_number(const Word& w);
bool is_adverb(const Word& w);
bool is_auxiliary(const Word& w);  // be, have, do, modals and their negated forms
bool is_modal(const Word& w);
bool is_be(const Word& w);
bool is_have(const Word& w);
bool is_negation(const Word& w);  // not, n't, never, neither, nor
bool is_finite(const Word& w);    // VBD VBZ VBP MD and finite auxiliaries
bool is_any_verb(const Word& w);
bool is_preposition(const Word& w);
bool is_coordinator(const Word& w);   // and, but, or, nor, yet
bool is_subordinator(const Word& w);  // while, although, because, when …
bool is_wh(const Word& w);            // what, whether, how, …
bool is_comma(const Word& w);
bool is_dash(const Word& w);
bool is_stop(const Word& w);  // . ? ! …
bool is_punctuation(const Word& w);
bool is_time_word(const Word& w);  // Monday, March, yesterday, night …

/// "photos", "analysis", "update": before a colon it tells what kind of piece follows, and nobody says it. Lower case.
bool is_rubric(std::string_view word);

}  // namespace readout::statement
