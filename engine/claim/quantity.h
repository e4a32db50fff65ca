#pragma once
// Numbers of things as intervals: "at least 40 people", "dozens", "nearly three hours".

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/reading.h"

namespace readout::claim {

/// What is counted: the dead, the injured … or things of the noun's own kind.
enum class Role : unsigned char { kOther, kKilled, kInjured, kArrested, kDisplaced, kMissing, kCrowd };

/// Thousandths of one thing. kOpen as `hi` means without end.
struct Interval {
    static constexpr std::int64_t kOpen = INT64_MAX;
    std::int64_t lo = 0, hi = 0;
};

/// `noun` is the term of the counted noun (claim/terms.h), empty where only the role tells. `modifiers` are the terms
/// of words that narrow it ("Thai soldiers"). `part` marks a part of a whole ("four of them", "including two
/// children").
struct Quantity {
    text::Span span;  // number and noun
    std::uint32_t token = 0;
    Interval value;
    bool hedged = false;  // "about", "nearly", "dozens"
    bool part = false;
    bool subject = false;  // begins its clause; with no noun, "Eleven have promised soldiers", it stands for one
    bool figure = false;   // neither noun nor role: "put it at 200", "120 by their own account"
    Role role = Role::kOther;
    std::string noun;
    std::string noun_word;  // as it stands, for questions
    std::vector<std::string> modifiers;
};

/// The quantities of tokens [first, last). Years, dates, times of day, ages and ordinals are left out; what has neither
/// noun nor role is kept only where it is given as a figure.
std::vector<Quantity> quantities_of(const record::Reading& reading, std::uint32_t first, std::uint32_t last);

/// True when the two can be one number: they overlap, or differ by no more than rounding (a twentieth, or a tenth where
/// one is hedged).
bool can_be_equal(const Quantity& a, const Quantity& b);

/// "40", "40..", "24..99"; thousandths are written as a decimal fraction ("2.1").
std::string written(const Interval& value);

}  // namespace readout::claim
