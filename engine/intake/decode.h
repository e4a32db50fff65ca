#pragma once
// Received bytes to reading text: UTF-8 with LF line ends, every byte traceable.
//
//     received   EF BB BF 4D 61 72 63 0D 0A E9          a byte order mark, "Marc", CR LF, a lone E9
//     reading             4D 61 72 63 0A    EF BF BD    "Marc", LF, U+FFFD with a note

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/report.h"
#include "text/offset_map.h"
#include "text/span.h"

namespace readout::intake {

struct DecodedText {
    std::string text;  // valid UTF-8, no CR, no NUL
    text::OffsetMap map;
    std::vector<record::Note> notes;  // bad_encoding, limit, truncated; spans count bytes of `text`
};

/// Builds a reading text with its map. CR LF and CR become LF, NUL is left out, an undecodable byte becomes U+FFFD.
/// What comes after `limit` bytes is left out. Cost is linear in what is written.
class ReadingWriter {
  public:
    explicit ReadingWriter(std::size_t limit) : limit_(limit) {}

    /// UTF-8 that stands at `received_begin` in the received bytes.
    void write_utf8(std::string_view bytes, std::uint32_t received_begin);
    /// One code point that stands for `received`; `same_bytes` when its UTF-8 is what stands there.
    void put(char32_t point, text::Span received, bool same_bytes = false);
    /// Bytes that mean nothing: U+FFFD.
    void put_bad(text::Span received);
    [[nodiscard]] bool is_full() const { return full_; }

    /// Leaves the writer empty. `source_cut` tells that there was more than the bytes given.
    DecodedText finish(bool source_cut);

  private:
    bool has_room(std::size_t size);
    void flush_carriage_return();
    void add_bad(text::Span reading);
    void copy_run(std::string_view bytes, std::uint32_t received_begin);

    std::size_t limit_;
    std::string text_;
    text::OffsetMap map_;
    std::vector<text::Span> bad_;  // runs of U+FFFD that were put in
    std::size_t bad_count_ = 0, nul_count_ = 0;
    std::uint32_t first_nul_ = 0;
    text::Span carriage_return_;
    bool has_carriage_return_ = false;
    bool full_ = false;
};

/// Decodes a whole plain text: byte order marks, UTF-8, UTF-16, UTF-32, and other charsets by guess (with a note).
/// `source_cut` as in finish(). REQUIRES: bytes.size() < 2^32.
DecodedText decode(std::string_view bytes, std::size_t limit, bool source_cut);

}  // namespace readout::intake
