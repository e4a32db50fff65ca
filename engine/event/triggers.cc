#include "event/triggers.h"

#include <algorithm>

#include "event/words.h"

namespace readout::event {
namespace {

constexpr std::array<std::string_view, 9> kParticles{"back", "over", "up", "down", "out", "off", "in", "on", "away"};

bool fits(const Element& element, const record::Token& token, const Lexicon& lexicon) {
    if (std::find(element.words.begin(), element.words.end(), token.lemma) != element.words.end()) {
        return !one_of(token.lemma, kParticles) || (!is_noun_tag(token.xpos) && !is_verb_tag(token.xpos));
    }
    if (!is_noun_tag(token.xpos) && token.xpos != "JJ" && token.xpos != "VBP") return false;
    return std::any_of(element.classes.begin(), element.classes.end(),
                       [&](const std::string& name) { return lexicon.in_class(token.lemma, name); });
}

/// Words that may stand between the words of a trigger: not a clause border, nor another verb.
bool may_stand_between(const Phrases& phrases, Index token) {
    const std::string_view tag = phrases.tag(token);
    return phrases.verb_at(token) == kNone && tag != "," && tag != ":" && tag != "." && tag != "CC" && tag != "WDT" &&
           tag != "WP";
}

bool match_at(const Phrases& phrases, const Lexicon& lexicon, const Trigger& trigger, Index head, Match& match) {
    match = {&trigger, head, head + 1, {head}};
    const auto tokens = phrases.tokens();
    for (std::size_t w = 1; w < trigger.words.size(); ++w) {
        const Element& element = trigger.words[w];
        Index at = match.end;
        const Index limit = element.gap ? kGap : 0;
        bool found = false;
        for (Index skipped = 0; at < tokens.size(); ++at) {
            if (fits(element, tokens[at], lexicon)) {
                found = true;
                break;
            }
            const bool adverb = is_adverb_tag(phrases.tag(at));
            if (!adverb && (skipped++ >= limit || !may_stand_between(phrases, at))) break;
            if (adverb && skipped > limit + 3) break;
        }
        if (!found) return false;
        match.words.push_back(at);
        match.end = at + 1;
    }
    return true;
}

}  // namespace

std::vector<Match> find_triggers(const Phrases& phrases, const Lexicon& lexicon) {
    std::vector<Match> out;
    const auto tokens = phrases.tokens();
    Match match;
    for (Index i = 0; i < tokens.size(); ++i) {
        const Index verb = phrases.verb_at(i);
        const bool is_verb = verb != kNone && phrases.verbs()[verb].head == i;
        const bool is_noun = verb == kNone && phrases.noun_at(i) != kNone;
        if (!is_verb && !is_noun) continue;
        for (const Trigger* trigger : lexicon.triggers(tokens[i].lemma, is_noun)) {
            if (match_at(phrases, lexicon, *trigger, i, match)) out.push_back(match);
        }
    }
    return out;
}

}  // namespace readout::event
