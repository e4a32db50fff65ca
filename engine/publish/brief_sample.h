#pragma once
// Small hand-made records for the tests of the brief.

#include <string>
#include <vector>

#include "publish/brief.h"

namespace readout::publish::sample {

inline text::Span at(const std::string& text, std::string_view words) {
    const std::size_t begin = text.find(words);
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())};
}

/// A report of one headline and one sentence a line.
inline record::Reading reading(const std::string& id, const std::string& outlet, const std::string& text, int day) {
    record::Reading made;
    made.report.id.value = id;
    made.report.name = "report-" + id;
    made.report.outlet = outlet;
    made.report.text = text;
    if (day > 0) {
        const base::Day on = base::day_of(1986, 10, day);
        made.report.published = record::Published{{on, on}, record::Precision::kDay, record::DatingBasis::kDateline};
    }
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const text::Span line{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        const auto block = static_cast<std::uint32_t>(made.report.blocks.size());
        made.report.blocks.push_back(
            {line, begin == 0 ? record::BlockKind::kHeadline : record::BlockKind::kParagraph, ""});
        made.syntax.sentences.push_back({line, 0, 0, block});
        begin = end + 1;
    }
    made.report.title = text.substr(0, text.find('\n'));
    return made;
}

inline void say(record::Reading& into, const std::string& speaker, std::string_view words, record::Act act,
                record::Quotation quotation, int day = 0) {
    record::Statement statement;
    const text::Span content = at(into.report.text, words);
    statement.id.value = into.report.id.value + std::to_string(content.begin);
    statement.span = content;
    statement.content = {content};
    statement.act = act;
    statement.quotation = quotation;
    if (!speaker.empty()) statement.speaker = record::Reference{std::nullopt, {speaker}, ""};
    if (day > 0) {
        const base::Day on = base::day_of(1986, 10, day);
        statement.said_on = base::DayRange{on, on};
    }
    into.statements.push_back(statement);
}

inline record::Entity person(const std::string& id, const std::string& name, const std::string& country) {
    record::Entity entity;
    entity.id.value = id;
    entity.name = name;
    entity.country = country;
    return entity;
}

struct World {
    std::vector<record::Reading> readings;
    record::Weave weave;

    [[nodiscard]] std::vector<const record::Reading*> pointers() const {
        std::vector<const record::Reading*> out;
        out.reserve(readings.size());
        for (const record::Reading& one : readings) out.push_back(&one);
        return out;
    }
};

/// Two independent reports and a copy of the first with another number; a dispute, an open question, an event.
inline World harbour_talks() {
    World world;
    const std::string wire =
        "Talks end in the harbour\n“We were offered nothing,” Ada Brandt said on Sunday.\nThe ministers met for ten "
        "hours on the quay.\nThe spokesman would not comment.";
    std::string copy = wire;
    copy.replace(copy.find("ten"), 3, "12");
    world.readings = {
        reading("c1", "Copy Post", copy, 13), reading("a1", "First Wire", wire, 12),
        reading("b1", "Other News", "No deal in the harbour\nPetr Vale denied that an offer was missing.", 14)};
    say(world.readings[0], "e:brandt", "We were offered nothing", record::Act::kAssert, record::Quotation::kDirect, 12);
    say(world.readings[1], "e:brandt", "We were offered nothing", record::Act::kAssert, record::Quotation::kDirect, 12);
    say(world.readings[2], "e:vale", "that an offer was missing", record::Act::kDeny, record::Quotation::kIndirect);
    for (std::size_t i : {0U, 1U}) {
        record::Event met;
        met.id.value = "met" + std::to_string(i);
        met.span = at(world.readings[i].report.text, "met");
        met.type = record::EventType::kConsult;
        met.mode = "meet";
        const base::Day sunday = base::day_of(1986, 10, 12);
        met.on = base::DayRange{sunday, sunday};
        world.readings[i].events.push_back(met);
    }
    record::Copy taken;
    taken.id.value = "k";
    taken.a.value = "c1";
    taken.b.value = "a1";
    taken.direction = record::CopyDirection::kAFromB;
    const auto size = static_cast<std::uint32_t>(copy.find("12"));
    taken.passages.push_back({{0, size}, {0, size}});
    taken.altered.push_back({at(copy, "12"), at(wire, "ten")});
    world.weave.copies.push_back(taken);

    record::Story story;
    story.id.value = "story";
    story.title = "Talks end in the harbour";
    story.reports = {{"a1"}, {"b1"}, {"c1"}};
    story.parties = {{"e:brandt"}};
    world.weave.stories.push_back(story);
    world.weave.entities = {person("e:brandt", "Ada Brandt", "NOR"), person("e:vale", "Petr Vale", "CZE")};

    const auto claim = [&](const std::string& id, const std::string& question, record::ClaimStatus status) {
        record::Claim made;
        made.id.value = id;
        made.story = story.id;
        made.question = question;
        made.status = status;
        world.weave.claims.push_back(made);
    };
    const auto account = [&](const std::string& id, const std::string& of, const std::string& report,
                             std::string_view words, const std::string& holder) {
        record::Account made;
        made.id.value = id;
        made.claim.value = of;
        made.cite.report.value = report;
        for (const record::Reading& one : world.readings) {
            if (one.report.id.value == report) made.cite.span = at(one.report.text, words);
        }
        made.holders.push_back({std::nullopt, {}, "outlet"});
        if (!holder.empty()) made.holders.push_back({std::nullopt, {holder}, ""});
        world.weave.accounts.push_back(made);
    };
    claim("q1", "Was there an offer?", record::ClaimStatus::kDisputed);
    claim("q2", "What does the spokesman say?", record::ClaimStatus::kOpenQuestion);
    account("x1", "q1", "a1", "We were offered nothing", "e:brandt");
    account("x2", "q1", "b1", "that an offer was missing", "e:vale");
    account("x3", "q2", "a1", "would not comment", "");
    record::Dispute dispute;
    dispute.id.value = "d";
    dispute.claim.value = "q1";
    dispute.camps = {{"no", {{"x1"}}, 1}, {"yes", {{"x2"}}, 1}};
    dispute.why = "explicit denial: one says this, another that";
    world.weave.disputes.push_back(dispute);
    return world;
}

/// The section of this kind, or none.
inline const Section* section_of(const StoryBrief& story, SectionKind kind) {
    for (const Section& section : story.sections) {
        if (section.kind == kind) return &section;
    }
    return nullptr;
}

}  // namespace readout::publish::sample
