#pragma once
// Typed ids: a StatementId cannot be passed where an EntityId is meant.

#include <compare>
#include <functional>
#include <string>

namespace readout::base {

/// An id as it is printed. Empty means none.
template <class Tag>
struct Id {
    std::string value;

    [[nodiscard]] bool empty() const { return value.empty(); }
    auto operator<=>(const Id&) const = default;
};

}  // namespace readout::base

template <class Tag>
struct std::hash<readout::base::Id<Tag>> {
    std::size_t operator()(const readout::base::Id<Tag>& id) const { return std::hash<std::string>{}(id.value); }
};
