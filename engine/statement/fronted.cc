#include <algorithm>

#include "statement/cue_reader.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace readout::statement {

// Where the clause before a tag begins: behind the last semicolon or colon, or a dateline's dash. "A; B; |and C|" is a
// list.
std::size_t CueReader::clause_begin(std::size_t end) const {
    bool list = false;
    for (std::size_t i = end; i-- > 0;) {
        if (s_[i].is(";")) {
            const bool last = i + 1 < end && is_coordinator(s_[i + 1]);
            list = list || (last && std::any_of(s_.words.begin(), s_.words.begin() + static_cast<std::ptrdiff_t>(i),
                                                [](const Word& w) { return w.is(";"); }));
            if (!list) return i + 1;
        }
        if (s_[i].is(":") && i + 1 < end &&
            (i < 8 || text::is_upper(text::decode_at(text_, s_[i + 1].span.begin).point)))
            return i + 1;
        if (is_dash(s_[i]) && i < 14 && is_dateline(i)) return i + 1;
    }
    return 0;
}

bool CueReader::is_dateline(std::size_t dash) const {
    return dash > 0 && std::none_of(s_.words.begin(), s_.words.begin() + static_cast<std::ptrdiff_t>(dash),
                                    [](const Word& w) { return w.is_quote() || is_finite(w); });
}

// "|As| the Herald reported, the bridge was open", "The bridge was open, |as| the Herald reported.": a comparison with
// what somebody said, whose content is the main clause. `subject` is where the subject of the cue begins.
bool CueReader::is_as_clause(std::size_t subject) const {
    return subject > 0 && s_[subject - 1].is("as") && (subject == 1 || is_comma(s_[subject - 2]));
}

void CueReader::take_as_clause(Draft& draft, std::size_t subject, std::size_t at) const {
    draft.as_clause = true;
    while (at < s_.size() && !is_comma(s_[at]) && !is_stop(s_[at])) ++at;
    if (subject == 1) {
        if (at < s_.size() && is_comma(s_[at]) && clause_verb(s_, at + 1, s_.size()))
            add_content(draft, {at + 1, content_stop()});
    } else if (clause_verb(s_, clause_begin(subject - 2), subject - 2)) {
        add_content(draft, {clause_begin(subject - 2), subject - 2});
    }
}

// The content before a tag, and what goes on behind it.
void CueReader::take_fronted(Draft& draft, std::size_t left, const Complement& after, bool quote_after) {
    if (is_as_clause(left) && after.end <= s_.size()) {
        const bool object =
            noun_phrase_end(s_, after.end, Attach::kNothing) > after.end && time_end(s_, after.end) == after.end;
        if (!object) take_as_clause(draft, left, after.end);  // "as some see |proof|" compares nothing
        return;
    }
    if (takes_object(draft, after)) return;
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
    if (s_[begin].is_quote() && s_[begin].stopped && describes_speaker(begin + 1, end)) end = begin + 1;
    const bool between = after.end + 1 < s_.size() && is_comma(s_[after.end]);
    if (between && end > begin + 1 && opens_clause(s_[end - 1])) {  // "the days when, |he said|, they would go"
        return add_content(draft, {after.end + 1, content_stop()});
    }
    if (!between && !quote_after && is_clause_alone(begin, end)) return;
    const bool goes_on = between && (is_finite(s_[after.end + 1]) || is_auxiliary(s_[after.end + 1]));
    const bool opens =
        begin == 0 && left < s_.size() && cued_.cue_at(left) != nullptr;  // "An anchor, says the operator."
    if (!has_quote(begin, end) && !clause_verb(s_, begin, end) && end - begin < 4 && !goes_on && !opens) return;
    const bool of_noun = has_relative_subject(draft, left) && !has_quote(begin, end);
    if (quote_after && (of_noun || leads_in(begin, end, after.content))) return add_content(draft, after.content);
    add_content(draft, {begin, end});
    if (quote_after) return add_content(draft, after.content);
    resume_after(draft, after.end);
    const bool only_adverbial = draft.content.size() == 1 && !has_quote(begin, end) && opens_with_adverbial(begin) &&
                                !clause_verb(s_, begin, end);
    if (only_adverbial) draft.clear_content();  // "According to the mayor, the police understood …"
}

// "In May, he continued |his attacks|", "she went on |to sing|": no tag, for it has an object of another kind.
bool CueReader::takes_object(const Draft& draft, const Complement& after) const {
    const std::size_t at = after.end;
    if (after.found() || at >= s_.size() || at == 0 || !draft.cue || s_[at - 1].span.end != draft.cue->end)
        return false;
    if (is_infinitive_at(s_, at)) return true;
    return (is_determiner(s_[at]) || s_[at].tag == "PRP$") && time_end(s_, at) == at &&
           noun_phrase_end(s_, at, Attach::kNothing) > at + 1;
}

bool CueReader::opens_clause(const Word& w) {
    return is_subordinator(w) || is_wh(w) || w.is("that");
}

// "|While he kept the mill|, Roe called the rest lost.": the main clause is that of the cue.
bool CueReader::is_clause_alone(std::size_t begin, std::size_t end) const {
    const bool asked = s_[begin].is("asked") || s_[begin].is("pressed") || s_[begin].is("questioned");
    if (!asked && !is_subordinator(s_[begin])) return false;
    if (has_quote(begin, end) || !clause_verb(s_, begin + 1, end)) return false;
    for (std::size_t i = begin; i < end; ++i) {
        if (is_comma(s_[i]) && clause_verb(s_, i + 1, end)) return false;
    }
    return true;
}

// ""…," |analyst for the group|, Jane Roe says": words between a quotation and the name of who said it.
bool CueReader::describes_speaker(std::size_t begin, std::size_t end) const {
    return begin < end && is_noun(s_[begin]) && !has_quote(begin, end) &&
           noun_phrase_end(s_, begin, Attach::kAll) == end;
}

bool CueReader::has_quote(std::size_t begin, std::size_t end) const {
    return std::any_of(s_.words.begin() + static_cast<std::ptrdiff_t>(begin),
                       s_.words.begin() + static_cast<std::ptrdiff_t>(end), [](const Word& w) { return w.is_quote(); });
}

// Is the quotation that ends at `end` part of the clause before it (mixed content), or does it stand alone?
bool CueReader::embeds(std::size_t begin, std::size_t end) const {
    const Word& before = s_[end - 2];
    if (opens_small(s_[end - 1])) {
        if (is_noun(before)) return true;  // "|The new plan| "is a success," Holm said"
        const std::size_t subject = noun_phrase_end(s_, begin, Attach::kAll);
        if (subject > begin && is_comma(before) && over_inserted(s_, subject) + 1 == end) return true;  // ", her own,"
    }
    if (is_comma(before) || before.is(":") || is_dash(before) || is_stop(before)) return false;
    return clause_verb(s_, begin, end).has_value() || is_finite(before) || is_preposition(before);
}

// Does the quotation begin with a small letter, as the middle of a sentence does?
bool CueReader::opens_small(const Word& quote) const {
    const char32_t first = text::decode_at(text_, quotes_[static_cast<std::size_t>(quote.quote)].inner.begin).point;
    return text::is_letter(first) && !text::is_upper(first);
}

// "She got a letter from |her brother, who| said, …": the clause before is not what he said.
bool CueReader::has_relative_subject(const Draft& draft, std::size_t left) const {
    for (std::size_t i = left; i < s_.size() && draft.cue && s_[i].span.end <= draft.cue->begin; ++i) {
        if (s_[i].is("who")) return true;
    }
    return false;
}

// "|In an answer to the council|, she said, "The road is closed."", "|When it was over|, she said: "We won."": what
// stands before a quotation that is a sentence of its own tells only how it was said. Where no comma parts the tag from
// the quotation, the tag is inserted into nothing.
bool CueReader::leads_in(std::size_t begin, std::size_t end, Range quoted) const {
    if (quoted.begin == 0 || quoted.begin >= s_.size()) return false;
    const Word& quote = s_[quoted.begin];
    if (!quote.is_quote()) return false;
    if (has_quote(begin, end)) return false;
    const std::uint32_t inner = quotes_[static_cast<std::size_t>(quote.quote)].inner.begin;
    if (!text::is_upper(text::decode_at(text_, inner).point)) return false;
    if (!is_comma(s_[quoted.begin - 1]) || clause_verb(s_, begin, end)) return true;
    const std::string_view tag = s_[begin].tag;
    const bool participle = tag == "VBG" || tag == "VBN" || tag == "VBD";  // "|Asked about the road|,"
    return participle || opens_with_adverbial(begin);
}

std::size_t CueReader::quote_run_begin(std::size_t end) const {
    std::size_t begin = end - 1;
    while (begin > 0 && s_[begin - 1].is_quote()) --begin;
    return begin;
}

// "The plan, she insists, is dead.": the clause goes on behind the tag.
// "|On Monday|, he said, the road was closed": what stands before the tag is no part of the subject.
bool CueReader::opens_with_adverbial(std::size_t begin) const {
    if (begin >= s_.size()) return false;
    const CueSite* cue = cued_.cue_at(begin);
    return is_preposition(s_[begin]) || time_end(s_, begin) > begin || is_adverb(s_[begin]) ||
           (cue != nullptr && cue->entry->kind == CueKind::kSource);
}

std::size_t CueReader::content_stop() const {
    std::size_t end = s_.size();
    while (end > 0 && is_stop(s_[end - 1])) --end;
    return end;
}

void CueReader::resume_after(Draft& draft, std::size_t at) {
    if (at + 2 >= s_.size() || !is_comma(s_[at])) return;
    const Word& w = s_[at + 1];
    if (is_coordinator(w) || is_subordinator(w) || w.is("who") || w.is("which") || w.tag == "VBG" ||
        (s_[at + 1].is_quote()))
        return;
    if (is_preposition(w) && (s_[at + 2].is("which") || s_[at + 2].is("whom") || s_[at + 2].is("whose"))) return;
    const std::size_t begin = clause_begin(draft_end(draft));
    const bool whole = clause_verb(s_, begin, draft_end(draft)).has_value();
    const std::size_t subject = noun_phrase_end(s_, begin, Attach::kAll);
    const bool adverbial = !whole && opens_with_adverbial(begin);
    const bool needs_verb = !whole && subject == draft_end(draft) && subject > begin;
    if (cued_.cue_at(at + 1) != nullptr && !is_auxiliary(w)) {
        if (!needs_verb) return;
        resumed_at_ = at + 1;  // "|The council|, he said, |rejects| the plan"
        resumed_subject_ = {begin, subject};
    }
    const bool main_clause = adverbial && clause_verb(s_, at + 1, s_.size()).has_value();
    if (main_clause) return add_content(draft, {at + 1, content_stop()});
    if (whole ? !is_preposition(w) : !(is_finite(w) || is_auxiliary(w) || is_any_verb(w) || is_preposition(w))) return;
    add_content(draft, {at + 1, content_stop()});
}

std::size_t CueReader::draft_end(const Draft& draft) const {
    std::size_t i = 0;
    while (i < s_.size() && s_[i].span.end <= draft.content.back().end) ++i;
    return i;
}

// A question or exclamation in marks that the cut put into the segment before.
void CueReader::take_before(Draft& draft, std::size_t left) const {
    if (left != 0 || before_ == nullptr || before_->size() == 0) return;
    const Word& last = (*before_)[before_->size() - 1];
    if (!last.is_quote()) return;
    const Span inner = quotes_[static_cast<std::size_t>(last.quote)].inner;
    const char mark = text_[inner.end - 1];
    if (mark == '?' || mark == '!' || mark == ',') add_quote(draft, last.quote);
}

}  // namespace readout::statement
