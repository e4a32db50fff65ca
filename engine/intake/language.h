#pragma once
// Which language is it written in? Compact Language Detector 2.

#include <string>
#include <string_view>
#include <vector>

#include "record/report.h"

namespace readout::intake {

/// ISO 639-1 of the blocks that carry news, empty when the detector is not sure.
std::string language_of(std::string_view text, const std::vector<record::Block>& blocks);

/// ISO 639-1 of a piece of text, empty when the detector is not sure.
std::string language_of(std::string_view words);

}  // namespace readout::intake
