#pragma once
// The words of a question, made from the words of a clause.

#include <string>
#include <string_view>

#include "claim/story_view.h"

namespace readout::claim {

/// "Did Ruritania agree to a truce?" from "Ruritania has agreed to a truce"; "Is it true that …?" where the clause is
/// not of the form subject, verb of agreement, rest.
std::string ask_whether(const StoryView& view, const Proposition& p);

/// The clause's words on one line, at most `limit` words, without quotation marks at the ends.
std::string short_words(const StoryView& view, const Proposition& p, std::size_t limit);

/// At most some 240 bytes of `words`, cut at a code point.
std::string cut(std::string_view words);

}  // namespace readout::claim
