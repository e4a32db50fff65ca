#pragma once
// Memory for inner loops: begins where a cache line does.

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <type_traits>

namespace readout::learn {

constexpr std::size_t kAlignment = 64;

/// Numbers or bytes, zero at first. Grows, never shrinks, so that a loop that asks again and again allocates once.
template <class T>
class AlignedBuffer {
  public:
    static_assert(std::is_trivial_v<T>);

    /// After this data() has room for `count`; what stood there is lost if it had not.
    void reserve(std::size_t count) {
        if (count <= count_) return;
        const std::size_t bytes = count * sizeof(T);
        values_.reset(static_cast<T*>(::operator new[](bytes, std::align_val_t{kAlignment})));
        std::memset(values_.get(), 0, bytes);
        count_ = count;
    }
    [[nodiscard]] T* data() { return values_.get(); }
    [[nodiscard]] const T* data() const { return values_.get(); }

  private:
    struct Deleter {
        void operator()(T* values) const { ::operator delete[](values, std::align_val_t{kAlignment}); }
    };
    std::unique_ptr<T[], Deleter> values_;
    std::size_t count_ = 0;
};

}  // namespace readout::learn
