#pragma once
// Statements that a reporting word shows: from one segment to drafts.

#include <string_view>
#include <vector>

#include "statement/complement.h"
#include "statement/draft.h"

namespace readout::statement {

/// Drafts of one segment in the order of their cues. `before` is the segment before it in its level and block, or null:
/// a quotation that ends in "?" or "!" may be the content of a tag that the cut made a segment of its own.
std::vector<Draft> read_cues(const CuedSegment& segment, const Segment* before, std::span<const Quote> quotes,
                             std::string_view text);

}  // namespace readout::statement
