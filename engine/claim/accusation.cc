#include "claim/accusation.h"

#include <algorithm>
#include <array>
#include <string>

#include "claim/align.h"
#include "claim/question.h"

namespace readout::claim {
namespace {

constexpr std::size_t kMaxAccusers = 128;  // of one story

/// Speaks of harm done by somebody: an accusation, an attack, "did it".
bool is_charge(const StoryView& view, const Proposition& p) {
    if (!p.said || p.copied || p.negated || p.first >= p.last) return false;
    if (p.act == record::Act::kAccuse) return true;
    if (p.act != record::Act::kAssert && p.act != record::Act::kConfirm) return false;
    constexpr auto kHarms = std::to_array<std::string_view>(
        {"attack", "shoot", "kill", "mine", "blame", "destroy", "fault", "sabotag", "explos", "blow"});
    for (const std::string_view harm : kHarms) {
        const std::uint32_t term = view.number_of(std::string(harm));
        if (term != StoryView::none() && std::binary_search(p.terms.begin(), p.terms.end(), term)) return true;
    }
    for (std::uint32_t i = p.first; i + 1 < p.last && i < p.first + 24; ++i) {
        if (view.word(p, i) == "did" && view.word(p, i + 1) == "it") return true;
    }
    return false;
}

/// The side of a holder: its country, else its own key.
std::string side_of(const StoryView& view, const Proposition& p) {
    const std::string& country = view.country_of(p.holder);
    return country.empty() ? p.holder : country;
}

/// `p` names the side of `other`, and the side is not its own.
bool names_side(const StoryView& view, const Proposition& p, const std::string& side) {
    return std::any_of(p.terms.begin(), p.terms.end(), [&](std::uint32_t term) {
        if (!view.is_entity(term)) return false;
        const std::string key = "e" + view.term(term).substr(1);
        return key == side || view.country_of(key) == side;
    });
}

bool close(const Proposition& a, const Proposition& b) {
    return a.report == b.report && std::max(a.sentence, b.sentence) - std::min(a.sentence, b.sentence) <= 4;
}

}  // namespace

std::vector<Draft> find_cross_accusations(const StoryView& view) {
    std::vector<const Proposition*> accusers;
    for (const Proposition& p : view.propositions()) {
        if (is_charge(view, p) && accusers.size() < kMaxAccusers) accusers.push_back(&p);
    }
    std::vector<Draft> drafts;
    for (std::size_t i = 0; i < accusers.size(); ++i) {
        for (std::size_t j = i + 1; j < accusers.size(); ++j) {
            const Proposition &a = *accusers[i], &b = *accusers[j];
            const std::string one = side_of(view, a), other = side_of(view, b);
            if (one == other || same_source(view, a, b) || days_exclude(view, a, b)) continue;
            if (!names_side(view, a, other) || !names_side(view, b, one)) continue;
            const Overlap shared = overlap(view, a.terms, b.terms, {});
            if (!close(a, b) && (shared.words < 2 || shared.score < 10)) continue;
            Draft draft;
            draft.slot = record::Slot::kActor;
            draft.yes_or_no = false;
            draft.values = {b.holders.back().name, a.holders.back().name};
            draft.camps = {{answer_of(a, record::Stance::kAssert, draft.values[0])},
                           {answer_of(b, record::Stance::kAssert, draft.values[1])}};
            draft.question = "Who did it: “" + short_words(view, a, 14) + "” or “" + short_words(view, b, 14) + "”?";
            draft.why = "each source names the other's side as the actor";
            drafts.push_back(std::move(draft));
        }
    }
    return drafts;
}

}  // namespace readout::claim
