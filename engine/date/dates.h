#pragma once
// The door of the room: when was the report published, and what days do its words mean?

#include "date/known_events.h"
#include "record/reading.h"

namespace readout::date {

/// Judges when the report was published, then finds and resolves its time expressions. Fills report.datings (adding to
/// those that intake found), report.published, notes of kind date_conflict, and reading.dates in text order.
/// REQUIRES: report.text is valid UTF-8 of at most 4 MiB. Linear in the text. Thread-safe: `events` is only read.
void read_dates(record::Reading& reading, const KnownEvents& events);

}  // namespace readout::date
