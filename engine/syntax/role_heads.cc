#include "syntax/role_heads.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "syntax/act_shares.h"

namespace readout::syntax {
namespace {

enum RoleKind : std::uint8_t { kSource, kContent };

/// O, B-source, I-source, B-content, I-content: the columns of the roles' scores, in training's order.
constexpr std::array<RunLabel, 5> kRoleLabels = {
    RunLabel{}, RunLabel{RunLabel::kBegins, kSource}, RunLabel{RunLabel::kGoesOn, kSource},
    RunLabel{RunLabel::kBegins, kContent}, RunLabel{RunLabel::kGoesOn, kContent}};
constexpr std::size_t kMaxCues = 64;  // of a window; a text that has more is no prose

/// Adds the mean of the rows of `parts` to `out`; of none, nothing.
void pool(std::span<const record::Words> parts, std::uint32_t first, const float* vectors, std::size_t row,
          std::size_t width, float* out) {
    std::size_t count = 0;
    for (const record::Words part : parts) {
        for (std::uint32_t word = part.first; word < part.last; ++word, ++count) {
            const float* vector = vectors + (row + word - first) * width;
            for (std::size_t k = 0; k < width; ++k) out[k] += vector[k];
        }
    }
    for (std::size_t k = 0; count > 1 && k < width; ++k) out[k] /= static_cast<float>(count);
}

/// The logistic function in percent, by the exponential that is the same on every CPU.
std::uint8_t percent(float logit) {
    alignas(learn::kAlignment) std::array<float, learn::kLanes> powers{};
    powers[0] = -std::abs(logit);
    learn::vector_math().exp(powers.data(), powers.size());
    const float share = (logit < 0 ? powers[0] : 1.0F) / (1.0F + powers[0]);
    return share >= 0 && share <= 1 ? static_cast<std::uint8_t>(share * 100.0F + 0.5F) : 0;  // 0 of no number
}

}  // namespace

base::Result<RoleHeads> RoleHeads::open(const learn::NetworkFile& file) {
    RoleHeads heads;
    heads.width_ = file.shape().width;
    heads.roles_ = RO_TRY(PairHead::open(file, "role", kRoleLabels.size()));
    heads.labels_ = RO_TRY(RunLabels::open(file, "role.moves", {kRoleLabels.begin(), kRoleLabels.end()}));
    heads.act_hidden_ = RO_TRY(learn::Linear::open(file, "act_hidden", 0, 2 * heads.width_));
    heads.act_ =
        RO_TRY(learn::Dense::open(file, "act_out.weight", "act_out.bias", kActs + 2, heads.act_hidden_.outputs()));
    const std::vector<std::string_view> acts = file.labels("acts");
    if (acts.size() != kActs + 2 || file.labels("roles").size() != kRoleLabels.size())
        return file.wrong("it lacks a head");
    if (!are_acts(acts)) return file.wrong("it knows other acts");
    return heads;
}

void RoleHeads::project(const learn::QuantisedRows& rows, Work& work) const {
    roles_.project(rows, work.left, work.right);
}

void RoleHeads::read(std::span<const record::Words> cues, std::uint32_t first, std::uint32_t last, const float* vectors,
                     std::size_t row, Work& work, record::Syntax& syntax) const {
    const std::size_t count = last - first, labels = kRoleLabels.size();
    for (const record::Words cue : cues.first(std::min(cues.size(), kMaxCues))) {
        work.scores.resize(count * labels);
        const float* left = work.left.data() + (row + cue.first - first) * roles_.hidden();
        for (std::size_t i = 0; i < count; ++i) {
            const std::int64_t distance = static_cast<std::int64_t>(i) - static_cast<std::int64_t>(cue.first - first);
            roles_.score(left, work.right.data() + (row + i) * roles_.hidden(), distance,
                         std::span(work.scores).subspan(i * labels, labels));
        }
        record::Attribution attribution;
        attribution.cue = cue;
        for (const LabelledRun& run : labels_.best(work.scores.data(), labels, count, first)) {
            (run.kind == kSource ? attribution.source : attribution.content).push_back(run.words);
        }
        judge(attribution, first, vectors, row, work);
        syntax.attributions.push_back(std::move(attribution));
    }
}

void RoleHeads::judge(record::Attribution& attribution, std::uint32_t first, const float* vectors, std::size_t row,
                      Work& work) const {
    work.pooled.assign(2 * width_, 0);
    pool({&attribution.cue, 1}, first, vectors, row, width_, work.pooled.data());
    pool(attribution.content, first, vectors, row, width_, work.pooled.data() + width_);
    work.hidden.resize(act_hidden_.outputs());
    act_hidden_.apply(work.pooled, work.quantised, work.hidden);
    for (float& value : work.hidden) value = std::max(0.0F, value);
    std::array<float, kActs + 2> scores{};  // behind the acts: negated, speech
    act_.apply(work.hidden, scores);
    attribution.act = best_act(std::span(scores).first(kActs));
    attribution.act_share = share_of_best(std::span(scores).first(kActs));
    attribution.negated = scores[kActs] > 0;
    attribution.speech = percent(scores[kActs + 1]);
}

}  // namespace readout::syntax
