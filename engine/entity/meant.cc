// What the network takes a pronoun for, in figures.

#include <algorithm>

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

}  // namespace readout::entity
