#pragma once
// Memory for inner loops: begins where a cache line does.

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <type_traits>

#include "base/check.h"

namespace readout::learn {

constexpr std::size_t kAlignment = 64;

/// Numbers or bytes, zero at first. Grows, never shrinks, so that a loop that asks again and again allocates once.
template <class T>
class AlignedBuffer {
  public:
    static_assert(std::is_trivial_v<T>);

    /// After this data() has room for `count`; what stood there is lost if it had not.
    void reserve(std::size_t count) {
        if (memory_ != nullptr && count <= count_) return;
        // calloc gives large blocks as pages that take no memory until they are written
        memory_.reset(std::calloc(count * sizeof(T) + kAlignment, 1));
        RO_CHECK(memory_ != nullptr);
        count_ = count;
    }
    [[nodiscard]] T* data() { return aligned(); }
    [[nodiscard]] const T* data() const { return aligned(); }

  private:
    struct Free {
        void operator()(void* memory) const { std::free(memory); }
    };
    /// The first place in the memory that lies as it should; there are kAlignment bytes more than asked for.
    [[nodiscard]] T* aligned() const {
        void* at = memory_.get();
        std::size_t room = kAlignment;
        return static_cast<T*>(at == nullptr ? at : std::align(kAlignment, 1, at, room));
    }

    std::unique_ptr<void, Free> memory_;
    std::size_t count_ = 0;
};

}  // namespace readout::learn
