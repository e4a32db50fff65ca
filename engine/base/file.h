#pragma once
// Whole files as bytes.

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace readout::base {

/// A read-only memory map of a regular file. Moves, does not copy. Threads may read it at once.
class MappedFile {
  public:
    static Result<MappedFile> open(const std::string& path);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }

  private:
    MappedFile() = default;
    const char* data_ = nullptr;
    std::size_t size_ = 0;
};

/// Reads until the end or until `limit` bytes were read; for pipes and standard input (path "-") too.
Result<std::string> read_file(const std::string& path, std::size_t limit);

}  // namespace readout::base
