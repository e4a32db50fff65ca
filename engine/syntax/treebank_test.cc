// How well words, sentences, tags and lemmas agree with a treebank. Runs when READOUT_DATA names a folder with
// en_ewt-ud-dev.conllu and en_gum-ud-dev.conllu; with READOUT_OUT, also writes there what the analyzer makes of the raw
// text, for eval/conllu_score.py.

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/table.h"
#include "record/names.h"
#include "syntax/analyzer.h"
#include "syntax/tagger.h"

namespace readout::syntax {
namespace {

struct GoldSentence {
    std::string text;
    std::vector<text::Span> words;
    std::vector<std::string> upos, xpos, lemma;
    bool begins_document = false, begins_paragraph = false;
};

struct Joined {
    std::size_t until = 0;
    bool space = true;
};

void add_word(const std::vector<std::string_view>& cells, Joined& joined, GoldSentence& sentence) {
    bool space = cells[9].find("SpaceAfter=No") == std::string_view::npos;
    if (const std::size_t dash = cells[0].find('-'); dash != std::string_view::npos) {
        joined = {std::stoul(std::string(cells[0].substr(dash + 1))), space};
        return;
    }
    const std::size_t number = std::stoul(std::string(cells[0]));
    if (number < joined.until) space = false;
    if (number == joined.until) space = joined.space;
    const auto begin = static_cast<std::uint32_t>(sentence.text.size());
    sentence.text += cells[1];
    sentence.words.push_back({begin, static_cast<std::uint32_t>(sentence.text.size())});
    if (space) sentence.text += ' ';
    sentence.lemma.push_back(lower_case(cells[2]));
    sentence.upos.emplace_back(cells[3]);
    sentence.xpos.emplace_back(cells[4]);
}

std::vector<GoldSentence> read_treebank(std::string_view bytes) {
    std::vector<GoldSentence> sentences;
    GoldSentence next;
    Joined joined;
    for (const std::string_view line : base::split(bytes, '\n')) {
        if (line.empty()) {
            if (!next.words.empty()) sentences.push_back(std::move(next));
            next = {};
            joined = {};
        } else if (line[0] == '#') {
            next.begins_document = next.begins_document || line.starts_with("# newdoc");
            next.begins_paragraph = next.begins_paragraph || line.starts_with("# newpar");
        } else if (const auto cells = base::split(line, '\t'); cells[0].find('.') == std::string_view::npos) {
            add_word(cells, joined, next);
        }
    }
    return sentences;
}

base::MappedFile model_file() {
    auto file = base::MappedFile::open(READOUT_SOURCE_DIR "/models/tagger.bin");
    EXPECT_TRUE(file.has_value());
    return std::move(*file);
}

class Treebank : public testing::TestWithParam<std::string> {
  protected:
    void SetUp() override {
        const char* folder = std::getenv("READOUT_DATA");
        if (folder == nullptr) GTEST_SKIP() << "READOUT_DATA is not set";
        auto file = base::MappedFile::open(std::string(folder) + "/en_" + GetParam() + "-ud-dev.conllu");
        ASSERT_TRUE(file.has_value()) << file.error().message;
        gold_ = read_treebank(file->bytes());
        ASSERT_FALSE(gold_.empty());
    }
    std::vector<GoldSentence> gold_;
};

TEST_P(Treebank, TagsOfGoldWords) {
    const base::MappedFile bytes = model_file();
    const auto tagger = Tagger::load(bytes.bytes(), "models/tagger.bin");
    ASSERT_TRUE(tagger.has_value()) << tagger.error().message;
    const auto work = Tagger::make_work();
    std::vector<record::Token> tokens;
    double upos = 0, xpos = 0, lemma = 0, total = 0;
    const auto begin = std::chrono::steady_clock::now();
    for (const GoldSentence& sentence : gold_) {
        tokens.clear();
        for (const text::Span word : sentence.words) tokens.emplace_back().span = word;
        tagger->tag(sentence.text, tokens, *work);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            upos += record::name_of(tokens[i].upos) == sentence.upos[i] ? 1 : 0;
            xpos += tokens[i].xpos == sentence.xpos[i] ? 1 : 0;
            lemma += tokens[i].lemma == sentence.lemma[i] ? 1 : 0;
            total += 1;
        }
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    RecordProperty("upos", std::to_string(upos / total));
    std::printf("%s dev, gold words: UPOS %.4f XPOS %.4f lemma %.4f; %.0f words/s\n", GetParam().c_str(), upos / total,
                xpos / total, lemma / total, total / took.count());
    EXPECT_GT(upos / total, 0.95);
    EXPECT_GT(xpos / total, 0.945);
    EXPECT_GT(lemma / total, 0.97);
}

record::Report report_of(const std::vector<GoldSentence>& gold, std::size_t& next) {
    record::Report report;
    std::uint32_t begin = 0;
    const auto close = [&] {
        const auto end = static_cast<std::uint32_t>(report.text.size());
        if (end > begin) report.blocks.push_back({{begin, end}, record::BlockKind::kParagraph, ""});
        report.text += "\n\n";
        begin = static_cast<std::uint32_t>(report.text.size());
    };
    for (bool first = true; next < gold.size() && (first || !gold[next].begins_document); ++next, first = false) {
        if (gold[next].begins_paragraph && !first) close();
        report.text += gold[next].text;
    }
    close();
    return report;
}

TEST_P(Treebank, WordsAndSentencesOfRawText) {
    const char* folder = std::getenv("READOUT_OUT");
    if (folder == nullptr) GTEST_SKIP() << "READOUT_OUT is not set";
    const base::MappedFile bytes = model_file();
    const auto analyzer = Analyzer::load(bytes.bytes(), {});
    ASSERT_TRUE(analyzer.has_value());
    std::ofstream out(std::string(folder) + "/" + GetParam() + "-dev.conllu");
    for (std::size_t next = 0; next < gold_.size();) {
        const record::Report report = report_of(gold_, next);
        const record::Syntax syntax = analyzer->analyze(report);
        for (const record::Sentence& sentence : syntax.sentences) {
            for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
                const record::Token& token = syntax.tokens[i];
                out << i - sentence.first_token + 1 << '\t' << text::words_at(report.text, token.span) << '\t'
                    << token.lemma << '\t' << record::name_of(token.upos) << '\t' << token.xpos << "\t_\t_\t_\t_\t_\n";
            }
            out << '\n';
        }
    }
    EXPECT_TRUE(out.good());
}

INSTANTIATE_TEST_SUITE_P(Dev, Treebank, testing::Values("ewt", "gum"));

}  // namespace
}  // namespace readout::syntax
