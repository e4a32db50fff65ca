#include "publish/brief.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "publish/brief_flow.h"
#include "publish/brief_sample.h"
#include "publish/brief_text.h"
#include "publish/brief_words.h"
#include "text/units.h"

namespace readout::publish {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string words_of(const Pieces& pieces) {
    std::string out;
    for (const Piece& piece : flow(pieces)) {
        out += piece.kind == Piece::Kind::kCite ? "[" + cite_words(piece.cite) + "]" : piece.words;
    }
    return out;
}

Brief brief_of(const sample::World& world) {
    return build_brief(world.pointers(), world.weave);
}

TEST(Brief, NumbersReportsByDateAndCountsCopies) {
    const StoryBrief story = brief_of(sample::harbour_talks()).stories.at(0);
    ASSERT_EQ(story.sources.size(), 3U);
    EXPECT_EQ(story.sources[0].label, "First Wire");
    EXPECT_EQ(story.sources[1].label, "Copy Post");
    EXPECT_EQ(story.sources[1].remark, "is a copy of [1]");
    EXPECT_EQ(story.sources[2].published, "14 October 1986 (from its dateline)");
    EXPECT_THAT(story.summary, ElementsAre("3 reports from 3 outlets.", "Published 12 to 14 October 1986.",
                                           "1 copies another; 2 stand on their own."));
}

TEST(Brief, TellsACopiedStatementOnce) {
    const StoryBrief story = brief_of(sample::harbour_talks()).stories.at(0);
    const Section* said = sample::section_of(story, SectionKind::kSaid);
    ASSERT_NE(said, nullptr);
    ASSERT_EQ(said->groups.size(), 2U);  // Czechia before Norway: equal counts, by code
    EXPECT_EQ(words_of(said->groups[0].heading), "Czechia");
    EXPECT_EQ(said->groups[0].remark, "1 statement by 1 speaker in 1 report");
    const Part& vale = said->groups[0].parts.at(0);
    EXPECT_EQ(words_of(vale.heading), "Petr Vale");
    EXPECT_EQ(vale.remark, "1 statement in 1 report");
    EXPECT_EQ(words_of(vale.lines.at(0).words), "denied: “that an offer was missing”");
    EXPECT_EQ(words_of(vale.lines.at(0).credit), "in the words of Other News [3:40-65]");
    EXPECT_EQ(said->groups[1].remark, "1 statement by 1 speaker in 2 reports");
    const Part& brandt = said->groups[1].parts.at(0);
    ASSERT_EQ(brandt.lines.size(), 1U);
    EXPECT_EQ(words_of(brandt.lines[0].words), "said: “We were offered nothing”");
    EXPECT_EQ(words_of(brandt.lines[0].credit), "12 October 1986, quoted by First Wire [1:26-49]; copied in [2:26-49]");
}

TEST(Brief, ANamelessSpeakerIsCalledByAllThatIsTold) {
    sample::World world = sample::harbour_talks();
    world.weave.entities[1].name = "unnamed doctor";
    world.weave.entities[1].named = false;
    world.readings[2].statements[0].speaker->name = "unnamed doctor of Ada Brandt";
    const StoryBrief story = brief_of(world).stories.at(0);
    const Section* said = sample::section_of(story, SectionKind::kSaid);
    ASSERT_NE(said, nullptr);
    EXPECT_EQ(words_of(said->groups.at(0).parts.at(0).heading), "unnamed doctor of Ada Brandt");
}

TEST(Brief, PutsBothSentencesOfADisputeSideBySide) {
    const StoryBrief story = brief_of(sample::harbour_talks()).stories.at(0);
    const Section* disputes = sample::section_of(story, SectionKind::kDisputes);
    ASSERT_NE(disputes, nullptr);
    ASSERT_EQ(disputes->groups.size(), 1U);
    const Group& group = disputes->groups[0];
    EXPECT_EQ(words_of(group.heading), "Was there an offer?");
    EXPECT_EQ(group.remark, "In dispute: whether it happened. Explicit denial.");
    ASSERT_EQ(group.columns.size(), 2U);
    EXPECT_EQ(words_of(group.columns[0].heading), "No");
    EXPECT_EQ(group.columns[0].remark, "1 independent source");
    EXPECT_EQ(words_of(group.columns[0].lines.at(0).words), "‘“We were offered nothing,” Ada Brandt said on Sunday.’");
    EXPECT_EQ(words_of(group.columns[1].lines.at(0).credit), "Petr Vale, reported by Other News [3:40-65]");
}

TEST(Brief, ListsWhatNobodyAnswersAndTheAlteredWordsOfACopy) {
    const StoryBrief story = brief_of(sample::harbour_talks()).stories.at(0);
    const Section* open = sample::section_of(story, SectionKind::kUnanswered);
    ASSERT_NE(open, nullptr);
    EXPECT_EQ(words_of(open->groups.at(0).heading), "What does the spokesman say?");
    const Section* copies = sample::section_of(story, SectionKind::kCopies);
    ASSERT_NE(copies, nullptr);
    const Group& copy = copies->groups.at(0);
    EXPECT_EQ(words_of(copy.heading), "Copy Post [2] is a copy of First Wire [1]");
    EXPECT_THAT(words_of(copy.columns.at(0).lines.at(0).words), HasSubstr("met for 12 hours"));
    EXPECT_THAT(words_of(copy.columns.at(1).lines.at(0).words), HasSubstr("met for ten hours"));
}

TEST(Brief, TheTimelineHasOneLineForAnEventAndItsCopy) {
    const StoryBrief story = brief_of(sample::harbour_talks()).stories.at(0);
    const Section* timeline = sample::section_of(story, SectionKind::kTimeline);
    ASSERT_NE(timeline, nullptr);
    ASSERT_EQ(timeline->groups.size(), 1U);
    EXPECT_EQ(words_of(timeline->groups[0].heading), "Sunday 12 October 1986");
    std::vector<std::string> lines;
    for (const Line& line : timeline->groups[0].lines) lines.push_back(words_of(line.words));
    EXPECT_THAT(lines, ElementsAre("Ada Brandt said: ‘“We were offered nothing,” Ada Brandt said on Sunday.’",
                                   "talks (meet): “The ministers met for ten hours on the quay.”"));
}

TEST(Brief, EveryCiteGivesTheWordsItQuotes) {
    const sample::World world = sample::harbour_talks();
    const Brief brief = brief_of(world);
    std::map<int, std::string> texts;
    for (const BriefSource& source : brief.stories[0].sources) {
        for (const record::Reading& reading : world.readings) {
            if (reading.report.name == source.name) texts[source.number] = reading.report.text;
        }
    }
    int checked = 0;
    const Section* said = sample::section_of(brief.stories[0], SectionKind::kSaid);
    for (const Group& group : said->groups) {
        for (const Line& line : group.parts.at(0).lines) {
            for (const Piece& piece : line.credit) {
                if (piece.kind != Piece::Kind::kCite) continue;
                const std::string& text = texts.at(piece.cite.source);
                const text::Units units(text);
                const std::uint32_t begin = units.byte_of_code_point(piece.cite.begin);
                const std::uint32_t end = units.byte_of_code_point(piece.cite.end);
                EXPECT_EQ(text.substr(begin, end - begin), line.words.back().words);
                ++checked;
            }
        }
    }
    EXPECT_EQ(checked, 3);
}

TEST(Brief, DoesNotDependOnTheOrderOfReadings) {
    sample::World world = sample::harbour_talks();
    const std::string first = brief_text(brief_of(world), {});
    std::vector<const record::Reading*> readings = world.pointers();
    std::sort(readings.begin(), readings.end());
    do {
        EXPECT_EQ(brief_text(build_brief(readings, world.weave), {}), first);
    } while (std::next_permutation(readings.begin(), readings.end()));
}

TEST(Brief, BigStoriesComeFirstAndOneCanBeChosen) {
    sample::World world = sample::harbour_talks();
    world.readings.push_back(sample::reading("z1", "Far Paper", "Rain in the hills\nIt rained.", 2));
    record::Story rain;
    rain.id.value = "a-story";
    rain.title = "Rain in the hills";
    rain.reports = {{"z1"}};
    world.weave.stories.insert(world.weave.stories.begin(), rain);
    const Brief both = brief_of(world);
    EXPECT_EQ(both.remark, "4 reports tell 2 stories.");
    ASSERT_EQ(both.stories.size(), 2U);
    EXPECT_EQ(both.stories[0].id, "story");
    EXPECT_EQ(both.stories[1].sources.at(0).number, 4);
    EXPECT_EQ(sample::section_of(both.stories[1], SectionKind::kDisputes), nullptr);
    const Brief one = build_brief(world.pointers(), world.weave, {rain.id});
    ASSERT_EQ(one.stories.size(), 1U);
    EXPECT_EQ(one.stories[0].title, "Rain in the hills");
}

TEST(Brief, LimitsListsAndSaysHowMuchIsLeft) {
    sample::World world = sample::harbour_talks();
    std::string text = "Many words\n";
    for (int i = 0; i < 30; ++i) text += "I say it for time number " + std::to_string(i) + ".\n";
    world.readings[2] = sample::reading("b1", "Other News", text, 14);
    for (int i = 0; i < 30; ++i) {
        sample::say(world.readings[2], "e:vale", "I say it for time number " + std::to_string(i) + ".",
                    record::Act::kAssert, record::Quotation::kIndirect);
    }
    const StoryBrief story = brief_of(world).stories.at(0);
    const Part& vale = sample::section_of(story, SectionKind::kSaid)->groups.at(0).parts.at(0);
    EXPECT_EQ(vale.lines.size(), 12U);
    EXPECT_EQ(vale.more, "and 18 more: readout quotes FILES --speaker 'Petr Vale'");
}

TEST(BriefWords, ShownKeepsToOneLineAndDisarmsControls) {
    EXPECT_EQ(shown_trimmed("  a\r\n\tb\xC2\xA0 c "), "a b c");
    EXPECT_EQ(shown("\033[31mred\a"), "\xEF\xBF\xBD[31mred\xEF\xBF\xBD");
    EXPECT_EQ(shown("x\xE2\x80\xAEy"), "x\xEF\xBF\xBDy");  // right-to-left override
    EXPECT_EQ(shown("bad \xFF byte"), "bad \xEF\xBF\xBD byte");
    EXPECT_EQ(shown("naïve Київ"), "naïve Київ");
}

TEST(BriefWords, WindowCutsAtWordsAroundTheMarkedOnes) {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "word" + std::to_string(i) + " ";
    const text::Span whole{0, static_cast<std::uint32_t>(text.size())};
    const text::Span marked = sample::at(text, "word80");
    const text::Span part = window(text, whole, marked, 100);
    EXPECT_LE(part.size(), 100U);
    EXPECT_TRUE(part.contains(marked));
    EXPECT_EQ(text[part.begin], ' ');
    EXPECT_EQ(text[part.end], ' ');
    const std::string solid(4000, 'x');
    EXPECT_EQ(window(solid, {0, 4000}, {0, 0}, 100).size(), 100U);
}

TEST(BriefWords, DaysAndValues) {
    const auto range = [](int y1, int m1, int d1, int y2, int m2, int d2) {
        return base::DayRange{base::day_of(y1, m1, d1), base::day_of(y2, m2, d2)};
    };
    EXPECT_EQ(day_words(range(1986, 10, 12, 1986, 10, 12)), "12 October 1986");
    EXPECT_EQ(day_words(range(1986, 10, 11, 1986, 10, 12)), "11 to 12 October 1986");
    EXPECT_EQ(day_words(range(1986, 10, 1, 1986, 10, 31)), "October 1986");
    EXPECT_EQ(day_words(range(1986, 1, 1, 1986, 12, 31)), "1986");
    EXPECT_EQ(day_words(range(1986, 9, 30, 1986, 10, 2)), "30 September to 2 October 1986");
    EXPECT_EQ(dated_heading(range(1986, 10, 12, 1986, 10, 12)), "Sunday 12 October 1986");
    EXPECT_EQ(value_phrase("40.."), "40 or more");
    EXPECT_EQ(value_phrase("24..99"), "24 to 99");
    EXPECT_EQ(value_phrase("in_principle"), "in principle");
    EXPECT_EQ(country_phrase("FRA"), "France");
    EXPECT_EQ(country_phrase("UNO"), "United Nations");
    EXPECT_EQ(country_phrase("XYZ"), "XYZ");
}

}  // namespace
}  // namespace readout::publish
