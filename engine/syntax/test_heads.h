#pragma once
// For tests: a reader network with all its heads, small, with weights drawn at random.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "learn/test_network.h"

namespace readout::syntax {

/// The labels of the heads, "HEAD<tab>LABEL" a line; those up to `content` lie side by side.
inline std::string test_labels() {
    const std::vector<std::pair<std::string_view, std::vector<std::string_view>>> heads = {
        {"upos", {"DET", "NOUN", "PRON", "PROPN", "PUNCT", "VERB"}},
        {"xpos", {".", "DT", "NN", "NNP", "PRP", "VBD"}},
        {"feats", {"Number=Sing", "_"}},
        {"sentence", {"B", "I"}},
        {"name", {"O", "B-PER", "I-PER"}},
        {"time", {"O", "B-DATE", "I-DATE"}},
        {"source", {"O", "B", "I"}},
        {"cue", {"O", "B", "I"}},
        {"content", {"O", "B", "I"}},
        {"trees", {"det", "nsubj", "obj", "root"}},
        {"roles", {"O", "B-source", "I-source", "B-content", "I-content"}},
        {"acts",
         {"assert", "confirm", "deny", "doubt", "no_comment", "accuse", "criticise", "praise", "demand", "reject",
          "offer", "promise", "threaten", "warn", "hope", "ask", "negated", "speech"}},
        {"quoted",
         {"assert", "confirm", "deny", "doubt", "no_comment", "accuse", "criticise", "praise", "demand", "reject",
          "offer", "promise", "threaten", "warn", "hope", "ask"}}};
    std::string out;
    for (const auto& [head, labels] : heads) {
        for (const std::string_view label : labels) out += std::string(head) + '\t' + std::string(label) + '\n';
    }
    return out;
}

inline learn::TestNetwork network_with_heads() {
    constexpr std::size_t kWidth = 32, kHidden = 16, kSideBySide = 31;
    learn::TestNetwork made(
        {.layers = 1, .width = kWidth, .attention_heads = 2, .ffn = 32, .window = 16, .shapes = 32, .pieces = 8});
    made.add_encoder();
    made.add_linear("tags", kSideBySide, kWidth);
    for (const char* name : {"name", "time", "source", "cue", "content"})
        made.add_floats(std::string(name) + ".moves", 3, 3, 0, 1);
    for (const char* name : {"arc_dep", "arc_head", "lab_dep", "lab_head"}) made.add_linear(name, kHidden, kWidth);
    made.add_linear("arc", kHidden, kHidden);
    made.add_floats("lab_out.weight", 4, kHidden, 0, 1);
    made.add_floats("lab_out.bias", 1, 4, 0, 1);
    for (const auto& [name, labels] : {std::pair<std::string, std::size_t>{"role", 5}, {"ante", 1}}) {
        made.add_linear(name + "_left", kHidden, kWidth);
        made.add_linear(name + "_right", kHidden, kWidth);
        made.add_floats(name + "_distance", 32, kHidden, 0, 1);
        made.add_floats(name + "_out.weight", labels, kHidden, 0, 1);
        made.add_floats(name + "_out.bias", 1, labels, 0, 1);
        made.add_floats(name + "_product.weight", labels, kHidden, 0, 1);
    }
    made.add_floats("role.moves", 5, 5, 0, 1);
    made.add_linear("act_hidden", kHidden, 2 * kWidth);
    made.add_floats("act_out.weight", 18, kHidden, 0, 1);
    made.add_floats("act_out.bias", 1, 18, 0, 1);
    made.add_floats("quoted_keys.weight", 4, kWidth, 0, 1);
    made.add_floats("quoted_keys.bias", 1, 4, 0, 1);
    made.add_linear("quoted_hidden", kHidden, 5 * kWidth);
    made.add_floats("quoted_out.weight", 16, kHidden, 0, 1);
    made.add_floats("quoted_out.bias", 1, 16, 0, 1);
    return made;
}

}  // namespace readout::syntax
