// What the network takes a pronoun or noun for, in figures.

#include <algorithm>
#include <cstdlib>

#include "entity/scene.h"

namespace readout::entity {

/// The figures that the word may mean, in no order. Shares of the words that mean one figure add up; a word
/// that means nobody known hands its share on to what it may mean itself.
std::vector<Meant> Scene::meant_by(std::uint32_t word) const {
    std::vector<Meant> out;
    add_meant(word, 100, 0, out);
    return out;
}

/// The part whose head the word is in; of a title ("|Director| Edwin Marlow") that of the name that hangs on it.
std::uint32_t Scene::part_headed_by(std::uint32_t word) const {
    constexpr std::uint32_t kReach = 5;
    if (head_at_[word] != kNoWord) return head_at_[word];
    const auto& tokens = page_.reading.syntax.tokens;
    for (std::uint32_t i = word + 1; i < word + kReach && page_.within(i, word); ++i) {
        if (tokens[i].head == word && head_at_[i] != kNoWord && tokens[i].upos == Upos::kPropn) return head_at_[i];
    }
    return kNoWord;
}

void Scene::add_meant(std::uint32_t word, int share, int depth, std::vector<Meant>& out) const {
    constexpr int kDeepest = 2, kLeast = 3;
    const auto& all = page_.reading.syntax.coreferences;
    auto at = std::partition_point(all.begin(), all.end(), [&](const auto& link) { return link.word < word; });
    for (; at != all.end() && at->word == word; ++at) {
        const int part_share = share * at->share / 100;
        if (part_share < kLeast) continue;
        const std::uint32_t part = part_headed_by(at->antecedent);
        if (part == kNoWord) {
            if (depth < kDeepest) add_meant(at->antecedent, part_share, depth + 1, out);
            continue;
        }
        const FigureIndex figure = parts_[part].figure;
        const auto known =
            std::find_if(out.begin(), out.end(), [&](const Meant& meant) { return meant.figure == figure; });
        if (known != out.end()) {
            known->share += part_share;
        } else {
            out.push_back({figure, part_share});
        }
    }
}

/// Number, gender and kind of the figure are those of the noun.
bool Scene::agrees(const Phrase& phrase, const Figure& figure) const {
    using record::EntityKind;
    if (figure.guessed || figure.kind == EntityKind::kPlace) return false;
    const Gender gender = noun_gender(phrase.lemma);
    if (gender != Gender::kUnknown && figure.gender != Gender::kUnknown && gender != figure.gender) return false;
    const bool body = figure.kind == EntityKind::kOrganisation || figure.kind == EntityKind::kState ||
                      figure.kind == EntityKind::kGroup;
    switch (phrase.kind) {
        case NounKind::kPerson:
            return phrase.plural ? figure.plural : figure.kind == EntityKind::kPerson && !figure.plural;
        case NounKind::kDocument:
            return figure.kind == EntityKind::kDocument;
        default:
            return body;
    }
}

/// Whom a phrase takes up, by the rules and by the network: its word counts where the rules know nobody, and against
/// them where it is nearly sure.
FigureIndex Scene::weighed(const Phrase& phrase, FigureIndex by_rule) const {
    static const int kKnown = std::getenv("NT1") ? std::atoi(std::getenv("NT1")) : 101;
    static const int kAgainst = std::getenv("NT2") ? std::atoi(std::getenv("NT2")) : 101;
    FigureIndex best = kNobody;
    int most = 0, rule_share = 0;
    for (const Meant& meant : meant_by(phrase.head)) {
        if (meant.figure == by_rule) rule_share = meant.share;
        if (meant.share <= most || meant.figure == kNobody || !agrees(phrase, cast_.figures[meant.figure])) continue;
        if (meant.figure == owner_of(phrase)) continue;
        best = meant.figure;
        most = meant.share;
    }
    if (by_rule == kNobody) return most >= kKnown ? best : kNobody;
    return best != by_rule && most >= kAgainst && rule_share < 10 ? best : by_rule;
}

}  // namespace readout::entity
