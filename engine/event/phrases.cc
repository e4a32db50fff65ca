#include "event/phrases.h"

#include <algorithm>

#include "base/check.h"
#include "event/words.h"

namespace readout::event {
namespace {

constexpr std::array<std::string_view, 4> kAuxiliaries{"be", "have", "do", "get"};
constexpr std::array<std::string_view, 9> kBetweenBeAndTo{"due",   "set",      "likely", "ready",    "poised",
                                                          "bound", "unlikely", "about",  "scheduled"};
// Verbs whose object does what the infinitive or gerund after them tells.
constexpr std::array<std::string_view, 44> kObjectControl{
    "ask",    "tell",   "order",   "urge",     "force",  "allow",     "let",       "permit",    "invite",
    "press",  "beg",    "want",    "instruct", "call",   "compel",    "persuade",  "encourage", "help",
    "enable", "warn",   "advise",  "request",  "oblige", "require",   "direct",    "authorise", "authorize",
    "forbid", "accuse", "suspect", "convict",  "blame",  "charge",    "stop",      "prevent",   "keep",
    "bar",    "expect", "implore", "lobby",    "appeal", "criticise", "criticize", "see"};

}  // namespace

Phrases::Phrases(std::span<const record::Token> tokens, std::span<const record::Date> dates)
    : tokens_(tokens),
      noun_of_(tokens.size(), kNone),
      verb_of_(tokens.size(), kNone),
      clause_of_(tokens.size(), 0),
      in_date_(tokens.size(), false) {
    mark_dates(dates);
    find_verbs();
    find_nouns();
    link_verbs();
    mark_clauses();
}

void Phrases::mark_dates(std::span<const record::Date> dates) {
    if (tokens_.empty()) return;
    auto date = std::partition_point(dates.begin(), dates.end(),
                                     [&](const record::Date& d) { return d.span.end <= tokens_.front().span.begin; });
    for (Index i = 0; i < tokens_.size(); ++i) {
        while (date != dates.end() && date->span.end <= tokens_[i].span.begin) ++date;
        in_date_[i] = date != dates.end() && date->span.overlaps(tokens_[i].span);
    }
}

bool Phrases::is_adverbial(Index token) const {
    const std::string_view t = tag(token);
    return is_adverb_tag(t) || in_date_[token] || t == "''" || t == "``" || t == "\"" || t == "UH";
}

void Phrases::find_verbs() {
    for (Index i = 0; i < tokens_.size();) i = read_verb(i);
}

/// Reads a verb phrase at `at`, if one begins there, and returns the token after what it read.
Index Phrases::read_verb(Index at) {
    const auto is_verb = [&](Index i) { return i < tokens_.size() && is_verb_tag(tag(i)) && !in_date_[i]; };
    const auto skip_adverbs = [&](Index i) {
        while (i < tokens_.size() && !in_date_[i] &&
               (tag(i).starts_with("RB") || (is(i, "since") && tag(i + 1) == "VBN"))) {
            ++i;
        }
        return i;
    };
    const bool to = tag(at) == "TO" && is_verb(skip_adverbs(at + 1)) && tag(skip_adverbs(at + 1)).starts_with("VB");
    if (!is_verb(at) && !to) return at + 1;
    // A participle between a determiner or adjective and a noun belongs to the noun phrase ("the exiled judge").
    const std::string_view first_tag = tag(at);
    if ((first_tag == "VBN" || first_tag == "VBG") && is_noun_tag(tag(at + 1)) && at > 0 &&
        (tag(at - 1) == "DT" || tag(at - 1) == "PRP$" || tag(at - 1) == "JJ" || tag(at - 1) == "CD" ||
         tag(at - 1) == "POS")) {
        return at + 1;
    }
    // So does one that a verb, a preposition or a hyphen brings ("moved armoured cars", "a state-funded channel").
    if (first_tag == "VBN" && (is_noun_tag(tag(at + 1)) || (at > 0 && tag(at - 1) == "HYPH")) &&
        (at == 0 || verb_of_[at - 1] != kNone || tag(at - 1) == "HYPH" || tag(at - 1) == "IN" || tag(at - 1) == "CC")) {
        return at + 1;
    }
    // "an arms embargo": after "a" and a plural no verb follows.
    if (first_tag == "VBP" && at >= 2 && tag(at - 1) == "NNS" && (is(at - 2, "a") || is(at - 2, "an"))) return at + 1;
    VerbPhrase verb;
    verb.first = at;
    Index head = to ? skip_adverbs(at + 1) : at;
    for (;;) {
        const std::string& lemma = tokens_[head].lemma;
        const std::string_view head_tag = tag(head);
        if (head_tag == "MD") verb.modal = lemma;
        Index next = skip_adverbs(head + 1);
        const bool auxiliary = head_tag == "MD" || one_of(lemma, kAuxiliaries);
        if (lemma == "be" && next < tokens_.size() && one_of(tokens_[next].lemma, kBetweenBeAndTo) &&
            tag(next + 1) == "TO") {
            ++next;
        }
        const bool to_next = tag(next) == "TO" && is_verb(skip_adverbs(next + 1));
        if (auxiliary && is_verb(next) && tag(next) != "MD") {
            verb.perfect |= lemma == "have" && tag(next) != "VB";
            verb.passive |= (lemma == "be" || lemma == "get") && (tag(next) == "VBN" || tag(next) == "VBD");
            head = next;
        } else if (auxiliary && to_next && (lemma == "be" || lemma == "have")) {
            verb.to_be = lemma == "be";
            head = skip_adverbs(next + 1);
        } else {
            // A modal brings a verb, whatever the tagger says ("would back its claim").
            Index bare = head + 1;
            while (is(bare, "not") || is(bare, "also") || is(bare, "only") || is(bare, "still")) ++bare;
            const std::string_view t = tag(bare);
            if (head_tag == "MD" && verb_of_[head] == kNone &&
                !is_negation(tokens_[std::min<Index>(bare, static_cast<Index>(tokens_.size()) - 1)].lemma) &&
                (t == "JJ" || t == "NN" || t == "RB" || t == "RP") && bare + 1 < tokens_.size() &&
                tag(bare + 1) != "VB") {
                head = bare;
            }
            break;
        }
    }
    verb.head = head;
    verb.last = head + 1;
    for (Index i = at; i < verb.last; ++i) verb.negated |= is_negation(tokens_[i].lemma);
    if (at > 0 && tokens_[at - 1].lemma == "never") verb.negated = true;
    const std::string_view start = to ? std::string_view("TO") : tag(at);
    verb.past = start == "VBD";
    verb.form = to                                  ? VerbForm::kInfinitive
                : start == "VBG"                    ? VerbForm::kGerund
                : start == "VBN" && verb.head == at ? VerbForm::kParticiple
                                                    : VerbForm::kFinite;
    for (Index i = at; i < verb.last; ++i) verb_of_[i] = static_cast<Index>(verbs_.size());
    verbs_.push_back(std::move(verb));
    return head + 1;
}

void Phrases::find_nouns() {
    for (Index i = 0; i < tokens_.size();) i = read_noun(i);
}

/// Reads a base noun phrase at `at`, if one begins there, and returns the token after what it read.
Index Phrases::read_noun(Index at) {
    const std::string_view start = tag(at);
    if (start == "PRP" || start == "WP" || start == "WDT" || start == "EX") {
        close_noun(at, at + 1);
        return at + 1;
    }
    bool has_noun = false;
    Index i = at;
    for (; i < tokens_.size() && verb_of_[i] == kNone; ++i) {
        const std::string_view t = tag(i);
        if (i > at && in_date_[i] != in_date_[i - 1] && t != "POS") break;
        const bool noun = is_noun_tag(t) || t == "FW" || t == "$" || (t == "VBP" && has_noun);
        const bool before = t == "HYPH" || t == "DT" || t == "PDT" || t == "PRP$" || t == "WP$" ||
                            t.starts_with("JJ") || t == "CD" || t == "VBN" || t == "VBG" || t == "``" || t == "\"" ||
                            t == "''";
        if (t == "POS") {
            has_noun = false;
            continue;
        }
        if (!noun && !before) break;
        if (!noun && has_noun && t != "CD") break;
        if ((t == "``" || t == "\"" || t == "''") && i == at) break;
        has_noun |= noun;
    }
    if (i == at) return at + 1;
    while (i > at && (tag(i - 1) == "``" || tag(i - 1) == "\"" || tag(i - 1) == "''")) --i;
    if (i == at) return at + 1;
    close_noun(at, i);
    return i;
}

void Phrases::close_noun(Index first, Index last) {
    NounPhrase noun;
    noun.first = first;
    noun.last = last;
    noun.head = last - 1;
    while (noun.head > first && !is_noun_tag(tag(noun.head)) && tag(noun.head) != "FW") --noun.head;
    if (!is_noun_tag(tag(noun.head))) noun.head = last - 1;
    if (first > 0 && verb_of_[first - 1] == kNone) {
        const std::string_view before = tag(first - 1);
        if (before == "IN" || before == "TO") noun.preposition = first - 1;
    }
    noun.time = in_date_[noun.head];
    noun.relative = tag(first) == "WP" || tag(first) == "WDT";
    for (Index i = first; i < last; ++i) noun_of_[i] = static_cast<Index>(nouns_.size());
    nouns_.push_back(noun);
}

Index Phrases::of_phrase(Index noun) const {
    const Index at = nouns_[noun].last;
    if (!is(at, "of") || at + 1 >= tokens_.size()) return kNone;
    return noun_of_[at + 1];
}

Index Phrases::members(Index noun) const {
    const Index at = nouns_[noun].last;
    if (!is(at, "of") && !is(at, "from")) return kNone;
    return at + 1 < tokens_.size() ? noun_of_[at + 1] : kNone;
}

bool Phrases::is_subject(Index noun) const {
    Index at = nouns_[noun].last;
    while (at < tokens_.size() && is_adverbial(at)) ++at;
    if (at >= tokens_.size() || verb_of_[at] == kNone) return false;
    const VerbPhrase& verb = verbs_[verb_of_[at]];
    return verb.first == at && verb.form == VerbForm::kFinite;
}

std::vector<Index> Phrases::joined_left(Index noun) const {
    std::vector<Index> all{noun};
    Index at = nouns_[noun].first;
    bool joined = false;
    for (int steps = 0; steps < 12 && at > 0; ++steps) {
        Index before = at - 1;
        if (tag(before) == "CC" && !joined && !is(before, "but")) {
            joined = true;
            if (before > 0 && tag(before - 1) == ",") --before;
        } else if (!(tag(before) == "," && joined)) {
            break;
        }
        if (before == 0) break;
        Index next = noun_of_[before - 1];
        if (next == kNone || nouns_[next].time || nouns_[next].relative) break;
        if (nouns_[next].preposition != kNone && is(nouns_[next].preposition, "of") && nouns_[next].first >= 2 &&
            noun_of_[nouns_[next].first - 2] != kNone) {
            next = noun_of_[nouns_[next].first - 2];
            // "leaders of Chad and Mali": the members stand for themselves elsewhere, the head is the subject.
            if (tag(nouns_[next].head) == "NNS") return {next};
        }
        all.insert(all.begin(), next);
        at = nouns_[next].first;
    }
    if (all.size() == 1) return all;
    // "X hit Y and Z fled": what follows a verb or a preposition is no part of the subject.
    const Index first = nouns_[all.front()].first;
    if (first > 0 && (verb_of_[first - 1] != kNone || nouns_[all.front()].preposition != kNone)) return {noun};
    return all;
}

std::vector<Index> Phrases::joined_right(Index noun, bool pair) const {
    std::vector<Index> all{noun};
    for (int steps = 0; steps < 12; ++steps) {
        Index at = nouns_[all.back()].last;
        const Index of = of_phrase(all.back());
        if (of != kNone) at = nouns_[of].last;
        if (at >= tokens_.size()) break;
        Index next = kNone;
        if (tag(at) == "CC" && !is(at, "but")) next = at + 1;
        if (tag(at) == ",") next = at + (tag(at + 1) == "CC" ? 2 : 1);
        if (next == kNone || next >= tokens_.size() || noun_of_[next] == kNone) break;
        const Index candidate = noun_of_[next];
        if (nouns_[candidate].first != next || nouns_[candidate].time || nouns_[candidate].relative) break;
        // A noun phrase that has a verb of its own begins another clause.
        Index after_it = nouns_[candidate].last;
        if (of_phrase(candidate) != kNone) after_it = nouns_[of_phrase(candidate)].last;
        while (after_it < tokens_.size() && is_adverbial(after_it)) ++after_it;
        if (!pair && after_it < tokens_.size() && verb_of_[after_it] != kNone &&
            verbs_[verb_of_[after_it]].form == VerbForm::kFinite) {
            break;
        }
        const bool more = tag(at) == "CC" || tag(at + 1) == "CC";
        if (!more) {  // a comma alone joins only when "and" follows later: else it is an apposition
            bool closes = false;
            for (Index i = nouns_[candidate].last; i < tokens_.size() && i < nouns_[candidate].last + 12; ++i) {
                if (tag(i) == "CC") closes = true;
                if (tag(i) == "CC" || verb_of_[i] != kNone || tag(i) == ".") break;
            }
            if (!closes) break;
        }
        all.push_back(candidate);
        if (more) break;
    }
    return all;
}

Complements Phrases::after(Index from) const {
    Complements out;
    bool objects_open = true;
    for (Index i = from; i < tokens_.size() && i < from + kReach; ++i) {
        if (is_adverbial(i)) continue;
        const std::string_view t = tag(i);
        if (verb_of_[i] != kNone || t == ":" || t == "." || t == "CC" || t == "WRB") break;
        if (t == ",") {
            if (!out.first.empty() || !out.prepositional.empty() || i + 1 >= tokens_.size() || !in_date_[i + 1]) break;
            continue;
        }
        if (t == "IN" || t == "TO") {
            objects_open = false;
            if (i + 1 < tokens_.size() && noun_of_[i + 1] != kNone) {
                const Index noun = noun_of_[i + 1];
                if (nouns_[noun].relative) break;
                Index next = nouns_[noun].last;
                if (!nouns_[noun].time) {
                    // "that" and other subordinators begin a clause when a verb follows.
                    if (one_of(tokens_[i].lemma, kSubordinators) && next < tokens_.size() && verb_of_[next] != kNone &&
                        verbs_[verb_of_[next]].form == VerbForm::kFinite) {
                        break;
                    }
                    out.prepositional.push_back({i, joined_right(noun, is(i, "between"))});
                    next = nouns_[out.prepositional.back().phrases.back()].last;
                }
                i = next - 1;
            }
            continue;
        }
        const Index noun = noun_of_[i];
        if (noun == kNone) continue;
        if (nouns_[noun].relative) break;
        if (nouns_[noun].time) {
            i = nouns_[noun].last - 1;
            continue;
        }
        if (!objects_open || is_subject(noun)) break;
        std::vector<Index>& slot = out.first.empty() ? out.first : out.second;
        slot = joined_right(noun);
        if (&slot == &out.second) objects_open = false;
        i = nouns_[slot.back()].last - 1;
    }
    return out;
}

Index Phrases::noun_before(Index token) const {
    while (token > 0 && (tag(token - 1) == "," || is_adverbial(token - 1))) --token;
    if (token == 0) return kNone;
    Index noun = noun_of_[token - 1];
    for (int climbs = 0; climbs < 3 && noun != kNone; ++climbs) {
        const Index preposition = nouns_[noun].preposition;
        if (preposition == kNone || preposition == 0 || !is(preposition, "of")) break;
        const Index up = noun_of_[preposition - 1];
        if (up == kNone) break;
        noun = up;
    }
    return noun;
}

std::vector<Index> Phrases::controlled_subject(Index governor, Index before) const {
    const VerbPhrase& verb = verbs_[governor];
    if (verb.passive || !one_of(tokens_[verb.head].lemma, kObjectControl)) return verb.subject;
    for (Index i = verb.last; i < before; ++i) {
        const Index noun = noun_of_[i];
        if (noun != kNone && !nouns_[noun].time) return joined_right(noun);
    }
    return verb.subject;
}

}  // namespace readout::event
