#pragma once
// Who did what to whom: PLOVER 2.0 with the CAMEO code beside it.

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "record/ids.h"
#include "text/span.h"

namespace readout::record {

using text::Span;

enum class EventType : unsigned char {
    kAgree,
    kConsult,
    kSupport,
    kConcede,
    kCooperate,
    kAid,
    kRetreat,
    kRequest,
    kAccuse,
    kReject,
    kThreaten,
    kProtest,
    kSanction,
    kMobilize,
    kCoerce,
    kAssault,
};

/// background is an earlier event told as context.
enum class EventStatus : unsigned char { kActual, kPlanned, kConditional, kAlleged, kDenied, kNegated, kBackground };

/// An actor or recipient. `span` is absent when only the context tells.
struct Party {
    std::optional<Span> span;
    EntityId entity;
    std::string name;
    std::string country;
    std::vector<std::string> sectors;
};

struct EventPlace {
    Span span;
    std::string name;
    std::string country;
};

/// [lo, hi]; no hi = open ("at least 40"). Key is dead, injured, arrested or size.
struct Magnitude {
    std::string key;
    long lo = 0;
    std::optional<long> hi;
};

/// `span` is the words that show it: the first telling outside headline and summary; `cites` are all tellings.
struct Event {
    EventId id;
    Span span;
    EventType type = EventType::kConsult;
    std::string mode;                   // PLOVER mode; empty = none
    std::vector<std::string> contexts;  // PLOVER contexts
    std::string cameo;                  // empty when no code fits
    int quad = 1;  // 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
    std::vector<Party> actors, recipients;
    std::optional<EventPlace> place;
    std::optional<base::DayRange> on;
    EventStatus status = EventStatus::kActual;
    StatementId holder;  // the statement that carries it; empty = the outlet's own narration
    std::vector<Magnitude> magnitude;
    std::vector<Span> cites;
};

}  // namespace readout::record
