// "The country said", "the nation's parliament", "his country": the state that is meant.

#include <array>

#include "entity/scene.h"
#include "text/list.h"

namespace readout::entity {

bool means_state(const Phrase& phrase) {
    static constexpr std::array<std::string_view, 4> kLands = {"country", "nation", "kingdom", "homeland"};
    return !phrase.plural && phrase.definite == Definite::kDefinite && phrase.complement.empty() &&
           phrase.core.size() == 1 && text::is_one_of(phrase.lemma, kLands);
}

/// The one state that this sentence and the three before it name; of several the one that the report is about; nobody
/// when that is not told. "His country" is that of whoever he is.
FigureIndex Scene::state_meant(const Phrase& phrase) {
    constexpr std::uint32_t kSentences = 3;
    constexpr std::size_t kPartsBack = 80;
    if (!phrase.owner.empty()) {
        const FigureIndex owner = phrase.pronoun_owner ? owner_of(phrase) : kNobody;
        const std::string country = owner == kNobody ? std::string() : cast_.figures[owner].country;
        return tables_.adjective(country).empty() ? kNobody : cast_.of_state(country);
    }
    const std::uint32_t sentence = page_[phrase.head].sentence;
    FigureIndex near = kNobody;
    bool several = false;
    for (std::size_t back = 0; back < seen_.size() && back < kPartsBack; ++back) {
        const Seen& seen = seen_[seen_.size() - 1 - back];
        const FigureIndex index = parts_[seen.part].figure;
        if (sentence - seen.sentence > kSentences) break;
        if (cast_.figures[index].kind != record::EntityKind::kState) continue;
        several = several || (near != kNobody && near != index);
        near = index;
    }
    if (near != kNobody && !several) return near;
    return home_.empty() ? kNobody : cast_.of_state(home_);
}

}  // namespace readout::entity
