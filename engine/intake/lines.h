#pragma once
// Lines of a text and the units they make: a paragraph is one line, or several when it is hard-wrapped.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace readout::intake {

/// One or more lines that belong together, trimmed, never empty.
struct Unit {
    text::Span span;
    std::uint32_t chunk = 0;  // number of the group of lines without an empty line between them
    std::uint32_t lines = 1;
};

/// Without Unicode white space and byte order marks at the ends.
text::Span trimmed(std::string_view text, text::Span span);

inline constexpr std::size_t kMaxUnits = 100'000;

/// All units of the text in order. Every byte outside them is white space. Of a text with more lines than kMaxUnits the
/// last unit holds all that is left.
std::vector<Unit> units_of(std::string_view text);

}  // namespace readout::intake
