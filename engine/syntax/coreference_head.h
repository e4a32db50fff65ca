#pragma once
// Which words before it a pronoun of the third person may mean the same as (mention ranking, Denis and Baldridge 2008).

#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/syntax.h"
#include "syntax/pair_head.h"

namespace readout::syntax {

/// Immutable; threads may share it, each with its own Work.
class CoreferenceHead {
  public:
    struct Work {
        learn::AlignedBuffer<float> left, right;
        learn::AlignedBuffer<float> scores;
    };

    static base::Result<CoreferenceHead> open(const learn::NetworkFile& file);

    /// Projects the words of a batch: row i belongs to word i of it. read() then takes them from `work`.
    void project(const learn::QuantisedRows& rows, Work& work) const;

    /// Appends what the pronouns of the third person among the words [first, last) of one window may mean, best first.
    /// Their rows begin at `row`; their tags and trees must be set.
    void read(std::string_view text, std::uint32_t first, std::uint32_t last, std::size_t row, Work& work,
              record::Syntax& syntax) const;

  private:
    /// `before`: the heads of phrases before the word; `shift`: from a word to its row.
    void add_antecedents(std::uint32_t word, std::span<const std::uint32_t> before, std::size_t shift, Work& work,
                         record::Syntax& syntax) const;

    PairHead pairs_;
};

}  // namespace readout::syntax
