#pragma once
// Tags that the letters of a word rule out.

#include <string_view>

#include "record/syntax.h"

namespace readout::syntax {

/// The network tags some words by what they mean rather than by their form ("threatened" as a modal, "and" as a comma).
/// Where the letters leave no choice, universal and Penn tag are set by them: a verb in "-ed" is past tense or, behind
/// "have" or "be" with nothing but adverbs and "not" between, a participle; so is any past tense behind "have"; a verb
/// in "-s" is present. "Was" and "were" are past; "and" and "or" join; "wo", "ca" and "sha" before "n't" are modals;
/// brackets are marks. Features and trees stay as the network gave them. `text` is that of the tokens' spans. Pure,
/// linear in the words.
void mend_closed_forms(std::string_view text, record::Syntax& syntax);

}  // namespace readout::syntax
