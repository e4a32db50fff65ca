#include "pipeline/machine.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/pool.h"
#include "date/dates.h"
#include "entity/resolver.h"
#include "event/event_reader.h"
#include "pipeline/resources.h"
#include "statement/statement_reader.h"
#include "syntax/analyzer.h"

namespace readout::pipeline {

namespace {

entity::ActorTables actor_tables(const Resources& files) {
    return {files.bytes("data/actors/states.tsv"),     files.bytes("data/actors/organisations.tsv"),
            files.bytes("data/actors/people.tsv"),     files.bytes("data/actors/offices.tsv"),
            files.bytes("data/actors/places.tsv"),     files.bytes("data/actors/roles.tsv"),
            files.bytes("data/actors/given_names.tsv")};
}

event::EventTables event_tables(const Resources& files) {
    return {files.bytes("data/plover/types.tsv"),     files.bytes("data/plover/modes.tsv"),
            files.bytes("data/plover/triggers.tsv"),  files.bytes("data/plover/classes.tsv"),
            files.bytes("data/plover/governors.tsv"), files.bytes("data/plover/contents.tsv"),
            files.bytes("data/plover/contexts.tsv"),  files.bytes("data/plover/exclusions.tsv"),
            files.bytes("data/actors/roles.tsv")};
}

/// What reads by tables.
struct Tables {
    date::KnownEvents known_events;
    entity::Resolver resolver;
    statement::StatementReader statements;
    event::EventReader events;
    story::Background background;
};

base::Result<Tables> load_tables(const Resources& files) {
    return Tables{
        RO_TRY(date::KnownEvents::parse(files.bytes("data/known_events/known_events.tsv"), "known_events.tsv")),
        RO_TRY(entity::Resolver::load(actor_tables(files))),
        RO_TRY(statement::StatementReader::load(files.bytes("data/reporting/reporting.tsv"))),
        RO_TRY(event::EventReader::load(event_tables(files))),
        RO_TRY(story::Background::load(files.bytes("data/background/words.tsv")))};
}

/// Only English is read: of another language Readout would guess.
bool is_read(const record::Report& report) {
    return std::none_of(report.notes.begin(), report.notes.end(),
                        [](const record::Note& note) { return note.kind == record::NoteKind::kUnsupportedLanguage; });
}

}  // namespace

struct Machine::Rooms {
    Resources resources;
    syntax::Analyzer analyzer;
    Tables tables;
};

Machine::Machine(std::unique_ptr<Rooms> rooms) : rooms_(std::move(rooms)) {}
Machine::Machine(Machine&&) noexcept = default;
Machine& Machine::operator=(Machine&&) noexcept = default;
Machine::~Machine() = default;

base::Result<Machine> Machine::load(const std::string& folder) {
    Resources files = RO_TRY(Resources::open(folder));
    // the models take as long as all tables together
    std::optional<base::Result<syntax::Analyzer>> analyzer;
    std::optional<base::Result<Tables>> tables;
    base::parallel_for(2, 2, [&](std::size_t i) {
        if (i == 0)
            analyzer = syntax::Analyzer::load(files.bytes("models/tagger.bin"), files.bytes("models/reader.bin"));
        if (i == 1) tables = load_tables(files);
    });
    if (!*analyzer) return tl::unexpected(std::move(analyzer->error()));
    if (!*tables) return tl::unexpected(std::move(tables->error()));
    return Machine(std::make_unique<Rooms>(Rooms{std::move(files), std::move(**analyzer), std::move(**tables)}));
}

record::Reading Machine::read(record::Report report) const {
    record::Reading reading;
    reading.report = std::move(report);
    reading.syntax = rooms_->analyzer.analyze(reading.report, syntax::Blocks::kNews);
    date::read_dates(reading, rooms_->tables.known_events);
    entity::Found found = rooms_->tables.resolver.resolve(reading);
    reading.entities = std::move(found.entities);
    reading.mentions = std::move(found.mentions);
    if (!is_read(reading.report)) return reading;
    reading.statements = rooms_->tables.statements.read(reading);
    reading.events = rooms_->tables.events.read(reading);
    return reading;
}

record::Reading Machine::read_words(record::Report report) const {
    record::Reading reading;
    reading.report = std::move(report);
    reading.syntax = rooms_->analyzer.analyze(reading.report, syntax::Blocks::kAll);
    return reading;
}

const story::Background& Machine::background() const {
    return rooms_->tables.background;
}

std::string Machine::lexicon_version() const {
    return rooms_->resources.lexicon_version();
}

std::string Machine::model_version() const {
    return rooms_->resources.model_version();
}

}  // namespace readout::pipeline
