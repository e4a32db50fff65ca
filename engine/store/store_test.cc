#include "store/store.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>

#include "store/pack.h"

namespace readout::store {
namespace {

record::Reading reading_of(const std::string& id, const std::string& file) {
    record::Reading reading;
    reading.report.id.value = id;
    reading.report.name = file;
    reading.report.source.files = {file};
    reading.report.text = "“No paper,” the envoy told reporters. Élan.";
    reading.report.published =
        record::Published{{{-20}, {-18}}, record::Precision::kInterval, record::DatingBasis::kInText};
    reading.report.datings.push_back(
        {record::DatingRole::kMasthead, {{5}, {5}}, record::DatingBasis::kDateline, text::Span{0, 3}});
    reading.report.blocks.push_back({{0, 45}, record::BlockKind::kParagraph, "The Other Paper"});
    reading.syntax.tokens.push_back({{3, 5}, record::Upos::kDet, "DT", "no", 1, record::Relation::kDet, 1});
    reading.syntax.features = {"_", "PronType=Neg"};
    reading.syntax.names.push_back({{0, 1}, record::NameKind::kOrganisation});
    reading.syntax.times.push_back({{0, 1}, record::TimeKind::kSet});
    reading.syntax.attributions.push_back({{5, 6}, {{3, 4}}, {{0, 1}, {1, 2}}, record::Act::kReject, true, 80, 97});
    reading.syntax.quoted_acts.push_back({{1, 3}, record::Act::kPraise, 85});
    reading.syntax.roles.contents = {{0, 2}};
    reading.syntax.sentences.push_back({{0, 40}, 0, 1, 0});
    reading.dates.push_back({{0, 3}, "P3D", std::nullopt});
    record::Entity entity;
    entity.id.value = "e";
    entity.name = "unnamed envoy";
    entity.named = false;
    reading.entities.push_back(entity);
    record::Statement statement;
    statement.id.value = "s" + id;
    statement.span = {0, 40};
    statement.speaker = record::Reference{text::Span{15, 24}, {"e"}, "unnamed envoy"};
    statement.content = {{3, 11}};
    statement.act = record::Act::kReject;
    reading.statements.push_back(statement);
    record::Event event;
    event.id.value = "v" + id;
    event.type = record::EventType::kReject;
    event.magnitude.push_back({"size", 40, std::nullopt});
    event.cites = {{3, 11}};
    reading.events.push_back(event);
    return reading;
}

class StoreTest : public testing::Test {
  protected:
    void SetUp() override { path_ = testing::TempDir() + "store_" + std::to_string(::getpid()) + ".db"; }
    void TearDown() override {
        for (const char* ending : {"", "-wal", "-shm"}) std::remove((path_ + ending).c_str());
    }
    std::string path_;
};

TEST(Pack, GivesBackEveryByte) {
    const record::Reading reading = reading_of("a", "a.txt");
    const std::string bytes = pack(reading);
    const auto again = unpack(bytes);
    ASSERT_TRUE(again);
    EXPECT_EQ(pack(*again), bytes);
    EXPECT_EQ(again->report.text, reading.report.text);
    EXPECT_EQ(again->report.published->range.from.number, -20);
    EXPECT_EQ(again->statements[0].speaker->name, "unnamed envoy");
    EXPECT_FALSE(again->events[0].magnitude[0].hi);
    EXPECT_EQ(again->syntax.tokens[0].relation, record::Relation::kDet);
    EXPECT_EQ(again->syntax.attributions[0].content[1], (record::Words{1, 2}));
    ASSERT_EQ(again->syntax.quoted_acts.size(), 1U);
    EXPECT_EQ(again->syntax.quoted_acts[0].words, (record::Words{1, 3}));
    EXPECT_EQ(again->syntax.quoted_acts[0].act, record::Act::kPraise);
    EXPECT_EQ(again->syntax.quoted_acts[0].share, 85);
    EXPECT_EQ(again->syntax.attributions[0].act_share, 80);
    EXPECT_EQ(again->syntax.attributions[0].speech, 97);
    EXPECT_EQ(again->syntax.names[0].kind, record::NameKind::kOrganisation);
}

TEST(Pack, RefusesWhatIsCutOrTooLong) {
    const std::string bytes = pack(reading_of("a", "a.txt"));
    for (std::size_t size = 0; size < bytes.size(); ++size) ASSERT_FALSE(unpack(bytes.substr(0, size)));
    EXPECT_FALSE(unpack(bytes + "x"));
}

TEST_F(StoreTest, PuttingAgainChangesNothingButTheListOfFiles) {
    auto store = Store::open(path_);
    ASSERT_TRUE(store) << store.error().message;
    const std::vector<record::Reading> first = {reading_of("b", "two.txt")},
                                       again = {reading_of("b", "one.txt"), reading_of("a", "x")};
    ASSERT_TRUE(store->put(first, "v1"));
    ASSERT_TRUE(store->put(first, "v1"));
    ASSERT_TRUE(store->put(again, "v1"));
    const auto all = store->all();
    ASSERT_TRUE(all);
    ASSERT_EQ(all->size(), 2U);
    EXPECT_EQ((*all)[0].report.id.value, "a");
    EXPECT_EQ((*all)[1].report.name, "one.txt");
    EXPECT_EQ((*all)[1].report.source.files, (std::vector<std::string>{"one.txt", "two.txt"}));
}

TEST_F(StoreTest, KeepsFactsAsRows) {
    auto store = Store::open(path_);
    ASSERT_TRUE(store);
    const std::vector<record::Reading> readings = {reading_of("a", "a.txt")};
    ASSERT_TRUE(store->put(readings, "v1"));
    sqlite3* raw = nullptr;
    ASSERT_EQ(sqlite3_open(path_.c_str(), &raw), SQLITE_OK);
    const Database database(raw);
    auto said = Query::prepare(raw, "SELECT speaker_name, act, content FROM statement", path_);
    ASSERT_TRUE(said && said->step().value());
    EXPECT_EQ(said->text(0), "unnamed envoy");
    EXPECT_EQ(said->text(1), "reject");
    EXPECT_EQ(said->text(2), "No paper");
    auto found = Query::prepare(raw, "SELECT report FROM words WHERE words MATCH 'envoy'", path_);
    ASSERT_TRUE(found && found->step().value());
    EXPECT_EQ(found->text(0), "a");
}

TEST_F(StoreTest, AnotherVersionReadsAnew) {
    auto store = Store::open(path_);
    ASSERT_TRUE(store);
    std::vector<record::Reading> readings = {reading_of("a", "a")};
    ASSERT_TRUE(store->put(readings, "v1"));
    readings[0].statements.clear();
    ASSERT_TRUE(store->put(readings, "v1"));
    EXPECT_EQ(store->all()->front().statements.size(), 1U);
    ASSERT_TRUE(store->put(readings, "v2"));
    EXPECT_TRUE(store->all()->front().statements.empty());
}

TEST_F(StoreTest, RefusesWhatIsNoStore) {
    std::ofstream(path_) << "This is a letter, and a rather long one, that somebody keeps in a file of this name.";
    const auto store = Store::open(path_);
    ASSERT_FALSE(store);
    EXPECT_NE(store.error().message.find(path_ + ":"), std::string::npos);
}

TEST_F(StoreTest, RefusesAnotherForm) {
    for (const auto& [version, word] : {std::pair{"99", "newer"}, std::pair{"1", "older"}}) {
        TearDown();
        ASSERT_TRUE(Store::open(path_));
        {
            sqlite3* raw = nullptr;
            ASSERT_EQ(sqlite3_open(path_.c_str(), &raw), SQLITE_OK);
            const Database database(raw);
            ASSERT_TRUE(execute(raw, std::string("PRAGMA user_version=") + version, path_));
        }
        const auto store = Store::open(path_);
        ASSERT_FALSE(store);
        EXPECT_NE(store.error().message.find(word), std::string::npos);
    }
}

}  // namespace
}  // namespace readout::store
