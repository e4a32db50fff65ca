// Who a report begins with but names later: "A senior official accused … Deputy Minister Edwin Marlow said …".

#include <algorithm>

#include "entity/scene.h"

namespace readout::entity {
namespace {

constexpr std::uint32_t kLeastWords = 8;     // of the sentence that opens the first paragraph
constexpr std::uint32_t kMostSentences = 4;  // from the first paragraph to the name

}  // namespace

/// The first paragraph that is a sentence: what stands before it is a title, a masthead or a menu.
void Scene::find_lede() {
    for (const Line& line : page_.lines) {
        if (line.headline || line.styled || line.words.size() < kLeastWords || !has_finite_verb(line)) continue;
        lede_words_ = line.words;
        const auto& lines = page_.lines;
        for (std::size_t next = page_[line.words.begin].sentence + 1; next < lines.size(); ++next) {
            if (lines[next].block != line.block) break;
            lede_words_.end = lines[next].words.end;
        }
        return;
    }
}

/// A menu or masthead has none.
bool Scene::has_finite_verb(const Line& line) const {
    for (std::uint32_t i = line.words.begin; i < line.words.end; ++i) {
        const std::string_view tag = page_[i].xpos;
        if (tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD") return true;
    }
    return false;
}

/// Keeps a nameless person of the title, or one who is the subject of the first paragraph's clauses.
void Scene::note_lede(const Phrase& phrase, FigureIndex figure) {
    const bool one = phrase.kind == NounKind::kPerson && !phrase.plural && !phrase.one_of && !phrase.pronoun_owner;
    if (!one || lede_words_.empty() || phrase.head >= lede_words_.end || phrase.guessed) return;
    const Place place = place_of(phrase.words);
    if (page_.line_of(phrase.head).headline) title_.push_back({figure, phrase, place});
    if (phrase.head >= lede_words_.begin && is_subject(place)) lede_.push_back({figure, phrase, place});
}

/// The first person named after the lede, when that is soon, as a subject, and nobody who was named before.
Nameless Scene::named_after_lede() const {
    const std::uint32_t last_sentence = page_[lede_words_.end - 1].sentence;
    std::uint32_t nearest = kNoWord;
    Nameless first;
    for (const Part& part : parts_) {
        if (part.form != record::MentionForm::kName || part.figure == kNobody) continue;
        const Figure& figure = cast_.figures[part.figure];
        if (figure.kind != record::EntityKind::kPerson || !figure.named || part.words.begin < lede_words_.end) continue;
        if (part.words.begin >= nearest) continue;
        nearest = part.words.begin;
        first.figure = part.figure;
    }
    const std::uint32_t most = lede_.front().phrase.definite == Definite::kDefinite ? 1 : kMostSentences;
    if (first.figure == kNobody || page_[nearest].sentence > last_sentence + most) return {};
    for (const Part& part : parts_) {
        if (part.figure != first.figure) continue;
        if (part.words.begin < lede_words_.end) return {};
        if (page_[part.words.begin].sentence == page_[nearest].sentence)
            first.place = std::max(first.place, place_of(part.words));
    }
    return is_subject(first.place) ? first : Nameless{};
}

/// The nameless one and the named one may be one person: what each is called does not speak against it. Where the named
/// one is not called anything, both must say something: who saw a crime is not who did it.
bool Scene::may_be_introduced(const Nameless& nameless, const Nameless& named) const {
    const Figure &figure = cast_.figures[nameless.figure], &known = cast_.figures[named.figure];
    if (figure.gender != Gender::kUnknown && known.gender != Gender::kUnknown && figure.gender != known.gender)
        return false;
    if (!figure.country.empty() && !known.country.empty() && figure.country != known.country) return false;
    bool called = false, worker = false;
    for (const std::string& head : known.heads) {
        if (covers(nameless.phrase.lemma, head) || covers(head, nameless.phrase.lemma)) return true;
        called = called || !is_honorific(head);
        worker = worker || !(is_honorific(head) || is_kin(head));
    }
    return !worker && (called || (nameless.place == Place::kSpeaker && named.place == Place::kSpeaker));
}

/// A lede that is about one nameless person is about the person whom the next sentences name, and so is a title that
/// calls somebody by the same noun.
void Scene::settle_lede() {
    if (lede_.empty()) return;
    const Nameless& about = lede_.front();
    const bool several =
        std::any_of(lede_.begin(), lede_.end(), [&](const Nameless& other) { return other.figure != about.figure; });
    if (several) return;
    const Nameless introduced = named_after_lede();
    const FigureIndex named = introduced.figure;
    if (named == kNobody || !may_be_introduced(about, introduced)) return;
    std::unordered_map<FigureIndex, FigureIndex> goes_to = {{about.figure, named}};
    for (const Nameless& title : title_) {
        if (title.phrase.lemma == about.phrase.lemma) goes_to.emplace(title.figure, named);
    }
    describe(named, about.phrase);
    give_over(goes_to);
}

}  // namespace readout::entity
