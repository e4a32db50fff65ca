// Noun phrases that no name stands beside.

#include <algorithm>
#include <array>
#include <utility>

#include "base/table.h"
#include "entity/scene.h"
#include "text/fold.h"
#include "text/list.h"

namespace readout::entity {
namespace {

constexpr std::size_t kWindow = 80;  // parts looked back over for a phrase

using record::EntityKind;

EntityKind kind_for(const Phrase& phrase) {
    switch (phrase.kind) {
        case NounKind::kGroup:
            return EntityKind::kGroup;
        case NounKind::kOrganisation:
            return phrase.plural ? EntityKind::kGroup : EntityKind::kOrganisation;
        case NounKind::kDocument:
            return EntityKind::kDocument;
        default:
            return phrase.plural ? EntityKind::kGroup : EntityKind::kPerson;
    }
}

/// Words that put somebody out of the office that the phrase names.
bool is_out_of_office(std::string_view word) {
    static constexpr std::array<std::string_view, 12> kWords = {"former",   "ex",       "late",   "then",
                                                                "next",     "incoming", "future", "retired",
                                                                "previous", "old",      "would",  "designate"};
    return text::is_one_of(word, kWords);
}

/// Adjectives that say which of its kind, so that a bare "the X" cannot be it.
bool is_contrast(std::string_view word) {
    static constexpr std::array<std::string_view, 8> kWords = {"other", "another",   "second", "third",
                                                               "new",   "different", "next",   "rival"};
    return text::is_one_of(word, kWords);
}

/// Who is meant by "the X-ian leader", first the office that leads there.
std::vector<std::string> leader_offices(std::string_view country) {
    // States whose president or monarch does not lead the government.
    static constexpr std::array<std::string_view, 32> kParliamentary = {
        "GBR", "DEU", "ITA", "IND", "ISR", "AUT", "IRL", "GRC", "HUN", "CZE", "SVK", "EST", "LVA", "BGR", "SGP", "ISL",
        "ESP", "NLD", "BEL", "SWE", "NOR", "DNK", "JPN", "CAN", "AUS", "NZL", "PAK", "BGD", "IRQ", "LBN", "SVN", "MLT"};
    if (text::is_one_of(country, kParliamentary)) return {"prime minister", "chancellor"};
    return {"supreme leader", "general secretary of the communist party", "president", "king", "emir", "prime minister",
            "chancellor"};
}

std::string without_article(std::string text) {
    for (const std::string_view article :
         {"the ", "The ", "a ", "A ", "an ", "An ", "his ", "her ", "its ", "their ", "my ", "our "}) {
        if (text.rfind(article, 0) == 0) return text.substr(article.size());
    }
    return text;
}

/// Modifiers that tell nothing of who somebody is.
bool is_idle_modifier(std::string_view word) {
    static constexpr std::array<std::string_view, 14> kWords = {
        "own",     "same",   "certain",        "very",  "least", "one",     "said",
        "various", "actual", "aforementioned", "other", "whole", "unnamed", "anonymous"};
    return text::is_one_of(word, kWords);
}

/// White space of any length as one space, so that a name has no line breaks.
std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!space) out += c;
        if (space && !out.empty() && out.back() != ' ') out += ' ';
    }
    return out;
}

}  // namespace

std::string Scene::country_in(Range words) const {
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
        if (name_at_[i] == kNoWord || parts_[name_at_[i]].figure == kNobody) continue;
        const Figure& figure = cast_.figures[parts_[name_at_[i]].figure];
        if (!figure.country.empty()) return figure.country;
    }
    return {};
}

std::string Scene::country_of(const Phrase& phrase) const {
    for (const Range words : {phrase.core, phrase.owner, phrase.complement}) {
        std::string country = country_in(words);
        if (!country.empty()) return country;
    }
    const FigureIndex owner = owner_of(phrase);
    return owner == kNobody ? std::string() : cast_.figures[owner].country;
}

FigureIndex Scene::figure_within(Range words) const {
    for (std::uint32_t i = words.end; i-- > words.begin;) {
        if (name_at_[i] != kNoWord) return parts_[name_at_[i]].figure;
    }
    return kNobody;
}

FigureIndex Scene::owner_of(const Phrase& phrase) const {
    if (phrase.owner.empty()) return kNobody;
    if (phrase.pronoun_owner) {
        const std::uint32_t part = pronoun_at_[phrase.owner.begin];
        return part == kNoWord ? kNobody : parts_[part].figure;
    }
    const FigureIndex named = figure_within(phrase.owner);
    if (named != kNobody) return named;
    for (std::size_t back = 0; back < seen_.size() && back < 6; ++back) {  // "the minister's aide": a phrase just read
        const Part& part = parts_[seen_[seen_.size() - 1 - back].part];
        if (part.words == phrase.owner) return part.figure;
    }
    return kNobody;
}

/// Whom "a spokeswoman" speaks for that is told no more of: the organisation last met, in this sentence or the one
/// before. Outlets do not count, for they are who asked.
FigureIndex Scene::body_spoken_for(const Phrase& phrase) const {
    const bool bare = phrase.core.size() == 1 && phrase.owner.empty() && phrase.complement.empty() && !phrase.plural;
    if (!bare || !covers("spokesperson", phrase.lemma)) return kNobody;
    const std::uint32_t sentence = page_[phrase.head].sentence;
    FigureIndex body = kNobody;
    for (std::size_t back = 0; back < seen_.size() && back < kWindow; ++back) {
        const Seen& seen = seen_[seen_.size() - 1 - back];
        if (sentence - seen.sentence > 1) break;
        const FigureIndex index = parts_[seen.part].figure;
        const Figure& figure = cast_.figures[index];
        if (!figure.named || figure.kind != EntityKind::kOrganisation || figure.guessed) continue;
        if (text::is_one_of("JRN", figure.sectors) || has_outlet_head(figure)) continue;
        if (is_subject(seen.place)) return index;
        if (body == kNobody) body = index;
    }
    return body;
}

/// The core's words without country and out of its capitals: "deputy foreign minister".
std::string Scene::role_of(const Phrase& phrase) const {
    std::string role;
    for (std::uint32_t i = phrase.core.begin; i < phrase.head; ++i) {
        const Word& word = page_[i];
        if (word.fold.empty() || word.is(Upos::kNum) || is_idle_modifier(word.fold)) continue;
        if (name_at_[i] != kNoWord && parts_[name_at_[i]].figure != kNobody) {
            const Figure& figure = cast_.figures[parts_[name_at_[i]].figure];
            if (figure.kind == EntityKind::kState || figure.kind == EntityKind::kPlace) continue;
        }
        if (!role.empty()) role += ' ';
        role += word.fold;
    }
    if (!role.empty()) role += ' ';
    const Word& head = page_[phrase.head];
    return head.office.empty() ? role + phrase.lemma : role + std::string(head.office);
}

std::string Scene::owner_words(const Phrase& phrase) const {
    if (!phrase.complement.empty()) return text::fold(page_.text_of(phrase.complement).substr(0, 200));
    if (phrase.owner.empty()) return {};
    const FigureIndex owner = owner_of(phrase);
    if (owner != kNobody) return "of " + text::fold(cast_.figures[owner].name);
    return phrase.pronoun_owner ? std::string() : "of " + text::fold(page_.text_of(phrase.owner).substr(0, 200));
}

std::string Scene::sector_of(const Phrase& phrase) const {
    const std::string role = role_of(phrase);
    for (std::size_t at = 0; at != std::string::npos;
         at = role.find(' ', at)) {  // the longest ending that the table has
        if (at > 0) ++at;
        if (const Role* known = tables_.role(role.substr(at))) return known->sector;
    }
    if (const Role* known = tables_.role(page_[phrase.head].fold)) return known->sector;
    for (std::uint32_t i = phrase.core.begin; i < phrase.core.end; ++i) {
        if (name_at_[i] == kNoWord || parts_[name_at_[i]].figure == kNobody) continue;
        const Figure& figure = cast_.figures[parts_[name_at_[i]].figure];
        if (figure.kind == EntityKind::kOrganisation && !figure.sectors.empty()) return figure.sectors.front();
    }
    return {};
}

/// Who held the office that the phrase names on the day of the report. The phrase must name its country or body.
FigureIndex Scene::office_holder(const Phrase& phrase) {
    if (phrase.kind != NounKind::kPerson || phrase.plural || phrase.definite == Definite::kIndefinite) return kNobody;
    const std::optional<base::Day> day = cast_.day();
    const std::string country = country_of(phrase);
    if (country.empty() || phrase.pronoun_owner) return kNobody;
    const std::string told = role_of(phrase);
    std::string role;
    for (const std::string_view word : base::split(told, ' ')) {
        if (is_out_of_office(word)) return kNobody;
        if (word == "current" || word == "sitting" || word == "incumbent") continue;
        if (!role.empty()) role += ' ';
        role += word;
    }
    std::string office = office_form(role);
    const bool of_state = country_in(phrase.core) == country || country_in(phrase.owner) == country ||
                          (!phrase.complement.empty() && page_[phrase.complement.begin].fold == "of");
    if (!of_state) return kNobody;
    std::vector<std::string> offices = {office};
    const bool most = phrase.core.begin > 0 && page_[phrase.core.begin - 1].fold == "most";
    const bool top = most || role.rfind("top ", 0) == 0 || role.rfind("chief ", 0) == 0 ||
                     role.rfind("most senior ", 0) == 0 || role.rfind("senior most ", 0) == 0;
    if (top && phrase.lemma == "diplomat") offices = {"foreign minister", "secretary of state", "foreign secretary"};
    if (phrase.lemma == "leader" && (role == "leader" || role == "top leader")) offices = leader_offices(country);
    if (role == "head of state") offices = {"president", "king", "emir", "supreme leader"};
    if (role == "head of government") offices = {"prime minister", "chancellor", "president"};
    if (role == "foreign minister") offices.push_back("foreign secretary");
    if (role == "monarch" || role == "queen") offices.push_back("king");
    const FigureIndex introduced = holder_here(offices, country);
    if (introduced != kNobody || !day) return introduced;
    std::optional<std::uint32_t> found;
    for (const std::string& name : offices) {
        const std::optional<std::uint32_t> holder = tables_.holder(name, country, *day);
        if (!holder) continue;
        if (!found) found = holder;
    }
    if (!found && phrase.complement.size() > 1) {  // "secretary of state", "ambassador to the United Nations"
        const std::string whole = office_form(role + " " + text::fold(page_.text_of(phrase.complement)));
        found = tables_.holder(whole, country, *day);
    }
    for (std::uint32_t i = phrase.words.begin; !found && i < phrase.words.end; ++i) {  // "White House spokeswoman"
        if (name_at_[i] == kNoWord || parts_[name_at_[i]].figure == kNobody) continue;
        const Figure& body = cast_.figures[parts_[name_at_[i]].figure];
        if (body.kind == EntityKind::kState) {  // "Kremlin spokesman": the press service of the seat of power
            std::string seat = text::fold(page_.text_of(parts_[name_at_[i]].words));
            std::replace(seat.begin(), seat.end(), ' ', '-');
            found = tables_.holder(office_form(page_[phrase.head].fold), seat + "-press-service", *day);
        }
        if (body.kind != EntityKind::kOrganisation || !body.actor) continue;
        const std::string& id = tables_.actor(*body.actor).id;
        found = tables_.holder(office_form(page_[phrase.head].fold), id.substr(id.find(':') + 1), *day);
    }
    return found ? cast_.of_actor(*found) : kNobody;
}

/// The one figure of the report that is said to hold one of these offices of that country.
FigureIndex Scene::holder_here(const std::vector<std::string>& offices, const std::string& country) const {
    FigureIndex only = kNobody;
    for (FigureIndex i = 0; i < cast_.figures.size() && i < kMostFigures; ++i) {
        const Figure& figure = cast_.figures[i];
        if (!figure.named || figure.kind != EntityKind::kPerson || figure.country != country) continue;
        const bool holds = std::any_of(offices.begin(), offices.end(), [&](const std::string& office) {
            return text::is_one_of(office, figure.roles);
        });
        if (!holds) continue;
        if (only != kNobody) return kNobody;
        only = i;
    }
    return only;
}

/// True when the head noun can describe the figure.
bool Scene::described_by(const Phrase& phrase, const Figure& figure, bool exact) const {
    return std::any_of(figure.heads.begin(), figure.heads.end(), [&](const std::string& head) {
        return exact ? head == phrase.lemma : covers(phrase.lemma, head);
    });
}

Scene::Facts Scene::facts_of(const Phrase& phrase) const {
    return {country_of(phrase), owner_words(phrase), role_of(phrase)};
}

/// "the Armed Forces spokesman" is not the ministry's.
bool Scene::serves_other_body(const Phrase& phrase, const Figure& figure) const {
    if (figure.kind != EntityKind::kPerson || figure.roles.empty()) return false;
    for (std::uint32_t i = phrase.core.begin; i < phrase.head; ++i) {
        if (name_at_[i] == kNoWord || parts_[name_at_[i]].figure == kNobody) continue;
        if (cast_.figures[parts_[name_at_[i]].figure].kind != EntityKind::kOrganisation) continue;
        const std::string& word = page_[i].fold;
        const bool known = std::any_of(figure.roles.begin(), figure.roles.end(), [&](const std::string& role) {
            return (" " + role + " ").find(" " + word + " ") != std::string::npos;
        });
        if (!known && figure.owner.find(word) == std::string::npos) return true;
    }
    return false;
}

/// Nothing speaks against the phrase standing for the figure.
bool Scene::can_be(const Phrase& phrase, const Facts& facts, const Figure& figure) const {
    const EntityKind kind = kind_for(phrase);
    const bool body = kind == EntityKind::kOrganisation || kind == EntityKind::kGroup;
    const bool figure_body = figure.kind == EntityKind::kOrganisation || figure.kind == EntityKind::kGroup;
    const bool white_paper = phrase.lemma == "paper" && figure.kind == EntityKind::kDocument;
    if (figure.kind != kind && !(body && figure_body) && !white_paper) return false;
    if (figure.plural != phrase.plural && !(figure.named && body)) return false;
    const Gender gender = noun_gender(phrase.lemma);
    if (gender != Gender::kUnknown && figure.gender != Gender::kUnknown && gender != figure.gender) return false;
    const std::string& country = facts.country;
    // An office told without its country beside the name may get it later; another country is another holder.
    const bool open = figure.country.empty() && figure.named && described_by(phrase, figure, true);
    if (!country.empty() && country != figure.country && !open) return false;
    const std::string& owner = facts.owner;
    const bool same_state = figure.named && !country.empty() && (country == figure.country || open);
    if (!owner.empty() && owner != figure.owner && !same_state) return false;
    if (serves_other_body(phrase, figure)) return false;
    if (facts.role == "minister" && text::is_one_of("prime minister", figure.roles) &&
        !text::is_one_of("minister", figure.roles))
        return false;
    for (const std::string_view word : base::split(facts.role, ' ')) {
        if (is_contrast(word)) return false;
        if (!is_portfolio(word) || word == phrase.lemma) continue;
        const bool known = std::any_of(figure.roles.begin(), figure.roles.end(), [&](const std::string& held) {
            return (" " + held + " ").find(" " + std::string(word) + " ") != std::string::npos;
        });
        const bool in_name =
            std::any_of(figure.units.begin(), figure.units.end(), [&](const Unit& unit) { return unit.fold == word; });
        if (!known && !in_name) return false;
    }
    return true;
}

/// The last figure met that the phrase can stand for: by its own head noun first, then by a wider one.
FigureIndex Scene::antecedent(const Phrase& phrase) const {
    const Facts facts = facts_of(phrase);
    const bool in_title = page_.line_of(phrase.head).headline;
    FigureIndex of_title = kNobody;
    for (const int step : {0, 1, 2}) {
        for (std::size_t back = 0; back < seen_.size() && back < kWindow; ++back) {
            const FigureIndex index = parts_[seen_[seen_.size() - 1 - back].part].figure;
            const Figure& figure = cast_.figures[index];
            if (step == 0 && !text::is_one_of(facts.role, figure.roles)) continue;
            if (!described_by(phrase, figure, step < 2) || !can_be(phrase, facts, figure)) continue;
            if (in_title || !is_of_title(index)) return index;
            if (of_title == kNobody) of_title = index;
        }
    }
    const FigureIndex loose = loose_antecedent(phrase, facts);
    if (loose != kNobody) return loose;
    if (of_title != kNobody) return of_title;
    FigureIndex only = kNobody;  // named further on, or long ago
    for (FigureIndex i = 0; i < cast_.figures.size() && i < kMostFigures; ++i) {
        const Figure& figure = cast_.figures[i];
        if (!figure.named || !described_by(phrase, figure, true) || !can_be(phrase, facts, figure)) continue;
        if (only != kNobody) return kNobody;
        only = i;
    }
    return only;
}

/// A phrase for an office or body that each state has one of.
bool Scene::is_national(const Phrase& phrase) const {
    static constexpr std::array<std::string_view, 16> kBodies = {
        "government", "army",   "military", "parliament", "cabinet", "police",     "ministry",    "navy",
        "opposition", "senate", "junta",    "president",  "premier", "presidency", "authorities", "coastguard"};
    if (phrase.definite != Definite::kDefinite || !phrase.owner.empty() || !phrase.complement.empty()) return false;
    const std::string role = role_of(phrase);
    if (phrase.lemma == "minister" || phrase.lemma == "ministry") return role.find(' ') != std::string::npos;
    return role == phrase.lemma && text::is_one_of(phrase.lemma, kBodies);
}

std::string Scene::name_of(const Phrase& phrase, const std::string& country, FigureIndex owner) const {
    std::string core;
    for (std::uint32_t i = phrase.core.begin; i < phrase.core.end; ++i) {
        const Word& word = page_[i];
        std::string text(word.text);
        if (i < phrase.head && (is_idle_modifier(word.fold) || (word.is(Upos::kNum) && (!word.capital || word.opens))))
            continue;
        if (i < phrase.head && (word.hyphen ? core.empty() : is_age_word(i))) continue;
        if (i == phrase.head && (phrase.one_of || plain_kin(word.fold) != word.fold)) text = phrase.lemma;
        if (!word.office.empty()) text = word.office;
        const bool name = name_at_[i] != kNoWord || (word.caps && word.office.empty());
        if (!name && word.capital && word.opens) text = text::ascii_lower(text);
        if (!core.empty() && !word.joined) core += ' ';
        core += text;
    }
    std::string name = core;
    if (!phrase.complement.empty()) {
        name += ' ';
        name += one_line(page_.text_of(phrase.complement));
    }
    if (owner != kNobody) {
        const Figure& figure = cast_.figures[owner];
        const std::string_view adjective = tables_.adjective(country);
        const bool spokes = covers("spokesperson", phrase.lemma);
        const bool told = !phrase.owner.empty() && !phrase.pronoun_owner && phrase.kind == NounKind::kPerson;
        if (figure.kind == EntityKind::kState && !adjective.empty() && !told) {
            name = name_of_state_body(country, name);
        } else {
            const bool anonymous = figure.name.rfind("unnamed ", 0) == 0;
            name += (spokes ? " for " : " of ") + (anonymous ? "the " + figure.name.substr(8) : figure.name);
        }
    } else if (!phrase.owner.empty() && !phrase.pronoun_owner) {
        name += " of " + without_article(one_line(page_.text_of(phrase.owner)));
    }
    const bool anonymous = phrase.kind == NounKind::kPerson || phrase.kind == NounKind::kGroup;
    return with_short_state(anonymous ? "unnamed " + name : name);
}

FigureIndex Scene::new_figure(const Phrase& phrase) {
    Figure figure;
    figure.kind = kind_for(phrase);
    figure.country = country_of(phrase);
    figure.owner = owner_words(phrase);
    figure.plural = phrase.plural || phrase.kind == NounKind::kGroup;
    figure.gender = noun_gender(phrase.lemma);
    figure.heads = {phrase.lemma};
    figure.roles = {role_of(phrase)};
    figure.named = false;
    figure.guessed = phrase.guessed;
    const std::string sector = sector_of(phrase);
    if (!sector.empty()) figure.sectors.push_back(sector);
    FigureIndex owner = owner_of(phrase);
    const bool office = sector == "GOV" || sector == "MIL" || sector == "LEG";
    const bool ours = phrase.pronoun_owner && owner != kNobody && owner == cast_.outlet && office;
    if (ours) {  // "our foreign minister": a paper has none
        owner = kNobody;
        figure.country = home_;
        figure.owner = {};
    }
    if (owner == kNobody && figure.country.empty()) {
        owner = body_spoken_for(phrase);
        if (owner != kNobody) figure.country = cast_.figures[owner].country;
    }
    if (!home_.empty() && ((figure.country.empty() && is_national(phrase)) || ours)) {
        figure.country = home_;
        owner = cast_.of_state(home_);
    }
    figure.name = name_of(phrase, figure.country, owner);
    return cast_.add(std::move(figure));
}

/// "this newspaper", "our newspaper".
bool Scene::means_own_outlet(const Phrase& phrase) const {
    if (cast_.outlet == kNobody || phrase.plural || !(is_outlet_word(phrase.lemma) || phrase.lemma == "medium"))
        return false;
    const std::string& first = page_[phrase.words.begin].fold;
    return (first == "this" || first == "our") && !page_[phrase.head].quoted;
}

/// "Norway's government", "the government of Norway": the state itself, and so is "the government" after it.
FigureIndex Scene::governed_state(const Phrase& phrase) {
    if (phrase.lemma != "government" || phrase.plural || phrase.core.size() != 1 || phrase.pronoun_owner)
        return kNobody;
    if (phrase.owner.empty() && phrase.complement.empty()) {
        if (phrase.definite != Definite::kDefinite) return kNobody;
        return governed_ != kNobody || home_.empty() ? governed_ : cast_.of_state(home_);
    }
    const Range of{phrase.complement.begin + 1, phrase.complement.end};
    const bool told = phrase.complement.size() > 1 && page_[phrase.complement.begin].fold == "of";
    const Range words = !phrase.owner.empty() ? phrase.owner : told ? of : Range{};
    const FigureIndex figure = words.empty() ? kNobody : figure_within(words);
    const bool state = figure != kNobody && cast_.figures[figure].kind == EntityKind::kState;
    if (!state || name_at_[words.end - 1] == kNoWord) return kNobody;
    governed_ = figure;
    return figure;
}

/// "Both governments", "the two countries": the two states that the report has named most so far, where no third was
/// named half as often.
FigureIndex Scene::two_states(const Phrase& phrase) {
    static constexpr std::array<std::string_view, 5> kStates = {"government", "country", "nation", "capital",
                                                                "neighbour"};  // "both states" may be Ohio and Utah
    const bool two = phrase.head > 0 && (page_[phrase.head - 1].fold == "both" || page_[phrase.head - 1].fold == "two");
    if (!phrase.plural || !two || phrase.definite != Definite::kDefinite || !phrase.complement.empty() ||
        !text::is_one_of(phrase.lemma, kStates))
        return kNobody;
    std::vector<FigureIndex> states;
    for (FigureIndex i = 0; i < met_.size() && i < kMostFigures; ++i) {
        if (cast_.figures[i].kind == EntityKind::kState && met_[i] > 0) states.push_back(i);
    }
    if (states.size() < 2) return kNobody;
    std::stable_sort(states.begin(), states.end(), [&](FigureIndex a, FigureIndex b) { return met_[a] > met_[b]; });
    if (states.size() > 2 && 2 * met_[states[2]] > met_[states[1]]) return kNobody;
    const auto [first, second] = std::minmax(states[0], states[1]);
    Figure figure;
    figure.kind = EntityKind::kGroup;
    figure.plural = true;
    figure.named = false;
    figure.heads = {phrase.lemma};
    figure.roles = {phrase.lemma};
    figure.name = cast_.figures[first].name + " and " + cast_.figures[second].name;
    for (const FigureIndex pair : pairs_) {
        if (cast_.figures[pair].name == figure.name) return pair;
    }
    pairs_.push_back(cast_.add(std::move(figure)));
    return pairs_.back();
}

FigureIndex Scene::resolve_phrase(const Phrase& phrase) {
    if (phrase.core.begin > phrase.words.begin && page_[phrase.words.begin].fold == "no") return kNobody;
    const std::string country = country_in(phrase.core).empty() ? country_of(phrase) : country_in(phrase.core);
    if (phrase.lemma == "side" && !phrase.plural) return country.empty() ? kNobody : cast_.of_state(country);
    if (const FigureIndex state = governed_state(phrase); state != kNobody) return state;
    if (const FigureIndex pair = two_states(phrase); pair != kNobody) return pair;
    if (means_own_outlet(phrase)) return cast_.outlet;
    if (means_state(phrase)) return state_meant(phrase);
    if (const FigureIndex issuer = issuer_of(phrase); issuer != kNobody) return issuer;
    const bool headlinese = phrase.definite == Definite::kBare && !phrase.plural;
    if (phrase.definite == Definite::kDefinite || headlinese) {
        FigureIndex found = antecedent(phrase);
        if (found != kNobody && cast_.figures[found].named) taken_up_.push_back({found, phrase});
        if (found == kNobody) {
            found = office_holder(phrase);
            if (found != kNobody && !text::is_one_of(phrase.lemma, cast_.figures[found].heads))
                cast_.figures[found].heads.push_back(phrase.lemma);
        }
        if (found != kNobody) return found;
    }
    const FigureIndex made = new_figure(phrase);
    made_.push_back({made, phrase});
    note_title(phrase, made);
    note_lede(phrase, made);
    if (phrase.definite != Definite::kIndefinite && !phrase.plural) waiting_.push_back({made, phrase});
    return made;
}

bool Scene::is_relational_use(const Phrase& phrase) const {
    return phrase.pronoun_owner || (!phrase.owner.empty() && country_in(phrase.owner).empty());
}

}  // namespace readout::entity
