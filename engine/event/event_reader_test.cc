#include "event/event_reader.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace readout::event {
namespace {

std::string file(const std::string& path) {
    std::ifstream in(std::string(READOUT_SOURCE_DIR) + "/data/" + path);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

struct Bytes {
    std::string types = file("plover/types.tsv"), modes = file("plover/modes.tsv"),
                triggers = file("plover/triggers.tsv"), classes = file("plover/classes.tsv"),
                governors = file("plover/governors.tsv"), contents = file("plover/contents.tsv"),
                contexts = file("plover/contexts.tsv"), exclusions = file("plover/exclusions.tsv"),
                roles = file("actors/roles.tsv");
    [[nodiscard]] EventTables tables() const {
        return {types, modes, triggers, classes, governors, contents, contexts, exclusions, roles};
    }
};

TEST(Lexicon, LoadsTheShippedTables) {
    const Bytes bytes;
    const auto lexicon = Lexicon::load(bytes.tables());
    ASSERT_TRUE(lexicon) << lexicon.error().message;
    EXPECT_GT(lexicon->trigger_count(), 500U);
    EXPECT_EQ(lexicon->facts(EventType::kSanction).quad, 4);
    EXPECT_EQ(lexicon->facts(EventType::kAccuse).score, -3);
    EXPECT_EQ(lexicon->content_mode(EventType::kThreaten, "annex"), "territory");
    EXPECT_EQ(lexicon->cameo(EventType::kCoerce, "curfew"), "1723");
}

TEST(Lexicon, EveryModeOfATriggerIsOneOfItsType) {
    const Bytes bytes;
    const auto lexicon = Lexicon::load(bytes.tables());
    ASSERT_TRUE(lexicon);
    for (std::size_t i = 0; i < lexicon->trigger_count(); ++i) {
        const Trigger& trigger = lexicon->trigger(i);
        EXPECT_TRUE(lexicon->has_mode(trigger.type, trigger.mode))
            << trigger.words.front().words.front() << trigger.mode;
    }
}

TEST(Lexicon, NamesTheLineOfAnUnknownType) {
    Bytes bytes;
    bytes.triggers = "words\ttag\tobject\ttype\tmode\tcameo\troles\tgate\nwave\tv\t\tGREET\t\t\t\t\n";
    const auto lexicon = Lexicon::load(bytes.tables());
    ASSERT_FALSE(lexicon);
    EXPECT_EQ(lexicon.error().message.substr(0, 28), "data/plover/triggers.tsv:2: ");
}

TEST(EventReader, HasNothingToSayOfAnEmptyReport) {
    const Bytes bytes;
    const auto reader = EventReader::load(bytes.tables());
    ASSERT_TRUE(reader);
    EXPECT_TRUE(reader->read({}).empty());
}

}  // namespace
}  // namespace readout::event
