#pragma once
// Tags that the letters of a word rule out.

#include <string_view>

#include "record/syntax.h"

namespace readout::syntax {

/// A small treebank leaves rare verbs to their meaning: "threatened" is taken for a modal. A verb that ends in "-ed" is
/// past tense or a past participle: the participle behind "have" or "be" (adverbs between), else the past tense if it
/// was neither. "And", "or" and "but" are no punctuation. "Wo", "ca" and "sha" before "n't" are modals.
void mend_verb_forms(std::string_view text, record::Syntax& syntax);

}  // namespace readout::syntax
