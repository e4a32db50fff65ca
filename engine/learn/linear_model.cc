#include "learn/linear_model.h"

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

void LinearModel::add(std::span<const std::uint64_t> present, std::span<std::int32_t> scores) const {
    for (const std::uint64_t feature : present) features_.prefetch(feature);
    for (const std::uint64_t feature : present) {
        const std::uint32_t row = features_.find(feature);
        const char* pair = weights_.data() + kPair * std::size_t{row >> 8};
        for (std::uint32_t left = row & 0xFF; left > 0; --left, pair += kPair) {
            std::int16_t weight = 0;
            std::memcpy(&weight, pair + 1, sizeof weight);
            scores[static_cast<unsigned char>(pair[0])] += weight;
        }
    }
}

}  // namespace readout::learn
