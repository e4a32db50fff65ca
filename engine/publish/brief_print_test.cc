// The printers: width, escaping, equal content.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "publish/brief_html.h"
#include "publish/brief_markdown.h"
#include "publish/brief_sample.h"
#include "publish/brief_text.h"
#include "publish/columns.h"

namespace readout::publish {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<std::string> lines_of(const std::string& page) {
    std::vector<std::string> lines(1);
    for (const char c : page) {
        if (c == '\n') {
            lines.emplace_back();
        } else {
            lines.back() += c;
        }
    }
    return lines;
}

/// A brief in which every string that a report could bring is `words`.
Brief hostile_brief(const std::string& words) {
    sample::World world = sample::harbour_talks();
    for (record::Reading& reading : world.readings) {
        record::Report& report = reading.report;
        report.name = report.outlet = report.agency = report.title = report.url = words + report.id.value;
        report.notes.push_back({{0, 10}, record::NoteKind::kDateConflict, words});
        report.datings = {{record::DatingRole::kMasthead, {{10}, {10}}, record::DatingBasis::kInText, text::Span{0, 5}},
                          {record::DatingRole::kFiled, {{11}, {11}}, record::DatingBasis::kUrl, std::nullopt}};
        report.text.insert(reading.syntax.sentences.back().span.end, words);
        reading.syntax.sentences.back().span.end += static_cast<std::uint32_t>(words.size());
        for (record::Event& event : reading.events) event.mode = words;
        record::Statement statement;
        statement.id.value = "hostile";
        statement.span = reading.syntax.sentences.back().span;
        statement.content = {statement.span};
        statement.speaker = record::Reference{std::nullopt, {}, words};
        statement.addressee = record::Reference{std::nullopt, {}, words};
        statement.medium = record::Reference{std::nullopt, {}, words};
        reading.statements.push_back(statement);
    }
    for (record::Entity& entity : world.weave.entities) entity.name = entity.country = words;
    for (record::Claim& claim : world.weave.claims) claim.question = words + claim.id.value;
    for (record::Camp& camp : world.weave.disputes[0].camps) camp.value = words;
    for (record::Account& account : world.weave.accounts) account.holders.push_back({std::nullopt, {}, words});
    world.weave.disputes[0].why = words;
    world.weave.stories[0].title = words;
    world.weave.stories[0].id.value = words;
    for (record::Claim& claim : world.weave.claims) claim.story.value = words;
    record::Position position;
    position.issue = words;
    position.holder.value = "e:vale";
    position.points = {{std::nullopt, words, {{"a1"}, {0, 4}}}, {std::nullopt, words, {{"b1"}, {0, 4}}}};
    position.changes = {{0, 1, record::ChangeKind::kReversal}};
    world.weave.positions.push_back(position);
    return build_brief(world.pointers(), world.weave);
}

TEST(BriefText, NoLineIsWiderUnlessOneWordIs) {
    const sample::World world = sample::harbour_talks();
    const Brief plain = build_brief(world.pointers(), world.weave);
    const Brief wide = hostile_brief("東京で会談が行われた。 und ein Satz ");
    for (const Brief* one : {&plain, &wide}) {
        for (const std::size_t width : {40U, 57U, 80U, 100U}) {
            for (const std::string& line : lines_of(brief_text(*one, {width, false}))) {
                EXPECT_LE(columns_of(line), width) << line;
            }
        }
    }
}

TEST(BriefText, ALongWordStandsOnItsOwnLine) {
    const std::string word(200, 'x');
    const std::string page = brief_text(hostile_brief(word + " "), {80, false});
    bool seen = false;
    for (const std::string& line : lines_of(page)) {
        if (columns_of(line) <= 80) continue;
        seen = true;
        const std::size_t begin = line.find_first_not_of(' ');
        EXPECT_EQ(line.find(' ', begin), std::string::npos) << line;
    }
    EXPECT_TRUE(seen);
}

TEST(BriefText, SendsNoControlsToATerminal) {
    const std::string page =
        brief_text(hostile_brief("\033]0;owned\007\033[2J\x7F\xC2\x9B\xE2\x80\xAEz\r\b"), {80, false});
    for (const char c : page) {
        EXPECT_TRUE(c == '\n' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F));
    }
    EXPECT_THAT(page, Not(HasSubstr("\xC2\x9B")));
    EXPECT_THAT(page, Not(HasSubstr("\xE2\x80\xAE")));
    EXPECT_THAT(page, HasSubstr("owned"));
}

TEST(BriefText, BoldIsOnlyForHeadingsAndNames) {
    const sample::World world = sample::harbour_talks();
    const Brief brief = build_brief(world.pointers(), world.weave);
    EXPECT_THAT(brief_text(brief, {80, false}), Not(HasSubstr("\033")));
    EXPECT_THAT(brief_text(brief, {80, true}), HasSubstr("\033[1mPetr\033[0m \033[1mVale\033[0m"));
}

/// A tag without what stands between its double quotes.
std::string without_values(const std::string& tag) {
    std::string out;
    bool inside = false;
    for (const char c : tag) {
        if (c == '"') inside = !inside;
        if (!inside) out += c;
    }
    return out;
}

TEST(BriefHtml, EscapesWhateverReportsSay) {
    for (const std::string hostile :
         {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</style><script>",
          "<!--", "javascript:alert(1)", "&#60;script&#62;", "]]><svg/onload=x>"}) {
        const std::string page = brief_html(hostile_brief(hostile));
        const std::size_t body = page.find("<body>");
        ASSERT_NE(body, std::string::npos);
        const std::string content = page.substr(body);
        for (const char* tag : {"<script", "<img", "<svg", "<!--", "</style", "<iframe", "<a href=\"javascript"}) {
            EXPECT_THAT(content, Not(HasSubstr(tag))) << hostile;
        }
        // Every tag is one of ours, and no attribute is one that runs.
        for (std::size_t at = content.find('<'); at != std::string::npos; at = content.find('<', at + 1)) {
            const std::string tag = without_values(content.substr(at, content.find('>', at) - at));
            EXPECT_THAT(tag, Not(HasSubstr("onerror"))) << hostile;
            EXPECT_THAT(tag, Not(HasSubstr("onmouseover"))) << hostile;
        }
        EXPECT_THAT(content, HasSubstr(html_escaped(hostile)));
        EXPECT_THAT(page, HasSubstr("default-src 'none'"));
    }
}

TEST(BriefHtml, LoadsNothingAndLinksOnlyToTheWeb) {
    EXPECT_TRUE(is_web_address("https://example.org/a"));
    EXPECT_TRUE(is_web_address("HTTP://example.org"));
    EXPECT_FALSE(is_web_address("javascript:alert(1)"));
    EXPECT_FALSE(is_web_address("data:text/html,x"));
    EXPECT_FALSE(is_web_address(" https://example.org"));
    EXPECT_FALSE(is_web_address("https:example.org"));
    const std::string page = brief_html(hostile_brief("http://example.org/x"));
    for (const char* load : {"<link", "<script", "@import", "url(", " src="}) EXPECT_THAT(page, Not(HasSubstr(load)));
}

TEST(BriefHtml, EveryCiteLeadsToItsSource) {
    const sample::World world = sample::harbour_talks();
    const std::string page = brief_html(build_brief(world.pointers(), world.weave));
    int links = 0;
    for (std::size_t at = page.find("href=\"#s"); at != std::string::npos; at = page.find("href=\"#s", at + 1)) {
        const std::size_t begin = at + 7;
        const std::string anchor = page.substr(begin, page.find('"', begin) - begin);
        if (anchor.rfind("story", 0) == 0) continue;
        EXPECT_THAT(page, HasSubstr("id=\"" + anchor + "\"")) << anchor;
        ++links;
    }
    EXPECT_GT(links, 8);
    EXPECT_THAT(page, HasSubstr("title=\"report-b1, characters 40 to 65\">3:40–65</a>"));
}

TEST(BriefMarkdown, EscapesWhateverReportsSay) {
    EXPECT_EQ(markdown_escaped("[x](http://a.b) `c` *d* _e_ <f> #g | h"),
              "\\[x\\](http\\://a.b) \\`c\\` \\*d\\* \\_e\\_ \\<f\\> \\#g \\| h");
    EXPECT_EQ(markdown_escaped("1. x"), "1\\. x");
    EXPECT_EQ(markdown_escaped("- x"), "\\- x");
    EXPECT_EQ(markdown_escaped("www.x.org"), "www\\.x.org");
    EXPECT_EQ(markdown_escaped("a-b 3.5 (c)"), "a-b 3.5 (c)");
    const std::string page = brief_markdown(hostile_brief("<b>[x](http://evil)</b>"));
    EXPECT_THAT(page, Not(HasSubstr("<b>")));
    for (std::size_t at = page.find("]("); at != std::string::npos; at = page.find("](", at + 1)) {
        EXPECT_EQ(page[at - 1], '\\');
    }
}

TEST(BriefMarkdown, HasTheSameContentAsTheText) {
    const sample::World world = sample::harbour_talks();
    const Brief brief = build_brief(world.pointers(), world.weave);
    const std::string markdown = brief_markdown(brief), html = brief_html(brief),
                      text = brief_text(brief, {100, false});
    for (const char* words :
         {"Was there an offer?", "What does the spokesman say?", "Sunday 12 October 1986", "that an offer was missing",
          "1 independent source", "14 October 1986 (from its dateline)", "A copy counts once, with its source.",
          "Ada Brandt"}) {
        EXPECT_THAT(text, HasSubstr(words));
        EXPECT_THAT(markdown, HasSubstr(words));
        EXPECT_THAT(html, HasSubstr(words));
    }
}

}  // namespace
}  // namespace readout::publish
