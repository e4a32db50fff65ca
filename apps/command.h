#pragma once
// What the subcommands share. Each subcommand is a file with one function that declares its options and what it does.

#include <CLI/CLI.hpp>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/run.h"

namespace readout::apps {

/// Exit codes of the command.
enum Exit : int {
    kDone = 0,        // everything was read, odd content included
    kSomeFailed = 1,  // some inputs could not be read, all others were
    kFailed = 2,      // nothing could be read, a bad option, a store that cannot be used
};

/// Options that most subcommands take.
struct Common {
    std::string data;      // folder with data/ and models/; empty = found beside the program
    std::size_t jobs = 0;  // threads; 0 = all cores
};

/// Declares --data and --jobs.
void add_common(CLI::App& command, Common& common);

/// The folder with data/ and models/: --data, $READOUT_HOME, PREFIX/share/readout beside the program, or the checkout.
std::string find_data(const Common& common);

std::size_t thread_count(const Common& common);

/// Prints one line to standard error.
void complain(const std::string& line);

/// Shows reports/s and time left on standard error when that is a terminal and the work takes more than a moment.
pipeline::ProgressSink progress_meter();
/// Ends the meter's line.
void end_progress();

/// Writes to standard output; a closed pipe ends the program quietly.
void write_out(std::string_view bytes);
/// To be called at the end: false, after complaining, when something was not written.
bool flush_out();

/// Writes a file; false, after complaining, when it cannot be written.
bool write_file(const std::string& path, const std::string& bytes);
bool has_ending(const std::string& name, const char* ending);

/// Columns of what is not written to a terminal.
inline constexpr std::size_t kPlainWidth = 80;
/// Columns of the terminal that standard output is, from 40 to `most`; else kPlainWidth.
std::size_t terminal_width(std::size_t most);

void add_read(CLI::App& app, int& exit_code);
void add_brief(CLI::App& app, int& exit_code);
void add_quotes(CLI::App& app, int& exit_code);
void add_export(CLI::App& app, int& exit_code);

}  // namespace readout::apps
