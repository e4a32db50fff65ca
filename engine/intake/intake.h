#pragma once
// What did they publish, and which bytes are the article? Inputs become reports: decoded text, blocks, notes.
//
// Plain text and JSONL are read. HTML, WARC, feeds and compressed files are known by their first bytes and refused
// with a line that says what to do.

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "record/report.h"
#include "text/offset_map.h"

namespace readout::intake {

inline constexpr std::size_t kMaxTextBytes = std::size_t{4} << 20;    // of a report's text; the rest is left out, noted
inline constexpr std::size_t kMaxLineBytes = std::size_t{64} << 20;   // of a JSONL line kept in memory
inline constexpr std::size_t kMaxFieldBytes = std::size_t{64} << 10;  // of title, url, outlet, published and id

/// One report and the way back to the bytes of its record: the file for plain text, the line for JSONL.
struct Arrival {
    record::Report report;
    text::OffsetMap to_received;
};

/// Where a reader hands what it finds, in input order. `failed` takes one line
/// "NAME[:LINE]: what is wrong and what to do".
struct Sink {
    std::function<void(Arrival)> arrived;
    std::function<void(std::string)> failed;
};

/// A file to read; path "-" is standard input. `base_name` is without folders ("stdin" for standard input).
struct Input {
    std::string path;
    std::string base_name;
};

/// Files, folders (all .txt, .jsonl and other files of reports below, hidden ones aside), patterns with * ? [ ], and
/// "-". Each argument's files come in byte order, and a path that comes twice is taken once. What cannot be found goes
/// to `failed`; for each folder with files of other endings a line goes to `passed_over`, which may be empty.
std::vector<Input> expand(const std::vector<std::string>& arguments, const std::function<void(std::string)>& failed,
                          const std::function<void(std::string)>& passed_over = {});

/// Reads one input record by record; a bad record goes to `failed` and the next is read. Thread-safe for different
/// inputs.
void read_input(const Input& input, const Sink& sink);

/// A report as it came in, decoded. All strings are valid UTF-8. `name` is used when `id` is empty. `notes` were made
/// while decoding; their spans count bytes of `text`.
struct RawReport {
    std::string id, url, outlet, published, title, text;
    std::string file;
    record::SourceFormat format = record::SourceFormat::kText;
    std::string name;
    std::vector<record::Note> notes;
};

/// The report with its text put together (title, empty line, text, unless the text begins with that title), its id,
/// blocks and notes. Pure: depends on nothing but `raw`.
record::Report make_report(RawReport raw);

}  // namespace readout::intake
