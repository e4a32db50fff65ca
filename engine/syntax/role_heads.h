#pragma once
// Who says what: for each cue the words of its source and of its content, and what the saying does.

#include <array>
#include <span>
#include <vector>

#include "base/result.h"
#include "learn/linear.h"
#include "record/syntax.h"

namespace readout::syntax {

/// Scores of a pair of words, by two projections, their sum with a vector for the distance between them, and their
/// product. Immutable; threads may share it.
class PairHead {
  public:
    /// Reads PREFIX_left, PREFIX_right, PREFIX_distance, PREFIX_out, PREFIX_product.
    static base::Result<PairHead> open(const learn::NetworkFile& file, const std::string& prefix, std::size_t labels);

    void project(const learn::QuantisedRows& rows, learn::AlignedBuffer<float>& left,
                 learn::AlignedBuffer<float>& right) const;
    [[nodiscard]] std::size_t hidden() const { return left_.outputs(); }

    /// Scores of one pair of projected words; `distance` is the place of the right one less that of the left one, in
    /// words. REQUIRES: out.size() is the number of labels.
    void score(const float* left, const float* right, std::int64_t distance, std::span<float> out) const;

  private:
    static constexpr std::size_t kMaxLabels = 8;

    learn::Linear left_, right_;
    std::vector<float> distances_;                              // [bucket, hidden]
    std::vector<std::array<float, kMaxLabels>> out_, product_;  // [hidden], a column a label
    std::array<float, kMaxLabels> bias_{};
};

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
    learn::Linear act_hidden_;
    learn::Dense act_;
};

}  // namespace readout::syntax
