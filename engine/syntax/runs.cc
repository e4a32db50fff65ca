#include "syntax/runs.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/check.h"

namespace readout::syntax {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();

bool may_follow(RunLabel before, RunLabel label) {
    return label.part != RunLabel::kGoesOn || (before.part != RunLabel::kOutside && before.kind == label.kind);
}

std::vector<LabelledRun> runs_of(std::span<const std::uint8_t> path, std::span<const RunLabel> labels,
                                 std::uint32_t first) {
    std::vector<LabelledRun> runs;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const RunLabel label = labels[path[i]];
        const auto word = first + static_cast<std::uint32_t>(i);
        if (label.part == RunLabel::kBegins) runs.push_back({{word, word + 1}, label.kind});
        if (label.part == RunLabel::kGoesOn && !runs.empty()) runs.back().words.last = word + 1;
    }
    return runs;
}

}  // namespace

RunLabels::RunLabels(std::vector<RunLabel> labels, std::span<const float> worths) : labels_(std::move(labels)) {
    const std::size_t n = labels_.size();
    RO_CHECK(worths.size() == n * n && n < 256);
    moves_.resize(n * n);
    for (std::size_t label = 0; label < n; ++label) {
        for (std::size_t before = 0; before < n; ++before) {
            moves_[label * n + before] =
                may_follow(labels_[before], labels_[label]) ? worths[before * n + label] : kNever;
        }
    }
}

base::Result<RunLabels> RunLabels::open(const learn::NetworkFile& file, std::string_view tensor,
                                        std::vector<RunLabel> labels) {
    if (labels.empty() || labels.size() > 255) return file.wrong("it lacks a head");
    const learn::Tensor worths = RO_TRY(file.floats(tensor, labels.size(), labels.size()));
    for (const float worth : worths.floats) {
        if (!std::isfinite(worth)) return file.wrong("it has a transition that is no number");
    }
    return RunLabels(std::move(labels), worths.floats);
}

void RunLabels::forward(const float* scores, std::size_t stride, std::size_t count, std::vector<float>& best,
                        std::vector<std::uint8_t>& from) const {
    const std::size_t n = labels_.size();
    best.assign(count * n, 0);
    from.assign(count * n, 0);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t label = 0; label < n; ++label) {
            float most = labels_[label].part != RunLabel::kGoesOn ? 0 : kNever;
            if (i > 0) {
                const float* moves = moves_.data() + label * n;
                most = kNever;
                for (std::size_t before = 0; before < n; ++before) {
                    const float worth = best[(i - 1) * n + before] + moves[before];
                    if (worth <= most) continue;
                    most = worth;
                    from[i * n + label] = static_cast<std::uint8_t>(before);
                }
            }
            best[i * n + label] = most + scores[i * stride + label];
        }
    }
}

std::vector<LabelledRun> RunLabels::best(const float* scores, std::size_t stride, std::size_t count,
                                         std::uint32_t first) const {
    const std::size_t n = labels_.size();
    std::vector<float> best;
    std::vector<std::uint8_t> from, path(count);
    forward(scores, stride, count, best, from);
    const auto last = best.end() - static_cast<std::ptrdiff_t>(count > 0 ? n : 0);
    auto at = static_cast<std::uint8_t>(count > 0 ? std::max_element(last, best.end()) - last : 0);
    for (std::size_t i = count; i-- > 0;) {
        path[i] = at;
        at = from[i * n + at];
    }
    return runs_of(path, labels_, first);
}

void add_joined(std::span<const LabelledRun> runs, std::vector<record::Words>& out) {
    const std::size_t before = out.size();
    for (const LabelledRun& run : runs) {
        if (out.size() > before && out.back().last == run.words.first) {
            out.back().last = run.words.last;
        } else {
            out.push_back(run.words);
        }
    }
}

}  // namespace readout::syntax
