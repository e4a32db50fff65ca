#pragma once
// The words of a question, made from the words of a clause.

#include <optional>
#include <string>
#include <string_view>

#include "claim/story_view.h"

namespace readout::claim {

/// "Did Ruritania agree to a truce?" from "Ruritania has agreed to a truce"; "Is it true that …?" where the clause is a
/// whole sentence of the third person; else "Disputed: “…”" with the words as they stand.
std::string ask_whether(const StoryView& view, const Proposition& p);

/// Tokens [first, last) on one line as a clause that can follow "that" or "whether": a whole sentence of the third
/// person without loose ends. A pronoun at its beginning is replaced by the name it stands for, if `name_pronoun`.
std::optional<std::string> as_clause(const StoryView& view, const Proposition& p, std::uint32_t first,
                                     std::uint32_t last, bool name_pronoun);

/// Tokens [first, last) on one line, if they stand for themselves: no pronoun at the beginning, none of the first or
/// second person, no loose end.
std::optional<std::string> as_phrase(const StoryView& view, const Proposition& p, std::uint32_t first,
                                     std::uint32_t last);

/// The source of the proposition as a question names it: "the embassy", "a spokesman" becomes "the spokesman". Nothing
/// when it has no name.
std::string source_name(const StoryView& view, const Proposition& p);

/// A name for use in a sentence: "unnamed EU diplomat" is "the EU diplomat".
std::string plain_name(std::string_view name);

/// The cited words in quotation marks, cut where too long.
std::string quoted(const StoryView& view, const Proposition& p);

/// The clause's words on one line, at most `limit` words, without quotation marks at the ends.
std::string short_words(const StoryView& view, const Proposition& p, std::size_t limit);

/// At most some 240 bytes of `words`, cut at a code point.
std::string cut(std::string_view words);

}  // namespace readout::claim
