#include <algorithm>
#include <iterator>
#include <utility>

#include "statement/cue_reader.h"

namespace readout::statement {

using record::Act;

// "the prime minister |and other diplomats|, …": one past all who are named, when a comma or the sentence ends the
// list.
std::size_t CueReader::coordinated_end(std::size_t end) const {
    std::size_t at = end;
    for (int guard = 0; guard < 6 && at + 1 < s_.size(); ++guard) {
        const bool listed = is_comma(s_[at]);
        const std::size_t next = listed && is_coordinator(s_[at + 1]) ? at + 2 : at + 1;
        if (!listed && !is_coordinator(s_[at])) break;
        const std::size_t stop = noun_phrase_end(s_, next, Attach::kAll);
        if (stop == next) break;
        const bool last = is_coordinator(s_[next - 1]);
        at = stop;
        if (last) return at >= s_.size() || is_punctuation(s_[at]) ? at : end;
    }
    return end;
}

// Behind "according to X": over an apposition, a relative clause and a tag, each between commas, to the comma before
// the clause itself ("According to Jane Roe, |the mayor|, the road …"; "According to the plan, |he said|, the road …").
std::size_t CueReader::over_insertions(Range who, std::size_t at) const {
    for (int guard = 0; guard < 3 && at + 2 < s_.size() && is_comma(s_[at]); ++guard) {
        std::size_t close = at + 1;
        while (close < s_.size() && close < at + 16 && !is_comma(s_[close])) ++close;
        if (close + 2 >= s_.size() || !is_comma(s_[close])) break;
        const Word& first = s_[at + 1];
        const std::size_t phrase = noun_phrase_end(s_, at + 1, Attach::kAll);
        const CueSite* tag = phrase > at + 1 && phrase < close ? cued_.cue_at(phrase) : nullptr;
        const bool is_tag = tag != nullptr && tag->last == close && tag->voice == Voice::kActive;
        const bool relative = first.is("which") || first.is("who") || first.is("whom");
        const bool described = (first.is("a") || first.is("an")) &&
                               std::none_of(s_.words.begin() + static_cast<std::ptrdiff_t>(at + 1),
                                            s_.words.begin() + static_cast<std::ptrdiff_t>(close), is_finite);
        const bool apposition =
            (described || (phrase == close && is_determiner(first))) && s_[who.end - 1].tag == "NNP";
        if (!is_tag && !relative && !(apposition && clause_verb(s_, close + 1, s_.size()))) break;
        at = close;
    }
    return at;
}

// "According to X, …", "…, according to X", "…, according to X, …".
void CueReader::read_source(const CueSite& cue) {
    const bool rate = cue.last < s_.size() && s_[cue.first].is("per") && !is_determiner(s_[cue.last]) &&
                      (s_[cue.last].tag == "NN" || s_[cue.last].tag == "FW");
    if (rate) return;  // "46 per cent"
    std::size_t end = noun_phrase_end(s_, cue.last, Attach::kAll);
    if (end == cue.last) return;
    end = coordinated_end(end);
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
        end = over_insertions(who, end);
        if (end < s_.size() && is_comma(s_[end])) ++end;
        add_content(draft, {end, content_end(cued_, cue, end, ContentKind::kBareClause)});
    } else {
        if (is_comma(s_[left - 1]) || is_dash(s_[left - 1]) || s_[left - 1].is("(")) --left;
        const std::size_t begin = clause_begin(left);
        if (left == begin + 2 && is_pronoun(s_[begin]) && is_be(s_[begin + 1])) return;  // "This is according to"
        add_content(draft, {begin, left});
        if (!draft.content.empty()) resume_after(draft, end);
    }
    if (!draft.content.empty()) keep(std::move(draft));
}

bool CueReader::is_source(const Word& head) {
    static constexpr std::string_view kSources[] = {"source", "report",  "agency",   "media",
                                                    "press",  "witness", "official", "newspaper"};
    return head.tag.starts_with("NNP") ||
           std::find(std::begin(kSources), std::end(kSources), head.lemma) != std::end(kSources);
}

// "citing |a lack| of fuel", "citing |security|": nobody who could say something, nor what one can read.
bool CueReader::is_reason(const Word& head) {
    static constexpr std::string_view kTelling[] = {
        "account",      "adviser",      "agency",     "aide",       "analysis",    "analyst",     "article",
        "audit",        "author",       "book",       "charge",     "colleague",   "comment",     "data",
        "decree",       "diplomat",     "doctor",     "document",   "economist",   "email",       "estimate",
        "evidence",     "expert",       "figure",     "filing",     "finding",     "friend",      "government",
        "historian",    "intelligence", "interview",  "lawyer",     "leader",      "letter",      "media",
        "memo",         "ministry",     "minister",   "neighbour",  "newspaper",   "note",        "officer",
        "official",     "paper",        "passage",    "people",     "person",      "police",      "poll",
        "post",         "press",        "record",     "relative",   "report",      "research",    "researcher",
        "resident",     "review",       "scholar",    "scientist",  "source",      "spokesman",   "spokesperson",
        "spokeswoman",  "statement",    "statistics", "study",      "survey",      "survivor",    "testimony",
        "transcript",   "verse",        "website",    "witness",    "publication", "information", "administration",
        "organisation", "organization", "delegation", "commission", "association", "authority",   "correspondence",
        "television",   "general",      "clerk",      "summary",    "chief",       "deputy",      "guard",
        "nurse",        "priest",       "student",    "teacher",    "judge",       "guide",       "agent",
        "captain",      "king",         "wife",       "husband",    "aunt",        "army",        "court"};
    static constexpr std::string_view kPersons[] = {"er", "or", "ist", "ian", "man", "woman", "eer"};
    if (!head.tag.starts_with("NN") || head.tag.starts_with("NNP")) return false;
    if (std::any_of(std::begin(kPersons), std::end(kPersons),
                    [&](std::string_view ending) { return head.lemma.ends_with(ending); }))
        return false;
    return std::none_of(std::begin(kTelling), std::end(kTelling),
                        [&](std::string_view noun) { return head.lemma == noun; });
}

// "Reuters reported, citing Y, that …": the cited one says what the citing one reports.
void CueReader::read_citation(const CueSite& cue) {
    if (cue.inflection != Inflection::kPresentParticiple) return;
    const std::size_t end = noun_phrase_end(s_, cue.last, Attach::kAll);
    if (end == cue.last) return;
    Range who{cue.last, end};
    const Word& head = s_[head_of(s_, who)];
    if (cue.entry->words.front() == "refer" && !is_source(head)) return;  // "referring to |the weapons|"
    if (cue.entry->words.front() == "cite" && is_reason(head)) return read_reason(cue);
    if (end < s_.size() && s_[end].is("as")) return;  // "quoting X as saying": the participle behind it speaks
    Draft draft = start(cue, who);
    for (std::size_t i = drafts_.size(); i-- > 0;) {
        if (drafts_[i].content.empty() || drafts_[i].level != s_.level) continue;
        draft.share_content(drafts_[i]);
        draft.shares_content = true;
        break;
    }
    if (draft.content.empty()) {
        pending_.push_back(std::move(draft));
    } else {
        keep(std::move(draft));
    }
}

// "The airline turned back, citing a lack of fuel": no source is cited, but a reason told.
void CueReader::read_reason(const CueSite& cue) {
    const auto subject = subject_before(cued_, cue, known_);
    if (!subject || is_time(subject->range)) return;
    Draft draft = start(cue, subject->range);
    add_content(draft, {cue.last, content_end(cued_, cue, cue.last, ContentKind::kObject)});
    if (!draft.content.empty()) keep(std::move(draft));
}

// "X's claim that …", "the ministry's demand: …", "calls for …".
void CueReader::read_noun(const CueSite& cue) {
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
    if (c.kind == ContentKind::kThatClause && is_relative_of_noun(c.content)) return;
    if (c.kind == ContentKind::kQuoted && (is_of_another(c.content) || is_topic(cue))) return;
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

// "said of |Roe's request|: "…"": what somebody else speaks of.
bool CueReader::is_topic(const CueSite& noun) const {
    const std::size_t begin = noun_phrase_begin(s_, noun.last, Attach::kNothing);
    if (begin < 2 || !(s_[begin - 1].is("of") || s_[begin - 1].is("about"))) return false;
    const CueSite* verb = cued_.cue_at(begin - 2);
    return verb != nullptr && verb->entry->kind == CueKind::kVerb && verb->entry->allows(kQuoted);
}

// "his remarks |"have done harm"|": the verb of the remarks. "gave no answers: |"I have no time,"| he wrote": its own
// saying stands behind it.
bool CueReader::is_of_another(Range quote) const {
    const Word& first = s_[quote.begin];
    if (first.is_quote() && quote.begin > 0 && !s_[quote.begin - 1].is(":") && opens_small(first)) return true;
    const std::size_t subject = noun_phrase_end(s_, quote.end, Attach::kAll);
    const CueSite* tag = subject > quote.end ? cued_.cue_at(subject) : nullptr;
    return tag != nullptr && tag->entry->kind == CueKind::kVerb && tag->voice == Voice::kActive;
}

// The possessor, or the subject of a light verb ("issued a warning").
Range CueReader::noun_speaker(const CueSite& cue) const {
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

bool CueReader::is_light_verb(const Word& w) {
    static constexpr std::string_view kLight[] = {"make",    "issue",  "give",    "have",   "release",
                                                  "renew",   "repeat", "send",    "voice",  "express",
                                                  "deliver", "put",    "publish", "launch", "file"};
    return std::any_of(std::begin(kLight), std::end(kLight), [&](std::string_view v) { return w.lemma == v; });
}

}  // namespace readout::statement
