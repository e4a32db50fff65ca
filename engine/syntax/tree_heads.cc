#include "syntax/tree_heads.h"

#include <algorithm>

#include "record/names.h"
#include "syntax/tree.h"

namespace readout::syntax {
namespace {

constexpr float kLeak = 0.1F;  // of the leaky rectifier that training uses

void rectify(float* values, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) values[i] = values[i] < 0 ? values[i] * kLeak : values[i];
}

/// Writes the projection of all rows to `out`.
void project_with(const learn::Linear& linear, const learn::QuantisedRows& rows, learn::AlignedBuffer<float>& out) {
    out.reserve(rows.count() * linear.outputs());
    linear.apply(rows, learn::Finish::kNone, out.data(), linear.outputs());
}

}  // namespace

base::Result<TreeHeads> TreeHeads::open(const learn::NetworkFile& file) {
    const std::size_t width = file.shape().width;
    TreeHeads heads;
    heads.dependent_ = RO_TRY(learn::Linear::open(file, "arc_dep", 0, width));
    heads.head_ = RO_TRY(learn::Linear::open(file, "arc_head", heads.dependent_.outputs(), width));
    heads.arc_ = RO_TRY(learn::Linear::open(file, "arc", heads.head_.outputs(), heads.dependent_.outputs()));
    heads.label_of_dependent_ = RO_TRY(learn::Linear::open(file, "lab_dep", 0, width));
    heads.label_of_head_ = RO_TRY(learn::Linear::open(file, "lab_head", heads.label_of_dependent_.outputs(), width));
    const std::vector<std::string_view> labels = file.labels("trees");
    if (labels.empty()) return file.wrong("it lacks a head");
    heads.relation_ = RO_TRY(
        learn::Dense::open(file, "lab_out.weight", "lab_out.bias", labels.size(), heads.label_of_dependent_.outputs()));
    for (const std::string_view label : labels) {
        auto relation = record::value_named<record::Relation>(label);
        if (!relation) relation = record::value_named<record::Relation>(label.substr(0, label.find(':')));
        if (!relation) return file.wrong("it has an unknown relation, " + std::string(label));
        heads.labels_.push_back(*relation);
    }
    return heads;
}

void TreeHeads::project(const learn::QuantisedRows& rows, Work& work) const {
    project_with(dependent_, rows, work.dependents);
    project_with(head_, rows, work.heads);
    rectify(work.dependents.data(), rows.count() * dependent_.outputs());
    rectify(work.heads.data(), rows.count() * head_.outputs());
    work.quantised.assign(work.dependents.data(), rows.count(), dependent_.outputs(), dependent_.outputs());
    project_with(arc_, work.quantised, work.arcs);
    project_with(label_of_dependent_, rows, work.labels_of_dependents);
    project_with(label_of_head_, rows, work.labels_of_heads);
}

void TreeHeads::read(std::uint32_t first, std::uint32_t last, std::size_t row, Work& work,
                     record::Syntax& syntax) const {
    const learn::VectorMath& math = learn::vector_math();
    const std::size_t size = last - first, width = arc_.outputs();
    work.scores.resize(size * size);
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < size; ++j) {
            work.scores[i * size + j] =
                math.dot(work.arcs.data() + (row + i) * width, work.heads.data() + (row + j) * width, width);
        }
    }
    const std::vector<std::uint32_t> heads = best_tree(work.scores, size);
    const std::size_t hidden = relation_.inputs();
    work.hidden.resize(size * hidden);
    for (std::size_t i = 0; i < size; ++i) {
        const float* a = work.labels_of_dependents.data() + (row + i) * hidden;
        const float* b = work.labels_of_heads.data() + (row + heads[i]) * hidden;
        for (std::size_t k = 0; k < hidden; ++k) work.hidden[i * hidden + k] = std::max(0.0F, a[k] + b[k]);
    }
    work.relations.resize(size * labels_.size());
    relation_.apply(work.hidden, work.relations);
    for (std::size_t i = 0; i < size; ++i) {
        record::Token& token = syntax.tokens[first + i];
        token.head = first + heads[i];
        const float* scores = work.relations.data() + i * labels_.size();
        std::size_t best = 0;
        for (std::size_t k = 1; k < labels_.size(); ++k) {
            const bool allowed = (labels_[k] == record::Relation::kRoot) == (heads[i] == i);
            const bool best_allowed = (labels_[best] == record::Relation::kRoot) == (heads[i] == i);
            if (allowed && (!best_allowed || scores[k] > scores[best])) best = k;
        }
        token.relation = labels_[best];
    }
}

}  // namespace readout::syntax
