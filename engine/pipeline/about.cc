#include <algorithm>
#include <set>

#include "pipeline/weave.h"

namespace readout::pipeline {
namespace {

template <class Items, class Test>
auto those(const Items& items, Test test) {
    Items kept;
    std::copy_if(items.begin(), items.end(), std::back_inserter(kept), test);
    return kept;
}

/// The ids of entities that are printed with a part of a weave.
class Named {
  public:
    void add(const record::EntityId& id) {
        if (!id.empty()) ids_.insert(id.value);
    }
    void add(const std::optional<record::Reference>& who) {
        if (who) add(who->entity);
    }
    void add(const record::Reading& reading) {
        for (const record::Entity& entity : reading.entities) add(entity.id);
    }
    void add(const record::Weave& part) {
        for (const record::Story& story : part.stories) {
            for (const record::EntityId& party : story.parties) add(party);
        }
        for (const record::Account& account : part.accounts) {
            for (const record::Reference& holder : account.holders) add(holder.entity);
        }
        for (const record::Position& position : part.positions) add(position.holder);
    }
    [[nodiscard]] bool holds(const record::EntityId& id) const { return ids_.count(id.value) > 0; }

  private:
    std::set<std::string> ids_;
};

}  // namespace

record::Weave about(const record::Weave& weave, const std::vector<record::Reading>& readings,
                    const std::vector<record::ReportId>& own) {
    const auto is_own = [&](const record::ReportId& id) { return std::binary_search(own.begin(), own.end(), id); };
    record::Weave part;
    part.copies = those(weave.copies, [&](const auto& copy) { return is_own(copy.a) || is_own(copy.b); });
    part.stories = those(weave.stories, [&](const auto& story) {
        return std::any_of(story.reports.begin(), story.reports.end(), is_own);
    });
    std::set<std::string> stories, claims;
    for (const record::Story& story : part.stories) stories.insert(story.id.value);
    part.claims = those(weave.claims, [&](const auto& claim) { return stories.count(claim.story.value) > 0; });
    for (const record::Claim& claim : part.claims) claims.insert(claim.id.value);
    part.accounts = those(weave.accounts, [&](const auto& account) { return claims.count(account.claim.value) > 0; });
    part.disputes = those(weave.disputes, [&](const auto& dispute) { return claims.count(dispute.claim.value) > 0; });
    part.positions = those(weave.positions, [&](const auto& position) {
        return std::any_of(position.points.begin(), position.points.end(),
                           [&](const auto& point) { return is_own(point.cite.report); });
    });
    Named named;
    named.add(part);
    for (const record::Reading& reading : readings) {
        if (is_own(reading.report.id)) named.add(reading);
    }
    part.entities = those(weave.entities, [&](const auto& entity) { return named.holds(entity.id); });
    return part;
}

}  // namespace readout::pipeline
