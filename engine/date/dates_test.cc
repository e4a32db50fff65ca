#include "date/dates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/hostile.h"

namespace readout::date {
namespace {

constexpr std::string_view kTable =
    "id\tfrom\tto\tname\tkind\tkeywords\tplace\tcountries\tsource\n"
    "1986-summit\t1986-10-11\t1986-10-12\tReykjavik summit\tsummit\tReykjavik|Iceland & summit|meeting & Reagan & "
    "Gorbachev\tReykjavik\tUSA,RUS\tpublic record\n"
    "1986-fire\t1986-04-26\t1986-04-26\tReactor fire\tdisaster\tChernobyl & exploded|explosion\tChernobyl\tUKR\tpublic "
    "record\n";

KnownEvents events() {
    auto parsed = KnownEvents::parse(kTable, "events.tsv");
    EXPECT_TRUE(parsed);
    return std::move(*parsed);
}

record::Reading read(std::string text, std::string published = {}, std::string url = {}) {
    record::Reading reading;
    reading.report.text = std::move(text);
    reading.report.given_published = std::move(published);
    reading.report.url = std::move(url);
    read_dates(reading, events());
    return reading;
}

std::string published_of(const record::Reading& reading) {
    const auto& published = reading.report.published;
    if (!published) return "none";
    return base::iso(published->range.from) + ".." + base::iso(published->range.to);
}

TEST(Dates, EmptyTextHasNone) {
    const auto reading = read("");
    EXPECT_TRUE(reading.dates.empty());
    EXPECT_FALSE(reading.report.published);
}

TEST(Dates, SpansAreTheWords) {
    const auto reading = read("“Zürich” — on Thursday, 28 May, they met.", "2026-05-29");
    ASSERT_EQ(reading.dates.size(), 1U);
    EXPECT_EQ(text::words_at(reading.report.text, reading.dates[0].span), "Thursday, 28 May");
    EXPECT_EQ(reading.dates[0].value, "2026-05-28");
}

TEST(Dates, IntervalOfPublicationLeavesOpenWhatItDoesNotDecide) {
    // Written on one of two days: Friday is the same for both, today is not.
    const auto reading = read(
        "Reagan and Gorbachev parted on Sunday after a summit in Iceland. On Friday they were hopeful; "
        "today they are not.");
    EXPECT_EQ(published_of(reading), "1986-10-12..1986-10-13");
    ASSERT_EQ(reading.dates.size(), 3U);
    EXPECT_EQ(reading.dates[1].value, "1986-10-10");
    EXPECT_EQ(reading.dates[2].value, "XXXX-XX-XX");
    ASSERT_TRUE(reading.dates[2].range);
    EXPECT_EQ(base::iso(reading.dates[2].range->to), "1986-10-13");
}

TEST(Dates, MutedBlocksHaveNoDates) {
    record::Reading reading;
    reading.report.text = "They met on Friday.\n\nAll rights of 3 May 2019 reserved.";
    reading.report.given_published = "2019-05-06";
    reading.report.blocks = {{{0, 19}, record::BlockKind::kParagraph, ""},
                             {{21, 55}, record::BlockKind::kDisclaimer, ""}};
    read_dates(reading, KnownEvents());
    ASSERT_EQ(reading.dates.size(), 1U);
    EXPECT_EQ(reading.dates[0].value, "2019-05-03");
}

TEST(Dates, WhatIsGivenAndCannotBeReadIsNoted) {
    for (const std::string given : {"notadate", "31/31/2014"}) {
        record::Reading reading;
        reading.report.text = "They met.";
        reading.report.given_published = given;
        read_dates(reading, KnownEvents());
        ASSERT_EQ(reading.report.notes.size(), 1U) << given;
        EXPECT_EQ(reading.report.notes[0].kind, record::NoteKind::kDateConflict);
    }
    record::Reading reading;
    reading.report.text = "They met.";
    reading.report.given_published = "Oct 2014";
    read_dates(reading, KnownEvents());
    EXPECT_TRUE(reading.report.notes.empty());
    ASSERT_TRUE(reading.report.published);
    EXPECT_EQ(base::iso(reading.report.published->range.from), "2014-10-01");
    EXPECT_EQ(base::iso(reading.report.published->range.to), "2014-10-31");
}

// A page of 2011 that shows an article of 1986: the article's words are told from its own days.
TEST(Dates, RepublishedWordsAreToldFromTheirOwnDay) {
    record::Reading reading;
    auto& report = reading.report;
    report.given_published = "2011-03-09";
    const auto add = [&](std::string_view words, record::BlockKind kind) {
        const auto begin = static_cast<std::uint32_t>(report.text.size());
        report.text += words;
        report.blocks.push_back({{begin, static_cast<std::uint32_t>(report.text.size())}, kind, ""});
        report.text += "\n\n";
    };
    add("I found this on Monday in the Harbour Courier of 21 October 1986.", record::BlockKind::kCommentary);
    add("\"LISBON, Oct. 20 -", record::BlockKind::kDateline);
    add("The dockers marched today. They had voted on Thursday.\"", record::BlockKind::kRepublished);
    add("My uncle marched on Saturday.", record::BlockKind::kCommentary);
    read_dates(reading, KnownEvents());
    std::vector<std::string> values;
    for (const auto& date : reading.dates) values.push_back(date.value);
    EXPECT_THAT(values, testing::ElementsAre("2011-03-07", "1986-10-21", "1986-10-20", "1986-10-20", "1986-10-16",
                                             "2011-03-05"));
}

TEST(Published, ReadsDatesAsMailAndFeedsWriteThem) {
    EXPECT_EQ(published_of(read("News.", "Wed, 08 Oct 2014 10:00:00 GMT")), "2014-10-08..2014-10-08");
    EXPECT_EQ(published_of(read("News.", "20141008")), "2014-10-08..2014-10-08");
    EXPECT_EQ(published_of(read("News.", "2014")), "2014-01-01..2014-12-31");
    EXPECT_EQ(published_of(read("News.", "soon")), "none");
    EXPECT_EQ(published_of(read("News.", "2014-13-45")), "none");
}

TEST(Published, ReadsAddresses) {
    EXPECT_EQ(published_of(read("News.", "", "https://a.example/2014/02/28/x")), "2014-02-28..2014-02-28");
    EXPECT_EQ(published_of(read("News.", "", "https://a.example/2014/02/30/x")), "2014-02-01..2014-02-28");
    EXPECT_EQ(published_of(read("News.", "", "https://a.example/article-1334980/x")), "none");
}

TEST(Published, MastheadThatKnowsTooMuchIsNotedWithItsWords) {
    const auto reading = read("Tuesday, 02 January 1979\n\nThe explosion at Chernobyl killed dozens, doctors said.");
    ASSERT_FALSE(reading.report.notes.empty());
    EXPECT_EQ(reading.report.notes[0].kind, record::NoteKind::kDateConflict);
    EXPECT_EQ(text::words_at(reading.report.text, reading.report.notes[0].span), "Tuesday, 02 January 1979");
    EXPECT_EQ(published_of(reading), "1979-01-02..1979-01-02");  // one fact may be a misreading
}

TEST(Published, MastheadGivesWayToTwoFacts) {
    const auto reading = read(
        "Tuesday, 02 January 1979\n\nThe explosion at Chernobyl killed dozens, doctors said.\n\nThe minister spoke in "
        "the capital of a wound that would not close and asked for patience and for help from abroad. He recalled how "
        "Reagan and Gorbachev had come away from their summit in Iceland with nothing.");
    EXPECT_NE(published_of(reading), "1979-01-02..1979-01-02");
    ASSERT_FALSE(reading.report.notes.empty());
}

TEST(Published, OneMisreadEventDoesNotUnseatMetadata) {
    const auto reading = read("The explosion at Chernobyl, the film of that name, opens tomorrow.", "1979-01-02");
    EXPECT_EQ(published_of(reading), "1979-01-02..1979-01-02");
    EXPECT_TRUE(reading.report.notes.empty());
}

TEST(Published, EveOfAnAnniversary) {
    EXPECT_EQ(published_of(read("Tomorrow it will be thirty years since the reactor at Chernobyl exploded.")),
              "2016-04-25..2016-04-25");
}

TEST(KnownEventsTable, NeedsOneWordOfEveryGroup) {
    const auto reading = read("Reagan and Gorbachev had a meeting on Sunday.");
    EXPECT_EQ(published_of(reading), "none");
}

TEST(KnownEventsTable, SaysWhatIsWrongWithARow) {
    const std::string head = "from\tto\tname\tkeywords\n";
    const auto bad_day = KnownEvents::parse(head + "1986-10-12\t1986-10-11\tx\ta & b\n", "t.tsv");
    ASSERT_FALSE(bad_day);
    EXPECT_THAT(bad_day.error().message, testing::HasSubstr("t.tsv:2:"));
    const auto no_words = KnownEvents::parse(head + "1986-10-11\t1986-10-11\tx\ta & |\n", "t.tsv");
    ASSERT_FALSE(no_words);
    EXPECT_THAT(no_words.error().message, testing::HasSubstr("keywords are missing"));
}

// Every rule looks a bounded way ahead, so a hostile text costs what its size costs. A quadratic reader would not end.
TEST(Dates, HostileTextsAreReadInLinearTime) {
    for (const std::string_view piece :
         {"the ", "May ", "19", "two hundred ", "1.", "last last ", "summit Reagan ", "Friday, ", "\n", "on Friday ",
          "of the end of the ", "12:", "A2014010112345 ", "3 May 2019\n", "Chernobyl exploded thirty years after "}) {
        std::string text;
        while (text.size() < base::hostile_size(1000000)) text += piece;
        const auto reading = read(text, "2024-02-14");
        for (const auto& date : reading.dates) ASSERT_LE(date.span.end, text.size());
    }
}

}  // namespace
}  // namespace readout::date
