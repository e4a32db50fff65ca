#pragma once
// Who says what: for each cue the words of its source and of its content, and what the saying does.

#include <span>
#include <vector>

#include "base/result.h"
#include "learn/linear.h"
#include "record/syntax.h"
#include "syntax/pair_head.h"
#include "syntax/runs.h"

namespace readout::syntax {

/// Immutable; threads may share it, each with its own Work.
class RoleHeads {
  public:
    struct Work {
        learn::AlignedBuffer<float> left, right;
        learn::QuantisedRows quantised;
        std::vector<float> scores, pooled, hidden;
    };

    static base::Result<RoleHeads> open(const learn::NetworkFile& file);

    void project(const learn::QuantisedRows& rows, Work& work) const;

    /// Appends an attribution for each of the first 64 of `cues`, which lie among the words [first, last) of one
    /// window, whose rows (in `vectors`, width() numbers each) begin at `row`.
    void read(std::span<const record::Words> cues, std::uint32_t first, std::uint32_t last, const float* vectors,
              std::size_t row, Work& work, record::Syntax& syntax) const;

  private:
    void judge(record::Attribution& attribution, std::uint32_t first, const float* vectors, std::size_t row,
               Work& work) const;

    std::size_t width_ = 0;
    PairHead roles_;
    RunLabels labels_;
    learn::Linear act_hidden_;
    learn::Dense act_;
};

}  // namespace readout::syntax
