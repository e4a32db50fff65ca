#pragma once
// A name once is a name wherever the report repeats it.

#include <string_view>

#include "record/syntax.h"

namespace readout::syntax {

/// Adds to `syntax.names` the words that stand elsewhere in the report as a name, letter for letter, where no name is
/// seen yet: one sentence may tell what the next leaves open (label consistency within a document: Krishnan and
/// Manning, ACL 2006). Longer names go first; a name of several kinds gives that of its first place. A single word must
/// have three letters and be tagged a noun or proper noun. Names end in text order. Linear in the words for names of a
/// few words.
void add_repeated_names(std::string_view text, record::Syntax& syntax);

}  // namespace readout::syntax
