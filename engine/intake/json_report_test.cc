#include "intake/json_report.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "text/utf8.h"

namespace readout::intake {
namespace {

base::Result<JsonReport> parse(std::string_view line, bool cut = false) {
    return parse_json_report(line, std::size_t{4} << 20, std::size_t{64} << 10, cut);
}

TEST(JsonReport, ReadsTheFields) {
    const auto report =
        parse(R"( {"id": 7, "url":"u","outlet":"o","published":"2020-01-02","title":"T","text":"x\ny"} )");
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->id, "7");
    EXPECT_EQ(report->url, "u");
    EXPECT_EQ(report->outlet, "o");
    EXPECT_EQ(report->published, "2020-01-02");
    EXPECT_EQ(report->title.text, "T");
    EXPECT_EQ(report->text.text, "x\ny");
    EXPECT_TRUE(report->has_text);
    EXPECT_FALSE(report->has_html);
}

TEST(JsonReport, LeadsEscapesBackToTheirBytes) {
    const std::string line = R"({"text":"a\u00e9b\ud83d\ude00c"})";
    const auto report = parse(line);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->text.text, "a\u00E9b\U0001F600c");
    EXPECT_TRUE(report->text.map.holds(report->text.text, line));
    EXPECT_EQ(report->text.map.to_received({1, 3}), (text::Span{10, 16}));
    EXPECT_EQ(report->text.map.to_received({4, 8}), (text::Span{17, 29}));
}

TEST(JsonReport, TakesOddTextAsEvidence) {
    const auto lone = parse(R"({"text":"a\ud800b"})");
    ASSERT_TRUE(lone);
    EXPECT_EQ(lone->text.text, "a\uFFFDb");
    EXPECT_EQ(lone->text.notes.size(), 1U);
    const auto high = parse(R"({"text":"a\ud800\u0041b"})");
    ASSERT_TRUE(high);
    EXPECT_EQ(high->text.text, "a\uFFFDAb");
    const auto invalid = parse("{\"text\":\"a\xFF\"}");
    ASSERT_TRUE(invalid);
    EXPECT_EQ(invalid->text.text, "a\uFFFD");
    const auto nul = parse(R"({"text":"a\u0000b\r\nc"})");
    ASSERT_TRUE(nul);
    EXPECT_EQ(nul->text.text, "ab\nc");
}

TEST(JsonReport, AbsentIsNull) {
    const auto report = parse(R"({"text":null,"html":"<p>","id":null,"extra":[1,{"a":[true,null,-1.5e+3]}]})");
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_FALSE(report->has_text);
    EXPECT_TRUE(report->has_html);
    EXPECT_EQ(report->id, "");
}

TEST(JsonReport, RefusesWhatIsNoJson) {
    for (const char* line : {"",
                             "x",
                             "{",
                             "{}x",
                             "{\"text\"}",
                             "{\"text\":}",
                             "{\"text\":\"a\"",
                             "{\"text\":\"a\",}",
                             "[1]",
                             "{\"a\":01}",
                             "{\"a\":[1,]}",
                             "{\"a\":{\"b\":1,}}",
                             "{\"a\":tru}",
                             "{\"text\":\"\\x\"}",
                             "{\"text\":\"\\u12\"}",
                             "{'text':1}",
                             "{\"text\":\"a\nb\"}",
                             "{\"text\":1}",
                             "{\"title\":[],\"text\":\"\"}",
                             "{\"a\":[}]}",
                             "{\"a\":1.}"}) {
        EXPECT_FALSE(parse(line)) << line;
    }
}

TEST(JsonReport, AgreesWithAnotherLibraryOnSmallDocuments) {
    const std::string alphabet = "{}[]\":,ab\\u0 -.e1tnf";
    std::uint32_t state = 1;
    int taken = 0;
    for (int round = 0; round < 200'000; ++round) {
        std::string value;
        for (int i = 0; i < 6; ++i) {
            state = state * 1664525 + 1013904223;
            value += alphabet[(state >> 16) % alphabet.size()];
        }
        const std::string line = "{\"x\":" + value + ",\"text\":\"\"}";
        const bool ours = parse(line).has_value();
        taken += ours;
        ASSERT_EQ(ours, nlohmann::json::accept(line)) << line;
    }
    EXPECT_GT(taken, 20);
}

TEST(JsonReport, BoundsTheDepthWithoutRecursion) {
    std::string deep = "{\"x\":" + std::string(100'000, '[') + std::string(100'000, ']') + ",\"text\":\"a\"}";
    const auto report = parse(deep);
    ASSERT_TRUE(report);
    ASSERT_EQ(report->text.notes.size(), 1U);
    EXPECT_EQ(report->text.notes[0].kind, record::NoteKind::kLimit);
    const auto shallow = parse("{\"x\":" + std::string(64, '[') + std::string(64, ']') + ",\"text\":\"a\"}");
    ASSERT_TRUE(shallow);
    EXPECT_TRUE(shallow->text.notes.empty());
    EXPECT_FALSE(parse("{\"x\":" + std::string(100'000, '[') + ",\"text\":\"a\"}"));
}

TEST(JsonReport, TakesWhatIsThereOfALineThatWasCut) {
    const auto report = parse(R"({"id":"a","text":"long text that )", true);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->text.text, "long text that ");
    EXPECT_FALSE(report->text.notes.empty());
    EXPECT_FALSE(parse(R"({"id":"a","text":"long text that )", false));
    EXPECT_FALSE(parse(R"({"id":"a","te)", true));
}

}  // namespace
}  // namespace readout::intake
