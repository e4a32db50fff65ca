#pragma once
// Words in the columns of a terminal.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace readout::publish {

/// Columns of a terminal that `words` take: wide East Asian characters and emoji take two, combining marks none.
std::size_t columns_of(std::string_view words);

/// How many bytes of `words` fit into `columns`. Ends between characters as people see them (grapheme clusters of
/// Unicode), so marks stay with their letter and flags stay whole. `words` is valid UTF-8.
std::size_t bytes_that_fit(std::string_view words, std::size_t columns);

/// Lines of at most `columns`, broken at spaces, and within a word only where it is longer than a line. What lies
/// beyond `most` lines is left out, and the last one ends with "…". REQUIRES: columns >= 2, most >= 1.
std::vector<std::string> wrapped(std::string_view words, std::size_t columns, std::size_t most);

}  // namespace readout::publish
