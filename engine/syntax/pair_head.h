#pragma once
// Scores of pairs of words: whether one is the source or content of a cue, whether two mean the same.

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "learn/linear.h"

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

}  // namespace readout::syntax
