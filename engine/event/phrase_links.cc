// Who is the subject of which verb, and which verb hangs on which: the second half of Phrases.

#include <algorithm>

#include "event/phrases.h"
#include "event/words.h"

namespace readout::event {
namespace {

bool is_hard_border(std::string_view tag) {
    return tag == ":" || tag == "." || tag == "-LRB-";
}

}  // namespace

void Phrases::link_verbs() {
    for (Index v = 0; v < verbs_.size(); ++v) {
        switch (verbs_[v].form) {
            case VerbForm::kFinite:
                link_finite(v);
                break;
            case VerbForm::kInfinitive:
                link_infinitive(v);
                break;
            case VerbForm::kGerund:
                link_gerund(v);
                break;
            case VerbForm::kParticiple: {
                VerbPhrase& verb = verbs_[v];
                const bool coordinated = verb.first > 0 && tag(verb.first - 1) == "CC";
                if (is_past_tense(v)) {
                    verb.form = VerbForm::kFinite;
                    verb.past = true;
                    link_finite(v);
                    break;
                }
                verb.passive = true;
                if (coordinated && v > 0) {
                    share(v);
                    break;
                }
                const Index noun = noun_before(verb.first);
                if (noun != kNone) verb.subject = {noun};
                verb.in_relative = true;
                break;
            }
        }
    }
}

/// A participle that must be a mis-tagged past tense: it has an object of its own, or its part of the sentence would
/// have no verb without it.
bool Phrases::is_past_tense(Index v) const {
    const VerbPhrase& verb = verbs_[v];
    if (verb.first == 0 || is(verb.last, "by")) return false;
    if (tag(verb.first - 1) == "CC") {
        if (v == 0 || verbs_[v - 1].passive || verbs_[v - 1].perfect) return false;
        return verbs_[v - 1].form == VerbForm::kFinite;
    }
    if (!after(verb.last).first.empty()) return true;
    if (noun_of_[verb.first - 1] == kNone && !is_adverbial(verb.first - 1)) return false;
    // Its part of the sentence: up to a semicolon, a colon or the end on either side.
    Index first = verb.first, last = verb.last;
    while (first > 0 && first + kReach > verb.first && !is_hard_border(tag(first - 1))) --first;
    while (last < tokens_.size() && last < verb.last + kReach && !is_hard_border(tag(last))) ++last;
    for (Index i = first; i < last; ++i) {
        // What comes after "if", "that", "who" or ends the sentence as "…, officials said" is no main verb.
        if (i >= verb.last && (one_of(tokens_[i].lemma, kSubordinators) || tag(i).starts_with("W"))) break;
        if (i >= verb.last && tag(i) == ",") break;
        if (verb_of_[i] != kNone && verb_of_[i] != v && verbs_[verb_of_[i]].form == VerbForm::kFinite) return false;
    }
    return true;
}

/// Left of `token`, which lies in another verb phrase: where the search for the subject of `verb` goes on, or kNone.
Index Phrases::jump_over(Index token, Index verb) const {
    Index other = verb_of_[token];
    for (Index steps = 0; steps < 6; ++steps) {
        const VerbPhrase& at = verbs_[other];
        if (at.in_relative) {
            Index first = at.first;
            if (!at.subject.empty() && at.form == VerbForm::kFinite) {
                // Back to the relative pronoun.
                for (Index i = at.first; i > 0 && i + kReach > at.first; --i) {
                    if (noun_of_[i - 1] != kNone && nouns_[noun_of_[i - 1]].relative) {
                        first = i - 1;
                        break;
                    }
                    if (tag(i - 1) == "WRB") {
                        first = i - 1;
                        break;
                    }
                }
            }
            return first == 0 ? kNone : first - 1;
        }
        if (at.form == VerbForm::kFinite && !at.shared) return kNone;
        if (at.shared || at.form == VerbForm::kGerund || at.form == VerbForm::kInfinitive) {
            if (at.governor == kNone || at.governor >= other) {
                return at.first == 0 || at.form == VerbForm::kFinite ? kNone : at.first - 1;
            }
            if (!verbs_[at.governor].in_relative && at.governor_noun != kNone) return at.first - 1;
            other = at.governor;
            continue;
        }
        break;
    }
    (void)verb;
    return kNone;
}

void Phrases::link_finite(Index v) {
    VerbPhrase& verb = verbs_[v];
    bool border = false;  // a comma or "and" lies between
    Index at = verb.first;
    // "Had Harare paid", "Were Ankara to send": the subject stands between the auxiliary and the verb.
    for (Index steps = 0; at > 0 && steps < kReach; ++steps) {
        const Index i = at - 1;
        const std::string_view t = tag(i);
        if (is_hard_border(t)) break;
        if (is_adverbial(i) && noun_of_[i] == kNone) {
            at = i;
        } else if (t == ",") {
            border = true;
            at = i;
        } else if (t == "CC") {
            share(v);
            return;
        } else if (verb_of_[i] != kNone) {
            const Index jump = jump_over(i, v);
            if (jump == kNone) break;
            at = jump + 1;
        } else if (noun_of_[i] != kNone) {
            const NounPhrase& noun = nouns_[noun_of_[i]];
            if (noun.time) {
                at = noun.preposition == kNone ? noun.first : noun.preposition;
                continue;
            }
            const bool clause_word =
                noun.preposition != kNone && one_of(tokens_[noun.preposition].lemma, kSubordinators);
            if (noun.preposition != kNone && !clause_word) {
                at = noun.preposition;
                continue;
            }
            if (noun.preposition != kNone && border) {
                at = noun.preposition;
                continue;
            }
            // "ministers from Niger, Chad and Mali": a list that a preposition opens is no subject.
            if (noun.preposition == kNone) {
                Index left = noun_of_[i];
                for (int steps_left = 0; steps_left < 12 && nouns_[left].first > 1; ++steps_left) {
                    Index before = nouns_[left].first - 1;
                    if (tag(before) == "CC" && tag(before - 1) == ",") --before;
                    if (tag(before) != "CC" && tag(before) != ",") break;
                    if (before == 0 || noun_of_[before - 1] == kNone) break;
                    left = noun_of_[before - 1];
                }
                const Index preposition = nouns_[left].preposition;
                if (left != noun_of_[i] && preposition != kNone && preposition > 0 && is(preposition, "from") &&
                    noun_of_[preposition - 1] != kNone) {
                    at = preposition;
                    continue;
                }
            }
            // "The bandits holding the vicar demanded …": the vicar belongs to the verb before.
            if (!border && noun.first > 0 && verb_of_[noun.first - 1] != kNone) {
                const VerbPhrase& owner = verbs_[verb_of_[noun.first - 1]];
                if (owner.in_relative && owner.form != VerbForm::kInfinitive) {
                    const Index jump = jump_over(noun.first - 1, v);
                    if (jump != kNone) {
                        at = jump + 1;
                        continue;
                    }
                }
            }
            take_subject(v, noun_of_[i], border);
            return;
        } else {
            at = i;
        }
    }
    if (border) share(v);
}

/// `noun` is what stands where the subject should: a relative pronoun, the object of the verb before, or the subject.
void Phrases::take_subject(Index v, Index noun, bool border) {
    VerbPhrase& verb = verbs_[v];
    if (nouns_[noun].relative) {
        take_antecedent(v, noun);
        return;
    }
    const Index first = nouns_[noun].first;
    const bool after_verb = first > 0 && (verb_of_[first - 1] != kNone || tag(first - 1) == "RP");
    if (after_verb && border) {
        share(v);
        return;
    }
    // "Japan's premier, Kenji Abe, rang": the apposition is left out.
    if (border && first > 1 && tag(first - 1) == "," && noun_of_[first - 2] != kNone &&
        !nouns_[noun_of_[first - 2]].time) {
        Index up = noun_before(first);
        if (up != kNone && nouns_[up].preposition == kNone) noun = up;
    }
    verb.subject = joined_left(noun);
    take_border(v, nouns_[verb.subject.front()].first);
    // "The army denied it had withdrawn": the pronoun stands for who says it.
    if (verb.clause && verb.governor != kNone && verb.governor_noun == kNone && verb.subject.size() == 1 &&
        (is(nouns_[noun].first, "it") || is(nouns_[noun].first, "he") || is(nouns_[noun].first, "she")) &&
        !verbs_[verb.governor].subject.empty() && !verbs_[verb.governor].passive) {
        verb.subject = verbs_[verb.governor].subject;
    }
}

void Phrases::take_antecedent(Index v, Index relative) {
    VerbPhrase& verb = verbs_[v];
    verb.in_relative = true;
    const Index noun = noun_before(nouns_[relative].first);
    if (noun != kNone) verb.subject = joined_left(noun);
    if (verb.subject.size() > 1 && nouns_[noun].first > 0 && tag(nouns_[noun].first - 1) == "CC") verb.subject = {noun};
}

/// Reads what stands before a clause that begins at token `first`: a subordinator, a relative, a reporting verb.
void Phrases::take_border(Index v, Index first) {
    VerbPhrase& verb = verbs_[v];
    while (first > 0 && (is_adverbial(first - 1) || tag(first - 1) == ",")) --first;
    if (first == 0) return;
    const Index i = first - 1;
    const std::string_view t = tag(i);
    if (t == "WRB") {
        verb.in_relative = true;
        if (one_of(tokens_[i].lemma, kSubordinators)) verb.subordinator = i;
        return;
    }
    if (noun_of_[i] != kNone && nouns_[noun_of_[i]].relative) {
        verb.in_relative = true;
        return;
    }
    if (is(i, "that") && v > 0) {
        verb.clause = true;
        verb.governor = v - 1;
        if (i > 0 && noun_of_[i - 1] != kNone && verb_of_[i - 1] == kNone && !in_date_[i - 1]) {
            verb.governor_noun = nouns_[noun_of_[i - 1]].head;
        }
        return;
    }
    if (one_of(tokens_[i].lemma, kSubordinators)) {
        verb.subordinator = i;
        return;
    }
    if (verb_of_[i] != kNone && tokens_[verbs_[verb_of_[i]].head].lemma != "be") {
        verb.clause = true;
        verb.governor = verb_of_[i];
    }
}

/// "X seized Y and freed Z": takes the subject of the nearest verb before that has the same form.
void Phrases::share(Index v) {
    VerbPhrase& verb = verbs_[v];
    const std::string_view mine = tag(verb.first);
    for (Index i = v; i > 0 && i + 8 > v; --i) {
        const VerbPhrase& other = verbs_[i - 1];
        const bool bare = mine == "VB";
        const bool fits = bare            ? other.form == VerbForm::kInfinitive || !other.modal.empty() || other.to_be
                          : mine == "VBG" ? tag(other.head) == "VBG"
                          : mine == "VBN" && !verb.perfect ? other.passive || other.perfect
                                                           : other.form == VerbForm::kFinite;
        if (!fits) continue;
        verb.shared = true;
        verb.subject = other.subject;
        verb.governor = other.governor;
        verb.governor_noun = other.governor_noun;
        verb.clause = other.clause;
        verb.in_relative = other.in_relative && tag(verb.first - 1) != ",";
        verb.subordinator = other.subordinator;
        if (bare || mine == "VBG" || mine == "VBN") {
            verb.form = other.form;
            verb.modal = other.modal;
            verb.to_be = other.to_be;
            verb.negated |= other.negated;
            verb.perfect |= other.perfect;
            verb.past = other.past;
            verb.adjunct = other.adjunct;
            if (mine == "VBN") verb.passive = other.passive;
        }
        return;
    }
}

void Phrases::link_infinitive(Index v) {
    VerbPhrase& verb = verbs_[v];
    if (v == 0) return;
    verb.governor = v - 1;
    for (Index i = verb.first; i > verbs_[v - 1].last; --i) {
        if (is_hard_border(tag(i - 1))) {
            verb.governor = kNone;
            return;
        }
    }
    if (verb.first > 0 && tag(verb.first - 1) == "CC") {
        const Index before = v - 1;
        if (verbs_[before].form == VerbForm::kInfinitive) {
            verb.governor = verbs_[before].governor;
            verb.governor_noun = verbs_[before].governor_noun;
            verb.subject = verbs_[before].subject;
            verb.shared = true;
            return;
        }
    }
    verb.subject = controlled_subject(v - 1, verb.first);
    if (verb.first > 0 && noun_of_[verb.first - 1] != kNone) {
        verb.governor_noun = nouns_[noun_of_[verb.first - 1]].head;
    }
}

void Phrases::link_gerund(Index v) {
    VerbPhrase& verb = verbs_[v];
    if (verb.first == 0) return;
    const Index i = verb.first - 1;
    const std::string_view t = tag(i);
    if (t == "CC") {
        share(v);
        return;
    }
    if (noun_of_[i] != kNone && t != "CD" && !in_date_[i]) {  // "bandits holding the vicar"
        const Index noun = noun_before(verb.first);
        verb.in_relative = true;
        if (noun != kNone) verb.subject = {noun};
        return;
    }
    if (v == 0) return;
    verb.governor = v - 1;
    verb.subject = controlled_subject(v - 1, verb.first);
    if (t == "IN" || t == "TO") {
        if (one_of(tokens_[i].lemma, kSubordinators) || is(i, "without") || is(i, "by") || is(i, "despite")) {
            verb.subordinator = i;
            verb.adjunct = true;
        } else if (i > 0 && noun_of_[i - 1] != kNone) {
            verb.governor_noun = nouns_[noun_of_[i - 1]].head;
        }
        return;
    }
    verb.adjunct = t == ",";
}

void Phrases::mark_clauses() {
    std::vector<bool> border(tokens_.size(), false);
    for (const VerbPhrase& verb : verbs_) {
        Index first = verb.first;
        if (verb.form == VerbForm::kFinite && !verb.shared && !verb.subject.empty() &&
            nouns_[verb.subject.front()].first < verb.first) {
            const Index subject = nouns_[verb.subject.front()].first;
            bool verb_between = false;
            for (Index i = subject; i < verb.first && i < subject + kReach; ++i) verb_between |= verb_of_[i] != kNone;
            if (!verb_between) first = subject;
        }
        if (verb.form == VerbForm::kInfinitive || (verb.form == VerbForm::kGerund && !verb.adjunct)) continue;
        border[first] = true;
    }
    Index clause = 0;
    bool verb_seen = false;
    for (Index i = 0; i < tokens_.size(); ++i) {
        if (is_hard_border(tag(i)) || (border[i] && verb_seen) ||
            (noun_of_[i] != kNone && nouns_[noun_of_[i]].relative)) {
            ++clause;
            verb_seen = false;
        }
        verb_seen |= verb_of_[i] != kNone;
        clause_of_[i] = clause;
    }
}

}  // namespace readout::event
