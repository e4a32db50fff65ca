#pragma once
// Runs of words in a sequence of labels: where each begins and goes on.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "learn/network_file.h"
#include "record/syntax.h"

namespace readout::syntax {

/// B, I and O with a kind: what a label says of where a run of words begins and goes on.
struct RunLabel {
    enum Part : std::uint8_t { kOutside, kBegins, kGoesOn };
    Part part = kOutside;
    std::uint8_t kind = 0;
};

/// A run of words with its kind.
struct LabelledRun {
    record::Words words;
    std::uint8_t kind = 0;
};

/// The labels of a layer, and what it is worth that one follows another (the transitions of a linear-chain conditional
/// random field, Lafferty et al. 2001). "I" only follows a "B" or "I" of its kind, and begins nothing.
class RunLabels {
  public:
    RunLabels() = default;
    /// `worths` holds a row for each label, of what each label behind it is worth. REQUIRES: worths.size() is the
    /// square of labels.size().
    RunLabels(std::vector<RunLabel> labels, std::span<const float> worths);
    /// Reads the transitions from the tensor TENSOR (f32).
    static base::Result<RunLabels> open(const learn::NetworkFile& file, std::string_view tensor,
                                        std::vector<RunLabel> labels);

    [[nodiscard]] std::size_t size() const { return labels_.size(); }
    [[nodiscard]] const RunLabel& operator[](std::size_t label) const { return labels_[label]; }

    /// The runs of the best sequence (Viterbi). `scores` holds size() numbers a row, rows `stride` apart. Words count
    /// from `first`.
    [[nodiscard]] std::vector<LabelledRun> best(const float* scores, std::size_t stride, std::size_t count,
                                                std::uint32_t first) const;

  private:
    /// What the best beginning of a sequence up to word i that ends in each label is worth, and where it comes from.
    /// Row i of the results.
    void forward(const float* scores, std::size_t stride, std::size_t count, std::vector<float>& best,
                 std::vector<std::uint8_t>& from) const;

    std::vector<RunLabel> labels_;
    std::vector<float> moves_;  // [label, label before]; -infinity where it may not follow
};

/// Appends the words of runs in text order, those that touch as one: a layer tells which words have a role in some
/// attribution, and where one saying lies in another the network sees a beginning in the midst.
void add_joined(std::span<const LabelledRun> runs, std::vector<record::Words>& out);

}  // namespace readout::syntax
