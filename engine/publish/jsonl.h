#pragma once
// The record as JSON lines: the contract of docs/formats/jsonl.md. Offsets are code points of the report's text.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "record/reading.h"

namespace readout::publish {

/// Receives one object with its line end. Called from the caller's thread only.
using LineSink = std::function<void(std::string_view)>;

/// Versions that shaped the output; nothing of time, host, path or options.
struct RunHeader {
    std::string tool, model, lexicon;
};

void write_run(const RunHeader& header, const LineSink& sink);

/// One report followed by its dates, events, mentions and statements by (begin, end, type, id).
void write_reading(const record::Reading& reading, const LineSink& sink);

/// Entities, copies, stories, claims, accounts, disputes, positions, each by id. Cites are looked up in `readings`,
/// which must hold every report that the weave names, sorted by report id.
void write_weave(const record::Weave& weave, const std::vector<const record::Reading*>& readings, const LineSink& sink);

}  // namespace readout::publish
