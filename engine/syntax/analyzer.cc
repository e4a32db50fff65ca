#include "syntax/analyzer.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "syntax/sentences.h"
#include "syntax/tokenizer.h"
#include "text/fold.h"

namespace readout::syntax {

using record::Upos;

struct Analyzer::Model {};

namespace {

struct Known {
    std::string_view word;
    Upos upos;
    std::string_view xpos, lemma;
};
constexpr auto kKnown = std::to_array<Known>({
    {"the", Upos::kDet, "DT", "the"},        {"a", Upos::kDet, "DT", "a"},         {"an", Upos::kDet, "DT", "a"},
    {"this", Upos::kDet, "DT", "this"},      {"these", Upos::kDet, "DT", "this"},  {"that", Upos::kSconj, "IN", "that"},
    {"of", Upos::kAdp, "IN", "of"},          {"in", Upos::kAdp, "IN", "in"},       {"on", Upos::kAdp, "IN", "on"},
    {"at", Upos::kAdp, "IN", "at"},          {"by", Upos::kAdp, "IN", "by"},       {"for", Upos::kAdp, "IN", "for"},
    {"with", Upos::kAdp, "IN", "with"},      {"from", Upos::kAdp, "IN", "from"},   {"after", Upos::kAdp, "IN", "after"},
    {"to", Upos::kPart, "TO", "to"},         {"and", Upos::kCconj, "CC", "and"},   {"or", Upos::kCconj, "CC", "or"},
    {"but", Upos::kCconj, "CC", "but"},      {"he", Upos::kPron, "PRP", "he"},     {"she", Upos::kPron, "PRP", "she"},
    {"it", Upos::kPron, "PRP", "it"},        {"they", Upos::kPron, "PRP", "they"}, {"we", Upos::kPron, "PRP", "we"},
    {"i", Upos::kPron, "PRP", "i"},          {"you", Upos::kPron, "PRP", "you"},   {"him", Upos::kPron, "PRP", "he"},
    {"them", Upos::kPron, "PRP", "they"},    {"his", Upos::kPron, "PRP$", "his"},  {"its", Upos::kPron, "PRP$", "its"},
    {"their", Upos::kPron, "PRP$", "their"}, {"her", Upos::kPron, "PRP$", "her"},  {"who", Upos::kPron, "WP", "who"},
    {"which", Upos::kPron, "WDT", "which"},  {"is", Upos::kAux, "VBZ", "be"},      {"are", Upos::kAux, "VBP", "be"},
    {"was", Upos::kAux, "VBD", "be"},        {"were", Upos::kAux, "VBD", "be"},    {"be", Upos::kAux, "VB", "be"},
    {"been", Upos::kAux, "VBN", "be"},       {"has", Upos::kAux, "VBZ", "have"},   {"have", Upos::kAux, "VBP", "have"},
    {"had", Upos::kAux, "VBD", "have"},      {"will", Upos::kAux, "MD", "will"},   {"would", Upos::kAux, "MD", "would"},
    {"can", Upos::kAux, "MD", "can"},        {"could", Upos::kAux, "MD", "could"}, {"may", Upos::kAux, "MD", "may"},
    {"not", Upos::kPart, "RB", "not"},       {"n't", Upos::kPart, "RB", "not"},    {"n’t", Upos::kPart, "RB", "not"},
    {"'s", Upos::kPart, "POS", "'s"},        {"’s", Upos::kPart, "POS", "'s"},     {"said", Upos::kVerb, "VBD", "say"},
    {"says", Upos::kVerb, "VBZ", "say"},     {"told", Upos::kVerb, "VBD", "tell"}, {"held", Upos::kVerb, "VBD", "hold"},
    {"met", Upos::kVerb, "VBD", "meet"},     {"do", Upos::kAux, "VBP", "do"},      {"did", Upos::kAux, "VBD", "do"},
});

/// A first guess from the word alone.
void guess(record::Token& token, std::string_view word) {
    token.lemma = text::ascii_lower(word);
    for (const Known& known : kKnown) {
        if (known.word != token.lemma) continue;
        token.upos = known.upos;
        token.xpos = known.xpos;
        token.lemma = known.lemma;
        return;
    }
    const std::string_view lower = token.lemma;
    const auto tag = [&](Upos upos, std::string_view xpos, std::size_t drop = 0) {
        token.upos = upos;
        token.xpos = xpos;
        token.lemma.resize(token.lemma.size() - drop);
    };
    const char c = word.front();
    if (c >= '0' && c <= '9') return tag(Upos::kNum, "CD");
    if (c >= 'A' && c <= 'Z') return tag(Upos::kPropn, "NNP");
    if (static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z')) return tag(Upos::kPunct, word.substr(0, 1));
    if (quote_size_at(word, 0) > 0) return tag(Upos::kPunct, "''");
    if (lower.ends_with("ly")) return tag(Upos::kAdv, "RB");
    if (lower.size() > 4 && lower.ends_with("ing")) return tag(Upos::kVerb, "VBG", 3);
    if (lower.size() > 4 && lower.ends_with("ed")) return tag(Upos::kVerb, "VBD", 2);
    if (lower.size() > 3 && lower.ends_with("s") && !lower.ends_with("ss")) return tag(Upos::kNoun, "NNS", 1);
    tag(Upos::kNoun, "NN");
}

}  // namespace

Analyzer::Analyzer(std::unique_ptr<const Model> model) : model_(std::move(model)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

base::Result<Analyzer> Analyzer::load(std::string_view, std::string_view) {
    return Analyzer(std::make_unique<const Model>());
}

record::Syntax Analyzer::analyze(const record::Report& report) const {
    record::Syntax syntax;
    std::vector<text::Span> spans;
    for (std::uint32_t block = 0; block < report.blocks.size(); ++block) {
        const record::Block& part = report.blocks[block];
        if (!record::carries_news(part.kind)) continue;
        spans.clear();
        tokenize(report.text, part.span, spans);
        const bool lines = part.kind == record::BlockKind::kList || part.kind == record::BlockKind::kTable;
        std::size_t first = 0;
        for (const std::size_t end :
             sentence_ends(report.text, spans, lines ? LineBreak::kEndsSentence : LineBreak::kIsSpace)) {
            const auto base = static_cast<std::uint32_t>(syntax.tokens.size());
            for (std::size_t i = first; i < end; ++i) {
                record::Token token;
                token.span = spans[i];
                guess(token, text::words_at(report.text, spans[i]));
                syntax.tokens.push_back(std::move(token));
            }
            syntax.sentences.push_back({{spans[first].begin, spans[end - 1].end},
                                        base,
                                        static_cast<std::uint32_t>(syntax.tokens.size()),
                                        block});
            first = end;
        }
    }
    return syntax;
}

}  // namespace readout::syntax
