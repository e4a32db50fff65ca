#include "syntax/quoted_head.h"

#include <algorithm>
#include <array>

#include "syntax/act_shares.h"

namespace readout::syntax {
namespace {

constexpr std::size_t kGazes = 4;  // weighted means
constexpr std::uint8_t kOpening = 7, kClosing = 15;

/// Words between marks, as parts of the window's words.
std::vector<record::Words> quoted_words(const PieceWindow& window, const std::vector<bool>& blocks) {
    std::vector<record::Words> out;
    std::uint32_t begin = 0, depth = 0;
    const auto close = [&](std::uint32_t end) {
        if (depth > 0 && end > begin) out.push_back({begin, end});
        depth = 0;
    };
    const auto count = static_cast<std::uint32_t>(window.begins.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        if (blocks[window.first + i]) close(i);
        const std::uint8_t shape = window.shapes[window.begins[i]];
        if (shape == kOpening && depth++ == 0) begin = i + 1;
        if (shape != kClosing || depth == 0) continue;
        if (depth == 1) close(i);
        if (depth > 1) --depth;
    }
    close(count);
    return out;
}

}  // namespace

base::Result<QuotedHead> QuotedHead::open(const learn::NetworkFile& file) {
    QuotedHead head;
    head.width_ = file.shape().width;
    head.keys_ = RO_TRY(learn::Dense::open(file, "quoted_keys.weight", "quoted_keys.bias", kGazes, head.width_));
    head.hidden_ = RO_TRY(learn::Linear::open(file, "quoted_hidden", 0, (kGazes + 1) * head.width_));
    head.out_ = RO_TRY(learn::Dense::open(file, "quoted_out.weight", "quoted_out.bias", kActs, head.hidden_.outputs()));
    if (!are_acts(file.labels("quoted"))) return file.wrong("it knows other acts");
    return head;
}

void QuotedHead::read(const PieceWindow& window, const std::vector<bool>& blocks, const float* vectors, Work& work,
                      record::Syntax& syntax) const {
    for (const record::Words words : quoted_words(window, blocks)) {
        record::QuotedAct quoted;
        quoted.words = {window.first + words.first, window.first + words.last};
        judge(vectors + words.first * width_, quoted, words.last - words.first, work);
        syntax.quoted_acts.push_back(quoted);
    }
}

void QuotedHead::judge(const float* vectors, record::QuotedAct& quoted, std::size_t count, Work& work) const {
    const std::size_t padded = learn::round_up(count, learn::kLanes);
    work.keys.resize(count * kGazes);
    keys_.apply({vectors, count * width_}, work.keys);
    work.weights.reserve((kGazes + 1) * padded);
    float* weights = work.weights.data();
    for (std::size_t gaze = 0; gaze < kGazes; ++gaze) {
        for (std::size_t i = 0; i < count; ++i) weights[gaze * padded + i] = work.keys[i * kGazes + gaze];
    }
    std::array<float, kGazes + 1> inverse{};
    learn::vector_math().softmax(weights, padded, kGazes, count, inverse.data());
    for (std::size_t i = 0; i < count; ++i) weights[kGazes * padded + i] = 1;
    inverse[kGazes] = 1.0F / static_cast<float>(count);
    work.pooled.assign((kGazes + 1) * width_, 0);
    for (std::size_t part = 0; part <= kGazes; ++part) {
        float* out = work.pooled.data() + part * width_;
        for (std::size_t i = 0; i < count; ++i) {
            const float weight = weights[part * padded + i] * inverse[part];
            for (std::size_t k = 0; k < width_; ++k) out[k] += weight * vectors[i * width_ + k];
        }
    }
    work.hidden.resize(hidden_.outputs());
    hidden_.apply(work.pooled, work.quantised, work.hidden);
    for (float& value : work.hidden) value = std::max(0.0F, value);
    std::array<float, kActs> scores{};
    out_.apply(work.hidden, scores);
    quoted.act = best_act(scores);
    quoted.share = share_of_best(scores);
}

}  // namespace readout::syntax
