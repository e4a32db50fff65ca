#include "story/merge.h"

#include <algorithm>
#include <map>
#include <set>

#include "text/fold.h"
#include "text/spelling.h"

namespace readout::story {
namespace {

/// What an entity is called in its whole story.
struct Kept {
    std::string id, name;
};
using Renaming = std::map<std::string, Kept>;  // by the id that the report gave

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

/// Names are compared without marks and case, those of bodies also without the two spellings of English.
std::string key_name(const record::Entity& entity) {
    std::string folded = text::fold(entity.name);
    return entity.kind == record::EntityKind::kOrganisation ? text::in_british_spelling(std::move(folded)) : folded;
}

/// The named entities of one story by kind and folded name.
class Namesakes {
  public:
    void add(const record::Entity& entity) {
        if (!entity.named || entity.name.empty()) return;
        const std::string folded = key_name(entity);
        if (folded.empty()) return;
        Kept& kept = kept_[{entity.kind, folded}];
        if (kept.id.empty() || stays(entity.id.value, kept.id)) kept = {entity.id.value, entity.name};
        if (entity.kind == record::EntityKind::kPerson && folded.find(' ') != std::string::npos) {
            bearers_[last_word(folded)].insert(folded);
        }
    }

    [[nodiscard]] Kept kept_for(const record::Entity& entity) const {
        const Kept own{entity.id.value, entity.name};
        if (!entity.named || !is_hashed(entity.id.value)) return own;
        std::string folded = key_name(entity);
        const auto bearers = bearers_.find(folded);
        if (entity.kind == record::EntityKind::kPerson && bearers != bearers_.end() && bearers->second.size() == 1) {
            folded = *bearers->second.begin();
        }
        const auto at = kept_.find({entity.kind, folded});
        return at == kept_.end() ? own : at->second;
    }

  private:
    std::map<std::pair<record::EntityKind, std::string>, Kept> kept_;
    std::map<std::string, std::set<std::string>> bearers_;  // last name to the full names that end in it
};

void rename(record::EntityId& id, const Renaming& renaming) {
    const auto at = renaming.find(id.value);
    if (at != renaming.end()) id.value = at->second.id;
}

/// A reference or a party: its id and the name that goes with it.
template <class Named>
void rename_named(Named& who, const Renaming& renaming) {
    const auto at = renaming.find(who.entity.value);
    if (at == renaming.end()) return;
    who.entity.value = at->second.id;
    who.name = at->second.name;
}

void rename(std::optional<record::Reference>& who, const Renaming& renaming) {
    if (who) rename_named(*who, renaming);
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
        for (record::Party& party : event.actors) rename_named(party, renaming);
        for (record::Party& party : event.recipients) rename_named(party, renaming);
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
                const Kept kept = namesakes.kept_for(entity);
                if (kept.id != entity.id.value) renaming[entity.id.value] = kept;
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
