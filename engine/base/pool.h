#pragma once
// Work spread over threads. Only `pipeline` creates one.

#include <cstddef>
#include <functional>

namespace readout::base {

/// Calls work(i) for each i in [0, count) on `threads` threads (the caller's among them) and returns when all are done.
/// The order of calls is not defined: write results to slot i. An exception ends the program.
void parallel_for(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& work);

/// The number of hardware threads, at least 1.
std::size_t hardware_threads();

}  // namespace readout::base
