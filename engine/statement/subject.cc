#include "statement/subject.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "text/list.h"

namespace readout::statement {
namespace {

bool is_relative_pronoun(const Word& w) {
    return w.is("who") || w.is("which") || (w.is("that") && w.tag == "WDT");
}

class SubjectFinder {
  public:
    SubjectFinder(const CuedSegment& s, const CueSite& cue, std::span<const KnownSubject> earlier)
        : s_(s.words), cue_(cue), earlier_(earlier) {}

    std::optional<Subject> find() const {
        if (cue_.voice == Voice::kParticiple || cue_.voice == Voice::kInfinitive) return of_participle();
        const std::size_t at = skip_adjuncts(cue_.group);
        if (at == 0) return std::nullopt;
        const Word& before = s_[at - 1];
        if (is_relative_pronoun(before)) return antecedent(at - 1);
        if (is_coordinator(before) || before.is("then")) return shared();
        if (is_comma(before) || is_dash(before) || before.is(")")) {
            if (auto found = across_commas(at - 1)) return found;
            return shared();
        }
        if (auto found = over_contact_clause(at)) return found;
        return adjacent(at);
    }

  private:
    // "A guard |we met at the gate| said", "the driver |they had stopped| said": a relative clause without its pronoun.
    [[nodiscard]] std::optional<Subject> over_contact_clause(std::size_t end) const {
        constexpr std::size_t kLongest = 10;
        for (std::size_t i = end; i-- > 1 && end - i < kLongest;) {
            if (is_punctuation(s_[i]) || is_coordinator(s_[i]) || is_subordinator(s_[i]) || s_[i].is("that") ||
                is_wh(s_[i]))
                return std::nullopt;
            if (!is_nominative(s_[i]) || !is_noun(s_[i - 1])) continue;
            std::size_t verbs = 0;
            for (std::size_t k = i + 1; k < end; ++k) verbs += is_finite(s_[k]) ? 1 : 0;
            const std::size_t begin = noun_phrase_begin(s_, i, Attach::kAll);
            if (verbs != 1 || begin == i || (begin > 0 && !opens_clause(begin))) return std::nullopt;
            return Subject{.range = {begin, i}, .begin = begin};
        }
        return std::nullopt;
    }
    static bool is_nominative(const Word& w) {
        return w.is("i") || w.is("we") || w.is("he") || w.is("she") || w.is("they") || w.is("you");
    }

    // "A man |accused| of theft said": a past form that only describes.
    [[nodiscard]] bool is_reduced(std::size_t i) const {
        const Word& w = s_[i];
        if (w.tag != "VBD" || is_auxiliary(w) || i + 1 >= s_.size()) return false;
        return s_[i + 1].is("of") || s_[i + 1].is("by") || s_[i + 1].is("as") || s_[i + 1].is("in") ||
               s_[i + 1].is("from") || s_[i + 1].is("on");
    }

    // Over adverbs and times between subject and verb: "the ministry on Tuesday also said".
    std::size_t skip_adjuncts(std::size_t end) const {
        for (;;) {
            const std::size_t before = end;
            while (end > 0 && (is_adverb(s_[end - 1]) || s_[end - 1].is("too") || s_[end - 1].is("first"))) --end;
            end = time_begin(s_, end);
            if (end == before || end == 0) return end;
        }
    }

    std::optional<Subject> adjacent(std::size_t end) const {
        const std::size_t begin = behind_medium(noun_phrase_begin(s_, end, Attach::kAll), end);
        if (begin == end) return reach_back(end);
        if (is_occasion({begin, end})) return shared();
        if (begin > 0 && hangs(begin)) {
            if (auto far = reach_back(end)) return far;
        }
        Subject subject{.range = {begin, end}, .begin = begin};
        mark_object_relative(subject);
        return subject;
    }

    // "In a sworn statement |Edwin Marlow| said": the name is no part of the phrase before it.
    [[nodiscard]] std::size_t behind_medium(std::size_t begin, std::size_t end) const {
        if (begin != 1 || !(s_[0].is("in") || s_[0].is("via"))) return begin;
        for (std::size_t i = begin + 1; i < end; ++i) {
            if ((is_message(s_[i - 1]) || s_[i - 1].is("interview")) && s_[i].tag.starts_with("NNP")) return i;
        }
        return begin;
    }

    // "a |letter| to the council says"
    static bool is_message(const Word& w) {
        static constexpr std::string_view kMessages[] = {"email",  "e-mail", "letter",   "message", "note",
                                                         "memo",   "tweet",  "speech",   "address", "statement",
                                                         "report", "plea",   "telegram", "answer",  "reply"};
        return std::any_of(std::begin(kMessages), std::end(kMessages),
                           [&](std::string_view noun) { return w.lemma == noun; });
    }

    // "He left early but in |an interview| said": no subject but where it was said.
    [[nodiscard]] bool is_occasion(Range phrase) const {
        const Word& head = s_[head_of(s_, phrase)];
        const bool told = is_message(head) || head.is("interview") || head.is("call") || head.is("conference");
        std::size_t at = phrase.begin;
        while (at > 0 && (is_adverb(s_[at - 1]) || is_adjective(s_[at - 1]) || is_determiner(s_[at - 1]))) --at;
        if (!told || at < 2) return false;
        const Word& before = s_[at - 1];
        return (before.is("in") || before.is("at") || before.is("during")) &&
               (is_coordinator(s_[at - 2]) || is_comma(s_[at - 2]));
    }

    // Does the phrase at `begin` hang on what stands before it: a preposition's or a verb's object inside the subject?
    [[nodiscard]] bool hangs(std::size_t begin) const {
        static constexpr std::string_view kHanging[] = {"on",      "in",      "at",   "from",   "for",    "with",
                                                        "after",   "under",   "over", "near",   "of",     "through",
                                                        "against", "between", "by",   "inside", "outside"};
        const Word& w = s_[begin - 1];
        if (w.is("to") && begin > 1 &&
            (s_[begin - 2].is("close") || s_[begin - 2].is("loyal") || is_message(s_[begin - 2])))
            return true;
        if (std::any_of(std::begin(kHanging), std::end(kHanging), [&](std::string_view p) { return w.is(p); }))
            return true;
        return is_any_verb(w) && !is_auxiliary(w) && w.tag != "VBD" && w.tag != "VBZ" && w.tag != "VBP"
                   ? true
                   : is_relative_object(begin);
    }
    // "the woman who keeps |it| says"
    [[nodiscard]] bool is_relative_object(std::size_t begin) const {
        if (begin < 2 || !is_any_verb(s_[begin - 1])) return false;
        return is_relative_pronoun(s_[begin - 2]) ||
               (begin > 2 && is_auxiliary(s_[begin - 2]) && is_relative_pronoun(s_[begin - 3]));
    }

    // "…, which the ministry |denies|", "the figures that Kyiv |disputes|"
    void mark_object_relative(Subject& subject) const {
        const std::size_t b = subject.begin;
        if (b < 2 ||
            !(s_[b - 1].is("which") || s_[b - 1].is("what") || (s_[b - 1].is("that") && s_[b - 1].tag == "WDT")))
            return;
        const std::size_t end = is_comma(s_[b - 2]) ? b - 2 : b - 1;
        const std::size_t begin = noun_phrase_begin(s_, end, Attach::kOf);
        if (begin == end) return;
        subject.object_relative = true;
        subject.antecedent = {told_noun_before(begin), end};
        const bool whole = s_[b - 1].is("which") && is_comma(s_[b - 2]) && s_[end - 1].tag == "NNP" &&
                           (cue_.entry->act == record::Act::kDeny || cue_.entry->act == record::Act::kConfirm);
        if (whole && subject.antecedent.begin == begin) subject.antecedent.begin = clause_before(begin);
    }

    // "|Roe struck Poe|, which he denied": of a clause, not of Poe. `begin` where no clause ends there.
    [[nodiscard]] std::size_t clause_before(std::size_t begin) const {
        std::size_t first = begin;
        while (first > 0 && !is_punctuation(s_[first - 1]) && !s_[first - 1].is_quote()) --first;
        return first < begin && clause_verb(s_, first, begin) ? first : begin;
    }

    // "|allegations that he struck Roe|, which he denied": not Roe is denied. `begin` where no such noun stands.
    [[nodiscard]] std::size_t told_noun_before(std::size_t begin) const {
        static constexpr std::string_view kTold[] = {"allegation", "claim",  "accusation", "charge",
                                                     "report",     "rumour", "rumor",      "suggestion"};
        constexpr std::size_t kReach = 12;
        for (std::size_t i = begin; i-- > 0 && begin - i < kReach;) {
            if (is_punctuation(s_[i])) break;
            const bool told = std::any_of(std::begin(kTold), std::end(kTold),
                                          [&](std::string_view noun) { return s_[i].lemma == noun; });
            if (told && s_[i + 1].is("that")) return noun_phrase_begin(s_, i + 1, Attach::kNothing);
        }
        return begin;
    }

    // "A student who left the campus on foot |says|": back over a relative clause, participle or prepositional phrase
    // to the phrase that opens the clause.
    std::optional<Subject> reach_back(std::size_t end) const {
        const std::size_t floor = end > 30 ? end - 30 : 0;
        for (std::size_t i = end; i-- > floor;) {
            const Word& w = s_[i];
            if (!is_relative_pronoun(w) && !w.is("whose") && !w.is("whom")) {
                if (w.is(";") || w.is(":") || is_stop(w)) break;
                continue;
            }
            auto subject = antecedent(w.is("whom") && i > 0 && is_preposition(s_[i - 1]) ? i - 1 : i);
            const bool over = std::any_of(s_.words.begin() + static_cast<std::ptrdiff_t>(i),
                                          s_.words.begin() + static_cast<std::ptrdiff_t>(end), is_finite);
            if (subject && over && !subject->antecedent.empty()) {  // "those who praised him |warned|"
                subject->range = subject->antecedent;
                subject->antecedent = {};
                subject->relative = false;
            }
            return subject;
        }
        for (std::size_t i = floor; i < end;
             ++i) {  // from the left: the first phrase that only adjuncts separate from the verb
            const bool opens = i == 0 || is_punctuation(s_[i - 1]) || is_coordinator(s_[i - 1]) ||
                               s_[i - 1].is("that") || is_subordinator(s_[i - 1]) || s_[i - 1].is_quote() ||
                               (s_[i - 1].lemma == "say" && is_finite(s_[i - 1]));
            if (!opens) continue;
            std::size_t stop = noun_phrase_end(s_, i, Attach::kAll);
            if (stop == i || stop > end) continue;
            const bool author =
                stop + 1 < end && s_[stop].is("by") && noun_phrase_end(s_, stop + 1, Attach::kAll) == end;
            if (author) stop = end;  // "a report by the institute"
            bool verb = false;
            for (std::size_t k = stop; k < end; ++k)
                verb = verb || (is_finite(s_[k]) && !is_reduced(k)) || is_comma(s_[k]);
            if (!verb) return Subject{.range = {i, stop}, .begin = i};
        }
        return std::nullopt;
    }

    std::optional<Subject> antecedent(std::size_t pronoun) const {
        std::size_t end = pronoun;
        if (end > 0 && is_comma(s_[end - 1])) --end;
        if (end > 1 && s_[end - 1].is("too") && is_comma(s_[end - 2])) end -= 2;
        end = time_begin(s_, end);
        if (end > 1 && s_[end - 1].tag == "POS") --end;  // "friends of Mr. Roe|'s| who"
        const std::size_t begin = noun_phrase_begin(s_, end, Attach::kAll);
        if (begin == end) return std::nullopt;
        Subject subject{.range = {begin, end}, .begin = begin, .relative = true};
        if (!s_[pronoun].is("that")) {  // the words are "who" or "which", the name is its antecedent's
            subject.range = {pronoun, pronoun + 1};
            subject.antecedent = {begin, end};
        }
        return subject;
    }

    // "Karin Holm |(Labour)|, a member of the council, said"
    [[nodiscard]] std::size_t before_bracket(std::size_t end) const {
        constexpr std::size_t kLongest = 12;
        if (end == 0 || !s_[end - 1].is(")")) return end;
        for (std::size_t i = end - 1; i-- > 1 && end - i < kLongest;) {
            if (s_[i].is("(")) return i;
        }
        return end;
    }

    // "Rufus Ambleside KC, for the Crown, |said|": the phrase before an inserted piece between commas.
    std::optional<Subject> across_commas(std::size_t closing) const {
        const std::size_t floor = closing > 40 ? closing - 40 : 0;
        std::optional<Subject> best;
        for (std::size_t i = closing; i-- > floor + 0;) {
            const Word& w = s_[i];
            if (w.is(";") || (w.is(":") && i > 0) || is_stop(w)) break;
            const bool opening =
                (s_[closing].is(")") ? w.is("(") : is_comma(w)) || (is_dash(s_[closing]) && is_dash(w));
            if (!opening || i == 0) continue;
            const std::size_t end = before_bracket(time_begin(s_, i));
            const std::size_t begin = noun_phrase_begin(s_, end, Attach::kAll);
            if (begin == end) continue;
            if (!inserted(i + 1, closing)) continue;
            if (begin > 0 && !opens_clause(begin)) {
                if (const auto first = phrase_from_clause(begin, end)) return first;
                continue;
            }
            best = Subject{.range = {begin, end}, .begin = begin};
            if (begin == 0 || !is_comma(s_[begin - 1])) break;
        }
        return best;
    }
    // "Their man |on energy|, a poet, said": the phrase at the head of the clause, when only phrases follow it.
    [[nodiscard]] std::optional<Subject> phrase_from_clause(std::size_t begin, std::size_t end) const {
        std::size_t head = begin;
        while (head > 0 && begin - head < 12 && !opens_clause(head)) --head;
        if (head > 0 && begin - head >= 12) return std::nullopt;
        if (head < begin && is_preposition(s_[head])) return std::nullopt;
        for (std::size_t i = head; i < begin; ++i) {
            if (is_finite(s_[i]) || is_comma(s_[i]) || s_[i].is_quote()) return std::nullopt;
        }
        const std::size_t stop = noun_phrase_end(s_, head, Attach::kAll);
        if (stop == head || stop > end) return std::nullopt;
        return Subject{.range = {head, stop}, .begin = head};
    }
    [[nodiscard]] bool opens_clause(std::size_t begin) const {
        if (time_begin(s_, begin) < begin) return true;
        const Word& w = s_[begin - 1];
        return is_punctuation(w) || is_coordinator(w) || w.is("that") || is_subordinator(w) || w.is_quote() || is_wh(w);
    }
    // May [begin, end) stand between a subject and its verb? Not when it is a clause of its own.
    [[nodiscard]] bool inserted(std::size_t begin, std::size_t end) const {
        if (begin >= end) return false;
        const Word& w = s_[begin];
        if (w.is("who") || w.is("which") || w.is("whose") || w.is("whom") || is_preposition(w) || w.tag == "VBN" ||
            w.tag == "VBG" || is_reduced(begin) || is_subordinator(w))
            return true;
        if (is_coordinator(w)) return false;
        for (std::size_t i = begin; i < end; ++i) {
            if (is_finite(s_[i])) {
                bool relative = false;
                for (std::size_t k = begin; k < i; ++k)
                    relative = relative || is_relative_pronoun(s_[k]) || s_[k].is("whose") || s_[k].is("whom");
                return relative;
            }
        }
        return true;
    }

    // The subject of the last cue before this one, of the same tense where there is one.
    std::optional<Subject> shared() const {
        const KnownSubject* best = nullptr;
        for (const KnownSubject& known : earlier_) {
            if (!known.subject || known.cue->voice == Voice::kInfinitive) continue;
            if (known.cue->last > cue_.group) continue;
            const bool better =
                best == nullptr || known.cue->inflection == cue_.inflection || best->cue->inflection != cue_.inflection;
            if (better) best = &known;
        }
        if (best == nullptr) return first_subject(1);
        const CueSite& last = *best->cue;
        if (last.voice == Voice::kActive && last.past != cue_.past) {  // "police say he fled and |refused| to stop"
            const auto verb = clause_verb(s_, last.last, cue_.group);
            if (verb && (s_[*verb].tag == "VBD") == cue_.past) return first_subject(last.last + 1);
        }
        return Subject{.range = *best->subject, .begin = cue_.group, .shared = true};
    }

    // The subject of the first finite verb from `from` on.
    std::optional<Subject> first_subject(std::size_t from) const {
        for (std::size_t i = from; i < cue_.group; ++i) {
            if (!is_finite(s_[i])) continue;
            std::size_t end = skip_adjuncts(i);
            const std::size_t begin = noun_phrase_begin(s_, end, Attach::kAll);
            if (begin == end) return std::nullopt;
            return Subject{.range = {begin, end}, .begin = cue_.group, .shared = true};
        }
        return std::nullopt;
    }

    std::optional<Subject> of_participle() const {
        if (cue_.inflection == Inflection::kPast) return adjacent_noun();
        const KnownSubject* best = nullptr;
        for (const KnownSubject& known : earlier_) {
            if (known.subject && known.cue->last <= cue_.group &&
                (best == nullptr || known.cue->voice != Voice::kInfinitive))
                best = &known;
        }
        const std::size_t at = skip_adjuncts(cue_.group);
        if (at > 0 && s_[at - 1].is("as")) {  // "quoted X as |saying|"
            const std::size_t begin = noun_phrase_begin(s_, at - 1, Attach::kAll);
            if (begin < at - 1) return Subject{.range = {begin, at - 1}, .begin = begin};
        }
        const bool first_clause = at == 0 || is_comma(s_[at - 1]);
        if (!first_clause && at > 0 && is_noun(s_[at - 1])) {  // "a letter |saying|", "…, with the mayor |calling| it"
            const std::size_t begin = noun_phrase_begin(s_, at, Attach::kAll);
            const bool own = best == nullptr || (begin > 0 && s_[begin - 1].is("with"));
            if (begin < at && own) return Subject{.range = {begin, at}, .begin = begin};
        }
        if (best != nullptr && first_clause && goes_on()) best = outermost(*best);
        if (best != nullptr) return Subject{.range = *best->subject, .begin = cue_.group, .shared = true};
        if (at == 1 && (is_subordinator(s_[0]) || is_preposition(s_[0])))
            return behind_participle();  // "Since |saying|"
        return at == 0 ? behind_participle() : first_subject(1);
    }
    // "adding", "noting": whoever spoke goes on.
    [[nodiscard]] bool goes_on() const {
        static constexpr std::array<std::string_view, 12> kWords = {"add",       "note",      "say",     "stress",
                                                                    "explain",   "underline", "observe", "emphasise",
                                                                    "emphasize", "clarify",   "recall",  "underscore"};
        return text::is_one_of(cue_.entry->lemma(), kWords);
    }
    // "|Roe| said that Chad had asked for help, adding": of the subjects up to `last` the one in whose clause it lies.
    [[nodiscard]] const KnownSubject* outermost(const KnownSubject& last) const {
        const KnownSubject* outer = &last;
        for (std::size_t k = earlier_.size(); k-- > 0;) {
            const KnownSubject& known = earlier_[k];
            if (!known.subject || known.cue->voice == Voice::kInfinitive || known.cue->last > outer->subject->begin)
                continue;
            bool apart = false;
            for (std::size_t i = known.cue->last; i < outer->subject->begin; ++i) {
                apart = apart || is_punctuation(s_[i]) || s_[i].is_quote();
            }
            if (apart) break;
            outer = &known;
        }
        return outer;
    }
    // "Claiming that the board was blind, |Roe| resigned."
    std::optional<Subject> behind_participle() const {
        for (std::size_t i = cue_.last; i + 1 < s_.size(); ++i) {
            if (!is_comma(s_[i])) continue;
            const std::size_t end = subject_end(s_, i + 1);
            if (end > i + 1) return Subject{.range = {i + 1, end}, .begin = cue_.group, .shared = true};
        }
        return std::nullopt;
    }
    std::optional<Subject> adjacent_noun() const {
        std::size_t end = cue_.group;
        if (end > 0 && is_comma(s_[end - 1])) --end;
        const std::size_t begin = noun_phrase_begin(s_, end, Attach::kAll);
        if (begin == end) return std::nullopt;
        return Subject{.range = {begin, end}, .begin = begin};
    }

    const Segment& s_;
    const CueSite& cue_;
    std::span<const KnownSubject> earlier_;
};

}  // namespace

std::optional<Subject> subject_before(const CuedSegment& s, const CueSite& cue, std::span<const KnownSubject> earlier) {
    return SubjectFinder(s, cue, earlier).find();
}

Range subject_after(const CuedSegment& s, const CueSite& cue) {
    const Segment& words = s.words;
    std::size_t at = cue.last;
    while (at < words.size() && is_adverb(words[at])) ++at;
    const std::size_t end = noun_phrase_end(words, at, Attach::kAll);
    if (end == at || words[at].is("that") || words[at].is("it") || words[at].is("this")) return {};
    return {at, end};
}

}  // namespace readout::statement
