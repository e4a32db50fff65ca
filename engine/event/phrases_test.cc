#include "event/phrases.h"

#include <gtest/gtest.h>

#include <string>

#include "base/table.h"
#include "event/magnitude.h"
#include "event/status.h"

namespace readout::event {
namespace {

/// "word/TAG word/TAG/lemma …": the lemma is the word when left out.
std::vector<record::Token> tagged(std::string_view text) {
    std::vector<record::Token> out;
    std::uint32_t at = 0;
    for (const std::string_view word : base::split(text, ' ')) {
        const std::vector<std::string_view> parts = base::split(word, '/');
        record::Token token;
        token.span = {at, at + static_cast<std::uint32_t>(parts[0].size())};
        token.xpos = std::string(parts[1]);
        token.lemma = std::string(parts.size() > 2 ? parts[2] : parts[0]);
        at = token.span.end + 1;
        out.push_back(std::move(token));
    }
    return out;
}

std::vector<std::string> subjects(const Phrases& phrases, Index verb) {
    std::vector<std::string> out;
    for (const Index noun : phrases.verbs()[verb].subject) {
        out.push_back(phrases.tokens()[phrases.nouns()[noun].head].lemma);
    }
    return out;
}

using Words = std::vector<std::string>;

TEST(Phrases, CoordinatedVerbsShareTheSubject) {
    const auto tokens =
        tagged("the/DT navy/NN seized/VBD/seize a/DT boat/NN and/CC freed/VBD/free its/PRP$ crew/NN ./.");
    const Phrases phrases(tokens, {});
    ASSERT_EQ(phrases.verbs().size(), 2U);
    EXPECT_EQ(subjects(phrases, 1), Words{"navy"});
    EXPECT_TRUE(phrases.verbs()[1].shared);
}

TEST(Phrases, ARelativeClauseIsJumpedOver) {
    const auto tokens = tagged(
        "owners/NNS ,/, who/WP had/VBD/have promised/VBN/promise to/TO pay/VB ,/, locked/VBD/lock them/PRP out/RP ./.");
    const Phrases phrases(tokens, {});
    ASSERT_EQ(phrases.verbs().size(), 3U);
    EXPECT_EQ(subjects(phrases, 0), Words{"owners"});
    EXPECT_TRUE(phrases.verbs()[0].in_relative);
    EXPECT_TRUE(phrases.verbs()[0].perfect);
    EXPECT_EQ(subjects(phrases, 2), Words{"owners"});
}

TEST(Phrases, AnInfinitiveTakesTheObjectOfAControlVerb) {
    const auto tokens = tagged("Oslo/NNP urged/VBD/urge rebels/NNS to/TO withdraw/VB ./.");
    const Phrases phrases(tokens, {});
    ASSERT_EQ(phrases.verbs().size(), 2U);
    EXPECT_EQ(subjects(phrases, 1), Words{"rebels"});
    EXPECT_EQ(phrases.verbs()[1].governor, 0U);
}

TEST(Phrases, APassiveHasItsObjectAsSubject) {
    const auto tokens = tagged("two/CD envoys/NNS were/VBD/be not/RB expelled/VBN/expel by/IN Chad/NNP ./.");
    const Phrases phrases(tokens, {});
    ASSERT_EQ(phrases.verbs().size(), 1U);
    EXPECT_TRUE(phrases.verbs()[0].passive);
    EXPECT_TRUE(phrases.verbs()[0].negated);
    EXPECT_EQ(phrases.after(phrases.verbs()[0].last).prepositional.size(), 1U);
}

TEST(Phrases, ALoneParticipleIsThePastTense) {
    const auto tokens = tagged("the/DT premier/NN resigned/VBN/resign on/IN principle/NN ./.");
    const Phrases phrases(tokens, {});
    ASSERT_EQ(phrases.verbs().size(), 1U);
    EXPECT_EQ(phrases.verbs()[0].form, VerbForm::kFinite);
    EXPECT_EQ(subjects(phrases, 0), Words{"premier"});
}

TEST(Phrases, AModalMakesAVerbOfWhatFollows) {
    const auto tokens = tagged("Manila/NNP would/MD back/RB its/PRP$ claim/NN ./.");
    const Phrases phrases(tokens, {});
    ASSERT_EQ(phrases.verbs().size(), 1U);
    EXPECT_EQ(tokens[phrases.verbs()[0].head].lemma, "back");
}

TEST(Phrases, LongListsStayLinear) {
    std::string text = "a/NN";
    for (int i = 0; i < 20000; ++i) text += " ,/, and/CC b/NN hit/VBD who/WP";
    const auto tokens = tagged(text);
    const Phrases phrases(tokens, {});
    EXPECT_EQ(phrases.verbs().size(), 20000U);
}

struct Counted {
    std::string text;
    long lo;
    long hi;  // -1 = open
};

TEST(Magnitude, ReadsNumberWordsAsIntervals) {
    const Counted cases[] = {
        {"twelve/CD students/NNS", 12, 12},
        {"at/IN least/JJS/least 40/CD people/NNS", 40, -1},
        {"more/JJR than/IN 70/CD people/NNS", 71, -1},
        {"up/IN to/TO 30/CD people/NNS", 0, 30},
        {"dozens/NNS/dozen", 24, -1},
        {"hundreds/NNS/hundred of/IN people/NNS", 200, -1},
        {"several/JJ thousand/CD people/NNS", 3000, -1},
        {"1,500/CD men/NNS", 1500, 1500},
        {"two/CD hundred/CD men/NNS", 200, 200},
        {"twenty-one/CD girls/NNS", 21, 21},
    };
    for (const Counted& counted : cases) {
        const auto tokens = tagged(counted.text);
        const Phrases phrases(tokens, {});
        const auto number = number_in(phrases, 0, static_cast<Index>(tokens.size()));
        ASSERT_TRUE(number) << counted.text;
        EXPECT_EQ(number->lo, counted.lo) << counted.text;
        EXPECT_EQ(number->hi.value_or(-1), counted.hi) << counted.text;
    }
    const auto tokens = tagged("the/DT students/NNS");
    EXPECT_FALSE(number_in(Phrases(tokens, {}), 0, 2));
}

}  // namespace
}  // namespace readout::event
