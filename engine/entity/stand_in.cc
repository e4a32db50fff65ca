// Words that stand for somebody of a kind told before: "a German one", "another", "the third", "one of them", "others".

#include <array>
#include <utility>

#include "entity/scene.h"

namespace readout::entity {
namespace {

constexpr std::size_t kPartsBack = 16;
constexpr std::uint32_t kSentencesOfKind = 3;

/// Who belongs to a body: "one of them" behind "the police" is an officer.
std::string_view member_of(std::string_view body) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kMembers = {{
        {"police", "police officer"},
        {"army", "soldier"},
        {"military", "soldier"},
        {"navy", "sailor"},
        {"crew", "crew member"},
        {"jury", "juror"},
        {"council", "councillor"},
        {"parliament", "lawmaker"},
        {"congress", "lawmaker"},
        {"senate", "senator"},
        {"committee", "member"},
        {"delegation", "delegate"},
        {"family", "relative"},
        {"staff", "staff member"},
        {"team", "team member"},
        {"board", "board member"},
    }};
    for (const auto& [group, member] : kMembers) {
        if (group == body) return member;
    }
    return body;
}

}  // namespace

/// Whom "them" in "one of them" means, when these are several of a kind.
FigureIndex Scene::whole_of(const Phrase& phrase) const {
    const std::uint32_t last = phrase.words.end - 1;
    if (last == phrase.head || !page_[last].is(Upos::kPron)) return kNobody;
    const FigureIndex whole = pronoun_figure(last);
    return whole != kNobody && cast_.figures[whole].plural && !cast_.figures[whole].heads.empty() ? whole : kNobody;
}

/// The part that tells of which kind: the last plural where the words are of some out of several, else the last of
/// people without a name. kNoWord where none is near.
std::uint32_t Scene::kind_told_before(const Phrase& phrase) const {
    const std::uint32_t sentence = page_[phrase.head].sentence;
    const bool of_several = phrase.words.end > phrase.head + 1 || phrase.plural;
    for (std::size_t back = 0; back < seen_.size() && back < kPartsBack; ++back) {
        const Seen& seen = seen_[seen_.size() - 1 - back];
        if (sentence - seen.sentence > kSentencesOfKind) break;
        const Part& part = parts_[seen.part];
        const Figure& figure = cast_.figures[part.figure];
        const bool people = figure.kind == record::EntityKind::kPerson || figure.plural;
        if (!people || figure.named || figure.guessed || figure.heads.empty()) continue;
        if (part.form != record::MentionForm::kNominal && !(of_several && figure.plural)) continue;
        if (of_several && !figure.plural) continue;
        return seen.part;
    }
    return kNoWord;
}

void Scene::read_stand_in(Phrase phrase) {
    phrase.kind = NounKind::kPerson;
    if (attach(phrase)) return;  // "another, Mette Holm, said"
    FigureIndex kind = whole_of(phrase);
    if (kind == kNobody) {
        const std::uint32_t told = kind_told_before(phrase);
        if (told == kNoWord) return;
        kind = parts_[told].figure;
    }
    phrase.lemma = member_of(cast_.figures[kind].heads.front());
    phrase.kind = noun_kind(phrase.lemma);
    if (phrase.kind == NounKind::kNone) phrase.kind = NounKind::kPerson;
    phrase.one_of = true;
    const std::string country = cast_.figures[kind].country;  // the figure may move when another is added
    const FigureIndex made = new_figure(phrase);
    if (phrase.plural) cast_.figures[made].name = "unnamed " + phrase.lemma + "s";
    if (country_in(phrase.core).empty()) cast_.figures[made].country = country;
    add_part(phrase.words, {phrase.head, phrase.head + 1}, record::MentionForm::kNominal, made);
}

}  // namespace readout::entity
