#pragma once
// What a statement does when its cue does not say ("said", "told"): from its words.

#include <span>

#include "record/reading.h"
#include "statement/draft.h"

namespace readout::statement {

/// A word that denies something stands in what is said: where none does, a network that sees a denial is not believed.
bool may_deny(const Draft& draft, const record::Reading& reading);

/// The act of a draft. A cue that names its act keeps it, but "rejected" and "dismissed" deny where their object is a
/// claim. For neutral cues, and quotations without a cue, the content decides, without what others say in it (`inner`,
/// in text order).
record::Act judge_act(const Draft& draft, std::span<const Span> inner, const record::Reading& reading);

}  // namespace readout::statement
