#pragma once
// The file in which a trained model is stored. Little endian; training/tagger/model_file.py writes it.
//
//     bytes 0..8    "ROMODEL\0"
//           8..12   version of the container, 1
//          12..16   number of sections
//          16..24   size of the file
//          24..32   checksum of everything behind byte 32, in 64-bit words
//     per section   16 bytes of name, zero padded; 8 offset; 8 size
//     sections      each begun at a multiple of 8

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace readout::learn {

/// A checked view of a model's bytes, which must outlive it. Immutable.
class ModelFile {
  public:
    /// Checks magic, version, size, checksum and the bounds of all sections; fails with `name` and what is wrong.
    static base::Result<ModelFile> open(std::string_view bytes, std::string_view name);

    /// The bytes of a section; fails when there is none of that name.
    [[nodiscard]] base::Result<std::string_view> section(std::string_view section_name) const;

  private:
    struct Section {
        std::string_view name, bytes;
    };
    std::string name_;
    std::vector<Section> sections_;
};

static_assert(std::endian::native == std::endian::little, "model files are read in place");

/// A number at `at`, stored little endian. REQUIRES: it lies within `bytes`.
inline std::uint32_t load_u32(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}
inline std::uint64_t load_u64(std::string_view bytes, std::size_t at) {
    std::uint64_t value = 0;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

}  // namespace readout::learn
