#include "text/offset_map.h"

#include <algorithm>

#include "base/check.h"

namespace readout::text {

void OffsetMap::copy(std::uint32_t received_begin, std::uint32_t size) {
    if (size == 0) return;
    if (!runs_.empty() && runs_.back().copied && runs_.back().received.end == received_begin) {
        runs_.back().reading.end += size;
        runs_.back().received.end += size;
        return;
    }
    const std::uint32_t begin = reading_size();
    runs_.push_back({{begin, begin + size}, {received_begin, received_begin + size}, true});
}

void OffsetMap::make(Span received, std::uint32_t size) {
    if (size == 0) return;
    const std::uint32_t begin = reading_size();
    runs_.push_back({{begin, begin + size}, received, false});
}

Span OffsetMap::to_received(Span reading) const {
    RO_CHECK(reading.begin <= reading.end && reading.end <= reading_size());
    if (runs_.empty()) return {};
    const auto run_at = [&](std::uint32_t offset) {
        const auto run =
            std::partition_point(runs_.begin(), runs_.end(), [&](const Run& r) { return r.reading.end <= offset; });
        return run == runs_.end() ? runs_.back() : *run;
    };
    const Run first = run_at(reading.begin);
    const std::uint32_t into = reading.begin - first.reading.begin;
    const std::uint32_t begin = first.copied ? first.received.begin + into : first.received.begin;
    if (reading.empty()) return {begin, begin};
    const Run last = run_at(reading.end - 1);
    const std::uint32_t end =
        last.copied ? last.received.begin + (reading.end - last.reading.begin) : last.received.end;
    return {std::min(begin, end), std::max(begin, end)};
}

bool OffsetMap::holds(std::string_view reading, std::string_view received) const {
    std::uint32_t expected = 0;
    for (const Run& run : runs_) {
        if (run.reading.begin != expected || run.reading.empty() || run.received.end > received.size()) return false;
        expected = run.reading.end;
        if (expected > reading.size()) return false;
        if (run.copied && words_at(reading, run.reading) != words_at(received, run.received)) return false;
    }
    return expected == reading.size();
}

}  // namespace readout::text
