#pragma once
// How is it said? The sentences, words, tags and lemmas of a report.

#include <memory>
#include <string_view>

#include "base/result.h"
#include "record/report.h"
#include "record/syntax.h"

namespace readout::syntax {

/// Immutable after load(); analyze() may run on any number of threads at once.
class Analyzer {
  public:
    /// `model_bytes` are those of models/tagger.bin; they must outlive the Analyzer, which points into them. Fails with
    /// `name` and what is wrong when they are not such a model.
    static base::Result<Analyzer> load(std::string_view model_bytes, std::string_view name);

    Analyzer(Analyzer&&) noexcept;
    Analyzer& operator=(Analyzer&&) noexcept;
    ~Analyzer();

    /// Reads every block that carries news. Linear time in the size of the text.
    [[nodiscard]] record::Syntax analyze(const record::Report& report) const;

  private:
    struct Model;
    explicit Analyzer(std::unique_ptr<const Model> model);
    std::unique_ptr<const Model> model_;
};

}  // namespace readout::syntax
