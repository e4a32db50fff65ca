#pragma once
// Statements that were asked for, one row each: as a table for people, and as JSON lines and CSV for programs
// (docs/formats/quotes.md).

#include <cstddef>
#include <string>
#include <vector>

#include "publish/jsonl.h"
#include "query/quotes.h"

namespace readout::publish {

/// A table of at most `width` columns; empty without rows. Long words are shortened. REQUIRES: width >= 40.
std::string quotes_table(const std::vector<query::Quote>& quotes, std::size_t width);

/// One object a row, with spans as the JSON lines of a reading have them.
void write_quotes_jsonl(const std::vector<query::Quote>& quotes, const LineSink& sink);

/// A line of names and one row each, quoted as RFC 4180 says, with line feeds at the ends.
void write_quotes_csv(const std::vector<query::Quote>& quotes, const LineSink& sink);

}  // namespace readout::publish
