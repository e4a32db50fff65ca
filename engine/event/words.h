#pragma once
// Small closed sets of English function words, and tag tests, shared by the parts of this room.

#include <algorithm>
#include <array>
#include <string_view>

namespace readout::event {

template <std::size_t kSize>
constexpr bool one_of(std::string_view word, const std::array<std::string_view, kSize>& set) {
    return std::find(set.begin(), set.end(), word) != set.end();
}

inline bool is_noun_tag(std::string_view tag) {
    return tag.starts_with("NN");
}
inline bool is_verb_tag(std::string_view tag) {
    return tag.starts_with("VB") || tag == "MD";
}
inline bool is_adverb_tag(std::string_view tag) {
    return tag.starts_with("RB") || tag == "RP";
}
inline bool is_negation(std::string_view lemma) {
    return lemma == "not" || lemma == "n't" || lemma == "never" || lemma == "no" || lemma == "n’t";
}

inline constexpr std::array<std::string_view, 6> kConditionals{"if", "unless", "should", "provided", "once", "lest"};
inline constexpr std::array<std::string_view, 19> kSubordinators{
    "that",  "if",     "unless", "because", "while",    "whereas", "although", "though", "when", "whether",
    "after", "before", "since",  "until",   "provided", "once",    "as",       "than",   "lest"};

}  // namespace readout::event
