#pragma once
// Which statements of copied reports are one?

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "record/reading.h"

namespace readout::query {

/// A statement where one report tells it. Points into the reading.
struct Telling {
    const record::Reading* reading = nullptr;
    const record::Statement* statement = nullptr;
};

/// What is said: the parts of the content as they stand in the report, with " … " between them. Empty when there is
/// none.
std::string words_said(const Telling& telling);

/// A number for each telling. Tellings share a number when their reports are linked by copies, and the same speaker
/// does the same in the same words. Of one report no two share one. Who shares a number does not
/// depend on the order of `tellings`.
std::vector<std::size_t> number_sayings(std::span<const Telling> tellings, const std::vector<record::Copy>& copies);

}  // namespace readout::query
