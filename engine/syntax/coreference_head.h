#pragma once
// Which words before it a pronoun of the third person, or a noun that may take up somebody told before, may mean the same
// as (mention ranking, Denis and Baldridge 2008).

#include <cstdint>
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
        std::vector<std::uint32_t> before;  // heads of the last phrases, over windows and batches of one text
        std::vector<float> projected;       // right projections of these, side by side

        /// Forgets the phrases of another text.
        void begin() {
            before.clear();
            projected.clear();
        }
    };

    static base::Result<CoreferenceHead> open(const learn::NetworkFile& file);

    /// Projects the words of a batch: row i belongs to word i of it. read() then takes them from `work`.
    void project(const learn::QuantisedRows& rows, Work& work) const;

    /// Appends what pronouns of the third person and nouns among the words [first, last) of one window may mean, best
    /// first: heads of the last phrases, those of windows before it too. Windows of a text are read in their order, the
    /// first after work.begin(). The words' rows begin at `row`; their tags and trees must be set.
    void read(std::string_view text, std::uint32_t first, std::uint32_t last, std::size_t row, Work& work,
              record::Syntax& syntax) const;

  private:
    void add_antecedents(std::uint32_t word, std::size_t row, Work& work, record::Syntax& syntax) const;

    PairHead pairs_;
};

}  // namespace readout::syntax
