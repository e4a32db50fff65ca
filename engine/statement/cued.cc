#include "statement/cued.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "statement/cue_reader.h"

namespace readout::statement {

using record::Act;

std::vector<Draft> CueReader::read() {
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

// Placards, signs and slogans carry words but say nothing.
bool CueReader::is_thing_that_bears_words(Span speaker) const {
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
bool CueReader::is_own_thought(const CueSite& cue, Range who, const Draft& draft) const {
    if (who.end - who.begin != 1 || !(s_[who.begin].is("i") || s_[who.begin].is("we"))) return false;
    if (draft.act == Act::kNoComment) return draft.content.empty() || !(is_wh(word_at(draft.content.front().begin)));
    const bool thinks = draft.act == Act::kHope || draft.act == Act::kDoubt || draft.act == Act::kReject;
    const std::string& verb = cue.entry->words.front();
    if (verb == "think" || verb == "believe" || verb == "feel" || verb == "mean" || verb == "understand" ||
        verb == "see")
        return true;
    return thinks && !cue.past && !cue.negated;
}

const Word& CueReader::word_at(std::uint32_t begin) const {
    for (const Word& w : s_.words) {
        if (w.span.begin >= begin) return w;
    }
    return s_[0];
}

// Words [begin, end) as contents: whole quotations give their inside, anything else its hull.
void CueReader::add_content(Draft& draft, Range range) const {
    while (!range.empty() && (is_comma(s_[range.end - 1]) || is_dash(s_[range.end - 1]) || s_[range.end - 1].is(":") ||
                              s_[range.end - 1].is(".")))
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

void CueReader::add_quote(Draft& draft, std::int32_t index) const {
    const Quote& quote = quotes_[static_cast<std::size_t>(index)];
    Span span = quote.inner;
    while (span.end > span.begin && (text_[span.end - 1] == ',' || text_[span.end - 1] == '.' ||
                                     text_[span.end - 1] == ' ' || text_[span.end - 1] == '\n'))
        --span.end;
    while (span.begin < span.end && (text_[span.begin] == ' ' || text_[span.begin] == '\n')) ++span.begin;
    if (!span.empty()) draft.add(span, index);
}

Draft CueReader::start(const CueSite& cue, Range subject) const {
    Draft draft;
    draft.cue = s_.span(cue.first, cue.last);
    draft.lemma = cue.entry->lemma();
    draft.level = s_.level;
    draft.block = s_.block;
    draft.sentence = s_.span(0, s_.size());
    draft.act = cue.entry->act;
    draft.neutral = cue.entry->act == Act::kAssert;
    draft.negated = cue.negated || is_nobody(s_, subject);
    if (subject.empty()) return draft;
    draft.speaker = s_.span(subject.begin, subject.end);
    const Range medium = fronted_medium(s_, subject);
    if (!medium.empty()) draft.medium = s_.span(medium.begin, medium.end);
    return draft;
}

void CueReader::set_slots(Draft& draft, const Complement& c) const {
    if (!c.addressee.empty()) draft.addressee = s_.span(c.addressee.begin, c.addressee.end);
    if (!c.medium.empty()) draft.medium = s_.span(c.medium.begin, c.medium.end);
}

void CueReader::keep(Draft draft) {
    if (draft.speaker && is_thing_that_bears_words(*draft.speaker)) return;
    if (!draft.content.empty() && !draft.speaker && draft.content.front().empty()) return;
    drafts_.push_back(std::move(draft));
    if (drafts_.back().content.empty()) return;
    for (Draft& cited : std::exchange(pending_, {})) {  // "Reuters, citing Y, reported that …"
        cited.share_content(drafts_.back());
        cited.shares_content = true;
        drafts_.push_back(std::move(cited));
    }
}

std::vector<Draft> read_cues(const CuedSegment& segment, const Segment* before, std::span<const Quote> quotes,
                             std::string_view text) {
    return CueReader(segment, before, quotes, text).read();
}

}  // namespace readout::statement
