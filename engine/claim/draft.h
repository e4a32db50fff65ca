#pragma once
// What a rule proposes: a question and the answers to it, in camps that cannot all hold. camps.h turns drafts into
// records.

#include <string>
#include <vector>

#include "claim/story_view.h"

namespace readout::claim {

/// One account. `holders` and `span` come from the proposition unless a rule knows better.
struct Answer {
    std::uint32_t report = 0;  // index in StoryView::readings
    text::Span span;
    std::vector<record::Reference> holders;
    std::string holder;  // key; equal keys are one source
    record::Voice voice = record::Voice::kOwn;
    record::Stance stance = record::Stance::kAssert;
    std::string value;
    base::DayRange as_of;
    bool dated = false;
    bool core = true;  // the rule rests on it; drafts join by such answers only
};

/// Camp 0 affirms and camp 1 denies where the question is one of yes and no, so that drafts on one question can join.
struct Draft {
    record::Slot slot = record::Slot::kOccurred;
    std::string question, why;
    std::vector<std::string> values;         // of each camp
    std::vector<std::vector<Answer>> camps;  // one camp: an open question
    bool yes_or_no = true;
    bool one_sentence = false;  // "each accuses the other": one sentence tells the answers of both camps
    std::string topic;          // drafts with a topic join with those of the same topic, others by a shared core answer
};

inline Answer answer_of(const Proposition& p, record::Stance stance, std::string value) {
    return {p.report, p.span, p.holders, p.holder, p.voice, stance, std::move(value), p.as_of, p.dated, true};
}

}  // namespace readout::claim
