#pragma once
// A map from 64-bit hashes to numbers, read where it lies in a model file.

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "learn/model_file.h"

namespace readout::learn {

/// Slots of 8 bytes (high half of the key, value); the low half of the key says where to look first, the next slots
/// follow; an empty slot has value 0. A key that was not stored is taken for a stored one in about one case of 2^32.
/// Points into its bytes. Immutable.
class HashedTable {
  public:
    HashedTable() = default;
    /// Fails when the bytes are no whole slots or none of them is empty.
    static base::Result<HashedTable> open(std::string_view bytes, std::string_view name);

    /// The value, or 0.
    [[nodiscard]] std::uint32_t find(std::uint64_t key) const {
        std::uint64_t at = ((key & 0xFFFFFFFF) * slots_) >> 32;
        const auto high = static_cast<std::uint32_t>(key >> 32);
        while (true) {
            const std::uint32_t value = load_u32(bytes_, at * 8 + 4);
            if (value == 0 || load_u32(bytes_, at * 8) == high) return value;
            if (++at == slots_) at = 0;
        }
    }

    /// Brings the slot of `key` nearer while other work is done.
    void prefetch(std::uint64_t key) const {
        __builtin_prefetch(bytes_.data() + (((key & 0xFFFFFFFF) * slots_) >> 32) * 8);
    }

    [[nodiscard]] std::uint64_t slots() const { return slots_; }
    /// The value of a slot, 0 when it is empty. For checks after opening.
    [[nodiscard]] std::uint32_t value_of(std::uint64_t slot) const { return load_u32(bytes_, slot * 8 + 4); }

  private:
    std::string_view bytes_;
    std::uint64_t slots_ = 0;
};

}  // namespace readout::learn
