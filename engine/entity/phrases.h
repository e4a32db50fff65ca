#pragma once
// Noun phrases that stand for people, bodies and documents: "a spokesman for the ministry", "Kyiv's envoy".

#include <cstdint>
#include <string>
#include <vector>

#include "entity/names.h"
#include "entity/page.h"
#include "entity/tables.h"

namespace readout::entity {

constexpr std::uint32_t kNoWord = 0xFFFFFFFF;

enum class Definite : unsigned char { kBare, kIndefinite, kDefinite };

/// A noun phrase around one head noun. All ranges are words of the page.
///
///     Ukraine 's former envoy to the United Nations
///     |-owner-|  |--core----| |----complement-----|
///     |------------- words -----------------------|
struct Phrase {
    Range words;
    Range core;        // modifiers and head, without determiner and owner
    Range owner;       // words before the last possessive mark, its determiner included; or a possessive pronoun
    Range complement;  // prepositional complements, with their prepositions
    std::uint32_t head = 0;
    std::string lemma;  // of the head, folded
    NounKind kind = NounKind::kNone;
    Definite definite = Definite::kBare;
    bool plural = false;
    bool pronoun_owner = false;
    bool speaks = false;     // subject of a verb of saying
    bool guessed = false;    // the lists do not know the head noun; its place in the sentence tells the kind
    bool one_of = false;     // "one of the neighbours": one of those that the head names
    bool stands_in = false;  // "another", "one of them": of a kind told before
};

/// The singular by which the word lists know a noun, folded: "man" of "crewmen", "minutes" of "minutes".
std::string noun_lemma(const Word& word);

/// "The country", "his nation": a phrase for a state.
bool means_state(const Phrase& phrase);

/// Phrases in the order of their heads. `names` lie in text order. Linear: no phrase looks further than a few words.
std::vector<Phrase> find_phrases(const Page& page, const Tables& tables, const std::vector<Name>& names);

}  // namespace readout::entity
