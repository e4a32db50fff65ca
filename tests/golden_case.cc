#include "golden_case.h"

#include <fmt/format.h>

#include "base/table.h"

namespace readout::golden {
namespace {

/// Takes "published 2024-02-14" and the like; false when the line is none of them.
bool take_header(const std::string& line, GoldenReport& report) {
    const std::pair<const char*, std::string*> headers[] = {{"published ", &report.published},
                                                            {"outlet ", &report.outlet},
                                                            {"url ", &report.url},
                                                            {"title ", &report.title}};
    for (const auto& [key, value] : headers) {
        if (!line.starts_with(key)) continue;
        *value = line.substr(std::string(key).size());
        return true;
    }
    return false;
}

/// Reads one file line by line: title, reports, expectation.
class Parser {
  public:
    Parser(std::string room, std::string file) : room_(std::move(room)), file_(std::move(file)) {}

    base::Result<std::vector<GoldenCase>> parse(const std::string& bytes) {
        for (const std::string_view view : base::split(bytes, '\n')) {
            ++number_;
            take(std::string(view));
            if (!wrong_.empty()) return base::failure(wrong_);
        }
        finish();
        if (!wrong_.empty()) return base::failure(wrong_);
        return std::move(cases_);
    }

  private:
    enum class Part { kBefore, kHeader, kText, kExpected };

    void take(const std::string& line) {
        if (line.starts_with("=== ")) {
            finish();
            GoldenCase next;
            next.room = room_;
            next.file = file_;
            next.title = line.substr(4);
            next.line = number_;
            next.reports.push_back({"case", "", "", "", "", ""});
            cases_.push_back(next);
            part_ = Part::kHeader;
        } else if (part_ == Part::kBefore) {
            return;  // remarks before the first case
        } else if (part_ == Part::kExpected) {
            if (const std::string clean = squeeze(line); !clean.empty()) cases_.back().expected.push_back(clean);
        } else if (line == "---") {
            part_ = Part::kExpected;
        } else if (line.starts_with(">>> ")) {
            begin_report(line.substr(4));
        } else if (part_ == Part::kHeader && take_header(line, cases_.back().reports.back())) {
            return;
        } else {
            part_ = Part::kText;
            cases_.back().reports.back().text += line + "\n";
        }
    }

    void begin_report(const std::string& name) {
        GoldenCase& current = cases_.back();
        if (current.reports.back().text.empty()) current.reports.pop_back();
        current.reports.push_back({name, "", "", "", "", ""});
        part_ = Part::kHeader;
    }

    void finish() {
        if (cases_.empty()) return;
        GoldenCase& last = cases_.back();
        if (part_ != Part::kExpected) wrong_ = fmt::format("{}:{}: the case has no --- line", file_, last.line);
        for (GoldenReport& report : last.reports) {
            while (!report.text.empty() && report.text.back() == '\n') report.text.pop_back();
            if (report.text.empty()) wrong_ = fmt::format("{}:{}: the case has no text", file_, last.line);
        }
    }

    std::string room_, file_, wrong_;
    int number_ = 0;
    Part part_ = Part::kBefore;
    std::vector<GoldenCase> cases_;
};

}  // namespace

std::string squeeze(const std::string& line) {
    std::string out;
    for (const char c : line) {
        if (c != ' ' && c != '\t') {
            out.push_back(c);
        } else if (!out.empty() && out.back() != ' ') {
            out.push_back(' ');
        }
    }
    while (!out.empty() && (out.back() == ' ' || out.back() == '\r')) out.pop_back();
    return out;
}

base::Result<std::vector<GoldenCase>> parse_cases(const std::string& room, const std::string& file,
                                                  const std::string& bytes) {
    return Parser(room, file).parse(bytes);
}

}  // namespace readout::golden
