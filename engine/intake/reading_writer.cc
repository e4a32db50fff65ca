#include <algorithm>

#include "base/check.h"
#include "intake/decode.h"
#include "text/utf8.h"

namespace readout::intake {
namespace {

using record::Note;
using record::NoteKind;
using text::Span;

constexpr std::size_t kMaxBadNotes = 20;

std::uint32_t offset(std::size_t size) {
    return static_cast<std::uint32_t>(size);
}

std::uint32_t utf8_size(char32_t point) {
    return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

}  // namespace

bool ReadingWriter::has_room(std::size_t size) {
    if (!full_ && text_.size() + size > limit_) full_ = true;
    return !full_;
}

void ReadingWriter::flush_carriage_return() {
    if (!has_carriage_return_) return;
    has_carriage_return_ = false;
    if (!has_room(1)) return;
    text_ += '\n';
    map_.make(carriage_return_, 1);
}

void ReadingWriter::add_bad(Span reading) {
    ++bad_count_;
    if (!bad_.empty() && (bad_.back().end == reading.begin || bad_.size() == kMaxBadNotes)) {
        bad_.back().end = reading.end;
    } else {
        bad_.push_back(reading);
    }
}

void ReadingWriter::put(char32_t point, Span received, bool same_bytes) {
    if (point == '\n' && has_carriage_return_) carriage_return_ = text::hull(carriage_return_, received);
    if (point == '\n' && has_carriage_return_) return flush_carriage_return();
    flush_carriage_return();
    if (point == '\r') {
        carriage_return_ = received;
        has_carriage_return_ = true;
        return;
    }
    if (point == 0) {
        if (nul_count_++ == 0) first_nul_ = offset(text_.size());
        return;
    }
    const std::uint32_t size = utf8_size(point);
    if (!has_room(size)) return;
    text::append_utf8(text_, point);
    if (same_bytes) {
        map_.copy(received.begin, size);
    } else {
        map_.make(received, size);
    }
}

void ReadingWriter::put_bad(Span received) {
    flush_carriage_return();
    if (!has_room(3)) return;
    const std::uint32_t begin = offset(text_.size());
    text::append_utf8(text_, 0xFFFD);
    map_.make(received, 3);
    add_bad({begin, begin + 3});
}

void ReadingWriter::copy_run(std::string_view bytes, std::uint32_t received_begin) {
    if (bytes.empty()) return;
    flush_carriage_return();
    std::size_t size = std::min(bytes.size(), limit_ - text_.size());
    if (size < bytes.size()) full_ = true;
    while (size > 0 && !text::is_boundary(bytes, size)) --size;
    if (size == 0) return;
    text_ += bytes.substr(0, size);
    map_.copy(received_begin, offset(size));
}

void ReadingWriter::write_utf8(std::string_view bytes, std::uint32_t received_begin) {
    std::size_t run = 0, at = 0;
    while (at < bytes.size() && !full_) {
        const auto decoded = text::decode_at(bytes, at);
        if (decoded.valid && decoded.point != 0 && decoded.point != '\r' &&
            !(decoded.point == '\n' && at == run && has_carriage_return_)) {
            at += decoded.size;
            if (at - run > limit_) break;
            continue;
        }
        copy_run(bytes.substr(run, at - run), received_begin + offset(run));
        const Span received{received_begin + offset(at), received_begin + offset(at + decoded.size)};
        if (decoded.valid) {
            put(decoded.point, received, true);
        } else {
            put_bad(received);
        }
        at += decoded.size;
        run = at;
    }
    if (!full_) copy_run(bytes.substr(run, at - run), received_begin + offset(run));
}

DecodedText ReadingWriter::finish(bool source_cut) {
    flush_carriage_return();
    std::vector<Note> notes;
    for (std::size_t i = 0; i < bad_.size(); ++i) {
        const bool more = i + 1 == kMaxBadNotes;
        notes.push_back({bad_[i], NoteKind::kBadEncoding,
                         more ? "from here on more bytes are no text in this charset; " + std::to_string(bad_count_) +
                                    " in all, each shown as U+FFFD"
                              : "bytes that are no text in this charset, shown as U+FFFD"});
    }
    if (nul_count_ > 0) {
        notes.push_back({{first_nul_, first_nul_},
                         NoteKind::kBadEncoding,
                         "NUL bytes were left out: " + std::to_string(nul_count_) + ", the first here"});
    }
    if (full_ || source_cut) {
        const std::uint32_t end = offset(text_.size());
        notes.push_back({{end, end}, NoteKind::kLimit, "the text is larger than " + std::to_string(limit_) + " bytes"});
        notes.push_back({{end, end}, NoteKind::kTruncated, "what follows here was not read"});
    }
    DecodedText result{std::move(text_), std::move(map_), std::move(notes)};
    *this = ReadingWriter(limit_);
    return result;
}

}  // namespace readout::intake
