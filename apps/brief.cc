// readout brief: the story on a page.

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>

#include "gather.h"
#include "publish/brief_html.h"
#include "publish/brief_markdown.h"
#include "publish/brief_text.h"
#include "text/fold.h"

namespace readout::apps {
namespace {

constexpr std::size_t kMost = 100;  // longer lines are hard to read

struct BriefOptions {
    Common common;
    std::vector<std::string> inputs;
    std::string format, out, story, store;
};

publish::TextStyle terminal_style() {
    const std::size_t width = terminal_width(kMost);
    if (::isatty(STDOUT_FILENO) == 0) return {width, false};
    const char* term = std::getenv("TERM");
    const bool plain = term == nullptr || std::strcmp(term, "dumb") == 0 || std::getenv("NO_COLOR") != nullptr;
    return {width, !plain};
}

/// text, md or html: as asked for, else by the ending of the file to write.
std::string format_of(const BriefOptions& options) {
    if (!options.format.empty()) return options.format;
    if (has_ending(options.out, ".html") || has_ending(options.out, ".htm")) return "html";
    return has_ending(options.out, ".md") ? "md" : "text";
}

/// A last argument that is no path names a story.
void split_story(BriefOptions& options) {
    if (!options.story.empty() || options.inputs.size() < (options.store.empty() ? 2U : 1U)) return;
    const std::string& last = options.inputs.back();
    std::error_code none;
    if (last == "-" || last.find_first_of("/.*?[") != std::string::npos || std::filesystem::exists(last, none)) return;
    options.story = last;
    options.inputs.pop_back();
}

/// The stories meant by a number (1 is the biggest), the head of an id, or words of the title.
std::vector<record::StoryId> stories_named(const record::Weave& weave, const std::string& name) {
    const std::vector<const record::Story*> stories = publish::stories_by_size(weave);
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (error == std::errc() && end == name.data() + name.size() && number >= 1 && number <= stories.size()) {
        return {stories[number - 1]->id};
    }
    std::vector<record::StoryId> found;
    const std::string words = text::fold(name);
    for (const record::Story* story : stories) {
        const bool by_id = name.size() >= 4 && story->id.value.rfind(name, 0) == 0;
        const bool by_title = !words.empty() && text::fold(story->title).find(words) != std::string::npos;
        if (by_id || by_title) found.push_back(story->id);
    }
    return found;
}

void complain_of_story(const record::Weave& weave, const std::string& name) {
    complain(fmt::format("{}: names no story (and no file); give its number, the head of its id, or words of its title",
                         name));
    const std::vector<const record::Story*> stories = publish::stories_by_size(weave);
    for (std::size_t i = 0; i < std::min<std::size_t>(stories.size(), 20); ++i) {
        complain(fmt::format("  {} {} {}", i + 1, stories[i]->id.value, stories[i]->title));
    }
}

int run_brief(BriefOptions options) {
    split_story(options);
    if (!may_write(options.out, options.inputs, options.store)) return kFailed;
    const std::optional<Woven> woven = read_and_weave(options.common, options.inputs, options.store);
    if (!woven) return kFailed;
    std::vector<record::StoryId> only;
    if (!options.story.empty()) {
        only = stories_named(woven->weave, options.story);
        if (only.empty()) {
            complain_of_story(woven->weave, options.story);
            return kFailed;
        }
    }
    const publish::Brief brief = publish::build_brief(pointers_to(woven->readings), woven->weave, only);
    const std::string format = format_of(options);
    const publish::TextStyle style = options.out.empty() ? terminal_style() : publish::TextStyle{kPlainWidth, false};
    const std::string page = format == "html" ? publish::brief_html(brief)
                             : format == "md" ? publish::brief_markdown(brief)
                                              : publish::brief_text(brief, style);
    if (options.out.empty() || options.out == "-") {
        write_out(page);
    } else if (!write_file(options.out, page)) {
        return kFailed;
    }
    return woven->all_read ? kDone : kSomeFailed;
}

}  // namespace

void print_text_brief(const Woven& woven) {
    write_out(publish::brief_text(publish::build_brief(pointers_to(woven.readings), woven.weave), terminal_style()));
}

void add_brief(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<BriefOptions>();
    CLI::App* command = app.add_subcommand("brief", "The story on a page: parties, timeline, disputes, sources");
    command->add_option(
        "inputs", options->inputs,
        "Files, folders, globs, or - for standard input; then, if you like, a STORY: its number, the head "
        "of its id, or words of its title. With --store they may be left out");
    command->add_option("--story", options->story, "Only this story, as STORY above");
    command->add_option("--format", options->format, "text, md or html; by the ending of FILE when left out")
        ->check(CLI::IsMember({"text", "md", "html"}));
    command->add_option("-o,--output", options->out, "Write to this file instead of standard output");
    add_store(*command, options->store);
    add_common(*command, options->common);
    command->footer(
        "Examples:\n"
        "  readout brief reports/*.txt                   all stories, the biggest first\n"
        "  readout brief reports/*.txt -o story.html     for a browser, one file\n"
        "  readout brief --store news.db \"peace talks\"   the stories of a store with these words in their title");
    command->callback([options, &exit_code] { exit_code = run_brief(*options); });
}

}  // namespace readout::apps
