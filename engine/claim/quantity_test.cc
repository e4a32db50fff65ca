#include "claim/quantity.h"

#include <gtest/gtest.h>

#include "claim/sample.h"

namespace readout::claim {
namespace {

std::vector<Quantity> quantities(std::string text) {
    const record::Reading reading = sample::reading_of("r", std::move(text), 0);
    return quantities_of(reading, 0, static_cast<std::uint32_t>(reading.syntax.tokens.size()));
}

std::string only(std::string text) {
    const auto found = quantities(std::move(text));
    return found.size() == 1 ? written(found[0].value) : std::to_string(found.size()) + " quantities";
}

TEST(Quantity, ReadsDigitsAndWords) {
    EXPECT_EQ(only("killing 31 soldiers"), "31");
    EXPECT_EQ(only("killing thirty-one soldiers"), "31");
    EXPECT_EQ(only("1,200 prisoners were freed"), "1200");
    EXPECT_EQ(only("eleven hundred people slept there"), "1100");
    EXPECT_EQ(only("they copied 2.1 terabytes"), "2100");
}

TEST(Quantity, ReadsBounds) {
    EXPECT_EQ(only("at least 40 ships"), "40..");
    EXPECT_EQ(only("more than 40 ships"), "41..");
    EXPECT_EQ(only("up to 40 ships"), "0..40");
    EXPECT_EQ(only("dozens of ships"), "24..99");
    EXPECT_EQ(only("the toll rose from seven to eight"), "7..8");
}

TEST(Quantity, FindsRoleAndPart) {
    const auto first = [](std::string text) {
        const auto found = quantities(std::move(text));
        return found.empty() ? Quantity{} : found.front();
    };
    EXPECT_EQ(first("seven sailors were killed").role, Role::kKilled);
    EXPECT_EQ(first("seven sailors were hurt").role, Role::kInjured);
    EXPECT_EQ(first("the dead are now seven").role, Role::kKilled);
    EXPECT_TRUE(first("killed including 4 children").part);
}

TEST(Quantity, LeavesYearsAndAgesOut) {
    EXPECT_TRUE(quantities("it ended in 1956").empty());
    EXPECT_TRUE(quantities("at 4 pm he left").empty());
}

TEST(Quantity, ComparesAsIntervals) {
    const auto equal = [](std::string a, std::string b) {
        return can_be_equal(quantities(std::move(a))[0], quantities(std::move(b))[0]);
    };
    EXPECT_TRUE(equal("about 40 ships", "38 ships"));
    EXPECT_TRUE(equal("at least 40 ships", "55 ships"));
    EXPECT_FALSE(equal("at least 40 ships", "25 ships"));
    EXPECT_FALSE(equal("seven ships", "eight ships"));
    EXPECT_TRUE(equal("1,280,000 ships", "1,300,000 ships"));
}

TEST(Quantity, HostileNumbersStayBounded) {
    std::string text;
    for (int i = 0; i < 2000; ++i) text += "9999999999999999999999 million million ";
    EXPECT_TRUE(quantities(text).empty());
    std::string many;
    for (int i = 0; i < 2000; ++i) many += "two hundred million billion ";
    EXPECT_LE(quantities(many).size(), 4000U);
}

}  // namespace
}  // namespace readout::claim
