#include "syntax/closed_forms.h"

#include <array>
#include <string>
#include <string_view>

#include "text/fold.h"
#include "text/list.h"

namespace readout::syntax {
namespace {

using record::Token;
using record::Upos;

enum class Auxiliary : unsigned char { kNone, kBe, kHave };

Auxiliary auxiliary_of(std::string_view word) {
    static constexpr auto kHave = std::to_array<std::string_view>({"have", "has", "had", "having", "'ve", "’ve"});
    static constexpr auto kBe = std::to_array<std::string_view>(
        {"be", "is", "are", "was", "were", "been", "being", "am", "'re", "’re", "get", "gets", "got"});
    if (text::is_one_of(word, kHave)) return Auxiliary::kHave;
    return text::is_one_of(word, kBe) ? Auxiliary::kBe : Auxiliary::kNone;
}

/// "-ed", but not "need", "feed", "speed".
bool has_past_ending(std::string_view word) {
    return word.size() >= 5 && word.ends_with("ed") && !word.ends_with("eed");
}

/// "denies", "says": "was" is the only past form in "-s".
bool has_present_ending(std::string_view word) {
    return word.size() >= 4 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("'s");
}

bool is_not(std::string_view word) {
    return word == "n't" || word == "n’t";
}

/// `behind`: the auxiliary before, with nothing but adverbs between.
void mend(Token& token, std::string_view word, std::string_view next, Auxiliary behind) {
    const bool verb = token.upos == Upos::kVerb || token.upos == Upos::kAux;
    const bool past = token.xpos == "VBD" || token.xpos == "VBN";
    if (word == "(" || word == "[") {
        token.upos = Upos::kPunct;
        token.xpos = "-LRB-";
    } else if (word == ")" || word == "]") {
        token.upos = Upos::kPunct;
        token.xpos = "-RRB-";
    } else if (word == "and" || word == "or") {
        token.upos = Upos::kCconj;
        token.xpos = "CC";
    } else if ((word == "wo" || word == "ca" || word == "sha") && is_not(next)) {
        token.upos = Upos::kAux;
        token.xpos = "MD";
    } else if (verb && (word == "were" || word == "was")) {
        token.xpos = "VBD";
    } else if (past && has_present_ending(word)) {
        token.xpos = "VBZ";
    } else if (verb && has_past_ending(word)) {
        token.upos = Upos::kVerb;
        if (!past) token.xpos = behind != Auxiliary::kNone ? "VBN" : "VBD";
    }
    if (token.xpos == "VBD" && behind == Auxiliary::kHave && token.upos == Upos::kVerb) token.xpos = "VBN";
}

}  // namespace

void mend_closed_forms(std::string_view text, record::Syntax& syntax) {
    Auxiliary behind = Auxiliary::kNone;
    std::string word, next;
    for (std::size_t i = 0; i < syntax.tokens.size(); ++i) {
        Token& token = syntax.tokens[i];
        word = i == 0 ? text::ascii_lower(text::words_at(text, token.span)) : next;
        next.clear();
        if (i + 1 < syntax.tokens.size()) next = text::ascii_lower(text::words_at(text, syntax.tokens[i + 1].span));
        mend(token, word, next, behind);
        const Auxiliary own = auxiliary_of(word);
        const bool between = token.upos == Upos::kAdv || is_not(word) || word == "not";
        if (own != Auxiliary::kNone || !between) behind = own;
    }
}

}  // namespace readout::syntax
