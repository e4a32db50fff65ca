#include "claim/denial.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <span>

#include "claim/align.h"
#include "claim/question.h"
#include "claim/terms.h"
#include "text/fold.h"
#include "text/list.h"

namespace readout::claim {
namespace {

using record::Act;

constexpr int kEnough = 12;  // score from which two clauses are of one thing
constexpr int kNextTo = 4;   // what standing within two sentences of each other is worth
constexpr std::size_t kMaxTerms = 48;
constexpr std::size_t kMaxDenials = 1024;     // of one story
constexpr std::size_t kMaxCandidates = 1024;  // compared with one denial
constexpr std::size_t kMaxMatches = 8;

bool asserts(const Proposition& p) {
    if (p.negated || p.first + 3 >= p.last || p.terms.size() < 2 || p.polarity.polarity != Polarity::kAffirms)
        return false;
    return p.act == Act::kAssert || p.act == Act::kConfirm || p.act == Act::kAccuse || p.act == Act::kPraise ||
           p.act == Act::kCriticise;
}

/// "Some argue that it might weaken": what may come, or what nobody in particular says, is there to be weighed, not to
/// be denied.
bool is_surmise(const StoryView& view, const Proposition& p) {
    constexpr auto kMay = std::to_array<std::string_view>({"might", "may", "could"});
    constexpr auto kAnybody = std::to_array<std::string_view>(
        {"some", "many", "others", "critics", "observers", "analysts", "most", "few", "several"});
    const std::string name = text::ascii_lower(p.holders.back().name);
    const std::size_t at = name.rfind(' ');
    if (std::find(kAnybody.begin(), kAnybody.end(), at == name.npos ? name : name.substr(at + 1)) != kAnybody.end())
        return true;
    for (std::uint32_t i = p.first; i < p.last && i < p.first + 48; ++i) {
        const std::string& tag = view.reading(p).syntax.tokens[i].xpos;
        if (tag == "VBD" || tag == "VBZ" || tag == "VBP") return false;  // what is, before what may be
        if (tag == "MD") return std::find(kMay.begin(), kMay.end(), view.word(p, i)) != kMay.end();
    }
    return false;
}

/// "played down the likelihood of …": about what may come, not about what is.
bool is_about_chances(const StoryView& view, const Proposition& p) {
    constexpr auto kChances =
        std::to_array<std::string_view>({"likelihood", "prospect", "prospects", "possibility", "chance", "chances",
                                         "idea", "need", "importance", "risk", "plans", "plan", "intention"});
    for (std::uint32_t i = p.first; i < p.last && i < p.first + 4; ++i) {
        if (std::find(kChances.begin(), kChances.end(), view.word(p, i)) != kChances.end()) return true;
    }
    return false;
}

bool denies(const StoryView& view, const Proposition& p) {
    // An outlet's own negation is mostly style; "no deal" is left to outcome.h, which knows of rounds and places.
    if (p.negated || !p.said) return false;
    if (is_about_chances(view, p)) return false;
    if (p.denying) return p.polarity.polarity != Polarity::kUnknown;
    if (p.polarity.polarity != Polarity::kDenies) return false;
    return p.act == Act::kAssert || p.act == Act::kConfirm || p.act == Act::kAccuse || p.act == Act::kCriticise ||
           p.act == Act::kReject || p.act == Act::kDeny;
}

/// The terms within reach of the negation: a long sentence denies only a part of what it says. Entities stay, they are
/// often the subject.
std::vector<std::uint32_t> in_scope(const StoryView& view, const Proposition& p) {
    constexpr std::uint32_t kBefore = 9, kAfter = 12;
    if (p.denying || p.polarity.polarity != Polarity::kDenies || p.last - p.first <= kAfter) return p.terms;
    std::vector<std::uint32_t> terms;
    const std::uint32_t from = p.polarity.negator > p.first + kBefore ? p.polarity.negator - kBefore : p.first;
    const record::Reading& reading = view.reading(p);
    for (std::uint32_t i = from; i < p.last && i < p.polarity.negator + kAfter; ++i) {
        const record::Token& token = reading.syntax.tokens[i];
        const std::string term = term_of(token, text::words_at(reading.report.text, token.span));
        const std::uint32_t number = term.empty() ? StoryView::none() : view.number_of(term);
        if (number != StoryView::none()) terms.push_back(number);
    }
    for (const std::uint32_t term : p.terms) {
        if (view.is_entity(term)) terms.push_back(term);
    }
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    return terms;
}

/// Does the one proposition speak of the very thing that the other's negation rules out: "never |crossed|", "no
/// |rounds| |fell|"? Of "no |evidence| that", "had no |part| in", "is not |true|" it is what hangs on them, which any
/// other words may tell. Denials that a cue or "false" tells have no such word.
bool shares_denied(const StoryView& view, const Proposition& denial, const Proposition& other) {
    constexpr auto kOpen = std::to_array<std::string_view>(
        {"evidence", "proof", "indication", "sign", "aware",       "true", "case", "happen",  "occur", "place", "basis",
         "truth",    "part",  "role",       "hand", "involvement", "do",   "so",   "correct", "right", "fact"});
    if (denial.denying || denial.polarity.polarity != Polarity::kDenies) return true;
    const std::vector<record::Token>& tokens = view.reading(denial).syntax.tokens;
    const std::uint32_t negator = denial.polarity.negator;
    if (tokens[negator].upos == record::Upos::kAdj || tokens[negator].upos == record::Upos::kNoun) return true;
    if (!view.reading(denial).syntax.read_by_network()) return true;  // no trees
    std::uint32_t at = negator;
    for (int step = 0; step < 2; ++step) {  // the word that is negated, and of a noun the verb that it hangs on
        at = tokens[at].head;
        if (at < denial.first || at >= denial.last) return false;
        if (text::is_one_of(tokens[at].lemma, kOpen)) return true;
        const std::string term = term_of(tokens[at], view.word(denial, at));
        const std::uint32_t number = term.empty() ? StoryView::none() : view.number_of(term);
        if (number != StoryView::none() && std::binary_search(other.terms.begin(), other.terms.end(), number))
            return true;
        if (tokens[at].upos == record::Upos::kVerb || tokens[at].upos == record::Upos::kAdj) return false;
    }
    return false;
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
            if (found_.size() >= kMaxDenials) break;
            if (all[i].copied || !denies(view_, all[i])) continue;
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

    /// "A said P. He denied Q": a pronoun most often goes on with the speaker before it.
    [[nodiscard]] bool may_be_one_speaker(const Proposition& denial, const Proposition& other) const {
        if (denial.report != other.report || other.span.begin > denial.span.begin) return false;
        if (other.sentence + 4 < denial.sentence || denial.holders.size() < 2) return false;
        const auto& span = denial.holders.back().span;
        if (!span) return false;
        constexpr auto kPronouns = std::to_array<std::string_view>({"he", "she", "they", "it", "him", "her"});
        const std::string words = text::ascii_lower(text::words_at(view_.reading(denial).report.text, *span));
        if (std::find(kPronouns.begin(), kPronouns.end(), words) == kPronouns.end()) return false;
        // Somebody else's words between the two show that the pronoun was resolved on purpose.
        for (const Proposition& between : neighbours(denial)) {
            if (between.said && between.span.begin > other.span.begin && between.span.begin < denial.span.begin &&
                between.holder == denial.holder) {
                return false;
            }
        }
        return true;
    }

    /// Propositions of the same report up to 24 places before.
    [[nodiscard]] std::span<const Proposition> neighbours(const Proposition& p) const {
        const auto& all = view_.propositions();
        const auto at = static_cast<std::size_t>(&p - all.data());
        const std::size_t from = at > 24 ? at - 24 : 0;
        return std::span(all).subspan(from, at - from);
    }

    [[nodiscard]] bool speaks_of_itself(const Proposition& p) const {
        for (std::uint32_t i = p.first; i < p.last && i < p.first + 3; ++i) {
            const std::string here = view_.word(p, i);
            if (here == "we" || here == "i") return true;
        }
        return false;
    }

    /// The assertion names the one who denies it.
    [[nodiscard]] bool about_denier(const Proposition& denial, const Proposition& other) const {
        std::vector<std::uint32_t> denier;
        add_holder_term(view_, denial, denier);
        if (!denier.empty() && std::binary_search(other.terms.begin(), other.terms.end(), denier.front())) return true;
        const std::string& country = view_.country_of(denial.holder);
        if (country.empty() || view_.country_of(other.holder) == country) return false;
        return std::any_of(other.terms.begin(), other.terms.end(), [&](std::uint32_t term) {
            return view_.is_entity(term) && view_.country_of("e" + view_.term(term).substr(1)) == country;
        });
    }

    [[nodiscard]] Subject subject_of(std::uint32_t i) const {
        const auto& all = view_.propositions();
        Subject subject{in_scope(view_, all[i]), {}};
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
        if (is_surmise(view_, other)) return {};
        const bool nobody = other.holder.front() == 's' || denial.holder.front() == 's';
        if (nobody && denial.report == other.report) return {};  // may be one and the same speaker
        if (!denial.said && !other.said) return {};              // two outlets' narration: style, not denial
        if (is_later(other, denial, 2) && !other.said) return {};
        if (may_be_one_speaker(denial, other)) return {};
        if (days_exclude(view_, denial, other) || !shares_denied(view_, denial, other)) return {};
        std::vector<std::uint32_t> except;
        add_holder_term(view_, denial, except);
        add_holder_term(view_, other, except);
        const Overlap own = overlap(view_, subject.own, other.terms, except);
        const Overlap context = overlap(view_, subject.context, other.terms, except);
        const bool accused = about_denier(denial, other);
        if (own.words == 0 && !(accused && context.words > 0)) return {};
        if (own.words + own.entities + (accused ? 1 : 0) + (context.words + context.entities) / 2 < 2) return {};
        int score = own.score + context.score / 2 + (near(denial, other) ? kNextTo : 0) + (accused ? kNextTo : 0);
        const bool firm =
            own.acts > 0 || (denial.denying && own.words > 1) || (accused && (own.words > 1 || near(denial, other)));
        const int core = own.words + own.entities;
        if (!firm && core < (denial.report == other.report ? 2 : 3)) return {};
        int enough = firm ? kEnough : kEnough + 4;
        // "We have not promised soldiers" speaks of us: what others say of somebody else is another matter.
        if (!accused && !near(denial, other) && speaks_of_itself(denial)) enough += 5;
        if (!other.said) {
            // Narration agrees with the sources of its own report, and is mostly about something else.
            if (own.acts == 0 || own.words + own.entities < 3) return {};
            enough += other.report == denial.report ? 6 : 4;
        }
        if (score < enough) return {};
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
        if (candidates.size() > kMaxCandidates) candidates.resize(kMaxCandidates);
        std::vector<Match> matches;
        for (const std::uint32_t j : candidates) {
            if (const auto match = compare(subject, i, j)) matches.push_back(*match);
        }
        std::stable_sort(matches.begin(), matches.end(),
                         [](const Match& a, const Match& b) { return a.score > b.score; });
        while (!matches.empty() && matches.back().score * 5 < matches.front().score * 3) matches.pop_back();
        if (matches.size() > kMaxMatches) matches.resize(kMaxMatches);
        return matches;
    }

    /// "Which the ministry denies": the clause around the denial holds nothing that could be denied. "… had agreed, a
    /// claim that the ministry denies" does.
    [[nodiscard]] static bool says_little_before(const Proposition& p, const Proposition& denial) {
        constexpr std::uint32_t kLittle = 40;  // bytes
        return p.span.overlaps(denial.span) &&
               (p.span.begin >= denial.span.begin || denial.span.begin - p.span.begin < kLittle);
    }

    /// "The ministry denied it": the assertion of another source that stands just before.
    [[nodiscard]] std::vector<Match> just_before(std::uint32_t i) const {
        const Proposition& denial = view_.propositions()[i];
        std::optional<std::uint32_t> best;
        const auto& all = view_.propositions();
        for (std::uint32_t j = i; j-- > 0 && all[j].report == denial.report;) {
            if (i - j > 64) break;
            if (!asserts(all[j]) || !all[j].said || all[j].holder.front() == 's' || same_source(view_, denial, all[j]))
                continue;
            if (says_little_before(all[j], denial) || all[j].span.begin >= denial.span.begin || !near(all[j], denial))
                continue;
            if (!best || all[j].span.begin > all[*best].span.begin) best = j;
        }
        if (!best) return {};
        return {{*best, kEnough, slot_of(all[*best].terms, all[*best].terms)}};
    }

    [[nodiscard]] bool has_verb(const Proposition& p) const {
        const auto& tokens = view_.reading(p).syntax.tokens;
        return std::any_of(tokens.begin() + p.first, tokens.begin() + p.last, [](const record::Token& token) {
            return token.upos == record::Upos::kVerb || token.upos == record::Upos::kAux;
        });
    }

    /// "The embassy denied a report that P": P, told by the report.
    [[nodiscard]] std::vector<Match> reported_inside(std::uint32_t i) const {
        const auto& all = view_.propositions();
        const Proposition& denial = all[i];
        constexpr std::uint32_t kReach = 8;
        for (std::uint32_t j = i > kReach ? i - kReach : 0; j < all.size() && j < i + kReach; ++j) {
            const Proposition& p = all[j];
            if (j == i || p.report != denial.report || p.inside != denial.statement || !asserts(p)) continue;
            if (same_source(view_, denial, p) || p.span.begin <= denial.span.begin || !has_verb(p)) continue;
            return {{j, kEnough, slot_of(p.terms, p.terms)}};
        }
        return {};
    }

    /// Around a bare denial both sides mostly say more: the negative or restricting words of the denier's side just
    /// after, and before it what the first source said, or what the report told of the act that is then denied.
    void add_runs(std::uint32_t i, std::uint32_t j, Draft& draft) const {
        const auto& all = view_.propositions();
        constexpr std::uint32_t kReach = 40;
        std::set<std::uint32_t> acts;
        for (std::uint32_t k = i > kReach ? i - kReach : 0; k < all.size() && k < i + kReach; ++k) {
            const Proposition& p = all[k];
            const bool negative = p.polarity.polarity == Polarity::kDenies || p.polarity.restricted;
            if (p.report != all[i].report || p.span.begin <= all[i].span.begin || !negative) continue;
            if (p.holder == all[j].holder || p.sentence > all[i].sentence + 2) continue;
            draft.camps[1].push_back(answer_of(p, record::Stance::kDeny, "no"));
            for (const std::uint32_t term : p.terms) {
                if (is_act_family(view_.term(term))) acts.insert(term);
            }
        }
        for (std::uint32_t k = i > kReach ? i - kReach : 0; k < all.size() && k < i + kReach; ++k) {
            const Proposition& p = all[k];
            if (p.report != all[i].report || p.span.begin >= all[i].span.begin || k == j || !asserts(p)) continue;
            const bool same = p.said && p.holder == all[j].holder && p.sentence + 2 >= all[j].sentence;
            const bool told = p.sentence + 6 >= all[i].sentence &&
                              std::any_of(p.terms.begin(), p.terms.end(), [&](auto t) { return acts.count(t) > 0; });
            if (same || (told && p.holder != all[i].holder)) {
                draft.camps[0].push_back(answer_of(p, record::Stance::kAssert, "yes"));
            }
        }
    }

    /// The denial's own words end before the words that it denies.
    void shorten(text::Span& span, text::Span denied, const Proposition& denial) const {
        if (!span.overlaps(denied) || denied.begin <= span.begin) return;
        const std::string& text = view_.reading(denial).report.text;
        span.end = denied.begin;
        while (span.end > span.begin + 1 && text[span.end - 1] == ' ') --span.end;
    }

    std::optional<Draft> drafted(std::uint32_t i) const {
        const Proposition& denial = view_.propositions()[i];
        const bool bare = denial.denying && (denial.first == denial.last || denial.terms.empty());
        std::vector<Match> matches = denial.denying ? reported_inside(i) : std::vector<Match>{};
        const bool inside = !matches.empty();
        if (!inside) matches = bare ? just_before(i) : matches_of(i);
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
            draft.camps[0].back().core = match.score * 5 >= matches.front().score * 4;
        }
        draft.camps[1].push_back(answer_of(denial, record::Stance::kDeny, "no"));
        if (inside) shorten(draft.camps[1].back().span, view_.propositions()[matches.front().at].span, denial);
        if (bare && !inside) add_runs(i, matches.front().at, draft);
        draft.why = "explicit denial: one source says “" +
                    short_words(view_, view_.propositions()[matches.front().at], 16) + "”, another “" +
                    cut(view_.words(denial)) + "”";
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
