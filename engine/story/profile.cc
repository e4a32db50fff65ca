#include "story/profile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "story/words.h"

namespace readout::story {
namespace {

struct Count {
    int all = 0, capital = 0;
};

/// Cuts the commonest English endings, so that "attack", "attacks" and "attacked" meet.
std::string stem_of(const std::string& word) {
    static constexpr std::array<std::string_view, 5> kEndings{"ings", "ing", "ed", "es", "s"};
    for (const std::string_view ending : kEndings) {
        if (word.size() >= ending.size() + 4 && word.ends_with(ending))
            return word.substr(0, word.size() - ending.size());
    }
    return word;
}

std::map<std::string, Count> count_words(const record::Report& report) {
    text::Span headline;
    for (const record::Block& block : report.blocks) {
        if (block.kind == record::BlockKind::kHeadline) headline = block.span;
    }
    std::map<std::string, Count> counts;
    for (const Word& word : words_of(report)) {
        const bool short_number = word.folded.size() < 3 && word.folded[0] >= '0' && word.folded[0] <= '9';
        if (short_number) continue;
        const int times = headline.contains(word.span) ? 3 : 1;
        Count& count = counts[word.folded];
        count.all += times;
        count.capital += word.capital ? times : 0;
    }
    return counts;
}

}  // namespace

Profile profile_of(const record::Report& report, const Background& background) {
    std::map<std::string, std::int64_t> weights;  // rounded before they are ranked: ties are the same everywhere
    for (const auto& [word, count] : count_words(report)) {
        const auto rarity = static_cast<double>(background.rarity(word));
        if (rarity <= 0) continue;
        const std::int64_t weight =
            std::llround((1 + std::log(count.all)) * rarity * (count.capital * 2 > count.all ? 1.5 : 1.0));
        std::int64_t& best = weights[stem_of(word)];
        best = std::max(best, weight);
    }
    std::vector<std::pair<std::int64_t, std::string>> heaviest;
    for (const auto& [stem, weight] : weights) heaviest.push_back({-weight, stem});
    std::sort(heaviest.begin(), heaviest.end());
    if (heaviest.size() > kTerms) heaviest.resize(kTerms);
    double squares = 0;
    for (const auto& [weight, stem] : heaviest) squares += static_cast<double>(weight * weight);
    Profile profile;
    for (const auto& [weight, stem] : heaviest) {
        profile.terms.push_back({stem, std::llround(static_cast<double>(-weight) * 1000 / std::sqrt(squares))});
    }
    std::sort(profile.terms.begin(), profile.terms.end(), [](const auto& a, const auto& b) { return a.stem < b.stem; });
    return profile;
}

std::int64_t likeness(const Profile& a, const Profile& b) {
    std::int64_t sum = 0;
    for (std::size_t i = 0, j = 0; i < a.terms.size() && j < b.terms.size();) {
        const int order = a.terms[i].stem.compare(b.terms[j].stem);
        if (order == 0) sum += a.terms[i].weight * b.terms[j].weight;
        i += order <= 0;
        j += order >= 0;
    }
    return sum / 1000;
}

}  // namespace readout::story
