#include "claim/ladder.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/list.h"

namespace readout::claim {
namespace {

constexpr auto kAgreeing = std::to_array<std::string_view>({"agreed", "accepted", "assented"});
constexpr auto kPacts = std::to_array<std::string_view>(
    {"deal", "agreement", "accord", "pact", "understanding", "settlement", "treaty", "truce", "ceasefire"});
constexpr auto kMaking = std::to_array<std::string_view>(
    {"reached", "struck", "made", "concluded", "sealed", "clinched", "achieved", "existence", "obtained", "secured",
     "breached", "broke", "broken", "violated", "implement", "implementing"});
constexpr auto kSigning = std::to_array<std::string_view>({"signed", "initialled", "initialed"});
constexpr auto kBelow = std::to_array<std::string_view>({"draft", "discussed", "talked", "negotiating", "discussing"});
constexpr auto kFailing =
    std::to_array<std::string_view>({"no", "without", "nothing", "failed", "never", "not", "n't"});

/// The clause's words around a token.
class Near {
  public:
    Near(const StoryView& view, const Proposition& p) : view_(view), p_(p) {}

    [[nodiscard]] std::string word(std::uint32_t at) const {
        return at >= p_.first && at < p_.last ? view_.word(p_, at) : std::string();
    }
    template <std::size_t n>
    [[nodiscard]] bool before(std::uint32_t at, std::uint32_t reach,
                              const std::array<std::string_view, n>& list) const {
        for (std::uint32_t back = 1; back <= reach && at >= p_.first + back; ++back) {
            if (text::is_one_of(word(at - back), list)) return true;
        }
        return false;
    }
    template <std::size_t n>
    [[nodiscard]] bool after(std::uint32_t at, std::uint32_t reach, const std::array<std::string_view, n>& list) const {
        for (std::uint32_t on = 1; on <= reach; ++on) {
            if (text::is_one_of(word(at + on), list)) return true;
        }
        return false;
    }

  private:
    const StoryView& view_;
    const Proposition& p_;
};

std::optional<Step> step_at(const Near& near, std::uint32_t at) {
    constexpr auto kPrinciple = std::to_array<std::string_view>({"principle"});
    constexpr auto kPoints = std::to_array<std::string_view>({"points", "agenda", "date", "schedule"});
    const std::string here = near.word(at);
    if (text::is_one_of(here, kAgreeing)) {
        if (near.before(at, 3, kFailing)) return Step::kNone;
        if (near.before(at, 4, kPoints)) return std::nullopt;
        return near.after(at, 2, kPrinciple) ? Step::kInPrinciple : Step::kAgreed;
    }
    if (text::is_one_of(here, kSigning)) {
        if (near.before(at, 3, kFailing)) return Step::kNone;
        return Step::kSigned;
    }
    if (text::is_one_of(here, kPacts)) {
        if (near.before(at, 4, kFailing)) return Step::kNone;
        if (near.before(at, 5, kMaking) || near.after(at, 4, kMaking)) return Step::kAgreed;
        return std::nullopt;
    }
    if (text::is_one_of(here, kBelow)) return here == "draft" ? Step::kProgress : Step::kTalks;
    if (here == "progress") return Step::kProgress;
    return std::nullopt;
}

}  // namespace

std::string_view written(Step step) {
    constexpr auto kNames = std::to_array<std::string_view>(
        {"none", "talks", "progress", "in_principle", "agreed", "signed", "implemented"});
    return kNames[static_cast<std::size_t>(step)];
}

std::optional<StepTold> step_of(const StoryView& view, const Proposition& p) {
    const Polarity polarity = p.polarity.polarity;
    if (polarity == Polarity::kUnreal || polarity == Polarity::kRefuses || polarity == Polarity::kPending ||
        polarity == Polarity::kUnknown) {
        return std::nullopt;
    }
    if (p.act == record::Act::kHope || p.act == record::Act::kDemand ||
        (p.act == record::Act::kOffer && p.first < p.last && view.word(p, p.first) == "to") ||
        p.act == record::Act::kAsk || p.act == record::Act::kThreaten || p.act == record::Act::kNoComment) {
        return std::nullopt;
    }
    const Near near(view, p);
    std::optional<StepTold> best;
    for (std::uint32_t i = p.first; i < p.last && i < p.first + 256; ++i) {
        const auto step = step_at(near, i);
        if (!step) continue;
        if (*step == Step::kNone) return StepTold{Step::kNone, i};
        if (!best || *step > best->step) best = StepTold{*step, i};
    }
    return best;
}

bool steps_conflict(Step a, Step b) {
    return (a >= Step::kInPrinciple) != (b >= Step::kInPrinciple);
}

}  // namespace readout::claim
