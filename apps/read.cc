#include <unistd.h>

#include <memory>

#include "gather.h"

namespace readout::apps {
namespace {

struct ReadOptions {
    Common common;
    std::vector<std::string> inputs;
    std::string format, store;
};

int read(const ReadOptions& options) {
    if (options.format == "conllu" && !options.store.empty()) {
        complain("--format conllu prints the words of the inputs and keeps nothing: leave --store out");
        return kFailed;
    }
    if (options.format == "conllu") return print_conllu(options.common, options.inputs);
    const std::optional<Woven> woven = read_and_weave(options.common, options.inputs, options.store);
    if (!woven) return kFailed;
    const bool brief = options.format.empty() ? ::isatty(STDOUT_FILENO) != 0 : options.format == "brief";
    if (brief) {
        print_text_brief(*woven);
    } else {
        print_jsonl(*woven);
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
        ->add_option(
            "--format", options->format,
            "brief (for people; default on a terminal), jsonl (default otherwise) or conllu (words, tags and trees)")
        ->check(CLI::IsMember({"brief", "jsonl", "conllu"}));
    add_store(*command, options->store);
    add_common(*command, options->common);
    command->footer(
        "Examples:\n"
        "  readout read reports/                                      the brief of a folder of reports, on a terminal\n"
        "  readout read day.jsonl --format jsonl > facts.jsonl        every fact as a line of JSON\n"
        "  readout read day.jsonl --store news.db --format jsonl      keep them; compare with all days before");
    command->callback([options, &exit_code] { exit_code = read(*options); });
}

}  // namespace readout::apps
