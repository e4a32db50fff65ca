// Pronouns: he, she, they, it, we, who.

#include <algorithm>
#include <array>

#include "entity/scene.h"

namespace readout::entity {
namespace {

constexpr std::size_t kPartsBack = 40;            // parts looked back over
constexpr std::uint32_t kSentencesOfPronoun = 4;  // and sentences
// What it weighs that the network is sure of a figure. From 40 to 120 the training articles scored the same within
// four, with a model of six layers.
constexpr int kMeantWeight = 50;
// Percent: from here on a given name may be of the other gender than it mostly is. At 85 all marked articles score the
// same, but a man and a woman of plain names were mixed up.
constexpr int kSurely = 95;
constexpr int kSure = 60;  // percent: from here on "it" may be what is neither body nor state: a report, a survey

using record::EntityKind;

enum class Kind : unsigned char { kNone, kHe, kShe, kThey, kIt, kWe, kWho, kWhich };

Kind kind_of(const Word& word) {
    const std::string& form = word.fold;
    if (form == "he" || form == "him" || form == "his" || form == "himself") return Kind::kHe;
    if (form == "she" || form == "her" || form == "hers" || form == "herself") return Kind::kShe;
    if (form == "they" || form == "them" || form == "their" || form == "themselves") return Kind::kThey;
    if (form == "it" || form == "its" || form == "itself") return Kind::kIt;
    if (form == "we" || form == "us" || form == "our" || form == "ourselves") return Kind::kWe;
    if (form == "who" || form == "whose" || form == "whom") return Kind::kWho;
    return form == "which" ? Kind::kWhich : Kind::kNone;
}

}  // namespace

/// "who" and "which" take the phrase just before them, a comma between or not.
FigureIndex Scene::relative(std::uint32_t word) const {
    const bool person = kind_of(page_[word]) == Kind::kWho;
    const std::uint32_t first = page_.line_of(word).words.begin;
    std::uint32_t end = word;
    if (end > first && page_[end - 1].text == ",") --end;
    if (end > first && page_[end - 1].is(Upos::kAdp)) --end;  // "with whom"
    FigureIndex near = kNobody;
    std::uint32_t best = 0;
    for (std::size_t back = 0; back < seen_.size() && back < 12; ++back) {
        const Part& part = parts_[seen_[seen_.size() - 1 - back].part];
        if (part.form == record::MentionForm::kPronoun || part.words.end != end) continue;
        const Figure& figure = cast_.figures[part.figure];
        const bool human = figure.kind == EntityKind::kPerson || figure.kind == EntityKind::kGroup;
        if (person != human && figure.kind != EntityKind::kGroup) continue;
        if (near == kNobody || part.words.size() > best) {
            near = part.figure;
            best = part.words.size();
        }
    }
    return near == kNobody && person ? reached_by_who(word) : near;
}

/// "witnesses at the inn who …": the last human phrase of the sentence that no verb or mark parts from the pronoun.
FigureIndex Scene::reached_by_who(std::uint32_t word) const {
    for (std::size_t back = 0; back < seen_.size() && back < 12; ++back) {
        const Part& part = parts_[seen_[seen_.size() - 1 - back].part];
        if (!page_.same_line(part.words.begin, word)) break;
        const EntityKind kind = cast_.figures[part.figure].kind;
        const bool human = kind == EntityKind::kPerson || kind == EntityKind::kGroup;
        if (part.form == record::MentionForm::kPronoun || !human || part.words.end >= word) continue;
        const bool parted =
            std::any_of(page_.words.begin() + part.words.end, page_.words.begin() + word, [](const Word& w) {
                return w.is(Upos::kVerb) || w.is(Upos::kAux) || w.is(Upos::kPunct) || w.is(Upos::kCconj);
            });
        return parted ? kNobody : part.figure;
    }
    return kNobody;
}

/// Who speaks the words around a quoted pronoun, or the turn of a transcript that it stands in: "he" is somebody else.
FigureIndex Scene::turn_speaker(std::uint32_t word) const {
    const Line& line = page_.line_of(word);
    const std::uint32_t first = line.words.begin;
    for (std::uint32_t i = first; i < word && i < first + 6; ++i) {
        if (page_[i].text == ":" && i > first) {
            const std::uint32_t label = name_ending_at(i);
            if (label != kNoWord && parts_[label].words.begin <= first + 2) return parts_[label].figure;
        }
    }
    if (!page_[word].quoted) return kNobody;
    for (std::uint32_t i = word + 1; i < line.words.end && i < word + 60; ++i) {  // "…," said Holm
        if (page_[i].quoted || name_at_[i] == kNoWord) continue;
        const Part& part = parts_[name_at_[i]];
        if (part.figure != kNobody && place_of(part.words) == Place::kSpeaker) return part.figure;
    }
    for (std::size_t back = 0; back < seen_.size() && back < 10; ++back) {  // Holm said: "…"
        const Seen& seen = seen_[seen_.size() - 1 - back];
        if (page_[word].sentence - seen.sentence > 1) break;
        if (!seen.quoted && seen.place == Place::kSpeaker) return parts_[seen.part].figure;
    }
    return kNobody;
}

/// "The President, |he| noted, agreed": somebody else than the President.
bool Scene::is_inserted_saying(std::uint32_t word) const {
    return word > 0 && page_.same_line(word - 1, word) && page_[word - 1].text == "," && page_.within(word + 2, word) &&
           is_reporting_verb(page_[word + 1].lemma) && page_[word + 2].text == ",";
}

/// "Holm |herself|", "the minister |himself|": who stands just before a reflexive pronoun.
FigureIndex Scene::stressed_figure(std::uint32_t word) const {
    const std::string& form = page_[word].fold;
    const bool reflexive = form.ends_with("self") || form == "themselves";
    if (!reflexive || word == 0 || !page_.same_line(word - 1, word) || head_at_[word - 1] == kNoWord) return kNobody;
    const Part& part = parts_[head_at_[word - 1]];
    return part.words.end == word ? part.figure : kNobody;
}

/// "his |lawyer|": the noun right behind a possessive pronoun; empty when there is none.
std::string_view Scene::owned_noun(std::uint32_t word) const {
    const bool owns = page_[word].xpos == "PRP$" && page_.within(word + 1, word) && page_[word + 1].is_noun();
    return owns ? page_[word + 1].lemma : std::string_view{};
}

/// The figure with the most weight. Agreement is a must; then counts what the network takes the pronoun for; then what
/// the field has long used: nearness, subjects over objects, who is spoken of most.
FigureIndex Scene::pronoun_figure(std::uint32_t word) const {
    const Kind kind = kind_of(page_[word]);
    const std::uint32_t sentence = page_[word].sentence;
    const Place own = place_of({word, word + 1});
    const FigureIndex speaker = turn_speaker(word);
    const bool inserted = is_inserted_saying(word);
    const std::string_view owned = owned_noun(word);
    const std::vector<Meant> meant = meant_by(word);
    const auto share_of = [&](FigureIndex figure) {
        const auto at = std::find_if(meant.begin(), meant.end(), [&](const Meant& m) { return m.figure == figure; });
        return at == meant.end() ? 0 : at->share;
    };
    FigureIndex best = kNobody;
    int best_weight = 0, second_weight = 0;
    for (std::size_t back = 0; back < seen_.size() && back < kPartsBack; ++back) {
        const Seen& seen = seen_[seen_.size() - 1 - back];
        if (sentence - seen.sentence > kSentencesOfPronoun) break;
        const Part& part = parts_[seen.part];
        const Figure& figure = cast_.figures[part.figure];
        const bool person = figure.kind == EntityKind::kPerson;
        const bool body = figure.kind == EntityKind::kOrganisation || figure.kind == EntityKind::kState;
        if (part.figure == speaker || figure.guessed) continue;
        if (inserted && part.words.end + 1 == word) continue;
        if (!figure.named && text::is_one_of(owned, figure.heads)) continue;  // "his lawyer": the lawyer is not he
        int weight = 100 - 22 * static_cast<int>(sentence - seen.sentence);
        if (kind == Kind::kHe || kind == Kind::kShe) {
            const Gender wanted = kind == Kind::kHe ? Gender::kMale : Gender::kFemale;
            const bool other = figure.gender != Gender::kUnknown && figure.gender != wanted;
            if (!person || (other && !(figure.gender_guessed && share_of(part.figure) >= kSurely))) continue;
            weight += figure.gender == wanted ? 20 : 0;
        } else if (kind == Kind::kThey) {
            const bool plural = figure.plural || figure.kind == EntityKind::kGroup;
            if (!plural && !body) continue;
            weight += plural ? 25 : 0;
        } else {
            if ((!body && !(share_of(part.figure) >= kSure && !person)) || figure.plural) continue;
            weight += figure.kind == EntityKind::kOrganisation ? 8 : 0;
        }
        // The words of a quotation are another's: its pronouns and the text's do not mix.
        if (seen.quoted != page_[word].quoted) weight -= 25;
        if (is_subject(seen.place)) weight += seen.place == Place::kSpeaker ? 24 : 20;
        if (seen.place == Place::kOblique) weight -= 8;
        if (seen.place == Place::kObject && is_subject(own)) weight -= 4;
        if (figure.named) weight += 6;
        weight += static_cast<int>(std::min<std::uint32_t>(met_[part.figure], 4)) * 2;
        weight -= static_cast<int>(std::min<std::size_t>(back, 12));
        if (seen.sentence == sentence && part.words.end == word) weight -= 40;  // "Holm he"
        weight += share_of(part.figure) * kMeantWeight / 100;
        if (part.figure == best) {
            best_weight = std::max(best_weight, weight);
        } else if (best == kNobody || weight > best_weight) {
            second_weight = best == kNobody ? 0 : best_weight;
            best = part.figure;
            best_weight = weight;
        } else {
            second_weight = std::max(second_weight, weight);
        }
    }
    if (best != kNobody && best_weight == second_weight) return kNobody;
    return best_weight >= 40 ? best : kNobody;
}

/// "We asked the ministry": outside all quotations the outlet speaks of itself. It is not met by that: no "it" means
/// it.
void Scene::read_own_voice(std::uint32_t word) {
    if (cast_.outlet == kNobody || page_[word].quoted || turn_speaker(word) != kNobody) return;
    pronoun_at_[word] = static_cast<std::uint32_t>(parts_.size());
    parts_.push_back({{word, word + 1}, {word, word + 1}, record::MentionForm::kPronoun, cast_.outlet});
}

void Scene::read_pronoun(std::uint32_t word) {
    const Kind kind = kind_of(page_[word]);
    if (kind == Kind::kNone || name_at_[word] != kNoWord) return;
    if (kind == Kind::kIt && page_[word].fold == "it") {
        // "it is clear that", "it seems": nobody
        const std::uint32_t next = word + 1;
        if (!page_.within(next, word)) return;
        const Word& verb = page_[next];
        if (!verb.is(Upos::kVerb) && !verb.is(Upos::kAux) && !verb.is(Upos::kAdv)) return;
        if (verb.lemma == "be" || verb.lemma == "seem" || verb.lemma == "appear" || verb.lemma == "remain" ||
            verb.fold == "s")
            return;
    }
    if (kind == Kind::kWe) return read_own_voice(word);
    const bool behind = kind == Kind::kWho || kind == Kind::kWhich;
    const FigureIndex stressed = stressed_figure(word);
    const FigureIndex figure = stressed != kNobody ? stressed : behind ? relative(word) : pronoun_figure(word);
    if (figure == kNobody) return;
    Figure& known = cast_.figures[figure];
    const bool open = known.gender == Gender::kUnknown || known.gender_guessed;
    if (known.kind == EntityKind::kPerson && open && (kind == Kind::kHe || kind == Kind::kShe)) {
        known.gender = kind == Kind::kHe ? Gender::kMale : Gender::kFemale;
        known.gender_guessed = false;
    }
    pronoun_at_[word] = static_cast<std::uint32_t>(parts_.size());
    add_part({word, word + 1}, {word, word + 1}, record::MentionForm::kPronoun, figure);
}

}  // namespace readout::entity
