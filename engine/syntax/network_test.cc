#include "syntax/network.h"

#include <gtest/gtest.h>

#include "syntax/test_heads.h"

namespace readout::syntax {
namespace {

std::string file_with(const std::string& labels) {
    const learn::TestNetwork network = network_with_heads();
    return learn::model_file_of({{"info", network.info()},
                                 {"vocab", "[UNK]\n[CLS]\n[SEP]\na\n##a\nthe\nhe\n\"\n"},
                                 {"labels", labels},
                                 {"tensors", network.tensors()},
                                 {"data", network.data()}});
}

TEST(Network, IsMadeOfAFileWithAllHeads) {
    const std::string file = file_with(test_labels());
    const auto network = Network::load(file, "test.bin");
    ASSERT_TRUE(network.has_value()) << network.error().message;
    record::Syntax syntax;
    for (std::uint32_t i = 0; i < 3; ++i) syntax.tokens.emplace_back().span = {2 * i, 2 * i + 1};
    syntax.sentences.push_back({{0, 5}, 0, 3, 0});
    network->read("a a a", syntax);
    EXPECT_TRUE(syntax.read_by_network());
}

TEST(Network, IsRefusedByItsNameWhenALabelIsUnknown) {
    for (const auto& [label, other] :
         {std::pair{"B-PER", "B-BIRD"}, {"nsubj", "friend"}, {"praise", "sing"}, {"NOUN", "THING"}}) {
        std::string labels = test_labels();
        labels.replace(labels.find(label), std::string_view(label).size(), other);
        const std::string file = file_with(labels);
        const auto network = Network::load(file, "test.bin");
        ASSERT_FALSE(network.has_value()) << other;
        EXPECT_TRUE(network.error().message.starts_with("test.bin: ")) << network.error().message;
    }
}

}  // namespace
}  // namespace readout::syntax
