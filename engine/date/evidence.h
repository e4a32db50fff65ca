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

/// How surely something of the text happened before the text was written.
enum class Grip : unsigned char {
    kScattered,  // the words of a known event, here and there in a paragraph or two
    kTogether,   // the words of a known event in one sentence
    kDated,      // its full date is told in the past
};

/// A thing told as past. `word` is where: two facts far apart are independent.
struct Fact {
    base::Day day;
    text::Span evidence;
    std::size_t word = 0;
    Grip grip = Grip::kScattered;
};

/// What the window rests on. Only a firm one says "about then": the others take it that a lead tells what is new.
enum class Hold : unsigned char {
    kLoose,    // news of an event in the lead
    kWeekday,  // the same, and the lead names its weekday
    kFirm,     // words beside the event tell how long ago it was: "two days after the summit"
};

/// `window` is where known events place the report, when they do; it lies within the bounds.
struct InnerEvidence {
    std::optional<Bound> not_before;  // the latest day told as past
    std::vector<Fact> past;           // things told as past, of different days, latest first, at most 8
    std::optional<Bound> not_after;   // the first day told as still to come
    std::optional<base::DayRange> window;
    text::Span window_evidence;
    Hold hold = Hold::kLoose;
    int lead_weekday = -1;       // the weekday on which the first paragraph's news was told
    bool lead_is_today = false;  // "today, on Thursday"
    text::Span lead_evidence;
};

InnerEvidence weigh(const Words& words, const std::vector<Placed>& placed, const KnownEvents& events);

}  // namespace readout::date
