#pragma once
// The brief as Markdown (CommonMark). Whatever a report says is escaped: it cannot become a link, HTML or a heading.

#include <string>
#include <string_view>

#include "publish/brief.h"

namespace readout::publish {

std::string brief_markdown(const Brief& brief);

/// `words` such that CommonMark and its GitHub dialect show them as they are, anywhere in a line.
std::string markdown_escaped(std::string_view words);

}  // namespace readout::publish
