#include "publish/columns.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <memory>

#include "base/check.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace readout::publish {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::size_t kMostBytesOfColumn = 64;  // of a letter with its marks; more of them begin a new line

std::size_t columns_of_point(char32_t point) {
    if (text::is_combining(point) || point == 0x200B || point == 0x200D) return 0;
    const int width = u_getIntPropertyValue(static_cast<UChar32>(point), UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

/// Ends of characters as people see them.
class Characters {
  public:
    explicit Characters(std::string_view words) {
        UErrorCode status = U_ZERO_ERROR;
        breaks_.reset(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
        text_ = utext_openUTF8(text_, words.data(), static_cast<std::int64_t>(words.size()), &status);
        if (U_SUCCESS(status)) breaks_->setText(text_, status);
        RO_CHECK(U_SUCCESS(status));
    }
    ~Characters() { utext_close(text_); }
    Characters(const Characters&) = delete;
    Characters& operator=(const Characters&) = delete;

    /// The end of the next character.
    std::size_t next() { return static_cast<std::size_t>(breaks_->next()); }

  private:
    std::unique_ptr<icu::BreakIterator> breaks_;
    UText* text_ = nullptr;
};

bool is_ascii(std::string_view words) {
    return std::all_of(words.begin(), words.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// As many code points as fit, and at least one: for a character that is wider than a line.
std::size_t points_that_fit(std::string_view words, std::size_t columns) {
    std::size_t size = text::decode_at(words, 0).size;
    std::size_t used = columns_of(words.substr(0, size));
    while (size < words.size()) {
        const text::Decoded next = text::decode_at(words, size);
        used += columns_of_point(next.point);
        if (used > columns) break;
        size += next.size;
    }
    return size;
}

/// `line`, shortened so that the ellipsis fits.
std::string shortened(std::string line, std::size_t columns) {
    line.resize(bytes_that_fit(line, columns - 1));
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line + std::string(kEllipsis);
}

}  // namespace

std::size_t columns_of(std::string_view words) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < words.size();) {
        const text::Decoded next = text::decode_at(words, at);
        columns += columns_of_point(next.point);
        at += next.size;
    }
    return columns;
}

std::size_t bytes_that_fit(std::string_view words, std::size_t columns) {
    // Only the head is looked at, so that wrapping a long text takes linear time.
    std::size_t size = std::min(words.size(), (columns + 1) * kMostBytesOfColumn);
    while (!text::is_boundary(words, size)) --size;
    const std::string_view head = words.substr(0, size);
    if (columns_of(head) <= columns) return size;
    if (is_ascii(head)) return columns;
    Characters characters(head);
    std::size_t fits = 0, used = 0;
    while (fits < size) {
        const std::size_t end = characters.next();
        used += columns_of(head.substr(fits, end - fits));
        if (used > columns) break;
        fits = end;
    }
    return fits;
}

std::vector<std::string> wrapped(std::string_view words, std::size_t columns, std::size_t most) {
    std::vector<std::string> lines;
    while (!words.empty()) {
        std::size_t size = bytes_that_fit(words, columns);
        if (size == 0) size = points_that_fit(words, columns);
        const bool is_rest = size == words.size();
        if (!is_rest && lines.size() + 1 == most) {
            lines.push_back(shortened(std::string(words.substr(0, size)), columns));
            break;
        }
        std::size_t next = size;
        if (!is_rest) {
            const std::size_t space = words.rfind(' ', size);
            if (space != std::string_view::npos && space > 0) {
                size = space;
                next = space + 1;
            }
        }
        lines.emplace_back(words.substr(0, size));
        words.remove_prefix(next);
    }
    return lines;
}

}  // namespace readout::publish
