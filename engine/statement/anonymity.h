#pragma once
// "who asked not to be named": a wish of a source about its name is nothing that it says.

#include <string_view>

#include "statement/draft.h"

namespace readout::statement {

/// Is all that the draft says that somebody will not be named? `text` is the report's.
bool only_hides_name(const Draft& draft, std::string_view text);

}  // namespace readout::statement
