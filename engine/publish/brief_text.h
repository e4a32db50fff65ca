#pragma once
// The brief for a terminal or a plain text file.

#include <cstddef>
#include <string>

#include "publish/brief.h"

namespace readout::publish {

struct TextStyle {
    std::size_t width = 80;  // columns; no line is longer unless one word is. REQUIRES: at least 40
    bool bold = false;       // escape sequences for headings and names
};

std::string brief_text(const Brief& brief, const TextStyle& style);

}  // namespace readout::publish
