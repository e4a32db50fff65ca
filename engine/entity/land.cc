// "The country said", "the nation's parliament", "his country": the state that is meant.

#include <array>

#include "entity/scene.h"
#include "text/list.h"

namespace readout::entity {

bool means_state(const Phrase& phrase) {
    static constexpr std::array<std::string_view, 4> kLands = {"country", "nation", "kingdom", "homeland"};
    return !phrase.plural && phrase.definite == Definite::kDefinite && phrase.complement.empty() &&
           text::is_one_of(phrase.lemma, kLands);
}

/// The last state that did something, in this sentence or the three before it; else the one that the report is about;
/// else the last that was named. "His country" is that of whoever he is.
FigureIndex Scene::state_meant(const Phrase& phrase) {
    constexpr std::uint32_t kNear = 3;  // sentences
    if (!phrase.owner.empty()) {
        const FigureIndex owner = phrase.pronoun_owner ? owner_of(phrase) : kNobody;
        const std::string country = owner == kNobody ? std::string() : cast_.figures[owner].country;
        return tables_.adjective(country).empty() ? kNobody : cast_.of_state(country);
    }
    const std::uint32_t sentence = page_[phrase.head].sentence;
    FigureIndex last = kNobody;
    for (std::size_t back = 0; back < seen_.size(); ++back) {
        const Seen& seen = seen_[seen_.size() - 1 - back];
        const FigureIndex index = parts_[seen.part].figure;
        if (cast_.figures[index].kind != record::EntityKind::kState) continue;
        if (last == kNobody) last = index;
        if (sentence - seen.sentence > kNear) break;
        if (is_subject(seen.place)) return index;
    }
    return home_.empty() ? last : cast_.of_state(home_);
}

}  // namespace readout::entity
