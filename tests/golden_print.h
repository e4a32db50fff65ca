#pragma once
// The record in the form of golden cases: every span with its offsets (code points) and its words.

#include <string>
#include <vector>

#include "record/reading.h"

namespace readout::golden {

/// All records of one kind ("statement", "event", "date", "mention", "block", "note", "published", "sentence",
/// "token"), in text order, each with its indented parts as lines of their own.
std::vector<std::string> print_kind(const std::string& kind, const record::Reading& reading);

/// All records of one kind across reports ("copy", "story", "dispute", "open_question"), sorted.
std::vector<std::string> print_woven(const std::string& kind, const std::vector<record::Reading>& readings,
                                     const record::Weave& weave);

/// The kinds that a room's cases may name, the main kind first.
std::vector<std::string> kinds_of_room(const std::string& room);

}  // namespace readout::golden
