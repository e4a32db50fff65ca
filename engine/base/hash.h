#pragma once
// Content hashes for ids. XXH3-128 (xxHash), the first 64 bits written as 16 hexadecimal digits; stable across
// machines.

#include <cstdint>
#include <string>
#include <string_view>

namespace readout::base {

/// Hash of `bytes`.
std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);

/// Collects fields so that ("ab","c") and ("a","bc") differ: each field is preceded by its length.
class Fingerprint {
  public:
    Fingerprint& add(std::string_view field);
    Fingerprint& add(std::uint64_t number);
    /// 16 lower-case hexadecimal digits.
    [[nodiscard]] std::string hex() const;

  private:
    std::string fields_;
};

}  // namespace readout::base
