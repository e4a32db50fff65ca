#include "syntax/analyzer.h"

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "syntax/network.h"
#include "syntax/sentences.h"
#include "syntax/tagger.h"
#include "syntax/tokenizer.h"
#include "syntax/word_view.h"

namespace readout::syntax {

struct Analyzer::Model {
    Tagger tagger;
    std::optional<Network> network;
};

Analyzer::Analyzer(std::unique_ptr<const Model> model) : model_(std::move(model)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

base::Result<Analyzer> Analyzer::load(std::string_view tagger, std::string_view network) {
    Model model{RO_TRY(Tagger::load(tagger, "models/tagger.bin")), std::nullopt};
    if (!network.empty()) model.network = RO_TRY(Network::load(network, "models/reader.bin"));
    return Analyzer(std::make_unique<const Model>(std::move(model)));
}

namespace {

/// Words and sentences by rule; words have only their spans.
record::Syntax find_words(const record::Report& report, Blocks blocks) {
    record::Syntax syntax;
    std::vector<text::Span> words;
    for (std::uint32_t block = 0; block < report.blocks.size(); ++block) {
        const record::Block& part = report.blocks[block];
        if (blocks == Blocks::kNews && !record::carries_news(part.kind)) continue;
        words.clear();
        tokenize(report.text, part.span, words);
        const bool lines = part.kind == record::BlockKind::kList || part.kind == record::BlockKind::kTable;
        const auto base = static_cast<std::uint32_t>(syntax.tokens.size());
        for (const text::Span word : words) {
            record::Token& token = syntax.tokens.emplace_back();
            token.span = word;
            token.head = static_cast<std::uint32_t>(syntax.tokens.size() - 1);
        }
        std::uint32_t first = 0;
        for (const std::size_t end :
             sentence_ends(report.text, words, lines ? LineBreak::kEndsSentence : LineBreak::kIsSpace)) {
            const auto last = static_cast<std::uint32_t>(end);
            syntax.sentences.push_back({{words[first].begin, words[last - 1].end}, base + first, base + last, block});
            first = last;
        }
    }
    return syntax;
}

}  // namespace

record::Syntax Analyzer::analyze(const record::Report& report, Blocks blocks) const {
    record::Syntax syntax = find_words(report, blocks);
    if (model_->network && syntax.tokens.size() <= kMaxNetworkWords) {
        model_->network->read(report.text, syntax);
        for (record::Token& token : syntax.tokens) {
            const std::string_view form = text::words_at(report.text, token.span);
            model_->tagger.tag_by_form(form, token);
            token.lemma = model_->tagger.lemma(form, token.xpos);
        }
        return syntax;
    }
    const auto work = Tagger::make_work();
    for (const record::Sentence& sentence : syntax.sentences) {
        const std::uint32_t words = sentence.last_token - sentence.first_token;
        model_->tagger.tag(report.text, std::span(syntax.tokens).subspan(sentence.first_token, words), *work);
    }
    return syntax;
}

}  // namespace readout::syntax
