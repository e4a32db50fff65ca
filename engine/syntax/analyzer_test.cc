#include "syntax/analyzer.h"

#include <gtest/gtest.h>

#include "base/file.h"
#include "syntax/abbreviations.h"
#include "syntax/sentences.h"
#include "syntax/tokenizer.h"
#include "syntax/word_view.h"

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

TEST(Abbreviations, AreFoundInSortedLists) {
    EXPECT_EQ(abbreviation("Gen"), Abbreviation::kTitle);
    EXPECT_EQ(abbreviation("Jan"), Abbreviation::kMonth);
    EXPECT_EQ(abbreviation("U.S"), Abbreviation::kPlain);
    EXPECT_EQ(abbreviation("p.m"), Abbreviation::kClosing);
    EXPECT_EQ(abbreviation("J"), Abbreviation::kInitial);
    EXPECT_EQ(abbreviation("treaty"), Abbreviation::kNone);
    for (const char* word : {"A", "But", "The", "Your", "According"}) EXPECT_TRUE(begins_sentences(word)) << word;
    for (const char* word : {"agro", "non", "pre", "uni"}) EXPECT_TRUE(is_prefix(word)) << word;
    EXPECT_FALSE(is_prefix("long"));
}

TEST(WordView, WritesPatternsOfNumbersAndCase) {
    std::string out;
    normalise("1,200", true, true, out);
    EXPECT_EQ(out, "0,0");
    normalise("2024", true, true, out);
    EXPECT_EQ(out, "0000");
    normalise("Oslo’s", true, true, out);
    EXPECT_EQ(out, "oslo's");
    normalise("\"", true, false, out);
    EXPECT_EQ(out, "\"_x");
    EXPECT_EQ(lower_case("ÉLYSÉE’S"), "élysée's");
    EXPECT_EQ(shape_of("talks"), 0);
    EXPECT_EQ(shape_of("Érik"), 1);
    EXPECT_EQ(shape_of("NATO"), 2);
    EXPECT_EQ(shape_of("U.S."), 2 + 16);
    EXPECT_EQ(shape_of("--"), 5 + 8);
}

record::Report report_of(std::vector<std::pair<std::string, record::BlockKind>> parts) {
    record::Report report;
    for (const auto& [text, kind] : parts) {
        const auto begin = static_cast<std::uint32_t>(report.text.size());
        report.text += text;
        report.blocks.push_back({{begin, static_cast<std::uint32_t>(report.text.size())}, kind, ""});
        report.text += '\n';
    }
    return report;
}

TEST(Analyzer, ReadsOnlyBlocksThatCarryNews) {
    const auto bytes = base::MappedFile::open(READOUT_SOURCE_DIR "/models/tagger.bin");
    ASSERT_TRUE(bytes.has_value());
    const auto analyzer = Analyzer::load(bytes->bytes(), {});
    ASSERT_TRUE(analyzer.has_value()) << analyzer.error().message;
    const record::Report report = report_of({{"Talks fail", record::BlockKind::kHeadline},
                                             {"Share this page", record::BlockKind::kChrome},
                                             {"He left. She stayed.", record::BlockKind::kParagraph},
                                             {"Oslo\nParis", record::BlockKind::kList}});
    const record::Syntax syntax = analyzer->analyze(report);
    std::vector<std::uint32_t> blocks;
    for (const record::Sentence& sentence : syntax.sentences) blocks.push_back(sentence.block);
    EXPECT_EQ(blocks, (std::vector<std::uint32_t>{0, 2, 2, 3, 3}));
    EXPECT_EQ(syntax.sentences.back().last_token, syntax.tokens.size());
}

TEST(Analyzer, SaysWhyAModelIsNoModel) {
    const auto analyzer = Analyzer::load("not a model at all, though long enough to be one", {});
    ASSERT_FALSE(analyzer.has_value());
    EXPECT_EQ(analyzer.error().message, "models/tagger.bin: this is no model file; install Readout's models again");
}

}  // namespace
}  // namespace readout::syntax
