#pragma once
// One label a word: tags, features, beginnings of sentences, names, times, roles.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "learn/linear.h"
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

/// The runs of the best sequence of labels in which "I" only follows a "B" or "I" of its kind (Viterbi). `scores` holds
/// labels.size() numbers a row, rows `stride` apart. Words count from `first`.
std::vector<LabelledRun> best_runs(const float* scores, std::size_t stride, std::size_t count,
                                   std::span<const RunLabel> labels, std::uint32_t first);

/// Appends the words of runs in text order, those that touch as one: a layer tells which words have a role in some
/// attribution, and where one saying lies in another the network sees a beginning in the midst.
void add_joined(std::span<const LabelledRun> runs, std::vector<record::Words>& out);

/// Immutable; threads may share it.
class WordHeads {
  public:
    static base::Result<WordHeads> open(const learn::NetworkFile& file);

    /// Numbers a row of scores().
    [[nodiscard]] std::size_t stride() const { return stride_; }
    /// `out` gets stride() numbers for each row.
    void scores(const learn::QuantisedRows& rows, float* out) const;

    /// Of the words [first, last) of one window, whose scores are given: sets their tags and features; appends names,
    /// times and roles. Tells of each word whether it surely begins a sentence.
    std::vector<bool> read(const float* scores, std::uint32_t first, std::uint32_t last, record::Syntax& syntax) const;

    /// Their names, for Syntax::features; the first is "_".
    [[nodiscard]] const std::vector<std::string>& features() const { return features_; }

  private:
    struct Head {
        std::size_t begin = 0, size = 0;  // columns of the scores
    };
    [[nodiscard]] bool may_be_cue(const float* row) const;
    [[nodiscard]] std::size_t best(const float* row, Head head) const;
    void set_tags(const float* row, record::Token& token) const;
    [[nodiscard]] std::vector<LabelledRun> runs(const float* scores, Head head, const std::vector<RunLabel>& labels,
                                                std::uint32_t first, std::uint32_t last) const;

    learn::Linear tags_;
    std::size_t stride_ = 0;
    Head upos_, xpos_, feats_, sentence_, name_, time_, source_, cue_, content_;
    std::vector<record::Upos> upos_labels_;
    std::vector<std::string> xpos_labels_, features_;
    std::vector<std::uint16_t> feats_labels_;  // indices of features_
    std::vector<RunLabel> name_labels_, time_labels_, source_labels_, cue_labels_, content_labels_;
    std::size_t begins_ = 0;  // the label of `sentence` that says so
};

}  // namespace readout::syntax
