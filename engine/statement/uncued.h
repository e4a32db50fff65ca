#pragma once
// Quotations that no reporting word claims: the rest of a quotation of several paragraphs, a quotation that follows one
// just attributed, one that stands alone, one behind "Name:", and headlines of the form "Speaker: words".

#include <span>
#include <string_view>
#include <vector>

#include "record/report.h"
#include "statement/draft.h"
#include "statement/words.h"

namespace readout::statement {

/// Adds to `drafts` what the quotations of the report still need: new drafts, or contents of drafts already there.
/// `segments` are those outside all quotations, in text order; `skipped` marks blocks that are turns of a transcript.
void add_uncued(std::span<const Segment> segments, std::span<const Quote> quotes, const record::Report& report,
                const std::vector<bool>& skipped, std::vector<Draft>& drafts);

}  // namespace readout::statement
