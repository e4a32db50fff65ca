// Which files the arguments of a command mean.
#include <glob.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>

#include "intake/intake.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace readout::intake {
namespace {

namespace fs = std::filesystem;

/// A name of any bytes as valid UTF-8: it is printed.
std::string valid(const std::string& name) {
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
        const text::Decoded point = text::decode_at(name, at);
        text::append_utf8(out, point.point);
        at += point.size;
    }
    return out;
}

Input input_of(const std::string& path) {
    return path == "-" ? Input{"-", "stdin"} : Input{path, valid(fs::path(path).filename().string())};
}

bool is_hidden(const fs::path& path) {
    return path.filename().string().starts_with('.');
}

/// What lies in a folder by chance (a page about it, a script, a picture) is no report: of folders only files with
/// these endings are taken, or with none. A file that is named is always read.
bool may_be_report(const fs::path& path) {
    static constexpr std::array<std::string_view, 16> kEndings{".txt",   ".text", ".jsonl", ".ndjson", ".html", ".htm",
                                                               ".xhtml", ".warc", ".xml",   ".rss",    ".atom", ".gz",
                                                               ".zst",   ".news", ".story", ""};
    return std::find(kEndings.begin(), kEndings.end(), text::ascii_lower(path.extension().string())) != kEndings.end();
}

using Tell = std::function<void(std::string)>;

/// All files of reports below a folder. Links to folders are not followed, so there are no circles.
std::vector<std::string> files_below(const std::string& folder, const Tell& failed, const Tell& passed_over) {
    std::vector<std::string> files;
    std::set<std::string> endings;  // of what is passed over
    std::size_t passed = 0;
    std::error_code error;
    fs::recursive_directory_iterator at(folder, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        std::error_code ignored;
        if (is_hidden(at->path())) {
            at.disable_recursion_pending();
        } else if (at->is_directory(ignored)) {
            const bool readable = fs::directory_iterator(at->path(), ignored) != fs::directory_iterator() || !ignored;
            if (!readable) {
                at.disable_recursion_pending();
                failed(at->path().string() + ": cannot be opened (" + ignored.message() + "); check its permissions");
            }
        } else if (at->is_regular_file(ignored) && may_be_report(at->path())) {
            files.push_back(at->path().string());
        } else if (at->is_regular_file(ignored)) {
            ++passed;
            constexpr std::size_t kMost = 5;
            if (endings.size() < kMost) endings.insert(valid(at->path().extension().string()));
        }
    }
    if (error) {
        failed(folder + ": cannot be read (" + error.message() + "); check its permissions");
    } else if (files.empty()) {
        failed(folder +
               ": the folder holds no reports (.txt, .jsonl); name the files themselves if they are called otherwise");
    } else if (passed > 0 && passed_over) {
        std::string list;
        for (const std::string& ending : endings) list += (list.empty() ? "" : ", ") + ending;
        passed_over(folder + ": " + std::to_string(passed) + (passed == 1 ? " file" : " files") +
                    " passed over, by ending (" + list + "); name a file to have it read");
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<std::string> matches(const std::string& pattern) {
    glob_t found{};
    std::vector<std::string> paths;
    // Sorted here by bytes: glob(3) would ask the locale.
    if (glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found) == 0) {
        paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
    }
    globfree(&found);
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::vector<std::string> files_of(const std::string& argument, const Tell& failed, const Tell& passed_over) {
    if (argument == "-") return {argument};
    std::error_code error;
    const fs::file_status status = fs::status(argument, error);
    if (fs::is_directory(status)) return files_below(argument, failed, passed_over);
    if (fs::exists(status)) return {argument};
    if (argument.find_first_of("*?[") == std::string::npos) {
        const bool missing = status.type() == fs::file_type::not_found;
        failed(argument + (missing ? ": no such file or folder; check the path"
                                   : ": cannot be reached (" + error.message() + "); check its permissions"));
        return {};
    }
    std::vector<std::string> files;
    const std::vector<std::string> found = matches(argument);
    if (found.empty()) failed(argument + ": no file matches this pattern; check it");
    for (const std::string& path : found) {
        if (!fs::is_directory(path, error)) {
            files.push_back(path);
            continue;
        }
        const std::vector<std::string> below = files_below(path, failed, passed_over);
        files.insert(files.end(), below.begin(), below.end());
    }
    return files;
}

}  // namespace

std::vector<Input> expand(const std::vector<std::string>& arguments, const Tell& failed, const Tell& passed_over) {
    std::vector<Input> inputs;
    std::set<std::string> seen;
    for (const std::string& argument : arguments) {
        for (const std::string& path : files_of(argument, failed, passed_over)) {
            if (seen.insert(path).second) inputs.push_back(input_of(path));
        }
    }
    return inputs;
}

}  // namespace readout::intake
