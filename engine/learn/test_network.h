#pragma once
// For tests and benchmarks: model files made in memory, with weights drawn at random.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "learn/model_file.h"
#include "learn/network_file.h"

namespace readout::learn {

inline void put_number(std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

/// A model file of these sections, as training writes it.
inline std::string model_file_of(const std::vector<std::pair<std::string, std::string>>& sections) {
    std::string table, body;
    for (const auto& [name, bytes] : sections) {
        std::string padded = name;
        padded.resize(16, '\0');
        table += padded;
        put_number(table, 32 + 32 * sections.size() + body.size(), 8);
        put_number(table, bytes.size(), 8);
        body += bytes;
        body.resize((body.size() + 7) / 8 * 8, '\0');
    }
    const std::string rest = table + body;
    std::uint64_t sum = 0x9E3779B97F4A7C15;
    for (std::size_t at = 0; at < rest.size(); at += 8) {
        sum = (sum ^ load_u64(rest, at)) * 0xFF51AFD7ED558CCD;
        sum ^= sum >> 32;
    }
    std::string file("ROMODEL\0", 8);
    put_number(file, 1, 4);
    put_number(file, sections.size(), 4);
    put_number(file, 32 + rest.size(), 8);
    put_number(file, sum, 8);
    return file + rest;
}

/// Collects the tensors of a network and writes its file. Each tensor is filled at random from a fixed seed.
class TestNetwork {
  public:
    explicit TestNetwork(NetworkShape shape) : shape_(shape) {}

    /// f32, normal with the given mean and deviation.
    void add_floats(const std::string& name, std::size_t rows, std::size_t columns, float mean, float deviation) {
        const std::size_t offset = begin();
        std::normal_distribution<float> draw(mean, deviation);
        for (std::size_t i = 0; i < rows * columns; ++i) put_float(draw(random_));
        line(name, "f32", rows, columns, offset, "-1");
    }

    /// i8, each row with its own scale about 1 / (64 sqrt(columns)).
    void add_bytes(const std::string& name, std::size_t rows, std::size_t columns, float gain = 2.0F) {
        const std::size_t offset = begin();
        std::normal_distribution<float> draw(0.0F, 32.0F);  // as trained ones are spread
        for (std::size_t i = 0; i < rows * columns; ++i) {
            data_ += static_cast<char>(std::clamp(std::lround(draw(random_)), -127L, 127L));
        }
        const std::size_t scales = begin();
        std::uniform_real_distribution<float> spread(0.5F, 1.5F);
        const float scale = gain / (64.0F * std::sqrt(static_cast<float>(columns)));
        for (std::size_t i = 0; i < rows; ++i) put_float(spread(random_) * scale);
        line(name, "i8", rows, columns, offset, std::to_string(scales));
    }

    void add_linear(const std::string& name, std::size_t outputs, std::size_t inputs) {
        add_bytes(name + ".weight", outputs, inputs);
        add_floats(name + ".bias", 1, outputs, 0.0F, 0.1F);
    }

    void add_norm(const std::string& name, std::size_t width) {
        add_floats(name + ".weight", 1, width, 1.0F, 0.1F);
        add_floats(name + ".bias", 1, width, 0.0F, 0.1F);
    }

    /// All that an encoder needs.
    void add_encoder() {
        add_bytes("emb.word", shape_.pieces, shape_.width, 20.0F);
        add_floats("emb.position", shape_.window, shape_.width, 0.0F, 0.1F);
        add_floats("emb.type", 1, shape_.width, 0.0F, 0.1F);
        add_floats("emb.shape", shape_.shapes, shape_.width, 0.0F, 0.1F);
        add_norm("emb.norm", shape_.width);
        for (std::size_t i = 0; i < shape_.layers; ++i) {
            const std::string layer = std::to_string(i) + ".";
            add_linear(layer + "qkv", 3 * shape_.width, shape_.width);
            add_linear(layer + "out", shape_.width, shape_.width);
            add_norm(layer + "norm1", shape_.width);
            add_linear(layer + "up", shape_.ffn, shape_.width);
            add_linear(layer + "down", shape_.width, shape_.ffn);
            add_norm(layer + "norm2", shape_.width);
        }
    }

    [[nodiscard]] std::string info() const {
        const auto pair = [](const char* key, std::size_t value) {
            return std::string(key) + '\t' + std::to_string(value) + '\n';
        };
        return pair("version", 1) + pair("layers", shape_.layers) + pair("width", shape_.width) +
               pair("attention_heads", shape_.attention_heads) + pair("ffn", shape_.ffn) +
               pair("window", shape_.window) + pair("shapes", shape_.shapes);
    }

    [[nodiscard]] std::string vocabulary() const {
        std::string out;
        for (std::size_t i = 0; i < shape_.pieces; ++i) out += "piece" + std::to_string(i) + '\n';
        return out;
    }

    [[nodiscard]] std::string tensors() const { return tensors_; }
    [[nodiscard]] std::string data() const { return data_; }

    [[nodiscard]] std::string file(const std::string& labels = "") const {
        return model_file_of(
            {{"info", info()}, {"vocab", vocabulary()}, {"labels", labels}, {"tensors", tensors_}, {"data", data_}});
    }

  private:
    std::size_t begin() {
        data_.resize((data_.size() + 63) / 64 * 64, '\0');
        return data_.size();
    }
    void put_float(float value) {
        char bytes[4];
        std::memcpy(bytes, &value, 4);
        data_.append(bytes, 4);
    }
    void line(const std::string& name, const char* type, std::size_t rows, std::size_t columns, std::size_t offset,
              const std::string& scales) {
        tensors_ += name + '\t' + type + '\t' + std::to_string(rows) + '\t' + std::to_string(columns) + '\t' +
                    std::to_string(offset) + '\t' + scales + '\n';
    }

    NetworkShape shape_;
    std::mt19937 random_{17};
    std::string tensors_, data_;
};

inline NetworkShape tiny_shape() {
    return {.layers = 2, .width = 64, .attention_heads = 4, .ffn = 128, .window = 64, .shapes = 32, .pieces = 100};
}

}  // namespace readout::learn
