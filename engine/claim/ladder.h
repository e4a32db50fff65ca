#pragma once
// How far an agreement got, as one clause tells it.

#include <cstdint>
#include <optional>
#include <string_view>

#include "claim/story_view.h"

namespace readout::claim {

/// In rising order. Progress and talks are compatible with none: neither is an agreement.
enum class Step : unsigned char { kNone, kTalks, kProgress, kInPrinciple, kAgreed, kSigned, kImplemented };

std::string_view written(Step step);

/// What a clause says of an agreement, and the token that says it ("agreed", "deal", "draft").
struct StepTold {
    Step step = Step::kNone;
    std::uint32_t token = 0;
};

/// "no deal", "without an agreement" = none; "had discussed", "a draft", "progress" = below; "agreed in principle";
/// "agreed", "accepted", "struck a deal", "the understanding reached"; "signed the accord". Nothing when the clause is
/// about no agreement, or only foresees, offers or demands one.
std::optional<StepTold> step_of(const StoryView& view, const Proposition& p);

/// True when one says at least "in principle" and the other less than that.
bool steps_conflict(Step a, Step b);

}  // namespace readout::claim
