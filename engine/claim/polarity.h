#pragma once
// Whether a clause says that something is so, is not so, or neither (refused, foreseen, unknown).

#include <cstdint>
#include <string_view>

#include "record/reading.h"

namespace readout::claim {

/// affirms: "Ruritania agreed". denies: "Ruritania never agreed", "no promise was made". Anything else abstains: "would
/// not agree" (a refusal), "has not yet agreed" (pending), "it is not known whether" (ignorance), "if it agrees".
enum class Polarity : unsigned char { kAffirms, kDenies, kRefuses, kPending, kUnknown, kUnreal };

struct ClausePolarity {
    Polarity polarity = Polarity::kAffirms;
    std::uint32_t negator = 0;  // token of the negation; only for kDenies
    bool restricted = false;    // "merely", "only", "nothing more"
};

/// Judges tokens [first, last) of `reading`.
ClausePolarity read_polarity(const record::Reading& reading, std::uint32_t first, std::uint32_t last);

}  // namespace readout::claim
