#pragma once
// Where in a text. Offsets are UTF-8 bytes, half-open, and stand on code point borders.

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace readout::text {

/// [begin, end) in bytes. REQUIRES: begin <= end.
///
///     text   M  o  s  c  o  w     h  a  s
///     byte   0  1  2  3  4  5  6  7  8  9      Span{0, 6} is "Moscow"
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    auto operator<=>(const Span&) const = default;
    [[nodiscard]] std::uint32_t size() const { return end - begin; }
    [[nodiscard]] bool empty() const { return begin == end; }
    [[nodiscard]] bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    [[nodiscard]] bool contains(std::uint32_t offset) const { return begin <= offset && offset < end; }
    [[nodiscard]] bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
};

/// The words at a span. REQUIRES: span.end <= text.size().
inline std::string_view words_at(std::string_view text, Span span) {
    return text.substr(span.begin, span.end - span.begin);
}

/// The least span that holds both.
inline Span hull(Span a, Span b) {
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

/// Index of the first item whose span ends after `offset`; items have a member `span`, lie in text order and do not
/// overlap.
template <class Items>
std::size_t first_ending_after(const Items& items, std::uint32_t offset) {
    const auto at =
        std::partition_point(items.begin(), items.end(), [&](const auto& item) { return item.span.end <= offset; });
    return static_cast<std::size_t>(at - items.begin());
}

}  // namespace readout::text
