#include "syntax/repeated_names.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace readout::syntax {
namespace {

using record::NameKind;
using Found = std::vector<std::pair<std::string, NameKind>>;

/// Words parted by spaces, one sentence; `names` by their words.
Found names_of(const std::string& text, std::initializer_list<record::Name> names,
               record::Upos upos = record::Upos::kPropn) {
    record::Syntax syntax;
    for (std::uint32_t begin = 0; begin < text.size();) {
        const auto end = static_cast<std::uint32_t>(std::min(text.find(' ', begin), text.size()));
        record::Token& token = syntax.tokens.emplace_back();
        token.span = {begin, end};
        token.upos = upos;
        begin = end + 1;
    }
    const auto count = static_cast<std::uint32_t>(syntax.tokens.size());
    syntax.sentences.push_back({{0, static_cast<std::uint32_t>(text.size())}, 0, count, 0});
    syntax.names = names;
    add_repeated_names(text, syntax);
    Found found;
    for (const record::Name& name : syntax.names) {
        const text::Span span{syntax.tokens[name.words.first].span.begin, syntax.tokens[name.words.last - 1].span.end};
        found.emplace_back(text::words_at(text, span), name.kind);
    }
    return found;
}

TEST(RepeatedNames, AreNamesWhereverTheyStand) {
    EXPECT_EQ(names_of("Tarn Watch met and Tarn Watch left Tarn", {{{0, 2}, NameKind::kOrganisation}}),
              (Found{{"Tarn Watch", NameKind::kOrganisation}, {"Tarn Watch", NameKind::kOrganisation}}));
}

TEST(RepeatedNames, TakeTheLongestAndTheFirstKind) {
    EXPECT_EQ(names_of("Tarn and Tarn Watch saw Tarn Watch in Tarn",
                       {{{0, 1}, NameKind::kPlace}, {{2, 4}, NameKind::kOrganisation}, {{8, 9}, NameKind::kPerson}}),
              (Found{{"Tarn", NameKind::kPlace},
                     {"Tarn Watch", NameKind::kOrganisation},
                     {"Tarn Watch", NameKind::kOrganisation},
                     {"Tarn", NameKind::kPerson}}));
}

TEST(RepeatedNames, DoNotOverlapOthersNorCrossTheEnd) {
    EXPECT_EQ(
        names_of("Tarn Watch of New Tarn Watch Tarn", {{{0, 2}, NameKind::kOrganisation}, {{3, 5}, NameKind::kPlace}}),
        (Found{{"Tarn Watch", NameKind::kOrganisation}, {"New Tarn", NameKind::kPlace}}));
}

TEST(RepeatedNames, LeaveOtherCaseShortWordsAndVerbs) {
    EXPECT_EQ(names_of("Mark met mark", {{{0, 1}, NameKind::kPerson}}).size(), 1U);
    EXPECT_EQ(names_of("Bo met Bo", {{{0, 1}, NameKind::kPerson}}).size(), 1U);
    EXPECT_EQ(names_of("Will met Will", {{{0, 1}, NameKind::kPerson}}, record::Upos::kAux).size(), 1U);
    EXPECT_EQ(names_of("Will met Will", {{{0, 1}, NameKind::kPerson}}).size(), 2U);
}

}  // namespace
}  // namespace readout::syntax
