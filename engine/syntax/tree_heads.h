#pragma once
// Dependency trees: how well each word heads each other (biaffine; Dozat and Manning 2017, with the root as a word's
// arc to itself), and which relation an arc is.

#include <span>
#include <vector>

#include "base/result.h"
#include "learn/linear.h"
#include "record/syntax.h"

namespace readout::syntax {

/// Immutable; threads may share it, each with its own Work.
class TreeHeads {
  public:
    struct Work {
        learn::AlignedBuffer<float> dependents, heads, arcs, labels_of_dependents, labels_of_heads;
        learn::QuantisedRows quantised;
        std::vector<float> scores, hidden, relations;
    };

    static base::Result<TreeHeads> open(const learn::NetworkFile& file);

    /// Projects the words of a batch: row i belongs to word i of it. read() then takes them from `work`.
    void project(const learn::QuantisedRows& rows, Work& work) const;

    /// Sets head and relation of the words [first, last), one sentence, whose rows begin at `row`.
    void read(std::uint32_t first, std::uint32_t last, std::size_t row, Work& work, record::Syntax& syntax) const;

  private:
    learn::Linear dependent_, head_, arc_, label_of_dependent_, label_of_head_;
    learn::Dense relation_;
    std::vector<record::Relation> labels_;
};

}  // namespace readout::syntax
