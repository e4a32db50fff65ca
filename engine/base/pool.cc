#include "base/pool.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace readout::base {

std::size_t hardware_threads() {
    return std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

void parallel_for(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next{0};
    const auto run = [&]() noexcept {
        for (std::size_t i = next.fetch_add(1); i < count; i = next.fetch_add(1)) work(i);
    };
    std::vector<std::jthread> others;
    const std::size_t wanted = std::min(threads, count);
    for (std::size_t t = 1; t < wanted; ++t) others.push_back(std::jthread(run));
    run();
}

}  // namespace readout::base
