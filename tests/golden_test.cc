// Runs every golden case of tests/golden/ROOM/*.txt as a test of its own, named ROOM/title.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "golden_case.h"
#include "golden_print.h"
#include "intake/intake.h"
#include "pipeline/machine.h"
#include "pipeline/weave.h"

namespace readout::golden {
namespace {

const pipeline::Machine& machine() {
    static const auto loaded = [] {
        auto result = pipeline::Machine::load(READOUT_SOURCE_DIR);
        if (!result) ADD_FAILURE() << result.error().message;
        return std::move(result.value());
    }();
    return loaded;
}

record::Reading read(const GoldenReport& golden) {
    intake::RawReport raw;
    raw.name = golden.name;
    raw.outlet = golden.outlet;
    raw.url = golden.url;
    raw.published = golden.published;
    raw.title = golden.title;
    raw.text = golden.text;
    raw.file = golden.name;
    return machine().read(intake::make_report(raw));
}

/// The kinds to compare: those that the expected lines name; of a room's main kind all, when nothing is expected.
std::vector<std::string> kinds_to_compare(const GoldenCase& golden) {
    std::vector<std::string> kinds;
    const std::vector<std::string> known = kinds_of_room(golden.room);
    for (const std::string& kind : known) {
        const auto names_it = [&](const std::string& line) { return line.starts_with(kind + " "); };
        if (std::any_of(golden.expected.begin(), golden.expected.end(), names_it)) kinds.push_back(kind);
    }
    if (kinds.empty() && !known.empty()) kinds.push_back(known.front());
    return kinds;
}

std::vector<std::string> found_in(const GoldenCase& golden) {
    std::vector<record::Reading> readings;
    for (const GoldenReport& report : golden.reports) readings.push_back(read(report));
    std::vector<std::string> lines;
    const bool across = golden.room == "story" || golden.room == "claim";
    const record::Weave woven = across ? pipeline::weave(machine(), readings) : record::Weave{};
    for (const std::string& kind : kinds_to_compare(golden)) {
        const auto found = across ? print_woven(kind, readings, woven) : print_kind(kind, readings.front());
        for (const std::string& line : found) lines.push_back(squeeze(line));
    }
    return lines;
}

/// Lines of a kind stay together in kinds_to_compare's order; across reports they are sorted.
std::vector<std::string> expected_in(const GoldenCase& golden) {
    std::vector<std::string> lines;
    if (golden.expected == std::vector<std::string>{"none"}) return lines;
    const std::vector<std::string> known = kinds_of_room(golden.room);
    for (const std::string& kind : kinds_to_compare(golden)) {
        std::vector<std::string> of_kind;
        std::string current;
        for (const std::string& line : golden.expected) {
            for (const std::string& other : known) {
                if (line.starts_with(other + " ")) current = other;
            }
            if (current == kind) of_kind.push_back(line);
        }
        if (golden.room == "story" || golden.room == "claim") std::sort(of_kind.begin(), of_kind.end());
        lines.insert(lines.end(), of_kind.begin(), of_kind.end());
    }
    return lines;
}

/// Says which lines are missing and which are too many, then shows all that was found.
std::string difference(const std::vector<std::string>& expected, const std::vector<std::string>& found) {
    std::string out;
    for (const std::string& line : expected) {
        if (std::find(found.begin(), found.end(), line) == found.end()) out += "  missing  " + line + "\n";
    }
    for (const std::string& line : found) {
        if (std::find(expected.begin(), expected.end(), line) == expected.end()) out += "  too many " + line + "\n";
    }
    out += "  all that was found:\n";
    for (const std::string& line : found) out += "    " + line + "\n";
    return out;
}

/// What makes a case worthless: a room or a line that nothing is compared with.
std::string fault(const GoldenCase& golden) {
    const std::vector<std::string> kinds = kinds_of_room(golden.room);
    if (kinds.empty()) return "the folder is named for no room";
    if (golden.expected.empty()) return "nothing is expected; write none if nothing is to be found";
    if (golden.expected.front() == "none") return golden.expected.size() == 1 ? "" : "lines follow none";
    const std::string first = golden.expected.front().substr(0, golden.expected.front().find(' '));
    if (std::find(kinds.begin(), kinds.end(), first) == kinds.end())
        return "the room has no records of the kind " + first;
    return "";
}

class GoldenTest : public testing::Test {
  public:
    explicit GoldenTest(GoldenCase golden) : golden_(std::move(golden)) {}
    void TestBody() override {
        if (const std::string wrong = fault(golden_); !wrong.empty()) {
            ADD_FAILURE_AT(golden_.file.c_str(), golden_.line) << golden_.title << ": " << wrong;
            return;
        }
        const std::vector<std::string> expected = expected_in(golden_), found = found_in(golden_);
        if (expected != found) {
            ADD_FAILURE_AT(golden_.file.c_str(), golden_.line) << golden_.title << "\n" << difference(expected, found);
        }
    }

  private:
    GoldenCase golden_;
};

void register_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    const std::string room = path.parent_path().filename().string();
    auto cases = parse_cases(room, path.string(), bytes.str());
    if (!cases) {
        std::fprintf(stderr, "%s\n", cases.error().message.c_str());
        std::exit(2);
    }
    for (const GoldenCase& golden : *cases) {
        testing::RegisterTest(room.c_str(), golden.title.c_str(), nullptr, nullptr, path.c_str(), golden.line,
                              [golden]() -> GoldenTest* { return new GoldenTest(golden); });
    }
}

}  // namespace
}  // namespace readout::golden

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(READOUT_SOURCE_DIR "/tests/golden")) {
        if (entry.path().extension() == ".txt") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const auto& file : files) readout::golden::register_file(file);
    if (files.empty()) return 2;
    return RUN_ALL_TESTS();
}
