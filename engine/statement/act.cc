#include "statement/act.h"

#include <algorithm>
#include <string>

#include "text/fold.h"

namespace readout::statement {
namespace {

using record::Act;

bool begins(std::string_view s, std::string_view prefix) {
    return s.substr(0, prefix.size()) == prefix;
}

bool has(const std::string& padded, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view w) { return padded.find(w) != std::string::npos; });
}

}  // namespace

Act judge_act(const Draft& draft, std::string_view text) {
    if (!draft.neutral || draft.content.empty()) return draft.act;
    const std::string_view last = text::words_at(text, draft.content.back());
    if (draft.all_quoted() && !last.empty() && last.back() == '?') return Act::kAsk;
    std::string padded = " ";
    for (const Span span : draft.content) padded += text::fold(text::words_at(text, span)) + " ";
    if (has(padded, {" no comment ", " will not comment ", " do not discuss ", " not discuss "}))
        return Act::kNoComment;
    const bool own = draft.all_quoted()
                         ? has(padded, {" i will ", " we will ", " i ll ", " we ll ", " we shall ", " i shall "})
                         : begins(padded, " it would ") || begins(padded, " he would ") ||
                               begins(padded, " she would ") || begins(padded, " they would ") ||
                               begins(padded, " it will ") || begins(padded, " he will ") ||
                               begins(padded, " she will ") || begins(padded, " they will ") ||
                               begins(padded, " we will ") || begins(padded, " i will ");
    if (own && !has(padded, {" would not ", " will not "})) return Act::kPromise;
    return draft.act;
}

}  // namespace readout::statement
