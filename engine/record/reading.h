#pragma once
// All that the readers find in one report, and all that the weavers find across reports.

#include <vector>

#include "record/claim.h"
#include "record/date.h"
#include "record/entity.h"
#include "record/event.h"
#include "record/report.h"
#include "record/statement.h"
#include "record/story.h"
#include "record/syntax.h"

namespace readout::record {

/// One report and its annotations; each vector is in text order, entities by id. Readers fill it from left to right:
/// intake (report), syntax, date (report.published, dates), entity (entities, mentions), statement, event.
struct Reading {
    Report report;
    Syntax syntax;
    std::vector<Date> dates;
    std::vector<Entity> entities;
    std::vector<Mention> mentions;
    std::vector<Statement> statements;
    std::vector<Event> events;
};

/// What the weavers find, each vector by id. `entities` are those of all readings after merging.
struct Weave {
    std::vector<Entity> entities;
    std::vector<Copy> copies;
    std::vector<Story> stories;
    std::vector<Claim> claims;
    std::vector<Account> accounts;
    std::vector<Dispute> disputes;
    std::vector<Position> positions;
};

}  // namespace readout::record
