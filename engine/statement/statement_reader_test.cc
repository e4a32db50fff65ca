#include "statement/statement_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <string>

#include "base/file.h"
#include "base/hostile.h"
#include "statement/lexicon.h"
#include "text/fold.h"

namespace readout::statement {
namespace {

std::string table() {
    auto file = base::MappedFile::open(std::string(READOUT_SOURCE_DIR) + "/data/reporting/reporting.tsv");
    return file ? std::string(file->bytes()) : std::string();
}

constexpr const char* kHeader = "lemma\tkind\tact\tframes\taddressee\tgrade\tforms\n";

TEST(Lexicon, InflectsVerbs) {
    const auto lexicon = Lexicon::load(std::string(kHeader) +
                                       "beg\tverb\tdemand\tobjto\tobject\t1\t-\ndeny\tverb\tdeny\tthat\t-\t1\t-"
                                       "\nsay\tverb\tassert\tthat\tto\t1\tsaid\n");
    ASSERT_TRUE(lexicon.has_value());
    for (const char* form :
         {"beg", "begs", "begged", "begging", "deny", "denies", "denied", "denying", "say", "says", "said", "saying"})
        EXPECT_FALSE(lexicon->forms_of(form).empty()) << form;
    EXPECT_TRUE(lexicon->forms_of("sayed").empty());
}

TEST(Lexicon, NamesTheLineThatIsWrong) {
    const auto lexicon = Lexicon::load(std::string(kHeader) +
                                       "say\tverb\tassert\tthat\tto\t1\tsaid\nsing\tverb\tsing\tthat\tto\t1\tsang\n");
    ASSERT_FALSE(lexicon.has_value());
    EXPECT_NE(lexicon.error().message.find("reporting.tsv:3"), std::string::npos);
}

TEST(Lexicon, TheShippedTableLoads) {
    EXPECT_TRUE(Lexicon::load(table()).has_value());
}

// A plain stand-in for the syntax room: words and marks by white space and punctuation, tags for a handful of words.
record::Syntax simple_syntax(const record::Report& report) {
    record::Syntax syntax;
    const auto tag = [](const std::string& word) -> std::string {
        if (word == "said" || word == "denied" || word == "was") return "VBD";
        if (word == "the" || word == "The") return "DT";
        if (word == "that") return "IN";
        if (word == "." || word == ",") return word;
        return word[0] >= 'A' && word[0] <= 'Z' ? "NNP" : "NN";
    };
    for (std::uint32_t b = 0; b < report.blocks.size(); ++b) {
        const text::Span block = report.blocks[b].span;
        record::Sentence sentence{block, static_cast<std::uint32_t>(syntax.tokens.size()), 0, b};
        for (std::uint32_t i = block.begin; i < block.end;) {
            const char c = report.text[i];
            std::uint32_t end = i + 1;
            if (c == ' ') {
                ++i;
                continue;
            }
            while (std::isalpha(static_cast<unsigned char>(c)) && end < block.end &&
                   std::isalpha(static_cast<unsigned char>(report.text[end])))
                ++end;
            const std::string word = report.text.substr(i, end - i);
            syntax.tokens.push_back({{i, end}, record::Upos::kX, tag(word), text::ascii_lower(word)});
            i = end;
        }
        sentence.last_token = static_cast<std::uint32_t>(syntax.tokens.size());
        syntax.sentences.push_back(sentence);
    }
    return syntax;
}

record::Reading reading_of(const std::string& text, record::BlockKind kind = record::BlockKind::kParagraph) {
    record::Reading reading;
    reading.report.id = {"r1"};
    reading.report.text = text;
    reading.report.blocks = {{{0, static_cast<std::uint32_t>(text.size())}, kind, ""}};
    if (record::carries_news(kind)) reading.syntax = simple_syntax(reading.report);
    return reading;
}

TEST(StatementReader, ReadsWithoutAnyMention) {
    const auto reader = StatementReader::load(table());
    ASSERT_TRUE(reader.has_value());
    const record::Reading reading = reading_of("The mayor said that the bridge was open.");
    const auto statements = reader->read(reading);
    ASSERT_EQ(statements.size(), 1u);
    EXPECT_EQ(text::words_at(reading.report.text, statements[0].content.at(0)), "the bridge was open");
    EXPECT_EQ(statements[0].speaker->name, "unnamed mayor");
    EXPECT_TRUE(statements[0].speaker->entity.empty());
}

TEST(StatementReader, TheSameInputGivesTheSameIds) {
    const auto reader = StatementReader::load(table());
    ASSERT_TRUE(reader.has_value());
    const record::Reading reading = reading_of("The mayor said that the bridge was open. The council denied that.");
    const auto once = reader->read(reading), again = reader->read(reading);
    ASSERT_EQ(once.size(), again.size());
    for (std::size_t i = 0; i < once.size(); ++i) EXPECT_EQ(once[i].id, again[i].id);
}

TEST(StatementReader, DisclaimersSayNothing) {
    const auto reader = StatementReader::load(table());
    ASSERT_TRUE(reader.has_value());
    EXPECT_TRUE(
        reader->read(reading_of("The mayor said that the bridge was open.", record::BlockKind::kDisclaimer)).empty());
}

// Each of these once made two statements report each other.
TEST(StatementReader, InsideNeverRunsInACircle) {
    const auto reader = StatementReader::load(table());
    ASSERT_TRUE(reader.has_value());
    for (const char* text : {"According to the mayor, Roe said, the bridge was open.", "According to Roe, Poe said.",
                             "Roe said, according to Poe, that the mayor said, according to Roe.",
                             "The mayor, Roe said, denied that Poe said, the mayor said.",
                             "\"Roe said that \"Poe said that \"the mayor said, Roe said, Poe said."}) {
        const auto statements = reader->read(reading_of(text));
        for (const record::Statement& s : statements) {
            std::size_t steps = 0;
            for (record::StatementId at = s.id; !at.value.empty() && steps <= statements.size(); ++steps) {
                const auto outer = std::find_if(statements.begin(), statements.end(),
                                                [&](const record::Statement& x) { return x.id == at; });
                ASSERT_NE(outer, statements.end()) << text;
                at = outer->inside;
            }
            EXPECT_LE(steps, statements.size()) << text;
        }
    }
}

double seconds_for(const StatementReader& reader, const std::string& piece, std::size_t times, record::BlockKind kind) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += piece;
    const record::Reading reading = reading_of(text, kind);
    const auto begin = std::chrono::steady_clock::now();
    (void)reader.read(reading);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// Ten times the text may take ten times as long, not a hundred times.
TEST(StatementReader, TimeGrowsWithTheText) {
    const auto reader = StatementReader::load(table());
    ASSERT_TRUE(reader.has_value());
    for (const char* piece : {"The mayor said that ", "\"a ", "the mayor said, ", "said ", "The mayor denied \"it ",
                              "a, b, c said (", "; according to ", "\"He said it.\" ", "x: he went. "}) {
        for (const record::BlockKind kind : {record::BlockKind::kParagraph, record::BlockKind::kList}) {
            const double small = seconds_for(*reader, piece, base::hostile_size(1500), kind),
                         large = seconds_for(*reader, piece, base::hostile_size(15000), kind);
            EXPECT_LT(large, 40 * small + 0.5) << piece;
        }
    }
}

}  // namespace
}  // namespace readout::statement
