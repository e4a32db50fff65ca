#pragma once
// A run: inputs in, readings and their weave out. The one header for people outside, with machine.h.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "pipeline/machine.h"
#include "record/reading.h"

namespace readout::pipeline {

/// How far a run is. `bytes_total` is the size of all input files, 0 when unknown (standard input); `bytes_done` counts
/// the text read so far, so their ratio is an estimate.
struct Progress {
    std::size_t reports_done = 0;
    std::uint64_t bytes_done = 0, bytes_total = 0;
};

/// Called now and then from the calling thread while reports are read. May be empty.
using ProgressSink = std::function<void(const Progress&)>;

/// Where readings are kept while a run goes on. Both may be empty.
struct Shelf {
    /// True when the report was read before and need not be read again.
    std::function<base::Result<bool>(const record::Report&)> meet;
    /// Takes each batch of readings as soon as it is done.
    std::function<base::Result<void>(std::span<const record::Reading>)> put;
};

/// How much is read of a report: all that it says, or only its words (with tags and trees), of every block.
enum class Depth : unsigned char { kWords, kAll };

struct Gathered {
    std::vector<record::Reading> readings;  // each report that was read, once, sorted by id
    std::vector<record::ReportId> ids;      // of all reports that came in, sorted
    std::vector<std::string> failures;      // one line for a person each, in the order of the inputs
    std::vector<std::string> passed_over;   // the same, of folders with files that were not read
    std::optional<base::Error> not_kept;    // why the shelf failed; the run ended there
};

/// Reads all inputs (files, folders, globs, "-") on `jobs` threads. Equal reports become one that lists all its files.
/// The result does not depend on the order of inputs nor on `jobs`, but for the order of failures.
Gathered gather(const Machine& machine, const std::vector<std::string>& inputs, std::size_t jobs,
                const ProgressSink& progress, const Shelf& shelf = {}, Depth depth = Depth::kAll);

/// Makes report names unique within the set: different reports with one name get ~2, ~3 in the order of their ids.
void make_names_unique(std::vector<record::Reading>& readings);

}  // namespace readout::pipeline
