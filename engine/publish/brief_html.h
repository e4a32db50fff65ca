#pragma once
// The brief as one HTML file that loads nothing: styles inside, no script. Whatever a report says is escaped, and a
// content security policy forbids everything but the styles.

#include <string>
#include <string_view>

#include "publish/brief.h"

namespace readout::publish {

std::string brief_html(const Brief& brief);

/// `words` as text of an element or value of a quoted attribute.
std::string html_escaped(std::string_view words);

/// True for addresses that a brief may link to: http and https.
bool is_web_address(std::string_view url);

/// The style sheet.
extern const std::string_view kBriefStyle;

}  // namespace readout::publish
