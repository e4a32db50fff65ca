#pragma once
// UTF-8, one code point at a time. Invalid bytes never stop a reader.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace readout::text {

/// A code point and how many bytes it took. An undecodable byte gives U+FFFD, size 1 and valid = false.
struct Decoded {
    char32_t point = 0;
    std::uint32_t size = 1;
    bool valid = true;
};

/// Decodes at `offset`. REQUIRES: offset < bytes.size(). Overlong forms, surrogates and values over U+10FFFF are
/// invalid.
Decoded decode_at(std::string_view bytes, std::size_t offset);

/// The code point that ends before `offset`. REQUIRES: 0 < offset <= bytes.size().
Decoded decode_before(std::string_view bytes, std::size_t offset);

void append_utf8(std::string& out, char32_t point);

bool is_valid_utf8(std::string_view bytes);

/// True at the first byte of a code point, and at the end.
inline bool is_boundary(std::string_view bytes, std::size_t offset) {
    return offset >= bytes.size() || (static_cast<unsigned char>(bytes[offset]) & 0xC0) != 0x80;
}

}  // namespace readout::text
