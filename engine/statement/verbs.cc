#include <algorithm>
#include <iterator>
#include <utility>

#include "statement/cue_reader.h"

namespace readout::statement {

using record::Act;

void CueReader::read_verb(const CueSite& cue) {
    if (cue.group > 0 && s_[cue.group - 1].is("worth")) return;  // "it is worth |mentioning| that"
    if (cue.voice == Voice::kPassive || (cue.voice == Voice::kParticiple && cue.inflection == Inflection::kPast))
        return read_passive(cue);
    if (cue.voice == Voice::kInfinitive && cue.entry->kind != CueKind::kRefusal) return read_infinitive(cue);
    std::optional<Subject> subject = subject_before(cued_, cue, known_);
    if (resumed_at_ > 0 && cue.group == resumed_at_)
        subject = Subject{.range = resumed_subject_, .begin = cue.group, .shared = true};
    const Range behind = inverted_subject(cue, subject);
    const bool inverted = !behind.empty();
    if (!subject && !inverted) return;
    const Range who = inverted ? behind : subject->range;

    if (is_time(who)) return;
    known_.back().subject = who;
    if (const std::size_t end = noun_phrase_end(s_, cue.last, Attach::kAll);
        cue.entry->words.front() == "quote" && end > cue.last && end + 1 < s_.size() && s_[end].is("as") &&
        s_[end + 1].tag == "VBG") {
        return quote_as(cue, who, {cue.last, end}, end + 1);
    }
    Draft draft = start(cue, who);
    if (!inverted && subject->relative && !subject->antecedent.empty())
        draft.named_by = s_.span(subject->antecedent.begin, subject->antecedent.end);
    Complement after = inverted ? after_inverted(cue, behind) : complement_after(cued_, cue, cue.last);
    if (!inverted && is_no_content(after, *subject)) {
        after.kind = ContentKind::kNothing;
        after.content = {};
    }
    set_slots(draft, after);
    if (cue.entry->kind == CueKind::kRefusal || cue.entry->kind == CueKind::kSilence)
        return read_refusal(cue, std::move(draft), after);
    set_act(draft, cue, after);
    const std::size_t left = inverted ? cue.group : subject->begin;
    const bool quote_after = after.kind == ContentKind::kQuoted;
    if (!inverted && subject->object_relative && !after.found()) return read_object_relative(cue, *subject, draft);
    if (!after.found() && is_as_clause(left) && !compares(cue)) return;
    if ((!after.found() || quote_after) && (inverted || !subject->shared) && tag_allowed(cue))
        take_fronted(draft, left, after, quote_after);
    if (after.found() && (!quote_after || draft.content.empty())) {
        if (after.kind == ContentKind::kObject && is_bare_thing(cue, after.content)) return;
        add_content(draft, after.content);
        add_quote_behind_colon(draft, after.content.end);
    }
    if (is_own_thought(cue, who, draft)) return;
    if (!draft.content.empty()) return keep(std::move(draft));
    if (awaits_block(cue)) draft.awaits_block = true;
    if (draft.awaits_block) return keep(std::move(draft));
    keep_empty(cue, std::move(draft));
}

// ""…," she told us |when|", ""…," he recalled |her saying|": behind a quotation that is what was said.
bool CueReader::is_no_content(const Complement& after, const Subject& subject) const {
    if (!after.found()) return false;
    const std::size_t first = after.content.begin;
    const bool behind_quote = subject.begin > 0 && s_[subject.begin - 1].is_quote();
    if (behind_quote && s_[first].is("when")) return true;
    return after.kind == ContentKind::kObject && after.content.end == first + 2 && is_pronoun(s_[first]) &&
           s_[first + 1].is("saying");
}

// "mocked the plan: |"Who will pay?"|": the very words behind what they come to.
void CueReader::add_quote_behind_colon(Draft& draft, std::size_t colon) const {
    if (colon + 1 >= s_.size() || !s_[colon].is(":") || !s_[colon + 1].is_quote()) return;
    const CueSite* own = colon > 0 ? cued_.cue_at(colon - 1) : nullptr;
    if (own != nullptr && own->entry->kind == CueKind::kVerb) return;  // "said that he |answered|: "…""
    const bool ends = colon + 2 >= s_.size() || is_stop(s_[colon + 2]);
    if (ends) add_content(draft, {colon + 1, colon + 2});
}

// "The agency wrote:" at the end of a paragraph: the content is the paragraphs that follow.
bool CueReader::awaits_block(const CueSite& cue) const {
    const bool participle = cue.voice == Voice::kParticiple && cue.inflection == Inflection::kPresentParticiple;
    if (!cue.entry->allows(kQuoted | kThat) || !(participle || cue.voice == Voice::kActive) || cue.negated)
        return false;
    return s_.size() > 0 && s_[s_.size() - 1].is(":");
}

// "a figure which the ministry |disputes|": the antecedent is the content. "a plan which he |said| could work": the
// clause behind the cue is. "provinces that it |claims| to have taken" says nothing of its own, and neither does a noun
// that a verb of speech only modifies ("the greatest offer I have known").
void CueReader::read_object_relative(const CueSite& cue, const Subject& subject, Draft& draft) {
    std::size_t at = cue.last;
    while (at < s_.size() && is_adverb(s_[at])) ++at;
    const bool clause = at < s_.size() && (is_finite(s_[at]) || is_auxiliary(s_[at]));
    if (clause && cue.entry->allows(kBare)) {
        add_content(draft, {at, content_end(cued_, cue, at, ContentKind::kBareClause)});
        return keep(std::move(draft));
    }
    const bool ends = at >= s_.size() || is_punctuation(s_[at]) || is_coordinator(s_[at]) || time_end(s_, at) > at;
    const bool object = cue.entry->allows(kObject) && cue.entry->act != Act::kAssert;
    if (!object && !(ends && cue.entry->allows(kObject))) return;
    add_content(draft, subject.antecedent);
    keep(std::move(draft));
}

// "The day after the talks |spoke| …", "on |Monday| |said|": no speaker.
bool CueReader::is_time(Range who) const {
    const Word& head = s_[head_of(s_, who)];
    if (head.is("past") || head.is("last") || head.is("future") || head.is("meantime") || head.is("moment"))
        return true;
    return is_time_word(head) && (head.tag == "NN" || head.tag == "NNS" || head.lower.ends_with("day"));
}

// A cue with no content at all is a statement only where its word says enough: "the ministry denied".
void CueReader::keep_empty(const CueSite& cue, Draft draft) {
    const Act act = cue.entry->act;
    const bool says_enough = act == Act::kDeny || act == Act::kConfirm ||
                             cue.entry->words.front().starts_with("apolog") || (act == Act::kReject && cue.negated);
    const bool alone = cue.last >= s_.size() || is_punctuation(s_[cue.last]);
    if (cue.entry->allows(kTo) && !alone) return;  // "agreed to a truce" is no saying, "she agreed" is
    if (says_enough && cue.entry->grade == 1 && cue.voice == Voice::kActive) keep(std::move(draft));
}

bool CueReader::tag_allowed(const CueSite& cue) {
    return cue.entry->allows(kQuoted | kBare) && cue.voice == Voice::kActive && !cue.negated;
}

Range CueReader::inverted_subject(const CueSite& cue, const std::optional<Subject>& subject) const {
    if (cue.voice != Voice::kActive || cue.group != cue.first || cue.first == 0 || !cue.entry->allows(kQuoted | kBare))
        return {};
    const Word& before = s_[cue.first - 1];
    const bool after_quote = before.is_quote();
    const bool after_mark = is_comma(before) || is_dash(before);
    if (!after_quote && !after_mark) return {};
    if (after_mark && subject && (!subject->shared || complement_after(cued_, cue, cue.last).found())) return {};
    const Range range = subject_after(cued_, cue);
    if (range.empty()) return {};
    if (after_quote) return range;
    const bool ends = range.end >= s_.size() || is_punctuation(s_[range.end]) || is_preposition(s_[range.end]) ||
                      time_end(s_, range.end) > range.end || s_[range.end].is("who") || s_[range.end].is_quote();
    return ends ? range : Range{};
}

// Behind "said X": an addressee, an apposition, and perhaps the rest of a broken quotation.
Complement CueReader::after_inverted(const CueSite& cue, Range subject) const {
    std::size_t at = subject.end;
    for (int guard = 0; guard < 8 && at < s_.size(); ++guard) {
        if (s_[at].is_quote() || s_[at].is(":")) break;
        if (is_comma(s_[at]) && at + 1 < s_.size() && s_[at + 1].is_quote()) break;
        std::size_t next = at + 1;
        while (next < s_.size() && !is_comma(s_[next]) && !s_[next].is_quote() && !s_[next].is(":")) ++next;
        at = next;
    }
    Complement c;
    if (at < s_.size()) {
        if (is_comma(s_[at]) || s_[at].is(":")) ++at;
        const bool within = at < s_.size() && s_[at].is_quote() && at > subject.end && !is_punctuation(s_[at - 1]) &&
                            opens_small(s_[at]);  // "asked Roe of what she calls the |"lost"| years"
        if (at < s_.size() && s_[at].is_quote() && !within) {
            c.kind = ContentKind::kQuoted;
            c.content = {at, content_end(cued_, cue, at, ContentKind::kQuoted)};
        }
    }
    if (subject.end + 1 < s_.size() && s_[subject.end].is("to")) {
        const std::size_t end = noun_phrase_end(s_, subject.end + 1, Attach::kOf);
        c.addressee = {subject.end + 1, end};
    }
    c.end = s_.size();
    return c;
}

void CueReader::set_act(Draft& draft, const CueSite& cue, const Complement& c) const {
    if (c.kind == ContentKind::kObjectInfinitive) draft.act = cue.entry->act_with_object_to;
    if (c.kind == ContentKind::kInfinitive) draft.act = cue.entry->act_with_to;
    if (draft.act != cue.entry->act) draft.neutral = false;
}

// "declined to comment", "did not say whether": negated where the saying did not happen.
void CueReader::read_refusal(const CueSite& cue, Draft draft, const Complement& c) {
    const bool silence = cue.entry->kind == CueKind::kSilence;
    draft.act = Act::kNoComment;
    draft.neutral = false;
    draft.negated = silence;
    const bool says_that = c.kind == ContentKind::kThatClause || c.kind == ContentKind::kBareClause;
    if (silence && says_that && !draft.lemma.starts_with("confirm")) {
        draft.act = Act::kAssert;
        draft.neutral = true;
    }
    if (c.found() && c.content.end > c.content.begin && cue.entry->frames != 0) add_content(draft, c.content);
    if (known_.back().subject && is_own_thought(cue, *known_.back().subject, draft)) return;
    if (draft.content.empty() && is_wh(s_[0]) && !s_[0].is("when") && !s_[0].is("if") &&
        !s_[0].is("that")) {  // "Whether copies exist, he would not say."
        std::size_t comma = 1;
        while (comma < cue.group && !is_comma(s_[comma])) ++comma;
        if (comma < cue.group) add_content(draft, {0, comma});
    }
    if (draft.content.empty() && draft.lemma == "tell") return;  // "did not tell me"
    keep(std::move(draft));
}

// An infinitive shows a saying only behind words that make it real.
void CueReader::read_infinitive(const CueSite& cue) {
    if (cue.group < 1) return;
    const Word& governor = s_[cue.group - 1];
    const bool real = governor.is("went") || governor.is("forced") || governor.is("on") || governor.is("proceeded") ||
                      governor.is("hastened") || governor.is("continued") || governor.is("began") ||
                      governor.is("continues") || governor.is("first") || governor.is("appeared") ||
                      governor.is("appears") || governor.is("seemed") || governor.is("seems");
    if (!real) return;
    const auto subject = subject_before(cued_, cue, known_);
    const Complement c = complement_after(cued_, cue, cue.last);
    if (!subject || !c.found()) return;
    Draft draft = start(cue, subject->range);
    set_slots(draft, c);
    set_act(draft, cue, c);
    add_content(draft, c.content);
    keep(std::move(draft));
}

}  // namespace readout::statement
