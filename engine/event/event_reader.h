#pragma once
// Who did what to whom: events of PLOVER 2.0 in one report.
//
// Each sentence is cut into noun and verb phrases (phrases.h); words of the trigger table are matched on lemmas
// (triggers.h); the parties are looked for to the left and right (arguments.h, parties.h); mood, tense and the verbs
// above give the status (status.h), the statements the holder. What no party carries is left out, and so are reports of
// sport, weather and the stage. Source of the types and modes: see data/plover/SOURCE.md.

#include <memory>
#include <vector>

#include "base/result.h"
#include "event/lexicon.h"
#include "record/reading.h"

namespace readout::event {

/// Immutable after load; read() is thread-safe.
class EventReader {
  public:
    /// Fails with NAME:LINE when a table is damaged.
    static base::Result<EventReader> load(const EventTables& tables);

    /// The events of a reading whose report, syntax, dates, mentions and statements are filled, by (begin, end).
    [[nodiscard]] std::vector<record::Event> read(const record::Reading& reading) const;

    [[nodiscard]] const Lexicon& lexicon() const { return *lexicon_; }

  private:
    explicit EventReader(Lexicon lexicon) : lexicon_(std::make_shared<const Lexicon>(std::move(lexicon))) {}
    std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace readout::event
