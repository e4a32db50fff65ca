#include <algorithm>
#include <utility>

#include "statement/cue_reader.h"

namespace readout::statement {

using record::Act;

Range CueReader::agent_after(std::size_t at) const {
    if (at + 1 >= s_.size() || !s_[at].is("by")) return {};
    const std::size_t end = noun_phrase_end(s_, at + 1, Attach::kAll);
    return end > at + 1 && time_end(s_, at) == at ? Range{at + 1, end} : Range{};
}

std::optional<Range> CueReader::passive_subject(const CueSite& cue) const {
    if (cue.voice == Voice::kParticiple) {
        std::size_t end = cue.group;
        if (end > 0 && is_comma(s_[end - 1])) --end;
        const std::size_t begin = noun_phrase_begin(s_, end, Attach::kAll);
        if (begin == end) return std::nullopt;
        return Range{begin, end};
    }
    const auto subject = subject_before(cued_, cue, known_);
    if (!subject) return std::nullopt;
    return subject->range;
}

// "X was accused by Y of Z", "it was reported that", "X was told that", "the plan was rejected by Y".
void CueReader::read_passive(const CueSite& cue) {
    const Range agent = agent_after(cue.last);
    const std::optional<Range> subject = passive_subject(cue);
    const bool impersonal = subject && subject->end - subject->begin == 1 && s_[subject->begin].is("it");
    const Complement c = complement_after(cued_, cue, agent.empty() ? cue.last : agent.end);
    if (!agent.empty()) known_.back().subject = agent;
    Draft draft = start(cue, agent);
    set_slots(draft, c);
    set_act(draft, cue, c);
    if (draft.act == Act::kHope && agent.empty() && !impersonal) return;  // "is expected to": nobody says so
    if (subject && subject->end == subject->begin + 2 && s_[subject->begin + 1].is("same")) return;  // "can be said of"
    const bool tells = (cue.entry->addressee & kObjectAddressee) != 0;
    const bool phrasal = cue.entry->words.size() > 1 || (tells && cue.entry->allows(kAddresseeObject));
    const bool clause = c.found() && (c.kind != ContentKind::kObject || phrasal);
    if (cue.voice == Voice::kParticiple && agent.empty() && !(clause && (tells || cue.entry->allows(kObject)))) return;
    if (cue.entry->kind == CueKind::kSilence) {
        draft.act = Act::kNoComment;
        draft.negated = true;
        if (clause) {
            add_content(draft, c.content);
        } else if (subject && !impersonal) {
            add_content(draft, *subject);
        }
        if (!draft.content.empty()) keep(std::move(draft));
        return;
    }
    if (impersonal && clause) {
        add_content(draft, c.content);
        return keep(std::move(draft));
    }
    if ((tells || cue.entry->words.size() > 1) && clause) {
        if (subject && !impersonal && !draft.addressee) draft.addressee = s_.span(subject->begin, subject->end);
        add_content(draft, c.content);
        return keep(std::move(draft));
    }
    if (!subject || impersonal) return;
    read_passive_object(cue, std::move(draft), *subject, agent, c);
}

// The subject of the passive is what is said, or a part of it.
void CueReader::read_passive_object(const CueSite& cue, Draft draft, Range subject, Range agent, const Complement& c) {
    std::size_t at = agent.empty() ? cue.last : agent.end;
    if (at < s_.size() && s_[at].is("as") && at + 1 < s_.size() && s_[at + 1].tag == "VBG")
        return quote_as(cue, agent, subject, at + 1);
    const bool goes_on = at < s_.size() && (s_[at].is("of") || s_[at].is("as") || s_[at].is("for") ||
                                            s_[at].is_quote() || c.kind == ContentKind::kInfinitive);
    if (!goes_on && agent.empty()) return;
    if (!cue.entry->allows(kObject | kTo | kThat | kAddresseeObject)) return;
    add_content(draft, subject);
    if (goes_on) {
        Range rest{at, content_end(cued_, cue, at, ContentKind::kObject)};
        for (std::size_t i = at + 1; agent.empty() && i + 1 < rest.end; ++i) {  // "described as a liar |by Roe|"
            if (!s_[i].is("by") || noun_phrase_end(s_, i + 1, Attach::kAll) != rest.end) continue;
            draft.speaker = s_.span(i + 1, rest.end);
            rest.end = i;
        }
        add_content(draft, rest);
    }
    keep(std::move(draft));
}

// "quoted X as saying Y", "X was quoted (by Z) as saying Y": both say Y, X inside what Z reports.
void CueReader::quote_as(const CueSite& cue, Range reporter, Range speaker, std::size_t participle) {
    const CueSite* saying = cued_.cue_at(participle);
    if (saying == nullptr) return;
    const Complement c = complement_after(cued_, *saying, saying->last);
    Draft inner = start(*saying, speaker);
    if (c.found()) add_content(inner, c.content);
    if (!c.found())
        take_fronted(inner, std::min(speaker.begin, reporter.empty() ? speaker.begin : reporter.begin), c, false);
    if (inner.content.empty()) return;
    handled_ = saying;
    if (!reporter.empty()) {
        Draft outer = start(cue, reporter);
        outer.share_content(inner);
        inner.shares_content = true;
        keep(std::move(outer));
    }
    keep(std::move(inner));
}

}  // namespace readout::statement
