#include "query/names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/sample.h"

namespace readout::query {
namespace {

using record::EntityKind;
using testing::ElementsAre;

class Names : public testing::Test {
  protected:
    Fit fit(std::string_view asked, const std::string& id) {
        record::Reading reading;
        return AskedName(asked, index_).fit(reading, record::Reference{std::nullopt, {id}, ""});
    }

    std::vector<record::Entity> entities_{
        sample::entity("brule", "Élodie Brûlé", EntityKind::kPerson, "FRA", {"Brûlé"}),
        sample::entity("aide", "unnamed aide of Élodie Brûlé", EntityKind::kPerson, "FRA", {}, false),
        sample::entity("rus", "Russia", EntityKind::kState, "RUS", {"Soviet Union", "Moscow"}),
        sample::entity("bank", "Bank of Russia", EntityKind::kOrganisation, "RUS", {})};
    EntityIndex index_ = index_of(entities_);
};

TEST_F(Names, CaseAndAccentsDoNotMatter) {
    for (const char* asked : {"Brûlé", "brule", "ELODIE BRULE", "élodie", " brule. "}) {
        EXPECT_EQ(fit(asked, "brule"), Fit::kWhole) << asked;
    }
    EXPECT_EQ(fit("Brul", "brule"), Fit::kNone);
    EXPECT_EQ(fit("Brule Elodie", "brule"), Fit::kNone);
}

TEST_F(Names, AStateIsNotItsBankNorAPersonHisAide) {
    EXPECT_EQ(fit("Russia", "rus"), Fit::kWhole);
    EXPECT_EQ(fit("soviet union", "rus"), Fit::kWhole);
    EXPECT_EQ(fit("Soviet", "rus"), Fit::kPart);
    EXPECT_EQ(fit("Russia", "bank"), Fit::kPart);
    EXPECT_EQ(fit("Brulé", "aide"), Fit::kPart);
    EXPECT_EQ(fit("unnamed aide of elodie brule", "aide"), Fit::kWhole);
}

TEST_F(Names, WithoutAnEntityTheNameOrTheWordsCount) {
    record::Reading reading;
    reading.report.text = "The envoy said no.";
    const record::Reference who{text::Span{0, 9}, {}, "unnamed envoy"};
    EXPECT_EQ(AskedName("the envoy", index_).fit(reading, who), Fit::kWhole);
    EXPECT_EQ(AskedName("unnamed envoy", index_).fit(reading, who), Fit::kWhole);
    EXPECT_EQ(AskedName("envoy", index_).fit(reading, who), Fit::kPart);
    EXPECT_EQ(AskedName("no", index_).fit(reading, who), Fit::kNone);
    EXPECT_EQ(AskedName("envoy", index_).fit(reading, std::nullopt), Fit::kNone);
    EXPECT_EQ(called(reading, who), "unnamed envoy");
    EXPECT_EQ(called(reading, record::Reference{text::Span{0, 9}, {}, ""}), "The envoy");
    EXPECT_EQ(called(reading, std::nullopt), "");
}

TEST_F(Names, OneOfSeveralWhoSpeakTogether) {
    const record::Reading reading;
    const record::Reference both{std::nullopt, {}, "Egypt and Sudan"},
        three{std::nullopt, {}, "Karin Holm, Ada Lund and Bank of Russia"},
        clerk{std::nullopt, {}, "unnamed clerk for trade and industry"};
    EXPECT_EQ(AskedName("Sudan", index_).fit(reading, both), Fit::kWhole);
    EXPECT_EQ(AskedName("egypt", index_).fit(reading, both), Fit::kWhole);
    EXPECT_EQ(AskedName("Lund", index_).fit(reading, three), Fit::kWhole);
    EXPECT_EQ(AskedName("Russia", index_).fit(reading, three), Fit::kPart);
    EXPECT_EQ(AskedName("industry", index_).fit(reading, clerk), Fit::kPart);
}

TEST(HoldsWords, WholeWordsInARow) {
    EXPECT_TRUE(holds_words("the northern wire", "northern wire"));
    EXPECT_TRUE(holds_words("northerner northern", "northern"));
    EXPECT_FALSE(holds_words("northerner", "northern"));
    EXPECT_FALSE(holds_words("wire northern", "northern wire"));
}

TEST(NearestNames, FewestLettersToChange) {
    const std::map<std::string, std::size_t> counts{
        {"Mikhail Gorbachev", 3}, {"George Shultz", 5}, {"Ronald Reagan", 1}, {"Donald Regan", 2}};
    EXPECT_THAT(nearest_names("Gorbatchov", counts, 1), ElementsAre("Mikhail Gorbachev"));
    EXPECT_THAT(nearest_names("regan", counts, 2), ElementsAre("Donald Regan", "Ronald Reagan"));
    EXPECT_THAT(nearest_names("Jorge Schultz", counts, 1), ElementsAre("George Shultz"));
    EXPECT_THAT(nearest_names("x", {}, 3), ElementsAre());
}

}  // namespace
}  // namespace readout::query
