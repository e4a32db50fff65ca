// The state that the report is about, and the bodies that are named without it.

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "entity/scene.h"
#include "text/fold.h"
#include "text/spelling.h"

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
    const std::set<std::string> datelines = dateline_countries();
    const std::string place = datelines.size() == 1 ? *datelines.begin() : std::string();
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

/// The countries in which the datelines' places lie, seats of international bodies aside.
std::set<std::string> Scene::dateline_countries() const {
    static constexpr std::array<std::string_view, 8> kSeats = {"geneva",     "vienna",         "brussels", "new york",
                                                               "strasbourg", "united nations", "davos",    "the hague"};
    const auto& blocks = page_.reading.report.blocks;
    std::set<std::string> countries;
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
        countries.insert(figure.country);
    }
    return countries;
}

/// The only country of which the report names an office or a body of state ("Norway's government", "the Norwegian
/// army"), when no state is named oftener and no dateline lies elsewhere. Ambassadors and embassies are abroad.
std::string Scene::country_of_offices(const std::vector<Phrase>& phrases) const {
    std::string only;
    for (const Phrase& phrase : phrases) {
        const std::string sector = phrase.pronoun_owner ? std::string() : sector_of(phrase);
        const bool abroad = covers("ambassador", phrase.lemma) || phrase.lemma == "embassy" ||
                            phrase.lemma == "consulate" || phrase.lemma == "envoy" || phrase.lemma == "diplomat" ||
                            phrase.lemma == "consul";
        if (abroad || !(sector == "GOV" || sector == "MIL" || sector == "LEG" || sector == "COP" || sector == "JUD"))
            continue;
        std::string country = country_of(phrase);
        if (country.empty() || tables_.adjective(country).empty()) continue;
        if (!only.empty() && only != country) return {};
        only = std::move(country);
    }
    std::map<std::string, std::uint32_t> states;
    for (const Part& part : parts_) {
        if (part.figure != kNobody && cast_.figures[part.figure].kind == EntityKind::kState)
            ++states[cast_.figures[part.figure].country];
    }
    const auto own = states.find(only);
    const std::set<std::string> datelines = dateline_countries();
    if (own == states.end() || datelines.size() > 1 || (datelines.size() == 1 && *datelines.begin() != only)) return {};
    const bool most =
        std::all_of(states.begin(), states.end(), [&](const auto& state) { return state.second <= own->second; });
    return most ? only : std::string();
}

/// "Norwegian defence ministry" for "the defense ministry": what a report does not name in full is called alike in all.
/// The United States spell their own.
std::string Scene::name_of_state_body(const std::string& country, const std::string& body) const {
    const std::string name = std::string(tables_.adjective(country)) + " " + body;
    return country == "USA" ? name : text::in_british_spelling(name);
}

/// A ministry or army named without its state is the home state's.
void Scene::name_state_bodies() {
    if (home_.empty()) return;
    if (tables_.adjective(home_).empty()) return;
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
        figure.name = name_of_state_body(home_, figure.name);
    }
}

}  // namespace readout::entity
