// Any bytes as sections or weights of the reader network, or as words that it reads: a network is refused with a
// sentence, or what it sees in any words holds together.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/check.h"
#include "syntax/network.h"
#include "syntax/test_heads.h"

namespace {

using namespace readout;

const learn::TestNetwork& network() {
    static const learn::TestNetwork made = syntax::network_with_heads();
    return made;
}

/// The network with what the choice says replaced: a section, or numbers of `data`.
std::string file_from(unsigned choice, std::string_view bytes) {
    std::vector<std::pair<std::string, std::string>> sections = {
        {"info", network().info()},
        {"vocab", "[UNK]\n[CLS]\n[SEP]\na\n##a\nthe\nhe\n\"\n"},
        {"labels", syntax::test_labels()},
        {"tensors", network().tensors()},
        {"data", network().data()}};
    if (choice == 1) sections[2].second = std::string(bytes);
    if (choice == 2) sections[3].second = std::string(bytes);
    std::string& data = sections[4].second;
    const std::size_t from = choice == 3 ? 0 : choice == 4 ? data.size() / 2 : data.size();
    for (std::size_t i = 0; i < bytes.size() && from + i < data.size(); ++i) data[from + i] = bytes[i];
    return learn::model_file_of(sections);
}

/// A text of the bytes: each tells a word and, by its high bits, whether a sentence or a block ends behind it.
std::pair<std::string, record::Syntax> text_from(std::string_view bytes) {
    constexpr std::string_view kWords[] = {"a", "aa", "the", "he", "\"", "He", "It", "aaaaaaaaaa"};
    std::string text;
    record::Syntax syntax;
    std::uint32_t first = 0, block = 0;
    bytes = bytes.substr(0, 200);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto code = static_cast<unsigned char>(bytes[i]);
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += kWords[code % 8];
        syntax.tokens.emplace_back().span = {begin, static_cast<std::uint32_t>(text.size())};
        text += ' ';
        const auto last = static_cast<std::uint32_t>(syntax.tokens.size());
        if (code < 224 && i + 1 < bytes.size()) continue;
        syntax.sentences.push_back(
            {{syntax.tokens[first].span.begin, syntax.tokens.back().span.end}, first, last, block});
        first = last;
        if (code >= 240) ++block;
    }
    return {std::move(text), std::move(syntax)};
}

void check_runs(const std::vector<record::Words>& runs, std::size_t words) {
    for (const record::Words run : runs) RO_CHECK(run.first < run.last && run.last <= words);
}

void check(const record::Syntax& syntax) {
    const std::size_t words = syntax.tokens.size();
    std::uint32_t next = 0;
    for (const record::Sentence& sentence : syntax.sentences) {
        RO_CHECK(sentence.first_token == next && sentence.last_token > next);
        next = sentence.last_token;
        std::size_t roots = 0;
        for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
            const record::Token& token = syntax.tokens[i];
            RO_CHECK(token.head >= sentence.first_token && token.head < sentence.last_token);
            RO_CHECK(token.features < syntax.features.size());
            roots += token.head == i ? 1 : 0;
        }
        RO_CHECK(roots == 1);
    }
    RO_CHECK(next == words);
    for (const record::Name& name : syntax.names) check_runs({name.words}, words);
    for (const record::TimeExpression& time : syntax.times) check_runs({time.words}, words);
    for (const auto* runs : {&syntax.roles.sources, &syntax.roles.cues, &syntax.roles.contents})
        check_runs(*runs, words);
    for (const record::Attribution& seen : syntax.attributions) {
        check_runs({seen.cue}, words);
        check_runs(seen.source, words);
        check_runs(seen.content, words);
        RO_CHECK(seen.act_share <= 100 && seen.speech <= 100);
    }
    for (const record::QuotedAct& quoted : syntax.quoted_acts) {
        RO_CHECK(quoted.words.first < quoted.words.last && quoted.words.last <= syntax.tokens.size());
        RO_CHECK(quoted.share <= 100);
    }
    std::uint32_t word = 0;
    for (const record::Coreference& link : syntax.coreferences) {
        RO_CHECK(link.word >= word && link.word < words && link.antecedent < link.word && link.share <= 100);
        word = link.word;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (bytes.empty()) return 0;
    const unsigned choice = static_cast<unsigned char>(bytes[0]) % 5;
    bytes.remove_prefix(1);
    const std::string file = file_from(choice, choice == 0 ? "" : bytes);
    const auto network = syntax::Network::load(file, "fuzz.bin");
    RO_CHECK(network.has_value() || (choice != 0 && network.error().message.starts_with("fuzz.bin: ")));
    if (!network) return 0;
    auto [text, words] = text_from(choice == 0 ? bytes : std::string_view("\x01\x23\x45\xE4\x67\x89\xF3\x05\x02\x04"));
    network->read(text, words);
    if (!words.tokens.empty()) check(words);
    return 0;
}
