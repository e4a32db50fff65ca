#include "claim/contrast.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "claim/align.h"
#include "claim/ladder.h"
#include "claim/question.h"
#include "claim/terms.h"
#include "text/fold.h"
#include "text/list.h"

namespace readout::claim {
namespace {

constexpr auto kContradicting = std::to_array<std::string_view>(
    {"contradict", "contradicts", "contradicted", "contradicting", "rebut", "rebutted", "rebuts", "refute", "refuted",
     "refutes", "dispute", "disputes", "disputed", "belie", "belies", "belied", "challenged", "challenges"});
constexpr auto kClaims = std::to_array<std::string_view>(
    {"assertion",    "assertions", "claim",   "claims",    "account", "statement",  "statements",
     "insistence",   "contention", "report",  "reports",   "version", "allegation", "allegations",
     "announcement", "remark",     "remarks", "assurance", "denial",  "suggestion"});
constexpr auto kTurns =
    std::to_array<std::string_view>({"but", "though", "although", "while", "whereas", "however", "yet"});
constexpr auto kAgainst = std::to_array<std::string_view>({"reverse", "opposite", "contrary"});

std::string word_at(const record::Reading& reading, std::uint32_t token) {
    return text::ascii_lower(text::words_at(reading.report.text, reading.syntax.tokens[token].span));
}

const record::Entity* entity_of(const record::Reading& reading, const record::EntityId& id) {
    const auto at =
        std::lower_bound(reading.entities.begin(), reading.entities.end(), id,
                         [](const record::Entity& entity, const auto& wanted) { return entity.id < wanted; });
    return at == reading.entities.end() || at->id != id ? nullptr : &*at;
}

/// Somebody's noun of claiming: "the ministry's assertion that …".
struct Claimed {
    record::Reference holder;
    std::uint32_t noun = 0;
    bool has_content = false;  // "that" or "of" follows
};

/// The first noun of claiming in tokens [first, last) whose possessor is a mention.
std::optional<Claimed> claimed_in(const record::Reading& reading, std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = first; i < last; ++i) {
        if (!text::is_one_of(word_at(reading, i), kClaims)) continue;
        const std::uint32_t noun_begin = reading.syntax.tokens[i].span.begin;
        const record::Mention* possessor = nullptr;
        const auto& mentions = reading.mentions;
        auto at = std::partition_point(mentions.begin(), mentions.end(),
                                       [&](const record::Mention& m) { return m.span.begin < noun_begin; });
        for (int back = 0; back < 6 && at != mentions.begin(); ++back) {
            --at;
            if (at->span.end > noun_begin || noun_begin - at->span.end > 24) continue;
            if (at->span.begin < reading.syntax.tokens[first].span.begin) break;
            if (possessor == nullptr || at->span.end > possessor->span.end ||
                (at->span.end == possessor->span.end && at->span.begin < possessor->span.begin)) {
                possessor = &*at;
            }
        }
        if (possessor == nullptr) continue;
        Claimed found;
        found.noun = i;
        found.holder.span = possessor->span;
        found.holder.entity = possessor->entity;
        found.holder.name = std::string(text::words_at(reading.report.text, possessor->span));
        if (const record::Entity* entity = entity_of(reading, possessor->entity)) found.holder.name = entity->name;
        found.has_content = i + 1 < last && (word_at(reading, i + 1) == "that" || word_at(reading, i + 1) == "of");
        return found;
    }
    return std::nullopt;
}

text::Span words_of(const record::Reading& reading, std::uint32_t first, std::uint32_t last) {
    const auto& tokens = reading.syntax.tokens;
    while (last > first + 1 && tokens[last - 1].upos == record::Upos::kPunct) --last;
    return {tokens[first].span.begin, tokens[last - 1].span.end};
}

Answer answer_by(const Proposition& like, const record::Reference& holder, text::Span span, record::Stance stance,
                 std::string value) {
    Answer made = answer_of(like, stance, std::move(value));
    made.span = span;
    made.holders.resize(1);
    made.holders.push_back(holder);
    made.holder = holder.entity.empty() ? "n" + text::fold(holder.name) : "e" + holder.entity.value;
    made.voice = record::Voice::kAttributed;
    return made;
}

record::Slot slot_of_words(const StoryView& view, const Proposition& p) {
    constexpr auto kLadder = std::to_array<std::string_view>({"agree", "promise", "sign", "truce"});
    for (const std::string_view name : kLadder) {
        const std::uint32_t term = view.number_of(std::string(name));
        if (std::binary_search(p.terms.begin(), p.terms.end(), term)) return record::Slot::kAgreed;
    }
    return record::Slot::kOccurred;
}

/// A proposition of the sentence's tokens [first, last), for its words and its terms.
Proposition piece(const StoryView& view, const Proposition& base, std::uint32_t first, std::uint32_t last) {
    Proposition made = base;
    made.first = first;
    made.last = last;
    made.terms.clear();
    const record::Reading& reading = view.reading(base);
    for (std::uint32_t i = first; i < last; ++i) {
        const std::string term =
            term_of(reading.syntax.tokens[i], text::words_at(reading.report.text, reading.syntax.tokens[i].span));
        const std::uint32_t number = term.empty() ? StoryView::none() : view.number_of(term);
        if (number != StoryView::none()) made.terms.push_back(number);
    }
    std::sort(made.terms.begin(), made.terms.end());
    return made;
}

std::optional<Draft> contradiction_in(const StoryView& view, const Proposition& base) {
    const record::Reading& reading = view.reading(base);
    const record::Sentence& sentence = reading.syntax.sentences[base.sentence];
    const std::uint32_t last = std::min(sentence.last_token, sentence.first_token + 200);
    for (std::uint32_t verb = sentence.first_token + 1; verb + 2 < last; ++verb) {
        if (!text::is_one_of(word_at(reading, verb), kContradicting)) continue;
        const auto left = claimed_in(reading, sentence.first_token, verb);
        const auto right = claimed_in(reading, verb + 1, last);
        if (!left || !right || !right->has_content || left->holder.name == right->holder.name) return std::nullopt;
        if (!left->holder.entity.empty() && left->holder.entity == right->holder.entity) return std::nullopt;
        const Proposition content = piece(view, base, std::min(right->noun + 2, last - 1), last);
        Draft draft;
        draft.slot = slot_of_words(view, content);
        draft.question = ask_whether(view, content);
        draft.values = {"yes", "no"};
        draft.camps = {
            {answer_by(base, right->holder, words_of(reading, verb + 1, last), record::Stance::kAssert, "yes")},
            {answer_by(base, left->holder, words_of(reading, sentence.first_token, verb), record::Stance::kDeny,
                       "no")}};
        draft.why = "the report sets one claim against the other: “" +
                    cut(text::words_at(reading.report.text, words_of(reading, sentence.first_token, last))) + "”";
        return draft;
    }
    return std::nullopt;
}

/// True when a turning word stands between the two, or opens the second.
bool turns(const StoryView& view, const Proposition& a, const Proposition& b) {
    const record::Reading& reading = view.reading(a);
    const record::Sentence& second = reading.syntax.sentences[b.sentence];
    const std::uint32_t from = a.sentence == b.sentence ? a.last : second.first_token;
    const std::uint32_t to = a.sentence == b.sentence ? b.first : std::min(b.first + 1, second.first_token + 3);
    for (std::uint32_t i = from; i < to && i < from + 24; ++i) {
        if (text::is_one_of(word_at(reading, i), kTurns)) return true;
    }
    return false;
}

/// What the second source concedes: less than an agreement, or the same act with a restriction.
bool falls_short(const StoryView& view, const Proposition& high, const Proposition& low) {
    const auto above = step_of(view, high);
    if (!above || above->step < Step::kInPrinciple) return false;
    const auto below = step_of(view, low);
    if (low.polarity.restricted && below && below->step >= Step::kInPrinciple) return true;
    if (low.polarity.restricted && overlap(view, high.terms, low.terms, {}).words > 0) return true;
    return below && below->step > Step::kNone && steps_conflict(above->step, below->step);
}

std::optional<Draft> rebuttal_of(const StoryView& view, const Proposition& a, const Proposition& b) {
    if (!a.said || !b.said || same_source(view, a, b) || a.negated || b.negated || !turns(view, a, b)) {
        return std::nullopt;
    }
    const bool forward = falls_short(view, a, b), backward = falls_short(view, b, a);
    if (forward == backward) return std::nullopt;
    const Proposition& high = forward ? a : b;
    const Proposition& low = forward ? b : a;
    Draft draft;
    draft.slot = record::Slot::kAgreed;
    draft.values = {"yes", "no"};
    draft.camps = {{answer_of(high, record::Stance::kAssert, "yes")}, {answer_of(low, record::Stance::kDeny, "no")}};
    draft.question = ask_whether(view, high);
    draft.why =
        "steps of agreement: “" + short_words(view, high, 16) + "” is more than “" + short_words(view, low, 16) + "”";
    return draft;
}

/// "each |other|", "the |other|", "one |another|"; not "the other two", "another man".
bool stands_for_party(const record::Reading& reading, std::uint32_t i, std::uint32_t last) {
    const std::string here = word_at(reading, i);
    if (here == "another") return i > 0 && word_at(reading, i - 1) == "one";
    if (here != "other") return false;
    if (i + 1 >= last) return true;
    using record::Upos;
    const Upos next = reading.syntax.tokens[i + 1].upos;
    return next != Upos::kNoun && next != Upos::kPropn && next != Upos::kNum && next != Upos::kAdj;
}

/// "each accuses the other", "blamed each other", "traded accusations"; the token of the accusing word.
bool is_mutual(const record::Reading& reading, const record::Sentence& sentence) {
    constexpr auto kAccusing = std::to_array<std::string_view>(
        {"accuse", "accuses", "accused", "accusing", "blame", "blames", "blamed", "blaming", "announced", "accusations",
         "recriminations", "say", "says", "said", "insists", "insisted", "claims", "claimed"});
    bool each = false, other = false, accusing = false, traded = false, charges = false;
    const std::uint32_t last = std::min(sentence.last_token, sentence.first_token + 200);
    for (std::uint32_t i = sentence.first_token; i < last; ++i) {
        const std::string here = word_at(reading, i);
        if (here == "each" || here == "both" || here == "one" || here == "either") each = true;
        if (each && stands_for_party(reading, i, last)) other = true;
        if (text::is_one_of(here, kAccusing)) accusing = true;
        if (here == "traded" || here == "exchanged" || here == "trade") traded = true;
        if (here == "accusations" || here == "blame" || here == "recriminations") charges = true;
    }
    return (each && other && accusing) || (traded && charges);
}

/// "(TCW)", "in Iceland", "near Mellit": an agency's mark or a place, no party.
bool is_aside(const record::Reading& reading, text::Span span) {
    const std::string_view text = reading.report.text;
    if (span.begin > 0 && text[span.begin - 1] == '(') return true;
    constexpr auto kPlaces = std::to_array<std::string_view>({" in ", " at ", " near ", " from ", " leave "});
    return std::any_of(kPlaces.begin(), kPlaces.end(), [&](std::string_view word) {
        return span.begin >= word.size() && text.substr(span.begin - word.size(), word.size()) == word;
    });
}

/// The last two distinct states, organisations, groups or persons named before the end of the sentence, nearest
/// sentences first.
std::vector<record::Reference> parties_before(const StoryView& view, const Proposition& p, bool persons) {
    const record::Reading& reading = view.reading(p);
    std::vector<record::Reference> found;
    const std::uint32_t end = reading.syntax.sentences[p.sentence].span.end;
    const std::uint32_t lowest = p.sentence >= 3 ? reading.syntax.sentences[p.sentence - 3].span.begin : 0;
    auto at = std::partition_point(reading.mentions.begin(), reading.mentions.end(),
                                   [&](const record::Mention& m) { return m.span.begin < end; });
    for (int steps = 0; steps < 64 && at != reading.mentions.begin() && found.size() < 2; ++steps) {
        --at;
        if (at->span.begin < lowest) break;
        if (at->form == record::MentionForm::kPronoun || at->entity.empty() || is_aside(reading, at->span)) continue;
        const record::Entity* entity = entity_of(reading, at->entity);
        if (entity == nullptr || !entity->named) continue;
        const bool media = std::any_of(entity->sectors.begin(), entity->sectors.end(),
                                       [](const std::string& s) { return s == "JRN" || s == "MED"; });
        if (media || (entity->kind == record::EntityKind::kPerson && !persons) ||
            entity->kind == record::EntityKind::kPlace || entity->kind == record::EntityKind::kDocument)
            continue;
        const bool known =
            std::any_of(found.begin(), found.end(), [&](const auto& f) { return f.entity == at->entity; });
        if (!known) found.push_back({at->span, at->entity, entity->name});
    }
    return found;
}

/// "Ruritanian leader X": the person behind the adjective, where only a title stands between them.
const record::Mention* titled(const record::Reading& reading, const std::vector<const record::Mention*>& inside,
                              const record::Mention* adjective) {
    constexpr std::uint32_t kTitle = 30;  // bytes
    for (const record::Mention* later : inside) {
        if (later->span.begin < adjective->span.begin || later->span.end <= adjective->span.end) continue;
        if (later->span.begin <= adjective->span.end) return later;
        if (later->span.begin - adjective->span.end > kTitle) break;
        const std::string_view title = text::words_at(reading.report.text, {adjective->span.end, later->span.begin});
        const auto lower = [](char c) { return c == ' ' || c == '-' || (c >= 'a' && c <= 'z'); };
        const auto blanks = std::count(title.begin(), title.end(), ' ');
        const bool joined = title.find(" and ") != title.npos || title.find(" of ") != title.npos;
        if (std::all_of(title.begin(), title.end(), lower) && blanks >= 2 && blanks <= 4 && !joined) return later;
    }
    return adjective;
}

/// "X and Y … each blaming the other": the two that "and" joins before the word of mutuality.
std::vector<record::Reference> joined_parties(const StoryView& view, const Proposition& p) {
    const record::Reading& reading = view.reading(p);
    const text::Span whole = reading.syntax.sentences[p.sentence].span;
    auto at = std::partition_point(reading.mentions.begin(), reading.mentions.end(),
                                   [&](const record::Mention& m) { return m.span.begin < whole.begin; });
    std::vector<const record::Mention*> inside;
    for (; at != reading.mentions.end() && at->span.begin < whole.end && inside.size() < 32; ++at) {
        if (!at->entity.empty() && at->form != record::MentionForm::kPronoun) inside.push_back(&*at);
    }
    for (const record::Mention* x : inside) {
        for (const record::Mention* y : inside) {
            if (y->span.begin <= x->span.end || y->entity == x->entity) continue;
            const std::string_view between = text::words_at(reading.report.text, {x->span.end, y->span.begin});
            if (between != " and " && between != " and the ") continue;
            const auto name = [&](const record::Mention* m) {
                const record::Entity* entity = entity_of(reading, m->entity);
                return entity != nullptr ? entity->name : std::string(text::words_at(reading.report.text, m->span));
            };
            const record::Mention* right = titled(reading, inside, y);
            if (right->entity == x->entity) continue;
            return {{x->span, x->entity, name(x)}, {right->span, right->entity, name(right)}};
        }
    }
    return {};
}

/// What the parties lay at each other's door: a deed, the end of talks, or nothing that can be told.
std::optional<record::Slot> charge_of(const StoryView& view, const Proposition& p) {
    constexpr auto kDeeds = std::to_array<std::string_view>(
        {"attack", "shoot",  "kill", "injure", "begin",  "mine", "sabotag", "explos", "blow",    "violat", "breach",
         "break",  "broke",  "loot", "kidnap", "arrest", "burn", "destroy", "murder", "poison",  "stole",  "steal",
         "raid",   "abduct", "open", "hit",    "start",  "sink", "sank",    "walk",   "blockad", "leave"});
    constexpr auto kTalks = std::to_array<std::string_view>({"agree", "talks", "meet", "truce"});
    const record::Reading& reading = view.reading(p);
    const auto& sentences = reading.syntax.sentences;
    const auto has = [&](std::uint32_t sentence, const auto& list) {
        const std::uint32_t last = std::min(sentences[sentence].last_token, sentences[sentence].first_token + 200);
        for (std::uint32_t i = sentences[sentence].first_token; i < last; ++i) {
            const record::Token& token = reading.syntax.tokens[i];
            if (text::is_one_of(term_of(token, text::words_at(reading.report.text, token.span)), list)) return true;
        }
        return false;
    };
    if (has(p.sentence, kDeeds)) return record::Slot::kActor;
    if (has(p.sentence, kTalks)) return record::Slot::kCause;
    for (std::uint32_t back = 1; back <= 3 && back <= p.sentence; ++back) {
        if (has(p.sentence - back, kDeeds)) return record::Slot::kActor;
    }
    return std::nullopt;
}

/// The party in the report's words: "the army", "Ruritania".
std::string party_name(const record::Reading& reading, const record::Reference& party) {
    std::string words(party.span ? text::words_at(reading.report.text, *party.span) : std::string_view());
    if (words.empty() || words.size() > 40 || words.find('\n') != words.npos) return plain_name(party.name);
    if (words.starts_with("The ")) words[0] = 't';
    return words;
}

std::optional<Draft> mutual_in(const StoryView& view, const Proposition& p) {
    const record::Reading& reading = view.reading(p);
    const record::Sentence& sentence = reading.syntax.sentences[p.sentence];
    if (!is_mutual(reading, sentence)) return std::nullopt;
    const auto slot = charge_of(view, p);
    if (!slot) return std::nullopt;
    auto parties = joined_parties(view, p);
    if (parties.size() < 2) parties = parties_before(view, p, false);
    if (parties.size() < 2) parties = parties_before(view, p, true);
    if (parties.size() < 2) return std::nullopt;
    const text::Span whole = words_of(reading, sentence.first_token, sentence.last_token);
    const std::string quotation = "“" + cut(text::words_at(reading.report.text, whole)) + "”";
    Draft draft;
    draft.slot = *slot;
    draft.values = {parties[1].name, parties[0].name};
    draft.camps = {{answer_by(p, parties[0], whole, record::Stance::kAssert, parties[1].name)},
                   {answer_by(p, parties[1], whole, record::Stance::kAssert, parties[0].name)}};
    draft.yes_or_no = false;
    draft.one_sentence = true;
    draft.question = (*slot == record::Slot::kActor ? "Who did it, " : "Who is to blame, ") +
                     party_name(reading, parties[0]) + " or " + party_name(reading, parties[1]) + "? " + quotation;
    draft.why = "each side names the other: " + quotation;
    return draft;
}

/// "Y maintains the reverse", "it was the other way round": Y against the source before it.
bool says_reverse(const StoryView& view, const Proposition& p) {
    if (p.last - p.first > 9) return false;
    for (std::uint32_t i = p.first; i < p.last; ++i) {
        const std::string here = view.word(p, i);
        if (text::is_one_of(here, kAgainst)) return true;
        if (here == "way" && i > p.first && view.word(p, i - 1) == "other") return true;
    }
    return false;
}

/// Who says the reverse: the statement's speaker, or the party that a short narrated clause begins with.
std::optional<Answer> speaker_of(const StoryView& view, const Proposition& p) {
    if (p.said) return answer_of(p, record::Stance::kDeny, "no");
    const record::Reading& reading = view.reading(p);
    if (p.last - p.first > 6) return std::nullopt;
    const auto at = std::partition_point(reading.mentions.begin(), reading.mentions.end(),
                                         [&](const record::Mention& m) { return m.span.begin < p.span.begin; });
    if (at == reading.mentions.end() || at->span.begin != p.span.begin || at->entity.empty()) return std::nullopt;
    record::Reference holder{at->span, at->entity, std::string(text::words_at(reading.report.text, at->span))};
    return answer_by(p, holder, p.span, record::Stance::kDeny, "no");
}

}  // namespace

std::vector<Draft> find_contradictions(const StoryView& view) {
    std::vector<Draft> drafts;
    std::uint64_t seen = UINT64_MAX;
    for (const Proposition& p : view.propositions()) {
        if (p.copied) continue;
        const std::uint64_t sentence = (static_cast<std::uint64_t>(p.report) << 32) | p.sentence;
        if (sentence == seen) continue;
        seen = sentence;
        if (auto draft = contradiction_in(view, p)) drafts.push_back(std::move(*draft));
    }
    return drafts;
}

std::vector<Draft> find_rebuttals(const StoryView& view) {
    std::vector<Draft> drafts;
    const auto& all = view.propositions();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].copied || !all[i].said) continue;
        for (std::size_t j = i + 1; j < all.size() && j < i + 8; ++j) {
            if (all[j].report != all[i].report || all[j].sentence > all[i].sentence + 1) break;
            const bool ordered = all[i].span.begin <= all[j].span.begin;
            auto draft = rebuttal_of(view, ordered ? all[i] : all[j], ordered ? all[j] : all[i]);
            if (draft) drafts.push_back(std::move(*draft));
        }
    }
    return drafts;
}

std::vector<Draft> find_mutual_accusations(const StoryView& view) {
    std::vector<Draft> drafts;
    const auto& all = view.propositions();
    std::uint64_t seen = UINT64_MAX, mutual = UINT64_MAX;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].copied) continue;
        const std::uint64_t sentence = (static_cast<std::uint64_t>(all[i].report) << 32) | all[i].sentence;
        if (sentence != seen) {
            seen = sentence;
            if (auto draft = mutual_in(view, all[i])) {
                drafts.push_back(std::move(*draft));
                mutual = sentence;
            }
        }
        if (sentence >= mutual && sentence - mutual <= 5) continue;  // what follows only spells it out
        if (!says_reverse(view, all[i])) continue;
        const auto denier = speaker_of(view, all[i]);
        if (!denier) continue;
        for (std::size_t j = i; j-- > 0 && i - j < 12 && all[j].report == all[i].report;) {
            if (!all[j].said || denier->holder == all[j].holder || all[j].span.begin >= all[i].span.begin) continue;
            if (all[j].sentence + 3 < all[i].sentence || all[j].last < all[j].first + 4) continue;
            Draft draft;
            draft.values = {"yes", "no"};
            draft.camps = {{answer_of(all[j], record::Stance::kAssert, "yes")}, {*denier}};
            draft.question = ask_whether(view, all[j]);
            draft.why = "one source says the opposite of another: “" + short_words(view, all[j], 16) + "”, “" +
                        cut(view.words(all[i])) + "”";
            drafts.push_back(std::move(draft));
            break;
        }
    }
    return drafts;
}

}  // namespace readout::claim
