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
    std::vector<record::Reading> readings;  // by report id; with a store all that it holds
    record::Weave weave;
    std::vector<record::ReportId> own;  // of this run's inputs, sorted; without inputs all
    bool all_read = true;               // false when an input failed
};

/// Reads all inputs and weaves them; with a `store` (a path, or empty) keeps them there first and weaves the whole
/// store. None when nothing could be read or the store cannot be used; then and for each failed input a line was
/// printed to standard error.
std::optional<Woven> read_and_weave(const Common& common, const std::vector<std::string>& inputs,
                                    const std::string& store);

/// May `out` be written? False, after complaining, when it is the store or one of the files to read.
bool may_write(const std::string& out, const std::vector<std::string>& inputs, const std::string& store);

/// Declares --store.
void add_store(CLI::App& command, std::string& store);

/// Prints the run's own readings, and the records across reports that name one of them, as JSON lines.
void print_jsonl(const Woven& woven);

/// Reads only the words of all inputs and prints them as CoNLL-U, by name. The exit code of the command.
int print_conllu(const Common& common, const std::vector<std::string>& inputs);

std::vector<const record::Reading*> pointers_to(const std::vector<record::Reading>& readings);

/// Prints the brief of all stories as text to standard output, as wide as the terminal allows.
void print_text_brief(const Woven& woven);

}  // namespace readout::apps
