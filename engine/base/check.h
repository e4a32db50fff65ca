#pragma once
// A bug ends the program where it is found. Use for what cannot happen, never for what comes from outside.

namespace readout::base {

/// Writes the place and the broken promise to standard error and aborts.
[[noreturn]] void check_failed(const char* file, int line, const char* promise);

}  // namespace readout::base

#define RO_CHECK(promise) ((promise) ? void(0) : ::readout::base::check_failed(__FILE__, __LINE__, #promise))
