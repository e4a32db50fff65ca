#pragma once
// Which reports are the same text, which tell the same story.

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "record/ids.h"
#include "text/span.h"

namespace readout::record {

/// copy: (nearly) the whole text. excerpt: a part. quotes: a marked passage. rewrite: the same account in other words.
enum class CopyRelation : unsigned char { kCopy, kExcerpt, kQuotes, kRewrite };
enum class CopyDirection : unsigned char { kUnknown, kAFromB, kBFromA };

/// `a` lies in the text of Copy::a, `b` in that of Copy::b.
struct Passage {
    text::Span a, b;
};

/// One record for each derived report, to its nearest source. `altered` pairs the words of a changed number, name or
/// negation.
struct Copy {
    CopyId id;
    ReportId a, b;
    CopyRelation relation = CopyRelation::kCopy;
    CopyDirection direction = CopyDirection::kUnknown;
    std::vector<Passage> passages;
    std::vector<Passage> altered;
};

/// Every report is in exactly one story. `title` is one of its headlines.
struct Story {
    StoryId id;
    std::string title;
    std::vector<ReportId> reports;  // sorted
    std::optional<base::DayRange> when;
    std::vector<EntityId> parties;  // most often met first
};

}  // namespace readout::record
