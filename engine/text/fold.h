#pragma once
// Forms of words for comparing: never shown, never cited.

#include <string>
#include <string_view>

namespace readout::text {

/// Lower case, of ASCII letters only. Keeps every byte offset.
std::string ascii_lower(std::string_view text);

/// For comparing names across spellings: compatibility-decomposed, marks removed, case-folded, runs of everything but
/// letters and digits as one space, none at the ends ("Élysée Palace " -> "elysee palace", "U.S." -> "u s"). Uses ICU.
std::string fold(std::string_view text);

bool is_space(char32_t point);  // white space of Unicode, no-break space included
bool is_letter(char32_t point);
bool is_digit(char32_t point);  // ASCII digits
bool is_upper(char32_t point);  // upper or title case letter
bool is_combining(char32_t point);

}  // namespace readout::text
