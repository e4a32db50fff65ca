#include "text/units.h"

#include <algorithm>

#include "base/check.h"

namespace readout::text {
namespace {

constexpr std::uint32_t kStep = 256;

bool starts_point(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

bool starts_pair(char c) {  // four-byte sequences are two UTF-16 units
    return static_cast<unsigned char>(c) >= 0xF0;
}

}  // namespace

Units::Units(std::string_view text) : text_(text) {
    samples_.reserve(text.size() / kStep + 1);
    Counts counts;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i % kStep == 0) samples_.push_back(counts);
        counts.code_points += starts_point(text[i]);
        counts.utf16 +=
            static_cast<std::uint32_t>(starts_point(text[i])) + static_cast<std::uint32_t>(starts_pair(text[i]));
    }
    if (text.size() % kStep == 0) samples_.push_back(counts);
}

Units::Counts Units::at(std::uint32_t byte) const {
    RO_CHECK(byte <= text_.size());
    Counts counts = samples_[byte / kStep];
    for (std::uint32_t i = byte / kStep * kStep; i < byte; ++i) {
        counts.code_points += starts_point(text_[i]);
        counts.utf16 +=
            static_cast<std::uint32_t>(starts_point(text_[i])) + static_cast<std::uint32_t>(starts_pair(text_[i]));
    }
    return counts;
}

std::uint32_t Units::code_points(std::uint32_t byte) const {
    return at(byte).code_points;
}

std::uint32_t Units::utf16(std::uint32_t byte) const {
    return at(byte).utf16;
}

template <class Member>
std::uint32_t Units::find(std::uint32_t index, Member member) const {
    const auto after = std::partition_point(samples_.begin(), samples_.end(),
                                            [&](const Counts& counts) { return counts.*member <= index; });
    const auto sample = after - samples_.begin() - 1;  // samples_[0] counts nothing, so there is one
    std::uint32_t count = samples_[static_cast<std::size_t>(sample)].*member;
    std::uint32_t byte = static_cast<std::uint32_t>(sample) * kStep;
    std::uint32_t last = byte;
    for (; byte < text_.size(); ++byte) {
        if (!starts_point(text_[byte])) continue;
        if (count > index) return last;
        last = byte;
        if (count == index) return byte;
        ++count;
        if (starts_pair(text_[byte]) && member == &Counts::utf16) ++count;
    }
    return count > index ? last : static_cast<std::uint32_t>(text_.size());
}

std::uint32_t Units::byte_of_code_point(std::uint32_t index) const {
    return find(index, &Counts::code_points);
}

std::uint32_t Units::byte_of_utf16(std::uint32_t index) const {
    return find(index, &Counts::utf16);
}

}  // namespace readout::text
