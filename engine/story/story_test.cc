#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "story/cluster.h"
#include "story/copies.h"
#include "story/merge.h"
#include "story/stories.h"

namespace readout::story {
namespace {

record::Reading reading_of(const std::string& id, const std::string& text, int day = 0) {
    record::Reading reading;
    reading.report.id.value = id;
    reading.report.text = text;
    reading.report.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, record::BlockKind::kParagraph, ""});
    if (day > 0)
        reading.report.published =
            record::Published{{{day}, {day}}, record::Precision::kDay, record::DatingBasis::kMetadata};
    return reading;
}

const char* const kWire =
    "The two leaders met for ten hours in a white house by the sea outside the Icelandic capital and parted in the "
    "dark without a "
    "joint paper, after an argument over research in space that neither of them would give up. Soldiers kept 300 "
    "reporters behind "
    "a rope while the cars stood with running engines. Nobody could say when the next meeting would take place.";

Background background() {
    auto loaded = Background::load("word\tdocuments\n*\t100\nthe\t99\nand\t90\nof\t90\na\t95\nin\t90\n");
    return std::move(loaded.value());
}

TEST(Copies, FindsAReprintAndTheNumberItChanged) {
    std::string reprint = kWire;
    reprint.replace(reprint.find("300"), 3, "500");
    const std::vector<record::Reading> readings = {reading_of("a", reprint, 11), reading_of("b", kWire, 10)};
    const auto copies = find_copies(readings);
    ASSERT_EQ(copies.size(), 1U);
    EXPECT_EQ(copies[0].a.value, "a");
    EXPECT_EQ(copies[0].relation, record::CopyRelation::kCopy);
    EXPECT_EQ(copies[0].direction, record::CopyDirection::kAFromB);
    ASSERT_EQ(copies[0].altered.size(), 1U);
    EXPECT_EQ(text::words_at(reprint, copies[0].altered[0].a), "500");
    EXPECT_EQ(text::words_at(kWire, copies[0].altered[0].b), "300");
    for (const record::Passage& p : copies[0].passages)
        EXPECT_EQ(text::words_at(reprint, p.a), text::words_at(kWire, p.b));
}

TEST(Copies, ASharedQuotationIsNoCopy) {
    const std::string quote =
        "“We were one word away from an agreement that the whole world had been waiting for since the first of these "
        "weapons was built, and that word was laboratory”";
    const std::vector<record::Reading> readings = {
        reading_of("a", quote + ", the foreign minister said in Moscow on Tuesday before a hall full of editors.", 3),
        reading_of("b",
                   "At the airport he looked tired. " + quote + ", he told those who had waited there all night long.",
                   2)};
    EXPECT_TRUE(find_copies(readings).empty());
}

TEST(Copies, AnExcerptIsAPart) {
    const std::string part = std::string(kWire).substr(0, 150);
    const std::vector<record::Reading> readings = {reading_of("a", kWire, 1),
                                                   reading_of("b", part + ". So writes the wire.", 2)};
    const auto copies = find_copies(readings);
    ASSERT_EQ(copies.size(), 1U);
    EXPECT_EQ(copies[0].a.value, "b");
    EXPECT_EQ(copies[0].relation, record::CopyRelation::kExcerpt);
}

TEST(Stories, JoinWhatSharesRareWordsAndKeepTheRestApart) {
    const std::vector<record::Reading> readings = {
        reading_of("a", kWire),
        reading_of(
            "b", "In the Icelandic capital the leaders parted without a joint paper; research in space divided them."),
        reading_of("c", "Wheat prices rose again in Chicago as drought withered the crop along the river.")};
    const auto stories = find_stories(readings, {}, background());
    ASSERT_EQ(stories.size(), 2U);
    std::size_t members = 0;
    for (const auto& story : stories) members += story.reports.size();
    EXPECT_EQ(members, 3U);
}

TEST(Cluster, DoesNotDependOnTheOrderOfEdges) {
    std::mt19937 random(7);
    std::vector<Edge> edges;
    for (std::size_t a = 0; a < 40; ++a) {
        for (std::size_t b = a + 1; b < 40; ++b) {
            if (random() % 3 == 0) edges.push_back({a, b, static_cast<std::int64_t>(random() % 1000)});
        }
    }
    const auto expected = average_link(40, edges, 200);
    for (int round = 0; round < 10; ++round) {
        std::shuffle(edges.begin(), edges.end(), random);
        ASSERT_EQ(average_link(40, edges, 200), expected);
    }
    EXPECT_EQ(*std::max_element(expected.begin(), expected.end()) < 40, true);
}

TEST(Cluster, JoinsByTheMeanNotByOneStrongLink) {
    // 0-1 and 2-3 are tight; one strong link 1-2 must not join the four when the other three links are missing.
    const std::vector<Edge> edges = {{0, 1, 900}, {2, 3, 900}, {1, 2, 600}};
    EXPECT_EQ(average_link(4, edges, 300), (std::vector<std::size_t>{0, 0, 2, 2}));
    EXPECT_EQ(average_link(4, edges, 100), (std::vector<std::size_t>{0, 0, 0, 0}));
}

TEST(Merge, OnePersonOfAStoryHasOneId) {
    std::vector<record::Reading> readings = {reading_of("a", kWire), reading_of("b", kWire), reading_of("c", kWire)};
    const auto person = [](const char* id, const char* name) {
        record::Entity entity;
        entity.id.value = id;
        entity.name = name;
        return entity;
    };
    readings[0].entities = {person("00000000000000aa", "Mette Holm")};
    readings[1].entities = {person("00000000000000bb", "Holm")};
    readings[2].entities = {person("00000000000000cc", "Mette Holm")};
    readings[1].mentions = {{{0, 3}, {0, 3}, record::MentionForm::kName, {"00000000000000bb"}}};
    record::Story together, apart;
    together.reports = {{"a"}, {"b"}};
    apart.reports = {{"c"}};
    merge_entities(readings, std::vector<record::Story>{together, apart});
    EXPECT_EQ(readings[1].mentions[0].entity.value, "00000000000000aa");
    EXPECT_EQ(readings[2].entities[0].id.value, "00000000000000cc");
    const auto entities = all_entities(readings);
    ASSERT_EQ(entities.size(), 2U);
    EXPECT_EQ(entities[0].name, "Mette Holm");
    EXPECT_EQ(entities[0].aliases, std::vector<std::string>{"Holm"});
}

TEST(Merge, OneBodyInBothSpellings) {
    std::vector<record::Reading> readings = {reading_of("a", kWire), reading_of("b", kWire)};
    const auto body = [](const char* id, const char* name) {
        record::Entity entity;
        entity.id.value = id;
        entity.name = name;
        entity.kind = record::EntityKind::kOrganisation;
        return entity;
    };
    readings[0].entities = {body("00000000000000aa", "Ruritanian Defence Ministry")};
    readings[1].entities = {body("00000000000000bb", "Ruritanian Defense Ministry")};
    record::Story together;
    together.reports = {{"a"}, {"b"}};
    merge_entities(readings, std::vector<record::Story>{together});
    EXPECT_EQ(readings[1].entities[0].id.value, "00000000000000aa");
}

}  // namespace
}  // namespace readout::story
