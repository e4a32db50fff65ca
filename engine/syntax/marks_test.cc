#include "syntax/marks.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "syntax/tokenizer.h"

namespace readout::syntax {
namespace {

using text::Span;

/// A paragraph and its words, from a line in which | stands between words that no space parts.
struct Paragraph {
    std::string text;
    std::vector<Span> words;

    explicit Paragraph(const std::string& line) {
        std::size_t begin = 0;
        for (std::size_t at = 0; at <= line.size(); ++at) {
            if (at < line.size() && line[at] != '|' && line[at] != ' ') continue;
            const auto first = static_cast<std::uint32_t>(text.size());
            text += line.substr(begin, at - begin);
            words.push_back({first, static_cast<std::uint32_t>(text.size())});
            if (at < line.size() && line[at] == ' ') text += ' ';
            begin = at + 1;
        }
    }
};

std::string sign_of(const MarkUse& use, std::string_view word) {
    if (use.side == MarkSide::kNone) return std::string(word);
    if (use.side == MarkSide::kOpens) return use.outer ? "<" : "(";
    return use.outer ? ">" : ")";
}

/// The line with < > ( ) for marks.
std::string with_signs(const std::string& line, bool goes_on) {
    const Paragraph paragraph(line);
    const std::vector<MarkUse> uses = uses_of_marks(paragraph.text, paragraph.words, goes_on);
    std::string out;
    for (std::size_t i = 0; i < uses.size(); ++i) {
        const Span word = paragraph.words[i];
        if (i > 0) out += paragraph.words[i - 1].end < word.begin ? ' ' : '|';
        out += sign_of(uses[i], text::words_at(paragraph.text, word));
    }
    return out;
}

/// tests/e2e/test_parity.py holds training/reader/marks.py to the same lines.
TEST(Marks, DoWhatTheSharedTableSays) {
    std::ifstream table(READOUT_SOURCE_DIR "/tests/parity/marks.tsv");
    int rows = 0;
    for (std::string line; std::getline(table, line);) {
        if (line.empty() || line[0] == '#') continue;
        const std::size_t words = line.find('\t') + 1, expected = line.find('\t', words) + 1;
        EXPECT_EQ(with_signs(line.substr(words, expected - words - 1), line[0] == '1'), line.substr(expected));
        ++rows;
    }
    EXPECT_GT(rows, 25);
}

TEST(Marks, AClingingApostropheIsNone) {
    const std::string text = "It's the '90s, 'til the dogs' day";
    std::vector<Span> words;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, words);
    int marks = 0;
    for (const MarkUse& use : uses_of_marks(text, words, false)) {
        marks += use.side == MarkSide::kNone ? 0 : 1;
        EXPECT_FALSE(use.outer);
    }
    EXPECT_EQ(marks, 1);
}

TEST(Marks, AMillionTakeLinearTime) {
    std::string text;
    for (int i = 0; i < 250000; ++i) text += " '\"“‘";
    std::vector<Span> words;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, words);
    EXPECT_EQ(uses_of_marks(text, words, true).size(), words.size());
}

}  // namespace
}  // namespace readout::syntax
