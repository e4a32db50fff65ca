#include "claim/story_view.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "claim/terms.h"
#include "text/fold.h"

namespace readout::claim {
namespace {

constexpr std::size_t kMaxPassages = 64;
constexpr std::size_t kMaxTerms = 256;  // of one proposition: a clause as long as a report is no claim

std::uint32_t root(std::vector<std::uint32_t>& parent, std::uint32_t at) {
    while (parent[at] != at) at = parent[at] = parent[parent[at]];
    return at;
}

}  // namespace

StoryView::StoryView(std::vector<const record::Reading*> readings, std::span<const record::Copy> copies)
    : readings_(std::move(readings)) {
    join_copies(copies);
    for (const record::Reading* reading : readings_) {
        for (const record::Entity& entity : reading->entities) {
            if (!entity.country.empty()) countries_.emplace("e" + entity.id.value, entity.country);
        }
    }
    for (std::uint32_t r = 0; r < readings_.size(); ++r) {
        std::vector<Proposition> of_report = propositions_of(*readings_[r]);
        std::stable_sort(of_report.begin(), of_report.end(),
                         [](const Proposition& a, const Proposition& b) { return a.span < b.span; });
        for (Proposition& made : of_report) {
            made.report = r;
            made.copied = std::any_of(copied_[r].begin(), copied_[r].end(),
                                      [&](text::Span passage) { return passage.overlaps(made.span); });
            add_terms(made, numbers_);
            propositions_.push_back(std::move(made));
        }
    }
    postings_.resize(terms_.size());
    counts_.assign(terms_.size(), 0);
    for (std::uint32_t i = 0; i < propositions_.size(); ++i) {
        for (const std::uint32_t term : propositions_[i].terms) {
            ++counts_[term];
            if (postings_[term].size() < kMaxPosting) postings_[term].push_back(i);
        }
    }
}

void StoryView::join_copies(std::span<const record::Copy> copies) {
    std::map<std::string, std::uint32_t> index;
    for (std::uint32_t r = 0; r < readings_.size(); ++r) index.emplace(readings_[r]->report.id.value, r);
    std::vector<std::uint32_t> parent(readings_.size());
    std::iota(parent.begin(), parent.end(), 0U);
    copied_.resize(readings_.size());
    for (const record::Copy& copy : copies) {
        const auto a = index.find(copy.a.value), b = index.find(copy.b.value);
        if (a == index.end() || b == index.end()) continue;
        const bool a_is_source = copy.direction == record::CopyDirection::kBFromA;
        const std::uint32_t derived = a_is_source ? b->second : a->second;
        for (const record::Passage& passage : copy.passages) {
            copied_[derived].push_back(a_is_source ? passage.b : passage.a);
        }
        if (copy.relation == record::CopyRelation::kCopy || copy.relation == record::CopyRelation::kRewrite) {
            const std::uint32_t x = root(parent, a->second), y = root(parent, b->second);
            parent[std::max(x, y)] = std::min(x, y);
            const auto size = static_cast<std::uint32_t>(readings_[derived]->report.text.size());
            if (copy.relation == record::CopyRelation::kRewrite) copied_[derived].push_back({0, size});
        }
        for (const record::Block& block : readings_[derived]->report.blocks) {
            if (block.kind != record::BlockKind::kHeadline) continue;
            if (copied_[derived].size() < kMaxPassages) copied_[derived].push_back(block.span);
        }
    }
    source_.resize(readings_.size());
    for (std::uint32_t r = 0; r < readings_.size(); ++r) source_[r] = root(parent, r);
    for (auto& passages : copied_) {
        std::sort(passages.begin(), passages.end(), [](text::Span x, text::Span y) { return x.size() > y.size(); });
        if (passages.size() > kMaxPassages) passages.resize(kMaxPassages);
    }
}

void StoryView::add_terms(Proposition& proposition, std::map<std::string, std::uint32_t>& known) {
    const record::Reading& reading = *readings_[proposition.report];
    const auto add = [&](std::string term) {
        const auto [at, fresh] = known.emplace(std::move(term), static_cast<std::uint32_t>(terms_.size()));
        if (fresh) terms_.push_back(at->first);
        proposition.terms.push_back(at->second);
    };
    if (proposition.first < proposition.last) {
        const text::Span whole{reading.syntax.tokens[proposition.first].span.begin,
                               reading.syntax.tokens[proposition.last - 1].span.end};
        const auto from = std::partition_point(reading.mentions.begin(), reading.mentions.end(),
                                               [&](const auto& m) { return m.span.begin < whole.begin; });
        std::vector<text::Span> names;
        for (auto mention = from; mention != reading.mentions.end() && mention->span.begin < whole.end; ++mention) {
            if (mention->entity.empty()) continue;
            add("@" + mention->entity.value);
            if (mention->form == record::MentionForm::kName && names.size() < 64) names.push_back(mention->head);
        }
        for (std::uint32_t i = proposition.first; i < proposition.last; ++i) {
            const record::Token& token = reading.syntax.tokens[i];
            const bool named =
                std::any_of(names.begin(), names.end(), [&](text::Span name) { return name.overlaps(token.span); });
            if (named) continue;
            std::string term = term_of(token, text::words_at(reading.report.text, token.span));
            if (!term.empty()) add(std::move(term));
        }
    }
    std::sort(proposition.terms.begin(), proposition.terms.end());
    proposition.terms.erase(std::unique(proposition.terms.begin(), proposition.terms.end()), proposition.terms.end());
    if (proposition.terms.size() > kMaxTerms) proposition.terms.resize(kMaxTerms);
}

std::string_view StoryView::words(const Proposition& p) const {
    return text::words_at(reading(p).report.text, p.span);
}

std::string StoryView::word(const Proposition& p, std::uint32_t token) const {
    const record::Reading& of = reading(p);
    return text::ascii_lower(text::words_at(of.report.text, of.syntax.tokens[token].span));
}

std::uint32_t StoryView::number_of(const std::string& term) const {
    const auto at = numbers_.find(term);
    return at == numbers_.end() ? none() : at->second;
}

const std::string& StoryView::country_of(const std::string& holder) const {
    static const std::string kNone;
    const auto at = countries_.find(holder);
    return at == countries_.end() ? kNone : at->second;
}

int StoryView::weight(std::uint32_t number) const {
    constexpr std::size_t kFew = 48;  // so few propositions tell nothing of how rare a word is
    const std::uint64_t ratio = std::max(propositions_.size(), kFew) / std::max<std::uint32_t>(1, counts_[number]);
    return std::clamp(static_cast<int>(std::bit_width(ratio)), 1, 7);
}

}  // namespace readout::claim
