#include "statement/complement.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace readout::statement {
namespace {

constexpr std::array<std::string_view, 58> kMedia{
    "address",      "affidavit", "announcement", "article",   "blog",       "briefing",   "broadcast",  "broadcaster",
    "cable",        "call",      "channel",      "column",    "comment",    "communique", "communiqué", "conference",
    "conversation", "court",     "diary",        "dispatch",  "e-mail",     "editorial",  "email",      "essay",
    "facebook",     "filing",    "hearing",      "hotline",   "instagram",  "interview",  "leaflet",    "letter",
    "manifesto",    "memo",      "memoir",       "message",   "newspaper",  "note",       "paper",      "phone",
    "podcast",      "post",      "radio",        "readout",   "release",    "remarks",    "report",     "speech",
    "statement",    "telegram",  "telegraph",    "telephone", "television", "testimony",  "tweet",      "twitter",
    "video",        "writing"};

bool is_medium_phrase(const Segment& s, std::size_t at, std::size_t end) {
    const Word& p = s[at];
    if (!(p.is("in") || p.is("on") || p.is("via") || p.is("over") || p.is("by") || p.is("through") || p.is("at")))
        return false;
    return std::any_of(s.words.begin() + static_cast<std::ptrdiff_t>(at),
                       s.words.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const Word& w) { return std::binary_search(kMedia.begin(), kMedia.end(), w.lower); });
}

bool opens_content(const Segment& s, std::size_t i) {
    return i < s.size() && (s[i].is_quote() || s[i].is("that") || s[i].is(":") || is_infinitive_at(s, i) ||
                            (is_wh(s[i]) && !s[i].is("which") && !s[i].is("who") && !s[i].is("where")));
}

// Walks over what may stand between a cue and its content: adverbs, times, addressee, media, parentheses.
class Reader {
  public:
    Reader(const CuedSegment& s, const CueSite& cue, std::size_t from) : s_(s.words), cued_(s), cue_(cue), at_(from) {}

    Complement read() {
        while (at_ < s_.size() &&
               (skip_adverbs() || take_addressee() || skip_topic() || skip_adjunct() || skip_parenthesis())) {
        }
        classify();
        out_.end = std::max(at_, out_.content.end);
        return out_;
    }

  private:
    [[nodiscard]] bool allows(std::uint32_t frame) const { return cue_.entry->allows(frame); }

    bool skip_adverbs() {
        const std::size_t before = at_;
        while (at_ < s_.size() && ((is_adverb(s_[at_]) && !s_[at_].is("so")) || s_[at_].is("only") ||
                                   s_[at_].is("also") || s_[at_].is("again")))
            ++at_;
        const std::size_t time = time_end(s_, at_);
        if (time > at_ && (time >= s_.size() || is_punctuation(s_[time]) || opens_content(s_, time) ||
                           is_preposition(s_[time]) || allows(kBare | kObject))) {
            if (!(time < s_.size() && is_finite(s_[time]))) at_ = time;  // "Monday was hard" is content
        }
        return at_ > before;
    }

    // A noun phrase right behind the cue is the addressee when something else follows that can be content.
    bool take_addressee() {
        if (!out_.addressee.empty()) return false;
        if ((cue_.entry->addressee & kToAddressee) != 0 && s_[at_].is("to") && !is_infinitive_at(s_, at_))
            return take_addressee_after(1);
        if ((cue_.entry->addressee & kOfAddressee) != 0 && (s_[at_].is("of") || s_[at_].is("from")))
            return take_addressee_after(1);
        if ((cue_.entry->addressee & kObjectAddressee) == 0 || cue_.voice == Voice::kPassive || passive_participle())
            return false;
        const std::size_t end = noun_phrase_end(s_, at_, Attach::kAll);
        if (end == at_ || s_[at_].is("that")) return false;
        const std::size_t title = over_title(at_, end);  // "told CNN's |"Today"| that"
        if (title > end && title < s_.size() && s_[title].is("that")) return set_addressee(at_, title);
        for (const std::size_t stop :
             {noun_phrase_end(s_, at_, Attach::kNothing), noun_phrase_end(s_, at_, Attach::kOf), end}) {
            if (leaves_content(stop)) return set_addressee(at_, stop);
            const std::size_t after = over_inserted(s_, stop);  // "asked Roe, the chair, |to| check"
            if (after > stop && is_infinitive_at(s_, after) && allows(kObjectTo)) {
                set_addressee(at_, stop);
                at_ = after;
                return true;
            }
            if (stop + 1 >= s_.size() || !is_coordinator(s_[stop])) continue;  // "told his mother |and father| that"
            const std::size_t both = noun_phrase_end(s_, stop + 1, Attach::kOf);
            if (both > stop + 1 && both < s_.size() && s_[both].is("that")) return set_addressee(at_, both);
        }
        return false;
    }
    bool take_addressee_after(std::size_t preposition) {
        const std::size_t end = noun_phrase_end(s_, at_ + preposition, Attach::kOf);
        return end > at_ + preposition && set_addressee(at_ + preposition, end);
    }
    bool set_addressee(std::size_t begin, std::size_t end) {
        out_.addressee = {begin, end};
        at_ = end;
        return true;
    }
    [[nodiscard]] bool passive_participle() const {
        return cue_.voice == Voice::kParticiple && cue_.inflection == Inflection::kPast;
    }

    [[nodiscard]] bool leaves_content(std::size_t end) const {
        const bool tells = cue_.entry->words.front() == "tell" || cue_.entry->words.front() == "inform";
        if (end >= s_.size() || is_stop(s_[end])) return tells;
        const Word& w = s_[end];
        if (is_comma(w)) return tells || (end + 1 < s_.size() && opens_content(s_, end + 1));
        if (is_infinitive_at(s_, end)) return allows(kObjectTo | kTo);
        if (opens_content(s_, end)) return true;
        if (allows(kAddresseeToObject) && w.is("to")) return true;
        if (allows(kAddresseeFor) && w.is("for")) return true;
        if (allows(kAddresseeOf) && (w.is("of") || w.is("about") || w.is("against"))) return true;
        if (allows(kAddresseeWith) && w.is("with")) return true;
        if (allows(kAddresseeObject) && (is_determiner(w) || is_number(w) || is_noun(w) || is_adjective(w)))
            return true;
        if (is_preposition(w) || is_adverb(w) || time_end(s_, end) > end)
            return tells || opens_content(s_, over_adjuncts(end));
        return (allows(kBare) || tells) && clause_verb(s_, end, s_.size()).has_value();
    }

    [[nodiscard]] std::size_t over_adjuncts(std::size_t at) const {
        for (int guard = 0; guard < 4 && at < s_.size(); ++guard) {
            std::size_t next = std::max(time_end(s_, at), prepositional_end(s_, at));
            while (next < s_.size() && is_adverb(s_[next])) ++next;
            if (next == at) break;
            at = next;
        }
        return at;
    }

    // ""…," she said |of the plan|.", "she wrote |of him|: "…"": what the quotation is about.
    bool skip_topic() {
        if (!allows(kQuoted) || allows(kOf) || !(s_[at_].is("of") || s_[at_].is("about"))) return false;
        const std::size_t end = prepositional_end(s_, at_);
        if (end == at_ || (end < s_.size() && !is_punctuation(s_[end]) && !s_[end].is_quote())) return false;
        at_ = end;
        return true;
    }

    // "on Radio Lund's |"Voices"|", "on |"Today"|": over the title of a programme, which other words follow.
    [[nodiscard]] std::size_t over_title(std::size_t first, std::size_t end) const {
        constexpr std::uint32_t kLongest = 48;  // bytes, its marks among them
        std::size_t at = std::max(end, first + 1);
        const bool owned = at < s_.size() && s_[at].tag == "POS";
        if (owned) ++at;
        if (!owned && at > first + 1) return end;
        if (at + 1 >= s_.size() || !s_[at].is_quote() || s_[at].span.size() > kLongest) return end;
        const Word& next = s_[at + 1];
        const bool more =
            next.is("that") || is_comma(next) || is_stop(next) || is_preposition(next) || time_end(s_, at + 1) > at + 1;
        return more ? at + 1 : end;
    }

    // "said |before leaving the town hall| that"
    [[nodiscard]] std::size_t over_gerund(std::size_t preposition) const {
        constexpr std::size_t kLongest = 9;  // words
        if (preposition + 1 >= s_.size() || s_[preposition + 1].tag != "VBG") return preposition;
        for (std::size_t i = preposition + 2; i < s_.size() && i < preposition + kLongest; ++i) {
            if (is_punctuation(s_[i]) || s_[i].is_quote() || is_finite(s_[i])) break;
            if (s_[i].is("that") && i + 1 < s_.size() && !is_finite(s_[i + 1])) return i;
        }
        return preposition;
    }

    // "in a statement", "outside the court": skipped only where content follows.
    bool skip_adjunct() {
        if (!is_preposition(s_[at_]) || is_wh(s_[at_]) || s_[at_].is("of") || s_[at_].is("for") ||
            (s_[at_].is("to") && (!out_.addressee.empty() || allows(kToObject))))
            return false;
        if ((s_[at_].is("with") && allows(kWith | kAddresseeWith)) ||
            ((s_[at_].is("about") || s_[at_].is("at") || s_[at_].is("over")) && allows(kAbout)) ||
            (s_[at_].is("against") && allows(kAgainst | kAddresseeOf)))
            return false;
        const std::size_t manner = s_[at_].is("with") ? prepositional_end(s_, at_) : at_;
        if (manner > at_ && manner < s_.size() && allows(kObject) &&
            begins_phrase(s_[manner])) {  // "noted with regret the loss"
            at_ = manner;
            return true;
        }
        std::size_t end = at_, head = at_;
        for (std::size_t i = at_; i < s_.size() && i < at_ + 24;) {
            head = i;
            end = std::max(prepositional_end(s_, i), time_end(s_, i));
            if (s_[i].is("on")) end = over_title(i, end);
            if (end == i) end = over_gerund(i);
            if (end == i) return false;
            if (is_medium_phrase(s_, head, end) && out_.medium.empty()) out_.medium = {head + 1, end};
            while (end < s_.size() && (s_[end].tag == "VBN" || s_[end].tag == "VBG")) ++end;  // "a letter seen by us"
            if (end >= s_.size() || opens_content(s_, end) || is_comma(s_[end]) || is_stop(s_[end]) ||
                (s_[end].is("of") && allows(kOf)))
                break;
            if (allows(kBare) && clause_verb(s_, end, s_.size())) break;
            i = end;
        }
        if (end < s_.size() && is_comma(s_[end]) && end + 1 < s_.size() && opens_content(s_, end + 1)) ++end;
        const bool more = end < s_.size() && (opens_content(s_, end) || (s_[end].is("of") && allows(kOf)) ||
                                              (allows(kBare) && clause_verb(s_, end, s_.size())));

        const bool over = end >= s_.size() || is_stop(s_[end]) || is_comma(s_[end]);
        if (!more && !over) return false;
        if (over && !more && is_infinitive_at(s_, at_)) return false;
        at_ = adjunct_end_ = end;
        return true;
    }

    // "said in a film |that| showed the rooms": the film's, not what was said.
    [[nodiscard]] bool is_relative_that() const {
        return at_ == adjunct_end_ && at_ > 0 && is_noun(s_[at_ - 1]) && at_ + 1 < s_.size() && is_finite(s_[at_ + 1]);
    }

    // ", when reached by phone, that": up to the comma behind which content opens.
    bool skip_parenthesis() {
        if (!is_comma(s_[at_]) && !s_[at_].is("(") && !is_dash(s_[at_])) return false;
        if (opens_content(s_, at_ + 1) && !is_infinitive_at(s_, at_ + 1)) {
            ++at_;
            return true;
        }
        const CueSite* inner = at_ + 1 < s_.size() ? cued_.cue_at(at_ + 1) : nullptr;
        if (inner != nullptr && is_comma(s_[at_]) && inner->entry->kind == CueKind::kVerb &&
            inner->inflection == Inflection::kPresentParticiple)
            return false;  // ", adding that"
        for (std::size_t i = at_ + 2; i < s_.size() && i < at_ + 25; ++i) {
            if (!is_comma(s_[i]) && !s_[i].is(")") && !is_dash(s_[i])) continue;
            const std::size_t next = i + 1;
            if (next < s_.size() && s_[next].is_quote() && cued_.cue_at(i - 1) != nullptr && is_finite(s_[i - 1]))
                return false;  // "Pressed on it, she |said, "…"": another's content
            if (next < s_.size() && (s_[next].is("that") || s_[next].is(":") || s_[next].is_quote() ||
                                     is_infinitive_at(s_, next) || opens_question(s_[next]))) {
                at_ = next;
                return true;
            }
            if (is_comma(s_[i]) && s_[at_].is(",")) return false;
        }
        return false;
    }

    // "said, when asked, |what| it was": not the clause of a noun, ", |which| never came".
    [[nodiscard]] bool opens_question(const Word& w) const {
        return is_wh(w) && allows(kWhClause) && w.tag != "WDT" && !w.is("which") && !w.is("who") && !w.is("whose");
    }

    // "denied that claim", not "denied that it was so"
    [[nodiscard]] bool is_demonstrative_object() const {
        if (!allows(kObject) && !cue_.entry->allows(kAddresseeObject)) return false;
        const Word& next = s_[at_ + 1];
        if (next.tag.starts_with("NNP") || is_subordinator(next) || is_determiner(next)) return false;
        const std::size_t end = noun_phrase_end(s_, at_ + 1, Attach::kNothing);
        const std::size_t stop = std::max(end, at_ + 1);
        if (stop > at_ + 1 && stop < s_.size() && is_comma(s_[stop])) return true;  // "decried |that sum|, saying"
        return stop >= s_.size() || is_punctuation(s_[stop]) || is_preposition(s_[stop])
                   ? end == at_ + 1 || !clause_verb(s_, at_ + 1, s_.size())
                   : time_end(s_, stop) > stop;
    }

    void set(ContentKind kind, std::size_t begin) {
        std::size_t end = content_end(cued_, cue_, begin, kind);
        if (end <= begin) return;
        out_.kind = kind;
        out_.content = {begin, end};
    }

    void classify() {
        if (at_ >= s_.size()) return;
        const Word& w = s_[at_];
        const bool weak = cue_.entry->grade >= 2;
        if (w.is("that") && is_relative_that()) return;
        if (w.is("that") && allows(kThat) && at_ + 1 < s_.size() && !is_demonstrative_object())
            return set(ContentKind::kThatClause, at_ + 1);
        if (is_wh(w) && !w.is("that") && allows(kWhClause) &&
            !(cue_.entry->act == record::Act::kAssert && (w.is("when") || w.is("where") || w.is("if")) &&
              out_.addressee.empty() && !cue_.negated))
            return set(ContentKind::kWhClause, at_);
        if (is_wh(w) && !w.is("that") &&
            (cue_.negated || !(w.is("where") || w.is("when") || w.is("which") || w.is("who"))) &&
            (cue_.negated || cue_.entry->kind == CueKind::kRefusal || allows(kWhClause | kObject)))
            return set(ContentKind::kWhClause, at_);
        if (is_infinitive_at(s_, at_)) {
            if (allows(kObjectTo) && !out_.addressee.empty()) return set(ContentKind::kObjectInfinitive, at_);
            if (allows(kObjectTo) && (cue_.voice == Voice::kPassive || passive_participle()))
                return set(ContentKind::kObjectInfinitive, at_);
            if (allows(kTo | kObjectTo) || cue_.voice == Voice::kPassive) return set(ContentKind::kInfinitive, at_);
            if (!allows(kToObject)) return;
        }
        if (w.is(":"))
            return at_ + 1 < s_.size() && allows(kQuoted | kThat | kObject) ? set(ContentKind::kQuoted, at_ + 1)
                                                                            : void();
        if (w.is_quote()) {
            if (allows(kQuoted | kThat | kBare | kObject))
                set(at_ + 1 < s_.size() && !is_punctuation(s_[at_ + 1]) ? ContentKind::kBareClause
                                                                        : ContentKind::kQuoted,
                    at_);
            return;
        }
        if ((w.tag == "VBG") && allows(kGerund)) return set(ContentKind::kGerund, at_);
        if (!weak && allows(kBare) && begins_phrase(w) && clause_verb(s_, at_, s_.size()))
            return set(ContentKind::kBareClause, at_);
        if (!weak && allows(kBare) && begins_phrase(w) && quote_follows_subject())
            return set(ContentKind::kBareClause, at_);
        if (allows(kObject) && (begins_phrase(w) || w.tag == "VBG") && cue_.entry->grade <= 2) return classify_object();
        if (allows(kAddresseeObject) && !out_.addressee.empty() && begins_phrase(w))
            return set(ContentKind::kObject, at_);
        classify_preposition();
    }

    // "said |the mayor and the board| "did nothing""
    [[nodiscard]] bool quote_follows_subject() const {
        std::size_t end = noun_phrase_end(s_, at_, Attach::kAll);
        while (end + 1 < s_.size() && is_coordinator(s_[end])) {
            const std::size_t next = noun_phrase_end(s_, end + 1, Attach::kAll);
            if (next == end + 1) break;
            end = next;
        }
        return end > at_ && end < s_.size() && s_[end].is_quote() && !s_[at_].is_quote();
    }

    static bool begins_phrase(const Word& w) {
        return is_determiner(w) || is_noun(w) || is_pronoun(w) || is_number(w) || is_adjective(w) || w.is("there") ||
               w.is("not") || w.is("at") || w.is("what") || w.tag == "VBN" || w.is_quote() || w.is("neither") ||
               w.is("nothing");
    }

    void classify_object() {
        const std::size_t end = noun_phrase_end(s_, at_, Attach::kOf);
        const bool bare_object = end >= s_.size() || is_punctuation(s_[end]);
        if (allows(kPredicate) && bare_object && end == noun_phrase_end(s_, at_, Attach::kNothing) && end < at_ + 2)
            return;
        set(ContentKind::kObject, at_);
    }

    void classify_preposition() {
        const Word& w = s_[at_];
        const bool to_addressee = !out_.addressee.empty();
        if ((w.is("of") && allows(kOf | (to_addressee ? kAddresseeOf : 0u))) ||
            (w.is("for") && allows(kFor | (to_addressee ? kAddresseeFor : 0u))) ||
            (w.is("about") && allows(kAbout | (to_addressee ? kAddresseeOf : 0u))) ||
            (w.is("against") && allows(kAgainst | (to_addressee ? kAddresseeOf : 0u))) ||
            (w.is("with") && allows(kWith | (to_addressee ? kAddresseeWith : 0u))) ||
            ((w.is("at") || w.is("over")) && allows(kAbout)) ||
            (w.is("to") && allows(kToObject | (to_addressee ? kAddresseeToObject : 0u)))) {
            const bool keeps = w.is("with") || w.is("to") || cue_.entry->words.front() == "thank" || allows(kFor);
            if (at_ + 1 < s_.size()) set(ContentKind::kPrepositional, keeps ? at_ : at_ + 1);
        }
    }

    const Segment& s_;
    const CuedSegment& cued_;
    const CueSite& cue_;
    std::size_t at_;
    std::size_t adjunct_end_ = 0;  // of the last adjunct that was skipped
    Complement out_;
};

}  // namespace

const CueSite* CuedSegment::cue_at(std::size_t word) const {
    const auto at =
        std::partition_point(cues.begin(), cues.end(), [&](const CueSite& cue) { return cue.last <= word; });
    if (at == cues.end()) return nullptr;
    return at->group <= word && word < at->last ? &*at : nullptr;
}

Range fronted_medium(const Segment& s, Range subject) {
    constexpr std::size_t kLongest = 10;  // words: "In a statement sent to reporters on Monday,"
    if (subject.begin < 3 || subject.begin > kLongest) return {};
    const std::size_t end = std::min(noun_phrase_end(s, 1, Attach::kNothing), subject.begin);
    const bool beside = end == subject.begin || is_comma(s[subject.begin - 1]);
    for (std::size_t i = end; i < subject.begin; ++i) {
        if (is_finite(s[i])) return {};  // "In a statement, Holm apologised, Berg said"
    }
    return beside && end > 1 && is_medium_phrase(s, 0, end) ? Range{1, end} : Range{};
}

Complement complement_after(const CuedSegment& s, const CueSite& cue, std::size_t from) {
    return Reader(s, cue, from).read();
}

}  // namespace readout::statement
