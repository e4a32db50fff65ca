#pragma once
// Sentences and words of one report, and what the reader network sees in them.

#include <cstdint>
#include <string>
#include <vector>

#include "record/statement.h"
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

/// Dependency relations of Universal Dependencies with the subtypes that English has.
enum class Relation : unsigned char {
    kDep,
    kAcl,
    kAclRelcl,
    kAdvcl,
    kAdvclRelcl,
    kAdvmod,
    kAmod,
    kAppos,
    kAux,
    kAuxPass,
    kCase,
    kCc,
    kCcPreconj,
    kCcomp,
    kCompound,
    kCompoundPrt,
    kConj,
    kCop,
    kCsubj,
    kCsubjOuter,
    kCsubjPass,
    kDet,
    kDetPredet,
    kDiscourse,
    kDislocated,
    kExpl,
    kFixed,
    kFlat,
    kGoeswith,
    kIobj,
    kList,
    kMark,
    kNmod,
    kNmodDesc,
    kNmodPoss,
    kNmodUnmarked,
    kNsubj,
    kNsubjOuter,
    kNsubjPass,
    kNummod,
    kObj,
    kObl,
    kOblAgent,
    kOblUnmarked,
    kOrphan,
    kParataxis,
    kPunct,
    kReparandum,
    kRoot,
    kVocative,
    kXcomp
};

/// A word by Universal Dependencies conventions: "don't" is "do" + "n't", "Moscow's" is "Moscow" + "'s".
struct Token {
    Span span;
    Upos upos = Upos::kX;
    std::string xpos;        // Penn Treebank tag ("VBD", "NNP", "PRP$")
    std::string lemma;       // lower case, names too
    std::uint32_t head = 0;  // the word it depends on, as an index of Syntax::tokens; its own where it is the root
    Relation relation = Relation::kDep;
    std::uint16_t features = 0;  // index of Syntax::features
};

/// Sentences lie in text order, do not overlap, and each lies in one block. A quotation may run over several.
struct Sentence {
    Span span;
    std::uint32_t first_token = 0, last_token = 0;  // [first, last) in Syntax::tokens
    std::uint32_t block = 0;                        // index in Report::blocks
};

/// Words [first, last) of Syntax::tokens, all in one block.
struct Words {
    std::uint32_t first = 0, last = 0;
    auto operator<=>(const Words&) const = default;
};

enum class NameKind : unsigned char { kPerson, kPlace, kOrganisation };

/// The words of a name, without article and title.
struct Name {
    Words words;
    NameKind kind = NameKind::kPerson;
};

enum class TimeKind : unsigned char { kDate, kTime, kDuration, kSet };

struct TimeExpression {
    Words words;
    TimeKind kind = TimeKind::kDate;
};

/// That somebody says or thinks something: the words of the cue, of whoever says it and of what is said, each perhaps
/// in several parts. What is reported inside a content is an attribution of its own.
struct Attribution {
    Words cue;
    std::vector<Words> source, content;
    Act act = Act::kAssert;
    bool negated = false;        // the saying itself did not happen
    std::uint8_t act_share = 0;  // percent: how surely it is this act
    std::uint8_t speech = 0;     // percent: how surely it is said or written, not only thought, wanted or planned
};

/// What quoted words do, as far as they tell it themselves: the words between two marks of a paragraph.
struct QuotedAct {
    Words words;
    Act act = Act::kAssert;
    std::uint8_t share = 0;  // percent: how surely it is this act
};

/// Words that are a part of some attribution, whichever it is.
struct Roles {
    std::vector<Words> sources, cues, contents;
};

/// That a pronoun of the third person may mean the same as a word before it. Shares of a word's antecedents
/// add up to at most 100; the rest is how surely it means something new.
struct Coreference {
    std::uint32_t word = 0, antecedent = 0;  // heads of their phrases
    std::uint8_t share = 0;                  // percent
};

/// Tokens lie in text order and do not overlap. Blocks that carry no news have no sentences. Where the network did not
/// read (a text over its limit), trees and all that follows them are empty, and each word is its own root.
struct Syntax {
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
    std::vector<std::string> features;  // as UD writes them ("Number=Sing"), each set once; the first is "_"
    std::vector<Name> names;
    std::vector<TimeExpression> times;
    std::vector<Attribution> attributions;
    std::vector<QuotedAct> quoted_acts;  // in text order, apart from one another
    Roles roles;
    std::vector<Coreference> coreferences;  // by word, its antecedents with the highest share first

    [[nodiscard]] bool read_by_network() const { return !features.empty(); }
};

}  // namespace readout::record
