#pragma once
// When: the date among the report's time expressions that belongs to an act.

#include <optional>

#include "base/calendar.h"
#include "event/phrases.h"
#include "record/reading.h"

namespace readout::event {

/// The date in the clause of token `anchor`; of a coordinated verb without one, that of the verb before
/// it; else that of a date that opens the sentence. None when no date is resolved there.
struct Occasion {
    base::DayRange range;
    bool last_period = false;  // "last month", "last week": news, however long ago it began
};
std::optional<Occasion> occasion(const Phrases& phrases, const record::Reading& reading, Index anchor);

/// True when `on` lies so far before the publication that the act is context, not news; an act told in the past perfect
/// is so sooner.
bool is_long_ago(const record::Reading& reading, const Occasion& on, bool past_perfect);
/// True when all of `on` is after the publication.
bool is_to_come(const record::Reading& reading, const base::DayRange& on);

}  // namespace readout::event
