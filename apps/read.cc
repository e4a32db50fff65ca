#include <unistd.h>

#include <memory>

#include "command.h"
#include "pipeline/weave.h"
#include "publish/jsonl.h"

namespace readout::apps {
namespace {

struct ReadOptions {
    Common common;
    std::vector<std::string> inputs;
    std::string format;
};

std::vector<const record::Reading*> pointers_to(const std::vector<record::Reading>& readings) {
    std::vector<const record::Reading*> pointers;
    for (const record::Reading& reading : readings) pointers.push_back(&reading);
    return pointers;
}

void print_jsonl(const pipeline::Machine& machine, const std::vector<record::Reading>& readings,
                 const record::Weave& woven) {
    publish::write_run({"readout " READOUT_VERSION, machine.model_version(), machine.lexicon_version()}, write_out);
    const std::vector<const record::Reading*> by_id = pointers_to(readings);
    std::vector<const record::Reading*> by_name = by_id;
    std::sort(by_name.begin(), by_name.end(), [](const record::Reading* a, const record::Reading* b) {
        return std::tie(a->report.name, a->report.id) < std::tie(b->report.name, b->report.id);
    });
    for (const record::Reading* reading : by_name) publish::write_reading(*reading, write_out);
    publish::write_weave(woven, by_id, write_out);
}

int read(const ReadOptions& options) {
    auto machine = pipeline::Machine::load(find_data(options.common));
    if (!machine) {
        complain(machine.error().message);
        return kFailed;
    }
    pipeline::Gathered gathered =
        pipeline::gather(*machine, options.inputs, thread_count(options.common), progress_meter());
    end_progress();
    for (const std::string& failure : gathered.failures) complain(failure);
    if (gathered.readings.empty()) {
        if (gathered.failures.empty()) complain("no reports were found in the inputs");
        return kFailed;
    }
    pipeline::make_names_unique(gathered.readings);
    const record::Weave woven = pipeline::weave(*machine, gathered.readings);
    print_jsonl(*machine, gathered.readings, woven);
    return gathered.failures.empty() ? kDone : kSomeFailed;
}

}  // namespace

void add_read(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<ReadOptions>();
    CLI::App* command = app.add_subcommand("read", "Read reports and print what they say");
    command->add_option("inputs", options->inputs, "Files, folders, globs, or - for standard input (.txt, .jsonl)")
        ->required();
    command
        ->add_option("--format", options->format,
                     "brief (for people; default on a terminal) or jsonl (default otherwise)")
        ->check(CLI::IsMember({"brief", "jsonl"}));
    add_common(*command, options->common);
    command->callback([options, &exit_code] { exit_code = read(*options); });
}

}  // namespace readout::apps
