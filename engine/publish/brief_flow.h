#pragma once
// The pieces of a line as they run on: with spaces between them and quotation marks around quotations. All printers
// use it, so that they agree.

#include <string>
#include <vector>

#include "publish/brief.h"

namespace readout::publish {

/// Pieces become inked words; a space between pieces is part of a kPhrase. Marks of a quotation are ‘ ’ where the words
/// hold double marks themselves, else “ ”.
Pieces flow(const Pieces& pieces);

/// "1:10-20", or "1" for the report as a whole.
std::string cite_words(const BriefCite& cite);

}  // namespace readout::publish
