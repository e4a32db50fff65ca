#pragma once
// Cuts a word into the pieces of a BERT vocabulary: WordPiece, greedy, longest match first (Devlin et al. 2019),
// uncased. training/reader/pieces.py does the same.
//
// 1. A word of more than 100 code points is [UNK].
// 2. Quotation marks and dashes are made plain, as the vocabulary and training know them:
//      “ ” „ ‟ « » 〝 〞 ＂, and the words `` and '', become "      ‘ ’ ‚ ‹ › ` ´ ＇ become '
//      – — ‒ ― ‐ ‑ − become -                                   … becomes ...
// 3. Lower case, canonical decomposition; nonspacing marks (Mn) and control characters (C*) are dropped.
// 4. The word is cut at space, and each mark (P*, and what ASCII has besides letters and digits) and each Chinese
//    character is a part of its own.
// 5. Of each part the longest piece of the vocabulary that begins it, then "##" and the longest that goes on. A part of
//    which something is left over is [UNK].

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace readout::learn {

/// Copies what it needs of the vocabulary. Immutable; threads may share it.
class WordPiece {
  public:
    /// The most pieces a word is given; the rest of the word is left out.
    static constexpr std::size_t kMaxPieces = 8;

    WordPiece() = default;
    /// A piece's number is its place in `vocabulary`. Fails when [UNK], [CLS] or [SEP] is missing; `name` is the
    /// file's.
    static base::Result<WordPiece> open(const std::vector<std::string_view>& vocabulary, std::string_view name);

    /// Appends the pieces of a word, at least one ([UNK]) and at most kMaxPieces; returns how many. Takes time linear
    /// in the word.
    std::size_t pieces(std::string_view word, std::vector<std::uint32_t>& out) const;

    [[nodiscard]] std::uint32_t unknown() const { return unknown_; }
    [[nodiscard]] std::uint32_t begin() const { return begin_; }          // [CLS]
    [[nodiscard]] std::uint32_t separator() const { return separator_; }  // [SEP]

  private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t text = 0;  // where its bytes begin in texts_
        std::uint32_t size = 0;  // 0: empty slot
        std::uint32_t piece = 0;
    };

    void insert(std::string_view text, std::uint64_t hash, std::uint32_t piece);
    [[nodiscard]] std::int64_t find(std::string_view text, std::uint64_t hash) const;
    void cut(std::string_view plain, std::size_t most, std::vector<std::uint32_t>& out) const;
    void add_part(std::string_view part, std::vector<std::uint32_t>& out) const;
    bool match(std::string_view part, std::vector<std::uint32_t>& out) const;

    std::vector<Slot> slots_;  // open addressing; a power of two
    std::string texts_;
    std::size_t longest_ = 0;  // bytes of a piece
    std::uint32_t unknown_ = 0, begin_ = 0, separator_ = 0;
};

}  // namespace readout::learn
