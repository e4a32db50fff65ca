#pragma once
// What a report is about: its rare words, weighted.

#include <cstdint>
#include <string>
#include <vector>

#include "record/report.h"
#include "story/background.h"

namespace readout::story {

/// The kTerms heaviest stems of a report, by stem; weights are integers, normalised so that their squares sum to about
/// 10^6.
struct Profile {
    struct Term {
        std::string stem;
        std::int64_t weight = 0;
    };
    std::vector<Term> terms;
};

inline constexpr std::size_t kTerms = 60;

/// Weight of a word: (1 + ln count) × rarity, half more when it is mostly capitalised; headline words count three
/// times.
Profile profile_of(const record::Report& report, const Background& background);

/// Cosine of two profiles, in thousandths.
std::int64_t likeness(const Profile& a, const Profile& b);

}  // namespace readout::story
