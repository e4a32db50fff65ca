#include "claim/weaver.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "claim/sample.h"

namespace readout::claim {
namespace {

using sample::add_statement;
using sample::reading_of;
using sample::story_of;

Claims weave(const std::vector<record::Reading>& readings) {
    record::Story story;
    story.id.value = "story";
    for (const record::Reading& reading : readings) story.reports.push_back(reading.report.id);
    return weave_claims(readings, std::vector<record::Story>{story}, {});
}

std::vector<record::Reading> quota_readings() {
    std::vector<record::Reading> readings{
        reading_of("a", "London said that Iceland had promised the trawlers a quota of cod.", 10),
        reading_of("b", "Reykjavik said that no quota of cod had been promised to the trawlers.", 11)};
    add_statement(readings[0], "London", "Iceland had promised the trawlers a quota of cod");
    add_statement(readings[1], "Reykjavik", "no quota of cod had been promised to the trawlers");
    return readings;
}

TEST(Weaver, FindsADenialAndWhatItDenies) {
    const Claims claims = weave(quota_readings());
    ASSERT_EQ(claims.disputes.size(), 1U);
    const record::Dispute& dispute = claims.disputes[0];
    EXPECT_EQ(dispute.slot, record::Slot::kAgreed);
    ASSERT_EQ(dispute.camps.size(), 2U);
    EXPECT_EQ(dispute.camps[0].value, "yes");
    EXPECT_EQ(dispute.camps[1].value, "no");
    EXPECT_EQ(dispute.camps[0].independent, 1);
    EXPECT_EQ(claims.accounts.size(), 2U);
    EXPECT_EQ(claims.claims[0].status, record::ClaimStatus::kDisputed);
}

TEST(Weaver, OneSourceDoesNotDisputeItself) {
    auto readings = quota_readings();
    readings[1].statements[0].speaker->name = "London";
    EXPECT_TRUE(weave(readings).disputes.empty());
}

TEST(Weaver, ARefusalIsNoDenial) {
    std::vector<record::Reading> readings = quota_readings();
    readings[1] = reading_of("b", "Reykjavik said that no quota of cod will be promised to the trawlers.", 11);
    add_statement(readings[1], "Reykjavik", "no quota of cod will be promised to the trawlers");
    EXPECT_TRUE(weave(readings).disputes.empty());
}

TEST(Weaver, NoCommentIsAnOpenQuestion) {
    std::vector<record::Reading> readings{reading_of("a", "The ministry has not confirmed the loss of a ship.", 3)};
    add_statement(readings[0], "The ministry", "the loss of a ship", record::Act::kNoComment);
    const Claims claims = weave(readings);
    EXPECT_TRUE(claims.disputes.empty());
    ASSERT_EQ(claims.claims.size(), 1U);
    EXPECT_EQ(claims.claims[0].status, record::ClaimStatus::kOpenQuestion);
    EXPECT_EQ(claims.claims[0].question, "Unanswered: “The ministry has not confirmed the loss of a ship”");
    EXPECT_EQ(claims.accounts[0].stance, record::Stance::kNoComment);
}

TEST(Weaver, OrderOfReportsDoesNotMatter) {
    auto readings = quota_readings();
    const Claims forward = weave(readings);
    std::reverse(readings.begin(), readings.end());
    const Claims backward = weave(readings);
    ASSERT_EQ(forward.accounts.size(), backward.accounts.size());
    for (std::size_t i = 0; i < forward.accounts.size(); ++i) {
        EXPECT_EQ(forward.accounts[i].id, backward.accounts[i].id);
    }
    ASSERT_EQ(forward.disputes.size(), 1U);
    EXPECT_EQ(forward.disputes[0].id, backward.disputes[0].id);
}

TEST(Weaver, HostileStoryTakesLinearTime) {
    // Every sentence denies and affirms the same words: all would match all.
    std::string text;
    for (int i = 0; i < 4000; ++i) text += "Nobody promised the 7 killed sailors a quota of cod. ";
    std::vector<record::Reading> readings{reading_of("a", text, 1), reading_of("b", text + "End.", 2)};
    for (record::Reading& reading : readings) {
        std::uint32_t n = 0;
        for (const record::Sentence& sentence : reading.syntax.sentences) {
            record::Statement statement;
            statement.id.value = reading.report.id.value + std::to_string(n);
            statement.speaker = record::Reference{sentence.span, {}, "speaker " + std::to_string(n++ % 50)};
            statement.span = sentence.span;
            statement.content.push_back(sentence.span);
            reading.statements.push_back(statement);
        }
    }
    const auto begin = std::chrono::steady_clock::now();
    const Claims claims = weave(readings);
    const auto spent = std::chrono::steady_clock::now() - begin;
    EXPECT_LT(std::chrono::duration_cast<std::chrono::seconds>(spent).count(), 20);
    EXPECT_LT(claims.disputes.size(), 4000U);
}

}  // namespace
}  // namespace readout::claim
