// The printers of rows: quoting, offsets, width.

#include "publish/quotes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "publish/brief_sample.h"
#include "publish/columns.h"

namespace readout::publish {
namespace {

using testing::HasSubstr;

std::vector<query::Quote> quotes_of(const sample::World& world) {
    return query::find_quotes(world.pointers(), world.weave, {}).quotes;
}

std::string csv_of(const std::vector<query::Quote>& quotes) {
    std::string csv;
    write_quotes_csv(quotes, [&](std::string_view line) { csv += line; });
    return csv;
}

TEST(QuotesJsonl, SpansCountCodePoints) {
    std::string lines;
    write_quotes_jsonl(quotes_of(sample::harbour_talks()), [&](std::string_view line) { lines += line; });
    const nlohmann::json first = nlohmann::json::parse(lines.substr(0, lines.find('\n')));
    EXPECT_EQ(first["words"], "We were offered nothing");
    EXPECT_EQ(first["content"][0]["begin"], 26);
    EXPECT_EQ(first["content"][0]["end"], 49);
    EXPECT_EQ(first["outlet"], "First Wire");
    EXPECT_EQ(first["date"]["from"], "1986-10-12");
    EXPECT_EQ(first["dated_by"], "said_on");
    ASSERT_EQ(first["copies"].size(), 1U);
    EXPECT_EQ(first["copies"][0]["report"], "c1");
}

TEST(QuotesCsv, QuotesWhatNeedsIt) {
    sample::World world = sample::harbour_talks();
    world.readings[1].report.outlet = "The \"First\", Wire";
    const std::string csv = csv_of(quotes_of(world));
    EXPECT_EQ(csv.rfind("date_from,date_to,", 0), 0U);
    EXPECT_THAT(csv, HasSubstr("1986-10-12,1986-10-12,said_on,\"The \"\"First\"\", Wire\","));
    EXPECT_EQ(csv_of({}), csv.substr(0, csv.find('\n') + 1));
}

TEST(QuotesTable, FitsItsWidth) {
    sample::World world = sample::harbour_talks();
    for (record::Reading& reading : world.readings) {
        reading.report.outlet = "会談ニュース🇫🇷🇫🇷🇫🇷🇫🇷🇫🇷🇫🇷🇫🇷🇫🇷🇫🇷🇫🇷🇫🇷🇫🇷" + reading.report.outlet;
        for (record::Statement& statement : reading.statements) {
            statement.addressee = record::Reference{std::nullopt, {}, std::string(300, 'x') + "\033[1m\n"};
        }
    }
    for (const std::size_t width : {40U, 57U, 80U, 160U}) {
        const std::string table = quotes_table(quotes_of(world), width);
        EXPECT_EQ(table.find('\033'), std::string::npos);
        for (std::size_t at = 0; at < table.size();) {
            const std::size_t end = table.find('\n', at);
            EXPECT_LE(columns_of(std::string_view(table).substr(at, end - at)), width);
            at = end + 1;
        }
    }
    EXPECT_EQ(quotes_table({}, 80), "");
}

TEST(QuotesTable, ShowsWhoSaidWhatAndWhere) {
    const std::string table = quotes_table(quotes_of(sample::harbour_talks()), 120);
    EXPECT_THAT(table, HasSubstr("“We were offered nothing”"));
    EXPECT_THAT(table, HasSubstr("report-a1 26-49, 1 copy"));
    EXPECT_THAT(table, HasSubstr("1986-10-12"));
}

}  // namespace
}  // namespace readout::publish
