#include "entity/scene.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/list.h"

namespace readout::entity {
namespace {

bool is_verb(const Word& word) {
    return word.is(Upos::kVerb) || word.is(Upos::kAux);
}

void add_unique(std::vector<std::string>& list, const std::string& item) {
    if (!item.empty() && std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

}  // namespace

Scene::Scene(const Page& page, const Tables& tables, Cast& cast, std::vector<Part> name_parts)
    : page_(page), tables_(tables), cast_(cast), parts_(std::move(name_parts)) {
    name_at_.assign(page.size(), kNoWord);
    pronoun_at_.assign(page.size(), kNoWord);
    head_at_.assign(page.size(), kNoWord);
    for (std::uint32_t part = 0; part < parts_.size(); ++part) {
        for (std::uint32_t i = parts_[part].words.begin; i < parts_[part].words.end; ++i) name_at_[i] = part;
    }
    find_home();
    find_lede();
    name_state_bodies();
}

std::vector<Part> Scene::read(const std::vector<Phrase>& phrases) {
    if (home_.empty()) home_ = country_of_offices(phrases);
    std::vector<std::uint32_t> order(phrases.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return phrases[a].words.begin < phrases[b].words.begin; });
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < page_.size(); ++i) {
        if (page_[i].is(Upos::kPron) || page_[i].xpos == "PRP$" || page_[i].xpos == "WP$") read_pronoun(i);
        const std::uint32_t name = name_at_[i];
        if (name == kNoWord) read_question_label(i);
        if (name != kNoWord && parts_[name].words.begin == i) see_name(name);
        for (; next < order.size() && phrases[order[next]].words.begin <= i; ++next) {
            read_phrase(phrases[order[next]]);
        }
    }
    settle_lede();
    settle_title();
    settle_waiting();
    name_anew();
    return std::move(parts_);
}

/// "Question:" in a transcript: somebody of the press.
void Scene::read_question_label(std::uint32_t word) {
    if (!page_.is_question_label(word)) return;
    Figure asker;
    asker.name = "unnamed reporter";
    asker.sectors = {"JRN"};
    asker.heads = {"reporter"};
    asker.named = false;
    add_part({word, word + 1}, {word, word + 1}, record::MentionForm::kNominal, cast_.add(std::move(asker)));
}

void Scene::see(std::uint32_t part) {
    const Part& met = parts_[part];
    if (met.figure == kNobody) return;
    if (met_.size() <= met.figure) met_.resize(met.figure + 1, 0);
    ++met_[met.figure];
    for (std::uint32_t i = met.head.begin; i < met.head.end; ++i) head_at_[i] = part;
    seen_.push_back({part, page_[met.words.begin].sentence, place_of(met.words), page_[met.head.begin].quoted});
}

void Scene::see_name(std::uint32_t part) {
    if (const FigureIndex person = meant_by_nationality(part); person != kNobody) {
        parts_[part].figure = person;
        parts_[part].form = record::MentionForm::kNominal;
        if (parts_[part].words.begin > 0) --parts_[part].words.begin;  // "the"
    }
    see(part);
}

/// The first word that may be the verb of a subject ending before `after`: adverbs, "last night" and "on Monday" lie
/// between, and with `clauses` also ", 44," and ", who had left,".
std::uint32_t Scene::past_insertions(std::uint32_t after, bool clauses) const {
    constexpr std::uint32_t kMostInserted = 14;
    if (after >= page_.size() || after == 0) return after;
    const std::uint32_t end = page_.line_of(after - 1).words.end;
    if (clauses && after + 1 < end && page_[after].text == ",") {
        const Word& first = page_[after + 1];
        if (is_verb(first) || first.is(Upos::kCconj) || first.is(Upos::kSconj)) return after;
        for (std::uint32_t i = after + 2; i + 1 < end && i < after + kMostInserted; ++i) {
            if (page_[i].text == "," && (is_verb(page_[i + 1]) || page_[i + 1].is(Upos::kAdv)))
                return past_insertions(i + 1, false);
        }
        return after;
    }
    for (int skipped = 0; after < end && skipped < 3 && !is_verb(page_[after]); ++skipped) {
        const std::uint32_t next = page_[after].is(Upos::kAdv) ? after + 1 : page_.past_time(after);
        if (next == after) break;
        after = next;
    }
    return after;
}

Place Scene::place_of(Range words) const {
    const Line& line = page_.line_of(words.begin);
    std::uint32_t after = words.end;
    const bool owner = after < line.words.end && page_[after].xpos == "POS";
    if (owner) return Place::kOwner;
    if (words.begin > line.words.begin) {
        const Word& before = page_[words.begin - 1];
        if (before.is(Upos::kVerb) && is_reporting_verb(before.lemma) && words.begin >= line.words.begin + 2) {
            const std::string_view mark = page_[words.begin - 2].text;
            if (mark == "," || is_quote(mark)) return Place::kSpeaker;
        }
        if (before.fold == "to" && words.begin >= line.words.begin + 2 && page_[words.begin - 2].fold == "according")
            return Place::kSpeaker;
        if (before.is(Upos::kAdp) || before.fold == "to") return Place::kOblique;
    }
    const bool object = words.begin > line.words.begin && is_verb(page_[words.begin - 1]);
    after = past_insertions(after, !object);
    if (after < line.words.end && is_verb(page_[after]) && page_[after].xpos != "VBG") {
        return is_reporting_verb(page_[after].lemma) ? Place::kSpeaker : Place::kSubject;
    }
    if (words.begin == line.words.begin && after < line.words.end && page_[after].text == ",") return Place::kSubject;
    if (object) return Place::kObject;
    return Place::kOther;
}

void Scene::add_part(Range words, Range head, record::MentionForm form, FigureIndex figure) {
    parts_.push_back({words, head, form, figure});
    see(static_cast<std::uint32_t>(parts_.size() - 1));
}

std::uint32_t Scene::name_beginning_at(std::uint32_t word) const {
    if (word >= page_.size() || name_at_[word] == kNoWord) return kNoWord;
    return parts_[name_at_[word]].words.begin == word && parts_[name_at_[word]].figure != kNobody ? name_at_[word]
                                                                                                  : kNoWord;
}

std::uint32_t Scene::name_ending_at(std::uint32_t word) const {
    if (word == 0 || name_at_[word - 1] == kNoWord) return kNoWord;
    return parts_[name_at_[word - 1]].words.end == word && parts_[name_at_[word - 1]].figure != kNobody
               ? name_at_[word - 1]
               : kNoWord;
}

std::uint32_t Scene::person_beginning_at(std::uint32_t word) const {
    const std::uint32_t name = name_beginning_at(word);
    const bool person = name != kNoWord && cast_.figures[parts_[name].figure].kind == record::EntityKind::kPerson;
    return person ? name : kNoWord;
}

/// The first word after titles, "the Hon." and adjectives that stand before a name: "the Hon. Mette Holm", "burly
/// Colonel Holm". `first` itself when there are none.
std::uint32_t Scene::past_titles(std::uint32_t first) const {
    constexpr std::uint32_t kMost = 6;
    std::uint32_t at = first;
    for (; at < first + kMost && page_.within(at + 1, first) && name_at_[at] == kNoWord; ++at) {
        const Word& word = page_[at];
        const bool title = word.capital && (is_title_head(word.fold) || is_title_modifier(word.fold));
        const bool honorific = word.capital && is_honorific(word.fold);
        const bool point = word.text == "." && at > first && page_[at - 1].capital;
        const bool article = at == first && word.fold == "the";
        const bool adjective = at < first + 2 && !word.capital && (word.is(Upos::kAdj) || word.is(Upos::kVerb));
        if (!title && !honorific && !point && !article && !adjective) break;
    }
    return at;
}

/// "the Danish envoy, Mette Holm, said": the name after the comma.
std::uint32_t Scene::apposed_after(const Phrase& phrase) const {
    const std::uint32_t comma = phrase.words.end;
    if (!page_.within(comma + 1, phrase.head)) return kNoWord;
    if (page_[comma].text == "(" && phrase.definite == Definite::kDefinite) return person_beginning_at(comma + 1);
    if (page_[comma].text != ",") return kNoWord;
    const std::uint32_t first = past_titles(comma + 1);
    const std::uint32_t name = person_beginning_at(first);
    if (name == kNoWord) return kNoWord;
    const std::uint32_t end = parts_[name].words.end;
    if (!page_.within(end, phrase.head)) return name;
    const Word& next = page_[end];
    const bool closed = next.text == "," || next.text == "." || next.text == ")" || next.text == "—" ||
                        next.text == "–" || next.fold == "who";
    if (next.text == "," && page_.within(end + 1, end)) {
        // "the minister, Holm, Berg and others": a list, unless something other than a name follows
        if (name_at_[end + 1] != kNoWord) return kNoWord;
    }
    return closed || is_verb(next) ? name : kNoWord;
}

/// "a spokesman for |the group|": a name behind it may be the spokesman's.
bool Scene::hangs_on_person(const Phrase& phrase) const {
    const std::uint32_t begin = phrase.words.begin;
    return begin >= 2 && page_.same_line(begin - 2, begin) && page_[begin - 1].is(Upos::kAdp) &&
           noun_kind(noun_lemma(page_[begin - 2])) == NounKind::kPerson;
}

/// "Unlike |the union|, UNICEF left", "After talks with |the union|,": the end of an adjunct that opens the sentence.
/// Not so "In Lund |the union|,".
bool Scene::ends_opening_adjunct(const Phrase& phrase) const {
    const auto links = [&](std::uint32_t i) {
        return page_[i].is(Upos::kAdp) || page_[i].is(Upos::kSconj) || page_[i].fold == "unlike";
    };
    const std::uint32_t first = page_.line_of(phrase.head).words.begin, begin = phrase.words.begin;
    if (begin == first || !links(first) || !links(begin - 1)) return false;
    for (std::uint32_t i = first; i < begin; ++i) {
        if (is_verb(page_[i])) return false;
    }
    return true;
}

/// "the U.N. mission, MONUSCO, said": the body named after the comma. No verb follows at once, as in "after talks with
/// the union, UNICEF said", and no list does.
std::uint32_t Scene::body_apposed_after(const Phrase& phrase) const {
    const std::uint32_t comma = phrase.words.end;
    if (phrase.kind != NounKind::kOrganisation || phrase.definite != Definite::kDefinite) return kNoWord;
    if (!page_.within(comma + 1, phrase.head) || page_[comma].text != ",") return kNoWord;
    const std::uint32_t name = name_beginning_at(comma + 1);
    if (name == kNoWord || cast_.figures[parts_[name].figure].kind != record::EntityKind::kOrganisation) return kNoWord;
    const std::uint32_t end = parts_[name].words.end;
    const Figure& body = cast_.figures[parts_[name].figure];
    const bool surely = body.actor || !body.heads.empty() || page_[comma + 1].caps;
    if (!page_.within(end, comma) || (hangs_on_person(phrase) && !surely)) return kNoWord;
    static constexpr std::array<std::string_view, 6> kNameless = {"government", "ministry", "police",
                                                                  "army",       "court",    "parliament"};
    if (text::is_one_of(phrase.lemma, kNameless) || ends_opening_adjunct(phrase)) return kNoWord;
    const bool cited =
        text::is_one_of("JRN", body.sectors) || has_outlet_head(body);  // "Police raided the bank, Reuters."
    if (page_[end].text == "." || page_[end].text == ")") return cited ? kNoWord : name;
    const bool listed =
        page_.within(end + 1, comma) && (page_[end + 1].is(Upos::kCconj) || name_at_[end + 1] != kNoWord);
    return page_[end].text == "," && !listed ? name : kNoWord;
}

/// "Mette Holm, the Danish envoy," and "Maureen Tuck, 70, a pensioner,": the name before the comma.
std::uint32_t Scene::apposed_before(const Phrase& phrase) const {
    const Line& line = page_.line_of(phrase.head);
    std::uint32_t at = phrase.words.begin;
    if (at < line.words.begin + 2) return kNoWord;
    const Word& before = page_[at - 1];
    const bool became = before.lemma == "become" || before.lemma == "remain";
    if (before.is(Upos::kAux) || before.is(Upos::kVerb)) return became ? name_ending_at(at - 1) : kNoWord;
    if (before.text != ",") return kNoWord;
    --at;
    if (at >= line.words.begin + 3 && page_[at - 1].is(Upos::kNum) && page_[at - 2].text == ",") at -= 2;
    if (page_[at - 1].text == ")") {  // "Mr. Holm (Denmark), President of the Conference"
        std::uint32_t open = at - 1;
        while (open > line.words.begin && at - open < 8 && page_[open].text != "(") --open;
        if (page_[open].text == "(") at = open;
    }
    const std::uint32_t name = name_ending_at(at);
    if (name == kNoWord) return kNoWord;
    if (!page_.within(phrase.words.end, phrase.head)) return name;
    const Word& next = page_[phrase.words.end];
    const bool closed = next.text == "," || next.text == "." || next.text == ")" || next.text == ";" ||
                        next.fold == "who" || next.fold == "whose" || next.is(Upos::kAdp) || is_quote(next.text);
    return closed ? name : kNoWord;
}

/// Takes over what the phrase tells about somebody named beside it.
void Scene::describe(FigureIndex index, const Phrase& phrase) {
    const std::string country = country_of(phrase), sector = sector_of(phrase), role = role_of(phrase);
    Figure& figure = cast_.figures[index];
    add_unique(figure.heads, phrase.lemma);
    add_unique(figure.roles, role);
    if (phrase.lemma == "premier") {
        add_unique(figure.roles, "prime minister");
        add_unique(figure.heads, "minister");
    }
    if (role == "prime minister") add_unique(figure.heads, "premier");
    if (covers("head of state", role)) {
        add_unique(figure.heads, "head of state");
        add_unique(figure.roles, "head of state");
    }
    if (figure.kind == record::EntityKind::kPerson && figure.gender == Gender::kUnknown)
        figure.gender = noun_gender(phrase.lemma);
    if (figure.actor) return;
    if (figure.country.empty()) figure.country = country;
    add_unique(figure.sectors, sector);
}

/// A phrase beside a name that it describes: title before the name, or apposition.
bool Scene::attach(const Phrase& phrase) {
    if (phrase.plural) return false;
    const bool person = phrase.kind == NounKind::kPerson;
    const std::uint32_t next =
        page_.within(phrase.words.end, phrase.head) ? name_beginning_at(phrase.words.end) : kNoWord;
    if (next != kNoWord) {
        const FigureIndex index = parts_[next].figure;
        const Figure& figure = cast_.figures[index];
        const bool fits =
            person ? figure.kind == record::EntityKind::kPerson
                   : phrase.kind == NounKind::kOrganisation && figure.kind == record::EntityKind::kOrganisation;
        const bool near = phrase.complement.empty() || phrase.kind == NounKind::kPerson;
        if (fits && near && !phrase.pronoun_owner) {
            describe(index, phrase);
            const Range name = parts_[next].words;
            parts_.push_back({{phrase.words.begin, name.end}, name, record::MentionForm::kName, index});
            return true;
        }
    }
    if (const std::uint32_t called = name_behind_called(phrase); called != kNoWord) {
        describe(parts_[called].figure, phrase);
        add_part(phrase.words, {phrase.head, phrase.head + 1}, record::MentionForm::kNominal, parts_[called].figure);
        return true;
    }
    if (const FigureIndex subject = predicated_of(phrase); subject != kNobody) {
        describe(subject, phrase);
        add_part(phrase.words, {phrase.head, phrase.head + 1}, record::MentionForm::kNominal, subject);
        return true;
    }
    const std::uint32_t after = person ? apposed_after(phrase) : body_apposed_after(phrase);
    const std::uint32_t name = after != kNoWord ? after : apposed_before(phrase);
    if (name == kNoWord) return attach_to_phrase(phrase);
    const Figure& figure = cast_.figures[parts_[name].figure];
    const bool fits = person
                          ? figure.kind == record::EntityKind::kPerson
                          : phrase.kind == NounKind::kOrganisation && figure.kind == record::EntityKind::kOrganisation;
    if (!fits) return false;
    const Gender gender = noun_gender(phrase.lemma);
    if (gender != Gender::kUnknown && figure.gender != Gender::kUnknown && gender != figure.gender) return false;
    describe(parts_[name].figure, phrase);
    add_part(phrase.words, {phrase.head, phrase.head + 1}, record::MentionForm::kNominal, parts_[name].figure);
    return true;
}

/// "a farmer |named| Ola Berg", "a man |called| Holm".
std::uint32_t Scene::name_behind_called(const Phrase& phrase) const {
    const std::uint32_t verb = phrase.words.end;
    if (phrase.kind != NounKind::kPerson || !page_.within(verb + 1, phrase.head)) return kNoWord;
    const record::Token& token = page_.reading.syntax.tokens[verb];
    const bool called = (page_[verb].fold == "named" || page_[verb].fold == "called") &&
                        token.relation == record::Relation::kAcl && token.head == phrase.head;
    return called ? person_beginning_at(verb + 1) : kNoWord;
}

/// "Roe is |a former referee|", "Roe, who was |a colonel|,": the named person whom the phrase is said of.
FigureIndex Scene::predicated_of(const Phrase& phrase) const {
    if (phrase.kind != NounKind::kPerson || phrase.pronoun_owner) return kNobody;
    const auto& tokens = page_.reading.syntax.tokens;
    const Range line = page_.line_of(phrase.head).words;
    std::uint32_t subject = kNoWord;
    bool copula = false;
    for (std::uint32_t i = line.begin; i < phrase.head; ++i) {
        if (tokens[i].head != phrase.head) continue;
        if (tokens[i].relation == record::Relation::kNsubj) subject = i;
        copula = copula || tokens[i].relation == record::Relation::kCop;
        if (tokens[i].lemma == "not" || tokens[i].lemma == "never") return kNobody;
    }
    if (!copula || subject == kNoWord) return kNobody;
    const std::uint32_t named = name_at_[subject];
    const FigureIndex figure = named != kNoWord               ? parts_[named].figure
                               : page_[subject].fold == "who" ? relative(subject)
                                                              : kNobody;
    if (figure == kNobody) return kNobody;
    const Figure& known = cast_.figures[figure];
    return known.named && known.kind == record::EntityKind::kPerson ? figure : kNobody;
}

/// "the chief negotiator, a former surgeon,": a second description of the phrase before the comma.
bool Scene::attach_to_phrase(const Phrase& phrase) {
    const std::uint32_t begin = phrase.words.begin;
    const bool place = phrase.kind == NounKind::kPerson && begin > page_.line_of(begin).words.begin + 1 &&
                       page_[begin - 1].text == "," && phrase.definite == Definite::kIndefinite && !phrase.one_of;
    if (!place || seen_.empty() || !page_.within(phrase.words.end, begin) || page_[phrase.words.end].text != ",")
        return false;
    for (std::size_t back = 0; back < seen_.size() && back < 4; ++back) {
        const Part& part = parts_[seen_[seen_.size() - 1 - back].part];
        const Figure& figure = cast_.figures[part.figure];
        if (part.words.end != begin - 1 || figure.kind != record::EntityKind::kPerson) continue;
        if (part.form != record::MentionForm::kNominal) return false;
        describe(part.figure, phrase);
        add_part(phrase.words, {phrase.head, phrase.head + 1}, record::MentionForm::kNominal, part.figure);
        return true;
    }
    return false;
}

void Scene::read_phrase(const Phrase& phrase) {
    if (phrase.stands_in) return read_stand_in(phrase);
    if (attach(phrase)) return;
    const FigureIndex figure = resolve_phrase(phrase);
    if (figure == kNobody) return;
    const bool apart = !phrase.complement.empty() && page_[phrase.complement.begin].fold != "of";
    if (apart) {  // "a source" in "a source at the ministry": the shorter words name the same
        const Range base{phrase.words.begin, phrase.head + 1};
        parts_.push_back({base, {phrase.head, phrase.head + 1}, record::MentionForm::kNominal, figure});
    }
    add_part(phrase.words, {phrase.head, phrase.head + 1}, record::MentionForm::kNominal, figure);
}

}  // namespace readout::entity
