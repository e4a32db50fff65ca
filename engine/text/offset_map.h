#pragma once
// From the reading text back to the bytes that were received.
//
//     received   <p>Caf&eacute; talks</p>         reading   Café talks
//                0  3  6        14                           0  3  5
//     runs       copied [0,3)<-3   made [3,5)<-[6,14)   copied [5,11)<-14
//
// Runs tile the reading text: each begins where the one before ends. In a copied run the bytes are identical.

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace readout::text {

/// Built by appending runs in reading order; afterwards only read, by any number of threads.
class OffsetMap {
  public:
    struct Run {
        Span reading;   // bytes of the reading text
        Span received;  // where they come from; same size when copied; empty for bytes that were added
        bool copied = false;
        bool operator==(const Run&) const = default;
    };

    /// `size` bytes taken over unchanged from `received_begin`. Joins with the run before where both are continuous.
    void copy(std::uint32_t received_begin, std::uint32_t size);
    /// `size` bytes that stand for `received` (an entity, another charset, a line ending), or for nothing.
    void make(Span received, std::uint32_t size);

    [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }
    [[nodiscard]] std::uint32_t reading_size() const { return runs_.empty() ? 0 : runs_.back().reading.end; }

    /// The received bytes behind a span of the reading text: exact inside copied runs, whole runs where bytes were
    /// made. REQUIRES: reading.end <= reading_size().
    [[nodiscard]] Span to_received(Span reading) const;

    /// True when the runs tile `reading` and every copied run is the same bytes in both. For tests and checks.
    [[nodiscard]] bool holds(std::string_view reading, std::string_view received) const;

  private:
    std::vector<Run> runs_;
};

}  // namespace readout::text
