#pragma once
// Who said what, to whom.

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "record/entity.h"
#include "record/ids.h"
#include "text/span.h"

namespace readout::record {

enum class Quotation : unsigned char { kDirect, kIndirect, kMixed };

/// deny is about facts, reject about proposals; no_comment covers "has not confirmed".
enum class Act : unsigned char {
    kAssert,
    kConfirm,
    kDeny,
    kDoubt,
    kNoComment,
    kAccuse,
    kCriticise,
    kPraise,
    kDemand,
    kReject,
    kOffer,
    kPromise,
    kThreaten,
    kWarn,
    kHope,
    kAsk,
};

/// The reporting words ("told", "according to").
struct Cue {
    Span span;
    std::string lemma;
};

/// Somebody is said to have said something. `span` is the hull of all parts. `content` excludes outer quotation marks
/// and a leading "that"; it is discontinuous when interrupted, and empty for a refusal without content ("declined to
/// comment").
struct Statement {
    StatementId id;
    Span span;
    std::optional<Reference> speaker;
    std::optional<Cue> cue;
    std::vector<Span> content;
    std::optional<Reference> addressee, medium;
    Quotation quotation = Quotation::kIndirect;
    Act act = Act::kAssert;
    bool negated = false;  // the saying itself did not happen
    std::optional<base::DayRange> said_on;
    StatementId inside;  // the statement that reports this one; empty = none
};

}  // namespace readout::record
