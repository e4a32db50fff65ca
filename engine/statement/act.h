#pragma once
// What a statement does when its cue does not say ("said", "told"): from its words.

#include <string_view>

#include "record/statement.h"
#include "statement/draft.h"

namespace readout::statement {

/// The act of a draft. A cue that names its act keeps it; the content decides for neutral cues and quotations without
/// one.
record::Act judge_act(const Draft& draft, std::string_view text);

}  // namespace readout::statement
