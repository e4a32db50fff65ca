#pragma once
// Where accounts part: the claims, accounts, disputes, open questions and positions of each story.
//
// Each story is cut into propositions (who says what, in which clause). A few rules then look for propositions that
// answer one question and cannot all hold: a denial beside what it denies, an agreement beside "no deal", two numbers
// of one thing, two sides that accuse each other. A rule aligns first (same story, same act, same parties or things),
// compares second, and abstains when either is in doubt.
//
// Method: claims as questions with slots, intervals for numbers and a ladder for agreements; candidates come from an
// index of terms with bounded postings, never from all pairs. All comparisons are of integers.

#include <span>
#include <vector>

#include "record/reading.h"

namespace readout::claim {

/// Each vector is sorted by id.
struct Claims {
    std::vector<record::Claim> claims;
    std::vector<record::Account> accounts;
    std::vector<record::Dispute> disputes;
    std::vector<record::Position> positions;
};

/// A pure function of its arguments as sets: their order does not matter. Thread-safe.
Claims weave_claims(std::span<const record::Reading> readings, std::span<const record::Story> stories,
                    std::span<const record::Copy> copies);

}  // namespace readout::claim
