#pragma once
// Golden cases: small reports and what Readout must find in them, written by people (tests/golden/README.md).

#include <string>
#include <vector>

#include "base/result.h"

namespace readout::golden {

struct GoldenReport {
    std::string name, published, outlet, url, title, text;
};

struct GoldenCase {
    std::string room;   // the folder's name
    std::string title;  // after ===
    std::string file;
    int line = 0;  // of the title, for messages
    std::vector<GoldenReport> reports;
    std::vector<std::string> expected;  // lines with runs of spaces as one and none at the ends
};

/// The cases of one file. Fails with FILE:LINE when a case has no text or no --- line.
base::Result<std::vector<GoldenCase>> parse_cases(const std::string& room, const std::string& file,
                                                  const std::string& bytes);

/// Runs of spaces as one, none at the ends.
std::string squeeze(const std::string& line);

}  // namespace readout::golden
