#pragma once
// The hashes under which models store words and features. training/tagger/features.py computes the same.

#include <cstdint>
#include <string_view>

namespace readout::learn {

/// The finaliser of splitmix64.
constexpr std::uint64_t mix(std::uint64_t value) {
    value += 0x9E3779B97F4A7C15;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
    return value ^ (value >> 31);
}

/// FNV-1a, 64 bits.
constexpr std::uint64_t hash_bytes(std::string_view bytes) {
    std::uint64_t value = 0xCBF29CE484222325;
    for (const char c : bytes) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    return value;
}

/// A feature of a template and its parts: each a hash of bytes or a small number.
template <class... Parts>
constexpr std::uint64_t hash_feature(std::uint64_t feature_template, Parts... parts) {
    std::uint64_t value = mix(feature_template);
    ((value = mix(value ^ static_cast<std::uint64_t>(parts))), ...);
    return value;
}

}  // namespace readout::learn
