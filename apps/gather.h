#pragma once
// What the commands that read inputs have in common: inputs in, readings and their weave out, failures complained of.

#include <optional>
#include <string>
#include <vector>

#include "command.h"
#include "pipeline/weave.h"

namespace readout::apps {

struct Woven {
    pipeline::Machine machine;
    std::vector<record::Reading> readings;  // by report id
    record::Weave weave;
    bool all_read = true;  // false when an input failed
};

/// Reads and weaves all inputs. None when nothing could be read; then and for each failed input a line was printed to
/// standard error.
std::optional<Woven> read_and_weave(const Common& common, const std::vector<std::string>& inputs);

std::vector<const record::Reading*> pointers_to(const std::vector<record::Reading>& readings);

/// Prints the brief of all stories as text to standard output, as wide as the terminal allows.
void print_text_brief(const Woven& woven);

}  // namespace readout::apps
