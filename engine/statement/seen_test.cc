#include "statement/seen.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace readout::statement {
namespace {

using record::Act;
using record::Upos;
using record::Words;
using testing::ElementsAre;

/// One sentence of words by single spaces, as the network may have read it.
class Seen : public testing::Test {
  protected:
    void text(const std::string& text) {
        reading_.report.text = text;
        reading_.syntax.features = {"_"};
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find(' ', at), text.size());
            record::Token token;
            token.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
            reading_.syntax.tokens.push_back(token);
            at = end + 1;
        }
        const auto size = static_cast<std::uint32_t>(text.size());
        const auto words = static_cast<std::uint32_t>(reading_.syntax.tokens.size());
        reading_.syntax.sentences.push_back({{0, size}, 0, words, 0});
        reading_.report.blocks = {{{0, size}, record::BlockKind::kParagraph, ""}};
    }
    Span span(Words words) const {
        const auto& tokens = reading_.syntax.tokens;
        return {tokens[words.first].span.begin, tokens[words.last - 1].span.end};
    }
    Draft draft(Words speaker, Words cue, Words content, const std::string& lemma) const {
        Draft draft;
        draft.speaker = span(speaker);
        draft.cue = span(cue);
        draft.lemma = lemma;
        draft.add(span(content), kNone);
        return draft;
    }
    std::vector<std::string> dropped_from(std::vector<Draft> drafts) const {
        drop_unseen(reading_, drafts);
        std::vector<std::string> lemmas;
        for (const Draft& draft : drafts) lemmas.push_back(draft.lemma);
        return lemmas;
    }
    record::Syntax& syntax() { return reading_.syntax; }

    record::Reading reading_;
};

TEST_F(Seen, ACueOfATitleStays) {
    text("Norway warns talks fail");
    const Draft warns = draft({0, 1}, {1, 2}, {2, 4}, "warn");
    EXPECT_THAT(dropped_from({warns}), ElementsAre());
    reading_.report.blocks[0].kind = record::BlockKind::kHeadline;
    EXPECT_THAT(dropped_from({warns}), ElementsAre("warn")) << "the network reads titles badly";
}

TEST_F(Seen, SaidAndDenialsStayAndNounsThatLeadAClauseIn) {
    text("Ada said Hugo denied the claim that rain fell");
    auto& tokens = syntax().tokens;
    tokens[1].xpos = "VBD";
    tokens[5].upos = Upos::kNoun;
    tokens[6].lemma = "that";
    const Draft said = draft({0, 1}, {1, 2}, {2, 9}, "say"), claim = draft({4, 5}, {5, 6}, {7, 9}, "claim");
    Draft denied = draft({2, 3}, {3, 4}, {4, 9}, "deny");
    denied.act = Act::kDeny;
    EXPECT_THAT(dropped_from({said, denied, claim}), ElementsAre("say", "deny", "claim"));
    tokens[1].xpos = "VBP";  // "they say", perhaps only supposed
    tokens[6].lemma = "which";
    EXPECT_THAT(dropped_from({said, denied, claim}), ElementsAre("deny"));
}

TEST_F(Seen, ACueThatIsNoneGoesButAQuotationStays) {
    text("Ada denied that rain fell");
    Draft denied = draft({0, 1}, {1, 2}, {3, 5}, "deny");
    denied.neutral = false;
    EXPECT_THAT(dropped_from({denied}), ElementsAre());
    denied.clear_content();
    denied.add(span({3, 5}), 0);
    EXPECT_THAT(dropped_from({denied}), ElementsAre("deny"));
    denied.clear_content();
    EXPECT_THAT(dropped_from({denied}), ElementsAre());
    denied.act = Act::kNoComment;
    EXPECT_THAT(dropped_from({denied}), ElementsAre("deny")) << "a refusal to say anything";
    denied.act = Act::kDeny;
    syntax().roles.cues = {{1, 2}};
    EXPECT_THAT(dropped_from({denied}), ElementsAre("deny"));
}

TEST_F(Seen, ACitedSourceAndAComparisonStay) {
    text("As Ada reported rain fell");
    Draft reported = draft({1, 2}, {2, 3}, {3, 5}, "report");
    EXPECT_THAT(dropped_from({reported}), ElementsAre());
    reported.as_clause = true;
    EXPECT_THAT(dropped_from({reported}), ElementsAre("report"));
    reported.as_clause = false;
    reported.shares_content = true;
    EXPECT_THAT(dropped_from({reported}), ElementsAre("report"));
}

TEST_F(Seen, NothingGoesFromAReportThatTheNetworkDidNotRead) {
    text("Ada found that rain fell");
    syntax().features.clear();
    EXPECT_THAT(dropped_from({draft({0, 1}, {1, 2}, {3, 5}, "find")}), ElementsAre("find"));
}

TEST_F(Seen, AContentIsTheNetworksWhereBothSeeIt) {
    text("Ada said that rain fell and Hugo left");
    const auto content_of = [&](record::Words seen, const Draft& mine) {
        syntax().attributions = {{{1, 2}, {{0, 1}}, {seen}, Act::kAssert, false, 90, 90}};
        std::vector<Draft> drafts = {mine};
        mend_drafts(reading_, {}, drafts);
        return drafts[0].content.front();
    };
    const Draft mine = draft({0, 1}, {1, 2}, {3, 5}, "say");
    EXPECT_EQ(content_of({3, 8}, mine), span({3, 8}));
    EXPECT_EQ(content_of({6, 8}, mine), span({3, 5})) << "it means something else";
    Draft quoted = mine;
    quoted.clear_content();
    quoted.add(span({3, 5}), 0);
    EXPECT_EQ(content_of({3, 8}, quoted), span({3, 5})) << "marks tell where it ends";
}

TEST_F(Seen, AnOpenActIsTheNetworksWhereItIsSure) {
    text("Ada said rain fell");
    const auto act_at = [&](std::uint8_t share, bool neutral, bool negated) {
        syntax().attributions = {{{1, 2}, {{0, 1}}, {{2, 4}}, Act::kWarn, false, share, 90}};
        std::vector<Draft> drafts = {draft({0, 1}, {1, 2}, {2, 4}, "say")};
        drafts[0].neutral = neutral;
        drafts[0].negated = negated;
        mend_drafts(reading_, {}, drafts);
        return drafts[0].act;
    };
    const auto of_quotation_at = [&](std::uint8_t share) {
        syntax().attributions = {{{1, 2}, {{0, 1}}, {{2, 4}}, Act::kWarn, false, share, 90}};
        std::vector<Draft> drafts = {draft({0, 1}, {1, 2}, {2, 4}, "say")};
        drafts[0].whole_quotes = {0};
        drafts[0].unquoted = false;
        mend_drafts(reading_, {}, drafts);
        return std::pair(drafts[0].act, drafts[0].neutral);
    };
    EXPECT_EQ(of_quotation_at(74), std::pair(Act::kAssert, true));
    EXPECT_EQ(of_quotation_at(75), std::pair(Act::kWarn, true)) << "the words may still tell another";
    EXPECT_EQ(of_quotation_at(95), std::pair(Act::kWarn, false));
    EXPECT_EQ(act_at(90, true, false), Act::kWarn);
    EXPECT_EQ(act_at(89, true, false), Act::kAssert);
    EXPECT_EQ(act_at(99, false, false), Act::kAssert);
    EXPECT_EQ(act_at(99, true, true), Act::kAssert);
}

TEST_F(Seen, ASpeakerThatIsNoSourceGivesWay) {
    text("clerks with keys confirmed rain and Hugo left");
    syntax().attributions = {{{3, 4}, {{0, 3}}, {{4, 5}}, Act::kConfirm, false, 90, 90}};
    const auto speaker_of = [&](std::vector<Draft> drafts) {
        mend_drafts(reading_, {}, drafts);
        return *drafts[0].speaker;
    };
    const Draft nobody = draft({6, 7}, {3, 4}, {4, 5}, "confirm");
    EXPECT_EQ(speaker_of({nobody}), span({0, 3}));
    EXPECT_EQ(speaker_of({nobody, draft({0, 1}, {7, 8}, {4, 5}, "leave")}), span({6, 7})) << "it speaks elsewhere";
    syntax().roles.sources = {{6, 7}};
    EXPECT_EQ(speaker_of({nobody}), span({6, 7})) << "it is a source";
}

TEST_F(Seen, TheLastVerbOfACueThatTheTableKnowsTellsTheAct) {
    const auto lexicon = Lexicon::load(
        "lemma\tkind\tact\tframes\taddressee\tgrade\tforms\naccuse\tverb\taccuse\tnp\t-\t1\t-\n"
        "say\tverb\tassert\tthat\tto\t1\tsaid\n");
    ASSERT_TRUE(lexicon.has_value());
    const auto added = [&](const std::string& sentence, Words cue, Words content) {
        reading_ = {};
        text(sentence);
        for (std::uint32_t i = cue.first; i < cue.last; ++i) syntax().tokens[i].upos = Upos::kVerb;
        syntax().tokens[content.last - 1].upos = Upos::kVerb;
        syntax().attributions = {{cue, {{0, 1}}, {content}, Act::kPraise, false, 99, 90}};
        std::vector<Draft> drafts;
        add_seen(reading_, *lexicon, {}, drafts);
        return drafts.size() == 1 ? drafts[0] : Draft{};
    };
    const Draft accused = added("Ada went and accused Hugo of lying", {1, 4}, {4, 7});
    EXPECT_EQ(accused.act, Act::kAccuse);
    EXPECT_EQ(accused.lemma, "accuse");
    EXPECT_FALSE(accused.neutral);
    EXPECT_EQ(added("Ada went on and said Hugo was lying", {1, 5}, {5, 8}).act, Act::kPraise) << "said leaves it open";
    EXPECT_EQ(added("Ada crooned that Hugo was flying", {1, 2}, {3, 6}).act, Act::kPraise) << "no table knows it";
}

}  // namespace
}  // namespace readout::statement
