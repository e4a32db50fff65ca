#pragma once
// A copy that changes a number, a name or a negation.

#include <vector>

#include "record/story.h"
#include "story/align.h"

namespace readout::story {

/// Between two matches that follow one another in both texts with at most kGap words between them: the differing words,
/// where one side holds a number, a capitalised word or a negation that the other lacks. Mere rewording and cuts are
/// left out.
std::vector<record::Passage> altered_passages(const std::vector<Word>& a, const std::vector<Word>& b,
                                              const std::vector<Match>& matches);

inline constexpr std::size_t kGap = 4;

}  // namespace readout::story
