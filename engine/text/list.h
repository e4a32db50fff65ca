#pragma once
// Words looked up in short lists.

#include <algorithm>
#include <string_view>

namespace readout::text {

/// Whether a short list, in any order, holds a word.
template <class List>
bool is_one_of(std::string_view word, const List& list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace readout::text
