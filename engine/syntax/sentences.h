#pragma once
// Where sentences end.

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace readout::syntax {

/// No sentence is longer; a longer one is cut.
inline constexpr std::size_t kMaxSentenceTokens = 2000;

/// What a line break inside a block means. A blank line always ends a sentence.
enum class LineBreak : unsigned char { kIsSpace, kEndsSentence };

/// The index behind the last token of each sentence, ascending; the last is tokens.size(). Tokens are those of one
/// block. A closing quotation mark or bracket behind a full stop stays with the sentence before it. Linear time;
/// thread-safe.
std::vector<std::size_t> sentence_ends(std::string_view text, std::span<const text::Span> tokens, LineBreak line_break);

}  // namespace readout::syntax
