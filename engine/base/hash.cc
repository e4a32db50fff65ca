#include "base/hash.h"

#include <xxhash.h>

namespace readout::base {

std::uint64_t hash64(std::string_view bytes, std::uint64_t seed) {
    return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

Fingerprint& Fingerprint::add(std::string_view field) {
    add(static_cast<std::uint64_t>(field.size()));
    fields_.append(field);
    return *this;
}

Fingerprint& Fingerprint::add(std::uint64_t number) {
    for (int i = 0; i < 8; ++i) fields_.push_back(static_cast<char>((number >> (8 * i)) & 0xFF));
    return *this;
}

std::string Fingerprint::hex() const {
    const std::uint64_t value = XXH3_128bits(fields_.data(), fields_.size()).high64;
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string out(16, '0');
    for (std::size_t i = 0; i < 16; ++i) out[i] = kDigits[(value >> (60 - 4 * i)) & 0xF];
    return out;
}

}  // namespace readout::base
