#pragma once
// Noun phrases and small adjuncts, from tags alone. All positions are word indices of one segment, ranges half-open.

#include <cstddef>
#include <optional>

#include "statement/words.h"

namespace readout::statement {

/// Words [begin, end) of a segment.
struct Range {
    std::size_t begin = 0, end = 0;
    [[nodiscard]] bool empty() const { return begin >= end; }
};

/// How far a phrase may reach beyond its head.
enum class Attach : unsigned char { kNothing, kOf, kAll };  // nothing; "of …"; also "for, in, at, from …" that name it

/// One past the noun phrase that begins at `at`; `at` itself when none does.
std::size_t noun_phrase_end(const Segment& s, std::size_t at, Attach attach);

/// The first word of the noun phrase that ends before `end`; `end` itself when none does.
std::size_t noun_phrase_begin(const Segment& s, std::size_t end, Attach attach);

/// "nobody", "none of them", "no minister": whoever they are, they did not say it.
bool is_nobody(const Segment& s, Range phrase);

/// One past the noun phrase at `at` that is the subject of a finite verb right behind it; `at` when there is none.
std::size_t subject_end(const Segment& s, std::size_t at);

/// One past an expression of time that begins at `at` ("on Monday", "last week", "two years ago"); `at` when none does.
std::size_t time_end(const Segment& s, std::size_t at);

/// The first word of an expression of time that ends before `end`; `end` when none does.
std::size_t time_begin(const Segment& s, std::size_t end);

/// One past "in a statement", "outside the court", "by phone": preposition and noun phrase at `at`; `at` when none.
std::size_t prepositional_end(const Segment& s, std::size_t at);

/// "to go", "not to go", "to quietly go".
bool is_infinitive_at(const Segment& s, std::size_t i);

/// Behind ", a former judge," and ", who was born in Oslo," at a comma; the comma itself where none closes.
std::size_t over_inserted(const Segment& s, std::size_t comma);

/// The first finite verb of the clause that begins at `at` with its subject, looking no further than `end`; verbs of
/// relative clauses are passed over. None where no clause begins.
std::optional<std::size_t> clause_verb(const Segment& s, std::size_t at, std::size_t end);

/// The head word of a noun phrase: the last noun before what is attached to it.
std::size_t head_of(const Segment& s, Range phrase);

}  // namespace readout::statement
