#pragma once
// Sentences and words of one report.

#include <cstdint>
#include <string>
#include <vector>

#include "text/span.h"

namespace readout::record {

using text::Span;

/// Universal part-of-speech tags (universaldependencies.org).
enum class Upos : unsigned char {
    kAdj,
    kAdp,
    kAdv,
    kAux,
    kCconj,
    kDet,
    kIntj,
    kNoun,
    kNum,
    kPart,
    kPron,
    kPropn,
    kPunct,
    kSconj,
    kSym,
    kVerb,
    kX
};

/// A word by Universal Dependencies conventions: "don't" is "do" + "n't", "Moscow's" is "Moscow" + "'s".
struct Token {
    Span span;
    Upos upos = Upos::kX;
    std::string xpos;   // Penn Treebank tag ("VBD", "NNP", "PRP$")
    std::string lemma;  // lower case, names too
};

/// Sentences lie in text order, do not overlap, and each lies in one block. A quotation may run over several.
struct Sentence {
    Span span;
    std::uint32_t first_token = 0, last_token = 0;  // [first, last) in Syntax::tokens
    std::uint32_t block = 0;                        // index in Report::blocks
};

/// Tokens lie in text order and do not overlap. Blocks that carry no news have no sentences.
struct Syntax {
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
};

}  // namespace readout::record
