#include "syntax/analyzer.h"

#include <gtest/gtest.h>

#include "syntax/sentences.h"
#include "syntax/tokenizer.h"

namespace readout::syntax {
namespace {

std::string words_of(std::string_view text) {
    std::vector<text::Span> spans;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, spans);
    std::string out;
    for (const text::Span span : spans) {
        if (!out.empty()) out += ' ';
        out += text::words_at(text, span);
    }
    return out;
}

std::string sentences_of(std::string_view text) {
    std::vector<text::Span> spans;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, spans);
    std::string out;
    std::size_t first = 0;
    for (const std::size_t end : sentence_ends(text, spans, LineBreak::kIsSpace)) {
        if (!out.empty()) out += " | ";
        out += text.substr(spans[first].begin, spans[end - 1].end - spans[first].begin);
        first = end;
    }
    return out;
}

TEST(Tokenizer, PartsContractions) {
    EXPECT_EQ(words_of("They don't know what Oslo's envoy can't say; we'll see."),
              "They do n't know what Oslo 's envoy ca n't say ; we 'll see .");
    EXPECT_EQ(words_of("It’s theirs, isn’t it? Cannot be."), "It ’s theirs , is n’t it ? Can not be .");
    EXPECT_EQ(words_of("the governments' plan, O'Neill's d'Ivoire"), "the governments ' plan , O'Neill 's d'Ivoire");
}

TEST(Tokenizer, KeepsQuotationMarksApart) {
    EXPECT_EQ(words_of("\"Yes,\" she said. “No,” ‘maybe’ «never» ``so'' 'tis"),
              "\" Yes , \" she said . “ No , ” ‘ maybe ’ « never » `` so '' 'tis");
}

TEST(Tokenizer, PartsNumbersFromUnits) {
    EXPECT_EQ(
        words_of("$5 or US$1,200.50, 30% by 9:30am on 9/11, 2024-02-14, the 20th of the 1990s, 70km, 2001-2003"),
        "$ 5 or US$ 1,200.50 , 30 % by 9:30 am on 9/11 , 2024-02-14 , the 20th of the 1990s , 70 km , 2001 - 2003");
    EXPECT_EQ(words_of("a 30-day call 713-853-3989 and/or"), "a 30 - day call 713-853-3989 and / or");
}

TEST(Tokenizer, KeepsAffixesAndPartsCompounds) {
    EXPECT_EQ(words_of("a long-term non-proliferation mid-1990s e-mail U.S.-led two-fold re-elected"),
              "a long - term non-proliferation mid-1990s e-mail U.S. - led two-fold re-elected");
}

TEST(Tokenizer, KeepsAddresses) {
    EXPECT_EQ(words_of("See https://a.example/x?y=1, (www.b.example) or desk@c.example. @desk says #peace"),
              "See https://a.example/x?y=1 , ( www.b.example ) or desk@c.example . @desk says #peace");
    EXPECT_EQ(words_of("on example.com now"), "on example.com now");
}

TEST(Tokenizer, KeepsPeriodsOfAbbreviations) {
    EXPECT_EQ(words_of("Gen. J. P. Moss met Sen. Hale at 5 p.m. in the U.S. on Jan. 3. No. 5 says no. Not I."),
              "Gen. J. P. Moss met Sen. Hale at 5 p.m. in the U.S. on Jan. 3 . No. 5 says no . Not I .");
    EXPECT_EQ(words_of("well... wait -- what?!"), "well ... wait -- what ?!");
}

TEST(Sentences, EndBehindClosingMarks) {
    EXPECT_EQ(sentences_of("\"We left.\" \"They stayed.\" He nodded."), "\"We left.\" | \"They stayed.\" | He nodded.");
    EXPECT_EQ(sentences_of("“Why now?” he asked. (Nobody knew.) So be it."),
              "“Why now?” he asked. | (Nobody knew.) | So be it.");
    EXPECT_EQ(sentences_of("\"Is it over?\" Mr Jonas asked. It was."), "\"Is it over?\" Mr Jonas asked. | It was.");
}

TEST(Sentences, DoNotEndBehindAbbreviations) {
    EXPECT_EQ(
        sentences_of("Gen. Moss met U.S. President Hale at 5 p.m. EST on Jan. 3. He left the U.S. The rest stayed."),
        "Gen. Moss met U.S. President Hale at 5 p.m. EST on Jan. 3. | He left the U.S. | The rest stayed.");
    EXPECT_EQ(sentences_of("They met at 5 p.m. Officials left. J. K. Dunn stayed."),
              "They met at 5 p.m. | Officials left. | J. K. Dunn stayed.");
}

TEST(Sentences, EndAtBlankLinesAndAtTheBound) {
    EXPECT_EQ(sentences_of("first line\nsame line\n\nnext"), "first line\nsame line | next");
    std::string words;
    for (std::size_t i = 0; i < 2 * kMaxSentenceTokens; ++i) words += "word ";
    std::vector<text::Span> spans;
    tokenize(words, {0, static_cast<std::uint32_t>(words.size())}, spans);
    EXPECT_EQ(sentence_ends(words, spans, LineBreak::kIsSpace).size(), 2u);
}

}  // namespace
}  // namespace readout::syntax
