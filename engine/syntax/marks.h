#pragma once
// What quotation marks do, whichever glyphs a text writes them with: each opens or closes, and belongs to an outer
// quotation or to one inside it. training/reader/marks.py decides the same.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace readout::syntax {

enum class MarkSide : unsigned char { kNone, kOpens, kCloses };

/// kNone: the word is no quotation mark. Apostrophes that stand alone ("the workers' vote") close.
struct MarkUse {
    MarkSide side = MarkSide::kNone;
    bool outer = false;  // as double marks are used; false: as single ones inside them, or an apostrophe
};

/// One for each of `words`, which are all words of one paragraph, as spans of `text`. `goes_on`: the next paragraph
/// begins with a single mark too, so that one that is not closed here may be a quotation of several paragraphs. Linear
/// time.
std::vector<MarkUse> uses_of_marks(std::string_view text, std::span<const text::Span> words, bool goes_on);

/// Is it a word that a quotation within single marks may begin with: ' ‘ ‚ ‛ `?
bool is_single_opener(std::string_view word);

}  // namespace readout::syntax
