#include "claim/wording.h"

#include <algorithm>
#include <array>
#include <string>

#include "claim/align.h"
#include "claim/question.h"
#include "text/list.h"

namespace readout::claim {
namespace {

constexpr int kSameMatter = 9;
constexpr std::size_t kMaxReports = 6;

/// Denies a saying: "denies having said / ruled out …", "never said …", "has never told anybody …", "was misquoted".
bool denies_saying(const StoryView& view, const Proposition& p) {
    constexpr auto kSaid =
        std::to_array<std::string_view>({"said", "ruled", "told", "called", "promised", "threatened", "offered",
                                         "described", "used", "spoken", "suggested", "exchanged", "announced"});
    constexpr auto kNever = std::to_array<std::string_view>({"having", "never", "not", "n't", "n’t"});
    constexpr auto kMisquoted = std::to_array<std::string_view>({"misquoted", "distorted"});
    if (!p.said || p.negated || p.copied) return false;
    for (std::uint32_t i = p.first; i < p.last && i < p.first + 24; ++i) {
        const std::string here = view.word(p, i);
        if (text::is_one_of(here, kMisquoted)) return true;
        if (!text::is_one_of(here, kSaid)) continue;
        for (std::uint32_t back = 1; back <= 3 && i >= p.first + back; ++back) {
            const std::string before = view.word(p, i - back);
            if (before == "having" && p.act != record::Act::kDeny) continue;
            if (text::is_one_of(before, kNever)) return true;
        }
    }
    return false;
}

}  // namespace

std::vector<Draft> find_wording_disputes(const StoryView& view) {
    std::vector<Draft> drafts;
    const auto& all = view.propositions();
    std::map<std::string, std::vector<std::uint32_t>> by_holder;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        auto& mine = by_holder[all[i].holder];
        if (all[i].said && mine.size() < StoryView::kMaxPosting) mine.push_back(i);
    }
    for (const Proposition& denial : all) {
        if (!denies_saying(view, denial)) continue;
        Draft draft;
        draft.slot = record::Slot::kWording;
        draft.values = {"yes", "no"};
        draft.camps.resize(2);
        for (const std::uint32_t j : by_holder[denial.holder]) {
            const Proposition& quoted = all[j];
            const bool plain = quoted.polarity.polarity == Polarity::kAffirms ||
                               quoted.polarity.polarity == Polarity::kRefuses ||
                               quoted.polarity.polarity == Polarity::kUnreal;
            if (&quoted == &denial || quoted.copied || quoted.negated || !plain || quoted.act == record::Act::kDeny)
                continue;
            if (is_later(quoted, denial, 0) || denies_saying(view, quoted)) continue;
            if (quoted.report == denial.report && quoted.span.begin >= denial.span.begin) continue;
            std::vector<std::uint32_t> except;
            add_holder_term(view, denial, except);
            const Overlap shared = overlap(view, denial.terms, quoted.terms, except);
            if (shared.words < 1 || shared.words + shared.entities < 2 || shared.score < kSameMatter) continue;
            if (draft.camps[0].size() >= kMaxReports) break;
            if (draft.question.empty()) {
                draft.question = "Did " + denial.holders.back().name + " say “" + short_words(view, quoted, 18) + "”?";
            }
            Answer answer = answer_of(quoted, record::Stance::kAssert, "yes");
            answer.holder = "o" + std::to_string(quoted.report);  // the report answers for the quotation
            draft.camps[0].push_back(std::move(answer));
        }
        if (draft.camps[0].empty()) continue;
        draft.camps[1].push_back(answer_of(denial, record::Stance::kDeny, "no"));
        draft.why = "the speaker denies the words that are reported: “" + cut(view.words(denial)) + "”";
        drafts.push_back(std::move(draft));
    }
    return drafts;
}

}  // namespace readout::claim
