#include "syntax/coreference_head.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "learn/vector_math.h"
#include "text/fold.h"
#include "text/list.h"

namespace readout::syntax {
namespace {

using record::Relation;
using record::Upos;

constexpr std::size_t kMostAntecedents = 8;  // kept of a word
constexpr float kLeastShare = 3;             // percent
constexpr float kLeastLogit = -80;           // of columns that are none

/// The head of a noun phrase, as far as its own relation tells.
bool heads_phrase(const record::Token& token) {
    if (token.upos != Upos::kNoun && token.upos != Upos::kPropn && token.upos != Upos::kPron) return false;
    switch (token.relation) {
        case Relation::kCompound:
        case Relation::kFlat:
        case Relation::kFixed:
        case Relation::kGoeswith:
        case Relation::kNmodDesc:
        case Relation::kExpl:
        case Relation::kDet:
            return false;
        default:
            return true;
    }
}

std::string form_of(const record::Token& token, std::string_view text) {
    return text::ascii_lower(text::words_at(text, token.span).substr(0, 8));
}

bool is_third_person(const record::Token& token, std::string_view text) {
    static constexpr auto kThird = std::to_array<std::string_view>(
        {"he", "him", "his", "she", "her", "hers", "it", "its", "they", "them", "their", "theirs"});
    return token.upos == Upos::kPron && text::is_one_of(form_of(token, text), kThird);
}

}  // namespace

base::Result<CoreferenceHead> CoreferenceHead::open(const learn::NetworkFile& file) {
    CoreferenceHead head;
    head.pairs_ = RO_TRY(PairHead::open(file, "ante", 1));
    return head;
}

void CoreferenceHead::project(const learn::QuantisedRows& rows, Work& work) const {
    pairs_.project(rows, work.left, work.right);
}

void CoreferenceHead::read(std::string_view text, std::uint32_t first, std::uint32_t last, std::size_t row, Work& work,
                           record::Syntax& syntax) const {
    std::vector<std::uint32_t> before;
    for (std::uint32_t word = first; word < last; ++word) {
        const record::Token& token = syntax.tokens[word];
        if (!heads_phrase(token)) continue;
        if (is_third_person(token, text) && !before.empty()) add_antecedents(word, before, row - first, work, syntax);
        before.push_back(word);
    }
}

void CoreferenceHead::add_antecedents(std::uint32_t word, std::span<const std::uint32_t> before, std::size_t shift,
                                      Work& work, record::Syntax& syntax) const {
    // Column 0: something new, whose score is 0.
    const std::size_t count = before.size() + 1, padded = learn::round_up(count, learn::kLanes);
    work.scores.reserve(padded);
    float* scores = work.scores.data();
    scores[0] = 0;
    for (std::size_t i = 1; i < count; ++i) {
        const std::uint32_t other = before[i - 1];
        const std::int64_t distance = static_cast<std::int64_t>(other) - static_cast<std::int64_t>(word);
        pairs_.score(work.left.data() + (word + shift) * pairs_.hidden(),
                     work.right.data() + (other + shift) * pairs_.hidden(), distance, std::span(scores + i, 1));
    }
    const float most = *std::max_element(scores, scores + count);
    for (std::size_t i = 0; i < padded; ++i) scores[i] = i < count ? scores[i] - most : kLeastLogit;
    learn::vector_math().exp(scores, padded);
    const float sum = std::accumulate(scores, scores + count, 0.0F);
    std::vector<record::Coreference> found;
    for (std::size_t i = 1; i < count; ++i) {
        const float share = scores[i] / sum * 100.0F + 0.5F;
        if (!(share >= kLeastShare)) continue;  // nor of no number
        found.push_back({word, before[i - 1], static_cast<std::uint8_t>(std::min(share, 100.0F))});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.share > b.share; });
    found.resize(std::min(found.size(), kMostAntecedents));
    syntax.coreferences.insert(syntax.coreferences.end(), found.begin(), found.end());
}

}  // namespace readout::syntax
