#include "learn/linear_model.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

namespace readout::learn {

constexpr std::size_t kPair = 3;  // bytes of a label and its weight

base::Result<LinearModel> LinearModel::open(std::string_view features, std::string_view weights, std::size_t labels,
                                            std::string_view name) {
    LinearModel model;
    model.features_ = RO_TRY(HashedTable::open(features, name));
    model.weights_ = weights;
    bool good = weights.size() % kPair == 0;
    for (std::uint64_t slot = 0; slot < model.features_.slots() && good; ++slot) {
        const std::uint32_t value = model.features_.value_of(slot);
        good = kPair * (std::size_t{value >> 8} + (value & 0xFF)) <= weights.size();
    }
    for (std::size_t at = 0; at < weights.size() && good; at += kPair) {
        good = static_cast<unsigned char>(weights[at]) < labels;
    }
    if (!good) {
        return base::failure(std::string(name) +
                             ": the weights of the model file are wrong; install Readout's models again");
    }
    return model;
}

// Memory is what takes the time: first all slots are asked for, then all rows, then the rows are added.
void LinearModel::add(std::span<const std::uint64_t> present, std::span<std::int32_t> scores) const {
    constexpr std::size_t kBatch = 64;
    std::array<std::uint32_t, kBatch> rows{};
    while (!present.empty()) {
        const auto batch = present.first(std::min(kBatch, present.size()));
        present = present.subspan(batch.size());
        for (const std::uint64_t feature : batch) features_.prefetch(feature);
        std::size_t found = 0;
        for (const std::uint64_t feature : batch) {
            const std::uint32_t row = features_.find(feature);
            if (row == 0) continue;
            rows[found++] = row;
            __builtin_prefetch(weights_.data() + kPair * std::size_t{row >> 8});
        }
        for (std::size_t i = 0; i < found; ++i) {
            const char* pair = weights_.data() + kPair * std::size_t{rows[i] >> 8};
            for (std::uint32_t left = rows[i] & 0xFF; left > 0; --left, pair += kPair) {
                std::int16_t weight = 0;
                std::memcpy(&weight, pair + 1, sizeof weight);
                scores[static_cast<unsigned char>(pair[0])] += weight;
            }
        }
    }
}

}  // namespace readout::learn
