#include <CLI/CLI.hpp>
#include <csignal>

#include "command.h"

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_DFL);
    CLI::App app{
        "Reads news reports and works out who said what, who did what to whom, and where the accounts part,\n"
        "each with the words that show it. It gives no verdicts."};
    app.name("readout");
    app.set_version_flag("--version", "readout " READOUT_VERSION);
    app.require_subcommand(1);
    app.footer(
        "Examples:\n"
        "  readout brief reports/*.txt                     the story on a page\n"
        "  readout brief reports/*.txt -o story.html       the same for a browser\n"
        "  readout quotes reports/*.txt --speaker Smith    what one person said\n"
        "  readout read reports.jsonl --format jsonl       every fact as a line of JSON\n"
        "  readout read - --format jsonl < reports.jsonl   from a pipe\n"
        "\n"
        "Exit codes: 0 all was read, 1 some inputs could not be read, 2 nothing could be done.\n"
        "Documentation: docs/guide/ in the source, and man readout.");
    int exit_code = 0;
    readout::apps::add_read(app, exit_code);
    readout::apps::add_brief(app, exit_code);
    readout::apps::add_quotes(app, exit_code);
    readout::apps::add_export(app, exit_code);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? readout::apps::kDone : readout::apps::kFailed;
    }
    return readout::apps::flush_out() ? exit_code : static_cast<int>(readout::apps::kFailed);
}
