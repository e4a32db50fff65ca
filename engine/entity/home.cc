// The state that the report is about, and the bodies that are named without it.

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "entity/scene.h"
#include "text/fold.h"

namespace readout::entity {

using record::EntityKind;

/// The state that the report is about: met at least three times as often as any other. A bare "the army" is its army.
void Scene::find_home() {
    std::vector<std::uint32_t> counts(cast_.figures.size(), 0);
    for (const Part& part : parts_) {
        if (part.figure != kNobody && cast_.figures[part.figure].kind == EntityKind::kState) ++counts[part.figure];
    }
    std::uint32_t first = 0, second = 0;
    for (FigureIndex i = 0; i < counts.size(); ++i) {
        if (counts[i] > first) {
            second = std::exchange(first, counts[i]);
            home_ = cast_.figures[i].country;
        } else {
            second = std::max(second, counts[i]);
        }
    }
    if (first < 3 || first < 3 * second) home_.clear();
    if (!home_.empty()) return;
    home_ = country_met_most();
    if (!home_.empty()) return;
    const std::string place = dateline_country();
    std::uint32_t own = 0, others = 0;
    for (FigureIndex i = 0; i < counts.size(); ++i) {
        std::uint32_t& most = cast_.figures[i].country == place ? own : others;
        most = std::max(most, counts[i]);
    }
    if (others <= 2 * own || others < 2) home_ = place;
}

/// The country that people, bodies and places belong to, four at the least and three times as many as to any other.
std::string Scene::country_met_most() const {
    std::map<std::string, std::uint32_t> counts;
    for (const Part& part : parts_) {
        if (part.figure == kNobody) continue;
        const std::string& country = cast_.figures[part.figure].country;
        if (!country.empty() && !tables_.adjective(country).empty()) ++counts[country];
    }
    std::string most;
    std::uint32_t first = 0, second = 0;
    for (const auto& [country, count] : counts) {
        if (count > first) {
            second = std::exchange(first, count);
            most = country;
        } else {
            second = std::max(second, count);
        }
    }
    return first >= 4 && first >= 3 * second ? most : std::string();
}

/// Where the dateline's place lies, seats of international bodies aside.
std::string Scene::dateline_country() const {
    static constexpr std::array<std::string_view, 8> kSeats = {"geneva",     "vienna",         "brussels", "new york",
                                                               "strasbourg", "united nations", "davos",    "the hague"};
    const auto& blocks = page_.reading.report.blocks;
    std::string country;
    for (const Part& part : parts_) {
        if (part.figure == kNobody) continue;
        const Line& line = page_.line_of(part.words.begin);
        const bool marked = line.block < blocks.size() && blocks[line.block].kind == record::BlockKind::kDateline;
        const Figure& figure = cast_.figures[part.figure];
        if (figure.kind != EntityKind::kPlace && figure.kind != EntityKind::kState) continue;
        const bool opens =
            part.words.begin == line.words.begin && figure.kind == EntityKind::kPlace && page_[part.words.begin].caps;
        if (!marked && !opens) continue;
        if (figure.country.empty() ||
            std::find(kSeats.begin(), kSeats.end(), text::fold(page_.text_of(part.words))) != kSeats.end())
            continue;
        if (!country.empty() && country != figure.country) return {};  // reports from several places
        country = figure.country;
    }
    return country;
}

/// A ministry or army named without its state is the home state's.
void Scene::name_state_bodies() {
    if (home_.empty()) return;
    const std::string_view adjective = tables_.adjective(home_);
    if (adjective.empty()) return;
    for (Figure& figure : cast_.figures) {
        if (!figure.named || figure.actor || figure.kind != EntityKind::kOrganisation || !figure.country.empty())
            continue;
        if (figure.units.size() < 2 || figure.units.size() > 8) continue;
        const std::string& first = figure.units.front().fold;
        const std::string& last = figure.units.back().fold;
        const bool of = first == "ministry" || first == "department";
        const bool plain = last == "ministry" && figure.units.size() <= 3 && is_portfolio(first);
        const bool forces = first == "armed" && last == "forces" && figure.units.size() == 2;
        if (!of && !plain && !forces) continue;
        figure.country = home_;
        figure.name = std::string(adjective) + " " + figure.name;
    }
}

}  // namespace readout::entity
