#pragma once
// Who said what, to whom?
//
// 1. quotation.h finds the quotations, one state machine over the blocks.
// 2. words.h lays out the words level by level: outside all marks, inside each quotation.
// 3. cues.h finds the reporting words of each sentence, subject.h who speaks, complement.h what is said; cued.h joins
// them.
// 4. uncued.h and transcript.h take what no reporting word claims.
// 5. speaker.h resolves the speakers, act.h judges the acts, nesting.h says which statement reports which.
//
// Inner levels are read like outer ones, so a statement reported inside another is found by the same rules.

#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/reading.h"
#include "statement/lexicon.h"

namespace readout::statement {

/// Immutable after load; read() is thread-safe and linear in the text.
class StatementReader {
  public:
    /// `reporting_tsv` is data/reporting/reporting.tsv. Fails with NAME:LINE at a row that is not well formed.
    static base::Result<StatementReader> load(std::string_view reporting_tsv);

    /// The statements of a reading whose report, syntax, dates, entities and mentions are filled, by (begin, end).
    [[nodiscard]] std::vector<record::Statement> read(const record::Reading& reading) const;

  private:
    explicit StatementReader(Lexicon lexicon) : lexicon_(std::move(lexicon)) {}

    Lexicon lexicon_;
};

}  // namespace readout::statement
