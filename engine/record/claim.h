#pragma once
// Where accounts part. A claim is a question, accounts answer it, a dispute is a set of answers that cannot all hold.

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "record/entity.h"
#include "record/ids.h"
#include "text/span.h"

namespace readout::record {

enum class Slot : unsigned char {
    kOccurred,
    kAgreed,  // none < talks < progress < in_principle < agreed < signed < implemented
    kQuantity,
    kActor,
    kTarget,
    kPlace,
    kDate,
    kCause,
    kWording,  // who said what
    kOwnText,  // a report against itself
};
enum class ClaimStatus : unsigned char { kSettled, kDisputed, kOpenQuestion };
enum class Voice : unsigned char { kOwn, kAttributed, kHeadline };
enum class Stance : unsigned char { kAssert, kConfirm, kDeny, kDoubt, kNoComment, kRetract };

/// Words of one report.
struct Cite {
    ReportId report;
    text::Span span;
};

struct Claim {
    ClaimId id;
    StoryId story;
    std::string question;  // "Did Ruritania agree to a ceasefire?"
    Slot slot = Slot::kOccurred;
    ClaimStatus status = ClaimStatus::kSettled;
};

/// `holders` is the chain of those who say it, outermost first; a holder's span is in the text of cite.report;
/// narration has the outlet as its only holder, without a span. `value` is "yes", "no", a step of `agreed`, a name, or
/// an interval ("40..", "24..99").
struct Account {
    AccountId id;
    ClaimId claim;
    std::vector<Reference> holders;
    Voice voice = Voice::kOwn;
    std::string value;
    Stance stance = Stance::kAssert;
    std::optional<base::DayRange> as_of;
    Cite cite;
};

/// Accounts that agree. `independent` counts sources: copies and repeated holders count once.
struct Camp {
    std::string value;
    std::vector<AccountId> accounts;
    int independent = 1;
};

enum class DisputeStatus : unsigned char { kOpen, kConverged, kSuperseded };

/// `why` states in one sentence the rule and the values that cannot all hold.
struct Dispute {
    DisputeId id;
    ClaimId claim;
    Slot slot = Slot::kOccurred;
    std::vector<Camp> camps;
    DisputeStatus status = DisputeStatus::kOpen;
    std::string why;
};

enum class ChangeKind : unsigned char { kReversal, kSoftening, kHardening, kNewCondition };

struct PositionPoint {
    std::optional<base::DayRange> on;
    std::string stance;
    Cite cite;
};

/// `from` and `to` index Position::points.
struct PositionChange {
    int from = 0, to = 0;
    ChangeKind kind = ChangeKind::kReversal;
};

struct Position {
    PositionId id;
    EntityId holder;
    std::string issue;
    std::vector<PositionPoint> points;
    std::vector<PositionChange> changes;
};

}  // namespace readout::record
