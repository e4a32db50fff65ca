#pragma once
// A linear classifier over hashed features: a label's score is the sum of the weights that the features present have
// for it. Weights are whole numbers, so that scores are the same on every machine.

#include <cstdint>
#include <span>
#include <string_view>

#include "base/result.h"
#include "learn/hashed_table.h"

namespace readout::learn {

/// Points into the bytes of a model file. Immutable; any number of threads may score at once.
class LinearModel {
  public:
    LinearModel() = default;
    /// `features` maps a feature to offset * 256 + count in `weights`, pairs of a label (8 bits) and its weight (16
    /// bits, signed). Fails when a feature points outside `weights` or a label is not below `labels`.
    static base::Result<LinearModel> open(std::string_view features, std::string_view weights, std::size_t labels,
                                          std::string_view name);

    /// Adds the weights of the features present to `scores`. REQUIRES: scores.size() >= labels.
    void add(std::span<const std::uint64_t> present, std::span<std::int32_t> scores) const;

  private:
    HashedTable features_;
    std::string_view weights_;
};

}  // namespace readout::learn
