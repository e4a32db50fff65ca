#pragma once
// All weavers in their order: readings in, what holds across them out.

#include <vector>

#include "pipeline/machine.h"
#include "record/reading.h"

namespace readout::pipeline {

/// A pure function of the set of readings: sorts them by report id, merges entities within each story (their ids in the
/// readings change), and returns all that was found. REQUIRES: report ids are unique.
record::Weave weave(const Machine& machine, std::vector<record::Reading>& readings);

/// The part of a weave that names at least one of `own` (report ids, sorted), and the entities that this part and the
/// own readings name: what a run over a store prints.
record::Weave about(const record::Weave& weave, const std::vector<record::Reading>& readings,
                    const std::vector<record::ReportId>& own);

}  // namespace readout::pipeline
