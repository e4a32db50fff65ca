#pragma once
// One spelling for words that names of bodies have in two.

#include <string>

namespace readout::text {

/// "Norwegian Defense Ministry" -> "Norwegian Defence Ministry". Words of the name of a body that American and British
/// English write differently; a capital stays one. Words all in capitals, and all others, are left as they are.
std::string in_british_spelling(std::string name);

}  // namespace readout::text
