// What is known only when the whole text has been read: who the nameless were, and to whom they belong.

#include <algorithm>
#include <map>

#include "entity/scene.h"

namespace readout::entity {

using record::EntityKind;

void Scene::note_title(const Phrase& phrase, FigureIndex figure) {
    if (page_.line_of(phrase.head).headline && !phrase.plural) headlined_.push_back({figure, phrase, Place::kOther});
}

/// Made for a phrase of a headline, which says little of whom it means.
bool Scene::is_of_title(FigureIndex figure) const {
    return std::any_of(headlined_.begin(), headlined_.end(), [&](const Nameless& of) { return of.figure == figure; });
}

/// "Rescue group accuses the coastguard": whom "the group" takes up further on, where that is one.
void Scene::settle_title() {
    std::unordered_map<FigureIndex, FigureIndex> goes_to;
    for (const Nameless& title : headlined_) {
        FigureIndex only = kNobody;
        bool several = false;
        for (const Nameless& taken : taken_up_) {
            if (taken.phrase.lemma != title.phrase.lemma || page_.line_of(taken.phrase.head).headline) continue;
            several = several || (only != kNobody && only != taken.figure);
            only = taken.figure;
        }
        if (only != kNobody && !several) goes_to[title.figure] = only;
    }
    give_over(goes_to);
}

/// A phrase that stood before the name it belongs to ("Intelligence chief: …" in a headline): its figure goes over into
/// the one named figure that is described by the same noun.
void Scene::settle_waiting() {
    constexpr std::size_t kMost = 400;
    std::unordered_map<FigureIndex, FigureIndex> goes_to;
    for (std::size_t w = 0; w < waiting_.size() && w < kMost; ++w) {
        const Nameless& waiting = waiting_[w];
        if (waiting.phrase.kind != NounKind::kPerson) continue;
        Facts facts = facts_of(waiting.phrase);
        const FigureIndex owner = owner_of(waiting.phrase);
        if (is_relational_use(waiting.phrase)) {  // "his lawyer": the only lawyer there is
            if (is_kin(waiting.phrase.lemma) || !is_only_one(waiting)) continue;
            facts.owner.clear();
        }
        FigureIndex only = kNobody;
        bool several = false;
        for (FigureIndex i = 0; i < cast_.figures.size() && i < kMostFigures; ++i) {
            const Figure& figure = cast_.figures[i];
            if (!figure.named || figure.kind != EntityKind::kPerson || i == owner) continue;
            if (!described_by(waiting.phrase, figure, true)) continue;
            if (!can_be(waiting.phrase, facts, figure)) continue;
            several = only != kNobody;
            only = i;
            if (several) break;
        }
        if (only == kNobody || several) continue;
        goes_to[waiting.figure] = only;
    }
    give_over(goes_to);
}

/// Nobody else without a name is called by the noun.
bool Scene::is_only_one(const Nameless& nameless) const {
    return std::none_of(made_.begin(), made_.end(), [&](const Nameless& other) {
        return other.figure != nameless.figure && other.phrase.lemma == nameless.phrase.lemma;
    });
}

/// Gives the nameless who belong to somebody a name again, now that it is known who that is: "the editor's lawyer",
/// "a commander of the group".
void Scene::name_anew() {
    std::vector<bool> called(cast_.figures.size(), false);  // by a name, in this report
    std::map<Range, FigureIndex> described;
    for (const Part& part : parts_) {
        if (part.figure == kNobody) continue;
        if (part.form == record::MentionForm::kName) called[part.figure] = true;
        if (part.form == record::MentionForm::kNominal) described.emplace(part.words, part.figure);
    }
    for (const Nameless& made : made_) {
        const Phrase& phrase = made.phrase;
        if (phrase.pronoun_owner || (phrase.owner.empty() && phrase.complement.size() < 2)) continue;
        const Range object{phrase.complement.begin + 1, phrase.complement.end};
        const auto whose = described.find(phrase.owner.empty() ? object : phrase.owner);
        if (whose == described.end() || whose->second == made.figure || !called[whose->second]) continue;
        const Figure& owner = cast_.figures[whose->second];
        if (owner.kind == EntityKind::kState) continue;
        Phrase bare = phrase;
        std::string link = covers("spokesperson", phrase.lemma) ? "for" : "of";
        if (phrase.owner.empty()) {
            link = page_.text_of({phrase.complement.begin, phrase.complement.begin + 1});
            bare.complement = {};
        }
        bare.owner = {};
        Figure& figure = cast_.figures[made.figure];
        figure.name = name_of(bare, figure.country, kNobody) + " " + link + " " + owner.name;
    }
}

/// All parts of some figures become parts of others.
void Scene::give_over(const std::unordered_map<FigureIndex, FigureIndex>& goes_to) {
    for (Part& part : parts_) {
        if (part.figure == kNobody) continue;
        const auto at = goes_to.find(part.figure);
        if (at != goes_to.end()) part.figure = at->second;
    }
}

}  // namespace readout::entity
