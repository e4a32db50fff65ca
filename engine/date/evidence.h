#pragma once
// What the text itself lets slip about the day it was written: the events it knows of, the days it still awaits, the
// weekdays it names.

#include <optional>
#include <vector>

#include "date/known_events.h"
#include "date/timeline.h"

namespace readout::date {

/// A day that the report cannot be older (younger) than, and the words that show it.
struct Bound {
    base::Day day;
    text::Span evidence;
};

/// `window` is where known events place the report, when they do; it lies within the bounds.
struct InnerEvidence {
    std::optional<Bound> not_before;  // the latest day told as past
    std::vector<Bound> past;          // the latest day of each thing told as past, latest first, at most 8
    std::optional<Bound> not_after;   // the first day told as still to come
    std::optional<base::DayRange> window;
    text::Span window_evidence;
    bool window_is_loose = false;  // rests on nothing but news of an event in the lead
    int lead_weekday = -1;         // the weekday on which the first paragraph's news was told
    bool lead_is_today = false;    // "today, on Thursday"
    text::Span lead_evidence;
};

InnerEvidence weigh(const Words& words, const std::vector<Placed>& placed, const KnownEvents& events);

}  // namespace readout::date
