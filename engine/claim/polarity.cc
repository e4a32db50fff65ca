#include "claim/polarity.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/fold.h"
#include "text/list.h"

namespace readout::claim {
namespace {

constexpr auto kNegators = std::to_array<std::string_view>(
    {"not", "n't", "n’t", "never", "no", "nobody", "nothing", "none", "neither", "nor", "nowhere"});
constexpr auto kModals = std::to_array<std::string_view>({"will", "would", "shall", "should", "must", "may", "might",
                                                          "can", "could", "cannot", "'ll", "’ll", "wo", "ca", "ought"});
constexpr auto kPending = std::to_array<std::string_view>({"yet", "far", "still"});
constexpr auto kKnowing = std::to_array<std::string_view>(
    {"say",       "said",   "know",      "known",   "clear",    "confirm", "confirmed", "comment",
     "tell",      "told",   "specify",   "give",    "disclose", "verify",  "verified",  "verifiable",
     "elaborate", "answer", "answered",  "name",    "named",    "publish", "published", "certain",
     "sure",      "reply",  "responded", "respond", "explain",  "drawn"});
constexpr auto kUnreal = std::to_array<std::string_view>({"if", "unless", "whether", "should"});
constexpr auto kFalse =
    std::to_array<std::string_view>({"untrue", "false", "unfounded", "baseless", "groundless", "fabrication",
                                     "fabricated", "lie", "lies", "invention", "laughable", "nonsense"});
constexpr auto kOnly = std::to_array<std::string_view>({"merely", "only", "simply", "solely"});

class ClauseWords {
  public:
    ClauseWords(const record::Reading& reading, std::uint32_t first, std::uint32_t last)
        : reading_(reading), first_(first), last_(last) {}

    [[nodiscard]] std::string word(std::uint32_t at) const {
        return text::ascii_lower(text::words_at(reading_.report.text, reading_.syntax.tokens[at].span));
    }

    /// One of `list` within [from, from + reach) of the clause.
    template <std::size_t n>
    [[nodiscard]] bool near(std::uint32_t from, std::uint32_t reach,
                            const std::array<std::string_view, n>& list) const {
        const std::uint32_t end = std::min(last_, from + reach);
        for (std::uint32_t i = std::max(from, first_); i < end; ++i) {
            if (text::is_one_of(word(i), list)) return true;
        }
        return false;
    }

    [[nodiscard]] std::uint32_t first() const { return first_; }
    [[nodiscard]] std::uint32_t last() const { return last_; }

  private:
    const record::Reading& reading_;
    std::uint32_t first_, last_;
};

/// "no fewer than", "not only", "no doubt", "no longer", "nothing but", "no choice but": no denial.
bool is_idiom(const ClauseWords& clause, std::uint32_t at) {
    // "…, and not any new demand": a correction of what was affirmed before it.
    const bool corrects = clause.word(at) == "not" && at > clause.first() + 2 &&
                          (clause.word(at - 1) == "and" || clause.word(at - 1) == ",");
    if (corrects) return true;
    if (at + 1 >= clause.last()) return false;
    constexpr auto kAfter = std::to_array<std::string_view>(
        {"fewer", "less", "more", "only", "doubt", "longer", "sooner", "later", "matter", "least", "one's", "but",
         "wonder", "else", "besides", "beyond", "choice", "alternative"});
    return text::is_one_of(clause.word(at + 1), kAfter);
}

Polarity judge(const ClauseWords& clause, std::uint32_t at) {
    const std::string word = clause.word(at);
    const std::uint32_t before = at > clause.first() + 3 ? at - 3 : clause.first();
    // "would not", "will never"; and for "no X" the modal stands behind ("no deal will", "there will be no deal").
    if (clause.near(before, at - before, kModals)) return Polarity::kRefuses;
    // "promised to build no houses", "promising not to leave": what is promised, not whether it was.
    if (at >= clause.first() + 2 && clause.word(at - 2) == "to") return Polarity::kRefuses;
    if (at + 1 < clause.last() && clause.word(at + 1) == "to" && word != "nothing") return Polarity::kRefuses;
    // "We do not tear up paper": a rule or a refusal, not an account of what happened.
    constexpr auto kDo = std::to_array<std::string_view>({"do", "does"});
    constexpr auto kSelf = std::to_array<std::string_view>({"we", "i"});
    if (clause.near(before, at - before, kDo) && clause.near(before, at - before, kSelf)) return Polarity::kRefuses;
    const bool of_noun = word == "no" || word == "nobody" || word == "none" || word == "neither" || word == "nothing";
    if (of_noun && clause.near(at + 1, 4, kModals)) return Polarity::kRefuses;
    if (clause.near(at + 1, 3, kPending)) return Polarity::kPending;
    if (clause.near(at + 1, of_noun ? 4 : 2, kKnowing)) return Polarity::kUnknown;
    return Polarity::kDenies;
}

}  // namespace

ClausePolarity read_polarity(const record::Reading& reading, std::uint32_t first, std::uint32_t last) {
    const ClauseWords clause(reading, first, last);
    ClausePolarity result;
    bool found = false;
    for (std::uint32_t i = first; i < last; ++i) {
        const std::string word = clause.word(i);
        if (text::is_one_of(word, kOnly)) result.restricted = true;
        if (word == "nothing" && is_idiom(clause, i)) result.restricted = true;
        if (!found && i < first + 3 && text::is_one_of(word, kUnreal)) {
            result.polarity = Polarity::kUnreal;
            found = true;
        }
        if (!found && text::is_one_of(word, kFalse)) {
            result.polarity = Polarity::kDenies;
            result.negator = i;
            found = true;
        }
        if (found || !text::is_one_of(word, kNegators) || is_idiom(clause, i)) continue;
        const Polarity judged = judge(clause, i);
        result.polarity = judged;
        result.negator = i;
        found = true;
    }
    if (!found && clause.near(first, 3, kModals)) result.polarity = Polarity::kUnreal;
    return result;
}

}  // namespace readout::claim
