#include "event/status.h"

#include "event/words.h"

namespace readout::event {
namespace {

using record::EventStatus;

constexpr int kClimb = 5;

/// "Were Ankara to send …", "Had Harare paid …", "Should they spare …": an auxiliary opens the clause.
bool is_inverted(const Phrases& phrases, Index verb) {
    const VerbPhrase& phrase = phrases.verbs()[verb];
    const auto opens = [&](Index token) {
        if (token > 0 && phrases.tag(token - 1) != "," && phrases.tag(token - 1) != "``" &&
            phrases.tag(token - 1) != ":")
            return false;
        const std::string& lemma = phrases.tokens()[token].lemma;
        return (lemma == "have" && phrases.tag(token) == "VBD") || (lemma == "be" && phrases.tag(token) == "VBD") ||
               lemma == "should";
    };
    if (verb == 0) return false;
    const VerbPhrase& before = phrases.verbs()[verb - 1];
    if (before.last - before.first != 1 || !opens(before.first)) return false;
    for (Index i = before.last; i < phrase.first; ++i) {
        if (phrases.noun_at(i) == kNone && phrases.tag(i) != "IN" && !is_adverb_tag(phrases.tag(i))) return false;
    }
    return before.last < phrase.first;
}

/// True when an if-clause stands in the same part of the sentence, parts being divided by semicolons and colons.
bool has_if(const Phrases& phrases, Index around) {
    const auto tokens = phrases.tokens();
    Index first = around, last = around;
    while (first > 0 && phrases.tag(first - 1) != ":") --first;
    while (last < tokens.size() && phrases.tag(last) != ":") ++last;
    for (Index i = first; i < last; ++i) {
        const std::string& lemma = tokens[i].lemma;
        if (lemma == "unless" || lemma == "provided") return true;
        // "asked if", "see if": a question, no condition.
        if (lemma == "if" && (i == first || phrases.verb_at(i - 1) == kNone)) return true;
    }
    for (Index v = 1; v < phrases.verbs().size(); ++v) {
        const Index at = phrases.verbs()[v].first;
        if (at >= first && at < last && is_inverted(phrases, v)) return true;
    }
    return false;
}

void weigh_modal(const Phrases& phrases, const VerbPhrase& verb, Verdict& verdict) {
    const std::string_view modal = verb.modal;
    if (modal == "will" || modal == "shall" || modal == "'ll" || modal == "wo" || modal == "’ll") {
        verdict.status = has_if(phrases, verb.head) ? EventStatus::kConditional : EventStatus::kPlanned;
    } else if (modal == "would" || modal == "'d" || modal == "’d") {
        verdict.status = verb.clause && !has_if(phrases, verb.head) ? EventStatus::kPlanned : EventStatus::kConditional;
    } else if (modal == "may" || modal == "might" || modal == "could") {
        verdict.status = EventStatus::kConditional;
    } else if (modal == "can" || modal == "ca") {
        verdict.drop = true;
    } else if (modal == "should" || modal == "must" || modal == "ought") {
        verdict.drop = true;
    }
    if (verb.to_be) verdict.status = EventStatus::kPlanned;
}

bool is_conditional(const Phrases& phrases, Index v) {
    const VerbPhrase& verb = phrases.verbs()[v];
    if (verb.subordinator != kNone && one_of(phrases.tokens()[verb.subordinator].lemma, kConditionals)) return true;
    return is_inverted(phrases, v);
}

/// What the governor makes of its dependent; false when nothing above it matters any more.
bool climb(const Phrases& phrases, const Lexicon& lexicon, Index from, Verdict& verdict) {
    const VerbPhrase& verb = phrases.verbs()[from];
    const VerbPhrase& governor = phrases.verbs()[verb.governor];
    if (is_inverted(phrases, from)) return false;
    const auto effect = lexicon.effect(phrases.tokens()[governor.head].lemma);
    const bool finite_clause = verb.clause;
    if (!effect) {
        // "sent men to seize it": a purpose is no act yet.
        if (verb.form == VerbForm::kInfinitive && !verb.adjunct) verdict.status = EventStatus::kPlanned;
        return false;
    }
    switch (*effect) {
        case Effect::kPlan:
            if (!finite_clause || governor.passive) {
                if (verdict.status == EventStatus::kActual) verdict.status = EventStatus::kPlanned;
                verdict.negated |= governor.negated;
            }
            return true;
        case Effect::kConsider:
            verdict.status = EventStatus::kConditional;
            return false;
        case Effect::kDeny:
            verdict.status = EventStatus::kDenied;
            return false;
        case Effect::kClaim:
            if (verdict.status == EventStatus::kActual) verdict.status = EventStatus::kAlleged;
            verdict.accuser = verb.governor;
            return false;
        case Effect::kSay:
            if (governor.passive && verdict.status == EventStatus::kActual) verdict.status = EventStatus::kAlleged;
            return false;
        case Effect::kFail:
            verdict.negated = true;
            return true;
        case Effect::kAspect:
            if (finite_clause) return false;
            if (verdict.status == EventStatus::kActual) {
                verdict.negated |= governor.negated;
                weigh_modal(phrases, governor, verdict);
                verdict.past_perfect |= governor.perfect && phrases.tag(governor.first) == "VBD";
            }
            return true;
        case Effect::kFear:
            verdict.status = EventStatus::kConditional;
            return false;
        case Effect::kLight:
            return false;
    }
    return false;
}

bool has_no_subject(const Phrases& phrases, const VerbPhrase& verb) {
    for (const Index noun : verb.subject) {
        const std::string& lemma = phrases.tokens()[phrases.nouns()[noun].first].lemma;
        if (lemma == "no" || lemma == "nobody" || lemma == "none" || lemma == "neither" || lemma == "nothing")
            return true;
    }
    return false;
}

bool has_no_object(const Phrases& phrases, const VerbPhrase& verb) {
    for (Index i = verb.last; i < phrases.tokens().size() && i < verb.last + 2; ++i) {
        const std::string& lemma = phrases.tokens()[i].lemma;
        if (lemma == "no" || lemma == "nobody" || lemma == "none" || lemma == "nothing") return true;
    }
    return false;
}

}  // namespace

Verdict judge_verb(const Phrases& phrases, const Lexicon& lexicon, Index v) {
    Verdict verdict;
    const VerbPhrase& verb = phrases.verbs()[v];
    verdict.negated = verb.negated || has_no_subject(phrases, verb) || has_no_object(phrases, verb);
    verdict.past_perfect = verb.perfect && phrases.tag(verb.first) == "VBD";
    verdict.future_if_dated = verb.form == VerbForm::kFinite && verb.modal.empty() && !verb.perfect &&
                              (phrases.tag(verb.first) == "VBZ" || phrases.tag(verb.first) == "VBP");
    weigh_modal(phrases, verb, verdict);
    Index at = v;
    for (int steps = 0; steps < kClimb; ++steps) {
        if (is_conditional(phrases, at)) {
            verdict.status = EventStatus::kConditional;
            verdict.drop = false;
            break;
        }
        const Index governor = phrases.verbs()[at].governor;
        if (governor == kNone || phrases.verbs()[at].adjunct || governor >= at) break;
        if (!climb(phrases, lexicon, at, verdict)) break;
        at = governor;
        const VerbPhrase& above = phrases.verbs()[at];
        if (!above.modal.empty() && verdict.status == EventStatus::kActual) weigh_modal(phrases, above, verdict);
    }
    for (Index i = verb.first; i < verb.last; ++i) {
        const std::string& lemma = phrases.tokens()[i].lemma;
        if ((lemma == "reportedly" || lemma == "allegedly" || lemma == "supposedly" || lemma == "purportedly") &&
            verdict.status == EventStatus::kActual) {
            verdict.status = EventStatus::kAlleged;
        }
    }
    if (verb.first > 0 && verdict.status == EventStatus::kActual) {
        const std::string& lemma = phrases.tokens()[verb.first - 1].lemma;
        if (lemma == "reportedly" || lemma == "allegedly") verdict.status = EventStatus::kAlleged;
    }
    if (verdict.negated && verdict.status != EventStatus::kDenied && !is_conditional(phrases, v))
        verdict.status = EventStatus::kNegated;
    return verdict;
}

Verdict judge_noun(const Phrases& phrases, const Lexicon& lexicon, const Match& match, const Cast& cast) {
    Verdict verdict;
    const NounPhrase& np = phrases.nouns()[phrases.noun_at(match.head)];
    const std::string& opener = phrases.tokens()[np.first].lemma;
    const bool no = opener == "no" || opener == "neither";
    if (cast.verb != kNone) {
        const VerbPhrase& verb = phrases.verbs()[cast.verb];
        const auto effect = lexicon.effect(phrases.tokens()[verb.head].lemma);
        verdict = judge_verb(phrases, lexicon, cast.verb);
        if (effect && !cast.light) verdict = Verdict();
        if (effect && *effect == Effect::kPlan) verdict.status = EventStatus::kPlanned;
        if (effect && *effect == Effect::kConsider) verdict.status = EventStatus::kConditional;
        if (effect && *effect == Effect::kDeny) verdict.status = EventStatus::kDenied;
        if (!effect && !cast.subject) verdict = Verdict();  // the verb tells another act
        if (!effect && cast.subject) verdict = judge_verb(phrases, lexicon, cast.verb);
        if (!effect && cast.subject && verdict.status == EventStatus::kNegated) verdict.status = EventStatus::kActual;
        verdict.accuser = kNone;
    }
    if (no) {
        verdict.negated = true;
        if (verdict.status != EventStatus::kDenied) verdict.status = EventStatus::kNegated;
    }
    return verdict;
}

}  // namespace readout::event
