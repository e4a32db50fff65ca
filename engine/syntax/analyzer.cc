#include "syntax/analyzer.h"

#include <span>
#include <utility>
#include <vector>

#include "syntax/sentences.h"
#include "syntax/tagger.h"
#include "syntax/tokenizer.h"

namespace readout::syntax {

struct Analyzer::Model {
    Tagger tagger;
};

Analyzer::Analyzer(std::unique_ptr<const Model> model) : model_(std::move(model)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

base::Result<Analyzer> Analyzer::load(std::string_view model_bytes, std::string_view name) {
    Tagger tagger = RO_TRY(Tagger::load(model_bytes, name));
    return Analyzer(std::make_unique<const Model>(Model{std::move(tagger)}));
}

record::Syntax Analyzer::analyze(const record::Report& report) const {
    record::Syntax syntax;
    const auto work = Tagger::make_work();
    std::vector<text::Span> words;
    for (std::uint32_t block = 0; block < report.blocks.size(); ++block) {
        const record::Block& part = report.blocks[block];
        if (!record::carries_news(part.kind)) continue;
        words.clear();
        tokenize(report.text, part.span, words);
        const bool lines = part.kind == record::BlockKind::kList || part.kind == record::BlockKind::kTable;
        std::size_t first = 0;
        for (const std::size_t end :
             sentence_ends(report.text, words, lines ? LineBreak::kEndsSentence : LineBreak::kIsSpace)) {
            const auto first_token = static_cast<std::uint32_t>(syntax.tokens.size());
            model_->tagger.tag(report.text, std::span(words).subspan(first, end - first), *work, syntax.tokens);
            const auto last_token = static_cast<std::uint32_t>(syntax.tokens.size());
            syntax.sentences.push_back({{words[first].begin, words[end - 1].end}, first_token, last_token, block});
            first = end;
        }
    }
    return syntax;
}

}  // namespace readout::syntax
