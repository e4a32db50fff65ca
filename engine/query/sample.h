#pragma once
// Small hand-made reports for the tests of this room.

#include <string>
#include <vector>

#include "record/reading.h"

namespace readout::query::sample {

inline text::Span at(const std::string& text, std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(text.find(words));
    return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

inline record::Reading reading(const std::string& id, const std::string& outlet, const std::string& text, int day) {
    record::Reading made;
    made.report.id.value = id;
    made.report.name = "report-" + id;
    made.report.outlet = outlet;
    made.report.source.files = {id + ".txt"};
    made.report.text = text;
    const base::Day on = base::day_of(1986, 10, day > 0 ? day : 1);
    if (day > 0) {
        made.report.published = record::Published{{on, on}, record::Precision::kDay, record::DatingBasis::kDateline};
    }
    return made;
}

/// A statement with this content; the speaker is named by these words of the text, or by none.
inline record::Statement& say(record::Reading& into, const std::string& entity, const std::string& name,
                              std::string_view speaker, std::string_view words, record::Act act) {
    record::Statement statement;
    const std::string& text = into.report.text;
    statement.span = at(text, words);
    statement.content = {statement.span};
    statement.id.value = into.report.id.value + "-" + std::to_string(statement.span.begin);
    statement.act = act;
    record::Reference who{std::nullopt, {entity}, name};
    if (!speaker.empty()) {
        who.span = at(text, speaker);
        statement.span = text::hull(statement.span, *who.span);
    }
    statement.speaker = who;
    into.statements.push_back(statement);
    return into.statements.back();
}

inline record::Entity entity(const std::string& id, const std::string& name, record::EntityKind kind,
                             const std::string& country, std::vector<std::string> aliases, bool named = true) {
    record::Entity made;
    made.id.value = id;
    made.name = name;
    made.kind = kind;
    made.country = country;
    made.aliases = std::move(aliases);
    made.named = named;
    return made;
}

inline record::Copy copy(const std::string& taker, const std::string& source) {
    record::Copy made;
    made.id.value = taker + source;
    made.a.value = taker;
    made.b.value = source;
    made.direction = record::CopyDirection::kAFromB;
    return made;
}

}  // namespace readout::query::sample
