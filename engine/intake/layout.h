#pragma once
// The parts of a report's text: which lines are headline, byline, article, furniture.

#include <string>
#include <string_view>
#include <vector>

#include "record/report.h"

namespace readout::intake {

/// What stands before `text` in a report that came with a separate title: the title and an empty line, or nothing when
/// there is no title or the text's first line is that title.
std::string title_prefix(std::string_view title, std::string_view text);

/// What is known besides the text.
struct LayoutHints {
    std::string_view title;   // as given; empty when the text is all there is
    std::string_view outlet;  // as given
};

/// Blocks tile all of the text but white space, in order, each trimmed. `title`, `byline` and `agency` are words of the
/// text (or the given title), empty when there are none.
struct Layout {
    std::vector<record::Block> blocks;
    std::vector<record::Note> notes;
    std::string title, byline, dateline, agency, language;
};

/// Linear in the size of `text`. REQUIRES: valid UTF-8, '\n' line ends.
Layout lay_out(std::string_view text, const LayoutHints& hints);

}  // namespace readout::intake
