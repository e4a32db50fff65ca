#pragma once
// The words of reports in CoNLL-U (universaldependencies.org/format), for tools that take trees and tags.

#include <functional>
#include <string_view>

#include "record/reading.h"

namespace readout::publish {

/// Writes one report: "# newdoc id", "# newpar" before each block, sentences with ten columns. MISC holds SpaceAfter=No
/// and, as Begin and End, the word's place in code points of the report's text, then Name, Time, Source, Cue and
/// Content as B and I of runs of words. Called from the caller's thread only.
void write_conllu(const record::Reading& reading, const std::function<void(std::string_view)>& sink);

}  // namespace readout::publish
