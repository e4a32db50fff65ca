#include "publish/scribe.h"

#include "record/names.h"

namespace readout::publish {

using record::name_of;

Json or_null(const std::string& value) {
    return value.empty() ? Json(nullptr) : Json(value);
}

Json range_json(const std::optional<base::DayRange>& range) {
    if (!range) return nullptr;
    return {{"from", base::iso(range->from)}, {"to", base::iso(range->to)}};
}

void Scribe::put_bounds(Json& object, text::Span span) const {
    object["begin"] = units_.code_points(span.begin);
    object["end"] = units_.code_points(span.end);
}

void Scribe::put_quoted(Json& object, text::Span span) const {
    put_bounds(object, span);
    object["text"] = text::words_at(text_, span);
}

void Scribe::put_quoted_or_nowhere(Json& object, const std::optional<text::Span>& span) const {
    if (span) {
        put_quoted(object, *span);
        return;
    }
    for (const char* key : {"begin", "end", "text"}) object[key] = nullptr;
}

Json Scribe::bounds(text::Span span) const {
    Json object;
    put_bounds(object, span);
    return object;
}

Json Scribe::quoted(text::Span span) const {
    Json object;
    put_quoted(object, span);
    return object;
}

Json Scribe::reference(const std::optional<record::Reference>& who) const {
    if (!who) return nullptr;
    Json object;
    put_quoted_or_nowhere(object, who->span);
    object["entity"] = or_null(who->entity.value);
    object["name"] = or_null(who->name);
    return object;
}

void put_statement(Json& object, const record::Statement& statement, const Scribe& scribe) {
    scribe.put_bounds(object, statement.span);
    object["speaker"] = scribe.reference(statement.speaker);
    object["cue"] = nullptr;
    if (statement.cue) {
        object["cue"] = scribe.quoted(statement.cue->span);
        object["cue"]["lemma"] = statement.cue->lemma;
    }
    object["content"] = Json::array();
    for (const text::Span span : statement.content) object["content"].push_back(scribe.quoted(span));
    object["addressee"] = scribe.reference(statement.addressee);
    object["medium"] = scribe.reference(statement.medium);
    object["quotation"] = name_of(statement.quotation);
    object["act"] = name_of(statement.act);
    object["negated"] = statement.negated;
    object["said_on"] = range_json(statement.said_on);
    object["inside"] = or_null(statement.inside.value);
}

}  // namespace readout::publish
