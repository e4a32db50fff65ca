#include "entity/resolver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/table.h"
#include "entity/cast.h"
#include "record/names.h"

namespace readout::entity {
namespace {

constexpr std::string_view kStates =
    "code\tname\tother_names\tdemonyms\tcapital\tcapital_other_names\tmetonyms\tsource\n"
    "ISL\tIceland\t\tIcelandic|Icelander|Icelanders\tReykjavik\t\t\t-\n"
    "USA\tUnited States\tUS|U.S.|America\tAmerican|Americans\tWashington\t\t\t-\n"
    "RUS\tRussia\tSoviet Union\tRussian|Russians|Soviet\tMoscow\t\tKremlin|the Kremlin\t-\n"
    "JOR\tJordan\t\tJordanian|Jordanians\tAmman\t\t\t-\n";
constexpr std::string_view kOrganisations =
    "id\tname\tother_names\tkind\tcode\tsectors\tfrom\tto\tsource\n"
    "white-house\tWhite House\tthe White House\tstate-body\tUSA\tGOV\t\t\t-\n"
    "who\tWorld Health Organization\tWHO\torganisation\tUNO\tMED\t\t\t-\n";
constexpr std::string_view kPeople =
    "id\tname\tother_names\tcountry\tsource\n"
    "eduard-shevardnadze\tEduard Shevardnadze\t\tRUS\t-\n"
    "andrei-gromyko\tAndrei Gromyko\tAndrey Gromyko\tRUS\t-\n"
    "george-shultz\tGeorge Shultz\tGeorge P. Shultz\tUSA\t-\n"
    "ronald-reagan\tRonald Reagan\t\tUSA\t-\n";
constexpr std::string_view kOffices =
    "person\toffice\tof\tsector\tfrom\tto\tsource\n"
    "andrei-gromyko\tforeign minister\tRUS\tGOV\t1957\t1985-07-02\t-\n"
    "eduard-shevardnadze\tforeign minister\tRUS\tGOV\t1985-07-02\t1990-12-20\t-\n"
    "george-shultz\tsecretary of state\tUSA\tGOV\t1982-07-16\t1989-01-20\t-\n"
    "ronald-reagan\tpresident\tUSA\tGOV\t1981-01-20\t1989-01-20\t-\n";
constexpr std::string_view kRoles =
    "noun\tsector\tkind\tsource\n"
    "envoy\tGOV\tperson\t-\n"
    "police\tCOP\tgroup\t-\n";

const Resolver& resolver() {
    static const Resolver kResolver = *Resolver::load({kStates, kOrganisations, kPeople, kOffices, {}, kRoles, {}});
    return kResolver;
}

/// A reading of tagged words: "Shultz/PROPN said/VERB/say": sentences end with a word "|".
record::Reading tagged(std::string_view words, std::string_view published = "1986-10-12") {
    record::Reading reading;
    record::Report& report = reading.report;
    report.id = {"r"};
    if (const auto day = base::parse_iso(published)) report.published = record::Published{{*day, *day}, {}, {}};
    std::uint32_t first = 0;
    const auto end_sentence = [&] {
        const auto last = static_cast<std::uint32_t>(reading.syntax.tokens.size());
        if (last == first) return;
        const text::Span span{reading.syntax.tokens[first].span.begin, reading.syntax.tokens[last - 1].span.end};
        reading.syntax.sentences.push_back({span, first, last, 0});
        first = last;
    };
    bool glue = true;
    for (const std::string_view word : base::split(words, ' ')) {
        if (word == "|") {
            end_sentence();
            continue;
        }
        const std::vector<std::string_view> parts = base::split(word, '/');
        const std::string_view form = parts[0];
        if (!glue && form != "," && form != "." && form != "'s" && form != "”") report.text += ' ';
        const auto begin = static_cast<std::uint32_t>(report.text.size());
        report.text += form;
        record::Token token;
        token.span = {begin, static_cast<std::uint32_t>(report.text.size())};
        token.upos = parts.size() > 1 ? *record::value_named<record::Upos>(parts[1]) : record::Upos::kPunct;
        token.lemma = parts.size() > 2 ? std::string(parts[2]) : std::string(form);
        if (form == "'s") token.xpos = "POS";
        if (parts.size() > 3) token.xpos = std::string(parts[3]);
        for (char& c : token.lemma) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        reading.syntax.tokens.push_back(std::move(token));
        glue = form == "“";
    }
    end_sentence();
    report.blocks.push_back({{0, static_cast<std::uint32_t>(report.text.size())}, record::BlockKind::kParagraph, ""});
    return reading;
}

/// Each mention as "words = entity name".
std::vector<std::string> mentions_of(const record::Reading& reading) {
    const Found found = resolver().resolve(reading);
    std::vector<std::string> lines;
    for (const record::Mention& mention : found.mentions) {
        std::string line(text::words_at(reading.report.text, mention.span));
        line += " = ";
        for (const record::Entity& entity : found.entities) {
            if (entity.id == mention.entity) line += entity.name;
        }
        lines.push_back(line);
    }
    return lines;
}

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

TEST(Resolver, FindsTableNamesByLongestMatch) {
    EXPECT_THAT(
        mentions_of(tagged("The/DET White/PROPN House/PROPN and/CCONJ the/DET Soviet/PROPN Union/PROPN talked/VERB")),
        ElementsAre("White House = White House", "Soviet Union = Russia"));
}

TEST(Resolver, ReadsAbbreviationsOnlyInCapitals) {
    EXPECT_THAT(mentions_of(tagged("It/PRON told/VERB us/PRON who/PRON left/VERB the/DET US/PROPN")),
                Contains("US = United States"));
    EXPECT_THAT(mentions_of(tagged("It/PRON told/VERB us/PRON who/PRON left/VERB")),
                Not(Contains("us = United States")));
}

TEST(Resolver, JoinsSurnameToFullName) {
    EXPECT_THAT(mentions_of(tagged("Halldis/PROPN Brekke/PROPN spoke/VERB ./PUNCT | Brekke/PROPN left/VERB")),
                ElementsAre("Halldis Brekke = Halldis Brekke", "Brekke = Halldis Brekke"));
}

TEST(Resolver, JoinsMisspeltSurnameByGivenName) {
    EXPECT_THAT(mentions_of(tagged("Then/ADV Eduard/PROPN Shevarnadze/PROPN left/VERB")),
                ElementsAre("Eduard Shevarnadze = Eduard Shevardnadze"));
}

TEST(Resolver, KeepsDifferentGivenNamesApart) {
    EXPECT_THAT(mentions_of(tagged("Then/ADV Anna/PROPN Brekke/PROPN met/VERB Olaf/PROPN Brekke/PROPN ./PUNCT")),
                ElementsAre("Anna Brekke = Anna Brekke", "Olaf Brekke = Olaf Brekke"));
}

TEST(Resolver, TellsACapitalFromItsGovernment) {
    EXPECT_THAT(mentions_of(tagged("In/ADP Moscow/PROPN he/PRON said/VERB Moscow/PROPN agreed/VERB")),
                ::testing::AllOf(Contains("Moscow = Moscow"), Contains("Moscow = Russia")));
}

TEST(Resolver, FindsTheHolderOfAnOfficeOnTheDay) {
    constexpr std::string_view kWords = "The/DET Soviet/ADJ foreign/ADJ minister/NOUN/minister/NN refused/VERB ./PUNCT";
    EXPECT_THAT(mentions_of(tagged(kWords, "1986-10-12")),
                Contains("The Soviet foreign minister = Eduard Shevardnadze"));
    EXPECT_THAT(mentions_of(tagged(kWords, "1984-10-12")), Contains("The Soviet foreign minister = Andrei Gromyko"));
    EXPECT_THAT(mentions_of(tagged(kWords, "1995-10-12")),
                Contains("The Soviet foreign minister = unnamed Soviet foreign minister"));
}

TEST(Resolver, LeavesTheFirstPersonOpen) {
    const auto found =
        mentions_of(tagged("Halldis/PROPN Brekke/PROPN left/VERB ./PUNCT | I/PRON/i/PRP refuse/VERB ./PUNCT"));
    EXPECT_THAT(found, ElementsAre("Halldis Brekke = Halldis Brekke"));
}

TEST(Resolver, NamesEachAnonymousFigureApart) {
    const record::Reading reading = tagged(
        "An/DET official/NOUN/official/NN left/VERB ./PUNCT | An/DET official/NOUN/official/NN stayed/VERB ./PUNCT");
    const Found found = resolver().resolve(reading);
    ASSERT_EQ(found.entities.size(), 2U);
    EXPECT_EQ(found.entities[0].name, "unnamed official");
    EXPECT_EQ(found.entities[1].name, "unnamed official");
    EXPECT_NE(found.entities[0].id, found.entities[1].id);
    EXPECT_FALSE(found.entities[0].named);
}

TEST(Resolver, SaysTheSameTwice) {
    const record::Reading reading =
        tagged("The/DET envoy/NOUN/envoy/NN met/VERB Anna/PROPN Brekke/PROPN in/ADP Moscow/PROPN ./PUNCT");
    const Found one = resolver().resolve(reading), two = resolver().resolve(reading);
    ASSERT_EQ(one.mentions.size(), two.mentions.size());
    for (std::size_t i = 0; i < one.mentions.size(); ++i) EXPECT_EQ(one.mentions[i].entity, two.mentions[i].entity);
    for (std::size_t i = 1; i < one.entities.size(); ++i) EXPECT_LT(one.entities[i - 1].id, one.entities[i].id);
}

TEST(Resolver, KeepsSpansInsideTheTextOnHostileWords) {
    for (const std::string_view piece :
         {"A/PROPN - ", "the/DET man/NOUN/man/NN 's/PART ", "he/PRON/he/PRP said/VERB/say | ", "Of/ADP Ab/PROPN , "}) {
        std::string words;
        for (int i = 0; i < 3000; ++i) words += piece;
        words.pop_back();
        const record::Reading reading = tagged(words);
        for (const record::Mention& mention : resolver().resolve(reading).mentions) {
            EXPECT_LT(mention.span.begin, mention.span.end);
            EXPECT_LE(mention.span.end, reading.report.text.size());
            EXPECT_TRUE(mention.span.contains(mention.head));
        }
    }
}

TEST(Resolver, HeAndSheFollowTheTableOfGivenNames) {
    const std::string_view names = "name\tgender\tsource\nwuzza\tfemale\t-\nwozzo\tmale\t-\n";
    const auto with = Resolver::load({kStates, kOrganisations, kPeople, kOffices, {}, kRoles, names});
    ASSERT_TRUE(with.has_value());
    const record::Reading reading = tagged(
        "Wuzza/PROPN Lund/PROPN met/VERB/meet Wozzo/PROPN Roe/PROPN ./PUNCT | She/PRON/she/PRP left/VERB/leave ./PUNCT "
        "| He/PRON/he/PRP stayed/VERB/stay ./PUNCT |");
    const auto meant = [&](std::string_view pronoun) -> std::string {
        const Found found = with->resolve(reading);
        for (const record::Mention& mention : found.mentions) {
            if (text::words_at(reading.report.text, mention.span) != pronoun) continue;
            for (const record::Entity& entity : found.entities) {
                if (entity.id == mention.entity) return entity.name;
            }
        }
        return "nobody";
    };
    EXPECT_EQ(meant("She"), "Wuzza Lund");
    EXPECT_EQ(meant("He"), "Wozzo Roe");
}

TEST(Resolver, RefusesATableWithoutItsColumns) {
    const auto failed = Resolver::load({"code\tname\nISL\tIceland\n", {}, {}, {}, {}, {}, {}});
    ASSERT_FALSE(failed.has_value());
    EXPECT_THAT(failed.error().message, ::testing::HasSubstr("states.tsv:1"));
}

TEST(Resolver, RefusesAnOfficeOfAnUnknownPerson) {
    const auto failed = Resolver::load(
        {kStates, {}, kPeople, "person\toffice\tof\tsector\tfrom\tto\tsource\nx\tking\tISL\tGOV\t\t\t-\n", {}, {}, {}});
    ASSERT_FALSE(failed.has_value());
    EXPECT_THAT(failed.error().message, ::testing::HasSubstr("offices.tsv:2"));
}

TEST(Edits, CountsUpToTheLimit) {
    EXPECT_EQ(edits("shevardnadze", "shevarnaze", 2), 2);
    EXPECT_EQ(edits("abc", "abc", 2), 0);
    EXPECT_EQ(edits("abcdef", "uvwxyz", 2), 3);
}

TEST(Resolver, TakesAPronounForWhomTheNetworkTakesIt) {
    record::Reading reading = tagged(
        "George/PROPN Shultz/PROPN told/VERB/tell Ronald/PROPN Reagan/PROPN ./PUNCT | He/PRON/he/PRP "
        "laughed/VERB/laugh "
        "./PUNCT |");
    EXPECT_THAT(mentions_of(reading), Contains("He = George Shultz")) << "a subject, when nothing else is known";
    reading.syntax.coreferences = {{6, 3, 90}, {6, 0, 5}};
    EXPECT_THAT(mentions_of(reading), Contains("He = Ronald Reagan"));
    reading.syntax.coreferences = {{6, 0, 90}, {6, 3, 5}};
    EXPECT_THAT(mentions_of(reading), Contains("He = George Shultz"));
}

TEST(Resolver, FollowsAPronounThatMeansNobodyKnown) {
    record::Reading reading = tagged(
        "George/PROPN Shultz/PROPN told/VERB/tell Ronald/PROPN Reagan/PROPN ./PUNCT | We/PRON/we/PRP agreed/VERB/agree "
        "./PUNCT | He/PRON/he/PRP laughed/VERB/laugh ./PUNCT |");
    reading.syntax.coreferences = {{6, 3, 100}, {9, 6, 90}};  // "We" stands for nobody here
    EXPECT_THAT(mentions_of(reading), Contains("He = Ronald Reagan"));
}

TEST(Resolver, KeepsToAgreementWhateverTheNetworkSays) {
    record::Reading reading = tagged(
        "George/PROPN Shultz/PROPN visited/VERB/visit Iceland/PROPN ./PUNCT | It/PRON/it/PRP agreed/VERB/agree ./PUNCT "
        "|");
    reading.syntax.coreferences = {{5, 0, 95}};
    EXPECT_THAT(mentions_of(reading), Contains("It = Iceland"));
}

TEST(Resolver, KnowsASurnameOfSeveralWords) {
    const auto mentions =
        mentions_of(tagged("Gabriel/PROPN Ruiz/PROPN Ocampo/PROPN said/VERB/say so/ADV ./PUNCT | Mr./PROPN Ruiz/PROPN "
                           "Ocampo/PROPN left/VERB "
                           "./PUNCT |"));
    EXPECT_THAT(mentions, Contains("Mr. Ruiz Ocampo = Gabriel Ruiz Ocampo"));
}

}  // namespace
}  // namespace readout::entity
