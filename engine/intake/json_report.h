#pragma once
// One line of JSONL to the fields of a report. Ours, because a library gives no way back from a string's characters to
// the bytes of the line, and stops at lone surrogates and invalid UTF-8, which here are odd content and no errors.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "intake/decode.h"

namespace readout::intake {

struct JsonReport {
    std::string id, url, outlet, published;
    DecodedText title, text;
    bool has_text = false, has_html = false;
};

inline constexpr std::size_t kMaxJsonDepth = 64;

/// Reads one JSON object. Of a member that stands twice the last counts; unknown members are checked and left out.
/// Numbers are taken as they are written for id, url, outlet and published. `cut` tells that the line was longer than
/// what is given: then an object that breaks off inside the string of "text" is taken with what there is.
/// The error says only what is wrong. Iterative: no recursion on the depth of the input.
base::Result<JsonReport> parse_json_report(std::string_view line, std::size_t text_limit, std::size_t field_limit,
                                           bool cut);

}  // namespace readout::intake
