// readout quotes: who said what, as rows.

#include "publish/quotes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <memory>

#include "gather.h"
#include "publish/brief_words.h"
#include "query/period.h"
#include "query/quotes.h"
#include "record/names.h"
#include "text/fold.h"

namespace readout::apps {
namespace {

constexpr std::size_t kWidestTable = 160;
constexpr const char* kTable = "table";
constexpr const char* kJsonl = "jsonl";
constexpr const char* kCsv = "csv";

struct QuotesOptions {
    Common common;
    std::vector<std::string> inputs;
    std::string store, format, out;
    std::string acts, since, until;  // as typed
    query::Conditions conditions;
};

std::string acts_with(const char* between) {
    return fmt::format("{}", fmt::join(record::Names<record::Act>::kAll, between));
}

/// "deny,reject" into conditions. False, after complaining, when one is no act.
bool take_acts(QuotesOptions& options) {
    for (std::size_t at = 0; at < options.acts.size();) {
        const std::size_t end = std::min(options.acts.find(',', at), options.acts.size());
        const std::string name = options.acts.substr(at, end - at);
        const auto act = record::value_named<record::Act>(text::ascii_lower(name));
        if (!act) {
            complain(fmt::format("--act: \"{}\" is no act; there are {}", name, acts_with(", ")));
            return false;
        }
        options.conditions.acts.push_back(*act);
        at = end + 1;
    }
    return true;
}

bool take_dates(QuotesOptions& options) {
    const auto take = [](const char* option, const std::string& typed, bool first, std::optional<base::Day>& day) {
        if (typed.empty()) return true;
        const auto period = query::parse_period(typed);
        if (period) {
            day = first ? period->from : period->to;
        } else {
            complain(fmt::format("{}: \"{}\" is no date; write 1986-10-12, 1986-10 or 1986", option, typed));
        }
        return period.has_value();
    };
    query::Conditions& conditions = options.conditions;
    if (!take("--since", options.since, true, conditions.since)) return false;
    if (!take("--until", options.until, false, conditions.until)) return false;
    if (!conditions.since || !conditions.until || *conditions.since <= *conditions.until) return true;
    complain(fmt::format("--since {} is after --until {}", options.since, options.until));
    return false;
}

/// What is typed must have letters or digits, else it would ask for nothing.
CLI::Validator has_words() {
    return CLI::Validator(
        [](const std::string& typed) { return std::string(text::fold(typed).empty() ? "has no words" : ""); }, "");
}

/// As asked for, else by the ending of the file to write, else a table on a terminal.
std::string quotes_format(const QuotesOptions& options) {
    if (!options.format.empty()) return options.format;
    if (options.out.empty() || options.out == "-") return ::isatty(STDOUT_FILENO) != 0 ? kTable : kJsonl;
    if (has_ending(options.out, ".csv")) return kCsv;
    return has_ending(options.out, ".txt") ? kTable : kJsonl;
}

void explain_nothing(const query::Answer& answer, const query::Conditions& conditions) {
    if (answer.statements == 0) {
        complain("no statements were found in the reports");
    } else if (!answer.near.empty()) {
        std::string names;
        for (const std::string& name : answer.near) names += (names.empty() ? "" : ", ") + publish::shown_trimmed(name);
        complain(fmt::format("nobody called \"{}\" says anything; the most similar speakers are {}", conditions.speaker,
                             names));
    } else if (!answer.countries.empty()) {
        complain(fmt::format("no speaker is of the country \"{}\"; speakers are of {}", conditions.country,
                             fmt::join(answer.countries, ", ")));
    } else {
        complain(fmt::format("no statement meets all conditions; {} were looked at", answer.statements));
    }
}

/// What the rows do not show.
void report(const query::Answer& answer, const query::Conditions& conditions) {
    if (answer.undated > 0) {
        complain(fmt::format("{} without a date {} left out", answer.undated, answer.undated == 1 ? "was" : "were"));
    }
    if (answer.cut > 0) complain(fmt::format("{} more lie beyond --limit", answer.cut));
    if (answer.quotes.empty() && answer.cut == 0) explain_nothing(answer, conditions);
}

std::string printed(const query::Answer& answer, const QuotesOptions& options) {
    const std::string format = quotes_format(options);
    const bool to_file = !options.out.empty() && options.out != "-";
    if (format == kTable) {
        return publish::quotes_table(answer.quotes, to_file ? kPlainWidth : terminal_width(kWidestTable));
    }
    std::string bytes;
    const auto add = [&bytes](std::string_view line) { bytes += line; };
    if (format == kCsv) {
        publish::write_quotes_csv(answer.quotes, add);
    } else {
        publish::write_quotes_jsonl(answer.quotes, add);
    }
    return bytes;
}

int run_quotes(QuotesOptions options) {
    if (!take_acts(options) || !take_dates(options)) return kFailed;
    if (!may_write(options.out, options.inputs, options.store)) return kFailed;
    const std::optional<Woven> woven = read_and_weave(options.common, options.inputs, options.store);
    if (!woven) return kFailed;
    const query::Answer answer = query::find_quotes(pointers_to(woven->readings), woven->weave, options.conditions);
    const std::string bytes = printed(answer, options);
    if (options.out.empty() || options.out == "-") {
        write_out(bytes);
    } else if (!write_file(options.out, bytes)) {
        return kFailed;
    }
    report(answer, options.conditions);
    return woven->all_read ? kDone : kSomeFailed;
}

void add_conditions(CLI::App& command, QuotesOptions& options) {
    query::Conditions& conditions = options.conditions;
    const CLI::Validator words = has_words();
    command.add_option("--speaker", conditions.speaker, "Said by somebody with this name or alias (Gorbachev, Moscow)")
        ->check(words);
    command.add_option("--country", conditions.country, "Said by a state or its people: a code (RUS) or its name")
        ->check(words);
    command.add_option("--to", conditions.addressee, "Said to somebody with this name or alias")->check(words);
    command.add_option("--about", conditions.about, "All these words are in it, or words that begin so")->check(words);
    command.add_option("--act", options.acts, "It does one of these, with commas between: " + acts_with(" "))
        ->check(words);
    command
        .add_option("--since", options.since, "Said on this day, month or year (1986-10-12, 1986-10, 1986) or later")
        ->check(words);
    command.add_option("--until", options.until, "Said on this day, month or year or earlier")->check(words);
    command
        .add_option("--outlet", conditions.outlet,
                    "Told by an outlet or agency with these words in its name; by a report's name if it has neither")
        ->check(words);
    command.add_option("--limit", conditions.limit, "No more than so many rows")->check(CLI::Range(1, 1'000'000'000));
    command.add_flag("--all", conditions.each_copy,
                     "A row for each report, also where a copy says what its source says");
}

}  // namespace

void add_quotes(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<QuotesOptions>();
    CLI::App* command = app.add_subcommand("quotes", "Who said what: statements by speaker, subject, act or date");
    command->add_option("inputs", options->inputs,
                        "Files, folders, globs, or - for standard input. With --store they may be left out");
    add_conditions(*command, *options);
    command
        ->add_option("--format", options->format,
                     "table (for people; default on a terminal), jsonl (default otherwise) or csv")
        ->check(CLI::IsMember({kTable, kJsonl, kCsv}));
    command->add_option("-o,--output", options->out,
                        "Write to this file; without --format its ending tells the form (.csv, .jsonl, .txt)");
    add_store(*command, options->store);
    add_common(*command, options->common);
    command->footer(
        "Examples:\n"
        "  readout quotes reports/ --speaker Gorbachev                           what one person said\n"
        "  readout quotes --store news.db --act deny,reject --since 2024         denials and refusals since January "
        "2024\n"
        "  readout quotes reports/ --country USA --about \"arms cut\" -o usa.csv   for a spreadsheet");
    command->callback([options, &exit_code] { exit_code = run_quotes(*options); });
}

}  // namespace readout::apps
