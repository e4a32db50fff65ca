#pragma once
// The words of a report as copies and stories compare them.

#include <cstdint>
#include <string>
#include <vector>

#include "record/report.h"

namespace readout::story {

/// A run of letters and digits in a block that carries news. `folded` is text::fold of it.
struct Word {
    text::Span span;
    std::string folded;
    std::uint64_t hash = 0;
    bool capital = false;  // begins with an upper case letter
    bool quoted = false;   // stands between quotation marks
};

/// All words of the blocks that carry news, in text order. Linear in the text.
std::vector<Word> words_of(const record::Report& report);

}  // namespace readout::story
