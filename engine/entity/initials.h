#pragma once
// The initials that a body is also called by.

#include <string>
#include <string_view>
#include <vector>

#include "entity/cast.h"

namespace readout::entity {

/// Folded, without small words: "cgr" of "Compagnie des Gros Rochers".
std::string initials_of(const std::vector<Unit>& units);

/// With the small words, but for "the": "Union of the Ports" is also "UoP".
std::string initials_with_links(const std::vector<Unit>& units);

/// "UoP": a short word that begins and ends with a capital.
bool are_initials(std::string_view word);

/// "H&H" as it is folded, of "hh".
std::string with_ampersand(const std::string& initials);

}  // namespace readout::entity
