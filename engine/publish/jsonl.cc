#include "publish/jsonl.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/check.h"
#include "publish/scribe.h"
#include "record/names.h"

namespace readout::publish {
namespace {

using record::name_of;
using text::Span;

void emit(const Json& object, const LineSink& sink) {
    sink(object.dump() + "\n");
}

Json report_json(const record::Report& report, const Scribe& scribe) {
    Json object = {{"type", "report"}, {"id", report.id.value}, {"name", report.name}};
    object["source"] = {{"files", report.source.files}, {"format", name_of(report.source.format)}};
    object["url"] = or_null(report.url);
    object["outlet"] = or_null(report.outlet);
    object["agency"] = or_null(report.agency);
    object["title"] = or_null(report.title);
    object["language"] = or_null(report.language);
    object["published"] = nullptr;
    if (report.published) {
        Json published = range_json(report.published->range);
        published["precision"] = name_of(report.published->precision);
        published["basis"] = name_of(report.published->basis);
        object["published"] = published;
    }
    object["datings"] = Json::array();
    for (const record::Dating& dating : report.datings) {
        Json item = {{"role", name_of(dating.role)}};
        item.update(range_json(dating.range));
        item["basis"] = name_of(dating.basis);
        for (const char* key : {"begin", "end"}) item[key] = nullptr;
        if (dating.evidence) scribe.put_bounds(item, *dating.evidence);
        object["datings"].push_back(item);
    }
    object["text"] = report.text;
    object["blocks"] = Json::array();
    for (const record::Block& block : report.blocks) {
        Json item = {{"kind", name_of(block.kind)}};
        scribe.put_bounds(item, block.span);
        object["blocks"].push_back(item);
    }
    object["notes"] = Json::array();
    for (const record::Note& note : report.notes) {
        Json item = {{"kind", name_of(note.kind)}};
        scribe.put_bounds(item, note.span);
        item["why"] = note.why;
        object["notes"].push_back(item);
    }
    return object;
}

Json date_json(const record::Date& date, const std::string& report, const Scribe& scribe) {
    Json object = {{"type", "date"}, {"report", report}};
    scribe.put_quoted(object, date.span);
    object["value"] = date.value;
    object["from"] = date.range ? Json(base::iso(date.range->from)) : Json(nullptr);
    object["to"] = date.range ? Json(base::iso(date.range->to)) : Json(nullptr);
    return object;
}

Json mention_json(const record::Mention& mention, const std::string& report, const Scribe& scribe) {
    Json object = {{"type", "mention"}, {"report", report}};
    scribe.put_quoted(object, mention.span);
    object["form"] = name_of(mention.form);
    object["entity"] = or_null(mention.entity.value);
    return object;
}

Json statement_json(const record::Statement& statement, const std::string& report, const Scribe& scribe) {
    Json object = {{"type", "statement"}, {"id", statement.id.value}, {"report", report}};
    put_statement(object, statement, scribe);
    return object;
}

Json parties_json(const std::vector<record::Party>& parties, const Scribe& scribe) {
    Json list = Json::array();
    for (const record::Party& party : parties) {
        Json object;
        scribe.put_quoted_or_nowhere(object, party.span);
        object["entity"] = or_null(party.entity.value);
        object["name"] = or_null(party.name);
        object["country"] = or_null(party.country);
        object["sectors"] = party.sectors;
        list.push_back(object);
    }
    return list;
}

Json magnitude_json(const std::vector<record::Magnitude>& magnitudes) {
    if (magnitudes.empty()) return nullptr;
    Json object;
    for (const record::Magnitude& magnitude : magnitudes) {
        object[magnitude.key] = {magnitude.lo, magnitude.hi ? Json(*magnitude.hi) : Json(nullptr)};
    }
    return object;
}

Json event_json(const record::Event& event, const std::string& report, const Scribe& scribe) {
    Json object = {{"type", "event"}, {"id", event.id.value}, {"report", report}};
    scribe.put_quoted(object, event.span);
    object["event"] = name_of(event.type);
    object["mode"] = or_null(event.mode);
    object["contexts"] = event.contexts;
    object["cameo"] = or_null(event.cameo);
    object["quad"] = event.quad;
    object["actors"] = parties_json(event.actors, scribe);
    object["recipients"] = parties_json(event.recipients, scribe);
    object["place"] = nullptr;
    if (event.place) {
        object["place"] = scribe.quoted(event.place->span);
        object["place"]["name"] = or_null(event.place->name);
        object["place"]["country"] = or_null(event.place->country);
    }
    object["on"] = range_json(event.on);
    object["status"] = name_of(event.status);
    object["holder"] = or_null(event.holder.value);
    object["magnitude"] = magnitude_json(event.magnitude);
    object["cites"] = Json::array();
    for (const Span span : event.cites) object["cites"].push_back(scribe.quoted(span));
    return object;
}

/// The readings' texts by report id, each with its counts made once.
class Library {
  public:
    explicit Library(const std::vector<const record::Reading*>& readings) : readings_(readings) {}

    const Scribe& scribe_of(const record::ReportId& id) {
        const auto known = scribes_.find(id.value);
        if (known != scribes_.end()) return known->second;
        const auto at = std::partition_point(readings_.begin(), readings_.end(),
                                             [&](const record::Reading* reading) { return reading->report.id < id; });
        RO_CHECK(at != readings_.end() && (*at)->report.id == id);
        return scribes_.emplace(id.value, Scribe((*at)->report.text)).first->second;
    }
    Json cite(const record::Cite& cite) {
        Json object = {{"report", cite.report.value}};
        scribe_of(cite.report).put_quoted(object, cite.span);
        return object;
    }

  private:
    const std::vector<const record::Reading*>& readings_;
    std::map<std::string, Scribe> scribes_;
};

Json entity_json(const record::Entity& entity) {
    Json object = {{"type", "entity"}, {"id", entity.id.value}, {"name", entity.name}, {"kind", name_of(entity.kind)}};
    object["country"] = or_null(entity.country);
    object["sectors"] = entity.sectors;
    object["aliases"] = entity.aliases;
    return object;
}

Json copy_json(const record::Copy& copy, Library& library) {
    Json object = {{"type", "copy"}, {"id", copy.id.value}, {"a", copy.a.value}, {"b", copy.b.value}};
    object["relation"] = name_of(copy.relation);
    object["direction"] =
        copy.direction == record::CopyDirection::kUnknown ? Json(nullptr) : Json(name_of(copy.direction));
    const Scribe& a = library.scribe_of(copy.a);
    const Scribe& b = library.scribe_of(copy.b);
    object["passages"] = Json::array();
    for (const record::Passage& p : copy.passages)
        object["passages"].push_back({{"a", a.bounds(p.a)}, {"b", b.bounds(p.b)}});
    object["altered"] = Json::array();
    for (const record::Passage& p : copy.altered)
        object["altered"].push_back({{"a", a.quoted(p.a)}, {"b", b.quoted(p.b)}});
    return object;
}

template <class Ids>
Json id_list(const Ids& ids) {
    Json list = Json::array();
    for (const auto& id : ids) list.push_back(id.value);
    return list;
}

Json story_json(const record::Story& story) {
    Json object = {{"type", "story"},
                   {"id", story.id.value},
                   {"title", or_null(story.title)},
                   {"reports", id_list(story.reports)}};
    object["from"] = story.when ? Json(base::iso(story.when->from)) : Json(nullptr);
    object["to"] = story.when ? Json(base::iso(story.when->to)) : Json(nullptr);
    object["parties"] = id_list(story.parties);
    return object;
}

Json claim_json(const record::Claim& claim) {
    return {{"type", "claim"},
            {"id", claim.id.value},
            {"story", claim.story.value},
            {"question", claim.question},
            {"slot", name_of(claim.slot)},
            {"status", name_of(claim.status)}};
}

Json account_json(const record::Account& account, Library& library) {
    Json object = {{"type", "account"}, {"id", account.id.value}, {"claim", account.claim.value}};
    const Scribe& scribe = library.scribe_of(account.cite.report);
    object["holders"] = Json::array();
    for (const record::Reference& holder : account.holders) {
        Json item = {{"entity", or_null(holder.entity.value)}, {"name", or_null(holder.name)}};
        scribe.put_quoted_or_nowhere(item, holder.span);
        object["holders"].push_back(item);
    }
    object["voice"] = name_of(account.voice);
    object["value"] = account.value;
    object["stance"] = name_of(account.stance);
    object["as_of"] = range_json(account.as_of);
    object["cite"] = library.cite(account.cite);
    return object;
}

Json dispute_json(const record::Dispute& dispute) {
    Json object = {
        {"type", "dispute"}, {"id", dispute.id.value}, {"claim", dispute.claim.value}, {"slot", name_of(dispute.slot)}};
    object["camps"] = Json::array();
    for (const record::Camp& camp : dispute.camps) {
        object["camps"].push_back(
            {{"value", camp.value}, {"accounts", id_list(camp.accounts)}, {"independent", camp.independent}});
    }
    object["status"] = name_of(dispute.status);
    object["why"] = dispute.why;
    return object;
}

Json position_json(const record::Position& position, Library& library) {
    Json object = {
        {"type", "position"}, {"id", position.id.value}, {"holder", position.holder.value}, {"issue", position.issue}};
    object["points"] = Json::array();
    for (const record::PositionPoint& point : position.points) {
        object["points"].push_back(
            {{"on", range_json(point.on)}, {"stance", point.stance}, {"cite", library.cite(point.cite)}});
    }
    object["changes"] = Json::array();
    for (const record::PositionChange& change : position.changes) {
        object["changes"].push_back({{"from", change.from}, {"to", change.to}, {"kind", name_of(change.kind)}});
    }
    return object;
}

}  // namespace

void write_run(const RunHeader& header, const LineSink& sink) {
    emit({{"type", "run"},
          {"readout", 1},
          {"tool", header.tool},
          {"model", or_null(header.model)},
          {"lexicon", header.lexicon}},
         sink);
}

void write_reading(const record::Reading& reading, const LineSink& sink) {
    const Scribe scribe(reading.report.text);
    const std::string& id = reading.report.id.value;
    emit(report_json(reading.report, scribe), sink);
    struct Entry {
        Span span;
        int type;  // alphabetical: date, event, mention, statement
        std::string id;
        std::size_t index;
    };
    std::vector<Entry> lines;
    for (std::size_t i = 0; i < reading.dates.size(); ++i) lines.push_back({reading.dates[i].span, 0, "", i});
    for (std::size_t i = 0; i < reading.events.size(); ++i)
        lines.push_back({reading.events[i].span, 1, reading.events[i].id.value, i});
    for (std::size_t i = 0; i < reading.mentions.size(); ++i) {
        lines.push_back({reading.mentions[i].span, 2, reading.mentions[i].entity.value, i});
    }
    for (std::size_t i = 0; i < reading.statements.size(); ++i) {
        lines.push_back({reading.statements[i].span, 3, reading.statements[i].id.value, i});
    }
    std::sort(lines.begin(), lines.end(), [](const Entry& a, const Entry& b) {
        return std::tie(a.span, a.type, a.id, a.index) < std::tie(b.span, b.type, b.id, b.index);
    });
    for (const Entry& line : lines) {
        switch (line.type) {
            case 0:
                emit(date_json(reading.dates[line.index], id, scribe), sink);
                break;
            case 1:
                emit(event_json(reading.events[line.index], id, scribe), sink);
                break;
            case 2:
                emit(mention_json(reading.mentions[line.index], id, scribe), sink);
                break;
            default:
                emit(statement_json(reading.statements[line.index], id, scribe), sink);
        }
    }
}

void write_weave(const record::Weave& weave, const std::vector<const record::Reading*>& readings,
                 const LineSink& sink) {
    Library library(readings);
    for (const record::Entity& entity : weave.entities) emit(entity_json(entity), sink);
    for (const record::Copy& copy : weave.copies) emit(copy_json(copy, library), sink);
    for (const record::Story& story : weave.stories) emit(story_json(story), sink);
    for (const record::Claim& claim : weave.claims) emit(claim_json(claim), sink);
    for (const record::Account& account : weave.accounts) emit(account_json(account, library), sink);
    for (const record::Dispute& dispute : weave.disputes) emit(dispute_json(dispute), sink);
    for (const record::Position& position : weave.positions) emit(position_json(position, library), sink);
}

}  // namespace readout::publish
