#pragma once
// Well-known events whose days are known: what dates a text that tells no date.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/result.h"
#include "date/words.h"
#include "text/span.h"

namespace readout::date {

/// A known event that a text speaks of. `span` is the hull of the words that show it.
struct EventMention {
    std::size_t event = 0;  // index in KnownEvents
    text::Span span;
    std::size_t word = 0;             // index of the word that tells what happened: of the second group, else the first
    std::size_t first = 0, last = 0;  // [first, last): the words of `span`
};

/// The table data/known_events/known_events.tsv. Copies what it needs from the bytes; any number of threads may read.
class KnownEvents {
  public:
    /// No events at all: nothing is recognised.
    KnownEvents();
    /// Fails with NAME:LINE when a column is missing, a day is no day, or a row has no keywords.
    static base::Result<KnownEvents> parse(std::string_view bytes, std::string_view name);

    KnownEvents(KnownEvents&&) noexcept;
    KnownEvents& operator=(KnownEvents&&) noexcept;
    KnownEvents(const KnownEvents&) = delete;
    KnownEvents& operator=(const KnownEvents&) = delete;
    ~KnownEvents();

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] base::DayRange days(std::size_t event) const;
    [[nodiscard]] const std::string& name(std::size_t event) const;

    /// Where `words` speak of events, in text order: one keyword of every group within 80 words. A mention less than 20
    /// words after one of the same event is left out. Linear in the words.
    [[nodiscard]] std::vector<EventMention> find(const Words& words) const;

  private:
    struct Table;
    std::unique_ptr<Table> table_;
};

}  // namespace readout::date
