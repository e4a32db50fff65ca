#include "publish/conllu.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "record/names.h"
#include "text/fold.h"
#include "text/units.h"

namespace readout::publish {

namespace {

/// Of a word and of a sentence no line break may reach the page.
std::string without_breaks(std::string_view words) {
    std::string out(words);
    for (char& c : out) {
        if (c == '\n' || c == '\t') c = ' ';
    }
    return out;
}

/// The record holds lemmas in lower case; UD writes "I", names, and capitals that no beginning of a sentence explains
/// ("Russian") as they stand.
std::string lemma_of(const record::Token& token, std::string_view form, bool first) {
    const bool capital = form[0] >= 'A' && form[0] <= 'Z';
    const bool kept = token.upos == record::Upos::kPropn || form == "I" || (capital && !first);
    if (!kept || token.lemma.empty()) return token.lemma;
    const bool ascii = static_cast<unsigned char>(form[0]) < 0x80;
    if (ascii ? text::ascii_lower(form) == token.lemma : form.size() == token.lemma.size()) return std::string(form);
    return capital ? std::string(1, form[0]) + token.lemma.substr(1) : token.lemma;
}

class Sentences {
  public:
    explicit Sentences(const record::Reading& reading)
        : reading_(reading), units_(reading.report.text), marks_(reading.syntax.tokens.size()) {
        const record::Syntax& syntax = reading.syntax;
        for (const record::Name& name : syntax.names) mark(name.words, "Name", record::name_of(name.kind));
        for (const record::TimeExpression& time : syntax.times) mark(time.words, "Time", record::name_of(time.kind));
        for (const record::Words words : syntax.roles.sources) mark(words, "Source", "");
        for (const record::Words words : syntax.roles.cues) mark(words, "Cue", "");
        for (const record::Words words : syntax.roles.contents) mark(words, "Content", "");
    }

    std::string sentence(const record::Sentence& sentence, std::size_t number) const {
        std::string out = fmt::format("# sent_id = {}\n# text = {}\n", number,
                                      without_breaks(text::words_at(reading_.report.text, sentence.span)));
        for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
            out += word(i, sentence.first_token);
        }
        return out + '\n';
    }

  private:
    /// Names the words as B and I of a run.
    void mark(record::Words words, std::string_view key, std::string_view kind) {
        for (std::uint32_t i = words.first; i < words.last; ++i) {
            marks_[i] += fmt::format("|{}={}{}{}", key, i == words.first ? 'B' : 'I', kind.empty() ? "" : "-", kind);
        }
    }

    std::string word(std::uint32_t index, std::uint32_t first) const {
        const record::Token& token = reading_.syntax.tokens[index];
        const std::string form = without_breaks(text::words_at(reading_.report.text, token.span));
        const std::string& features =
            reading_.syntax.read_by_network() ? reading_.syntax.features[token.features] : kNone;
        return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{}\n", index - first + 1, form,
                           lemma_of(token, form, index == first), record::name_of(token.upos), token.xpos, features,
                           arc(token, index, first), misc(index));
    }

    /// Head and relation; of a text that the network did not read there is no tree.
    std::string arc(const record::Token& token, std::uint32_t index, std::uint32_t first) const {
        if (!reading_.syntax.read_by_network()) return "_\t_";
        if (token.head == index) return "0\troot";
        return fmt::format("{}\t{}", token.head - first + 1, record::name_of(token.relation));
    }

    std::string misc(std::uint32_t index) const {
        const std::vector<record::Token>& tokens = reading_.syntax.tokens;
        const text::Span span = tokens[index].span;
        const bool joined = index + 1 < tokens.size() && tokens[index + 1].span.begin == span.end;
        return fmt::format("{}Begin={}|End={}{}", joined ? "SpaceAfter=No|" : "", units_.code_points(span.begin),
                           units_.code_points(span.end), marks_[index]);
    }

    inline static const std::string kNone = "_";
    const record::Reading& reading_;
    text::Units units_;
    std::vector<std::string> marks_;  // of each word what MISC says of names, times and roles
};

}  // namespace

void write_conllu(const record::Reading& reading, const std::function<void(std::string_view)>& sink) {
    const Sentences page(reading);
    sink(fmt::format("# newdoc id = {}\n", without_breaks(reading.report.name)));
    const std::vector<record::Sentence>& sentences = reading.syntax.sentences;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        if (i == 0 || sentences[i].block != sentences[i - 1].block) sink("# newpar\n");
        sink(page.sentence(sentences[i], i + 1));
    }
}

}  // namespace readout::publish
