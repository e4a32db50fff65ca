#pragma once
// For tests.

#include <cstddef>

namespace readout::base {

/// How large a text made to be slow is to be: `plain` where its time is measured, a tenth under the address sanitizer,
/// which looks for wrong reads, is some twenty times slower, and finds them in the smaller text too.
constexpr std::size_t hostile_size(std::size_t plain) {
#if defined(__SANITIZE_ADDRESS__)
    return plain / 10;
#else
    return plain;
#endif
}

}  // namespace readout::base
