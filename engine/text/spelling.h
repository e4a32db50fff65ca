#pragma once
// One spelling for words that names of bodies have in two.

#include <string>

namespace readout::text {

/// "Norwegian Defense Ministry" -> "Norwegian Defence Ministry". Words of the name of a body that American and British
/// English write differently; a capital stays one, words in
/// capitals stay as they are. Anything else is left as it is.
std::string in_british_spelling(std::string name);

}  // namespace readout::text
