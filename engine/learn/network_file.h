#pragma once
// The model file of the reader network: a container (model_file.h) with five sections.
//
//     info      KEY<TAB>VALUE a line: version, layers, width, attention_heads, ffn, window, shapes, and more
//
//     vocab     a word piece a line; the number of the line, from 0, is the piece
//
//     labels    HEAD<TAB>LABEL a line, in the order of output columns
//
//     tensors   NAME<TAB>TYPE<TAB>ROWS<TAB>COLUMNS<TAB>OFFSET<TAB>SCALE_OFFSET a line; TYPE is i8 or f32
//
//     data      the numbers, row major, little endian; OFFSET is a tensor's place there, a multiple of 64; an i8 tensor
//               has one f32 scale a row at SCALE_OFFSET, an f32 one has -1 there
//
// training/reader/container.py writes it.

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace readout::learn {

/// A matrix where it lies in the file; a vector has one row. Of `bytes` (with `scales`) and `floats` one is empty.
struct Tensor {
    std::size_t rows = 0, columns = 0;
    std::span<const std::int8_t> bytes;
    std::span<const float> floats;
    std::span<const float> scales;  // one a row
};

/// The sizes that all parts of the network share.
struct NetworkShape {
    std::size_t layers = 0, width = 0, attention_heads = 0, ffn = 0, window = 0, shapes = 0, pieces = 0;
};

/// A checked view of a network's bytes, which must outlive it and all that it gives. Immutable; threads may share it.
/// What it gives lies within the bytes and has the sizes it says; the numbers themselves may be anything.
class NetworkFile {
  public:
    /// Fails with `name` and what is wrong. `bytes` must begin at a multiple of 8, as mapped files and vectors do.
    static base::Result<NetworkFile> open(std::string_view bytes, std::string_view name);

    [[nodiscard]] const NetworkShape& shape() const { return shape_; }
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::optional<std::string_view> info(std::string_view key) const;
    [[nodiscard]] const std::vector<std::string_view>& vocabulary() const { return vocabulary_; }
    /// Of one head, in order; empty when it has none.
    [[nodiscard]] std::vector<std::string_view> labels(std::string_view head) const;
    /// In order of first appearance.
    [[nodiscard]] const std::vector<std::string_view>& heads() const { return heads_; }

    /// The failure of a reader that finds that `what`: it names the file and says what to do.
    [[nodiscard]] tl::unexpected<base::Error> wrong(const std::string& what) const;

    [[nodiscard]] bool has(std::string_view tensor_name) const { return tensors_.contains(tensor_name); }
    /// Each fails when there is no tensor of that name and type; give 0 for a size that may be any.
    [[nodiscard]] base::Result<Tensor> bytes(std::string_view tensor_name, std::size_t rows, std::size_t columns) const;
    [[nodiscard]] base::Result<Tensor> floats(std::string_view tensor_name, std::size_t rows,
                                              std::size_t columns) const;

  private:
    struct Label {
        std::string_view head, label;
    };
    base::Result<void> read_info(std::string_view lines);
    base::Result<void> read_labels(std::string_view lines);
    base::Result<void> read_tensors(std::string_view lines, std::string_view data);
    [[nodiscard]] base::Result<Tensor> find(std::string_view tensor_name, bool is_float, std::size_t rows,
                                            std::size_t columns) const;

    std::string name_;
    NetworkShape shape_;
    std::map<std::string_view, std::string_view, std::less<>> info_;
    std::vector<std::string_view> vocabulary_;
    std::vector<Label> labels_;
    std::vector<std::string_view> heads_;
    std::map<std::string_view, Tensor, std::less<>> tensors_;
};

}  // namespace readout::learn
