#pragma once
// Byte offsets to code points and UTF-16 units, and back. What leaves the engine counts code points.

#include <cstdint>
#include <string_view>
#include <vector>

namespace readout::text {

/// Counts of one text, with a sample every 256 bytes: each conversion looks at no more than 256 bytes (a code point or
/// unit number is first searched among the samples). Points into `text`, which must be valid UTF-8 and outlive it.
/// Reading is thread-safe.
class Units {
  public:
    explicit Units(std::string_view text);

    /// REQUIRES: `byte` is a code point border, at most text.size().
    [[nodiscard]] std::uint32_t code_points(std::uint32_t byte) const;
    [[nodiscard]] std::uint32_t utf16(std::uint32_t byte) const;
    /// The byte where code point `index` begins; text.size() when there are fewer.
    [[nodiscard]] std::uint32_t byte_of_code_point(std::uint32_t index) const;
    /// The byte where the code point that holds UTF-16 unit `index` begins; text.size() when there are fewer.
    [[nodiscard]] std::uint32_t byte_of_utf16(std::uint32_t index) const;

  private:
    struct Counts {
        std::uint32_t code_points = 0, utf16 = 0;
    };
    [[nodiscard]] Counts at(std::uint32_t byte) const;
    template <class Member>
    [[nodiscard]] std::uint32_t find(std::uint32_t index, Member member) const;

    std::string_view text_;
    std::vector<Counts> samples_;  // counts before byte 256 * i
};

}  // namespace readout::text
