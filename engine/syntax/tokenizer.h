#pragma once
// Where the words are, by the conventions of Universal Dependencies English EWT: "don't" is "do" + "n't", "Moscow's" is
// "Moscow" + "'s", "$5" is "$" + "5", "long-term" is three tokens but "non-proliferation" one (an affix), "Gen." and
// "U.S." keep their period, each quotation mark is a token of its own.

#include <string_view>
#include <vector>

#include "text/span.h"

namespace readout::syntax {

/// Appends the tokens of `text[within]` to `out`, in text order. Takes linear time on any input. A code point that is
/// no white space is always part of a token. Thread-safe.
void tokenize(std::string_view text, text::Span within, std::vector<text::Span>& out);

/// A quotation mark or apostrophe of any script at `offset`: its size in bytes, else 0.
std::uint32_t quote_size_at(std::string_view text, std::size_t offset);

}  // namespace readout::syntax
