#include "intake/decode.h"

#include <uchardet/uchardet.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "base/check.h"
#include "text/utf8.h"

namespace readout::intake {
namespace {

using text::Span;

constexpr std::size_t kSample = std::size_t{256} << 10;  // bytes that decide on a charset

struct Mark {
    std::string_view bytes;
    const char* charset;
};
// UTF-32 stands before UTF-16: its little-endian mark begins with that of UTF-16.
constexpr std::array<Mark, 5> kMarks{{{{"\xEF\xBB\xBF", 3}, "UTF-8"},
                                      {{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                                      {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                                      {{"\xFF\xFE", 2}, "UTF-16LE"},
                                      {{"\xFE\xFF", 2}, "UTF-16BE"}}};

struct ConverterCloser {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

struct DetectorCloser {
    void operator()(uchardet* detector) const { uchardet_delete(detector); }
};

Converter open_converter(const std::string& charset) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(charset.c_str(), &status));
    if (U_FAILURE(status)) converter.reset();
    return converter;
}

/// Converts with ICU, which tells for each UTF-16 unit the byte it came from.
class IcuReader {
  public:
    IcuReader(UConverter* converter, ReadingWriter& writer) : converter_(converter), writer_(writer) {}

    void read(std::string_view bytes, std::uint32_t received_begin) {
        bytes_ = bytes;
        base_ = received_begin;
        const char* source = bytes.data();
        const char* const end = bytes.data() + bytes.size();
        bool more = true;
        while (more && !writer_.is_full()) {
            const auto chunk_begin = static_cast<std::uint32_t>(source - bytes.data());
            UChar* target = units_.data();
            UErrorCode status = U_ZERO_ERROR;
            ucnv_toUnicode(converter_, &target, units_.data() + units_.size(), &source, end, offsets_.data(), true,
                           &status);
            take(static_cast<std::size_t>(target - units_.data()), chunk_begin);
            more = status == U_BUFFER_OVERFLOW_ERROR;
        }
        flush(static_cast<std::uint32_t>(bytes.size()));
    }

  private:
    void take(std::size_t count, std::uint32_t chunk_begin) {
        for (std::size_t i = 0; i < count; ++i) {
            // An offset below zero means "from the chunk before": it belongs to the place last seen.
            const std::uint32_t from =
                offsets_[i] < 0 ? place_ : std::max(place_, chunk_begin + static_cast<std::uint32_t>(offsets_[i]));
            const char32_t unit = units_[i];
            if (has_point_ && (point_ & 0xFFFFFC00U) == 0xD800 && (unit & 0xFC00U) == 0xDC00) {
                point_ = 0x10000 + ((point_ - 0xD800) << 10) + (unit - 0xDC00);
                continue;
            }
            flush(from);
            point_ = unit;
            has_point_ = true;
            place_ = from;
        }
    }

    void flush(std::uint32_t end) {
        if (!has_point_) return;
        has_point_ = false;
        const Span received{base_ + place_, base_ + end};
        const bool surrogate = point_ >= 0xD800 && point_ <= 0xDFFF;
        if (point_ == 0xFFFD || surrogate) return writer_.put_bad(received);
        const bool same = point_ < 0x80 && end == place_ + 1 && bytes_[place_] == static_cast<char>(point_);
        writer_.put(point_, received, same);
    }

    UConverter* converter_;
    ReadingWriter& writer_;
    std::string_view bytes_;
    std::uint32_t base_ = 0, place_ = 0;
    char32_t point_ = 0;
    bool has_point_ = false;
    std::array<UChar, 4096> units_{};
    std::array<std::int32_t, 4096> offsets_{};
};

struct Utf8Census {
    std::size_t multibyte = 0, invalid = 0;
};

Utf8Census count_utf8(std::string_view bytes) {
    Utf8Census census;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto decoded = text::decode_at(bytes, at);
        if (!decoded.valid) ++census.invalid;
        if (decoded.valid && decoded.size > 1) ++census.multibyte;
        at += decoded.size;
    }
    return census;
}

/// UTF-16 without a mark, told by where its zero bytes stand: Latin letters have one in every unit.
const char* unmarked_utf16(std::string_view sample) {
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0';
    const std::size_t units = sample.size() / 2;
    if (units < 4) return nullptr;
    if (zeros[1] * 10 >= units * 4 && zeros[0] * 20 <= units) return "UTF-16LE";
    if (zeros[0] * 10 >= units * 4 && zeros[1] * 20 <= units) return "UTF-16BE";
    return nullptr;
}

/// A guess counts only if it makes letters: most points over ASCII are letters, and none is left undecoded.
bool makes_letters(std::string_view sample, UConverter* converter) {
    ReadingWriter writer(sample.size() * 4);
    IcuReader(converter, writer).read(sample, 0);
    ucnv_reset(converter);
    const DecodedText decoded = writer.finish(false);
    std::size_t letters = 0, all = 0;
    for (std::size_t at = 0; at < decoded.text.size();) {
        const auto point = text::decode_at(decoded.text, at);
        at += point.size;
        if (point.point < 0x80) continue;
        ++all;
        letters += u_isalpha(static_cast<UChar32>(point.point)) || (point.point >= 0x2013 && point.point <= 0x2026);
    }
    return letters * 10 >= all * 7 && decoded.notes.empty();
}

std::string guess_charset(std::string_view sample) {
    constexpr std::size_t kLeastEvidence = 3;
    const auto high = std::count_if(sample.begin(), sample.end(), [](char c) { return (c & 0x80) != 0; });
    if (static_cast<std::size_t>(high) < kLeastEvidence) return "";
    const std::unique_ptr<uchardet, DetectorCloser> detector(uchardet_new());
    if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return "";
    uchardet_data_end(detector.get());
    std::string charset = uchardet_get_charset(detector.get());
    if (charset.empty() || charset == "UTF-8" || charset == "ASCII") return "";
    const Converter converter = open_converter(charset);
    return converter && makes_letters(sample, converter.get()) ? charset : "";
}

DecodedText decode_with(const std::string& charset, std::string_view bytes, std::size_t begin, std::size_t limit,
                        bool source_cut) {
    ReadingWriter writer(limit);
    const std::string_view body = bytes.substr(begin);
    const Converter converter = charset == "UTF-8" ? nullptr : open_converter(charset);
    if (converter) {
        IcuReader(converter.get(), writer).read(body, static_cast<std::uint32_t>(begin));
    } else {
        writer.write_utf8(body, static_cast<std::uint32_t>(begin));
    }
    return writer.finish(source_cut);
}

Span first_beyond_ascii(std::string_view text) {
    const auto at = std::find_if(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
    const auto begin = static_cast<std::uint32_t>(at - text.begin());
    return {begin, begin < text.size() ? begin + text::decode_at(text, begin).size : begin};
}

}  // namespace

DecodedText decode(std::string_view bytes, std::size_t limit, bool source_cut) {
    RO_CHECK(bytes.size() < (std::size_t{1} << 32));
    for (const Mark& mark : kMarks) {
        if (bytes.starts_with(mark.bytes))
            return decode_with(mark.charset, bytes, mark.bytes.size(), limit, source_cut);
    }
    const std::string_view sample = bytes.substr(0, kSample);
    if (const char* wide = unmarked_utf16(sample)) return decode_with(wide, bytes, 0, limit, source_cut);
    const Utf8Census census = count_utf8(sample);
    std::string charset;
    if (census.invalid > census.multibyte) charset = guess_charset(sample);
    if (charset.empty()) return decode_with("UTF-8", bytes, 0, limit, source_cut);
    DecodedText decoded = decode_with(charset, bytes, 0, limit, source_cut);
    decoded.notes.insert(decoded.notes.begin(), {first_beyond_ascii(decoded.text), record::NoteKind::kBadEncoding,
                                                 "not UTF-8; read as " + charset + ", by guess"});
    return decoded;
}

}  // namespace readout::intake
