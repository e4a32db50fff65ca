#include "learn/wordpiece.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>
#include <bit>

#include "base/check.h"
#include "learn/hashing.h"
#include "text/utf8.h"

namespace readout::learn {
namespace {

constexpr std::size_t kMaxPoints = 100;  // of a part, as BERT has it
constexpr std::size_t kMaxPartBytes = kMaxPoints * 4;
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

/// Of a lower-case code point.
Kind kind_of(char32_t point) {
    if (point < 0x80) {
        if ((point >= 'a' && point <= 'z') || (point >= '0' && point <= '9')) return Kind::kInside;
        if (point == ' ' || point == '\t' || point == '\n' || point == '\r') return Kind::kBorder;
        return point < 0x20 || point == 0x7F ? Kind::kNothing : Kind::kAlone;
    }
    const bool chinese = (point >= 0x4E00 && point <= 0x9FFF) || (point >= 0x3400 && point <= 0x4DBF) ||
                         (point >= 0x20000 && point <= 0x2A6DF) || (point >= 0x2A700 && point <= 0x2CEAF) ||
                         (point >= 0xF900 && point <= 0xFAFF) || (point >= 0x2F800 && point <= 0x2FA1F);
    if (chinese) return Kind::kAlone;
    if (point == 0xFFFD) return Kind::kNothing;
    const std::uint32_t mask = U_GET_GC_MASK(static_cast<UChar32>(point));
    if ((mask & U_GC_P_MASK) != 0) return Kind::kAlone;
    if ((mask & U_GC_C_MASK) != 0) return Kind::kNothing;
    return (mask & U_GC_Z_MASK) != 0 ? Kind::kBorder : Kind::kInside;
}

constexpr std::u32string_view kDoubleMarks = U"“”„‟«»〝〞〟＂", kSingleMarks = U"‘’‚‛‹›`´ʼ＇", kDashes = U"‐‑‒–—―−";

/// The plain mark for a typographic one, else the code point itself.
char32_t plain_mark(char32_t point) {
    if (kDoubleMarks.find(point) != std::u32string_view::npos) return '"';
    if (kSingleMarks.find(point) != std::u32string_view::npos) return '\'';
    return kDashes.find(point) != std::u32string_view::npos ? U'-' : point;
}

const UNormalizer2* decomposer() {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* instance = unorm2_getNFDInstance(&status);
    RO_CHECK(U_SUCCESS(status));
    return instance;
}

/// The code points of the canonical decomposition of one; at most 18 units by Unicode's own promise for a code point.
struct Decomposition {
    std::array<UChar, 32> units{};
    std::int32_t size = 0;

    explicit Decomposition(char32_t point) {
        static const UNormalizer2* const nfd = decomposer();
        UErrorCode status = U_ZERO_ERROR;
        size = unorm2_getDecomposition(nfd, static_cast<UChar32>(point), units.data(),
                                       static_cast<std::int32_t>(units.size()), &status);
        if (U_SUCCESS(status) && size >= 0) return;
        size = 0;
        U16_APPEND_UNSAFE(units.data(), size, point);  // is its own decomposition
    }
};

}  // namespace

/// The part that is being collected, and where pieces go.
struct WordPiece::Word {
    std::vector<std::uint32_t>& out;
    std::size_t start;
    std::array<char, kMaxPartBytes> part{};
    std::size_t size = 0, points = 0;

    [[nodiscard]] bool full() const { return out.size() - start >= kMaxPieces; }
};

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
    if (find(text, hash) >= 0 || text.size() > kMaxPartBytes) return;
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
    Word here{.out = out, .start = out.size()};
    for (std::size_t i = 0; i < word.size() && !here.full();) {
        const auto byte = static_cast<unsigned char>(word[i]);
        if (byte < 0x80) {
            const bool doubled = (byte == '`' || byte == '\'') && i + 1 < word.size() && word[i + 1] == word[i];
            take(here, doubled ? '"' : byte >= 'A' && byte <= 'Z' ? byte + 32U : byte == '`' ? '\'' : byte);
            i += doubled ? 2 : 1;
            continue;
        }
        const text::Decoded decoded = text::decode_at(word, i);
        i += decoded.size;
        const Decomposition decomposition(decoded.point);
        for (std::int32_t unit = 0; unit < decomposition.size;) {
            UChar32 point = 0;
            U16_NEXT(decomposition.units.data(), unit, decomposition.size, point);
            if (point == 0x2026) {
                for (int dot = 0; dot < 3; ++dot) take(here, '.');
            } else if (u_charType(point) != U_NON_SPACING_MARK) {
                take(here, plain_mark(static_cast<char32_t>(u_tolower(point))));
            }
        }
    }
    end_part(here);
    if (out.size() == here.start) out.push_back(unknown_);
    out.resize(std::min(out.size(), here.start + kMaxPieces));
    return out.size() - here.start;
}

void WordPiece::take(Word& word, std::uint32_t point) const {
    const Kind kind = kind_of(point);
    if (kind == Kind::kNothing) return;
    if (kind != Kind::kInside) end_part(word);
    if (kind == Kind::kBorder) return;
    if (++word.points <= kMaxPoints) {
        if (point < 0x80) {
            word.part[word.size++] = static_cast<char>(point);
        } else {
            std::int32_t size = static_cast<std::int32_t>(word.size);
            U8_APPEND_UNSAFE(reinterpret_cast<std::uint8_t*>(word.part.data()), size, point);
            word.size = static_cast<std::size_t>(size);
        }
    }
    if (kind == Kind::kAlone) end_part(word);
}

void WordPiece::end_part(Word& word) const {
    const std::size_t before = word.out.size();
    if (word.points > 0 && (word.points > kMaxPoints || !match({word.part.data(), word.size}, word.out))) {
        word.out.resize(before);
        word.out.push_back(unknown_);
    }
    word.size = word.points = 0;
}

/// Appends the pieces of a part; false when something is left over. Hashes of all beginnings come from one pass.
bool WordPiece::match(std::string_view part, std::vector<std::uint32_t>& out) const {
    std::array<std::uint64_t, kMaxPartBytes> hashes;
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
