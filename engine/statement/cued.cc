#include "statement/cued.h"

#include <algorithm>
#include <utility>

#include "statement/subject.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace readout::statement {
namespace {

using record::Act;

class CueReader {
  public:
    CueReader(const CuedSegment& s, const Segment* before, std::span<const Quote> quotes, std::string_view text)
        : s_(s.words), cued_(s), before_(before), quotes_(quotes), text_(text) {}

    std::vector<Draft> read() {
        known_.reserve(cued_.cues.size());
        for (const CueSite& cue : cued_.cues) {
            known_.push_back({&cue, std::nullopt});
            if (cue.unreal || &cue == handled_) continue;
            switch (cue.entry->kind) {
                case CueKind::kSource:
                    read_source(cue);
                    break;
                case CueKind::kNoun:
                    read_noun(cue);
                    break;
                case CueKind::kParticiple:
                    read_citation(cue);
                    break;
                default:
                    read_verb(cue);
                    break;
            }
        }
        return std::move(drafts_);
    }

  private:
    // Placards, signs and slogans carry words but say nothing.
    [[nodiscard]] bool is_thing_that_bears_words(Span speaker) const {
        static constexpr std::string_view kThings[] = {
            "banner", "banners",     "placard",  "placards", "sign",    "poster",    "posters",  "plaque",
            "plate",  "slogan",      "motto",    "calendar", "t-shirt", "sticker",   "graffiti", "nothing",
            "label",  "inscription", "forecast", "weather",  "sticker", "headstone", "bedsheet", "menu"};
        for (std::size_t i = 0; i < s_.size(); ++i) {
            if (s_[i].span.begin < speaker.begin || s_[i].span.begin >= speaker.end) continue;
            if (is_preposition(s_[i]) && !s_[i].is("of")) return false;
            if (std::any_of(std::begin(kThings), std::end(kThings), [&](std::string_view t) { return s_[i].is(t); }))
                return true;
        }
        return false;
    }

    // "I hope", "we never comment": the speaker's own act, already told by the statement around it, or the writer's
    // thought.
    [[nodiscard]] bool is_own_thought(const CueSite& cue, Range who, const Draft& draft) const {
        if (who.end - who.begin != 1 || !(s_[who.begin].is("i") || s_[who.begin].is("we"))) return false;
        if (draft.act == Act::kNoComment)
            return draft.content.empty() || !(is_wh(word_at(draft.content.front().begin)));
        const bool thinks = draft.act == Act::kHope || draft.act == Act::kDoubt || draft.act == Act::kReject;
        const std::string& verb = cue.entry->words.front();
        if (verb == "think" || verb == "believe" || verb == "feel" || verb == "mean" || verb == "understand" ||
            verb == "see")
            return true;
        return thinks && !cue.past && !cue.negated;
    }
    [[nodiscard]] const Word& word_at(std::uint32_t begin) const {
        for (const Word& w : s_.words) {
            if (w.span.begin >= begin) return w;
        }
        return s_[0];
    }

    // --- spans of content

    // Words [begin, end) as contents: whole quotations give their inside, anything else its hull.
    void add_content(Draft& draft, Range range) const {
        while (!range.empty() && (is_comma(s_[range.end - 1]) || is_dash(s_[range.end - 1]) ||
                                  s_[range.end - 1].is(":") || s_[range.end - 1].is(".")))
            --range.end;
        while (!range.empty() && (is_comma(s_[range.begin]) || is_dash(s_[range.begin]))) ++range.begin;
        if (range.empty()) return;
        const bool only_quotes = std::all_of(s_.words.begin() + static_cast<std::ptrdiff_t>(range.begin),
                                             s_.words.begin() + static_cast<std::ptrdiff_t>(range.end),
                                             [](const Word& w) { return w.is_quote() || is_punctuation(w); });
        if (!only_quotes) return draft.add(s_.span(range.begin, range.end), kNone);
        for (std::size_t i = range.begin; i < range.end; ++i) {
            if (s_[i].is_quote()) add_quote(draft, s_[i].quote);
        }
    }
    void add_quote(Draft& draft, std::int32_t index) const {
        const Quote& quote = quotes_[static_cast<std::size_t>(index)];
        Span span = quote.inner;
        while (span.end > span.begin && (text_[span.end - 1] == ',' || text_[span.end - 1] == '.' ||
                                         text_[span.end - 1] == ' ' || text_[span.end - 1] == '\n'))
            --span.end;
        while (span.begin < span.end && (text_[span.begin] == ' ' || text_[span.begin] == '\n')) ++span.begin;
        if (!span.empty()) draft.add(span, index);
    }

    Draft start(const CueSite& cue, Range subject) const {
        Draft draft;
        draft.cue = s_.span(cue.first, cue.last);
        draft.lemma = cue.entry->lemma();
        draft.level = s_.level;
        draft.block = s_.block;
        draft.sentence = s_.span(0, s_.size());
        draft.act = cue.entry->act;
        draft.neutral = cue.entry->act == Act::kAssert;
        draft.negated = cue.negated;
        if (!subject.empty()) draft.speaker = s_.span(subject.begin, subject.end);
        return draft;
    }
    void set_slots(Draft& draft, const Complement& c) const {
        if (!c.addressee.empty()) draft.addressee = s_.span(c.addressee.begin, c.addressee.end);
        if (!c.medium.empty()) draft.medium = s_.span(c.medium.begin, c.medium.end);
    }
    void keep(Draft draft) {
        if (draft.speaker && is_thing_that_bears_words(*draft.speaker)) return;
        if (!draft.content.empty() && !draft.speaker && draft.content.front().empty()) return;
        drafts_.push_back(std::move(draft));
        if (drafts_.back().content.empty()) return;
        for (Draft& cited : std::exchange(pending_, {})) {  // "Reuters, citing Y, reported that …"
            cited.content = drafts_.back().content;
            cited.whole_quotes = drafts_.back().whole_quotes;
            cited.shares_content = true;
            drafts_.push_back(std::move(cited));
        }
    }

    // --- verbs

    void read_verb(const CueSite& cue) {
        if (cue.voice == Voice::kPassive || (cue.voice == Voice::kParticiple && cue.inflection == Inflection::kPast))
            return read_passive(cue);
        if (cue.voice == Voice::kInfinitive && cue.entry->kind != CueKind::kRefusal) return read_infinitive(cue);
        std::optional<Subject> subject = subject_before(cued_, cue, known_);
        const Range behind = inverted_subject(cue, subject);
        const bool inverted = !behind.empty();
        if (!subject && !inverted) return;
        const Range who = inverted ? behind : subject->range;

        known_.back().subject = who;
        if (const std::size_t end = noun_phrase_end(s_, cue.last, Attach::kAll);
            cue.entry->words.front() == "quote" && end > cue.last && end + 1 < s_.size() && s_[end].is("as") &&
            s_[end + 1].tag == "VBG") {
            return quote_as(cue, who, {cue.last, end}, end + 1);
        }
        Draft draft = start(cue, who);
        if (!inverted && subject->relative && !subject->antecedent.empty())
            draft.named_by = s_.span(subject->antecedent.begin, subject->antecedent.end);
        const Complement after = inverted ? after_inverted(cue, behind) : complement_after(cued_, cue, cue.last);
        set_slots(draft, after);
        if (cue.entry->kind == CueKind::kRefusal || cue.entry->kind == CueKind::kSilence)
            return read_refusal(cue, std::move(draft), after);
        set_act(draft, cue, after);
        const std::size_t left = inverted ? cue.group : subject->begin;
        const bool quote_after = after.kind == ContentKind::kQuoted;
        if (!inverted && subject->object_relative && !after.found()) {
            add_content(draft, subject->antecedent);
            return keep(std::move(draft));
        }
        if ((!after.found() || quote_after) && (inverted || !subject->shared) && tag_allowed(cue))
            take_fronted(draft, left, after, quote_after);
        if (after.found() && (!quote_after || draft.content.empty())) add_content(draft, after.content);
        if (is_own_thought(cue, who, draft)) return;
        if (!draft.content.empty()) return keep(std::move(draft));
        if (awaits_block(cue)) draft.awaits_block = true;
        if (draft.awaits_block) return keep(std::move(draft));
        keep_empty(cue, std::move(draft));
    }

    // "The agency wrote:" at the end of a paragraph: the content is the paragraphs that follow.
    [[nodiscard]] bool awaits_block(const CueSite& cue) const {
        if (!cue.entry->allows(kQuoted | kThat) || cue.voice != Voice::kActive || cue.negated) return false;
        return s_.size() > 0 && s_[s_.size() - 1].is(":");
    }

    // A cue with no content at all is a statement only where its word says enough: "the ministry denied".
    void keep_empty(const CueSite& cue, Draft draft) {
        const Act act = cue.entry->act;
        const bool says_enough = act == Act::kDeny || act == Act::kConfirm || (act == Act::kReject && cue.negated);
        if (says_enough && cue.entry->grade == 1 && cue.voice == Voice::kActive) keep(std::move(draft));
    }

    static bool tag_allowed(const CueSite& cue) {
        return cue.entry->allows(kQuoted | kBare) && cue.voice == Voice::kActive && !cue.negated;
    }

    Range inverted_subject(const CueSite& cue, const std::optional<Subject>& subject) const {
        if (cue.voice != Voice::kActive || cue.group != cue.first || cue.first == 0 ||
            !cue.entry->allows(kQuoted | kBare))
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
    Complement after_inverted(const CueSite& cue, Range subject) const {
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
            if (at < s_.size() && s_[at].is_quote()) {
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

    // Where the clause before a tag begins: behind the last semicolon or colon, or a dateline's dash.
    std::size_t clause_begin(std::size_t end) const {
        for (std::size_t i = end; i-- > 0;) {
            if (s_[i].is(";")) return i + 1;
            if (s_[i].is(":") && i < 8) return i + 1;
            if (is_dash(s_[i]) && i < 14 && is_dateline(i)) return i + 1;
        }
        return 0;
    }
    [[nodiscard]] bool is_dateline(std::size_t dash) const {
        return dash > 0 && std::none_of(s_.words.begin(), s_.words.begin() + static_cast<std::ptrdiff_t>(dash),
                                        [](const Word& w) { return w.is_quote() || is_finite(w); });
    }

    // The content before a tag, and what goes on behind it.
    void take_fronted(Draft& draft, std::size_t left, const Complement& after, bool quote_after) const {
        std::size_t end = left;
        if (end > 0 && (is_comma(s_[end - 1]) || is_dash(s_[end - 1]))) --end;
        const bool joined = end < left || (end > 0 && s_[end - 1].is_quote());
        if (end == 0 || !joined) {
            take_before(draft, left);
            return;
        }
        if (is_comma(s_[end - 1]) && end > 1) --end;
        std::size_t begin = clause_begin(end);
        if (begin >= end) return;
        if (s_[end - 1].is_quote() && begin + 1 < end && !embeds(begin, end)) begin = quote_run_begin(end);
        if (!s_[end - 1].is_quote() && end - begin < 1) return;
        const bool goes_on = after.end + 1 < s_.size() && is_comma(s_[after.end]) &&
                             (is_finite(s_[after.end + 1]) || is_auxiliary(s_[after.end + 1]));
        const bool opens =
            begin == 0 && left < s_.size() && cued_.cue_at(left) != nullptr;  // "An anchor, says the operator."
        if (!has_quote(begin, end) && !clause_verb(s_, begin, end) && end - begin < 4 && !goes_on && !opens) return;
        add_content(draft, {begin, end});
        if (quote_after) return add_content(draft, after.content);
        resume_after(draft, after.end);
    }

    [[nodiscard]] bool has_quote(std::size_t begin, std::size_t end) const {
        return std::any_of(s_.words.begin() + static_cast<std::ptrdiff_t>(begin),
                           s_.words.begin() + static_cast<std::ptrdiff_t>(end),
                           [](const Word& w) { return w.is_quote(); });
    }

    // Is the quotation that ends at `end` part of the clause before it (mixed content), or does it stand alone?
    [[nodiscard]] bool embeds(std::size_t begin, std::size_t end) const {
        const Word& before = s_[end - 2];
        if (is_comma(before) || before.is(":") || is_dash(before) || is_stop(before)) return false;
        return clause_verb(s_, begin, end).has_value() || is_finite(before) || is_preposition(before);
    }
    [[nodiscard]] std::size_t quote_run_begin(std::size_t end) const {
        std::size_t begin = end - 1;
        while (begin > 0 && s_[begin - 1].is_quote()) --begin;
        return begin;
    }

    // "The plan, she insists, is dead.": the clause goes on behind the tag.
    void resume_after(Draft& draft, std::size_t at) const {
        if (at + 2 >= s_.size() || !is_comma(s_[at])) return;
        const Word& w = s_[at + 1];
        if (is_coordinator(w) || is_subordinator(w) || w.is("who") || w.is("which") || w.tag == "VBG" ||
            (cued_.cue_at(at + 1) != nullptr && !is_auxiliary(w)))
            return;
        const bool whole = clause_verb(s_, clause_begin(draft_end(draft)), draft_end(draft)).has_value();
        if (whole ? !is_preposition(w) : !(is_finite(w) || is_auxiliary(w) || is_any_verb(w) || is_preposition(w)))
            return;
        std::size_t end = s_.size();
        while (end > at + 1 && is_stop(s_[end - 1])) --end;
        add_content(draft, {at + 1, end});
    }
    [[nodiscard]] std::size_t draft_end(const Draft& draft) const {
        std::size_t i = 0;
        while (i < s_.size() && s_[i].span.end <= draft.content.back().end) ++i;
        return i;
    }

    // A question or exclamation in marks that the cut put into the segment before.
    void take_before(Draft& draft, std::size_t left) const {
        if (left != 0 || before_ == nullptr || before_->size() == 0) return;
        const Word& last = (*before_)[before_->size() - 1];
        if (!last.is_quote()) return;
        const Span inner = quotes_[static_cast<std::size_t>(last.quote)].inner;
        const char mark = text_[inner.end - 1];
        if (mark == '?' || mark == '!' || mark == ',') add_quote(draft, last.quote);
    }

    void set_act(Draft& draft, const CueSite& cue, const Complement& c) const {
        if (c.kind == ContentKind::kObjectInfinitive) draft.act = cue.entry->act_with_object_to;
        if (c.kind == ContentKind::kInfinitive) draft.act = cue.entry->act_with_to;
        if (draft.act != cue.entry->act) draft.neutral = false;
    }

    // "declined to comment", "did not say whether": negated where the saying did not happen.
    void read_refusal(const CueSite& cue, Draft draft, const Complement& c) {
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
        keep(std::move(draft));
    }

    // An infinitive shows a saying only behind words that make it real.
    void read_infinitive(const CueSite& cue) {
        if (cue.group < 1) return;
        const Word& governor = s_[cue.group - 1];
        const bool real = governor.is("went") || governor.is("forced") || governor.is("on") ||
                          governor.is("proceeded") || governor.is("hastened") || governor.is("continued") ||
                          governor.is("began") || governor.is("continues") || governor.is("first");
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

    // --- passives

    Range agent_after(std::size_t at) const {
        if (at + 1 >= s_.size() || !s_[at].is("by")) return {};
        const std::size_t end = noun_phrase_end(s_, at + 1, Attach::kAll);
        return end > at + 1 && time_end(s_, at) == at ? Range{at + 1, end} : Range{};
    }

    std::optional<Range> passive_subject(const CueSite& cue) const {
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
    void read_passive(const CueSite& cue) {
        const Range agent = agent_after(cue.last);
        const std::optional<Range> subject = passive_subject(cue);
        const bool impersonal = subject && subject->end - subject->begin == 1 && s_[subject->begin].is("it");
        const Complement c = complement_after(cued_, cue, agent.empty() ? cue.last : agent.end);
        if (!agent.empty()) known_.back().subject = agent;
        Draft draft = start(cue, agent);
        set_slots(draft, c);
        set_act(draft, cue, c);
        if (draft.act == Act::kHope && agent.empty() && !impersonal) return;  // "is expected to": nobody says so
        const bool tells = (cue.entry->addressee & kObjectAddressee) != 0;
        const bool phrasal = cue.entry->words.size() > 1 || (tells && cue.entry->allows(kAddresseeObject));
        const bool clause = c.found() && (c.kind != ContentKind::kObject || phrasal);
        if (cue.voice == Voice::kParticiple && agent.empty() && !(clause && (tells || cue.entry->allows(kObject))))
            return;
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
    void read_passive_object(const CueSite& cue, Draft draft, Range subject, Range agent, const Complement& c) {
        std::size_t at = agent.empty() ? cue.last : agent.end;
        if (at < s_.size() && s_[at].is("as") && at + 1 < s_.size() && s_[at + 1].tag == "VBG")
            return quote_as(cue, agent, subject, at + 1);
        const bool goes_on = at < s_.size() && (s_[at].is("of") || s_[at].is("as") || s_[at].is("for") ||
                                                s_[at].is_quote() || c.kind == ContentKind::kInfinitive);
        if (!goes_on && agent.empty()) return;
        if (!cue.entry->allows(kObject | kTo | kThat | kAddresseeObject)) return;
        add_content(draft, subject);
        if (goes_on) add_content(draft, {at, content_end(cued_, cue, at, ContentKind::kObject)});
        keep(std::move(draft));
    }

    // "quoted X as saying Y", "X was quoted (by Z) as saying Y": both say Y, X inside what Z reports.
    void quote_as(const CueSite& cue, Range reporter, Range speaker, std::size_t participle) {
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
            outer.content = inner.content;
            outer.whole_quotes = inner.whole_quotes;
            inner.shares_content = true;
            keep(std::move(outer));
        }
        keep(std::move(inner));
    }

    // --- sources and citations

    // "According to X, …", "…, according to X", "…, according to X, …".
    void read_source(const CueSite& cue) {
        std::size_t end = noun_phrase_end(s_, cue.last, Attach::kAll);
        if (end == cue.last) return;
        const Range who{cue.last, end};
        while (end < s_.size() && !is_punctuation(s_[end]) && !s_[end].is_quote() &&
               (s_[end].is("who") || s_[end].tag == "VBN" || is_preposition(s_[end]) || end > who.end + 0)) {
            if (end > who.end + 14) break;
            ++end;
        }
        Draft draft = start(cue, who);
        std::size_t left = cue.first;
        const bool opens =
            std::all_of(s_.words.begin(), s_.words.begin() + static_cast<std::ptrdiff_t>(left),
                        [](const Word& w) { return is_coordinator(w) || is_adverb(w) || is_punctuation(w); }) ||
            clause_begin(left) == left;
        if (opens) {
            if (end < s_.size() && is_comma(s_[end])) ++end;
            add_content(draft, {end, content_end(cued_, cue, end, ContentKind::kBareClause)});
        } else {
            if (is_comma(s_[left - 1]) || is_dash(s_[left - 1]) || s_[left - 1].is("(")) --left;
            const std::size_t begin = clause_begin(left);
            add_content(draft, {begin, left});
            if (!draft.content.empty()) resume_after(draft, end);
        }
        if (!draft.content.empty()) keep(std::move(draft));
    }

    // "Reuters reported, citing Y, that …": the cited one says what the citing one reports.
    void read_citation(const CueSite& cue) {
        if (cue.inflection != Inflection::kPresentParticiple) return;
        const std::size_t end = noun_phrase_end(s_, cue.last, Attach::kAll);
        if (end == cue.last) return;
        Range who{cue.last, end};
        if (end < s_.size() && s_[end].is("as")) return;  // "quoting X as saying": the participle behind it speaks
        Draft draft = start(cue, who);
        for (std::size_t i = drafts_.size(); i-- > 0;) {
            if (drafts_[i].content.empty() || drafts_[i].level != s_.level) continue;
            draft.content = drafts_[i].content;
            draft.whole_quotes = drafts_[i].whole_quotes;
            draft.shares_content = true;
            break;
        }
        if (draft.content.empty()) {
            pending_.push_back(std::move(draft));
        } else {
            keep(std::move(draft));
        }
    }

    // --- nouns

    // "X's claim that …", "the ministry's demand: …", "calls for …".
    void read_noun(const CueSite& cue) {
        const Range who = noun_speaker(cue);
        std::size_t at = cue.last;
        Range giver;
        if (at < s_.size() && (s_[at].is("of") || s_[at].is("by") || s_[at].is("from"))) {
            const std::size_t end = noun_phrase_end(s_, at + 1, Attach::kNothing);
            if (end > at + 1 && end < s_.size() && (s_[end].is("that") || s_[end].is("to"))) {
                giver = {at + 1, end};
                at = end;
            }
        }
        const bool copula =
            at + 1 < s_.size() && (s_[at].is("is") || s_[at].is("was")) && s_[at + 1].is("that") && !who.empty();
        if (copula) ++at;  // "their verdict is that"
        const Range speaker = who.empty() ? giver : who;
        const Complement c = complement_after(cued_, cue, at);
        const bool clause = c.kind == ContentKind::kThatClause || (c.kind == ContentKind::kQuoted && !speaker.empty());
        const bool owned =
            !speaker.empty() && (c.kind == ContentKind::kInfinitive || c.kind == ContentKind::kPrepositional);
        const bool calls = cue.inflection == Inflection::kPlural && c.kind == ContentKind::kPrepositional &&
                           cue.entry->act == Act::kDemand;
        if (!clause && !owned && !calls) return;
        Draft draft = start(cue, speaker);
        draft.negated = false;
        set_slots(draft, c);
        add_content(draft, c.content);
        if (!draft.content.empty()) keep(std::move(draft));
    }

    // The possessor, or the subject of a light verb ("issued a warning").
    Range noun_speaker(const CueSite& cue) const {
        std::size_t i = cue.first;
        while (i > 0 && (is_adjective(s_[i - 1]) || is_number(s_[i - 1]) || (is_noun(s_[i - 1]) && i - 1 > 0))) --i;
        if (i > 0 && s_[i - 1].tag == "POS") {
            const std::size_t begin = noun_phrase_begin(s_, i - 1, Attach::kOf);
            if (begin < i - 1) return {begin, i - 1};
        }
        if (i > 0 && s_[i - 1].tag == "PRP$") return {i - 1, i};
        while (i > 0 && (is_determiner(s_[i - 1]))) --i;
        if (i == 0 || !is_light_verb(s_[i - 1])) return {};
        CueSite light = cue;
        light.first = light.group = i - 1;
        light.last = i;
        light.voice = Voice::kActive;
        while (light.group > 0 && (is_auxiliary(s_[light.group - 1]) || is_adverb(s_[light.group - 1]))) --light.group;
        const auto subject = subject_before(cued_, light, known_);
        return subject ? subject->range : Range{};
    }
    static bool is_light_verb(const Word& w) {
        static constexpr std::string_view kLight[] = {"make",    "issue",  "give",    "have",   "release",
                                                      "renew",   "repeat", "send",    "voice",  "express",
                                                      "deliver", "put",    "publish", "launch", "file"};
        return std::any_of(std::begin(kLight), std::end(kLight), [&](std::string_view v) { return w.lemma == v; });
    }

    const Segment& s_;
    const CuedSegment& cued_;
    const Segment* before_;
    std::span<const Quote> quotes_;
    std::string_view text_;
    std::vector<KnownSubject> known_;
    std::vector<Draft> drafts_;
    const CueSite* handled_ = nullptr;  // "saying" of "was quoted as saying"
    std::vector<Draft> pending_;        // cited sources whose statement comes later in the segment
};

}  // namespace

std::vector<Draft> read_cues(const CuedSegment& segment, const Segment* before, std::span<const Quote> quotes,
                             std::string_view text) {
    return CueReader(segment, before, quotes, text).read();
}

}  // namespace readout::statement
