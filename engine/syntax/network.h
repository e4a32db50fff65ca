#pragma once
// The reader network: one pass of a small encoder over a report, and many light heads that take from it tags, trees,
// names, times, and who says what. training/reader/ trains it.

#include <memory>
#include <string_view>

#include "base/result.h"
#include "record/syntax.h"

namespace readout::syntax {

/// Immutable after load(); read() may run on any number of threads at once. The answer for a report depends on nothing
/// but its words, on any CPU.
class Network {
  public:
    /// `bytes` are those of models/reader.bin; they must outlive the Network, which points into them. Fails with `name`
    /// and what is wrong when they are not such a model.
    static base::Result<Network> load(std::string_view bytes, std::string_view name);

    Network(Network&&) noexcept;
    Network& operator=(Network&&) noexcept;
    ~Network();

    /// Takes the words and sentences of `syntax`, spans of `text`; sets all but the lemmas, and may end sentences
    /// elsewhere: at the ends of blocks always, at other ends that the rules gave nearly always. Linear time but for
    /// long sentences, whose trees take up to cubic time in at most a window of words.
    void read(std::string_view text, record::Syntax& syntax) const;

  private:
    struct Model;
    explicit Network(std::unique_ptr<const Model> model);
    std::unique_ptr<const Model> model_;
};

}  // namespace readout::syntax
