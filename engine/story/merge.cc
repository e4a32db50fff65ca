#include "story/merge.h"

#include <algorithm>
#include <map>
#include <set>

#include "text/fold.h"

namespace readout::story {
namespace {

using Renaming = std::map<std::string, std::string>;  // old id to new id

/// Ids of this file's own making are 16 hexadecimal digits; those of the actor table are not.
bool is_hashed(const std::string& id) {
    return id.size() == 16 && id.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// Table ids first, then the least.
bool stays(const std::string& a, const std::string& b) {
    return is_hashed(a) != is_hashed(b) ? !is_hashed(a) : a < b;
}

std::string last_word(const std::string& folded) {
    return folded.substr(folded.rfind(' ') + 1);
}

/// The named entities of one story by kind and folded name.
class Namesakes {
  public:
    void add(const record::Entity& entity) {
        if (!entity.named || entity.name.empty()) return;
        const std::string folded = text::fold(entity.name);
        if (folded.empty()) return;
        std::string& id = id_of_[{entity.kind, folded}];
        if (id.empty() || stays(entity.id.value, id)) id = entity.id.value;
        if (entity.kind == record::EntityKind::kPerson && folded.find(' ') != std::string::npos) {
            bearers_[last_word(folded)].insert(folded);
        }
    }

    [[nodiscard]] std::string id_for(const record::Entity& entity) const {
        if (!entity.named || !is_hashed(entity.id.value)) return entity.id.value;
        std::string folded = text::fold(entity.name);
        const auto bearers = bearers_.find(folded);
        if (entity.kind == record::EntityKind::kPerson && bearers != bearers_.end() && bearers->second.size() == 1) {
            folded = *bearers->second.begin();
        }
        const auto at = id_of_.find({entity.kind, folded});
        return at == id_of_.end() ? entity.id.value : at->second;
    }

  private:
    std::map<std::pair<record::EntityKind, std::string>, std::string> id_of_;
    std::map<std::string, std::set<std::string>> bearers_;  // last name to the full names that end in it
};

void rename(record::EntityId& id, const Renaming& renaming) {
    const auto at = renaming.find(id.value);
    if (at != renaming.end()) id.value = at->second;
}

void rename(std::optional<record::Reference>& who, const Renaming& renaming) {
    if (who) rename(who->entity, renaming);
}

/// Two entities of one reading may become one.
void join_equal_entities(std::vector<record::Entity>& entities) {
    std::stable_sort(entities.begin(), entities.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    std::vector<record::Entity> joined;
    for (record::Entity& entity : entities) {
        if (joined.empty() || joined.back().id != entity.id) {
            joined.push_back(std::move(entity));
            continue;
        }
        record::Entity& kept = joined.back();
        if (entity.name.size() > kept.name.size()) std::swap(entity.name, kept.name);
        kept.aliases.push_back(entity.name);
        kept.aliases.insert(kept.aliases.end(), entity.aliases.begin(), entity.aliases.end());
    }
    entities = std::move(joined);
}

void rename_all(record::Reading& reading, const Renaming& renaming) {
    if (renaming.empty()) return;
    for (record::Entity& entity : reading.entities) rename(entity.id, renaming);
    join_equal_entities(reading.entities);
    for (record::Mention& mention : reading.mentions) rename(mention.entity, renaming);
    for (record::Statement& statement : reading.statements) {
        rename(statement.speaker, renaming);
        rename(statement.addressee, renaming);
        rename(statement.medium, renaming);
    }
    for (record::Event& event : reading.events) {
        for (record::Party& party : event.actors) rename(party.entity, renaming);
        for (record::Party& party : event.recipients) rename(party.entity, renaming);
    }
}

void absorb(record::Entity& into, const record::Entity& other) {
    if (other.name.size() > into.name.size()) into.name = other.name;
    if (into.country.empty()) into.country = other.country;
    if (into.sectors.empty()) into.sectors = other.sectors;
    into.aliases.push_back(other.name);
    into.aliases.insert(into.aliases.end(), other.aliases.begin(), other.aliases.end());
}

}  // namespace

void merge_entities(std::vector<record::Reading>& readings, std::span<const record::Story> stories) {
    std::map<std::string, record::Reading*> by_id;
    for (record::Reading& reading : readings) by_id[reading.report.id.value] = &reading;
    for (const record::Story& story : stories) {
        Namesakes namesakes;
        for (const record::ReportId& id : story.reports) {
            for (const record::Entity& entity : by_id.at(id.value)->entities) namesakes.add(entity);
        }
        for (const record::ReportId& id : story.reports) {
            record::Reading& reading = *by_id.at(id.value);
            Renaming renaming;
            for (const record::Entity& entity : reading.entities) {
                const std::string renamed = namesakes.id_for(entity);
                if (renamed != entity.id.value) renaming[entity.id.value] = renamed;
            }
            rename_all(reading, renaming);
        }
    }
}

std::vector<record::Entity> all_entities(std::span<const record::Reading> readings) {
    std::map<std::string, record::Entity> by_id;
    for (const record::Reading& reading : readings) {
        for (const record::Entity& entity : reading.entities) {
            const auto [at, is_new] = by_id.emplace(entity.id.value, entity);
            if (!is_new) absorb(at->second, entity);
        }
    }
    std::vector<record::Entity> entities;
    for (auto& [id, entity] : by_id) {
        std::sort(entity.aliases.begin(), entity.aliases.end());
        entity.aliases.erase(std::unique(entity.aliases.begin(), entity.aliases.end()), entity.aliases.end());
        entity.aliases.erase(std::remove(entity.aliases.begin(), entity.aliases.end(), entity.name),
                             entity.aliases.end());
        entities.push_back(std::move(entity));
    }
    return entities;
}

}  // namespace readout::story
