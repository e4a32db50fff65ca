// readout export: all that a store holds, in a form for other programs.

#include <memory>

#include "gather.h"

namespace readout::apps {
namespace {

struct ExportOptions {
    Common common;
    std::string store, form;
};

int run_export(const ExportOptions& options) {
    const std::optional<Woven> woven = read_and_weave(options.common, {}, options.store);
    if (!woven) return kFailed;
    print_jsonl(*woven);
    return kDone;
}

}  // namespace

void add_export(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<ExportOptions>();
    CLI::App* command = app.add_subcommand("export", "All that a store holds, for other programs");
    command->add_option("--store", options->store, "The store to print")->required();
    command->add_option("--as", options->form, "jsonl: what one read of all inputs would print")
        ->default_val("jsonl")
        ->check(CLI::IsMember({"jsonl"}));
    add_common(*command, options->common);
    command->footer("Example:\n  readout export --store news.db --as jsonl > all.jsonl");
    command->callback([options, &exit_code] { exit_code = run_export(*options); });
}

}  // namespace readout::apps
