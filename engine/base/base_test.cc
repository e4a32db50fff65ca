#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "base/calendar.h"
#include "base/hash.h"
#include "base/pool.h"
#include "base/table.h"

namespace readout::base {
namespace {

TEST(Calendar, CountsDaysBothWays) {
    EXPECT_EQ(day_of(1970, 1, 1).number, 0);
    EXPECT_EQ(day_of(2000, 3, 1).number, 11017);
    for (int number = -200000; number < 200000; number += 17) {
        const Civil c = civil_of(Day{number});
        ASSERT_EQ(day_of(c.year, c.month, c.day).number, number);
    }
}

TEST(Calendar, KnowsWeekdays) {
    EXPECT_EQ(weekday_of(day_of(1986, 10, 11)), 5);  // the Reykjavik summit began on a Saturday
    EXPECT_EQ(weekday_of(day_of(1978, 9, 17)), 6);   // the Camp David accords were signed on a Sunday
    EXPECT_EQ(weekday_of(Day{-1}), 2);
}

TEST(Calendar, ReadsIsoDatesAndRefusesOthers) {
    EXPECT_EQ(iso(*parse_iso("1986-10-12T11:00:00Z")), "1986-10-12");
    EXPECT_FALSE(parse_iso("1986-02-29"));
    EXPECT_FALSE(parse_iso("1986-10-123"));
    EXPECT_FALSE(parse_iso("12 Oct 1986"));
}

TEST(Fingerprint, SeparatesFields) {
    EXPECT_NE(Fingerprint().add("ab").add("c").hex(), Fingerprint().add("a").add("bc").hex());
    EXPECT_EQ(Fingerprint().add("ab").hex().size(), 16U);
}

TEST(Table, ReadsNamedColumnsInAnyOrder) {
    const auto table = Table::parse("# note\nb\ta\n2\t1\n\n4\t3\n", "x.tsv", {"a", "b"});
    ASSERT_TRUE(table);
    ASSERT_EQ(table->size(), 2U);
    EXPECT_EQ(table->cell(1, 0), "3");
    EXPECT_EQ(table->line(1), 5U);
}

TEST(Table, SaysWhichLineIsWrong) {
    const auto table = Table::parse("a\tb\n1\n", "x.tsv", {"a"});
    ASSERT_FALSE(table);
    EXPECT_THAT(table.error().message, testing::StartsWith("x.tsv:2:"));
}

TEST(Pool, DoesEachPieceOnce) {
    std::vector<int> done(1000, 0);
    parallel_for(done.size(), 4, [&](std::size_t i) { ++done[i]; });
    EXPECT_EQ(std::accumulate(done.begin(), done.end(), 0), 1000);
    EXPECT_EQ(*std::max_element(done.begin(), done.end()), 1);
}

}  // namespace
}  // namespace readout::base
