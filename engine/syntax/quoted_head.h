#pragma once
// What quotations do whose cue does not tell it ("said", "added", none): from the quoted words, by attention pooling
// (four weighted means and the plain one of their vectors; Lin and others 2017).

#include <vector>

#include "base/result.h"
#include "learn/linear.h"
#include "record/syntax.h"
#include "syntax/windows.h"

namespace readout::syntax {

/// Immutable; threads may share it, each with its own Work.
class QuotedHead {
  public:
    struct Work {
        learn::AlignedBuffer<float> weights;
        learn::QuantisedRows quantised;
        std::vector<float> keys, pooled, hidden;
    };

    static base::Result<QuotedHead> open(const learn::NetworkFile& file);

    /// Appends the act of each quotation of the window: what stands between two marks of a paragraph, or between a mark
    /// and the end of it; inner quotations belong to the outer one. `vectors`: the rows of the window's words, width
    /// numbers each. `blocks` tells which words of the text begin a paragraph.
    void read(const PieceWindow& window, const std::vector<bool>& blocks, const float* vectors, Work& work,
              record::Syntax& syntax) const;

  private:
    void judge(const float* vectors, record::QuotedAct& quoted, std::size_t count, Work& work) const;

    std::size_t width_ = 0;
    learn::Dense keys_, out_;
    learn::Linear hidden_;
};

}  // namespace readout::syntax
