#include "story/stories.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/hash.h"
#include "story/cluster.h"
#include "story/profile.h"

namespace readout::story {
namespace {

constexpr std::int64_t kLeastLikeness =
    150;                                 // thousandths; chosen on ECB+ topics and on stories written for this project
constexpr std::int64_t kLeastEdge = 40;  // below this a pair shares next to nothing
constexpr std::size_t kReportsOfTerm = 512;  // reports compared through one term, in the order of their ids
constexpr std::size_t kLeastSharedTerms = 2;

/// The root source of each report: itself when it was not derived.
std::vector<std::size_t> roots_of(std::span<const record::Reading> readings, std::span<const record::Copy> copies) {
    std::map<std::string, std::size_t> place;
    for (std::size_t i = 0; i < readings.size(); ++i) place[readings[i].report.id.value] = i;
    std::vector<std::size_t> root(readings.size());
    for (std::size_t i = 0; i < root.size(); ++i) root[i] = i;
    for (const record::Copy& copy : copies) root[place.at(copy.a.value)] = place.at(copy.b.value);
    for (std::size_t i = 0; i < root.size(); ++i) {
        while (root[root[i]] != root[i]) root[i] = root[root[i]];  // sources are earlier, so chains end
    }
    return root;
}

/// All pairs of roots that share enough rare terms, with their likeness.
std::vector<Edge> edges_between(const std::vector<Profile>& profiles, const std::vector<std::size_t>& root) {
    std::unordered_map<std::string, std::vector<std::size_t>> postings;
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        if (root[i] != i) continue;
        std::map<std::size_t, std::size_t> shared;
        for (const Profile::Term& term : profiles[i].terms) {
            std::vector<std::size_t>& posting = postings[term.stem];
            for (const std::size_t other : posting) ++shared[other];
            if (posting.size() < kReportsOfTerm) posting.push_back(i);
        }
        for (const auto& [other, count] : shared) {
            if (count < kLeastSharedTerms) continue;
            const std::int64_t like = likeness(profiles[i], profiles[other]);
            if (like >= kLeastEdge) edges.push_back({other, i, like});
        }
    }
    return edges;
}

const std::string& headline_of(const record::Reading& reading) {
    return reading.report.title;
}

/// Named entities that make news, most often met first.
std::vector<record::EntityId> parties_of(const std::vector<const record::Reading*>& members) {
    constexpr std::size_t kParties = 8;
    std::map<std::string, std::pair<std::size_t, std::size_t>> met;  // reports, mentions
    for (const record::Reading* reading : members) {
        std::map<std::string, std::size_t> here;
        for (const record::Mention& mention : reading->mentions) ++here[mention.entity.value];
        for (const record::Entity& entity : reading->entities) {
            const bool party = entity.named && entity.kind != record::EntityKind::kPlace &&
                               entity.kind != record::EntityKind::kDocument;
            if (!party || here.count(entity.id.value) == 0) continue;
            ++met[entity.id.value].first;
            met[entity.id.value].second += here[entity.id.value];
        }
    }
    std::vector<std::tuple<std::size_t, std::size_t, std::string>> ranked;
    for (const auto& [id, counts] : met) ranked.push_back({~counts.first, ~counts.second, id});
    std::sort(ranked.begin(), ranked.end());
    if (ranked.size() > kParties) ranked.resize(kParties);
    std::vector<record::EntityId> parties;
    for (const auto& [reports, mentions, id] : ranked) parties.push_back({id});
    return parties;
}

/// The headline that is most like the others; of equals that of the earliest report.
std::string title_of(const std::vector<const record::Reading*>& members, const std::vector<const Profile*>& profiles) {
    std::map<std::string_view, std::int64_t> all;
    for (const Profile* profile : profiles) {
        for (const Profile::Term& term : profile->terms) all[term.stem] += term.weight;
    }
    std::string best;
    std::tuple<std::int64_t, int, std::string> best_rank{};
    for (std::size_t i = 0; i < members.size(); ++i) {
        const std::string& headline = headline_of(*members[i]);
        if (headline.empty()) continue;
        std::int64_t sum = 0;
        for (const Profile::Term& term : profiles[i]->terms) sum += term.weight * all[term.stem] / 1000;
        const auto& published = members[i]->report.published;
        const std::tuple<std::int64_t, int, std::string> rank{-sum, published ? published->range.from.number : 1 << 30,
                                                              members[i]->report.id.value};
        if (!best.empty() && rank >= best_rank) continue;
        best = headline;
        best_rank = rank;
    }
    return best;
}

record::Story make_story(const std::vector<const record::Reading*>& members,
                         const std::vector<const Profile*>& profiles) {
    record::Story story;
    base::Fingerprint print;
    print.add("story");
    for (const record::Reading* reading : members) {
        story.reports.push_back(reading->report.id);
        print.add(reading->report.id.value);
        if (!reading->report.published) continue;
        const base::DayRange range = reading->report.published->range;
        if (!story.when) story.when = range;
        story.when = base::DayRange{std::min(story.when->from, range.from), std::max(story.when->to, range.to)};
    }
    story.id.value = print.hex();
    story.title = title_of(members, profiles);
    story.parties = parties_of(members);
    return story;
}

}  // namespace

std::vector<record::Story> find_stories(std::span<const record::Reading> readings, std::span<const record::Copy> copies,
                                        const Background& background) {
    std::vector<Profile> profiles;
    for (const record::Reading& reading : readings) profiles.push_back(profile_of(reading.report, background));
    const std::vector<std::size_t> root = roots_of(readings, copies);
    const std::vector<std::size_t> leader =
        average_link(readings.size(), edges_between(profiles, root), kLeastLikeness);
    std::map<std::size_t, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < readings.size(); ++i) groups[leader[root[i]]].push_back(i);
    std::vector<record::Story> stories;
    for (const auto& [first, group] : groups) {
        std::vector<const record::Reading*> members;
        std::vector<const Profile*> about;
        for (const std::size_t i : group) {
            members.push_back(&readings[i]);
            about.push_back(&profiles[i]);
        }
        stories.push_back(make_story(members, about));
    }
    std::sort(stories.begin(), stories.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return stories;
}

}  // namespace readout::story
