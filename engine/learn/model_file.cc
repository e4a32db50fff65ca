#include "learn/model_file.h"

namespace readout::learn {
namespace {

constexpr std::string_view kMagic{"ROMODEL\0", 8};
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kHeader = 32;
constexpr std::size_t kEntry = 32;
constexpr std::uint32_t kMaxSections = 64;

std::uint64_t checksum(std::string_view bytes) {
    std::uint64_t value = 0x9E3779B97F4A7C15;
    for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
        value = (value ^ load_u64(bytes, at)) * 0xFF51AFD7ED558CCD;
        value ^= value >> 32;
    }
    return value;
}

tl::unexpected<base::Error> wrong(std::string_view name, std::string_view what) {
    return base::failure(std::string(name) + ": " + std::string(what) + "; install Readout's models again");
}

}  // namespace

base::Result<ModelFile> ModelFile::open(std::string_view bytes, std::string_view name) {
    if (bytes.size() < kHeader || bytes.substr(0, 8) != kMagic) return wrong(name, "this is no model file");
    if (load_u32(bytes, 8) != kVersion) {
        return wrong(name, "the model file has version " + std::to_string(load_u32(bytes, 8)) +
                               ", this program reads " + std::to_string(kVersion));
    }
    if (load_u64(bytes, 16) != bytes.size() || bytes.size() % 8 != 0) {
        return wrong(name, "the model file is cut short or too long");
    }
    if (load_u64(bytes, 24) != checksum(bytes.substr(kHeader))) return wrong(name, "the model file is damaged");
    const std::uint32_t count = load_u32(bytes, 12);
    if (count > kMaxSections || kHeader + count * kEntry > bytes.size()) {
        return wrong(name, "the model file's table of sections is wrong");
    }
    ModelFile file;
    file.name_ = std::string(name);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::string_view entry = bytes.substr(kHeader + i * kEntry, kEntry);
        const std::uint64_t offset = load_u64(entry, 16), size = load_u64(entry, 24);
        if (offset > bytes.size() || size > bytes.size() - offset || offset % 8 != 0) {
            return wrong(name, "a section lies outside the model file");
        }
        std::string_view section_name = entry.substr(0, 16);
        section_name = section_name.substr(0, section_name.find('\0'));
        file.sections_.push_back({section_name, bytes.substr(offset, size)});
    }
    return file;
}

base::Result<std::string_view> ModelFile::section(std::string_view section_name) const {
    for (const Section& section : sections_) {
        if (section.name == section_name) return section.bytes;
    }
    return wrong(name_, "the model file has no section \"" + std::string(section_name) + "\"");
}

}  // namespace readout::learn
