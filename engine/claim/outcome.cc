#include "claim/outcome.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>

#include "claim/align.h"
#include "claim/ladder.h"
#include "claim/question.h"
#include "text/fold.h"

namespace readout::claim {
namespace {

constexpr std::size_t kMaxEach = 96;  // clauses of either kind that a story may bring

bool is_capital(std::string_view word) {
    return word.size() > 2 && word.front() >= 'A' && word.front() <= 'Z';
}

bool is_occasion(std::string_view word) {
    constexpr auto kOccasions =
        std::to_array<std::string_view>({"agreement", "accord", "deal", "understanding", "understandings", "summit",
                                         "talks", "meeting", "conference", "pact"});
    return std::find(kOccasions.begin(), kOccasions.end(), word) != kOccasions.end();
}

class OutcomeFinder {
  public:
    explicit OutcomeFinder(const StoryView& view) : view_(view) {}

    std::vector<Draft> run() {
        collect();
        for (const std::uint32_t none : nones_) {
            const std::set<std::string> situation = situation_of(none);
            const std::vector<std::uint32_t> lead = lead_terms(view_.propositions()[none]);
            for (const std::uint32_t some : somes_) try_pair(none, some, situation, lead);
        }
        if (!drafts_.empty()) add_company();
        return std::move(drafts_);
    }

  private:
    void collect() {
        constexpr auto kMeeting = std::to_array<std::string_view>({"meet", "talks"});
        std::vector<std::uint32_t> meeting;
        for (const std::string_view term : kMeeting) meeting.push_back(view_.number_of(std::string(term)));
        const auto& all = view_.propositions();
        for (std::uint32_t i = 0; i < all.size(); ++i) {
            if (all[i].copied || all[i].negated) continue;
            const auto told = step_of(view_, all[i]);
            if (!told) continue;
            const bool of_meeting = std::any_of(meeting.begin(), meeting.end(), [&](std::uint32_t term) {
                return std::binary_search(all[i].terms.begin(), all[i].terms.end(), term);
            });
            if (told->step == Step::kNone && of_meeting && nones_.size() < kMaxEach) nones_.push_back(i);
            if (told->step == Step::kNone && !of_meeting && others_.size() < kMaxEach) others_.push_back(i);
            if (told->step >= Step::kInPrinciple && somes_.size() < kMaxEach) somes_.push_back(i);
        }
    }

    /// The names in the headline, dateline and first sentences of the report: what its meeting is known by.
    [[nodiscard]] std::set<std::string> situation_of(std::uint32_t i) const {
        const record::Reading& reading = view_.reading(view_.propositions()[i]);
        constexpr std::size_t kLead = 60;
        std::set<std::string> names;
        for (std::size_t t = 0; t < reading.syntax.tokens.size() && t < kLead; ++t) {
            const std::string_view word = text::words_at(reading.report.text, reading.syntax.tokens[t].span);
            if (is_capital(word)) names.insert(text::ascii_lower(word));
        }
        return names;
    }

    /// The name of the place or occasion in the clause, or in the sentence before it in the same mouth: "in W", "at W",
    /// "the W agreement".
    [[nodiscard]] bool names_occasion(const Proposition& p, const std::set<std::string>& situation) const {
        const record::Reading& reading = view_.reading(p);
        const auto& tokens = reading.syntax.tokens;
        const record::Sentence& here = reading.syntax.sentences[p.sentence];
        std::uint32_t first = here.first_token;
        if (p.sentence > 0) first = reading.syntax.sentences[p.sentence - 1].first_token;
        for (std::uint32_t i = first; i < here.last_token && i < first + 400; ++i) {
            const std::string_view word = text::words_at(reading.report.text, tokens[i].span);
            if (!is_capital(word) || situation.count(text::ascii_lower(word)) == 0) continue;
            const std::string before =
                i > 0 ? text::ascii_lower(text::words_at(reading.report.text, tokens[i - 1].span)) : "";
            const std::string after =
                i + 1 < tokens.size() ? text::ascii_lower(text::words_at(reading.report.text, tokens[i + 1].span)) : "";
            if (before == "in" || before == "at" || is_occasion(after)) return true;
        }
        return false;
    }

    /// Tells of an agreement as such, not of one's consent to some measure ("agreed to a visit").
    [[nodiscard]] bool of_the_parties(const Proposition& s) const {
        const auto told = step_of(view_, s);
        const std::string here = view_.word(s, told->token);
        if (here != "agreed" && here != "accepted") return true;
        if (told->token + 1 >= s.last || view_.word(s, told->token + 1) != "to") return true;
        for (std::uint32_t i = told->token + 2; i < s.last && i < told->token + 6; ++i) {
            const std::string object = view_.word(s, i);
            if (object == "plan" || object == "proposal" || is_occasion(object)) return true;
        }
        return false;
    }

    void try_pair(std::uint32_t none, std::uint32_t some, const std::set<std::string>& situation,
                  const std::vector<std::uint32_t>& lead) {
        const Proposition& n = view_.propositions()[none];
        const Proposition& s = view_.propositions()[some];
        if (!of_the_parties(s)) return;
        if (same_source(view_, n, s) || n.report == s.report || days_exclude(view_, n, s)) return;
        if (is_later(s, n, 2) && !s.said) return;  // news of a later agreement
        if (is_later(n, s, 2)) return;             // "no deal" of a later round
        if (!names_occasion(s, situation)) return;
        const Overlap shared = overlap(view_, lead, s.terms, {});
        if (shared.entities + shared.words == 0) return;
        Draft draft;
        draft.slot = record::Slot::kAgreed;
        const auto told = step_of(view_, s);
        draft.values = {std::string(written(told->step)), "none"};
        draft.camps = {{answer_of(s, record::Stance::kAssert, std::string(written(told->step)))},
                       {answer_of(n, record::Stance::kAssert, "none")}};
        draft.question = "Did the " + meeting_of(n) + " end with an agreement?";
        draft.why = "steps of agreement: “" + short_words(view_, s, 16) + "” is " + draft.values[0] + ", “" +
                    short_words(view_, n, 16) + "” is none";
        draft.topic = "outcome";
        drafts_.push_back(std::move(draft));
    }

    /// Once a dispute stands, the reports of its "none" may say more: the same again near their head, and a party of
    /// the meeting that speaks of what was reached there.
    void add_company() {
        std::vector<std::uint32_t> reports;
        for (const Draft& draft : drafts_) {
            for (const Answer& answer : draft.camps[1]) reports.push_back(answer.report);
        }
        constexpr std::uint32_t kHead = 8;
        const auto told_there = [&](const Proposition& p) {
            return p.sentence < kHead && std::find(reports.begin(), reports.end(), p.report) != reports.end();
        };
        Draft& draft = drafts_.front();
        for (const std::uint32_t i : others_) {
            const Proposition& p = view_.propositions()[i];
            if (told_there(p)) draft.camps[1].push_back(answer_of(p, record::Stance::kAssert, "none"));
        }
        for (const std::uint32_t i : somes_) {
            const Proposition& p = view_.propositions()[i];
            if (!told_there(p) || !p.said || !of_the_parties(p)) continue;
            draft.camps[0].push_back(
                answer_of(p, record::Stance::kAssert, std::string(written(step_of(view_, p)->step))));
        }
    }

    /// "Geneva conference", "talks": the word of the meeting with a name before it.
    [[nodiscard]] std::string meeting_of(const Proposition& p) const {
        const record::Reading& reading = view_.reading(p);
        const auto& tokens = reading.syntax.tokens;
        for (std::uint32_t i = p.first; i < p.last; ++i) {
            const std::string here = view_.word(p, i);
            if (here != "summit" && here != "talks" && here != "meeting" && here != "negotiations") continue;
            const bool named = i > p.first && is_capital(text::words_at(reading.report.text, tokens[i - 1].span));
            return named ? std::string(text::words_at(reading.report.text, tokens[i - 1].span)) + " " + here : here;
        }
        return "meeting";
    }

    /// Terms of the clause and of the first two sentences of its report.
    [[nodiscard]] std::vector<std::uint32_t> lead_terms(const Proposition& p) const {
        std::vector<std::uint32_t> terms = p.terms;
        for (const Proposition& other : view_.propositions()) {
            if (other.report == p.report && other.sentence < 3) {
                terms.insert(terms.end(), other.terms.begin(), other.terms.end());
            }
        }
        std::sort(terms.begin(), terms.end());
        terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
        return terms;
    }

    const StoryView& view_;
    std::vector<std::uint32_t> nones_, somes_, others_;  // others_: no agreement, no word of a meeting
    std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Draft> find_outcome_disputes(const StoryView& view) {
    return OutcomeFinder(view).run();
}

}  // namespace readout::claim
