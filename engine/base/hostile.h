#pragma once
// For tests.

#include <cstddef>

namespace readout::base {

#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool kSanitized = true;
#elif defined(__has_feature)
inline constexpr bool kSanitized = __has_feature(address_sanitizer);
#else
inline constexpr bool kSanitized = false;
#endif

/// How large a text made to be slow is to be: `plain` where its time is measured, a tenth under the address sanitizer,
/// which looks for wrong reads, is some twenty times slower, and finds them in the smaller text too.
constexpr std::size_t hostile_size(std::size_t plain) {
    return kSanitized ? plain / 10 : plain;
}

}  // namespace readout::base
