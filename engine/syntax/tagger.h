#pragma once
// The tags of the words of a sentence: a linear model that goes from left to right over features of the words around
// and of the tags already given (an averaged perceptron; Collins 2002). training/tagger/ trains it.

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "learn/hashed_table.h"
#include "learn/linear_model.h"
#include "learn/model_file.h"
#include "record/syntax.h"
#include "syntax/lemmas.h"
#include "syntax/word_view.h"

namespace readout::syntax {

/// Points into the bytes of its model. Immutable; any number of threads may tag at once, each with a Work of its own.
class Tagger {
  public:
    /// Room that is used again from sentence to sentence.
    struct Work;
    struct WorkDeleter {
        void operator()(Work* work) const;
    };
    static std::unique_ptr<Work, WorkDeleter> make_work();

    /// The model of models/tagger.bin; fails with `name` and what is wrong with it.
    static base::Result<Tagger> load(std::string_view bytes, std::string_view name);

    /// Sets tags and lemmas of the words of one sentence, whose spans of `text` are in order.
    void tag(std::string_view text, std::span<record::Token> words, Work& work) const;

    /// Mends the tags of a word whose form tells them: web and mail addresses, "%", verbs that can only be a third
    /// person
    /// ("rejects").
    void tag_by_form(std::string_view form, record::Token& token) const;

    /// The lemma of a word with this Penn tag.
    [[nodiscard]] std::string lemma(std::string_view word, std::string_view xpos) const;

  private:
    struct Label {
        record::Upos upos = record::Upos::kX;
        std::string xpos;
        bool is_auxiliary = false;  // remembered for the participles that follow
        bool ends_auxiliary = false;
    };

    base::Result<std::size_t> read_labels(std::string_view lines, std::string_view name);
    void look(std::string_view text, std::span<const record::Token> words, Work& work) const;
    [[nodiscard]] std::size_t best_label(Work& work) const;

    learn::LinearModel model_;
    learn::HashedTable classes_;
    Lemmas lemmas_;
    std::vector<Label> labels_;
    std::size_t address_ = 1;  // the label of web and mail addresses
};

}  // namespace readout::syntax
