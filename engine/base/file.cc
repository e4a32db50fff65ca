#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace readout::base {
namespace {

std::string trouble(const std::string& path) {
    if (errno == ENOENT) return fmt::format("{}: there is no such file; check the path", path);
    if (errno == EACCES) return fmt::format("{}: no permission to read it; check its owner and mode", path);
    return fmt::format("{}: cannot be read ({})", path, std::strerror(errno));
}

/// Closes a descriptor at the end of a scope.
struct Descriptor {
    int number;
    ~Descriptor() {
        if (number > 0) ::close(number);
    }
};

}  // namespace

Result<MappedFile> MappedFile::open(const std::string& path) {
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.number < 0) return failure(trouble(path));
    struct stat info {};
    if (::fstat(file.number, &info) != 0) return failure(trouble(path));
    if (!S_ISREG(info.st_mode)) return failure(fmt::format("{}: is not a regular file", path));
    MappedFile mapped;
    mapped.size_ = static_cast<std::size_t>(info.st_size);
    if (mapped.size_ == 0) return mapped;
    void* place = ::mmap(nullptr, mapped.size_, PROT_READ, MAP_PRIVATE, file.number, 0);
    if (place == MAP_FAILED) return failure(trouble(path));
    mapped.data_ = static_cast<const char*>(place);
    return mapped;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
}

MappedFile::~MappedFile() {
    if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

Result<std::string> read_file(const std::string& path, std::size_t limit) {
    const Descriptor file{path == "-" ? 0 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.number < 0) return failure(trouble(path));
    std::string bytes;
    char buffer[1 << 16];
    while (bytes.size() < limit) {
        const ssize_t got = ::read(file.number, buffer, std::min(sizeof buffer, limit - bytes.size()));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return failure(trouble(path));
        if (got == 0) break;
        bytes.append(buffer, static_cast<std::size_t>(got));
    }
    return bytes;
}

}  // namespace readout::base
