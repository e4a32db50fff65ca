#pragma once
// Who stands as the subject of a reporting word.

#include <optional>
#include <span>

#include "statement/complement.h"

namespace readout::statement {

/// What an earlier cue of the same segment found: coordinated verbs and participles share it.
struct KnownSubject {
    const CueSite* cue = nullptr;
    std::optional<Range> subject;
};

struct Subject {
    Range range;
    std::size_t begin = 0;         // where the clause of subject and verb begins: what lies before it may be content
    bool relative = false;         // antecedent of "who said"
    bool shared = false;           // taken from an earlier cue
    bool object_relative = false;  // "…, which the ministry denies": `antecedent` is the content
    Range antecedent{};
};

/// To the left of the verb group.
std::optional<Subject> subject_before(const CuedSegment& s, const CueSite& cue, std::span<const KnownSubject> earlier);

/// To the right, where the verb stands before its subject ("…," said the minister). Empty range when none.
Range subject_after(const CuedSegment& s, const CueSite& cue);

}  // namespace readout::statement
