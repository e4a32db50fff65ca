#pragma once
// How is it said? The sentences, words, tags, lemmas and trees of a report, its names and times, and who says what.

#include <memory>
#include <string_view>

#include "base/result.h"
#include "record/report.h"
#include "record/syntax.h"

namespace readout::syntax {

/// Words that the network reads of one report. What is longer is no news; the tagger alone reads it, many times faster.
inline constexpr std::size_t kMaxNetworkWords = 30000;

/// Which blocks are read: those that carry news, or furniture too.
enum class Blocks : unsigned char { kNews, kAll };

/// Immutable after load(); analyze() may run on any number of threads at once.
class Analyzer {
  public:
    /// `tagger` are the bytes of models/tagger.bin, `network` those of models/reader.bin; they must outlive the
    /// Analyzer, which points into them. Without a network the tagger reads everything. Fails with the file's name and
    /// what is wrong when they are not such models.
    static base::Result<Analyzer> load(std::string_view tagger, std::string_view network);

    Analyzer(Analyzer&&) noexcept;
    Analyzer& operator=(Analyzer&&) noexcept;
    ~Analyzer();

    /// Linear time in the size of the text.
    [[nodiscard]] record::Syntax analyze(const record::Report& report, Blocks blocks = Blocks::kNews) const;

  private:
    struct Model;
    explicit Analyzer(std::unique_ptr<const Model> model);
    std::unique_ptr<const Model> model_;
};

}  // namespace readout::syntax
