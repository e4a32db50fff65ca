#pragma once
// Tab-separated tables with a header line: the form of every lexicon in data/. `#` starts a comment line.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace readout::base {

/// A parsed table that points into the bytes it was parsed from: they must outlive it.
class Table {
  public:
    /// `columns` are the names that must stand in the header, in any order; more may stand there.
    /// Fails with NAME:LINE when a column is missing or a row has another number of cells than the header.
    static Result<Table> parse(std::string_view bytes, std::string_view name, const std::vector<std::string>& columns);

    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    /// The cell of row `row` under the `column`-th of the names given to parse().
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const { return rows_[row][column]; }
    /// Line number in the file, from 1, for messages.
    [[nodiscard]] std::size_t line(std::size_t row) const { return lines_[row]; }

  private:
    std::vector<std::vector<std::string_view>> rows_;
    std::vector<std::size_t> lines_;
};

/// The parts between `separator`; an empty text has no parts.
std::vector<std::string_view> split(std::string_view text, char separator);

/// Without white space (space, tab, CR, LF) at either end.
std::string_view trim(std::string_view text);

}  // namespace readout::base
