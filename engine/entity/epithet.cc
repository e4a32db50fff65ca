// Definite phrases that say something new of somebody just met: "the group", "the 61-year-old", "the mother of two",
// "the former colonel", "the Geneva-based body". No noun joins them to a name: they take whoever the report is about at
// that point, as newspapers use them so as not to repeat a name.

#include <algorithm>
#include <array>

#include "entity/scene.h"
#include "text/list.h"

namespace readout::entity {
namespace {

constexpr std::size_t kPartsOfFocus = 80;
constexpr std::uint32_t kSentencesOfFocus = 12;  // a quotation may lie between
constexpr std::uint32_t kSentencesNear = 5;      // from a body to the noun that takes it up

/// Nouns for somebody or something told before, whatever that was called.
bool is_wide_noun(std::string_view lemma) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"group",    "agency",     "organisation", "organization", "movement",   "company",   "firm",
         "paper",    "newspaper",  "broadcaster",  "outlet",       "site",       "website",   "body",
         "party",    "militia",    "defendant",    "suspect",      "accused",    "guest",     "client",
         "activist", "author",     "candidate",    "man",          "woman",      "magazine",  "channel",
         "union",    "charity",    "trust",        "association",  "federation", "coalition", "bloc",
         "alliance", "foundation", "watchdog",     "utility",      "airline",    "lender",    "regulator",
         "guild",    "club",       "network"});
    return text::is_one_of(lemma, kWords);
}

/// Nouns for what somebody is among many, not for a post that the report would name.
bool is_of_many(std::string_view lemma) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"senator",       "lawmaker",   "legislator", "congressman", "congresswoman", "parliamentarian", "frontbencher",
         "backbencher",   "physician",  "surgeon",    "academic",    "historian",     "scholar",         "economist",
         "sociologist",   "novelist",   "poet",       "filmmaker",   "billionaire",   "tycoon",          "businessman",
         "businesswoman", "politician", "veteran",    "pensioner",   "campaigner",    "widow",           "widower",
         "nun",           "unionist",   "prelate",    "independent"});
    return text::is_one_of(lemma, kWords);
}

/// "the union" is no police force and no corporation: what its name says a body is, where the noun says it too.
bool is_of_other_kind(std::string_view lemma, const Figure& figure) {
    static constexpr auto kTelling = std::to_array<std::string_view>(
        {"union", "charity", "trust", "association", "federation", "coalition", "alliance", "foundation", "utility",
         "airline", "lender", "regulator", "guild", "club", "party", "company", "firm"});
    if (!text::is_one_of(lemma, kTelling)) return false;
    if (figure.heads.empty()) {  // of a body of the table its sectors tell
        const bool members = text::is_one_of("LAB", figure.sectors) || text::is_one_of("PTY", figure.sectors) ||
                             text::is_one_of("CVL", figure.sectors);
        return figure.actor && !members && (lemma == "union" || lemma == "guild" || lemma == "party");
    }
    return std::none_of(figure.heads.begin(), figure.heads.end(),
                        [&](const std::string& head) { return covers(lemma, head); });
}

/// Told of a person's past, not of an office held: "the |former| colonel".
bool tells_past(std::string_view word) {
    static constexpr auto kWords =
        std::to_array<std::string_view>({"former", "ex", "retired", "veteran", "onetime", "bereaved", "youngest"});
    return text::is_one_of(word, kWords);
}

/// The last part of "Geneva-based", "4,600-member", "state-owned".
bool ends_compound(std::string_view word) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"based", "member", "nation", "strong", "owned", "backed", "led", "run", "linked", "aligned"});
    return text::is_one_of(word, kWords);
}

}  // namespace

bool has_outlet_head(const Figure& figure) {
    return std::any_of(figure.heads.begin(), figure.heads.end(),
                       [](const std::string& head) { return is_outlet_noun(head) || is_outlet_word(head); });
}

/// Alone, or with an adjective that takes up somebody known.
bool Scene::is_plainly_described(const Phrase& phrase) const {
    static constexpr std::array<std::string_view, 6> kKnown = {"same",      "young",     "elderly",
                                                               "outspoken", "embattled", "soft-spoken"};
    return phrase.core.size() == 1 ||
           (phrase.core.size() == 2 && text::is_one_of(page_[phrase.core.begin].fold, kKnown));
}

/// "the Geneva-based body", "the 4,600-member union"
bool Scene::is_told_by_compound(const Phrase& phrase) const {
    for (std::uint32_t i = phrase.core.begin + 1; i < phrase.head; ++i) {
        if (page_[i - 1].hyphen && ends_compound(page_[i].fold)) return true;
        const std::size_t hyphen = page_[i].fold.rfind(' ');
        if (hyphen != std::string::npos && ends_compound(std::string_view(page_[i].fold).substr(hyphen + 1)))
            return true;
    }
    return false;
}

/// "the 61-year-old", "the mother of two", "the former colonel", "the senator": what somebody is, whoever that is.
bool Scene::is_epithet(const Phrase& phrase) const {
    if (phrase.kind != NounKind::kPerson || phrase.plural || phrase.definite != Definite::kDefinite) return false;
    if (!phrase.owner.empty()) return false;
    if (is_age_word(phrase.head) || (phrase.head > phrase.core.begin && is_age_word(phrase.head - 1))) return true;
    if (is_kin(phrase.lemma) && phrase.core.end > phrase.head + 1) return true;  // "mother of two"
    if (!phrase.complement.empty()) return false;
    for (std::uint32_t i = phrase.core.begin; i < phrase.head; ++i) {
        if (tells_past(page_[i].fold)) return true;
    }
    return is_of_many(phrase.lemma);
}

/// The named person whom the narration was about last: the subject of the nearest sentence that names one, or whoever
/// stands last in it.
FigureIndex Scene::person_in_focus(const Phrase& phrase, const Facts& facts) const {
    const std::uint32_t sentence = page_[phrase.head].sentence;
    FigureIndex last = kNobody;
    std::uint32_t at = sentence;
    for (std::size_t back = 0; back < seen_.size() && back < kPartsOfFocus; ++back) {
        const Seen& seen = seen_[seen_.size() - 1 - back];
        if (sentence - seen.sentence > kSentencesOfFocus) break;
        if (last != kNobody && seen.sentence != at) break;
        const FigureIndex index = parts_[seen.part].figure;
        const Figure& figure = cast_.figures[index];
        if (seen.quoted || seen.place == Place::kOwner || !figure.named) continue;
        Facts open = facts;
        if (figure.country.empty()) open.country.clear();
        if (!can_be(phrase, open, figure)) continue;
        if (is_subject(seen.place)) return index;
        if (last == kNobody) last = index;
        at = seen.sentence;
    }
    return last;
}

/// "the Norwegian said": a person of that nation, not the nation. "The Danish", "the Chinese" may be a whole people.
FigureIndex Scene::meant_by_nationality(std::uint32_t part) const {
    const Part& name = parts_[part];
    if (name.figure == kNobody || cast_.figures[name.figure].kind != record::EntityKind::kState) return kNobody;
    const std::uint32_t word = name.words.begin;
    const std::string& fold = page_[word].fold;
    const bool one = name.words.size() == 1 && fold.ends_with("an");
    if (!one || word == 0 || !page_.within(word - 1, word) || page_[word - 1].fold != "the") return kNobody;
    if (tables_.adjective(cast_.figures[name.figure].country) != page_[word].text && !fold.ends_with("man"))
        return kNobody;
    if (!is_subject(place_of({word - 1, word + 1}))) return kNobody;
    Phrase phrase;
    phrase.words = {word - 1, word + 1};
    phrase.core = {word, word + 1};
    phrase.head = word;
    phrase.lemma = fold;
    phrase.kind = NounKind::kPerson;
    phrase.definite = Definite::kDefinite;
    const std::string& country = cast_.figures[name.figure].country;
    for (std::size_t back = 0; back < seen_.size() && back < kPartsOfFocus; ++back) {
        const FigureIndex index = parts_[seen_[seen_.size() - 1 - back].part].figure;
        const Figure& figure = cast_.figures[index];
        if (figure.named && figure.kind == record::EntityKind::kPerson && figure.country == country) return index;
    }
    return person_in_focus(phrase, {country, {}, {}});
}

/// Nouns so wide that no name tells them take the named figure of their kind that stands nearest, as a subject, or is
/// met most; where two weigh the same, nothing is taken.
FigureIndex Scene::loose_antecedent(const Phrase& phrase, const Facts& facts) const {
    if (is_epithet(phrase)) return person_in_focus(phrase, facts);
    const bool plain = is_plainly_described(phrase) || is_told_by_compound(phrase);
    const bool bare = plain && phrase.complement.empty() && is_wide_noun(phrase.lemma);
    if (!bare || !phrase.owner.empty() || phrase.definite != Definite::kDefinite || phrase.plural) return kNobody;
    const bool outlet = is_outlet_word(phrase.lemma);
    const std::uint32_t sentence = page_[phrase.head].sentence;
    FigureIndex only = kNobody;
    int best = 0;
    bool tied = false;
    for (std::size_t back = 0; back < seen_.size() && back < kPartsOfFocus; ++back) {
        const Seen& seen = seen_[seen_.size() - 1 - back];
        if (sentence - seen.sentence > kSentencesNear) break;
        if (seen.quoted) continue;
        const FigureIndex index = parts_[seen.part].figure;
        const Figure& figure = cast_.figures[index];
        if (!figure.named || figure.kind == record::EntityKind::kState || !can_be(phrase, facts, figure)) continue;
        if (outlet && !text::is_one_of("JRN", figure.sectors) && !has_outlet_head(figure)) continue;
        if (is_of_other_kind(phrase.lemma, figure)) continue;
        if (!outlet && phrase.kind == NounKind::kOrganisation &&
            (text::is_one_of("GOV", figure.sectors) || text::is_one_of("JRN", figure.sectors)))
            continue;
        if (only == index) continue;
        const int far = static_cast<int>(sentence - seen.sentence);
        const int weight =
            static_cast<int>(std::min<std::uint32_t>(met_[index], 6)) + (is_subject(seen.place) ? 2 : 0) - 2 * far;
        tied = only != kNobody && (weight == best || (tied && weight < best));
        if (only != kNobody && weight <= best) continue;
        only = index;
        best = weight;
    }
    return tied ? kNobody : only;
}

/// A word of "19-year-old", which a name does without.
bool Scene::is_age_word(std::uint32_t i) const {
    const std::string& fold = page_[i].fold;
    if (fold.size() > 3 && fold.front() >= '0' && fold.front() <= '9' && fold.find("year") != std::string::npos)
        return true;
    if (fold == "year") return i > 1 && page_[i - 1].hyphen && page_[i - 2].is(Upos::kNum);
    return fold == "old" && i > 1 && page_[i - 1].hyphen && page_[i - 2].fold == "year";
}

}  // namespace readout::entity
