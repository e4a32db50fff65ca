#include "claim/open_question.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "claim/question.h"
#include "text/list.h"

namespace readout::claim {
namespace {

constexpr auto kUnclear = std::to_array<std::string_view>({"unclear", "uncertain", "unknown", "unconfirmed"});
constexpr auto kConfirming =
    std::to_array<std::string_view>({"confirm", "confirmed", "confirmation", "comment", "commented", "responded",
                                     "respond", "replied", "reply", "verified", "acknowledged"});
constexpr auto kNegators =
    std::to_array<std::string_view>({"not", "n't", "n’t", "never", "no", "without", "nobody", "neither", "yet"});
constexpr auto kJoints =
    std::to_array<std::string_view>({"if", "whether", "how", "who", "when", "where", "why", "what", "that"});

class OpenQuestionFinder {
  public:
    explicit OpenQuestionFinder(const StoryView& view) : view_(view) {}

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
    /// Index of the first token of the clause in `list`, or p.last.
    template <std::size_t n>
    [[nodiscard]] std::uint32_t find(const Proposition& p, std::uint32_t from,
                                     const std::array<std::string_view, n>& list, std::uint32_t reach) const {
        for (std::uint32_t i = from; i < p.last && i < from + reach; ++i) {
            if (text::is_one_of(view_.word(p, i), list)) return i;
        }
        return p.last;
    }

    /// The source is a paper, not somebody who could answer.
    [[nodiscard]] bool is_paper(const Proposition& p) const {
        constexpr auto kPapers = std::to_array<std::string_view>(
            {"letter", "text", "note", "document", "communique", "communiqué", "draft", "record", "book", "article"});
        const std::string& name = p.holders.back().name;
        if (text::is_one_of(std::string_view(name).substr(name.rfind(' ') + 1), kPapers)) return true;
        if (p.holder.front() != 'e') return false;
        const auto& entities = view_.reading(p).entities;
        const auto at =
            std::lower_bound(entities.begin(), entities.end(), p.holders.back().entity,
                             [](const record::Entity& entity, const auto& wanted) { return entity.id < wanted; });
        return at != entities.end() && at->id == p.holders.back().entity && at->kind == record::EntityKind::kDocument;
    }

    [[nodiscard]] std::optional<std::string> question_of(const Proposition& p) const {
        if (p.said) return p.act == record::Act::kNoComment ? unanswered(p) : std::nullopt;
        if (p.first >= p.last) return std::nullopt;
        const std::uint32_t unclear = find(p, p.first, kUnclear, 32);
        if (unclear < p.last && p.polarity.polarity != Polarity::kDenies) return unclear_matter(p, unclear);
        return unconfirmed_matter(p);
    }

    /// The refusal as it stands, where its words show it.
    [[nodiscard]] std::optional<std::string> refusal(const Proposition& p) const {
        constexpr auto kRefusing =
            std::to_array<std::string_view>({" not ", "n't ", "n’t ", "declin", "refus", " no ", "never ", " yet ",
                                             "neither ", " nor ", "nothing ", "No "});
        const std::string_view words = view_.words(p);
        const bool shown = std::any_of(kRefusing.begin(), kRefusing.end(), [&](std::string_view refusing) {
            return words.find(refusing) != std::string_view::npos;
        });
        return shown ? std::optional("Unanswered: " + quoted(view_, p)) : std::nullopt;
    }

    /// A source that does not answer. "He said so without giving details" is a remark on the side.
    [[nodiscard]] std::optional<std::string> unanswered(const Proposition& p) const {
        const bool empty = p.first >= p.last;
        if (is_paper(p) || (empty && view_.words(p).find("without ") != std::string_view::npos)) return std::nullopt;
        const std::string first = empty ? std::string() : view_.word(p, p.first);
        constexpr auto kNaming = std::to_array<std::string_view>({"named", "identified", "anonymous", "anonymity"});
        // How a source wishes to be called.
        if (find(p, p.first, kNaming, 8) < p.last || view_.words(p).find("be named") != std::string_view::npos)
            return std::nullopt;
        if (first == "that" && !p.cue.starts_with("confirm")) return std::nullopt;
        const std::string who = source_name(view_, p);
        if (empty || who.empty()) return refusal(p);
        if (text::is_one_of(first, kJoints)) {
            const auto rest = as_clause(view_, p, p.first + 1, p.last, false);
            if (!rest) return refusal(p);
            if (first == "that") return "Will " + who + " confirm that " + *rest + "?";
            return "Will " + who + " say " + (first == "if" ? "whether" : first) + " " + *rest + "?";
        }
        const bool confirms = p.cue.starts_with("confirm");
        if (const auto clause = as_clause(view_, p, p.first, p.last, true); clause && confirms) {
            return "Will " + who + " confirm that " + *clause + "?";
        }
        const auto matter = as_phrase(view_, p, p.first, p.last);
        if (!matter) return refusal(p);
        return "Will " + who + (confirms ? " confirm " : " comment on ") + *matter + "?";
    }

    /// "It is unclear whether P", "Whether P remains uncertain".
    [[nodiscard]] std::string unclear_matter(const Proposition& p, std::uint32_t unclear) const {
        std::uint32_t joint = find(p, unclear + 1, kJoints, 2);
        std::uint32_t end = p.last;
        if (joint == p.last) {
            joint = find(p, p.first, kJoints, 2);
            if (joint < unclear) end = unclear > joint + 2 ? unclear - 1 : unclear;  // without "remains"
        }
        const auto matter = joint < end ? as_clause(view_, p, joint + 1, end, true) : std::nullopt;
        if (!matter) return "Unconfirmed: " + quoted(view_, p);
        std::string word = view_.word(p, joint);
        if (word == "if" || word == "whether" || word == "that") return "Is it true that " + *matter + "?";
        return "Still unknown: " + word + " " + *matter + "?";
    }

    /// "Of that nobody gave a confirmation": of what stands before it.
    [[nodiscard]] std::optional<std::string> unconfirmed_matter(const Proposition& p) const {
        constexpr auto kBack = std::to_array<std::string_view>({"this", "that", "it"});
        const std::uint32_t confirming = find(p, p.first, kConfirming, 16);
        if (confirming == p.last) return std::nullopt;
        const std::uint32_t from = confirming > p.first + 5 ? confirming - 5 : p.first;
        if (find(p, from, kNegators, confirming - from) >= confirming) return std::nullopt;
        const bool back = find(p, confirming + 1, kBack, 3) < p.last;
        if (const Proposition* before = back ? one_before(p) : nullptr) {
            if (const auto matter = as_clause(view_, *before, before->first, before->last, true)) {
                return "Is it true that " + *matter + "?";
            }
            return "Unconfirmed: " + quoted(view_, *before);
        }
        return "Unconfirmed: " + quoted(view_, p);
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
    return OpenQuestionFinder(view).run();
}

}  // namespace readout::claim
