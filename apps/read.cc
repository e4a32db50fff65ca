#include <unistd.h>

#include <algorithm>
#include <memory>
#include <tuple>

#include "gather.h"
#include "publish/jsonl.h"

namespace readout::apps {
namespace {

struct ReadOptions {
    Common common;
    std::vector<std::string> inputs;
    std::string format;
};

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
    const std::optional<Woven> woven = read_and_weave(options.common, options.inputs);
    if (!woven) return kFailed;
    const bool brief = options.format.empty() ? ::isatty(STDOUT_FILENO) != 0 : options.format == "brief";
    if (brief) {
        print_text_brief(*woven);
    } else {
        print_jsonl(woven->machine, woven->readings, woven->weave);
    }
    return woven->all_read ? kDone : kSomeFailed;
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
