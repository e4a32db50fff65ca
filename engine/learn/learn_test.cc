#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <map>
#include <string>

#include "learn/hashed_table.h"
#include "learn/hashing.h"
#include "learn/linear_model.h"
#include "learn/model_file.h"
#include "learn/test_network.h"

namespace readout::learn {
namespace {

/// A model file with one section.
std::string section_file(const std::string& section_name, const std::string& section) {
    return model_file_of({{section_name, section}});
}

/// Open addressing by the rule of hashed_table.h, with `slots` slots.
std::string table_of(const std::map<std::uint64_t, std::uint32_t>& entries, std::uint64_t slots) {
    std::string bytes(slots * 8, '\0');
    for (const auto& [key, value] : entries) {
        std::uint64_t at = ((key & 0xFFFFFFFF) * slots) >> 32;
        while (load_u32(bytes, at * 8 + 4) != 0) at = (at + 1) % slots;
        const auto high = static_cast<std::uint32_t>(key >> 32);
        std::memcpy(bytes.data() + at * 8, &high, 4);
        std::memcpy(bytes.data() + at * 8 + 4, &value, 4);
    }
    return bytes;
}

TEST(Hashing, IsWhatTrainingComputes) {
    EXPECT_EQ(hash_bytes(""), 0xCBF29CE484222325u);
    EXPECT_EQ(hash_bytes("a"), 0xAF63DC4C8601EC8Cu);  // published value of FNV-1a
    EXPECT_EQ(mix(0), 0xE220A8397B1DCDAFu);           // first output of splitmix64 from 0
    EXPECT_NE(hash_feature(1, 2, 3), hash_feature(1, 3, 2));
}

TEST(ModelFile, GivesItsSections) {
    const std::string bytes = section_file("words", "abc");
    const auto file = ModelFile::open(bytes, "m.bin");
    ASSERT_TRUE(file.has_value()) << file.error().message;
    EXPECT_EQ(*file->section("words"), "abc");
    const auto missing = file->section("trees");
    ASSERT_FALSE(missing.has_value());
    EXPECT_NE(missing.error().message.find("m.bin: the model file has no section \"trees\""), std::string::npos);
}

TEST(ModelFile, SaysWhatIsWrong) {
    const std::string good = section_file("words", "abc");
    const auto message = [](const std::string& bytes) {
        const auto file = ModelFile::open(bytes, "m.bin");
        return file ? std::string() : file.error().message;
    };
    EXPECT_EQ(message(good), "");
    EXPECT_NE(message("").find("m.bin: this is no model file"), std::string::npos);
    EXPECT_NE(message(std::string(100, 'x')).find("no model file"), std::string::npos);
    std::string newer = good;
    newer[8] = 7;
    EXPECT_NE(message(newer).find("version 7, this program reads 1"), std::string::npos);
    EXPECT_NE(message(good.substr(0, good.size() - 8)).find("cut short"), std::string::npos);
}

TEST(ModelFile, NoticesEveryChangedByte) {
    const std::string good = section_file("words", "some bytes of a section");
    for (std::size_t at = 0; at < good.size(); ++at) {
        if (at >= 12 && at < 16) continue;  // the number of sections is checked by their bounds, not by the sum
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 0x40);
        EXPECT_FALSE(ModelFile::open(bad, "m.bin").has_value()) << at;
    }
    std::string many = good;
    many[13] = 1;
    EXPECT_FALSE(ModelFile::open(many, "m.bin").has_value());
}

TEST(HashedTable, FindsWhatWasStored) {
    std::map<std::uint64_t, std::uint32_t> entries;
    for (std::uint32_t i = 1; i <= 70; ++i) entries[mix(i)] = i;
    const std::string bytes = table_of(entries, 80);
    const auto table = HashedTable::open(bytes, "m.bin");
    ASSERT_TRUE(table.has_value());
    for (const auto& [key, value] : entries) EXPECT_EQ(table->find(key), value);
    for (std::uint64_t i = 1000; i < 2000; ++i) EXPECT_EQ(table->find(mix(i)), 0u);
}

TEST(HashedTable, RefusesATableWithoutEnd) {
    EXPECT_FALSE(HashedTable::open(table_of({{1, 1}, {2, 2}}, 2), "m.bin").has_value());
    EXPECT_FALSE(HashedTable::open("", "m.bin").has_value());
    EXPECT_FALSE(HashedTable::open(std::string(12, '\0'), "m.bin").has_value());
}

TEST(LinearModel, AddsTheWeightsOfWhatIsPresent) {
    std::string weights;
    const auto pair = [&](int label, int weight) {
        put_number(weights, static_cast<std::uint64_t>(label), 1);
        put_number(weights, static_cast<std::uint64_t>(weight), 2);
    };
    pair(0, 300);
    pair(2, -5);
    pair(1, 7);
    const std::uint64_t one = mix(1), two = mix(2), absent = mix(3);
    const std::string features = table_of({{one, 0 << 8 | 2}, {two, 2 << 8 | 1}}, 4);
    const auto model = LinearModel::open(features, weights, 3, "m.bin");
    ASSERT_TRUE(model.has_value()) << model.error().message;
    std::array<std::int32_t, 3> scores{};
    model->add(std::array{one, two, absent, two}, scores);
    EXPECT_EQ(scores, (std::array<std::int32_t, 3>{300, 14, -5}));
    EXPECT_FALSE(LinearModel::open(features, weights, 2, "m.bin").has_value());
    EXPECT_FALSE(LinearModel::open(table_of({{one, 2 << 8 | 2}}, 4), weights, 3, "m.bin").has_value());
}

}  // namespace
}  // namespace readout::learn
