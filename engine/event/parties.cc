#include "event/parties.h"

#include <algorithm>

#include "event/words.h"
#include "text/fold.h"

namespace readout::event {
namespace {

using record::EntityKind;
using text::Span;

constexpr std::size_t kMentionsBack = 8;  // how many mentions may begin before one that holds a given word

bool is_country(std::string_view code) {
    return code.size() == 3 && code != "UNO" && code != "EUR" && code != "IGO" && code != "NGO" && code != "ISM" &&
           code != "IMG" && code != "MNC";
}

bool is_political(const std::vector<std::string>& sectors) {
    static constexpr std::array<std::string_view, 12> kPolitical{"GOV", "MIL", "COP", "LEG", "JUD", "PTY",
                                                                 "REB", "UAF", "PRM", "OPP", "SPY", "CRM"};
    return std::any_of(sectors.begin(), sectors.end(), [](const std::string& s) { return one_of(s, kPolitical); });
}

bool drops_at_start(std::string_view tag) {
    return tag == "DT" || tag == "PDT" || tag == "CD" || tag == "PRP$" || tag.starts_with("JJ") || tag == "VBN" ||
           tag == "VBG" || tag == "``" || tag == "\"" || tag == "''";
}

}  // namespace

Parties::Parties(const record::Reading& reading, const Lexicon& lexicon) : reading_(reading), lexicon_(lexicon) {
    for (const record::Entity& e : reading.entities) entities_[e.id] = &e;
    for (const record::Mention& mention : reading.mentions) {
        const record::Entity* e = entity(mention.entity);
        if (e != nullptr && (!e->country.empty() || is_political(e->sectors))) ++political_;
        if (e == nullptr || mention.form == record::MentionForm::kPronoun) continue;
        if (mention.form == record::MentionForm::kName && e->kind != EntityKind::kDocument) ++named_;
        if (is_country(e->country) && (e->kind == EntityKind::kPlace || e->kind == EntityKind::kState)) {
            countries_.emplace_back(mention.span.begin, e);
        }
    }
}

const record::Entity* Parties::entity(const record::EntityId& id) const {
    const auto at = entities_.find(id);
    return at == entities_.end() ? nullptr : at->second;
}

std::size_t Parties::first_near(std::uint32_t offset) const {
    const auto& mentions = reading_.mentions;
    const auto at = std::partition_point(mentions.begin(), mentions.end(),
                                         [&](const record::Mention& m) { return m.span.begin < offset; });
    const auto index = static_cast<std::size_t>(at - mentions.begin());
    return index > kMentionsBack ? index - kMentionsBack : 0;
}

const record::Mention* Parties::mention_with_head(Span head) const {
    const record::Mention* best = nullptr;
    for (std::size_t i = first_near(head.begin); i < reading_.mentions.size(); ++i) {
        const record::Mention& mention = reading_.mentions[i];
        if (mention.span.begin >= head.end) break;
        const Span where = mention.head.empty() ? mention.span : mention.head;
        if (!where.overlaps(head) || where.end < head.end) continue;
        if (best == nullptr || mention.span.size() > best->span.size()) best = &mention;
    }
    return best;
}

const record::Mention* Parties::state_inside(Span span) const {
    for (std::size_t i = first_near(span.begin); i < reading_.mentions.size(); ++i) {
        const record::Mention& mention = reading_.mentions[i];
        if (mention.span.begin >= span.end) break;
        if (!span.contains(mention.span)) continue;
        const record::Entity* e = entity(mention.entity);
        if (e != nullptr && !e->country.empty()) return &mention;
    }
    return nullptr;
}

void Parties::fill(Found& found, const record::Mention& mention) const {
    const record::Entity* e = entity(mention.entity);
    if (e == nullptr) return;
    found.party.entity = e->id;
    found.party.name = e->name;
    found.party.country = e->country;
    found.party.sectors = e->sectors;
    found.is_metonym = e->kind == EntityKind::kState && mention.form == record::MentionForm::kName &&
                       text::fold(text::words_at(reading_.report.text, mention.span)) != text::fold(e->name);
    if (e->kind == EntityKind::kState && found.party.sectors.empty()) found.party.sectors = {"GOV"};
    found.standing = mention.form == record::MentionForm::kPronoun ? Standing::kPronoun
                     : e->kind == EntityKind::kPlace               ? Standing::kPlace
                     : e->kind == EntityKind::kDocument            ? Standing::kThing
                     : mention.form == record::MentionForm::kNominal
                         ? (e->country.empty() && e->sectors.empty() ? Standing::kThing : Standing::kRole)
                         : Standing::kNamed;
}

Found Parties::look(const Phrases& phrases, Index noun) const {
    Found found = look_at(phrases, noun);
    const Index of = phrases.of_phrase(noun);
    if (of == kNone || found.standing >= Standing::kPronoun) return found;
    // "nine of their neighbours", "the last column of the rebels"
    const Found inner = look_at(phrases, of);
    return inner.standing >= Standing::kRole ? inner : found;
}

Found Parties::look_at(const Phrases& phrases, Index noun) const {
    const NounPhrase& np = phrases.nouns()[noun];
    const auto tokens = phrases.tokens();
    Found found;
    Index first = np.first;
    while (first + 1 < np.last && drops_at_start(tokens[first].xpos)) {
        if (tokens[first].xpos.starts_with("JJ") && state_inside(tokens[first].span) != nullptr) break;
        ++first;
    }
    if (first > np.head) first = np.first;
    const Span span{tokens[first].span.begin, tokens[np.last - 1].span.end};
    found.party.span = span;
    found.head = tokens[np.head].lemma;
    found.party.name = std::string(text::words_at(reading_.report.text, span));
    const std::string& tag = tokens[np.head].xpos;
    const bool pronoun = lexicon_.in_class(found.head, "anybody") || tag == "PRP" || tag == "DT" || tag == "CD" ||
                         tag == "WP" || tag == "PDT";
    if (const record::Mention* mention = mention_with_head(tokens[np.head].span)) fill(found, *mention);
    if (const auto sector = lexicon_.role_sector(found.head); sector && !pronoun) {
        if (found.standing < Standing::kRole) found.standing = Standing::kRole;
        if (found.party.sectors.empty() && !sector->empty()) found.party.sectors = {*sector};
    }
    if (found.standing < Standing::kRole &&
        (lexicon_.in_class(found.head, "prisoner") || lexicon_.in_class(found.head, "official") ||
         lexicon_.in_class(found.head, "troop") || lexicon_.in_class(found.head, "police") ||
         lexicon_.in_class(found.head, "people")) &&
        !pronoun) {
        found.standing = Standing::kRole;
    }
    // "government helicopters", "army lorries"
    for (Index i = np.first; i < np.head && found.standing == Standing::kThing; ++i) {
        if (lexicon_.in_class(tokens[i].lemma, "troop") || lexicon_.in_class(tokens[i].lemma, "police") ||
            tokens[i].lemma == "government") {
            found.standing = Standing::kKin;
            found.party.country = country_near(span.begin);
        }
    }
    if (found.standing == Standing::kThing && pronoun) {
        found.standing = tag == "CD" && phrases.of_phrase(noun) != kNone ? Standing::kKin : Standing::kPronoun;
    }
    if (found.standing == Standing::kThing && tag.starts_with("NNP")) found.standing = Standing::kKin;
    if (found.party.country.empty() && !pronoun) {
        const record::Mention* state = state_inside({tokens[np.first].span.begin, span.end});
        const Index of = phrases.of_phrase(noun);
        if (state == nullptr && of != kNone) {
            const NounPhrase& inner = phrases.nouns()[of];
            state = state_inside({tokens[inner.first].span.begin, tokens[inner.last - 1].span.end});
        }
        if (state != nullptr) {
            found.party.country = entity(state->entity)->country;
            if (found.standing < Standing::kKin) found.standing = Standing::kKin;
        } else if (found.standing >= Standing::kRole) {
            found.party.country = country_near(span.begin);
        }
    }
    return found;
}

std::optional<Found> Parties::owner(const Phrases& phrases, Index noun, Index until) const {
    const NounPhrase& np = phrases.nouns()[noun];
    const auto tokens = phrases.tokens();
    for (Index i = np.first; i < until && i < np.last; ++i) {
        if (tokens[i].xpos != "POS" || (i > 0 && phrases.in_date(i - 1))) continue;
        Index head = i - 1;
        if (i == np.first) break;
        Found found;
        Index first = np.first;
        while (first < head && drops_at_start(tokens[first].xpos)) ++first;
        found.party.span = Span{tokens[first].span.begin, tokens[head].span.end};
        found.party.name = std::string(text::words_at(reading_.report.text, *found.party.span));
        found.head = tokens[head].lemma;
        if (const record::Mention* mention = mention_with_head(tokens[head].span)) fill(found, *mention);
        if (const auto sector = lexicon_.role_sector(found.head)) {
            if (found.standing < Standing::kRole) found.standing = Standing::kRole;
            if (found.party.sectors.empty() && !sector->empty()) found.party.sectors = {*sector};
        }
        if (found.standing == Standing::kThing && tokens[head].xpos.starts_with("NNP")) found.standing = Standing::kKin;
        if (found.party.country.empty() && found.standing != Standing::kThing) {
            found.party.country = country_near(found.party.span->begin);
        }
        if (found.standing != Standing::kThing) return found;
    }
    for (Index i = np.first; i < until && i < np.last; ++i) {
        if (tokens[i].xpos == "POS") break;
        const record::Mention* state = state_inside(tokens[i].span);
        if (state == nullptr) continue;
        Found found;
        fill(found, *state);
        found.party.span = state->span;
        found.head = tokens[i].lemma;
        return found;
    }
    return std::nullopt;
}

std::string Parties::country_near(std::uint32_t offset) const {
    if (countries_.empty()) return {};
    const auto at = std::partition_point(countries_.begin(), countries_.end(),
                                         [&](const auto& item) { return item.first <= offset; });
    return at == countries_.begin() ? at->second->country : std::prev(at)->second->country;
}

std::optional<record::EventPlace> Parties::place_in(const Phrases& phrases, Span span) const {
    std::optional<record::EventPlace> found;
    const auto tokens = phrases.tokens();
    static constexpr std::array<std::string_view, 11> kLocative{"in",   "at", "near", "outside", "off",    "from",
                                                                "over", "on", "to",   "of",      "through"};
    static constexpr std::array<std::string_view, 6> kInside{"in", "at", "near", "outside", "through", "to"};
    for (std::size_t i = first_near(span.begin); i < reading_.mentions.size(); ++i) {
        const record::Mention& mention = reading_.mentions[i];
        if (mention.span.begin >= span.end) break;
        if (!span.contains(mention.span)) continue;
        const record::Entity* e = entity(mention.entity);
        if (e == nullptr || mention.form != record::MentionForm::kName) continue;
        const auto token = static_cast<Index>(text::first_ending_after(tokens, mention.span.begin));
        const Index np = token < tokens.size() ? phrases.noun_at(token) : kNone;
        const Index before = np == kNone ? kNone : phrases.nouns()[np].preposition;
        if (before == kNone || !one_of(tokens[before].lemma, kLocative)) continue;
        // "in Accra" is where, "Accra said" is who.
        const std::string_view words = text::words_at(reading_.report.text, mention.span);
        const bool capital = e->kind == EntityKind::kState && one_of(tokens[before].lemma, kInside) &&
                             tokens[token].xpos.starts_with("NNP") && text::fold(words) != text::fold(e->name) &&
                             std::find(e->aliases.begin(), e->aliases.end(), words) != e->aliases.end();
        const bool place = e->kind == EntityKind::kPlace || capital;
        const bool state = e->kind == EntityKind::kState && tokens[before].lemma == "in";
        if (!place && !state) continue;
        if (!found || (place && found->name.empty())) {
            found = record::EventPlace{mention.span, capital ? std::string(words) : e->name, e->country};
            if (place) break;
        }
    }
    return found;
}

}  // namespace readout::event
