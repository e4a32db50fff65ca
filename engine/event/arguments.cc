#include "event/arguments.h"

#include <algorithm>

#include "event/words.h"

namespace readout::event {
namespace {

bool has_role(const Trigger& trigger, std::string_view role) {
    return std::find(trigger.roles.begin(), trigger.roles.end(), role) != trigger.roles.end();
}

bool is_party(const Found& found) {
    return found.standing >= Standing::kPlace;
}

/// "leaders of Indonesia, Malaysia and Singapore": one entry a country, all with the words of the head.
std::vector<Found> expanded(const Phrases& phrases, const Parties& parties, const std::vector<Index>& nouns) {
    std::vector<Found> out;
    for (const Index noun : nouns) {
        const Found head = parties.look(phrases, noun);
        const Index of = phrases.members(noun);
        if (of != kNone && head.standing == Standing::kRole && phrases.tag(phrases.nouns()[noun].head) == "NNS") {
            const std::vector<Index> members = phrases.joined_right(of, true);
            if (members.size() > 1) {
                for (const Index member : members) {
                    Found each = head;
                    const Found state = parties.look(phrases, member);
                    if (!state.party.country.empty()) each.party.country = state.party.country;
                    out.push_back(std::move(each));
                }
                continue;
            }
        }
        out.push_back(head);
    }
    return out;
}

void keep_parties(std::vector<Found>& found) {
    std::erase_if(found, [](const Found& f) { return !is_party(f); });
}

void append(std::vector<Found>& to, const std::vector<Found>& from) {
    for (const Found& found : from) {
        const bool known = std::any_of(to.begin(), to.end(), [&](const Found& f) {
            return f.party.span == found.party.span && f.party.country == found.party.country;
        });
        if (!known) to.push_back(found);
    }
}

/// Objects and prepositional phrases around the words of a trigger.
Complements complements_of(const Phrases& phrases, const Match& match) {
    bool gaps = false;
    for (std::size_t i = 1; i < match.words.size(); ++i) gaps |= match.words[i] > match.words[i - 1] + 1;
    Complements tail = phrases.after(match.end);
    if (!gaps) return tail;
    Complements whole = phrases.after(match.head + 1);
    const auto in_trigger = [&](Index noun) {
        const NounPhrase& np = phrases.nouns()[noun];
        return std::any_of(match.words.begin() + 1, match.words.end(),
                           [&](Index word) { return np.first <= word && word < np.last; });
    };
    std::erase_if(whole.first, in_trigger);
    std::erase_if(whole.second, in_trigger);
    if (!whole.first.empty()) tail.first = whole.first;
    for (auto& p : whole.prepositional) {
        if (p.preposition < match.end) tail.prepositional.insert(tail.prepositional.begin(), std::move(p));
    }
    return tail;
}

std::vector<Found> at_preposition(const Phrases& phrases, const Parties& parties, const Complements& complements,
                                  std::string_view preposition) {
    for (const auto& p : complements.prepositional) {
        if (phrases.tokens()[p.preposition].lemma != preposition) continue;
        std::vector<Found> found = expanded(phrases, parties, p.phrases);
        // "part of Zambia's debt": the possessor of a thing is meant.
        for (std::size_t i = 0; i < found.size() && found.size() == p.phrases.size(); ++i) {
            if (found[i].standing > Standing::kKin) continue;
            if (auto owner = parties.owner(phrases, p.phrases[i], phrases.nouns()[p.phrases[i]].head))
                found[i] = *owner;
        }
        keep_parties(found);
        if (!found.empty()) return found;
    }
    return {};
}

/// The recipient by the trigger's list of places to look.
std::vector<Found> find_recipients(const Phrases& phrases, const Parties& parties, const Trigger& trigger,
                                   const std::vector<Index>& object, const Complements& complements) {
    static const std::vector<std::string> kDefault{"obj", "poss"};
    for (const std::string& role : trigger.roles.empty() ? kDefault : trigger.roles) {
        if (role == "none") return {};
        if (role == "mutual") {
            std::vector<Found> found = expanded(phrases, parties, object);
            keep_parties(found);
            if (found.empty()) found = at_preposition(phrases, parties, complements, "with");
            if (!found.empty()) return found;
        } else if (role == "obj" || role == "host") {
            std::vector<Found> found = expanded(phrases, parties, object);
            std::vector<Found> kept;
            for (std::size_t i = 0; i < found.size(); ++i) {
                if (found[i].standing > Standing::kKin) kept.push_back(found[i]);
            }
            if (kept.empty()) {
                for (const Index noun : object) {
                    const auto owner = parties.owner(phrases, noun, phrases.nouns()[noun].last);
                    if (owner && owner->standing >= Standing::kRole) kept.push_back(*owner);
                }
            }
            if (kept.empty()) {
                keep_parties(found);
                kept = found;
            }
            if (!kept.empty()) return kept;
        } else if (role == "poss") {
            std::vector<Found> kept;
            for (const Index noun : object) {
                if (const auto owner = parties.owner(phrases, noun, phrases.nouns()[noun].last)) kept.push_back(*owner);
            }
            if (!kept.empty()) return kept;
        } else {
            std::vector<Found> found = at_preposition(phrases, parties, complements, role);
            if (!found.empty()) return found;
        }
    }
    return {};
}

/// "threatened to expel the envoy", "demanded that Chad withdraw": the other side stands in the content.
std::vector<Found> recipients_in_content(const Phrases& phrases, const Parties& parties, const Trigger& trigger,
                                         Index verb) {
    for (Index v = verb + 1; v < phrases.verbs().size(); ++v) {
        const VerbPhrase& content = phrases.verbs()[v];
        if (content.governor != verb || content.adjunct) continue;
        std::vector<Found> found;
        if (trigger.type == EventType::kRequest) {
            if (content.clause) found = expanded(phrases, parties, content.subject);
        } else {
            const Complements complements = phrases.after(content.last);
            found = find_recipients(phrases, parties, Trigger(), complements.first, complements);
            for (const char* preposition : {"with", "to", "on", "against"}) {
                std::erase_if(found, [](const Found& f) { return f.standing < Standing::kKin; });
                if (found.empty()) found = at_preposition(phrases, parties, complements, preposition);
            }
        }
        std::erase_if(found, [](const Found& f) { return f.standing < Standing::kKin; });
        return found;
    }
    return {};
}

/// Only aid goes to places; elsewhere a town is where it happened. Who visits a capital visits nobody in particular.
void drop_places(const Trigger& trigger, std::vector<Found>& recipients) {
    if (trigger.type == EventType::kAid) return;
    const bool visit = trigger.mode == "visit";
    const bool on_the_spot = trigger.type == EventType::kAssault || trigger.type == EventType::kCoerce ||
                             trigger.type == EventType::kProtest;
    std::erase_if(recipients, [&](const Found& f) {
        if (on_the_spot && f.standing == Standing::kKin && f.party.country.empty()) return true;
        return f.standing == Standing::kPlace || (visit && f.standing == Standing::kNamed && f.is_metonym);
    });
}

/// "Drones hit the camp": a weapon is nobody, unless it is somebody's ("army helicopters").
void drop_weapons(const Lexicon& lexicon, std::vector<Found>& actors) {
    std::erase_if(actors, [&](const Found& f) {
        return f.party.country.empty() && f.standing <= Standing::kKin &&
               (lexicon.in_class(f.head, "drone") || lexicon.in_class(f.head, "missile") ||
                lexicon.in_class(f.head, "aerial") || lexicon.in_class(f.head, "bomb"));
    });
}

void apply_mutual(const Trigger& trigger, Cast& cast) {
    if (!has_role(trigger, "mutual") && !has_role(trigger, "joint")) return;
    append(cast.actors, cast.recipients);
    cast.recipients.clear();
}

}  // namespace

Cast cast_verb(const Phrases& phrases, const Parties& parties, const Lexicon& lexicon, const Match& match) {
    const Trigger& trigger = *match.trigger;
    Cast cast;
    cast.verb = phrases.verb_at(match.head);
    const VerbPhrase& verb = phrases.verbs()[cast.verb];
    cast.passive = verb.passive;
    Complements complements = complements_of(phrases, match);
    std::vector<Index> thing;
    if (cast.passive) {
        cast.object = verb.subject;
        cast.agent = at_preposition(phrases, parties, complements, "by");
        std::erase_if(complements.prepositional, [&](const auto& p) { return phrases.is(p.preposition, "by"); });
        cast.actors = cast.agent;
    } else {
        cast.agent = expanded(phrases, parties, verb.subject);
        cast.actors = cast.agent;
        keep_parties(cast.actors);
        cast.object = complements.first;
    }
    cast.recipients = find_recipients(phrases, parties, trigger, cast.object, complements);
    if (has_role(trigger, "hostfrom")) {
        cast.recipients = cast.actors;
        cast.actors = at_preposition(phrases, parties, complements, "from");
    }
    if (has_role(trigger, "host")) std::swap(cast.actors, cast.recipients);
    if (cast.recipients.empty() && (trigger.type == EventType::kThreaten || trigger.type == EventType::kReject ||
                                    trigger.type == EventType::kRequest)) {
        cast.recipients = recipients_in_content(phrases, parties, trigger, cast.verb);
    }
    if (trigger.type == EventType::kAssault) drop_weapons(lexicon, cast.actors);
    drop_places(trigger, cast.recipients);
    if (!complements.second.empty() && !cast.passive) cast.object = complements.second;
    apply_mutual(trigger, cast);
    return cast;
}

Cast cast_noun(const Phrases& phrases, const Parties& parties, const Lexicon& lexicon, const Match& match) {
    const Trigger& trigger = *match.trigger;
    Cast cast;
    const Index noun =
        phrases.noun_at(match.end - 1) != kNone ? phrases.noun_at(match.end - 1) : phrases.noun_at(match.head);
    const NounPhrase& np = phrases.nouns()[noun];
    const Complements complements = phrases.after(np.last);
    if (const auto owner = parties.owner(phrases, noun, match.head)) {
        cast.owned = true;
        cast.actors = {*owner};
    }
    if (auto by = at_preposition(phrases, parties, complements, "by"); !by.empty()) {
        cast.owned = true;
        cast.actors = std::move(by);
    }
    if (auto between = at_preposition(phrases, parties, complements, "between"); !between.empty()) {
        cast.owned = true;
        (has_role(trigger, "between") ? cast.recipients : cast.actors) = std::move(between);
    }
    if (has_role(trigger, "of>actor") && cast.actors.empty()) {
        cast.actors = at_preposition(phrases, parties, complements, "of");
    }
    if (has_role(trigger, "mutual")) append(cast.actors, at_preposition(phrases, parties, complements, "of"));
    // The verb whose object or subject the noun is.
    Index before = np.first;
    while (before > 0 && is_adverb_tag(phrases.tag(before - 1))) --before;
    if (before > 0 && phrases.verb_at(before - 1) != kNone) {
        cast.verb = phrases.verb_at(before - 1);
    } else {
        for (Index v = 0; v < phrases.verbs().size(); ++v) {
            const auto& subject = phrases.verbs()[v].subject;
            if (std::find(subject.begin(), subject.end(), noun) != subject.end() && !phrases.verbs()[v].in_relative) {
                cast.verb = v;
                cast.subject = true;
                break;
            }
        }
    }
    if (cast.verb != kNone) {
        const VerbPhrase& verb = phrases.verbs()[cast.verb];
        const auto effect = lexicon.effect(phrases.tokens()[verb.head].lemma);
        cast.light = effect && (*effect == Effect::kLight || *effect == Effect::kPlan || *effect == Effect::kConsider ||
                                *effect == Effect::kAspect || *effect == Effect::kDeny);
        if (!cast.subject && cast.light && (cast.actors.empty() || has_role(trigger, "mutual"))) {
            std::vector<Found> subject = expanded(phrases, parties, verb.subject);
            keep_parties(subject);
            append(subject, cast.actors);
            cast.actors = std::move(subject);
        }
    }
    cast.agent = cast.actors;
    if (cast.recipients.empty()) {
        for (const std::string& role : trigger.roles) {
            if (role == "none") break;
            if (role == "mutual" || role == "of>actor" || role == "between") continue;
            cast.recipients = at_preposition(phrases, parties, complements, role);
            if (!cast.recipients.empty()) break;
        }
    }
    drop_places(trigger, cast.recipients);
    apply_mutual(trigger, cast);
    return cast;
}

bool object_fits(const Phrases& phrases, const Lexicon& lexicon, const Match& match, const Cast& cast) {
    const Trigger& trigger = *match.trigger;
    if (trigger.object_needed && cast.object.empty()) return false;
    if (trigger.object_forbidden && !cast.object.empty()) return false;
    const auto any_of_classes = [&](const std::vector<std::string>& classes) {
        for (const Index noun : cast.object) {
            Index last = phrases.nouns()[noun].last;
            if (const Index of = phrases.of_phrase(noun); of != kNone) last = phrases.nouns()[of].last;
            for (Index i = phrases.nouns()[noun].first; i < last; ++i) {
                const std::string& lemma = phrases.tokens()[i].lemma;
                if (lemma == "anyone" || lemma == "nobody" || lemma == "anybody") return true;
                for (const std::string& name : classes) {
                    if (lemma == name || lexicon.in_class(lemma, name)) return true;
                }
            }
        }
        return false;
    };
    if (!trigger.object_classes.empty() && !any_of_classes(trigger.object_classes)) return false;
    return trigger.refused_classes.empty() || !any_of_classes(trigger.refused_classes);
}

namespace {

constexpr std::array<std::string_view, 8> kArmed{"MIL", "REB", "UAF", "PRM", "CRM", "COP", "SPY", "ISM"};
constexpr std::array<std::string_view, 5> kState{"GOV", "MIL", "COP", "LEG", "JUD"};

template <std::size_t kSize>
bool any_sector(const std::vector<Found>& found, const std::array<std::string_view, kSize>& sectors) {
    for (const Found& f : found) {
        for (const std::string& sector : f.party.sectors) {
            if (one_of(sector, sectors)) return true;
        }
    }
    return false;
}

bool any_standing(const std::vector<Found>& found, Standing least) {
    return std::any_of(found.begin(), found.end(), [&](const Found& f) { return f.standing >= least; });
}

bool any_head(const Lexicon& lexicon, const std::vector<Found>& found, std::initializer_list<std::string_view> names) {
    for (const Found& f : found) {
        for (const std::string_view name : names) {
            if (lexicon.in_class(f.head, name)) return true;
        }
    }
    return false;
}

/// "has been called off", "was postponed"
bool is_called_off(const Phrases& phrases, const Lexicon& lexicon, Index verb) {
    const VerbPhrase& phrase = phrases.verbs()[verb];
    if (!phrase.passive) return false;
    if (phrases.is(phrase.head, "call")) return phrases.is(phrase.last, "off");
    return lexicon.in_class(phrases.tokens()[phrase.head].lemma, "cancel");
}

bool can_be_struck(const Phrases& phrases, const Lexicon& lexicon, const std::vector<Index>& object) {
    for (const Index noun : object) {
        for (Index i = phrases.nouns()[noun].first; i < phrases.nouns()[noun].last; ++i) {
            const std::string& lemma = phrases.tokens()[i].lemma;
            if (phrases.tag(i).starts_with("NNP") || phrases.tag(i) == "PRP") return true;
            for (const std::string_view name : {"building", "captured", "base", "heavy", "thing", "site", "road", "aid",
                                                "troop", "police", "prisoner", "official", "weapon"}) {
                if (lexicon.in_class(lemma, name)) return true;
            }
        }
    }
    return false;
}

}  // namespace

bool gate_opens(const Phrases& phrases, const Lexicon& lexicon, const Match& match, const Cast& cast) {
    const Trigger& trigger = *match.trigger;
    const std::string& gate = trigger.gate;
    const bool agentless = cast.agent.empty();
    const bool actor = any_standing(cast.actors, Standing::kKin);
    const bool pronoun = !cast.actors.empty() && cast.actors.front().standing == Standing::kPronoun;
    const bool recipient = any_standing(cast.recipients, Standing::kKin);
    const bool armed = any_sector(cast.actors, kArmed) || any_head(lexicon, cast.agent, {"troop", "police", "militia"});
    const bool weapon = any_head(lexicon, cast.agent, {"drone", "aerial", "missile", "artillery", "heavy", "weapon"});
    if (any_head(lexicon, cast.agent, {"nonhuman"})) return false;
    if (gate == "strong") return true;
    const bool business = !cast.actors.empty() && any_head(lexicon, cast.actors, {"business"});
    if (business && !any_sector(cast.recipients, kState) &&
        (trigger.type == EventType::kAssault || trigger.type == EventType::kAgree ||
         trigger.type == EventType::kConsult || trigger.type == EventType::kSupport ||
         trigger.type == EventType::kRetreat)) {
        return false;
    }
    // Violence strikes persons, or things that can be struck.
    if (trigger.type == EventType::kAssault && !trigger.noun && trigger.object_classes.empty() &&
        !cast.object.empty() && !recipient && trigger.words.size() == 1 &&
        !can_be_struck(phrases, lexicon, cast.object)) {
        return false;
    }
    // Without any party only words that no other act shares are trusted.
    if (!trigger.noun && !actor && !recipient && trigger.object_classes.empty() && trigger.words.size() == 1)
        return false;
    if (gate == "light") return cast.owned || cast.light;
    if (gate == "plural")
        return phrases.tag(match.head) == "NNS" && (cast.owned || cast.light || cast.subject || actor);
    if (trigger.noun) {
        if (cast.subject && is_called_off(phrases, lexicon, cast.verb)) return false;
        if (gate == "violent" || gate == "demo" || gate == "strike") return actor || recipient || weapon;
        return actor || recipient || weapon;
    }
    if (gate == "agent") return actor || (weapon && trigger.type == EventType::kAssault) || (cast.passive && agentless);
    if (gate == "both" || gate == "bothp") {
        return recipient && any_standing(cast.recipients, gate == "both" ? Standing::kKin : Standing::kPronoun) &&
               (actor || (cast.passive && agentless));
    }
    if (gate == "agentstate") {
        return any_sector(cast.actors, kState) || any_standing(cast.actors, Standing::kNamed) || pronoun ||
               (cast.passive && agentless);
    }
    if (gate == "agentstrong") {
        return any_standing(cast.actors, Standing::kRole) || pronoun || weapon ||
               (cast.passive && agentless && recipient);
    }
    if (gate == "takefrom") return any_standing(cast.actors, Standing::kRole) || (cast.passive && agentless);
    if (gate == "agentarmed") return armed || weapon || (pronoun && recipient);
    if (gate == "agentciv") return actor && !any_sector(cast.actors, kState) && !armed;
    if (gate == "agentcop") return armed || any_sector(cast.actors, kState);
    if (gate == "agentjud") return any_sector(cast.actors, kState) || (cast.passive && recipient);
    if (gate == "agentweapon") return armed || weapon;
    if (gate == "agentbomb") return any_head(lexicon, cast.agent, {"bomb"});
    if (gate == "agentpress") return any_sector(cast.actors, kState) && recipient;
    if (gate == "threat") return actor;
    return actor || recipient || (cast.passive && agentless);
}

}  // namespace readout::event
