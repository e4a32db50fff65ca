#pragma once
// A statement before its speaker is resolved, its act judged and its place in others found.

#include <optional>
#include <string>
#include <vector>

#include "record/statement.h"
#include "statement/lexicon.h"
#include "statement/quotation.h"

namespace readout::statement {

struct Draft {
    std::optional<Span> speaker;
    bool context_speaker = false;  // no words: whoever spoke last
    std::optional<Span> named_by;  // no words of its own, but these say who ("‘Never’: minister rejects plan")
    bool direct = false;           // a turn of a transcript: the very words without marks
    std::optional<Span> cue;
    std::string lemma;
    std::vector<Span> content;               // in text order
    std::vector<std::int32_t> whole_quotes;  // for each content: the quotation it is all of, or kNone
    bool unquoted = false;                   // some content is not a whole quotation
    std::optional<Span> addressee, medium;
    record::Act act = record::Act::kAssert;
    bool neutral = true;  // the cue says nothing about the act: the content decides
    bool negated = false;
    bool shares_content = false;  // a source cited for another statement: inside it although contents are equal
    bool as_clause = false;       // "as the Herald reported": nothing but a saying is built so
    bool awaits_block = false;    // "wrote:" ends the paragraph: the next ones are the content
    std::int32_t level = kNone;
    std::uint32_t block = 0;
    Span sentence;  // the segment in which the cue stands

    void add(Span span, std::int32_t whole_quote) {
        content.push_back(span);
        whole_quotes.push_back(whole_quote);
        unquoted = unquoted || whole_quote == kNone;
    }
    void clear_content() {
        content.clear();
        whole_quotes.clear();
        unquoted = false;
    }
    /// Says what `other` says.
    void share_content(const Draft& other) {
        content = other.content;
        whole_quotes = other.whole_quotes;
        unquoted = other.unquoted;
    }
    [[nodiscard]] bool all_quoted() const { return direct || (!unquoted && !whole_quotes.empty()); }
};

}  // namespace readout::statement
