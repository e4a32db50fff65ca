#pragma once
// What tagger and lemmas see of a word. training/tagger/features.py computes the same.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/syntax.h"

namespace readout::syntax {

/// How a sentence uses capitals: in headlines they say little.
enum class Style : unsigned char { kNormal, kTitle, kUpper, kLower };

/// Writes to `out` the word for comparing: ASCII lower case, straight apostrophes, numbers by their pattern ("0,0",
/// "0000"), no more than 64 bytes of a longer word; a straight quotation mark says which of its sides have space.
void normalise(std::string_view form, bool space_before, bool space_after, std::string& out);

/// The word in lower case (of any script) with straight apostrophes: what lemmas are looked up by.
std::string lower_case(std::string_view form);

/// 0 lower, 1 capital first, 2 capitals, 3 capitals inside, 4 with digit, 5 marks only, 6 one capital; + 8 with hyphen,
/// + 16 with period inside.
std::uint8_t shape_of(std::string_view form);

/// Of the words of one sentence and their shapes.
Style style_of(std::span<const std::uint8_t> shapes, std::span<const record::Token> words);

}  // namespace readout::syntax
