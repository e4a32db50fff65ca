#include "entity/resolver.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/hash.h"
#include "entity/cast.h"
#include "entity/names.h"
#include "entity/page.h"
#include "entity/phrases.h"
#include "entity/scene.h"
#include "record/names.h"
#include "text/fold.h"

namespace readout::entity {
namespace {

/// Figures and parts as records. A figure that nothing mentions is left out.
class Writer {
  public:
    Writer(const Page& page, const Tables& tables, const std::vector<Figure>& figures, const std::vector<Part>& parts)
        : page_(page), tables_(tables), figures_(figures), parts_(parts) {}

    Found write() {
        std::vector<bool> met(figures_.size(), false);
        for (const Part& part : parts_) {
            if (part.figure != kNobody) met[part.figure] = true;
        }
        ids_.resize(figures_.size());
        for (std::size_t i = 0; i < figures_.size(); ++i) {
            if (met[i]) ids_[i] = id_of(figures_[i]);
        }
        Found found;
        write_mentions(found);
        write_entities(found, met);
        return found;
    }

  private:
    record::EntityId id_of(const Figure& figure) {
        if (figure.actor) return {tables_.actor(*figure.actor).id};
        if (figure.kind == record::EntityKind::kPlace && figure.owner.rfind("place:", 0) == 0) return {figure.owner};
        const std::string folded = text::fold(figure.name);
        const auto count = ordinals_[{figure.kind, folded}]++;
        base::Fingerprint print;
        print.add(record::name_of(figure.kind)).add(folded).add(page_.reading.report.id.value);
        if (count > 0) print.add(count);  // another "unnamed official"
        return {print.hex()};
    }

    void write_mentions(Found& found) const {
        for (const Part& part : parts_) {
            if (part.figure == kNobody) continue;
            found.mentions.push_back(
                {page_.span_of(part.words), page_.span_of(part.head), part.form, ids_[part.figure]});
        }
        const auto key = [](const record::Mention& mention) {
            return std::make_tuple(mention.span.begin, mention.span.end, std::string_view(mention.entity.value));
        };
        std::stable_sort(found.mentions.begin(), found.mentions.end(),
                         [&](const auto& a, const auto& b) { return key(a) < key(b); });
        const auto same = [&](const auto& a, const auto& b) { return key(a) == key(b); };
        found.mentions.erase(std::unique(found.mentions.begin(), found.mentions.end(), same), found.mentions.end());
    }

    void write_entities(Found& found, const std::vector<bool>& met) const {
        std::vector<std::set<std::string>> aliases(figures_.size());
        for (const Part& part : parts_) {
            if (part.figure == kNobody || part.form != record::MentionForm::kName) continue;
            aliases[part.figure].emplace(page_.text_of(part.head));
        }
        for (std::size_t i = 0; i < figures_.size(); ++i) {
            if (!met[i]) continue;
            const Figure& figure = figures_[i];
            record::Entity entity{ids_[i], figure.name, figure.kind, figure.country, figure.sectors, {}, figure.named};
            aliases[i].erase(figure.name);
            entity.aliases.assign(aliases[i].begin(), aliases[i].end());
            found.entities.push_back(std::move(entity));
        }
        std::stable_sort(found.entities.begin(), found.entities.end(),
                         [](const auto& a, const auto& b) { return a.id < b.id; });
        const auto same = [](const auto& a, const auto& b) { return a.id == b.id; };
        found.entities.erase(std::unique(found.entities.begin(), found.entities.end(), same), found.entities.end());
    }

    const Page& page_;
    const Tables& tables_;
    const std::vector<Figure>& figures_;
    const std::vector<Part>& parts_;
    std::vector<record::EntityId> ids_;
    std::map<std::pair<record::EntityKind, std::string>, std::uint64_t> ordinals_;
};

}  // namespace

base::Result<Resolver> Resolver::load(const ActorTables& tables) {
    Tables loaded = RO_TRY(Tables::load(tables));
    return Resolver(std::make_shared<const Tables>(std::move(loaded)));
}

Found Resolver::resolve(const record::Reading& reading) const {
    const Page page(reading);
    std::optional<base::Day> day;
    if (reading.report.published) day = reading.report.published->range.from;
    Cast cast(page, *tables_, day);
    const std::vector<Name> names = find_names(page, *tables_);
    Scene scene(page, *tables_, cast, cast.link(names));
    const std::vector<Part> parts = scene.read(find_phrases(page, *tables_, names));
    return Writer(page, *tables_, cast.figures, parts).write();
}

}  // namespace readout::entity
