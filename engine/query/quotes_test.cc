#include "query/quotes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "query/sample.h"

namespace readout::query {
namespace {

using record::Act;
using record::EntityKind;
using testing::ElementsAre;
using testing::IsEmpty;

/// A wire, a copy of it with another number, a report of its own, and one without a date.
class Quotes : public testing::Test {
  protected:
    Quotes() {
        const std::string wire =
            "“We were offered nothing,” Ada Brandt said. She wants ten ships. Reuters says that Vale denied an offer.";
        std::string copy = wire;
        copy.replace(copy.find("ten"), 3, "12");
        readings_ = {sample::reading("c", "Copy Post", copy, 11), sample::reading("a", "First Wire", wire, 12),
                     sample::reading("b", "", "Petr Vale told Brandt that talks on U.S. ships had failed.", 14),
                     sample::reading("d", "", "Moscow hopes for talks.", 0)};
        for (std::size_t i : {0U, 1U}) {
            record::Reading& reading = readings_[i];
            sample::say(reading, "brandt", "Ada Brandt", "Ada Brandt", "We were offered nothing", Act::kAssert);
            sample::say(reading, "brandt", "Ada Brandt", "She", i == 0 ? "12 ships" : "ten ships", Act::kDemand);
            sample::say(reading, "reuters", "Reuters", "Reuters", "Vale denied an offer", Act::kAssert);
            const record::StatementId outer = reading.statements.back().id;
            sample::say(reading, "vale", "Petr Vale", "Vale", "an offer", Act::kDeny).inside = outer;
        }
        record::Statement& told =
            sample::say(readings_[2], "vale", "Petr Vale", "Petr Vale", "talks on U.S. ships had failed", Act::kAssert);
        told.addressee = record::Reference{std::nullopt, {"brandt"}, "Ada Brandt"};
        told.said_on = base::DayRange{base::day_of(1986, 9, 1), base::day_of(1986, 9, 30)};
        sample::say(readings_[3], "rus", "Russia", "Moscow", "talks", Act::kHope);
        weave_.copies = {sample::copy("c", "a")};
        weave_.entities = {sample::entity("brandt", "Ada Brandt", EntityKind::kPerson, "NOR", {"Brandt"}),
                           sample::entity("reuters", "Reuters", EntityKind::kOrganisation, "GBR", {}),
                           sample::entity("rus", "Russia", EntityKind::kState, "RUS", {"Moscow"}),
                           sample::entity("vale", "Petr Vale", EntityKind::kPerson, "RUS", {"Vale"})};
    }

    Answer ask(const Conditions& conditions) {
        std::vector<const record::Reading*> pointers;
        for (const record::Reading& reading : readings_) pointers.push_back(&reading);
        Answer answer = find_quotes(pointers, weave_, conditions);
        std::reverse(pointers.begin(), pointers.end());
        EXPECT_EQ(rows(find_quotes(pointers, weave_, conditions)), rows(answer)) << "the order of reports matters";
        return answer;
    }

    static std::vector<std::string> rows(const Answer& answer) {
        std::vector<std::string> rows;
        for (const Quote& quote : answer.quotes) {
            rows.push_back(quote.told.reading->report.id.value + ": " + words_said(quote.told));
            if (!quote.copies.empty()) rows.back() += " +" + std::to_string(quote.copies.size());
        }
        return rows;
    }
    std::vector<std::string> rows(const Conditions& conditions) { return rows(ask(conditions)); }

    std::vector<record::Reading> readings_;
    record::Weave weave_;
};

TEST_F(Quotes, CopiesCountOnceAndComeFromTheSource) {
    EXPECT_THAT(rows(Conditions{}),
                ElementsAre("b: talks on U.S. ships had failed", "c: 12 ships", "a: We were offered nothing +1",
                            "a: ten ships", "a: Vale denied an offer +1", "a: an offer +1", "d: talks"));
    Conditions each;
    each.each_copy = true;
    EXPECT_EQ(rows(each).size(), 10U);
}

TEST_F(Quotes, ACopyIsShownWhereItsSourceIsNotAskedFor) {
    Conditions post;
    post.outlet = "copy post";
    EXPECT_THAT(rows(post), ElementsAre("c: We were offered nothing +1", "c: 12 ships", "c: Vale denied an offer +1",
                                        "c: an offer +1"));
}

TEST_F(Quotes, AnAgencyThatIsCreditedCountsAsAnOutlet) {
    readings_[0].report.agency = "First Wire";
    Conditions wire;
    wire.outlet = "first wire";
    wire.each_copy = true;
    EXPECT_EQ(rows(wire).size(), 8U);
    wire.outlet = "report b";
    EXPECT_EQ(rows(wire).size(), 1U);
}

TEST_F(Quotes, TheSameTwiceInAReportIsTwoRows) {
    for (std::size_t i : {0U, 1U}) {
        record::Statement again = readings_[i].statements.front();
        again.id.value += "-again";
        again.span.begin += 1;
        readings_[i].statements.push_back(again);
    }
    Conditions brandt;
    brandt.speaker = "Brandt";
    brandt.acts = {Act::kAssert};
    EXPECT_THAT(rows(brandt), ElementsAre("a: We were offered nothing +1", "a: We were offered nothing +1"));
}

TEST_F(Quotes, BySpeakerAndAddressee) {
    Conditions asked;
    asked.speaker = "vale";
    EXPECT_THAT(rows(asked), ElementsAre("b: talks on U.S. ships had failed", "a: an offer +1"));
    asked.addressee = "Brandt";
    EXPECT_THAT(rows(asked), ElementsAre("b: talks on U.S. ships had failed"));
    asked.speaker = "Russia";
    asked.addressee = "";
    EXPECT_THAT(rows(asked), ElementsAre("d: talks"));
}

TEST_F(Quotes, ByCountry) {
    for (const char* name : {"RUS", "rus", "Russia", "Moscow"}) {
        Conditions asked;
        asked.country = name;
        EXPECT_THAT(rows(asked), ElementsAre("b: talks on U.S. ships had failed", "a: an offer +1", "d: talks"));
    }
    Conditions asked;
    asked.country = "XYZ";
    EXPECT_THAT(ask(asked).countries, ElementsAre("GBR", "NOR", "RUS"));
}

TEST_F(Quotes, AboutAsksForAllWordsFromTheirBeginnings) {
    Conditions asked;
    asked.about = "ship FAIL";
    EXPECT_THAT(rows(asked), ElementsAre("b: talks on U.S. ships had failed"));
    asked.about = "U.S.";
    EXPECT_THAT(rows(asked), ElementsAre("b: talks on U.S. ships had failed"));
    asked.about = "hips";
    EXPECT_THAT(rows(asked), IsEmpty());
    asked.about = "Vale offer";  // of what Vale himself says, his name is no part
    EXPECT_THAT(rows(asked), ElementsAre("a: Vale denied an offer +1"));
}

TEST_F(Quotes, ByAct) {
    Conditions asked;
    asked.acts = {Act::kDeny, Act::kHope};
    EXPECT_THAT(rows(asked), ElementsAre("a: an offer +1", "d: talks"));
}

TEST_F(Quotes, ByDate) {
    Conditions asked;
    asked.until = base::day_of(1986, 9, 30);
    Answer answer = ask(asked);
    EXPECT_THAT(rows(answer), ElementsAre("b: talks on U.S. ships had failed"));
    EXPECT_TRUE(answer.quotes[0].said_then);
    EXPECT_EQ(answer.undated, 1U);
    asked.until = std::nullopt;
    asked.since = base::day_of(1986, 10, 12);
    EXPECT_THAT(rows(asked), ElementsAre("a: We were offered nothing +1", "a: ten ships", "a: Vale denied an offer +1",
                                         "a: an offer +1"));
    asked.since = base::day_of(1986, 9, 15);
    asked.until = base::day_of(1986, 9, 15);  // within the month of which no day is told
    EXPECT_THAT(rows(asked), ElementsAre("b: talks on U.S. ships had failed"));
    asked.acts = {Act::kDeny};
    EXPECT_EQ(ask(asked).undated, 0U);
}

TEST_F(Quotes, LimitCountsWhatItCuts) {
    Conditions asked;
    asked.limit = 2;
    const Answer answer = ask(asked);
    EXPECT_EQ(rows(answer).size(), 2U);
    EXPECT_EQ(answer.cut, 5U);
    EXPECT_EQ(answer.statements, 10U);
}

TEST_F(Quotes, TheChainLeadsFromTheOutermostToTheSpeaker) {
    Conditions asked;
    asked.acts = {Act::kDeny};
    const Answer answer = ask(asked);
    EXPECT_EQ(chain_words(answer.quotes.at(0).chain), "Reuters > Petr Vale");
    EXPECT_EQ(chain_words({"", "Petr Vale"}), "? > Petr Vale");
}

TEST_F(Quotes, ACircleOfChainsEnds) {
    for (record::Statement& statement : readings_[1].statements) statement.inside = statement.id;
    EXPECT_EQ(ask(Conditions{}).quotes.size(), 7U);
}

TEST_F(Quotes, NobodyOfThatNameHasNeighbours) {
    Conditions asked;
    asked.speaker = "Brant";
    const Answer answer = ask(asked);
    EXPECT_THAT(answer.quotes, IsEmpty());
    ASSERT_FALSE(answer.near.empty());
    EXPECT_EQ(answer.near.front(), "Ada Brandt");
    asked.speaker = "Brandt";
    asked.acts = {Act::kPraise};
    EXPECT_THAT(ask(asked).near, IsEmpty());
}

TEST_F(Quotes, LinkAndOutletFallBack) {
    record::Report report = readings_[2].report;
    EXPECT_EQ(outlet_of(report), "report-b");
    report.agency = "The Agency";
    EXPECT_EQ(outlet_of(report), "The Agency");
    report.outlet = "The Post";
    EXPECT_EQ(outlet_of(report), "The Post");
    EXPECT_EQ(link_of(report), "b.txt");
    report.source.files.clear();
    EXPECT_EQ(link_of(report), "report-b");
    report.url = "https://example.org/b";
    EXPECT_EQ(link_of(report), "https://example.org/b");
}

TEST_F(Quotes, WordsOfActs) {
    record::Statement statement;
    statement.act = Act::kNoComment;
    EXPECT_EQ(act_words(statement), "no_comment");
    statement.act = Act::kDeny;
    statement.negated = true;
    EXPECT_EQ(act_words(statement), "not deny");
}

}  // namespace
}  // namespace readout::query
