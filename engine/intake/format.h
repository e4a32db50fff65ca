#pragma once
// What kind of file is this? Told by its first bytes, never by its name.

#include <string>
#include <string_view>

namespace readout::intake {

enum class Form { kText, kJsonl, kRefused };

struct FormVerdict {
    Form form = Form::kText;
    std::string why;  // of a refusal: what it is and what to do
};

/// `head` is the beginning of the file (64 KiB are plenty).
FormVerdict judge_form(std::string_view head);

}  // namespace readout::intake
