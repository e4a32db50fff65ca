#pragma once
// The encoder of the reader network: a BERT (Devlin et al. 2019) with 8-bit weights that turns word pieces into rows of
// numbers, each of which has seen its whole window.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "learn/aligned.h"
#include "learn/attention.h"
#include "learn/linear.h"
#include "learn/network_file.h"

namespace readout::learn {

/// The shape of a piece that belongs to no word: [CLS], [SEP].
constexpr std::uint8_t kNoShape = 255;

/// What is read at once: pieces, and for each the shape of its word (or kNoShape). Positions run from 0.
struct Window {
    std::span<const std::uint32_t> pieces;
    std::span<const std::uint8_t> shapes;
};

/// Rows of `width` numbers that lie one behind the other.
struct Rows {
    std::span<const float> values;
    std::size_t width = 0;

    [[nodiscard]] std::size_t count() const { return width == 0 ? 0 : values.size() / width; }
    [[nodiscard]] std::span<const float> row(std::size_t i) const { return values.subspan(i * width, width); }
};

/// Memory of one thread for one encoder; nothing is allocated once it has seen its largest batch.
class Workspace {
  public:
    explicit Workspace(Cpu cpu = best_cpu()) : quantised_(cpu) {}

  private:
    friend class Encoder;
    QuantisedRows quantised_;
    AlignedBuffer<float> states_, projections_, context_, inner_;
    AttentionScratch attention_;
};

/// Immutable; threads may share it, each with its own Workspace. Owns its packed weights, and points into the bytes of
/// the file for the embeddings: these must outlive it.
class Encoder {
  public:
    Encoder() = default;
    /// Fails when a tensor is missing or of a wrong size.
    static base::Result<Encoder> open(const NetworkFile& file, Cpu cpu = best_cpu());

    /// Numbers of a row.
    [[nodiscard]] std::size_t width() const { return shape_.width; }
    /// The most pieces of a window.
    [[nodiscard]] std::size_t window() const { return shape_.window; }
    [[nodiscard]] Cpu cpu() const { return cpu_; }

    /// The last layer's rows of all pieces of all windows, in their order; they lie in `workspace` until it is used
    /// again. A window's rows do not depend on the other windows, nor on the CPU, bit for bit. REQUIRES: as many shapes
    /// as pieces, at most window() of them; pieces within the vocabulary, shapes within the file's; a workspace for the
    /// same CPU.
    Rows encode(std::span<const Window> windows, Workspace& workspace) const;

  private:
    struct Norm {
        std::span<const float> weight, bias;
    };
    struct Layer {
        Linear projections, out, up, down;
        Norm after_attention, after_inner;
    };

    static base::Result<Norm> open_norm(const NetworkFile& file, const std::string& name);
    static base::Result<Layer> open_layer(const NetworkFile& file, const std::string& name, Cpu cpu);
    void embed(const Window& window, float* out) const;
    void run(const Layer& layer, std::span<const Window> windows, std::size_t count, float* states,
             Workspace& workspace) const;
    void normalise(const Norm& norm, float* rows, std::size_t count) const;

    NetworkShape shape_;
    Cpu cpu_ = Cpu::kPlain;
    const VectorMath* math_ = nullptr;
    Tensor words_, positions_, type_, word_shapes_;
    Norm embedding_norm_;
    std::vector<Layer> layers_;
};

}  // namespace readout::learn
