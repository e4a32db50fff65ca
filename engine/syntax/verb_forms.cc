#include "syntax/verb_forms.h"

#include <string>

#include "text/fold.h"
#include "text/list.h"

namespace readout::syntax {
namespace {

using record::Upos;

bool is_auxiliary(const std::string& word) {
    return text::is_one_of(
        word, std::to_array<std::string_view>({"have", "has", "had", "having", "'ve", "’ve", "be", "is", "are", "was",
                                               "were", "been", "being", "am", "'re", "’re", "get", "gets", "got"}));
}

/// "-ed", but not "need", "feed", "speed".
bool has_past_ending(const std::string& word) {
    return word.size() >= 5 && word.ends_with("ed") && !word.ends_with("eed");
}

}  // namespace

void mend_verb_forms(std::string_view text, record::Syntax& syntax) {
    bool behind_auxiliary = false;  // with nothing but adverbs between
    std::string word;
    for (std::size_t i = 0; i < syntax.tokens.size(); ++i) {
        record::Token& token = syntax.tokens[i];
        word = text::ascii_lower(text::words_at(text, token.span));
        const bool verb = token.upos == Upos::kVerb || token.upos == Upos::kAux;
        const bool past = token.xpos == "VBD" || token.xpos == "VBN";
        if (verb && has_past_ending(word)) {
            token.upos = Upos::kVerb;
            if (!past) token.xpos = behind_auxiliary ? "VBN" : "VBD";
        } else if (token.upos == Upos::kPunct && (word == "and" || word == "or" || word == "but")) {
            token.upos = Upos::kCconj;
            token.xpos = "CC";
        } else if ((word == "wo" || word == "ca" || word == "sha") && i + 1 < syntax.tokens.size()) {
            const std::string next = text::ascii_lower(text::words_at(text, syntax.tokens[i + 1].span));
            if (next == "n't" || next == "n’t") {
                token.upos = Upos::kAux;
                token.xpos = "MD";
            }
        }
        behind_auxiliary = is_auxiliary(word) || (behind_auxiliary && token.upos == Upos::kAdv);
    }
}

}  // namespace readout::syntax
