#include "date/resolve.h"

#include <gtest/gtest.h>

#include "date/feasts.h"
#include "date/timeline.h"
#include "text/fold.h"

namespace readout::date {
namespace {

base::Day day(std::string_view iso) {
    return *base::parse_iso(iso);
}

// The value of the only expression of a text written on `published`.
std::string value_of(std::string_view text, std::string_view published) {
    const std::string lower = text::ascii_lower(text);
    const auto list = cut_words(text, lower, {0, static_cast<std::uint32_t>(text.size())});
    const Words words(list);
    const auto placed = place_expressions(words);
    if (placed.size() != 1) return "expressions: " + std::to_string(placed.size());
    std::optional<base::DayRange> range;
    if (!published.empty()) range = base::DayRange{day(published), day(published)};
    return resolve_all(words, placed, range)[0].value;
}

TEST(IsoWeek, YearBelongsToThursday) {
    EXPECT_EQ(week_value(day("2021-01-03")), "2020-W53");
    EXPECT_EQ(week_value(day("2018-12-31")), "2019-W01");
    EXPECT_EQ(week_value(day("2025-08-15")), "2025-W33");
}

TEST(Feasts, FollowTheMoon) {
    EXPECT_EQ(base::iso(easter(2024)), "2024-03-31");
    EXPECT_EQ(base::iso(easter(2019)), "2019-04-21");
    EXPECT_EQ(base::iso(*feast_day("thanksgiving", 2025)), "2025-11-27");
    // By the tables; sighted on 2 April 2022 and 11 March 2024.
    EXPECT_LE(std::abs(ramadan(2022) - day("2022-04-02")), 2);
    EXPECT_LE(std::abs(ramadan(2024) - day("2024-03-11")), 2);
}

TEST(Resolve, MonthEndsAreClamped) {
    EXPECT_EQ(value_of("It began a month ago.", "2023-03-31"), "2023-02");
    EXPECT_EQ(value_of("It was signed on February 30.", "2023-03-31"), "XXXX-02-30");
    EXPECT_EQ(value_of("It was signed on 29 February.", "2023-03-31"), "XXXX-02-29");
    EXPECT_EQ(value_of("It was signed on 29 February.", "2024-03-31"), "2024-02-29");
}

TEST(Resolve, AcrossTheTurnOfTheYear) {
    EXPECT_EQ(value_of("It was signed in December.", "2024-01-05"), "2023-12");
    EXPECT_EQ(value_of("They will meet on January 4.", "2023-12-28"), "2024-01-04");
    EXPECT_EQ(value_of("Last week they met.", "2021-01-06"), "2020-W53");
    EXPECT_EQ(value_of("It was seen last August.", "2026-02-10"), "2025-08");
    EXPECT_EQ(value_of("It was seen last August.", "2025-08-20"), "2024-08");
}

TEST(Resolve, HugeCountsStayDurations) {
    EXPECT_EQ(value_of("It fell 4000 years ago.", "2024-01-05"), "P4000Y");
    EXPECT_EQ(value_of("It fell 900 centuries ago.", "2024-01-05"), "P90000Y");
}

TEST(Resolve, WithoutADayOfPublication) {
    EXPECT_EQ(value_of("They met on Friday.", ""), "XXXX-WXX-5");
    EXPECT_EQ(value_of("They met yesterday.", ""), "XXXX-XX-XX");
    EXPECT_EQ(value_of("They met on 3 May 2019.", ""), "2019-05-03");
    EXPECT_EQ(value_of("They met in the first quarter.", ""), "XXXX-Q1");
}

TEST(Tense, ParticiplesFollowTheirAuxiliary) {
    EXPECT_EQ(value_of("The vote will be held on Monday.", "2024-02-14"), "2024-02-19");
    EXPECT_EQ(value_of("The vote was held on Monday.", "2024-02-14"), "2024-02-12");
    EXPECT_EQ(value_of("The vote is scheduled for Monday.", "2024-02-14"), "2024-02-19");
    EXPECT_EQ(value_of("They walked into the disputed zone on Monday.", "2024-02-14"), "2024-02-12");
}

}  // namespace
}  // namespace readout::date
