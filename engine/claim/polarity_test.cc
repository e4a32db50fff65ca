#include "claim/polarity.h"

#include <gtest/gtest.h>

#include "claim/sample.h"

namespace readout::claim {
namespace {

Polarity polarity(std::string text) {
    const record::Reading reading = sample::reading_of("r", std::move(text), 0);
    return read_polarity(reading, 0, static_cast<std::uint32_t>(reading.syntax.tokens.size())).polarity;
}

TEST(Polarity, AffirmsPlainTelling) {
    EXPECT_EQ(polarity("the ministry agreed to a truce"), Polarity::kAffirms);
    EXPECT_EQ(polarity("no fewer than 31 ships were lost"), Polarity::kAffirms);
    EXPECT_EQ(polarity("the text speaks of fishing and nothing else"), Polarity::kAffirms);
}

TEST(Polarity, DeniesWhatDidNotHappen) {
    EXPECT_EQ(polarity("no such promise was made"), Polarity::kDenies);
    EXPECT_EQ(polarity("the ministry has not agreed to a truce"), Polarity::kDenies);
    EXPECT_EQ(polarity("the quota had never been promised"), Polarity::kDenies);
    EXPECT_EQ(polarity("reports of a quota are untrue"), Polarity::kDenies);
}

TEST(Polarity, RefusalIsNoDenial) {
    EXPECT_EQ(polarity("the ministry will not agree to a truce"), Polarity::kRefuses);
    EXPECT_EQ(polarity("we do not give away harbours"), Polarity::kRefuses);
    EXPECT_EQ(polarity("he promised to build no walls"), Polarity::kRefuses);
}

TEST(Polarity, PendingAndUnknownAbstain) {
    EXPECT_EQ(polarity("the accord is not yet signed"), Polarity::kPending);
    EXPECT_EQ(polarity("the ministry did not say who had fired"), Polarity::kUnknown);
    EXPECT_EQ(polarity("if the ministry agrees"), Polarity::kUnreal);
}

TEST(Polarity, MarksRestriction) {
    const record::Reading reading = sample::reading_of("r", "the ministry merely accepted to study a map", 0);
    EXPECT_TRUE(read_polarity(reading, 0, 8).restricted);
}

}  // namespace
}  // namespace readout::claim
