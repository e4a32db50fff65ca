#pragma once
// Words as the weaver compares them: families of words that name one thing ("agree", "agreement", "deal" are agree).
// Families are small, closed and general; a word outside them is its own stem. Nothing here is shown or cited.

#include <string>
#include <string_view>

#include "record/syntax.h"

namespace readout::claim {

/// The family or stem of a token; empty for words that carry no topic (function words, reporting verbs, numbers,
/// punctuation). `word` is the token's surface.
std::string term_of(const record::Token& token, std::string_view word);

/// True for the families of acts and happenings (agree, promise, kill, attack …), which alone can carry a denial.
bool is_act_family(std::string_view term);

/// True for nouns of people, by trade, age or fate ("driver", "child", "victim").
bool is_people(std::string_view term);

/// True for people counted as such ("people", "person", "victim"), which any class of people is part of.
bool is_anybody(std::string_view term);

}  // namespace readout::claim
