#include "syntax/closed_forms.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace readout::syntax {
namespace {

using record::Upos;

struct Tagged {
    std::string word;
    Upos upos;
    std::string_view xpos;
};

record::Syntax read(const std::vector<Tagged>& words, std::string& text) {
    record::Syntax syntax;
    for (const Tagged& word : words) {
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += word.word;
        record::Token token;
        token.span = {begin, static_cast<std::uint32_t>(text.size())};
        token.upos = word.upos;
        token.xpos = word.xpos;
        syntax.tokens.push_back(token);
        text += ' ';
    }
    mend_closed_forms(text, syntax);
    return syntax;
}

TEST(ClosedForms, AnEsIsPresent) {
    std::string text;
    const auto syntax = read({{"Minsk", Upos::kPropn, "NNP"},
                              {"denies", Upos::kVerb, "VBD"},
                              {"what", Upos::kPron, "WP"},
                              {"was", Upos::kAux, "VBD"},
                              {"said", Upos::kVerb, "VBN"}},
                             text);
    EXPECT_EQ(syntax.tokens[1].xpos, "VBZ");
    EXPECT_EQ(syntax.tokens[3].xpos, "VBD");
    EXPECT_EQ(syntax.tokens[4].xpos, "VBN");
}

TEST(ClosedForms, AnEdIsPastAndAParticipleBehindAnAuxiliary) {
    std::string text;
    const auto syntax = read({{"Minsk", Upos::kPropn, "NNP"},
                              {"threatened", Upos::kAux, "MD"},
                              {"had", Upos::kAux, "VBD"},
                              {"openly", Upos::kAdv, "RB"},
                              {"demanded", Upos::kVerb, "VB"},
                              {"need", Upos::kVerb, "VBP"},
                              {"wanted", Upos::kVerb, "VBN"},
                              {"hundred", Upos::kNum, "CD"}},
                             text);
    EXPECT_EQ(syntax.tokens[1].upos, Upos::kVerb);
    EXPECT_EQ(syntax.tokens[1].xpos, "VBD");
    EXPECT_EQ(syntax.tokens[4].xpos, "VBN") << "had openly demanded";
    EXPECT_EQ(syntax.tokens[5].xpos, "VBP") << "need";
    EXPECT_EQ(syntax.tokens[6].xpos, "VBN") << "what may be stays";
    EXPECT_EQ(syntax.tokens[7].xpos, "CD") << "no verb";
}

TEST(ClosedForms, ClosedWordsAreWhatTheyAre) {
    std::string text;
    const auto syntax = read({{"and", Upos::kPunct, ","},
                              {"wo", Upos::kAux, "RB"},
                              {"n't", Upos::kPart, "RB"},
                              {"Or", Upos::kAdv, "RB"},
                              {"were", Upos::kAux, "VBP"}},
                             text);
    EXPECT_EQ(syntax.tokens[0].upos, Upos::kCconj);
    EXPECT_EQ(syntax.tokens[0].xpos, "CC");
    EXPECT_EQ(syntax.tokens[1].xpos, "MD");
    EXPECT_EQ(syntax.tokens[3].xpos, "CC");
    EXPECT_EQ(syntax.tokens[4].xpos, "VBD");
}

TEST(ClosedForms, APastBehindHaveIsAParticiple) {
    std::string text;
    const auto syntax = read({{"had", Upos::kAux, "VBD"},
                              {"n't", Upos::kPart, "RB"},
                              {"told", Upos::kVerb, "VBD"},
                              {"them", Upos::kPron, "PRP"},
                              {"he", Upos::kPron, "PRP"},
                              {"told", Upos::kVerb, "VBD"}},
                             text);
    EXPECT_EQ(syntax.tokens[0].xpos, "VBD");
    EXPECT_EQ(syntax.tokens[2].xpos, "VBN");
    EXPECT_EQ(syntax.tokens[5].xpos, "VBD");
}

TEST(ClosedForms, BracketsAreMarks) {
    std::string text;
    const auto syntax =
        read({{"(", Upos::kPropn, "NNP"}, {"Mo.", Upos::kPropn, "NNP"}, {")", Upos::kPropn, "NNP"}}, text);
    EXPECT_EQ(syntax.tokens[0].xpos, "-LRB-");
    EXPECT_EQ(syntax.tokens[1].xpos, "NNP");
    EXPECT_EQ(syntax.tokens[2].xpos, "-RRB-");
    EXPECT_EQ(syntax.tokens[2].upos, Upos::kPunct);
}

}  // namespace
}  // namespace readout::syntax
