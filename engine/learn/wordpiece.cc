#include "learn/wordpiece.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <bit>

#include "base/check.h"
#include "learn/hashing.h"
#include "text/utf8.h"

namespace readout::learn {
namespace {

constexpr std::size_t kMaxPoints = 100;  // of a word
constexpr std::size_t kMaxUnits = 2048;  // UTF-16: nothing grows more than tenfold by lower case and decomposition
constexpr std::size_t kMaxBytes = 4096;  // the same in UTF-8
constexpr std::uint64_t kFirst = 0xCBF29CE484222325;      // hashes of a part's first piece begin here,
constexpr std::uint64_t kFollowing = 0x84222325CBF29CE4;  // those of "##" pieces here

std::uint64_t hash_on(std::uint64_t hash, char byte) {
    return (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3;
}

std::uint64_t hash_of(std::string_view text, std::uint64_t hash) {
    for (const char byte : text) hash = hash_on(hash, byte);
    return hash;
}

enum class Kind : unsigned char { kInside, kAlone, kBorder, kNothing };

/// Of a code point in lower case.
Kind kind_of(char32_t point) {
    if (point < 0x80) {
        if ((point >= 'a' && point <= 'z') || (point >= '0' && point <= '9')) return Kind::kInside;
        if (point == ' ') return Kind::kBorder;
        return point < 0x20 || point == 0x7F ? Kind::kNothing : Kind::kAlone;
    }
    const bool chinese = (point >= 0x4E00 && point <= 0x9FFF) || (point >= 0x3400 && point <= 0x4DBF) ||
                         (point >= 0x20000 && point <= 0x2A6DF) || (point >= 0x2A700 && point <= 0x2CEAF) ||
                         (point >= 0xF900 && point <= 0xFAFF) || (point >= 0x2F800 && point <= 0x2FA1F);
    if (chinese) return Kind::kAlone;
    const std::uint32_t mask = U_GET_GC_MASK(static_cast<UChar32>(point));
    if ((mask & U_GC_P_MASK) != 0) return Kind::kAlone;
    if ((mask & (U_GC_C_MASK | U_GC_MN_MASK)) != 0) return Kind::kNothing;
    return (mask & U_GC_Z_MASK) != 0 ? Kind::kBorder : Kind::kInside;
}

constexpr std::u32string_view kDoubleMarks = U"“”„‟«»〝〞＂", kSingleMarks = U"‘’‚‹›`´＇", kDashes = U"‐‑‒–—―−";

/// The plain mark for a typographic one, else the code point itself.
char32_t plain_mark(char32_t point) {
    if (kDoubleMarks.find(point) != std::u32string_view::npos) return '"';
    if (kSingleMarks.find(point) != std::u32string_view::npos) return '\'';
    return kDashes.find(point) != std::u32string_view::npos ? U'-' : point;
}

/// A word in UTF-16, which is what ICU works on.
struct Units {
    std::array<UChar, kMaxUnits> units;
    std::int32_t size = 0;

    void add(char32_t point) { U16_APPEND_UNSAFE(units.data(), size, point); }
};

constexpr auto kRoom = static_cast<std::int32_t>(kMaxUnits);

/// Lower case looks at the whole word: a sigma at its end has its own form.
void lower_and_decompose(Units& word) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* nfd = unorm2_getNFDInstance(&status);
    Units lower;
    lower.size = u_strToLower(lower.units.data(), kRoom, word.units.data(), word.size, "", &status);
    word.size = unorm2_normalize(nfd, lower.units.data(), lower.size, word.units.data(), kRoom, &status);
    RO_CHECK(U_SUCCESS(status));
}

/// The bytes of a plain word: what cut() works on.
struct Plain {
    std::array<char, kMaxBytes> bytes;
    std::size_t size = 0;

    [[nodiscard]] std::string_view view() const { return {bytes.data(), size}; }
};

/// The fast way, for a word of ASCII; false when it is none.
bool make_plain_ascii(std::string_view word, Plain& plain) {
    for (const char c : word) {
        if (static_cast<unsigned char>(c) >= 0x80) return false;
        plain.bytes[plain.size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c == '`' ? '\'' : c;
    }
    return true;
}

/// False when the word is too long.
bool make_plain(std::string_view word, Plain& plain) {
    if (word == "``" || word == "''") word = "\"";
    if (word.size() <= kMaxPoints && make_plain_ascii(word, plain)) return true;
    Units units;
    bool ascii = true;
    std::size_t points = 0;
    for (std::size_t i = 0; i < word.size(); ++points) {
        if (points == kMaxPoints) return false;
        const text::Decoded decoded = text::decode_at(word, i);
        i += decoded.size;
        if (decoded.point == U'…') {
            for (int dot = 0; dot < 3; ++dot) units.add('.');
            continue;
        }
        const char32_t point = plain_mark(decoded.point);
        ascii = ascii && point < 0x80;
        units.add(point >= 'A' && point <= 'Z' ? point + 32 : point);
    }
    if (!ascii) lower_and_decompose(units);
    std::int32_t size = 0;
    for (std::int32_t i = 0; i < units.size;) {
        UChar32 point = 0;
        U16_NEXT_UNSAFE(units.units.data(), i, point);
        U8_APPEND_UNSAFE(reinterpret_cast<std::uint8_t*>(plain.bytes.data()), size, point);
    }
    plain.size = static_cast<std::size_t>(size);
    return true;
}

}  // namespace

base::Result<WordPiece> WordPiece::open(const std::vector<std::string_view>& vocabulary, std::string_view name) {
    WordPiece pieces;
    pieces.slots_.resize(std::bit_ceil(vocabulary.size() * 2 + 16));
    constexpr std::string_view kUnknown = "[UNK]", kBegin = "[CLS]", kSeparator = "[SEP]";
    int special = 0;
    for (std::uint32_t i = 0; i < vocabulary.size(); ++i) {
        const std::string_view text = vocabulary[i];
        if (text == kUnknown) pieces.unknown_ = i;
        if (text == kBegin) pieces.begin_ = i;
        if (text == kSeparator) pieces.separator_ = i;
        if (text == kUnknown || text == kBegin || text == kSeparator) {
            ++special;
        } else if (text.size() > 2 && text.starts_with("##")) {
            pieces.insert(text.substr(2), hash_of(text.substr(2), kFollowing), i);
        } else if (!text.empty()) {
            pieces.insert(text, hash_of(text, kFirst), i);
        }
    }
    if (special == 3) return pieces;
    return base::failure(std::string(name) +
                         ": the vocabulary lacks [UNK], [CLS] or [SEP], or has one twice; install " +
                         "Readout's models again");
}

void WordPiece::insert(std::string_view text, std::uint64_t hash, std::uint32_t piece) {
    if (find(text, hash) >= 0 || text.size() > kMaxBytes) return;
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].size != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {hash, static_cast<std::uint32_t>(texts_.size()), static_cast<std::uint32_t>(text.size()), piece};
    texts_ += text;
    longest_ = std::max(longest_, text.size());
}

/// The piece, or -1. The same text as a first and as a following piece has two hashes, always: the steps are one to
/// one.
std::int64_t WordPiece::find(std::string_view text, std::uint64_t hash) const {
    for (std::size_t at = hash & (slots_.size() - 1); slots_[at].size != 0; at = (at + 1) & (slots_.size() - 1)) {
        const Slot& slot = slots_[at];
        if (slot.hash == hash && std::string_view(texts_).substr(slot.text, slot.size) == text) return slot.piece;
    }
    return -1;
}

std::size_t WordPiece::pieces(std::string_view word, std::vector<std::uint32_t>& out) const {
    const std::size_t before = out.size();
    Plain plain;
    if (make_plain(word, plain)) cut(plain.view(), before + kMaxPieces, out);
    if (out.size() == before) out.push_back(unknown_);
    out.resize(std::min(out.size(), before + kMaxPieces));
    return out.size() - before;
}

/// Appends the pieces of all parts, until `out` has `most` or more. A part is collected, not pointed at, since what is
/// dropped may stand within it.
void WordPiece::cut(std::string_view plain, std::size_t most, std::vector<std::uint32_t>& out) const {
    std::array<char, kMaxBytes> part;
    std::size_t size = 0;
    const auto end_part = [&] {
        if (size > 0) add_part({part.data(), size}, out);
        size = 0;
    };
    for (std::size_t i = 0; i < plain.size() && out.size() < most;) {
        const auto byte = static_cast<unsigned char>(plain[i]);
        const text::Decoded point = byte < 0x80 ? text::Decoded{.point = byte} : text::decode_at(plain, i);
        const Kind kind = kind_of(point.point);
        if (kind == Kind::kAlone || kind == Kind::kBorder) end_part();
        if (kind == Kind::kAlone) add_part(plain.substr(i, point.size), out);
        if (kind == Kind::kInside) {
            for (std::size_t k = 0; k < point.size; ++k) part[size++] = plain[i + k];
        }
        i += point.size;
    }
    end_part();
}

void WordPiece::add_part(std::string_view part, std::vector<std::uint32_t>& out) const {
    const std::size_t before = out.size();
    if (match(part, out)) return;
    out.resize(before);
    out.push_back(unknown_);
}

/// Appends the pieces of a part; false when something is left over. Hashes of all beginnings come from one pass.
bool WordPiece::match(std::string_view part, std::vector<std::uint32_t>& out) const {
    std::array<std::uint64_t, kMaxBytes> hashes;
    for (std::uint64_t seed = kFirst; !part.empty(); seed = kFollowing) {
        const std::size_t most = std::min(part.size(), longest_);
        std::uint64_t hash = seed;
        for (std::size_t i = 0; i < most; ++i) hashes[i] = hash = hash_on(hash, part[i]);
        std::int64_t piece = -1;
        std::size_t size = most;
        for (; size > 0 && piece < 0; --size) {
            if (text::is_boundary(part, size)) piece = find(part.substr(0, size), hashes[size - 1]);
        }
        if (piece < 0) return false;
        out.push_back(static_cast<std::uint32_t>(piece));
        part.remove_prefix(size + 1);
    }
    return true;
}

}  // namespace readout::learn
