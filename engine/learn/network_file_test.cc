#include "learn/network_file.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "learn/test_network.h"

namespace readout::learn {
namespace {

std::string tiny_file() {
    TestNetwork network(tiny_shape());
    network.add_encoder();
    network.add_linear("tags", 5, 64);
    return network.file("tags\tNOUN\ntags\tVERB\nname\tO\ntags\tADJ\n");
}

/// The tiny network with one section's text changed.
std::string file_with(const std::string& section, const std::string& text) {
    TestNetwork network(tiny_shape());
    network.add_encoder();
    std::vector<std::pair<std::string, std::string>> sections = {{"info", network.info()},
                                                                 {"vocab", network.vocabulary()},
                                                                 {"labels", ""},
                                                                 {"tensors", network.tensors()},
                                                                 {"data", network.data()}};
    for (auto& [name, bytes] : sections) {
        if (name == section) bytes = text;
    }
    return model_file_of(sections);
}

std::string message(const std::string& bytes) {
    const auto file = NetworkFile::open(bytes, "m.bin");
    return file ? std::string() : file.error().message;
}

TEST(NetworkFile, GivesWhatItHolds) {
    const std::string bytes = tiny_file();
    const auto file = NetworkFile::open(bytes, "m.bin");
    ASSERT_TRUE(file.has_value()) << file.error().message;
    EXPECT_EQ(file->shape().layers, 2u);
    EXPECT_EQ(file->shape().width, 64u);
    EXPECT_EQ(file->shape().pieces, 100u);
    EXPECT_EQ(file->info("window"), "64");
    EXPECT_EQ(file->info("colour"), std::nullopt);
    EXPECT_EQ(file->vocabulary()[99], "piece99");
    EXPECT_EQ(file->labels("tags"), (std::vector<std::string_view>{"NOUN", "VERB", "ADJ"}));
    EXPECT_EQ(file->heads(), (std::vector<std::string_view>{"tags", "name"}));
    const auto weight = file->bytes("tags.weight", 5, 64);
    ASSERT_TRUE(weight.has_value());
    EXPECT_EQ(weight->bytes.size(), 320u);
    EXPECT_EQ(weight->scales.size(), 5u);
    EXPECT_EQ(file->floats("tags.bias", 1, 0)->floats.size(), 5u);
    EXPECT_TRUE(file->has("tags.bias"));
    EXPECT_FALSE(file->has("tags.colour"));
}

TEST(NetworkFile, SaysWhichTensorIsWrong) {
    const std::string bytes = tiny_file();
    const auto file = NetworkFile::open(bytes, "m.bin");
    ASSERT_TRUE(file.has_value());
    EXPECT_NE(file->bytes("x", 0, 0).error().message.find("m.bin: the network has no tensor \"x\""), std::string::npos);
    EXPECT_NE(file->floats("tags.weight", 0, 0).error().message.find("another type"), std::string::npos);
    EXPECT_NE(file->bytes("tags.weight", 6, 64).error().message.find("is 5 x 64, not 6 x 64"), std::string::npos);
}

TEST(NetworkFile, RefusesWrongSections) {
    const TestNetwork none(tiny_shape());
    EXPECT_NE(message("").find("m.bin: this is no model file"), std::string::npos);
    EXPECT_NE(message(model_file_of({{"info", none.info()}})).find("no section \"vocab\""), std::string::npos);
    EXPECT_NE(message(file_with("info", "version\t2\n")).find("version 2, this program reads 1"), std::string::npos);
    EXPECT_NE(message(file_with("info", "version\t1\n")).find("a size of the network"), std::string::npos);
    EXPECT_NE(message(file_with("info", "version 1")).find("info is wrong"), std::string::npos);
    EXPECT_NE(message(file_with("vocab", "")).find("vocabulary"), std::string::npos);
    EXPECT_NE(message(file_with("labels", "tags")).find("label"), std::string::npos);
    NetworkShape odd = tiny_shape();
    odd.attention_heads = 8;  // 8 numbers a head
    EXPECT_NE(message(file_with("info", TestNetwork(odd).info())).find("multiples of 16"), std::string::npos);
}

TEST(NetworkFile, RefusesTensorsOutsideItsData) {
    EXPECT_EQ(message(file_with("tensors", "a\tf32\t1\t4\t0\t-1\n")), "");
    for (const char* line :
         {"a\tf32\t1\t4\t0\n", "a\tf64\t1\t4\t0\t-1\n", "a\tf32\t1\t4\t8\t-1\n", "a\tf32\t1\t4\t64000000\t-1\n",
          "a\tf32\t16777216\t16777216\t0\t-1\n", "a\tf32\t4294967296\t4294967296\t0\t-1\n", "a\ti8\t4\t4\t0\t-1\n",
          "a\ti8\t4\t4\t0\t64000000\n", "a\tf32\t-1\t4\t0\t-1\n", "a\tf32\t1\t4\t18446744073709551552\t-1\n",
          "a\tf32\t1\tx\t0\t-1\n", "\n\n"}) {
        EXPECT_NE(message(file_with("tensors", line)).find("m.bin: "), std::string::npos) << line;
    }
}

TEST(NetworkFile, NoticesWhereItIsCut) {
    const std::string bytes = tiny_file();
    for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 2) EXPECT_NE(message(bytes.substr(0, size)), "");
}

}  // namespace
}  // namespace readout::learn
