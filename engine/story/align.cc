#include "story/align.h"

#include <unordered_map>

namespace readout::story {
namespace {

using Seeds = std::unordered_map<std::uint64_t, std::vector<std::size_t>>;

std::uint64_t seed_at(const std::vector<Word>& words, std::size_t at) {
    std::uint64_t seed = 0;
    for (std::size_t i = 0; i < kSeed; ++i) seed = (seed ^ words[at + i].hash) * 0x9E3779B97F4A7C15ULL;
    return seed;
}

Seeds seeds_of(const std::vector<Word>& words) {
    Seeds seeds;
    for (std::size_t i = 0; i + kSeed <= words.size(); ++i) {
        std::vector<std::size_t>& places = seeds[seed_at(words, i)];
        if (places.size() <= kCommon) places.push_back(i);
    }
    return seeds;
}

std::size_t run_length(const std::vector<Word>& a, std::size_t i, const std::vector<Word>& b, std::size_t j) {
    std::size_t length = 0;
    while (i + length < a.size() && j + length < b.size() && a[i + length].hash == b[j + length].hash) ++length;
    return length;
}

}  // namespace

std::vector<Match> align(const std::vector<Word>& a, const std::vector<Word>& b) {
    std::vector<Match> matches;
    const Seeds seeds = seeds_of(b);
    for (std::size_t i = 0; i + kSeed <= a.size();) {
        const auto places = seeds.find(seed_at(a, i));
        Match best{i, 0, 0};
        if (places != seeds.end() && places->second.size() <= kCommon) {
            for (const std::size_t j : places->second) {
                const std::size_t length = run_length(a, i, b, j);
                if (length > best.length) best = {i, j, length};
            }
        }
        if (best.length < kSeed) {
            ++i;
            continue;
        }
        matches.push_back(best);
        i += best.length;
    }
    return matches;
}

}  // namespace readout::story
