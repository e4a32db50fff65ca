#include "query/period.h"

#include <gtest/gtest.h>

namespace readout::query {
namespace {

std::string days(std::string_view typed) {
    const auto range = parse_period(typed);
    return range ? base::iso(range->from) + " " + base::iso(range->to) : "none";
}

TEST(Period, DayMonthYear) {
    EXPECT_EQ(days("1986-10-12"), "1986-10-12 1986-10-12");
    EXPECT_EQ(days("1986-10"), "1986-10-01 1986-10-31");
    EXPECT_EQ(days("1986"), "1986-01-01 1986-12-31");
    EXPECT_EQ(days("2024-02"), "2024-02-01 2024-02-29");
}

TEST(Period, WhatIsNoDate) {
    for (const char* typed : {"", "86", "1986-", "1986-13", "1986-00", "1986-02-30", "0000", "1986-10-12T09:00",
                              "12.10.1986", "October", "1986-1-1", "19861012", "-986"}) {
        EXPECT_EQ(days(typed), "none") << typed;
    }
}

}  // namespace
}  // namespace readout::query
