#pragma once
// How common a word is in English at large, from a frozen table: weights never depend on what else was read.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"

namespace readout::story {

/// Immutable after load.
class Background {
  public:
    /// Reads words.tsv (columns word, documents; the row "*" holds the number of documents).
    static base::Result<Background> load(std::string_view tsv);

    /// 1000 × ln(documents / documents with the word); a word that the table lacks counts as one document. 0 for words
    /// that stand in more than an eighth of all documents.
    [[nodiscard]] std::int64_t rarity(const std::string& folded) const;

  private:
    std::unordered_map<std::string, std::int64_t> rarity_;
    std::int64_t unknown_ = 0;
};

}  // namespace readout::story
