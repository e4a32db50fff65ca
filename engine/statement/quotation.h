#pragma once
// Quotations: one state machine over the marks of a sequence of blocks.
//
// Each block is scanned for marks (" “ ” « » „ ‘ ’ ' '' `` ‚), each with what its neighbours allow: it can open, close,
// both or neither. A stack of open quotations then decides. What tells apostrophes from single quotation marks, and
// which of two styles a text uses, is in quotation.cc. A quotation that nobody closes ends with its block, unless the
// next block opens with the same mark (a quotation of several paragraphs) or holds its closing mark first: so one lost
// mark costs at most two paragraphs, never the document. Linear in the text.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "record/report.h"
#include "text/span.h"

namespace readout::statement {

using text::Span;

inline constexpr std::int32_t kNone = -1;

/// One quotation inside one block. `outer` holds its marks, `inner` is between them; both are equal at an end without
/// a mark.
struct Quote {
    Span outer;
    Span inner;
    std::uint32_t block = 0;         // index of the block
    std::int32_t parent = kNone;     // the quotation around it
    std::int32_t continues = kNone;  // the quotation of an earlier block that this one carries on
    bool closed = true;              // false: its closing mark is missing, or stands in a later block
};

/// Quotations by (begin, longest first). Blocks that carry no news have none. REQUIRES: block spans lie in `text`.
std::vector<Quote> find_quotations(std::string_view text, std::span<const record::Block> blocks);

}  // namespace readout::statement
