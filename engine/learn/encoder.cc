#include "learn/encoder.h"

#include <algorithm>
#include <string>

#include "base/check.h"

namespace readout::learn {
namespace {

// Rows that go through a layer together: enough that fetching the weights costs little, few enough for the caches.
constexpr std::size_t kGroupRows = 256;
constexpr std::size_t kInnerRows = 96;

std::size_t pieces_of(std::span<const Window> windows) {
    std::size_t count = 0;
    for (const Window& window : windows) count += window.pieces.size();
    return count;
}

/// How many of the next windows go together: at least one.
std::size_t next_group(std::span<const Window> windows) {
    std::size_t size = 1, rows = windows[0].pieces.size();
    while (size < windows.size() && rows + windows[size].pieces.size() <= kGroupRows) {
        rows += windows[size++].pieces.size();
    }
    return size;
}

}  // namespace

base::Result<Encoder::Norm> Encoder::open_norm(const NetworkFile& file, const std::string& name) {
    const Tensor weight = RO_TRY(file.floats(name + ".weight", 1, file.shape().width));
    const Tensor bias = RO_TRY(file.floats(name + ".bias", 1, file.shape().width));
    return Norm{weight.floats, bias.floats};
}

base::Result<Encoder::Layer> Encoder::open_layer(const NetworkFile& file, const std::string& name, Cpu cpu) {
    const std::size_t width = file.shape().width, ffn = file.shape().ffn;
    Layer layer;
    layer.projections = RO_TRY(Linear::open(file, name + ".qkv", 3 * width, width, cpu));
    layer.out = RO_TRY(Linear::open(file, name + ".out", width, width, cpu));
    layer.up = RO_TRY(Linear::open(file, name + ".up", ffn, width, cpu));
    layer.down = RO_TRY(Linear::open(file, name + ".down", width, ffn, cpu));
    layer.after_attention = RO_TRY(open_norm(file, name + ".norm1"));
    layer.after_inner = RO_TRY(open_norm(file, name + ".norm2"));
    return layer;
}

base::Result<Encoder> Encoder::open(const NetworkFile& file, Cpu cpu) {
    Encoder encoder;
    encoder.shape_ = file.shape();
    encoder.cpu_ = cpu;
    encoder.math_ = &vector_math(cpu);
    const std::size_t width = file.shape().width;
    encoder.words_ = RO_TRY(file.bytes("emb.word", file.shape().pieces, width));
    encoder.positions_ = RO_TRY(file.floats("emb.position", 0, width));
    encoder.type_ = RO_TRY(file.floats("emb.type", 1, width));
    encoder.word_shapes_ = RO_TRY(file.floats("emb.shape", file.shape().shapes, width));
    encoder.embedding_norm_ = RO_TRY(open_norm(file, "emb.norm"));
    if (encoder.positions_.rows < file.shape().window) {
        return base::failure(file.name() + ": the network has fewer positions than its window; install Readout's " +
                             "models again");
    }
    for (std::size_t i = 0; i < file.shape().layers; ++i) {
        encoder.layers_.push_back(RO_TRY(open_layer(file, std::to_string(i), cpu)));
    }
    return encoder;
}

Rows Encoder::encode(std::span<const Window> windows, Workspace& workspace) const {
    const std::size_t width = shape_.width, total = pieces_of(windows);
    workspace.states_.reserve(total * width);
    float* states = workspace.states_.data();
    for (std::size_t first = 0; first < windows.size();) {
        const auto group = windows.subspan(first, next_group(windows.subspan(first)));
        const std::size_t count = pieces_of(group);
        float* row = states;
        for (const Window& window : group) {
            embed(window, row);
            row += window.pieces.size() * width;
        }
        normalise(embedding_norm_, states, count);
        for (const Layer& layer : layers_) run(layer, group, count, states, workspace);
        states = row;
        first += group.size();
    }
    return {std::span<const float>(workspace.states_.data(), total * width), width};
}

void Encoder::embed(const Window& window, float* out) const {
    RO_CHECK(window.pieces.size() == window.shapes.size() && window.pieces.size() <= shape_.window);
    const std::size_t width = shape_.width;
    for (std::size_t i = 0; i < window.pieces.size(); ++i) {
        const std::size_t piece = window.pieces[i], shape = window.shapes[i];
        RO_CHECK(piece < words_.rows && (shape == kNoShape || shape < word_shapes_.rows));
        const float* shape_row = shape == kNoShape ? nullptr : word_shapes_.floats.data() + shape * width;
        math_->embed(words_.bytes.data() + piece * width, words_.scales[piece], positions_.floats.data() + i * width,
                     type_.floats.data(), shape_row, out + i * width, width);
    }
}

void Encoder::run(const Layer& layer, std::span<const Window> windows, std::size_t count, float* states,
                  Workspace& workspace) const {
    const std::size_t width = shape_.width, ffn = shape_.ffn;
    const AttentionShape heads{shape_.attention_heads, width / shape_.attention_heads};
    workspace.projections_.reserve(count * 3 * width);
    workspace.context_.reserve(count * width);
    workspace.inner_.reserve(std::min(count, kInnerRows) * ffn);
    QuantisedRows& quantised = workspace.quantised_;

    quantised.assign(states, count, width, width);
    layer.projections.apply(quantised, Finish::kNone, workspace.projections_.data(), 3 * width);
    std::size_t row = 0;
    for (const Window& window : windows) {
        attend(*math_, heads, workspace.projections_.data() + row * 3 * width, window.pieces.size(),
               workspace.attention_, workspace.context_.data() + row * width);
        row += window.pieces.size();
    }
    quantised.assign(workspace.context_.data(), count, width, width);
    layer.out.apply(quantised, Finish::kAdd, states, width);
    normalise(layer.after_attention, states, count);

    for (std::size_t first = 0; first < count; first += kInnerRows) {
        const std::size_t rows = std::min(kInnerRows, count - first);
        quantised.assign(states + first * width, rows, width, width);
        layer.up.apply(quantised, Finish::kGelu, workspace.inner_.data(), ffn);
        quantised.assign(workspace.inner_.data(), rows, ffn, ffn);
        layer.down.apply(quantised, Finish::kAdd, states + first * width, width);
    }
    normalise(layer.after_inner, states, count);
}

void Encoder::normalise(const Norm& norm, float* rows, std::size_t count) const {
    math_->layer_norm(rows, count, shape_.width, norm.weight.data(), norm.bias.data());
}

}  // namespace readout::learn
