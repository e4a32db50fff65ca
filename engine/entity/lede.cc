// Who a report begins with but names later: "A senior official accused … Deputy Minister Edwin Marlow said …".

#include <algorithm>
#include <array>

#include "entity/scene.h"
#include "text/list.h"

namespace readout::entity {
namespace {

constexpr std::uint32_t kLeastWords = 8;     // of the sentence that opens the first paragraph
constexpr std::uint32_t kMostSentences = 4;  // from the first paragraph to the name

/// "Mother of three Ada Winter": says nothing of what somebody does.
bool is_kin(std::string_view head) {
    static constexpr std::array<std::string_view, 12> kWords = {"mum",    "mother",      "dad",         "father",
                                                                "parent", "grandmother", "grandfather", "widow",
                                                                "wife",   "husband",     "man",         "woman"};
    return text::is_one_of(head, kWords);
}

}  // namespace

/// The first paragraph that is a sentence: what stands before it is a title, a masthead or a menu.
void Scene::find_lede() {
    for (const Line& line : page_.lines) {
        if (line.headline || line.styled || line.words.size() < kLeastWords) continue;
        lede_words_ = line.words;
        const auto& lines = page_.lines;
        for (std::size_t next = page_[line.words.begin].sentence + 1; next < lines.size(); ++next) {
            if (lines[next].block != line.block) break;
            lede_words_.end = lines[next].words.end;
        }
        return;
    }
}

/// Keeps a nameless person of the title, or one who is the subject of the first paragraph's clauses.
void Scene::note_lede(const Phrase& phrase, FigureIndex figure) {
    const bool one = phrase.kind == NounKind::kPerson && !phrase.plural && !phrase.one_of && !phrase.pronoun_owner;
    if (!one || lede_words_.empty() || phrase.head >= lede_words_.end || phrase.guessed) return;
    if (page_.line_of(phrase.head).headline) title_.push_back({figure, phrase});
    if (phrase.head < lede_words_.begin) return;
    if (is_subject(place_of(phrase.words))) lede_.push_back({figure, phrase});
}

/// The first person named after the lede, when that is soon, as a subject, and nobody who was named before.
FigureIndex Scene::named_after_lede() const {
    const std::uint32_t last_sentence = page_[lede_words_.end - 1].sentence;
    std::uint32_t nearest = kNoWord;
    FigureIndex first = kNobody;
    for (const Part& part : parts_) {
        if (part.form != record::MentionForm::kName || part.figure == kNobody) continue;
        const Figure& figure = cast_.figures[part.figure];
        if (figure.kind != record::EntityKind::kPerson || !figure.named || part.words.begin < lede_words_.end) continue;
        if (part.words.begin >= nearest) continue;
        nearest = part.words.begin;
        first = part.figure;
    }
    const bool definite = lede_.front().phrase.definite == Definite::kDefinite;
    const std::uint32_t most = definite ? 1 : kMostSentences;
    if (first == kNobody || page_[nearest].sentence > last_sentence + most) return kNobody;
    bool subject = false;
    for (const Part& part : parts_) {
        if (part.figure != first) continue;
        if (part.words.begin < lede_words_.end) return kNobody;
        subject = subject ||
                  (page_[part.words.begin].sentence == page_[nearest].sentence && is_subject(place_of(part.words)));
    }
    return subject ? first : kNobody;
}

/// The nameless one and the named one may be one person: what each is called does not speak against it.
bool Scene::may_be_introduced(const Waiting& nameless, const Figure& named) const {
    const Figure& figure = cast_.figures[nameless.figure];
    if (figure.gender != Gender::kUnknown && named.gender != Gender::kUnknown && figure.gender != named.gender)
        return false;
    if (!figure.country.empty() && !named.country.empty() && figure.country != named.country) return false;
    const auto tells_no_work = [](const std::string& head) { return is_kin(head) || is_honorific(head); };
    if (std::all_of(named.heads.begin(), named.heads.end(), tells_no_work)) return true;
    return std::any_of(named.heads.begin(), named.heads.end(), [&](const std::string& head) {
        return covers(nameless.phrase.lemma, head) || covers(head, nameless.phrase.lemma);
    });
}

/// A lede that is about one nameless person is about the person whom the next sentences name, and so is a title that
/// calls somebody by the same noun.
void Scene::settle_lede() {
    if (lede_.empty()) return;
    const Waiting& about = lede_.front();
    const bool several =
        std::any_of(lede_.begin(), lede_.end(), [&](const Waiting& other) { return other.figure != about.figure; });
    if (several) return;
    const FigureIndex named = named_after_lede();
    if (named == kNobody || !may_be_introduced(about, cast_.figures[named])) return;
    std::unordered_map<FigureIndex, FigureIndex> goes_to = {{about.figure, named}};
    for (const Waiting& title : title_) {
        if (title.phrase.lemma == about.phrase.lemma) goes_to.emplace(title.figure, named);
    }
    describe(named, about.phrase);
    give_over(goes_to);
}

}  // namespace readout::entity
