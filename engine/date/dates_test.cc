#include "date/dates.h"

#include <gtest/gtest.h>

namespace readout::date {
namespace {

TEST(Dates, EmptyTextHasNone) {
    record::Reading reading;
    read_dates(reading, KnownEvents());
    EXPECT_TRUE(reading.dates.empty());
    EXPECT_FALSE(reading.report.published);
}

}  // namespace
}  // namespace readout::date
