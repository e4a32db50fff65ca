#include "claim/numbers.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>

#include "claim/align.h"
#include "claim/quantity.h"
#include "claim/terms.h"
#include "text/list.h"

namespace readout::claim {
namespace {

constexpr std::size_t kMaxBucket = 192;
constexpr int kSameMatter = 9;  // score of shared words from which two counts are of one matter
constexpr int kSameToll = 0;    // the same for the dead and injured, of which a story has one toll

constexpr std::size_t kMaxFigures = 1024;
constexpr std::int64_t kLeastFigure = 5000;  // thousandths: smaller figures are seldom crowds

/// `teller` is who gives the number in narration: "The police put the crowd at 3,000".
struct Item {
    std::uint32_t proposition = 0;
    Quantity quantity;
    std::optional<record::Reference> teller;
    std::string deed;  // the verb that the number's noun hangs on, as a term
};

bool is_toll(Role role) {
    return role != Role::kOther;
}

/// Modifiers of one kind (entities or words) that both have, none in common.
bool kinds_differ(const Quantity& a, const Quantity& b, bool entities) {
    bool in_a = false, in_b = false;
    for (const std::string& x : b.modifiers) in_b |= (x.front() == '@') == entities;
    for (const std::string& x : a.modifiers) {
        if ((x.front() == '@') != entities) continue;
        in_a = true;
        if (std::find(b.modifiers.begin(), b.modifiers.end(), x) != b.modifiers.end()) return false;
    }
    return in_a && in_b;
}

bool same_class(const Quantity& a, const Quantity& b) {
    if (kinds_differ(a, b, true)) return false;
    if (!is_toll(a.role)) return a.noun == b.noun && !kinds_differ(a, b, false);
    return a.noun == b.noun || a.noun.empty() || b.noun.empty() || is_anybody(a.noun) || is_anybody(b.noun);
}

/// One is at least `times` the other.
bool far_apart(const Quantity& a, const Quantity& b, std::int64_t times) {
    const std::int64_t low = std::min(a.value.lo, b.value.lo), high = std::max(a.value.lo, b.value.lo);
    return low <= 0 || high / times >= low;
}

bool half_as_much_again(const Quantity& a, const Quantity& b) {
    const std::int64_t low = std::min(a.value.lo, b.value.lo), high = std::max(a.value.lo, b.value.lo);
    return high - low >= low / 2;
}

/// "Eleven have promised soldiers".
bool stands_for_noun(const Quantity& quantity) {
    return quantity.subject && quantity.noun.empty() && !is_toll(quantity.role);
}

bool is_measure(std::string_view noun) {
    constexpr auto kMeasures = std::to_array<std::string_view>(
        {"day",  "week",  "month",   "year", "hour", "minut",     "second", "euro",  "dollar", "pound",
         "rubl", "yen",   "percent", "cent", "per",  "kilometre", "metre",  "meter", "mile",   "ton",
         "kilo", "point", "litr",    "foot", "feet", "inch",      "acre",   "hectar"});
    return std::find(kMeasures.begin(), kMeasures.end(), noun) != kMeasures.end();
}

/// "60,000", "at least 31", for people.
std::string in_words(const Interval& value) {
    std::string plain = written(value);
    const bool open = value.hi == Interval::kOpen;
    if (open) plain.resize(plain.size() - 2);
    if (plain.find('.') == plain.npos) {
        for (std::size_t at = plain.size(); at > 3 && plain.size() > 4;) plain.insert(at -= 3, ",");
    }
    return (open ? "at least " : "") + plain;
}

class NumberFinder {
  public:
    explicit NumberFinder(const StoryView& view) : view_(view) {}

    std::vector<Draft> run() {
        collect();
        for (const auto& [key, items] : buckets_) compare_all(items, key == "subject");
        compare_figures();
        return std::move(drafts_);
    }

  private:
    void collect() {
        const auto& all = view_.propositions();
        for (std::uint32_t i = 0; i < all.size(); ++i) {
            const Proposition& p = all[i];
            if (p.copied || p.negated || p.first >= p.last) continue;
            // "insists on its 40" is told as a demand; "demanded to get 40" tells no number of anything.
            const bool wants = p.act == record::Act::kDemand && !p.cue.starts_with("insist");
            if (p.act == record::Act::kAsk || p.act == record::Act::kHope || wants) continue;
            for (const Quantity& quantity : quantities_in(p)) {
                if (quantity.part || is_foreseen(p, quantity)) continue;
                const Item item{i, quantity, teller_of(p, quantity), done_to(p, quantity)};
                if (quantity.figure || quantity.role == Role::kOther || quantity.role == Role::kCrowd) {
                    if (figures_.size() < kMaxFigures) figures_.push_back(item);
                }
                if (quantity.figure) continue;
                auto& subjects = buckets_["subject"];
                if (quantity.subject && !is_toll(quantity.role) && subjects.size() < kMaxBucket)
                    subjects.push_back(item);
                if (stands_for_noun(quantity)) continue;
                const std::string key = is_toll(quantity.role)
                                            ? "role " + std::to_string(static_cast<int>(quantity.role))
                                            : "noun " + quantity.noun;
                auto& bucket = buckets_[key];
                if (bucket.size() < kMaxBucket) bucket.push_back(item);
            }
        }
    }

    /// "The police put their number at 200. The union said there had been 1,000.": figures of two sources that follow
    /// each other in one report.
    void compare_figures() {
        constexpr std::size_t kReach = 6;
        std::size_t next = 0;  // a figure stands against one other
        for (std::size_t i = 0; i < figures_.size(); ++i) {
            if (i < next) continue;
            for (std::size_t j = i + 1; j < figures_.size() && j < i + kReach; ++j) {
                const Item &a = figures_[i], &b = figures_[j];
                const Proposition& p = view_.propositions()[a.proposition];
                const Proposition& q = view_.propositions()[b.proposition];
                if (!a.quantity.figure && !b.quantity.figure) continue;
                if (p.report != q.report || !is_told(a) || !is_told(b) || one_source(a, b)) continue;
                if (std::max(p.sentence, q.sentence) - std::min(p.sentence, q.sentence) > 1) continue;
                const Quantity& named = a.quantity.figure ? b.quantity : a.quantity;
                if (!named.figure && !named.noun.empty() && !is_people(named.noun)) continue;
                if (a.quantity.value.lo < kLeastFigure || b.quantity.value.lo < kLeastFigure) continue;
                if (can_be_equal(a.quantity, b.quantity) || far_apart(a.quantity, b.quantity, 50)) continue;
                add_draft({&a, &b});
                next = j + 1;
                break;
            }
        }
    }

    /// The party that begins a narrated clause with "put" or "made" before the number.
    [[nodiscard]] std::optional<record::Reference> teller_of(const Proposition& p, const Quantity& quantity) const {
        if (p.said) return std::nullopt;
        constexpr auto kPutting = std::to_array<std::string_view>(
            {"put", "puts", "made", "make", "makes", "estimated", "estimates", "estimate", "counted", "counts"});
        bool putting = false;
        for (std::uint32_t i = p.first; i < quantity.token && i < p.first + 16; ++i) {
            putting |= std::find(kPutting.begin(), kPutting.end(), view_.word(p, i)) != kPutting.end();
        }
        if (!putting) return std::nullopt;
        const record::Reading& reading = view_.reading(p);
        const auto at = std::partition_point(reading.mentions.begin(), reading.mentions.end(),
                                             [&](const record::Mention& m) { return m.span.begin < p.span.begin; });
        if (at == reading.mentions.end() || at->span.begin != p.span.begin || at->entity.empty()) return std::nullopt;
        return record::Reference{at->span, at->entity, std::string(text::words_at(reading.report.text, at->span))};
    }

    [[nodiscard]] bool is_told(const Item& item) const {
        return item.teller || view_.propositions()[item.proposition].said;
    }

    [[nodiscard]] bool one_source(const Item& a, const Item& b) const {
        const Proposition& p = view_.propositions()[a.proposition];
        const Proposition& q = view_.propositions()[b.proposition];
        if (!a.teller && !b.teller) return same_source(view_, p, q);
        const auto key = [&](const Item& item) {
            return item.teller ? "e" + item.teller->entity.value : view_.propositions()[item.proposition].holder;
        };
        return key(a) == key(b);
    }

    [[nodiscard]] std::vector<Quantity> quantities_in(const Proposition& p) const {
        constexpr std::uint32_t kMostTokens = 400;
        return quantities_of(view_.reading(p), p.first, std::min(p.last, p.first + kMostTokens));
    }

    /// A modal or "if" stands before the number: a plan, an offer, a fear.
    [[nodiscard]] bool is_foreseen(const Proposition& p, const Quantity& quantity) const {
        constexpr auto kModals = std::to_array<std::string_view>(
            {"will", "would", "could", "should", "may", "might", "can", "if", "not", "never", "demanded", "asked"});
        const std::uint32_t from = quantity.token > p.first + 5 ? quantity.token - 5 : p.first;
        for (std::uint32_t i = from; i < quantity.token; ++i) {
            const std::string here = view_.word(p, i);
            if (std::find(kModals.begin(), kModals.end(), here) == kModals.end()) continue;
            const bool hedge = here == "not" && i + 1 < quantity.token &&
                               (view_.word(p, i + 1) == "less" || view_.word(p, i + 1) == "fewer");
            if (!hedge) return true;
        }
        return false;
    }

    /// The clause of one holds a number that the other could be.
    [[nodiscard]] bool tells_both(const Item& a, const Item& b) const {
        const Proposition& p = view_.propositions()[a.proposition];
        for (const Quantity& quantity : quantities_in(p)) {
            if (quantity.noun == b.quantity.noun && !quantity.noun.empty() && quantity.role == b.quantity.role &&
                can_be_equal(quantity, b.quantity)) {
                return true;
            }
        }
        return false;
    }

    /// The verb that the number's noun hangs on, as a term; empty where that tells nothing ("had", "there were").
    [[nodiscard]] std::string done_to(const Proposition& p, const Quantity& quantity) const {
        if (!view_.reading(p).syntax.read_by_network()) return {};
        const std::vector<record::Token>& tokens = view_.reading(p).syntax.tokens;
        std::uint32_t at = quantity.token;
        for (int step = 0; step < 6 && tokens[at].head != at; ++step) {
            at = tokens[at].head;
            if (at < p.first || at >= p.last) return {};
            if (tokens[at].upos != record::Upos::kVerb) continue;
            constexpr auto kPlain = std::to_array<std::string_view>({"have", "be", "include", "see", "show", "total"});
            if (text::is_one_of(tokens[at].lemma, kPlain)) return {};
            std::string term = term_of(tokens[at], view_.word(p, at));
            return term.empty() ? tokens[at].lemma : term;
        }
        return {};
    }

    [[nodiscard]] bool same_matter(const Item& a, const Item& b) const {
        const Proposition& p = view_.propositions()[a.proposition];
        const Proposition& q = view_.propositions()[b.proposition];
        std::vector<std::uint32_t> except;
        if (!is_toll(a.quantity.role)) {
            add_holder_term(view_, p, except);
            add_holder_term(view_, q, except);
        }
        for (const std::string& noun : {a.quantity.noun, b.quantity.noun}) {
            const std::uint32_t term = view_.number_of(noun);
            if (term != StoryView::none()) except.push_back(term);
        }
        const Overlap shared = overlap(view_, p.terms, q.terms, except);
        if (is_toll(a.quantity.role)) return shared.score >= kSameToll;
        if (is_measure(a.quantity.noun)) return is_told(a) && is_told(b) && shared.score >= 20 && shared.words >= 4;
        // "Four ferries sank", "the yard built nine ferries"
        if (!a.deed.empty() && !b.deed.empty() && a.deed != b.deed) return false;
        const std::uint32_t noun = view_.number_of(a.quantity.noun);
        const bool rare = noun != StoryView::none() && view_.weight(noun) >= 5;
        if (rare && is_told(a) && is_told(b) && shared.score >= 4) return true;
        const bool beside = p.report == q.report && p.sentence + 2 >= q.sentence && q.sentence + 2 >= p.sentence;
        return (shared.score >= kSameMatter && shared.words + shared.entities >= 2) ||
               (beside && is_told(a) && is_told(b));
    }

    /// A toll that is higher later is an update. Both at one time, or the lower one later, is not.
    [[nodiscard]] bool is_update(const Item& a, const Item& b) const {
        if (!is_toll(a.quantity.role) || a.quantity.role == Role::kCrowd) return false;
        const Item& low = a.quantity.value.lo <= b.quantity.value.lo ? a : b;
        const Item& high = &low == &a ? b : a;
        const Proposition& p = view_.propositions()[low.proposition];
        const Proposition& q = view_.propositions()[high.proposition];
        if (p.report == q.report) return !is_told(a) || !is_told(b);
        if (!p.dated || !q.dated) return true;
        return p.as_of.from <= q.as_of.to;
    }

    [[nodiscard]] bool conflict(const Item& a, const Item& b) const {
        const Proposition& p = view_.propositions()[a.proposition];
        const Proposition& q = view_.propositions()[b.proposition];
        if (one_source(a, b) || can_be_equal(a.quantity, b.quantity)) return false;
        const bool plain = is_toll(a.quantity.role) && far_apart(a.quantity, b.quantity, 2);
        if (!is_told(a) && !is_told(b) && !plain) return false;
        // A report's own numbers are mostly parts of those that it cites.
        if (p.report == q.report && !is_toll(a.quantity.role) && (!is_told(a) || !is_told(b))) return false;
        if (stands_for_noun(a.quantity) || stands_for_noun(b.quantity)) {
            const Overlap shared = overlap(view_, p.terms, q.terms, {});
            return is_told(a) && is_told(b) && shared.acts > 0 && shared.words > 1 && !days_exclude(view_, p, q);
        }
        if (!same_class(a.quantity, b.quantity) || days_exclude(view_, p, q)) return false;
        if (is_toll(a.quantity.role) && !half_as_much_again(a.quantity, b.quantity) && !(is_told(a) && is_told(b)))
            return false;
        if (is_toll(a.quantity.role) && far_apart(a.quantity, b.quantity, 12)) return false;
        return same_matter(a, b) && !is_update(a, b) && !tells_both(a, b) && !tells_both(b, a);
    }

    void compare_all(const std::vector<Item>& items, bool subjects) {
        std::vector<std::size_t> parent(items.size());
        std::iota(parent.begin(), parent.end(), std::size_t{0});
        const auto root = [&](std::size_t at) {
            while (parent[at] != at) at = parent[at] = parent[parent[at]];
            return at;
        };
        std::vector<bool> met(items.size(), false);
        for (std::size_t i = 0; i < items.size(); ++i) {
            for (std::size_t j = i + 1; j < items.size(); ++j) {
                const bool stands = stands_for_noun(items[i].quantity) || stands_for_noun(items[j].quantity);
                if (stands != subjects || !conflict(items[i], items[j])) continue;
                met[i] = met[j] = true;
                parent[std::max(root(i), root(j))] = std::min(root(i), root(j));
            }
        }
        std::map<std::size_t, std::vector<const Item*>> groups;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (met[i]) groups[root(i)].push_back(&items[i]);
        }
        for (const auto& [first, group] : groups) add_draft(group);
    }

    /// Camps of numbers that can be equal or that one source gives, least first.
    [[nodiscard]] std::vector<std::vector<const Item*>> camps_of(std::vector<const Item*> group) const {
        std::stable_sort(group.begin(), group.end(),
                         [](const Item* a, const Item* b) { return a->quantity.value.lo < b->quantity.value.lo; });
        std::vector<std::vector<const Item*>> camps;
        for (const Item* item : group) {
            auto home = camps.end();
            for (auto camp = camps.begin(); camp != camps.end() && home == camps.end(); ++camp) {
                for (const Item* other : *camp) {
                    if (can_be_equal(item->quantity, other->quantity) || one_source(*item, *other)) home = camp;
                }
            }
            if (home == camps.end()) home = camps.insert(camps.end(), std::vector<const Item*>{});
            home->push_back(item);
        }
        return camps;
    }

    void add_draft(const std::vector<const Item*>& group) {
        const auto camps = camps_of(group);
        if (camps.size() < 2) return;
        Draft draft;
        draft.slot = record::Slot::kQuantity;
        draft.yes_or_no = false;
        std::string values;
        for (const auto& camp : camps) {
            draft.values.push_back(written(camp.front()->quantity.value));
            values += (values.empty() ? "" : " or ") + in_words(camp.front()->quantity.value);
            draft.camps.emplace_back();
            for (const Item* item : camp) {
                const Proposition& p = view_.propositions()[item->proposition];
                Answer answer = answer_of(p, record::Stance::kAssert, written(item->quantity.value));
                if (item->teller) {
                    answer.holders.push_back(*item->teller);
                    answer.holder = "e" + item->teller->entity.value;
                    answer.voice = record::Voice::kAttributed;
                }
                draft.camps.back().push_back(std::move(answer));
            }
        }
        const auto named = std::find_if(group.begin(), group.end(),
                                        [](const Item* item) { return !item->quantity.noun_word.empty(); });
        draft.question = question_of(named == group.end() ? *group.front() : **named, values);
        draft.why = "different numbers of one thing: " + values + "; no rounding, part or later count makes them one";
        drafts_.push_back(std::move(draft));
    }

    [[nodiscard]] static std::string question_of(const Item& item, const std::string& values) {
        const Quantity& quantity = item.quantity;
        constexpr auto kDone =
            std::to_array<std::string_view>({"", " were killed", " were injured", " were arrested",
                                             " had to leave their homes", " are missing", " took part"});
        const bool people = quantity.noun_word.empty() || quantity.noun_word == "bodies" ||
                            quantity.noun_word == "graves" || quantity.noun_word == "dead";
        const std::string noun = people ? "people" : quantity.noun_word;
        return "How many " + noun + std::string(kDone[static_cast<std::size_t>(quantity.role)]) + ": " + values + "?";
    }

    const StoryView& view_;
    std::map<std::string, std::vector<Item>> buckets_;
    std::vector<Item> figures_;
    std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Draft> find_number_disputes(const StoryView& view) {
    return NumberFinder(view).run();
}

}  // namespace readout::claim
