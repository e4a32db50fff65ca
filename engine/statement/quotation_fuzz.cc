// Any bytes as text, cut into blocks at empty lines: quotations must lie in their block and in their parent.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "statement/quotation.h"

using readout::record::Block;
using readout::record::BlockKind;
using readout::statement::kNone;
using readout::statement::Quote;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    std::vector<Block> blocks;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find("\n\n", begin), text.size());
        blocks.push_back(
            {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, BlockKind::kParagraph, ""});
        begin = end + 2;
    }
    const std::vector<Quote> quotes = readout::statement::find_quotations(text, blocks);
    for (const Quote& quote : quotes) {
        RO_CHECK(quote.outer.contains(quote.inner) && !quote.inner.empty());
        RO_CHECK(blocks[quote.block].span.contains(quote.outer));
        RO_CHECK(quote.parent == kNone || quotes[static_cast<std::size_t>(quote.parent)].outer.contains(quote.outer));
    }
    return 0;
}
