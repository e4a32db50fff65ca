#pragma once
// Dictionary forms of words: rules that a dictionary checks, and a table of exceptions ("said", "held", "men").
// training/tagger/lemmas.py computes the same.

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "learn/hashed_table.h"
#include "learn/model_file.h"

namespace readout::syntax {

/// What a dictionary says of a word: 1 noun, 2 verb, 4 adjective, 8 adverb; a form of one: 16 past, 32 -ing, 64 verb in
/// -s, 128 plural, 256 compared.
using WordBits = std::uint32_t;

/// Points into the bytes of the model file. Immutable; thread-safe.
class Lemmas {
  public:
    static base::Result<Lemmas> open(const learn::ModelFile& file, std::string_view name);

    /// Of a lower-case word with straight apostrophes.
    [[nodiscard]] WordBits bits(std::string_view word) const;

    /// The lemma of such a word with this Penn tag.
    [[nodiscard]] std::string lemma(std::string_view word, std::string_view xpos) const;

  private:
    [[nodiscard]] WordBits base(std::string_view word) const;
    [[nodiscard]] std::string_view exception(std::string_view kind, std::string_view word) const;
    [[nodiscard]] std::string by_rule(std::string_view word, std::string_view xpos, std::string_view kind) const;

    learn::HashedTable dictionary_, exceptions_;
    std::string_view lemma_bytes_;
};

}  // namespace readout::syntax
