#pragma once
// What a reporting word takes: the content after it, to whom it is said, and through what.

#include <cstddef>
#include <optional>
#include <vector>

#include "statement/cues.h"
#include "statement/phrase.h"

namespace readout::statement {

/// A segment with its cues.
struct CuedSegment {
    Segment words;
    std::vector<CueSite> cues;

    /// The cue whose verb group or first word stands at `word`, if any.
    [[nodiscard]] const CueSite* cue_at(std::size_t word) const;
};

enum class ContentKind : unsigned char {
    kNothing,
    kThatClause,
    kBareClause,
    kWhClause,
    kInfinitive,
    kObjectInfinitive,
    kGerund,
    kObject,
    kQuoted,
    kPrepositional
};

struct Complement {
    ContentKind kind = ContentKind::kNothing;
    Range content;
    Range addressee, medium;
    std::size_t end = 0;  // one past all that was read, content or adjuncts

    [[nodiscard]] bool found() const { return kind != ContentKind::kNothing; }
};

/// Reads to the right of `cue`, from word `from` (behind the cue, or behind a subject that follows it).
Complement complement_after(const CuedSegment& s, const CueSite& cue, std::size_t from);

/// "|In a statement|, the board said": the noun phrase of a medium that opens the sentence before its subject; empty
/// when there is none.
Range fronted_medium(const Segment& s, Range subject);

/// One past the content that begins at `begin`: it ends where its sentence does, before a verb coordinated with the
/// cue, before a clause of contrast, a participle that reports ("adding that"), a tag ("…, he said") or a source.
std::size_t content_end(const CuedSegment& s, const CueSite& cue, std::size_t begin, ContentKind kind);

}  // namespace readout::statement
