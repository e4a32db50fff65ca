// Who said what, by party; who reports whom.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "publish/brief.h"
#include "publish/brief_flow.h"
#include "publish/brief_html.h"
#include "publish/brief_markdown.h"
#include "publish/brief_sample.h"
#include "publish/brief_text.h"

namespace readout::publish {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string shown_words(const Pieces& pieces) {
    std::string out;
    for (const Piece& piece : flow(pieces)) {
        out += piece.kind == Piece::Kind::kCite ? "[" + cite_words(piece.cite) + "]" : piece.words;
    }
    return out;
}

record::Entity body(const std::string& id, const std::string& name, const std::string& code) {
    record::Entity entity = sample::person(id, name, code);
    entity.kind = record::EntityKind::kOrganisation;
    return entity;
}

record::Entity unnamed(const std::string& id, const std::string& name, const std::string& code) {
    record::Entity entity = sample::person(id, name, code);
    entity.named = false;
    return entity;
}

/// The last statement of the report is told by the one at `outer`.
void put_inside(record::Reading& reading, std::size_t outer) {
    reading.statements.back().inside = reading.statements[outer].id;
}

/// One report in which Norway's minister, an unnamed Norwegian, a pact with an unnamed diplomat, somebody without a
/// country and nobody speak, and Czechia tells what Norway said; a second report has the minister's words from himself.
sample::World quay_world() {
    sample::World world;
    world.readings = {
        sample::reading("a1", "First Wire",
                        "Quay\nBrandt offers a pier. Nothing is signed. The pact waits. We shall see. The tide is out. "
                        "Vale told Tidings that the pier was promised.\nNobody knows why.",
                        12),
        sample::reading("b1", "Other News", "Pier\nVale: the pier was promised.\nBrandt: the pier was promised.", 11)};
    record::Reading& first = world.readings[0];
    const auto tell = [](record::Reading& reading, const char* who, const char* words) {
        sample::say(reading, who, words, record::Act::kAssert, record::Quotation::kIndirect);
    };
    tell(first, "e:brandt", "offers a pier");
    tell(first, "e:source", "Nothing is signed");
    tell(first, "e:pact", "The pact waits");
    tell(first, "e:diplomat", "We shall see");
    tell(first, "e:walker", "The tide is out");
    tell(first, "e:tidings", "Vale told Tidings that the pier was promised");
    tell(first, "e:vale", "that the pier was promised");
    put_inside(first, 5);
    tell(first, "e:brandt", "the pier was promised");
    put_inside(first, 6);
    tell(first, "", "Nobody knows why");
    tell(world.readings[1], "e:brandt", "Brandt: the pier was promised");
    world.weave.entities = {sample::person("e:brandt", "Ada Brandt", "NOR"),
                            unnamed("e:diplomat", "unnamed Quay Pact diplomat", ""),
                            body("e:pact", "Quay Pact", "IGO"),
                            unnamed("e:source", "unnamed aide", "NOR"),
                            body("e:tidings", "Tidings", ""),
                            sample::person("e:vale", "Petr Vale", "CZE"),
                            sample::person("e:walker", "Jo Walker", "")};
    record::Story story;
    story.id.value = "story";
    story.title = "Quay";
    story.reports = {{"a1"}, {"b1"}};
    world.weave.stories.push_back(story);
    return world;
}

const Group* party_named(const Section& section, const std::string& name) {
    for (const Group& group : section.groups) {
        if (shown_words(group.heading) == name) return &group;
    }
    return nullptr;
}

StoryBrief story_of(const sample::World& world) {
    return build_brief(world.pointers(), world.weave).stories.at(0);
}

TEST(BriefSaid, APartyIsACountryOrAnOrganisationWithItsPeople) {
    const StoryBrief story = story_of(quay_world());
    const Section* said = sample::section_of(story, SectionKind::kSaid);
    ASSERT_NE(said, nullptr);
    std::vector<std::string> parties;
    for (const Group& group : said->groups) parties.push_back(shown_words(group.heading));
    EXPECT_THAT(parties, ElementsAre("Norway", "Quay Pact", "Czechia", "Tidings", "Others"));
    const Group& pact = said->groups[1];
    EXPECT_EQ(pact.remark, "2 statements by 2 speakers in 1 report");
    ASSERT_EQ(pact.parts.size(), 2U);
    EXPECT_EQ(pact.parts[0].remark, "as such; 1 statement in 1 report");
    EXPECT_EQ(pact.parts[1].remark, "unnamed; Quay Pact; 1 statement in 1 report");
    EXPECT_THAT(said->groups[4].remark, HasSubstr("of no country or organisation that is known"));
    EXPECT_EQ(shown_words(said->groups[4].parts.back().heading), "Speaker not resolved");
}

TEST(BriefSaid, AnOrganisationAloneNeedsNoHeadingOfASpeaker) {
    const StoryBrief story = story_of(quay_world());
    const Group* tidings = party_named(*sample::section_of(story, SectionKind::kSaid), "Tidings");
    ASSERT_NE(tidings, nullptr);
    EXPECT_TRUE(tidings->parts.empty());
    EXPECT_EQ(tidings->lines.size(), 1U);
    EXPECT_EQ(tidings->remark, "1 statement in 1 report");
}

TEST(BriefSaid, AnUnnamedSourceStandsUnderThePartyToldOfIt) {
    const StoryBrief story = story_of(quay_world());
    const Group* norway = party_named(*sample::section_of(story, SectionKind::kSaid), "Norway");
    ASSERT_NE(norway, nullptr);
    ASSERT_EQ(norway->parts.size(), 2U);
    EXPECT_EQ(shown_words(norway->parts[1].heading), "unnamed aide");
    EXPECT_EQ(norway->parts[1].remark, "unnamed; Norway; 1 statement in 1 report");
}

TEST(BriefSaid, WhatAnotherTellsIsMarkedAndHasItsChain) {
    sample::World world = quay_world();
    world.readings[1].statements.clear();
    const StoryBrief story = story_of(world);
    const Section* said = sample::section_of(story, SectionKind::kSaid);
    const Part& brandt = party_named(*said, "Norway")->parts.at(0);
    ASSERT_EQ(brandt.lines.size(), 2U);
    EXPECT_FALSE(brandt.lines[0].relayed);
    EXPECT_TRUE(brandt.lines[1].relayed);
    EXPECT_EQ(shown_words(brandt.lines[1].words), "by the account of Tidings, said: “the pier was promised”");
    EXPECT_THAT(shown_words(brandt.lines[1].credit),
                HasSubstr("as First Wire has it from Tidings, who has it from Petr Vale (Czechia) [2:"));
    EXPECT_THAT(said->remark, HasSubstr("told by another"));
    const Section* relayed = sample::section_of(story, SectionKind::kRelayed);
    ASSERT_NE(relayed, nullptr);
    const std::vector<Line>& lines = relayed->groups.at(0).lines;
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(shown_words(lines[0].words), "Petr Vale (Czechia) tells what Ada Brandt (Norway) said: 1 statement");
    EXPECT_EQ(shown_words(lines[1].words), "Tidings tells what Petr Vale (Czechia) said: 1 statement");
}

TEST(BriefSaid, WhatTheSpeakerWasHeardToSayStandsBeforeWhatOthersTell) {
    sample::World world = quay_world();
    record::Statement& heard = world.readings[1].statements[0];
    heard.content[0].begin += 8;  // the same words
    const StoryBrief story = story_of(world);
    const Part& brandt = party_named(*sample::section_of(story, SectionKind::kSaid), "Norway")->parts.at(0);
    ASSERT_EQ(brandt.lines.size(), 2U);  // of the report of the 11th first
    EXPECT_EQ(shown_words(brandt.lines[0].words), "said: “the pier was promised”");
    EXPECT_THAT(shown_words(brandt.lines[0].credit), HasSubstr("in the words of Other News [1:"));
    EXPECT_THAT(shown_words(brandt.lines[0].credit), HasSubstr("; at second hand in [2:"));
    EXPECT_EQ(shown_words(brandt.lines[1].words), "said: “offers a pier”");
}

TEST(BriefSaid, TheSamePartyTellsAtSecondHand) {
    sample::World world = quay_world();
    world.weave.entities[4].country = world.weave.entities[5].country = "NOR";
    world.readings[1].statements.clear();
    const StoryBrief story = story_of(world);
    const Part& brandt = party_named(*sample::section_of(story, SectionKind::kSaid), "Norway")->parts.at(0);
    EXPECT_EQ(shown_words(brandt.lines.at(1).words), "at second hand, said: “the pier was promised”");
}

TEST(BriefSaid, WhoTellsHisOwnWordsTellsThemHimself) {
    sample::World world = quay_world();
    world.readings[0].statements[6].speaker->entity.value = "e:brandt";
    world.readings[0].statements[5].speaker->entity.value = "e:brandt";
    EXPECT_EQ(sample::section_of(story_of(world), SectionKind::kRelayed), nullptr);
}

TEST(BriefSaid, PartiesAndSpeakersLeftOutAreCounted) {
    const sample::World world = quay_world();
    BriefLimits limits;
    limits.speakers = 2;
    const StoryBrief story = build_brief(world.pointers(), world.weave, {}, limits).stories.at(0);
    const Section* said = sample::section_of(story, SectionKind::kSaid);
    ASSERT_EQ(said->groups.size(), 2U);
    EXPECT_EQ(said->groups[0].more, "and 1 more speaker with 1 statement: readout quotes FILES");
    EXPECT_EQ(said->more, "and 3 more parties with 5 statements: readout quotes FILES");
}

TEST(BriefSaid, ACommandHoldsNoNameThatAShellWouldRead) {
    sample::World world = sample::harbour_talks();
    world.weave.entities[1].name = "Vale'; rm *";
    BriefLimits limits;
    limits.speaker_lines = 0;
    const Section said =
        *sample::section_of(build_brief(world.pointers(), world.weave, {}, limits).stories.at(0), SectionKind::kSaid);
    EXPECT_EQ(said.groups.at(0).parts.at(0).more, "and 1 more: readout quotes FILES --speaker NAME");
}

TEST(BriefSaid, AllFormsShowTheMark) {
    sample::World world = quay_world();
    world.readings[1].statements.clear();
    const Brief brief = build_brief(world.pointers(), world.weave);
    EXPECT_THAT(brief_text(brief, {80, false}), HasSubstr("    ◦ by the account of Tidings, said: “the pier"));
    EXPECT_THAT(brief_markdown(brief), HasSubstr("- ◦ by the account of Tidings, said: “the pier"));
    EXPECT_THAT(brief_html(brief), HasSubstr("<li class=\"told\">by the account of <b>Tidings</b>, said: <span"));
    EXPECT_THAT(brief_text(brief, {80, false}), Not(HasSubstr("according to")));
}

TEST(BriefSaid, DoesNotDependOnTheOrderOfReadings) {
    const sample::World world = quay_world();
    std::vector<const record::Reading*> readings = world.pointers();
    const std::string first = brief_html(build_brief(readings, world.weave));
    std::reverse(readings.begin(), readings.end());
    EXPECT_EQ(brief_html(build_brief(readings, world.weave)), first);
}

}  // namespace
}  // namespace readout::publish
