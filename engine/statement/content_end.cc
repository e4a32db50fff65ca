// Where a content ends.

#include <algorithm>
#include <iterator>

#include "statement/complement.h"
#include "statement/phrase.h"

namespace readout::statement {
namespace {

bool is_anaphor_noun(const Word& w) {
    return w.is("claim") || w.is("point") || w.is("statement") || w.is("charge") || w.is("accusation") ||
           w.is("allegation") || w.is("figure") || w.is("view") || w.is("version") || w.is("promise") ||
           w.is("denial") || w.is("demand") || w.is("proposal") || w.is("offer") || w.is("suggestion") ||
           w.is("remark") || w.is("assertion") || w.is("threat");
}

bool is_tag_cue(const CueSite& cue) {
    return cue.voice == Voice::kActive && cue.entry->kind == CueKind::kVerb && cue.entry->allows(kQuoted | kBare);
}

// Decides at each comma, semicolon and coordinator whether the content ends there.
class EndFinder {
  public:
    EndFinder(const CuedSegment& s, const CueSite& cue, std::size_t begin, ContentKind kind)
        : s_(s.words), cued_(s), cue_(cue), begin_(begin), kind_(kind) {}

    std::size_t find() {
        if (begin_ >= s_.size()) return begin_;
        if (s_[begin_].is_quote() && s_[begin_].stopped) return begin_ + 1;
        std::size_t i = begin_;
        for (; i < s_.size(); ++i) {
            const Word& w = s_[i];
            if (i > begin_ && (w.is(";") || ends_at_dash(i))) break;
            if (i > begin_ && w.is(":") && i + 1 < s_.size() && s_[i + 1].is_quote() && kind_ != ContentKind::kQuoted)
                break;
            if (is_stop(w) && i + 1 >= s_.size()) break;
            if (is_comma(w) && ends_at_comma(i)) break;
            if (i > begin_ && is_coordinator(w) && !is_comma(s_[i - 1]) &&
                (coordinated_cue_after(i + 1) || (is_phrase() && subject_with_cue_at(i + 1))))
                break;
            if (i > begin_ && ends_object(i)) break;
            if (i > begin_ && ends_behind_quote(i)) break;
        }
        while (i > begin_ &&
               (is_comma(s_[i - 1]) || is_stop(s_[i - 1]) || s_[i - 1].is(";") || s_[i - 1].is(":") ||
                is_dash(s_[i - 1]) || is_coordinator(s_[i - 1])) &&
               !s_[i - 1].is("?"))
            --i;
        return kind_ == ContentKind::kObject ? without_tail(i) : i;
    }

  private:
    // "rejected the clause |within hours|", "denied any link |all the same|"
    [[nodiscard]] std::size_t without_tail(std::size_t end) const {
        for (;;) {
            const std::size_t before = end;
            end = std::max(begin_ + 1, time_begin(s_, end));
            if (end > begin_ + 2 && s_[end - 1].is("hours") && s_[end - 2].is("within")) end -= 2;
            if (end > begin_ + 3 && s_[end - 1].is("same") && s_[end - 3].is("all")) end -= 3;
            if (end > begin_ + 1 && (s_[end - 1].is("before") || s_[end - 1].is("again") || s_[end - 1].is("too") ||
                                     s_[end - 1].is("already") || s_[end - 1].is("twice")))
                --end;
            if (end == before) return end;
        }
    }

    [[nodiscard]] const CueSite* cue_from(std::size_t i) const {
        while (i < s_.size() &&
               (is_adverb(s_[i]) || is_negation(s_[i]) || s_[i].is("then") || s_[i].is("also") || s_[i].is("later"))) {
            if (const CueSite* cue = cued_.cue_at(i)) return cue;
            ++i;
        }
        return i < s_.size() ? cued_.cue_at(i) : nullptr;
    }

    // "… and denied that": a finite cue without a subject of its own, in the tense of this cue.
    [[nodiscard]] bool coordinated_cue_after(std::size_t i) const {
        if (i < s_.size() && s_[i].is("not") && kind_ == ContentKind::kObject) return true;
        const CueSite* other = cue_from(i);
        if (other == nullptr || other->entry->kind == CueKind::kNoun || other->entry->kind == CueKind::kSource)
            return false;
        if (other->voice == Voice::kParticiple)
            return other->inflection == Inflection::kPast ? cue_.past
                                                          : cue_.inflection == Inflection::kPresentParticiple;
        if (other->voice != Voice::kActive) return false;
        if (cue_.inflection == Inflection::kPresentParticiple && cue_.voice == Voice::kParticiple) return true;
        if (is_clause() && cue_.voice == Voice::kActive && of_clause(*other)) return false;
        return other->past == cue_.past || other->inflection != Inflection::kBase;
    }

    // "police say he fled and |refused| to stop": in another tense than this cue, and in that of the clause.
    [[nodiscard]] bool of_clause(const CueSite& other) const {
        if (other.past == cue_.past) return false;
        const auto verb = clause_verb(s_, begin_, other.group);
        return verb && (s_[*verb].tag == "VBD") == other.past;
    }

    // "does, in fact|, allow": the second comma of a parenthesis that parts a verb.
    [[nodiscard]] bool parts_verb(std::size_t comma) const {
        constexpr std::size_t kLongest = 4;  // words
        for (std::size_t i = comma; i-- > begin_ + 1 && comma - i <= kLongest + 1;) {
            if (is_comma(s_[i])) return is_auxiliary(s_[i - 1]);
        }
        return false;
    }

    // "accused Roe|, who was born in Oslo, of theft": what follows belongs to the cue again.
    [[nodiscard]] bool opens_insertion(std::size_t comma) const {
        if (kind_ != ContentKind::kObject) return false;
        const std::string& verb = cue_.entry->words.front();
        const std::string_view link = verb == "accuse"                                         ? "of"
                                      : verb == "blame" || verb == "praise" || verb == "thank" ? "for"
                                                                                               : "";
        const std::size_t after = over_inserted(s_, comma);
        return !link.empty() && after > comma && after < s_.size() && s_[after].is(link);
    }
    [[nodiscard]] bool closes_insertion(std::size_t comma) const {
        for (std::size_t i = comma; i-- > begin_;) {
            if (is_comma(s_[i])) return opens_insertion(i) && over_inserted(s_, i) == comma + 1;
        }
        return false;
    }

    // "X, who said it was open|, left|": the verb behind a relative clause that holds the cue.
    [[nodiscard]] bool leaves_relative(std::size_t next) const {
        const bool relative = cue_.group > 0 && (s_[cue_.group - 1].is("who") || s_[cue_.group - 1].is("which"));
        return relative && (is_finite(s_[next]) || s_[next].tag == "VBN");
    }

    // The main clause behind a clause, participle or noun that holds the cue.
    [[nodiscard]] bool main_clause_at(std::size_t next) const {
        const bool noun = cue_.entry->kind == CueKind::kNoun && kind_ == ContentKind::kInfinitive;
        if (noun && subject_end(s_, next) > next) return true;  // "Despite his call to go|, she| stays"
        const bool opens = cue_.group == 0 && cue_.inflection == Inflection::kPresentParticiple;
        if (opens && subject_end(s_, next) > next) return true;  // "Claiming it was near, |Y left|"
        const bool subordinate = s_[0].is("while") || s_[0].is("although") || s_[0].is("though") || s_[0].is("when") ||
                                 s_[0].is("after") || s_[0].is("as");
        if (subordinate && cue_.first < 12 && !s_[next].is_quote()) {  // "While X insisted it was near, |Y cautioned|"
            std::size_t verb = noun_phrase_end(s_, next, Attach::kAll);
            if (verb > next) {
                while (verb < s_.size() && (is_adverb(s_[verb]) || s_[verb].is("not"))) ++verb;
                if (verb < s_.size() && (is_finite(s_[verb]) || s_[verb].is("who"))) return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool ends_at_comma(std::size_t i) const {
        std::size_t next = i + 1;
        if (next >= s_.size()) return true;
        if (parts_verb(i) || opens_insertion(i) || closes_insertion(i)) return false;
        if (i > 0 && s_[next].lower == s_[i - 1].lower) return false;  // "really, really wants"
        if (closes_condition(i)) return false;
        if (kind_ == ContentKind::kObject && (s_[next].is("with") || is_aside(next))) return true;
        if (leaves_relative(next)) return true;
        const Word& w = s_[next];
        if (is_coordinator(w)) return ends_at_coordinator(next);
        if (kind_ == ContentKind::kInfinitive && (w.is("after") || w.is("before"))) return true;
        if (w.is("while") || w.is("whereas") || w.is("although") || w.is("though")) return true;
        if (main_clause_at(next)) return true;
        const bool unfinished = is_clause() && !clause_verb(s_, begin_, i) && !has_quote(begin_, i);
        if (unfinished && is_finite(w) && closes_relative(i)) return false;  // "said Roe, who runs it|, has denied| it"
        if (const CueSite* cue = cue_from(next)) {
            if (cue->voice == Voice::kParticiple || cue->entry->kind == CueKind::kSource) return true;
            if (cue->entry->kind != CueKind::kNoun && (cue->voice == Voice::kActive || cue->voice == Voice::kPassive))
                return true;
        }
        if (unfinished && kind_ == ContentKind::kThatClause && (w.is("which") || w.is("who")))
            return false;  // "said that Roe|, who| runs the mill, left"
        if (w.is("which") || w.is("who") || w.is("what"))
            return kind_ == ContentKind::kObject || relative_reports(next);
        if ((w.is("a") || w.is("an") || w.is("the")) && next + 1 < s_.size() && is_anaphor_noun(s_[next + 1]))
            return true;
        if (kind_ == ContentKind::kObject && is_preposition(w) && next + 1 < s_.size() &&
            (s_[next + 1].is("whom") || s_[next + 1].is("which")))
            return true;
        if (w.is("as") && next + 2 < s_.size() && has_cue_within(next, 6)) return true;
        return tag_follows(next);
    }

    // "said that if it rained|, the road| was closed": the clause that was announced is still to come.
    [[nodiscard]] bool closes_condition(std::size_t comma) const {
        return is_subordinator(s_[begin_]) && clause_verb(s_, begin_ + 1, comma) &&
               clause_verb(s_, comma + 1, s_.size()) &&
               std::none_of(s_.words.begin() + static_cast<std::ptrdiff_t>(begin_),
                            s_.words.begin() + static_cast<std::ptrdiff_t>(comma), is_comma);
    }

    // "welcomed Roe|, a sign| of her strength": what the writer makes of it.
    [[nodiscard]] bool is_aside(std::size_t i) const {
        static constexpr std::string_view kAsides[] = {
            "nod",    "sign", "signal", "move",     "reference", "step", "shift", "reversal",   "departure", "contrast",
            "rebuke", "jab",  "swipe",  "allusion", "reminder",  "hint", "blow",  "concession", "turn",      "gesture"};
        if (!s_[i].is("a") && !s_[i].is("an")) return false;
        const std::size_t end = noun_phrase_end(s_, i, Attach::kNothing);
        if (end < i + 2) return false;
        return std::any_of(std::begin(kAsides), std::end(kAsides),
                           [&](std::string_view noun) { return s_[end - 1].is(noun); });
    }

    [[nodiscard]] bool ends_at_coordinator(std::size_t i) const {
        if (coordinated_cue_after(i + 1)) return true;
        if (i + 1 < s_.size() && s_[i + 1].is("not") && kind_ == ContentKind::kObject) return true;
        if (occasion_with_cue_at(i + 1)) return true;
        const std::size_t end = noun_phrase_end(s_, i + 1, Attach::kAll);
        if (end == i + 1) return false;
        if (subject_with_cue_at(i + 1)) return true;
        if (kind_ == ContentKind::kObject && clause_verb(s_, i + 1, s_.size())) return true;
        return s_[i].is("but") && kind_ != ContentKind::kQuoted && clause_verb(s_, i + 1, s_.size()) &&
               is_pronoun(s_[i + 1]);
    }

    // "but |in an interview on Friday said|"
    [[nodiscard]] bool occasion_with_cue_at(std::size_t i) const {
        std::size_t at = prepositional_end(s_, i);
        if (at == i) return false;
        at = std::max(at, time_end(s_, at));
        const CueSite* cue = cue_from(at);
        return cue != nullptr && cue->voice == Voice::kActive && cue->entry->kind == CueKind::kVerb &&
               cue->past == cue_.past;
    }

    // "and |the mayor says|"
    [[nodiscard]] bool subject_with_cue_at(std::size_t i) const {
        const std::size_t end = noun_phrase_end(s_, i, Attach::kAll);
        const CueSite* cue = end > i ? cue_from(end) : nullptr;
        return cue != nullptr && cue->voice != Voice::kParticiple && cue->voice != Voice::kInfinitive &&
               cue->entry->kind != CueKind::kNoun;
    }

    [[nodiscard]] bool is_clause() const {
        return kind_ == ContentKind::kThatClause || kind_ == ContentKind::kBareClause;
    }
    // Is this the comma behind ", who runs the mill"?
    [[nodiscard]] bool closes_relative(std::size_t comma) const {
        std::size_t first = begin_;
        while (first < comma && !is_comma(s_[first])) ++first;
        return first + 1 < comma &&
               (s_[first + 1].is("who") || s_[first + 1].is("which") || s_[first + 1].is("whose")) &&
               over_inserted(s_, first) == comma + 1;
    }

    // "said it was "over," |adding| that": the comma stands in the quotation.
    [[nodiscard]] bool ends_behind_quote(std::size_t i) const {
        if (!s_[i - 1].is_quote() || !s_[i - 1].stopped) return false;
        const CueSite* cue = cued_.cue_at(i);
        return cue != nullptr && cue->voice == Voice::kParticiple && cue->inflection == Inflection::kPresentParticiple;
    }

    [[nodiscard]] bool has_quote(std::size_t begin, std::size_t end) const {
        return std::any_of(s_.words.begin() + static_cast<std::ptrdiff_t>(begin),
                           s_.words.begin() + static_cast<std::ptrdiff_t>(end),
                           [](const Word& w) { return w.is_quote(); });
    }

    [[nodiscard]] bool is_phrase() const {
        return kind_ == ContentKind::kObject || kind_ == ContentKind::kPrepositional;
    }

    [[nodiscard]] bool has_cue_within(std::size_t from, std::size_t words) const {
        for (std::size_t i = from; i < s_.size() && i < from + words; ++i) {
            const CueSite* cue = cued_.cue_at(i);
            if (cue != nullptr && cue->entry->kind == CueKind::kVerb) return true;
        }
        return false;
    }

    // ", which the ministry denies"
    [[nodiscard]] bool relative_reports(std::size_t i) const {
        const std::size_t end = noun_phrase_end(s_, i + 1, Attach::kAll);
        return cue_from(end > i + 1 ? end : i + 1) != nullptr;
    }

    // ", he said" and ", said the minister" up to the end of the sentence or another comma: the tag of a statement
    // around this one.
    [[nodiscard]] bool tag_follows(std::size_t i) const {
        const std::size_t end = noun_phrase_end(s_, i, Attach::kAll);
        if (end == i) return false;
        const CueSite* cue = cue_from(end);
        if (cue == nullptr || !is_tag_cue(*cue)) return false;
        return cue->last >= s_.size() || is_punctuation(s_[cue->last]) || s_[cue->last].is_quote() ||
               time_end(s_, cue->last) > cue->last || is_adverb(s_[cue->last]) || is_preposition(s_[cue->last]) ||
               is_noun(s_[cue->last]) || is_pronoun(s_[cue->last]) || is_determiner(s_[cue->last]);
    }

    // "opposed the law |—| a rare step": what the writer adds. A second dash makes it an insertion.
    [[nodiscard]] bool ends_at_dash(std::size_t i) const {
        if (!is_dash(s_[i]) || i + 1 >= s_.size()) return false;
        if (cue_from(i + 1) != nullptr) return true;
        const bool inserted =
            std::any_of(s_.words.begin() + static_cast<std::ptrdiff_t>(i + 1), s_.words.end(), is_dash);
        return is_phrase() && !inserted;
    }

    // A noun phrase as content ends before a clause of time or reason, and where another verb follows.
    [[nodiscard]] bool ends_object(std::size_t i) const {
        if (!is_phrase()) return false;
        const Word& w = s_[i];
        if (w.is("even") && i + 1 < s_.size() && (s_[i + 1].is("as") || s_[i + 1].is("though"))) return true;
        if (w.is("while") || w.is("when") || w.is("because") || w.is("although") || w.is("but")) return true;
        if (w.is(":")) return true;
        if (cue_.entry->allows(kPredicate) && ends_predicate(i)) return true;
        if (w.is("after") || w.is("before") || w.is("as"))
            return clause_verb(s_, i + 1, clause_stop(i + 1)).has_value() &&
                   (!w.is("as") || has_cue_within(i + 1, 8) || (is_pronoun(s_[i + 1]) && is_finite(s_[i + 2])));
        if (is_coordinator(w) && !is_comma(s_[i - 1]) && finite_after(i + 1)) return true;
        if (w.is("to") && cue_.entry->allows(kAddresseeObject) && !is_infinitive_at(s_, i)) return true;
        const bool relative = cue_.group > 0 && s_[cue_.group - 1].is("who");
        const CueSite* next = relative && i > begin_ && !s_[i - 1].is("who") ? cued_.cue_at(i) : nullptr;
        if (next != nullptr && next->voice == Voice::kActive && is_finite(w)) return true;  // "who praised X |warned|"
        return i == begin_ + 1 && is_pronoun_object(s_[begin_]) && !cue_.entry->allows(kPredicate) &&
               !(w.is("as") || w.is("of") || w.is("for") || w.is("was") || is_infinitive_at(s_, i) || is_noun(w) ||
                 is_any_verb(w));
    }

    [[nodiscard]] std::size_t clause_stop(std::size_t i) const {
        while (i < s_.size() && !is_comma(s_[i])) ++i;
        return i;
    }
    [[nodiscard]] bool finite_after(std::size_t i) const {
        while (i < s_.size() && is_adverb(s_[i])) ++i;
        return i < s_.size() && is_finite(s_[i]);
    }
    // "what he called "a scheme" |took| a turn", "called him "a clown" |on| his show"
    [[nodiscard]] bool ends_predicate(std::size_t i) const {
        const Word& w = s_[i];
        const bool place = w.is("on") || w.is("in") || w.is("at") || w.is("during");
        if (place && s_[i - 1].is_quote()) return true;
        const bool relative = std::any_of(s_.words.begin() + static_cast<std::ptrdiff_t>(begin_),
                                          s_.words.begin() + static_cast<std::ptrdiff_t>(i), is_wh);
        return !relative && i > begin_ + 1 && (w.tag == "VBD" || w.tag == "VBZ") && !s_[i - 1].is("that");
    }

    static bool is_pronoun_object(const Word& w) {
        return w.is("it") || w.is("this") || w.is("that") || w.is("them") || w.is("both") || w.is("these") ||
               w.is("him") || w.is("me") || w.is("us");
    }

    const Segment& s_;
    const CuedSegment& cued_;
    const CueSite& cue_;
    std::size_t begin_;
    ContentKind kind_;
};

}  // namespace

std::size_t content_end(const CuedSegment& s, const CueSite& cue, std::size_t begin, ContentKind kind) {
    return EndFinder(s, cue, begin, kind).find();
}

}  // namespace readout::statement
