// Texts made to be slow or to break spans. A quadratic step takes minutes here, a linear one a blink.

#include "base/hostile.h"

#include <gtest/gtest.h>

#include <string>

#include "base/file.h"
#include "syntax/analyzer.h"

namespace readout::syntax {
namespace {

constexpr std::size_t kLongest = base::hostile_size(1 << 18), kMarks = base::hostile_size(100000);

std::string repeated(std::string_view unit, std::size_t size = kLongest) {
    std::string out;
    while (out.size() + unit.size() <= size) out += unit;
    return out;
}

class Hostile : public testing::TestWithParam<std::string> {};

TEST_P(Hostile, IsReadWhole) {
    const auto bytes = base::MappedFile::open(READOUT_SOURCE_DIR "/models/tagger.bin");
    ASSERT_TRUE(bytes.has_value());
    const auto analyzer = Analyzer::load(bytes->bytes(), {});
    ASSERT_TRUE(analyzer.has_value()) << analyzer.error().message;
    record::Report report;
    report.text = repeated(GetParam());
    report.blocks.push_back({{0, static_cast<std::uint32_t>(report.text.size())}, record::BlockKind::kParagraph, ""});
    const record::Syntax syntax = analyzer->analyze(report);
    ASSERT_FALSE(syntax.tokens.empty());
    std::size_t letters = 0, covered = 0;
    for (const char c : report.text) letters += c != ' ' && c != '\n' ? 1 : 0;
    for (const record::Token& token : syntax.tokens) covered += token.span.size();
    EXPECT_EQ(covered, letters);
    EXPECT_EQ(syntax.sentences.back().last_token, syntax.tokens.size());
}

// Units whose copies stick together, so that the whole text is one run of what each begins.
INSTANTIATE_TEST_SUITE_P(Units, Hostile,
                         testing::Values("a", "é", "a.", "a.b", "x'", "x's", "1-", "1,", "(", "[1]", "a@", "a@b.", "-a",
                                         "non-", "https://", "’", "U.", "\xEF\xBF\xBD"));

TEST(Hostile, OneWordOfFourMebibytes) {
    const auto bytes = base::MappedFile::open(READOUT_SOURCE_DIR "/models/tagger.bin");
    const auto analyzer = Analyzer::load(bytes->bytes(), {});
    ASSERT_TRUE(analyzer.has_value());
    record::Report report;
    report.text = repeated("word", 4 << 20);
    report.blocks.push_back({{0, 4 << 20}, record::BlockKind::kParagraph, ""});
    const record::Syntax syntax = analyzer->analyze(report);
    ASSERT_EQ(syntax.tokens.size(), 1u);
    EXPECT_EQ(syntax.tokens[0].lemma, report.text);
}

TEST(Hostile, ManyQuotationMarks) {
    const auto bytes = base::MappedFile::open(READOUT_SOURCE_DIR "/models/tagger.bin");
    const auto analyzer = Analyzer::load(bytes->bytes(), {});
    ASSERT_TRUE(analyzer.has_value());
    for (const std::string_view unit : {"\"", "\" ", ".\" ", "'' ", "“ x. ", "? "}) {
        record::Report report;
        report.text = repeated(unit, kMarks * unit.size());
        report.blocks.push_back({{0, static_cast<std::uint32_t>(report.text.size())}, record::BlockKind::kList, ""});
        const record::Syntax syntax = analyzer->analyze(report);
        EXPECT_GE(syntax.tokens.size(), kMarks) << unit;
        EXPECT_GE(syntax.sentences.size(), syntax.tokens.size() / 2012) << unit;
    }
}

}  // namespace
}  // namespace readout::syntax
