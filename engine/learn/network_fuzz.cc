// Any bytes as the sections of a network: they are refused with a sentence, or the network that they make can be run.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "learn/encoder.h"
#include "learn/linear.h"
#include "learn/test_network.h"
#include "learn/wordpiece.h"

namespace {

using namespace readout::learn;

NetworkShape small_shape() {
    return {.layers = 1, .width = 16, .attention_heads = 1, .ffn = 16, .window = 8, .shapes = 4, .pieces = 8};
}

const TestNetwork& small_network() {
    static const TestNetwork network = [] {
        TestNetwork made(small_shape());
        made.add_encoder();
        made.add_linear("tags", 3, 16);
        return made;
    }();
    return network;
}

/// The small network with what the first byte says replaced: a section, or numbers of `data`.
std::string file_from(std::string_view bytes) {
    if (bytes.empty()) return {};
    const unsigned choice = static_cast<unsigned char>(bytes[0]) % 7;
    bytes.remove_prefix(1);
    if (choice == 6) return std::string(bytes);
    std::vector<std::pair<std::string, std::string>> sections = {{"info", small_network().info()},
                                                                 {"vocab", "[UNK]\n[CLS]\n[SEP]\na\n##a\nb\n##b\n-\n"},
                                                                 {"labels", "tags\tA\ntags\tB\ntags\tC\n"},
                                                                 {"tensors", small_network().tensors()},
                                                                 {"data", small_network().data()}};
    if (choice < 4) {
        sections[choice].second = std::string(bytes);
    } else {
        std::string& data = sections[4].second;
        if (choice == 5) data.resize(std::min(data.size(), bytes.size() * 64));
        for (std::size_t i = 0; i < bytes.size() && i < data.size(); ++i) data[i] = bytes[i];
    }
    return model_file_of(sections);
}

void run(const NetworkFile& file) {
    const auto encoder = Encoder::open(file);
    if (!encoder) return;
    const std::vector<std::uint32_t> pieces(std::min<std::size_t>(file.shape().window, 5), 0);
    const std::vector<std::uint8_t> shapes(pieces.size(), 0);
    const Window window{pieces, shapes};
    Workspace workspace;
    const Rows rows = encoder->encode(std::span(&window, 1), workspace);
    RO_CHECK(rows.count() == pieces.size());
    const auto tags = Linear::open(file, "tags", 0, encoder->width());
    if (!tags) return;
    QuantisedRows scratch;
    std::vector<float> out(rows.count() * tags->outputs());
    tags->apply(rows.values, scratch, out);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::string file_bytes = file_from(bytes);
    const auto file = NetworkFile::open(file_bytes, "fuzz.bin");
    RO_CHECK(file.has_value() || file.error().message.starts_with("fuzz.bin: "));
    if (!file) return 0;
    run(*file);
    if (const auto words = WordPiece::open(file->vocabulary(), "fuzz.bin")) {
        std::vector<std::uint32_t> pieces;
        const std::size_t count = words->pieces(bytes, pieces);
        RO_CHECK(count == pieces.size() && count > 0 && count <= WordPiece::kMaxPieces);
    }
    return 0;
}
