#include "statement/cues.h"

#include <algorithm>
#include <optional>

#include "statement/phrase.h"

namespace readout::statement {
namespace {

bool is_verb_kind(CueKind kind) {
    return kind == CueKind::kVerb || kind == CueKind::kRefusal || kind == CueKind::kSilence ||
           kind == CueKind::kParticiple;
}

// One past the entry's last word when it stands at `at`; a determiner, adjective or adverb may stand in between
// ("voiced serious doubt").
std::optional<std::size_t> match_words(const Segment& s, std::size_t at, const Entry& entry) {
    std::size_t i = at + 1;
    for (std::size_t k = 1; k < entry.words.size(); ++k, ++i) {
        const bool may_skip = entry.kind != CueKind::kSource;
        while (may_skip && i < s.size() && s[i].lower != entry.words[k] &&
               (is_determiner(s[i]) || is_adjective(s[i]) || is_adverb(s[i])) && i < at + k + 2)
            ++i;
        if (i >= s.size() || (s[i].lower != entry.words[k] && s[i].lemma != entry.words[k])) return std::nullopt;
    }
    return i;
}

// What stands before the verb: auxiliaries, negation, "to".
struct Group {
    std::size_t begin = 0;
    bool be = false, have = false, does = false, modal = false, to = false, negated = false, past = false;
    bool any_auxiliary = false;
    bool open = false;  // "may not answer": nobody has refused yet
};

// "did not want to say": the saying is what did not happen.
bool is_willing(const Word& w) {
    return w.is("want") || w.is("wish") || w.is("going") || w.is("willing") || w.is("able") || w.is("prepared") ||
           w.is("ready") || w.is("choose") || w.is("care") || w.is("available");
}

// The first word of a phrase that ends before `end` and stands between an auxiliary and its participle: "has |in the
// past| called", "was |on Monday| accused". `end` where none does.
std::size_t inserted_begin(const Segment& s, std::size_t end, const Word& verb) {
    const std::size_t time = time_begin(s, end);
    if (time < end && time > 0 && is_auxiliary(s[time - 1]) && verb.tag == "VBN") return time;
    const std::size_t noun = noun_phrase_begin(s, end, Attach::kOf);
    if (noun == end || noun < 2 || !is_preposition(s[noun - 1])) return end;
    return is_have(s[noun - 2]) || is_modal(s[noun - 2]) ? noun - 1 : end;
}

Group group_before(const Segment& s, std::size_t verb) {
    Group g;
    g.begin = verb;
    for (std::size_t i = verb; i-- > 0 && verb - i <= 12;) {
        const Word& w = s[i];
        if (is_negation(w)) {
            g.negated = true;
            if (w.is("neither") && (i == 0 || is_punctuation(s[i - 1]))) break;  // the subject itself
        } else if (w.is("to")) {
            if (g.any_auxiliary || i + 1 != g.begin) break;
            g.to = true;
            if (i > 0 && is_willing(s[i - 1]) && i > 1 && (is_negation(s[i - 2]) || is_auxiliary(s[i - 2])))
                --i, g.to = false;
        } else if ((w.is("yet") || (w.is("still") && i > 0 && is_have(s[i - 1]))) && g.to) {
            g.negated = true;
            g.to = false;
        } else if (is_auxiliary(w) && !w.is("need")) {
            const bool nearest = !g.any_auxiliary;
            if (nearest && is_be(w)) g.be = true;
            if (is_have(w)) g.have = true;
            if (w.is("do") || w.is("does") || w.is("did")) g.does = true;
            if (is_modal(w)) g.modal = true;
            if (w.is("may") || w.is("might") || w.is("should") || w.is("must")) g.open = true;
            if (w.is("did") || w.is("had") || w.is("was") || w.is("were") || w.is("would")) g.past = true;
            g.any_auxiliary = true;
        } else if (is_adverb(w) || w.is("only") || w.is("also") || w.is("then") || w.is("once") || w.is("ever")) {
            if (i == 0 || is_comma(s[i - 1])) break;
        } else {
            const std::size_t begin = g.any_auxiliary || g.to ? i + 1 : inserted_begin(s, i + 1, s[verb]);
            if (begin == i + 1) break;
            i = begin;  // its auxiliary comes next
        }
        g.begin = i;
    }
    while (g.begin < verb && is_adverb(s[g.begin]) && !g.any_auxiliary) ++g.begin;
    const bool bare_participle = s[verb].tag == "VBG" && !g.any_auxiliary;  // "nobody |telling| me"
    if (!bare_participle && is_nobody(s, {noun_phrase_begin(s, g.begin, Attach::kAll), g.begin})) g.negated = true;
    return g;
}

bool is_subject_pronoun(const Word& w) {
    return w.is("he") || w.is("she") || w.is("it") || w.is("they") || w.is("we") || w.is("i") || w.is("you") ||
           w.is("who");
}

// "The opposition doubts the price", "Akorda reports.": a form in -s that the tag takes for a plural.
bool reports_in_present(const Segment& s, std::size_t i) {
    const Word& before = s[i - 1];
    const Word& after = s[i + 1];
    if (!(is_noun(before) || is_comma(before) || is_adverb(before) || before.is(")") || before.is_quote()))
        return false;
    const bool name = before.tag == "NNP" || before.tag == "NNPS";
    if (is_determiner(after) || is_pronoun(after) || after.is_quote() || after.is(":") || is_wh(after) ||
        after.is("to") || after.tag == "PRP$")
        return true;
    if (after.is("for") || after.is("on") || after.is("against") || after.is("about")) return true;
    return (name || before.is_quote()) && (is_stop(after) || is_comma(after) || is_noun(after) || is_adverb(after));
}

// "a |contested| vote", "the party's last |disputed| vote"
bool is_attributive(const Segment& s, std::size_t i, Inflection inflection) {
    if (inflection != Inflection::kPast || i == 0 || i + 1 >= s.size()) return false;
    const Word& after = s[i + 1];
    if (!is_noun(after) && !is_adjective(after)) return false;
    std::size_t at = i - 1;
    while (at > 0 && (is_adverb(s[at]) || is_adjective(s[at]))) --at;
    const Word& before = s[at];
    return before.is("a") || before.is("an") || before.is("the") || before.tag == "POS" || before.tag == "PRP$";
}

// "the United |States|", "Ohio and Utah, |states| that vote in May"
bool is_plural_noun(const Segment& s, std::size_t i, Inflection inflection) {
    if (inflection != Inflection::kThird || i == 0) return false;
    if (s[i].is("states") && s[i - 1].is("united")) return true;
    return is_comma(s[i - 1]) && i + 2 < s.size() && s[i + 1].is("that") && is_finite(s[i + 2]);
}

// Tags are not always right about "claims" and "warned": the neighbours decide where the tag says noun.
bool stands_as_verb(const Segment& s, std::size_t i, Inflection inflection, bool headline) {
    const Word& w = s[i];
    if (is_attributive(s, i, inflection) || is_plural_noun(s, i, inflection)) return false;
    const bool after_determiner =
        i > 0 && (is_determiner(s[i - 1]) || s[i - 1].tag == "POS" || is_adjective(s[i - 1])) && !is_pronoun(s[i - 1]);
    if (is_any_verb(w) || (i > 0 && (s[i - 1].is("neither") || s[i - 1].is("nor")) && inflection == Inflection::kThird))
        return true;
    if (i > 0 && is_have(s[i - 1]) && inflection != Inflection::kPast) return false;  // "have |details|"
    if (i > 0 && (is_subject_pronoun(s[i - 1]) || (is_auxiliary(s[i - 1]) && s[i - 1].tag != "POS"))) return true;
    if (after_determiner) return false;
    if (inflection == Inflection::kPresentParticiple && i > 0 && is_comma(s[i - 1]) && i + 1 < s.size())
        return s[i + 1].is("that") || s[i + 1].is_quote() || is_determiner(s[i + 1]);
    if (inflection == Inflection::kPast) return i > 0 || w.tag == "JJ";
    if (inflection == Inflection::kThird && i > 0 && i + 1 < s.size() && reports_in_present(s, i)) return true;
    if (headline && i > 0 && (inflection == Inflection::kThird || inflection == Inflection::kBase)) {
        return is_noun(s[i - 1]) || is_comma(s[i - 1]) || is_adjective(s[i - 1]);
    }
    return false;
}

bool stands_as_noun(const Segment& s, std::size_t i) {
    if (is_noun(s[i])) return true;
    return i > 0 && (s[i - 1].tag == "POS" || s[i - 1].tag == "PRP$" || s[i - 1].is("the") || s[i - 1].is("a"));
}

void set_voice(const Segment& s, const Group& group, CueSite& cue) {
    const bool by_follows = cue.last < s.size() && s[cue.last].is("by");
    switch (cue.inflection) {
        case Inflection::kPast: {
            const bool opens = group.begin == 0 || is_punctuation(s[group.begin - 1]);
            const bool oblique = cue.last < s.size() && (is_preposition(s[cue.last]) || is_wh(s[cue.last])) &&
                                 !s[cue.last].is("to") && !s[cue.last].is("that");
            const bool asked = group.begin > 0 && s[group.begin - 1].is("when");
            const bool participle =
                !group.any_auxiliary &&
                (by_follows || asked || (s[cue.first].tag == "VBN" && opens && oblique) || (opens && group.begin == 0));
            cue.voice = group.be ? Voice::kPassive : participle ? Voice::kParticiple : Voice::kActive;
            break;
        }
        case Inflection::kPresentParticiple:
            cue.voice = group.be ? Voice::kActive : Voice::kParticiple;
            break;
        case Inflection::kBase:
            cue.voice = group.to && !group.negated ? Voice::kInfinitive : Voice::kActive;
            break;
        default:
            cue.voice = Voice::kActive;
    }
    cue.negated = group.negated;
    cue.past = cue.inflection == Inflection::kPast || group.past;
    cue.unreal = group.modal && (!group.negated || group.open);
}

std::optional<CueSite> cue_at(const Segment& s, std::size_t i, const Lexicon& lexicon, bool headline) {
    std::optional<CueSite> silence, found;
    for (const Form& form : lexicon.forms_of(s[i].lower)) {
        const Entry& entry = lexicon.entry(form.entry);
        const auto last = match_words(s, i, entry);
        if (!last) continue;
        CueSite cue{.entry = &entry, .first = i, .last = *last, .group = i, .inflection = form.inflection};
        if (is_verb_kind(entry.kind)) {
            if (!stands_as_verb(s, i, form.inflection, headline)) continue;
            const Group group = group_before(s, i);
            cue.group = group.begin;
            set_voice(s, group, cue);
            if (form.inflection == Inflection::kBase && !group.any_auxiliary && !group.to && !group.negated &&
                s[i].tag == "VBN")
                continue;
            if (entry.kind == CueKind::kSilence && !cue.negated) continue;
            if (entry.kind == CueKind::kParticiple && cue.voice != Voice::kParticiple) continue;
        } else if (entry.kind == CueKind::kNoun && !stands_as_noun(s, i)) {
            continue;
        }
        if (entry.kind == CueKind::kSilence) {
            if (!silence || silence->entry->words.size() < entry.words.size()) silence = cue;
        } else if (!found) {
            found = cue;
        }
    }
    if (silence && (!found || found->entry->words.size() <= silence->entry->words.size())) return silence;
    return found;
}

}  // namespace

std::vector<CueSite> find_cues(const Segment& segment, const Lexicon& lexicon, bool headline) {
    std::vector<CueSite> cues;
    for (std::size_t i = 0; i < segment.size();) {
        const auto cue = segment[i].is_quote() ? std::nullopt : cue_at(segment, i, lexicon, headline);
        if (cue) cues.push_back(*cue);
        i = cue ? cue->last : i + 1;
    }
    return cues;
}

}  // namespace readout::statement
