#include "story/copies.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "base/hash.h"
#include "story/align.h"
#include "story/altered.h"

namespace readout::story {
namespace {

constexpr std::size_t kGram = kSeed, kWindow = 4;
constexpr std::size_t kPostings = 64;      // earliest reports kept for one fingerprint
constexpr std::size_t kCandidates = 8;     // sources aligned for one report
constexpr std::size_t kLeastShared = 3;    // fingerprints that make a candidate
constexpr std::size_t kLeastWords = 30;    // own words of another text, below which nothing was copied
constexpr std::size_t kLeastOfShort = 20;  // the same where they are most of a short report

/// Rolling minima of hashed word 5-grams.
std::vector<std::uint64_t> fingerprints_of(const std::vector<Word>& words) {
    std::vector<std::uint64_t> grams, prints;
    for (std::size_t i = 0; i + kGram <= words.size(); ++i) {
        std::uint64_t gram = 0;
        for (std::size_t k = 0; k < kGram; ++k) gram = (gram ^ words[i + k].hash) * 0x9E3779B97F4A7C15ULL;
        grams.push_back(gram);
    }
    for (std::size_t i = 0; i + kWindow <= grams.size(); ++i) {
        prints.push_back(*std::min_element(grams.begin() + static_cast<std::ptrdiff_t>(i),
                                           grams.begin() + static_cast<std::ptrdiff_t>(i + kWindow)));
    }
    std::sort(prints.begin(), prints.end());
    prints.erase(std::unique(prints.begin(), prints.end()), prints.end());
    return prints;
}

/// Earlier first; of one day the less id. Unknown dates come last.
struct Age {
    int day = 0;
    std::string id;
    bool operator<(const Age& other) const { return std::tie(day, id) < std::tie(other.day, other.id); }
};

Age age_of(const record::Report& report) {
    return {report.published ? report.published->range.from.number : 1 << 30, report.id.value};
}

/// What an alignment says about one pair: how much of each is shared outside quotations of third parties.
struct Shared {
    std::vector<Match> matches;
    std::size_t own_words = 0;    // matched words that are not quoted in both
    std::size_t quoted_in_a = 0;  // of them, quoted in a
    std::size_t words = 0;
};

Shared compare(const std::vector<Word>& a, const std::vector<Word>& b) {
    Shared shared;
    for (const Match& match : align(a, b)) {
        std::size_t own = 0, quoted = 0;
        for (std::size_t k = 0; k < match.length; ++k) {
            const bool in_a = a[match.a + k].quoted, in_b = b[match.b + k].quoted;
            own += !(in_a && in_b);
            quoted += in_a && !in_b;
        }
        if (own == 0 && match.length < 60) continue;
        shared.matches.push_back(match);
        shared.own_words += own;
        shared.quoted_in_a += quoted;
        shared.words += match.length;
    }
    return shared;
}

/// quotes when the words stand in marks; rewrite when only short runs are left of the wording, in less than half of it;
/// copy when most of the source stands in it; else excerpt.
record::CopyRelation relation_of(const Shared& shared, std::size_t derived_words, std::size_t source_words) {
    constexpr std::size_t kShortRun = 10;  // words, on average
    if (shared.quoted_in_a * 2 > shared.own_words) return record::CopyRelation::kQuotes;
    if (shared.words < kShortRun * shared.matches.size() && shared.words * 2 < derived_words)
        return record::CopyRelation::kRewrite;
    if (shared.words * 20 >= source_words * 11) return record::CopyRelation::kCopy;
    return record::CopyRelation::kExcerpt;
}

record::CopyDirection direction_of(const record::Report& derived, const record::Report& source) {
    if (!derived.published || !source.published) return record::CopyDirection::kUnknown;
    if (source.published->range.from < derived.published->range.from) return record::CopyDirection::kAFromB;
    return record::CopyDirection::kUnknown;
}

/// Finds the nearest source of each report.
class CopyFinder {
  public:
    explicit CopyFinder(std::span<const record::Reading> readings) : readings_(readings) {
        for (const record::Reading& reading : readings) {
            words_.push_back(words_of(reading.report));
            prints_.push_back(fingerprints_of(words_.back()));
        }
        order_by_age();
        for (const std::size_t i : by_age_) {
            for (const std::uint64_t print : prints_[i]) {
                std::vector<std::size_t>& posting = postings_[print];
                if (posting.size() < kPostings) posting.push_back(i);
            }
        }
    }

    [[nodiscard]] std::vector<record::Copy> find() const {
        std::vector<record::Copy> copies;
        for (const std::size_t derived : by_age_) {
            std::optional<record::Copy> best;
            std::tuple<std::size_t, std::size_t> best_rank{0, 0};
            for (const std::size_t source : candidates_of(derived)) {
                const Shared shared = compare(words_[derived], words_[source]);
                if (!is_copy(shared, derived)) continue;
                const std::tuple<std::size_t, std::size_t> rank{shared.words, readings_.size() - rank_[source]};
                if (best && rank <= best_rank) continue;
                best = make_copy(derived, source, shared);
                best_rank = rank;
            }
            if (best) copies.push_back(std::move(*best));
        }
        std::sort(copies.begin(), copies.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
        return copies;
    }

  private:
    void order_by_age() {
        std::vector<Age> ages;
        for (const record::Reading& reading : readings_) ages.push_back(age_of(reading.report));
        by_age_.resize(readings_.size());
        for (std::size_t i = 0; i < by_age_.size(); ++i) by_age_[i] = i;
        std::sort(by_age_.begin(), by_age_.end(), [&](std::size_t a, std::size_t b) { return ages[a] < ages[b]; });
        rank_.resize(readings_.size());
        for (std::size_t i = 0; i < by_age_.size(); ++i) rank_[by_age_[i]] = i;
    }

    /// Earlier reports that share the most fingerprints.
    [[nodiscard]] std::vector<std::size_t> candidates_of(std::size_t derived) const {
        std::map<std::size_t, std::size_t> shared;
        for (const std::uint64_t print : prints_[derived]) {
            for (const std::size_t other : postings_.at(print)) {
                if (rank_[other] < rank_[derived]) ++shared[other];
            }
        }
        std::vector<std::pair<std::size_t, std::size_t>> ranked;  // count, rank by age
        for (const auto& [other, count] : shared) {
            if (count >= kLeastShared) ranked.push_back({count, rank_[other]});
        }
        std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first > b.first : a.second < b.second;
        });
        if (ranked.size() > kCandidates) ranked.resize(kCandidates);
        std::vector<std::size_t> candidates;
        for (const auto& [count, rank] : ranked) candidates.push_back(by_age_[rank]);
        return candidates;
    }

    /// Enough own words, and a fair part of the derived report: shared boilerplate and set phrases are not enough.
    [[nodiscard]] bool is_copy(const Shared& shared, std::size_t derived) const {
        const std::size_t all = words_[derived].size();
        if (shared.own_words < kLeastWords) return shared.own_words >= kLeastOfShort && shared.own_words * 5 >= all * 3;
        return shared.own_words * 8 >= all;
    }

    [[nodiscard]] record::Copy make_copy(std::size_t derived, std::size_t source, const Shared& shared) const {
        record::Copy copy;
        copy.a = readings_[derived].report.id;
        copy.b = readings_[source].report.id;
        copy.id.value = base::Fingerprint().add("copy").add(copy.a.value).add(copy.b.value).hex();
        copy.relation = relation_of(shared, words_[derived].size(), words_[source].size());
        copy.direction = direction_of(readings_[derived].report, readings_[source].report);
        for (const Match& match : shared.matches) {
            copy.passages.push_back(
                {{words_[derived][match.a].span.begin, words_[derived][match.a + match.length - 1].span.end},
                 {words_[source][match.b].span.begin, words_[source][match.b + match.length - 1].span.end}});
        }
        copy.altered = altered_passages(words_[derived], words_[source], shared.matches);
        return copy;
    }

    std::span<const record::Reading> readings_;
    std::vector<std::vector<Word>> words_;
    std::vector<std::vector<std::uint64_t>> prints_;
    std::vector<std::size_t> by_age_, rank_;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> postings_;
};

}  // namespace

std::vector<record::Copy> find_copies(std::span<const record::Reading> readings) {
    return CopyFinder(readings).find();
}

}  // namespace readout::story
