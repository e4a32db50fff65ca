#include "intake/layout.h"

#include "base/table.h"
#include "intake/lines.h"

namespace readout::intake {

Layout lay_out(std::string_view text, const LayoutHints& hints) {
    Layout layout;
    const std::vector<Unit> units = units_of(text);
    for (std::size_t i = 0; i < units.size(); ++i) {
        const std::string_view words = words_at(text, units[i].span);
        const bool short_line = words.size() < 160 && !words.ends_with('.') && units.size() > 1;
        const bool headline = i == 0 && (short_line || words == base::trim(hints.title));
        if (headline) layout.title = std::string(words);
        layout.blocks.push_back(
            {units[i].span, headline ? record::BlockKind::kHeadline : record::BlockKind::kParagraph, ""});
    }
    if (!base::trim(hints.title).empty()) layout.title = std::string(base::trim(hints.title));
    return layout;
}

}  // namespace readout::intake
