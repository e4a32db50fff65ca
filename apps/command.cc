#include "command.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "base/pool.h"

namespace readout::apps {
namespace {

bool meter_shown = false;

std::string folder_of_program() {
    char path[PATH_MAX];
    const ssize_t size = ::readlink("/proc/self/exe", path, sizeof path);
    if (size <= 0) return ".";
    return std::filesystem::path(std::string(path, static_cast<std::size_t>(size))).parent_path().string();
}

bool holds_data(const std::string& folder) {
    std::error_code none;
    return std::filesystem::is_directory(folder + "/data/actors", none);
}

}  // namespace

void add_common(CLI::App& command, Common& common) {
    command.add_option("--data", common.data,
                       "Folder with Readout's data/ and models/ (found by itself when installed)");
    command
        .add_option("--jobs,-j", common.jobs, "Threads; all cores when left out. The answer is the same for any number")
        ->check(CLI::Range(1, 1024));
}

std::string find_data(const Common& common) {
    if (!common.data.empty()) return common.data;
    if (const char* home = std::getenv("READOUT_HOME"); home != nullptr && *home != '\0') return home;
    const std::string beside = folder_of_program() + "/../share/readout";
    if (holds_data(beside)) return beside;
    if (holds_data(READOUT_INSTALL_DATADIR)) return READOUT_INSTALL_DATADIR;
    return READOUT_SOURCE_DIR;
}

std::size_t thread_count(const Common& common) {
    return common.jobs == 0 ? base::hardware_threads() : common.jobs;
}

void complain(const std::string& line) {
    end_progress();
    std::fprintf(stderr, "readout: %s\n", line.c_str());
}

pipeline::ProgressSink progress_meter() {
    if (::isatty(STDERR_FILENO) == 0) return {};
    const auto start = std::chrono::steady_clock::now();
    return [start](const pipeline::Progress& progress) {
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        if (seconds < 1) return;
        std::string line = fmt::format("{} {}, {:.1f} a second", progress.reports_done,
                                       progress.reports_done == 1 ? "report" : "reports",
                                       static_cast<double>(progress.reports_done) / seconds);
        if (progress.bytes_total > progress.bytes_done && progress.bytes_done > 0) {
            const double share = static_cast<double>(progress.bytes_done) / static_cast<double>(progress.bytes_total);
            line += fmt::format(", about {:.0f} s left", seconds / share - seconds);
        }
        std::fprintf(stderr, "\r\033[K%s", line.c_str());
        std::fflush(stderr);
        meter_shown = true;
    };
}

void end_progress() {
    if (!meter_shown) return;
    std::fputs("\r\033[K", stderr);
    meter_shown = false;
}

void write_out(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size()) return;
    complain("the output cannot be written; is the disk full?");
    std::_Exit(kFailed);
}

bool flush_out() {
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return true;
    complain("the output cannot be written; is the disk full?");
    return false;
}

bool write_file(const std::string& path, const std::string& bytes) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    bool written = file != nullptr && std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    if (file != nullptr && std::fclose(file) != 0) written = false;
    if (!written) complain(fmt::format("{}: cannot be written: {}", path, std::strerror(errno)));
    return written;
}

bool has_ending(const std::string& name, const char* ending) {
    const std::size_t size = std::strlen(ending);
    return name.size() > size && name.compare(name.size() - size, size, ending) == 0;
}

std::size_t terminal_width(std::size_t most) {
    constexpr std::size_t kLeast = 40;
    winsize size{};
    if (::isatty(STDOUT_FILENO) == 0 || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
        return kPlainWidth;
    }
    return std::clamp<std::size_t>(size.ws_col, kLeast, most);
}

}  // namespace readout::apps
