#include "text/utf8.h"

namespace readout::text {
namespace {

unsigned byte_at(std::string_view bytes, std::size_t offset) {
    return offset < bytes.size() ? static_cast<unsigned char>(bytes[offset]) : 0U;
}

constexpr Decoded kInvalid{0xFFFD, 1, false};

}  // namespace

Decoded decode_at(std::string_view bytes, std::size_t offset) {
    const unsigned lead = byte_at(bytes, offset);
    if (lead < 0x80) return {static_cast<char32_t>(lead), 1, true};
    const std::uint32_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4) return kInvalid;
    char32_t point = lead & (0x7FU >> size);
    for (std::uint32_t i = 1; i < size; ++i) {
        const unsigned next = byte_at(bytes, offset + i);
        if ((next & 0xC0) != 0x80) return kInvalid;
        point = (point << 6) | (next & 0x3F);
    }
    const bool overlong = (size == 3 && point < 0x800) || (size == 4 && point < 0x10000);
    if (overlong || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) return kInvalid;
    return {point, size, true};
}

Decoded decode_before(std::string_view bytes, std::size_t offset) {
    for (std::size_t back = 1; back <= 4 && back <= offset; ++back) {
        if (!is_boundary(bytes, offset - back)) continue;
        const Decoded decoded = decode_at(bytes, offset - back);
        if (decoded.size == back) return decoded;
        break;
    }
    return kInvalid;
}

void append_utf8(std::string& out, char32_t point) {
    const auto put = [&](unsigned byte) { out.push_back(static_cast<char>(byte)); };
    const auto bits = static_cast<unsigned>(point);
    if (bits < 0x80) {
        put(bits);
    } else if (bits < 0x800) {
        put(0xC0U | (bits >> 6));
        put(0x80U | (bits & 0x3F));
    } else if (bits < 0x10000) {
        put(0xE0U | (bits >> 12));
        put(0x80U | ((bits >> 6) & 0x3F));
        put(0x80U | (bits & 0x3F));
    } else {
        put(0xF0U | (bits >> 18));
        put(0x80U | ((bits >> 12) & 0x3F));
        put(0x80U | ((bits >> 6) & 0x3F));
        put(0x80U | (bits & 0x3F));
    }
}

bool is_valid_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const Decoded decoded = decode_at(bytes, at);
        if (!decoded.valid) return false;
        at += decoded.size;
    }
    return true;
}

}  // namespace readout::text
