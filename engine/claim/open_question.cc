#include "claim/open_question.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "claim/question.h"

namespace readout::claim {
namespace {

template <std::size_t n>
bool one_of(std::string_view word, const std::array<std::string_view, n>& list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr auto kUnclear = std::to_array<std::string_view>({"unclear", "uncertain", "unknown", "unconfirmed"});
constexpr auto kConfirming =
    std::to_array<std::string_view>({"confirm", "confirmed", "confirmation", "comment", "commented", "responded",
                                     "respond", "replied", "reply", "verified", "acknowledged"});
constexpr auto kNegators =
    std::to_array<std::string_view>({"not", "n't", "n’t", "never", "no", "without", "nobody", "neither", "yet"});
constexpr auto kJoints =
    std::to_array<std::string_view>({"if", "whether", "how", "who", "when", "where", "why", "what", "that"});

class Finder {
  public:
    explicit Finder(const StoryView& view) : view_(view) {}

    std::vector<Draft> run() {
        for (const Proposition& p : view_.propositions()) {
            if (p.copied) continue;
            const auto question = question_of(p);
            if (!question) continue;
            Draft draft;
            draft.slot = record::Slot::kOccurred;
            draft.question = *question;
            draft.values = {"unanswered"};
            draft.camps = {{answer_of(p, record::Stance::kNoComment, "unanswered")}};
            draft.yes_or_no = false;
            drafts_.push_back(std::move(draft));
        }
        return std::move(drafts_);
    }

  private:
    [[nodiscard]] std::string words_from(const Proposition& p, std::uint32_t first, std::uint32_t last) const {
        Proposition rest = p;
        rest.first = first;
        rest.last = last;
        return short_words(view_, rest, 24);
    }

    /// Index of the first token of the clause in `list`, or p.last.
    template <std::size_t n>
    [[nodiscard]] std::uint32_t find(const Proposition& p, std::uint32_t from,
                                     const std::array<std::string_view, n>& list, std::uint32_t reach) const {
        for (std::uint32_t i = from; i < p.last && i < from + reach; ++i) {
            if (one_of(view_.word(p, i), list)) return i;
        }
        return p.last;
    }

    [[nodiscard]] std::string speaker_of(const Proposition& p) const {
        return p.said && p.holders.size() > 1 ? p.holders.back().name : std::string();
    }

    [[nodiscard]] std::optional<std::string> question_of(const Proposition& p) const {
        if (p.said) return p.act == record::Act::kNoComment ? std::optional(unanswered(p)) : std::nullopt;
        if (p.first >= p.last) return std::nullopt;
        const std::uint32_t unclear = find(p, p.first, kUnclear, 32);
        if (unclear < p.last && p.polarity.polarity != Polarity::kDenies) return unclear_matter(p, unclear);
        return unconfirmed_matter(p);
    }

    /// A source that does not answer.
    [[nodiscard]] std::string unanswered(const Proposition& p) const {
        std::string who = speaker_of(p);
        if (who.empty()) who = "the source";
        const std::string what = p.first < p.last ? short_words(view_, p, 24) : std::string();
        if (what.empty()) return "What does " + who + " say? “" + cut(view_.words(p)) + "”";
        if (one_of(view_.word(p, p.first), kJoints)) return "What does " + who + " say as to " + what + "?";
        if (p.cue.starts_with("confirm")) return "Has " + who + " confirmed " + what + "?";
        return "What does " + who + " say about " + what + "?";
    }

    /// "It is unclear whether P", "Whether P remains uncertain".
    [[nodiscard]] std::string unclear_matter(const Proposition& p, std::uint32_t unclear) const {
        std::uint32_t joint = find(p, unclear + 1, kJoints, 4);
        std::uint32_t end = p.last;
        if (joint == p.last) {
            joint = find(p, p.first, kJoints, 2);
            if (joint < unclear) end = unclear > joint + 2 ? unclear - 1 : unclear;  // without "remains"
        }
        if (joint >= end) return "Is it known? “" + short_words(view_, p, 24) + "”";
        const std::string word = view_.word(p, joint);
        if (word == "if" || word == "whether" || word == "that")
            return "Is it true that " + words_from(p, joint + 1, end) + "?";
        std::string question = words_from(p, joint, end) + "?";
        question[0] =
            question[0] >= 'a' && question[0] <= 'z' ? static_cast<char>(question[0] - 'a' + 'A') : question[0];
        return question;
    }

    /// "Of that nobody gave any confirmation..": of what stands before it.
    [[nodiscard]] std::optional<std::string> unconfirmed_matter(const Proposition& p) const {
        constexpr auto kBack = std::to_array<std::string_view>({"this", "that", "it"});
        const std::uint32_t confirming = find(p, p.first, kConfirming, 16);
        if (confirming == p.last) return std::nullopt;
        const std::uint32_t from = confirming > p.first + 5 ? confirming - 5 : p.first;
        if (find(p, from, kNegators, confirming - from) >= confirming) return std::nullopt;
        const bool back = find(p, confirming + 1, kBack, 3) < p.last;
        if (const Proposition* before = back ? one_before(p) : nullptr) {
            return "Is it confirmed that " + short_words(view_, *before, 24) + "?";
        }
        return "Is it confirmed? “" + short_words(view_, p, 24) + "”";
    }

    /// The last proposition of the sentence before.
    [[nodiscard]] const Proposition* one_before(const Proposition& p) const {
        const auto& all = view_.propositions();
        for (const Proposition* at = &p; at != all.data();) {
            --at;
            if (at->report != p.report || at->sentence + 1 < p.sentence) break;
            if (at->sentence + 1 == p.sentence && at->first < at->last) return at;
        }
        return nullptr;
    }

    const StoryView& view_;
    std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Draft> find_open_questions(const StoryView& view) {
    return Finder(view).run();
}

}  // namespace readout::claim
