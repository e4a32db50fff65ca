#include "claim/denial.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "claim/align.h"
#include "claim/question.h"
#include "claim/terms.h"

namespace readout::claim {
namespace {

using record::Act;

constexpr int kEnough = 12;  // score from which two clauses are of one thing
constexpr int kNextTo = 4;   // what standing within two sentences of each other is worth
constexpr std::size_t kMaxTerms = 48;
constexpr std::size_t kMaxMatches = 4;

bool asserts(const Proposition& p) {
    if (p.negated || p.first == p.last || p.polarity.polarity != Polarity::kAffirms) return false;
    return p.act == Act::kAssert || p.act == Act::kConfirm || p.act == Act::kAccuse || p.act == Act::kPraise ||
           p.act == Act::kCriticise;
}

bool denies(const Proposition& p) {
    if (p.negated) return false;
    if (p.act == Act::kDeny) return p.polarity.polarity != Polarity::kUnknown;
    if (p.polarity.polarity != Polarity::kDenies) return false;
    return p.act == Act::kAssert || p.act == Act::kConfirm || p.act == Act::kAccuse || p.act == Act::kCriticise ||
           p.act == Act::kReject;
}

bool points_back(const StoryView& view, const Proposition& p) {
    constexpr auto kBack =
        std::to_array<std::string_view>({"such", "it", "that", "this", "so", "them", "one", "these", "those"});
    for (std::uint32_t i = p.first; i < p.last && i < p.first + 12; ++i) {
        if (std::find(kBack.begin(), kBack.end(), view.word(p, i)) != kBack.end()) return true;
    }
    return p.last - p.first <= 6;
}

/// What the denial is about: its own terms, and where it points back, those of the two propositions before it.
struct Subject {
    std::vector<std::uint32_t> own, context;
};

class Search {
  public:
    explicit Search(const StoryView& view) : view_(view) {}

    std::vector<Draft> run() {
        const auto& all = view_.propositions();
        for (std::uint32_t i = 0; i < all.size(); ++i) {
            if (all[i].copied || !denies(all[i])) continue;
            if (auto draft = drafted(i)) found_.push_back(std::move(*draft));
        }
        return std::move(found_);
    }

  private:
    struct Match {
        std::uint32_t at;
        int score;
        record::Slot slot;
    };

    [[nodiscard]] bool near(const Proposition& a, const Proposition& b) const {
        return a.report == b.report && std::max(a.sentence, b.sentence) - std::min(a.sentence, b.sentence) <= 2;
    }

    [[nodiscard]] Subject subject_of(std::uint32_t i) const {
        const auto& all = view_.propositions();
        Subject subject{all[i].terms, {}};
        if (subject.own.size() > kMaxTerms) subject.own.resize(kMaxTerms);
        if (!points_back(view_, all[i])) return subject;
        for (std::uint32_t back = 1; back <= 2 && back <= i; ++back) {
            const Proposition& earlier = all[i - back];
            if (!near(earlier, all[i])) break;
            subject.context.insert(subject.context.end(), earlier.terms.begin(), earlier.terms.end());
        }
        std::sort(subject.context.begin(), subject.context.end());
        subject.context.erase(std::unique(subject.context.begin(), subject.context.end()), subject.context.end());
        if (subject.context.size() > kMaxTerms) subject.context.resize(kMaxTerms);
        return subject;
    }

    [[nodiscard]] std::optional<Match> compare(const Subject& subject, std::uint32_t i, std::uint32_t j) const {
        const Proposition& denial = view_.propositions()[i];
        const Proposition& other = view_.propositions()[j];
        if (other.copied || !asserts(other) || same_source(view_, denial, other)) return {};
        if (denial.span.overlaps(other.span) && denial.report == other.report && !denial.said && !other.said) return {};
        if (!denial.said && !other.said) return {};  // two outlets' narration: style, not denial
        if (is_later(other, denial, 2) && !other.said) return {};
        if (days_exclude(view_, denial, other)) return {};
        std::vector<std::uint32_t> except;
        add_holder_term(view_, denial, except);
        add_holder_term(view_, other, except);
        const Overlap own = overlap(view_, subject.own, other.terms, except);
        const Overlap context = overlap(view_, subject.context, other.terms, except);
        if (own.words == 0 || own.words + own.entities + (context.words + context.entities) / 2 < 2) return {};
        if (own.acts == 0 && denial.act != Act::kDeny) return {};
        const int score = own.score + context.score / 2 + (near(denial, other) ? kNextTo : 0);
        if (score < kEnough) return {};
        return Match{j, score, slot_of(subject.own, other.terms)};
    }

    [[nodiscard]] record::Slot slot_of(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const {
        constexpr auto kLadder = std::to_array<std::string_view>({"agree", "promise", "sign", "truce"});
        for (const std::string_view name : kLadder) {
            const std::uint32_t term = view_.number_of(std::string(name));
            if (std::binary_search(a.begin(), a.end(), term) && std::binary_search(b.begin(), b.end(), term)) {
                return record::Slot::kAgreed;
            }
        }
        return record::Slot::kOccurred;
    }

    [[nodiscard]] std::vector<Match> matches_of(std::uint32_t i) const {
        const Subject subject = subject_of(i);
        std::vector<std::uint32_t> candidates;
        for (const std::uint32_t term : subject.own) {
            if (view_.is_entity(term)) continue;
            const auto& posting = view_.with_term(term);
            candidates.insert(candidates.end(), posting.begin(), posting.end());
        }
        std::sort(candidates.begin(), candidates.end());
        candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
        std::vector<Match> matches;
        for (const std::uint32_t j : candidates) {
            if (const auto match = compare(subject, i, j)) matches.push_back(*match);
        }
        std::stable_sort(matches.begin(), matches.end(),
                         [](const Match& a, const Match& b) { return a.score > b.score; });
        while (!matches.empty() && matches.back().score * 3 < matches.front().score * 2) matches.pop_back();
        if (matches.size() > kMaxMatches) matches.resize(kMaxMatches);
        return matches;
    }

    /// "The ministry denied it": the assertion of another source that stands just before.
    [[nodiscard]] std::vector<Match> just_before(std::uint32_t i) const {
        const Proposition& denial = view_.propositions()[i];
        std::optional<std::uint32_t> best;
        const auto& all = view_.propositions();
        for (std::uint32_t j = i; j-- > 0 && all[j].report == denial.report;) {
            if (i - j > 64) break;
            if (!asserts(all[j]) || !all[j].said || same_source(view_, denial, all[j])) continue;
            if (all[j].span.begin >= denial.span.begin || !near(all[j], denial)) continue;
            if (!best || all[j].span.begin > all[*best].span.begin) best = j;
        }
        if (!best) return {};
        return {{*best, kEnough, slot_of(all[*best].terms, all[*best].terms)}};
    }

    std::optional<Draft> drafted(std::uint32_t i) const {
        const Proposition& denial = view_.propositions()[i];
        const bool bare = denial.act == Act::kDeny && (denial.first == denial.last || denial.terms.empty());
        const std::vector<Match> matches = bare ? just_before(i) : matches_of(i);
        if (matches.empty()) return {};
        Draft draft;
        draft.slot = matches.front().slot;
        draft.question = ask_whether(view_, view_.propositions()[matches.front().at]);
        draft.values = {"yes", "no"};
        draft.camps.resize(2);
        for (const Match& match : matches) {
            const Proposition& p = view_.propositions()[match.at];
            draft.camps[0].push_back(
                answer_of(p, p.act == Act::kConfirm ? record::Stance::kConfirm : record::Stance::kAssert, "yes"));
        }
        draft.camps[1].push_back(answer_of(denial, record::Stance::kDeny, "no"));
        draft.why = "explicit denial: one source says “" +
                    short_words(view_, view_.propositions()[matches.front().at], 16) + "”, another “" +
                    std::string(view_.words(denial)) + "”";
        return draft;
    }

    const StoryView& view_;
    std::vector<Draft> found_;
};

}  // namespace

std::vector<Draft> find_denials(const StoryView& view) {
    return Search(view).run();
}

}  // namespace readout::claim
