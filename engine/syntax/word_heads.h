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
#include "syntax/runs.h"

namespace readout::syntax {

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
    [[nodiscard]] std::size_t best(const float* row, Head head) const;
    void set_tags(const float* row, record::Token& token) const;
    [[nodiscard]] std::vector<LabelledRun> runs(const float* scores, Head head, const RunLabels& labels,
                                                std::uint32_t first, std::uint32_t last) const;

    learn::Linear tags_;
    std::size_t stride_ = 0;
    Head upos_, xpos_, feats_, sentence_, name_, time_, source_, cue_, content_;
    std::vector<record::Upos> upos_labels_;
    std::vector<std::string> xpos_labels_, features_;
    std::vector<std::uint16_t> feats_labels_;  // indices of features_
    RunLabels name_labels_, time_labels_, source_labels_, cue_labels_, content_labels_;
    std::size_t begins_ = 0;  // the label of `sentence` that says so
};

}  // namespace readout::syntax
