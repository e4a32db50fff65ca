#include "entity/cast.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/table.h"
#include "entity/initials.h"
#include "entity/translit.h"
#include "text/fold.h"
#include "text/list.h"

namespace readout::entity {
namespace {

constexpr int kHint = 3;  // weight of what the network takes a name for

constexpr std::size_t kMostCandidates = 40;  // of one surname or given name in one report

bool is_body(record::EntityKind kind) {
    return kind == record::EntityKind::kOrganisation || kind == record::EntityKind::kGroup;
}

/// A word of a body's name by which "the X" takes it up.
bool may_head_body(std::string_view word) {
    return is_organisation_noun(word) || is_outlet_noun(word) || noun_kind(word) == NounKind::kOrganisation;
}

bool is_initial(std::string_view word) {
    return word.size() == 1;
}

/// True when `part` stands in `whole` as a run of units.
bool is_part(const std::vector<Unit>& part, const std::vector<Unit>& whole) {
    return std::search(whole.begin(), whole.end(), part.begin(), part.end(),
                       [](const Unit& a, const Unit& b) { return a.fold == b.fold; }) != whole.end();
}

}  // namespace

Cast::Cast(const Page& page, const Tables& tables, std::optional<base::Day> day)
    : page_(page), tables_(tables), day_(day) {}

FigureIndex Cast::add(Figure figure) {
    figures.push_back(std::move(figure));
    return static_cast<FigureIndex>(figures.size() - 1);
}

FigureIndex Cast::of_actor(std::uint32_t actor) {
    const auto known = by_actor_.find(actor);
    if (known != by_actor_.end()) return known->second;
    const Actor& row = tables_.actor(actor);
    Figure figure;
    figure.kind = row.kind;
    figure.actor = actor;
    figure.name = row.name;
    figure.country = row.country;
    figure.sectors = row.sectors;
    const std::string folded = text::fold(row.name);
    for (const std::string_view word : base::split(folded, ' '))
        figure.units.push_back({std::string(word), std::string(word)});
    if (row.kind == record::EntityKind::kPerson) {
        figure.gender = tables_.given_name_gender(figure.units.front().fold);
        for (const Term* term : tables_.terms_of(actor)) {
            const bool now = !day_ || ((!term->from || *term->from <= *day_) && (!term->to || *day_ <= *term->to));
            if (!now) continue;
            figure.roles.push_back(term->office);
            figure.heads.push_back(term->office.substr(term->office.rfind(' ') + 1));
            if (std::find(figure.sectors.begin(), figure.sectors.end(), term->sector) == figure.sectors.end() && day_) {
                figure.sectors.push_back(term->sector);
            }
        }
    } else if (is_body(row.kind)) {
        for (const Unit& unit : figure.units) {
            if (may_head_body(unit.fold)) figure.heads.push_back(unit.fold);
        }
    }
    const FigureIndex index = add(std::move(figure));
    by_actor_.emplace(actor, index);
    this->index(index);
    return index;
}

FigureIndex Cast::of_state(const std::string& code) {
    const std::optional<std::uint32_t> state = tables_.state(code);
    return state ? of_actor(*state) : kNobody;
}

void Cast::index(FigureIndex figure) {
    const auto put = [&](const std::string& key) {
        std::vector<FigureIndex>& list = by_unit_[key];
        if (list.size() < kMostCandidates && (list.empty() || list.back() != figure)) list.push_back(figure);
    };
    for (const Unit& unit : figures[figure].units) {
        put(unit.fold);
        if (unit.plain != unit.fold) put(unit.plain);
    }
}

/// A capital as a place: after "in", "at" and the like, after "to" with a verb of motion, and in datelines.
bool Cast::locative(const Name& name) const {
    const std::uint32_t at = name.words.begin;
    const Word& word = page_[at];
    const Line& line = page_.line_of(at);
    const bool ahead = name.words.end < page_.size() && page_.same_line(at, name.words.end);
    if (at == line.words.begin && ahead) {
        const std::string_view next = page_[name.words.end].text;
        if (word.caps && (next == "," || next == "(" || next == "—" || next == "–" || next == "-")) return true;
        if (line.block < page_.reading.report.blocks.size() &&
            page_.reading.report.blocks[line.block].kind == record::BlockKind::kDateline)
            return true;
    }
    if (at == line.words.begin) return false;
    const std::string& before = page_[at - 1].fold;
    if (before == "in" || before == "at" || before == "near" || before == "outside" || before == "around" ||
        before == "across" || before == "through" || before == "inside" || before == "into" || before == "via") {
        return !(ahead && page_[name.words.end].is(Upos::kNoun));
    }
    if (before != "to" && before != "from" && before != "for" && before != "left") return false;
    static constexpr std::array<std::string_view, 20> kMotion = {
        "fly",   "travel", "go",    "visit", "trip", "journey", "flight", "come",   "return", "arrive",
        "leave", "send",   "train", "drive", "head", "move",    "flee",   "depart", "road",   "tour"};
    for (std::uint32_t back = 2; back <= 4 && at >= line.words.begin + back; ++back) {
        if (std::find(kMotion.begin(), kMotion.end(), page_[at - back].lemma) != kMotion.end()) return true;
    }
    return false;
}

FigureIndex Cast::capital_place(const Name& name) {
    const Actor& state = tables_.actor(name.form->actor);
    const std::string form = text::fold(page_.text_of(name.words));
    const std::string key = form + "," + state.country;
    const auto known = by_place_.find(key);
    if (known != by_place_.end()) return known->second;
    Figure figure;
    figure.kind = record::EntityKind::kPlace;
    figure.name = std::string(page_.text_of(name.words));
    if (page_[name.words.begin].caps) {  // a dateline's "MOSCOW"
        figure.name.clear();
        for (std::uint32_t i = name.words.begin; i < name.words.end; ++i) {
            std::string word = text::ascii_lower(page_[i].text);
            if (!word.empty() && word.front() >= 'a' && word.front() <= 'z')
                word.front() = static_cast<char>(word.front() - 32);
            if (i > name.words.begin && !page_[i].joined) figure.name += ' ';
            figure.name += word;
        }
    }
    figure.country = state.country;
    figure.owner = "place:" + key;
    const FigureIndex index = add(std::move(figure));
    by_place_.emplace(key, index);
    return index;
}

FigureIndex Cast::table_figure(const Name& name) {
    if (name.form->use == FormUse::kCapital && locative(name)) return capital_place(name);
    return of_actor(name.form->actor);
}

Evidence Cast::evidence_of(const Name& name) const {
    Evidence evidence;
    const std::uint32_t begin = name.words.begin, end = name.words.end;
    const bool many = end - begin > 1;
    evidence.person = many ? 1 : 0;
    if (name.shape == NameShape::kPerson) evidence.person += 3;
    if (name.shape == NameShape::kOrganisation) evidence.organisation += 6;
    if (name.shape == NameShape::kPlace) evidence.place += 6;
    if (many && opens_outlet_name(page_[begin].fold)) evidence.organisation += 5;
    if (!many && page_[begin].caps && page_[begin].fold.size() <= 6) evidence.organisation += 2;
    switch (page_[end - 1].hint) {
        case NameHint::kPerson:
            evidence.person += kHint;
            break;
        case NameHint::kOrganisation:
            evidence.organisation += kHint;
            break;
        case NameHint::kPlace:
            evidence.place += kHint;
            break;
        case NameHint::kNone:
            break;
    }
    const auto before = [&](std::uint32_t back) -> const Word* {
        return begin >= back && page_.same_line(begin - back, begin) ? &page_[begin - back] : nullptr;
    };
    const auto after = [&](std::uint32_t ahead) -> const Word* {
        return page_.within(end + ahead, begin) ? &page_[end + ahead] : nullptr;
    };
    if (const Word* word = before(1)) {
        if (is_honorific(word->fold) && word->capital) {
            evidence.person += 4;
            evidence.gender = honorific_gender(word->fold);
        } else if (is_title_head(word->fold) || noun_kind(word->lemma) == NounKind::kPerson) {
            evidence.person += word->is_noun() ? 3 : 0;
        } else if (noun_kind(word->lemma) == NounKind::kOrganisation && word->is(Upos::kNoun)) {
            evidence.organisation += 3;
        }
        if (word->fold == "the") evidence.organisation += 2;
        if (word->fold == "in" || word->fold == "near" || word->fold == "at" || word->fold == "outside")
            evidence.place += 3;
        if (word->fold == "from") evidence.place += 1;
        if (word->text == "." && before(2) != nullptr && is_honorific(before(2)->fold)) evidence.person += 4;
    }
    if (const Word* word = after(0)) {
        if (is_reporting_verb(word->lemma) && word->is(Upos::kVerb)) evidence.person += 2;
        if (word->fold == "who" || word->fold == "whose") evidence.person += 3;
        const Word* next = after(1);
        if (word->text == "," && next != nullptr) {
            const Word* third = after(2);
            if (next->is(Upos::kNum) && third != nullptr && third->text == ",") evidence.person += 4;
            if (next->fold == "who" || next->fold == "whose") evidence.person += 3;
        }
    }
    return evidence;
}

namespace {

/// "Van Buren" of "Martin Van Buren": a surname of several words.
bool are_last(const std::vector<Unit>& some, const std::vector<Unit>& all) {
    return some.size() < all.size() && std::equal(some.rbegin(), some.rend(), all.rbegin(),
                                                  [](const Unit& a, const Unit& b) { return a.plain == b.plain; });
}

}  // namespace

FigureIndex Cast::known_person(const std::vector<Unit>& units, Gender gender) const {
    FigureIndex found = kNobody;
    const auto consider = [&](const std::string& key) {
        const auto list = by_unit_.find(key);
        if (list == by_unit_.end()) return;
        for (const FigureIndex candidate : list->second) {
            const Figure& figure = figures[candidate];
            if (figure.kind != record::EntityKind::kPerson || figure.units.size() < 2) continue;
            if (!may_have(figure, gender)) continue;
            const Unit& last = figure.units.back();
            const bool same_given = figure.units.front().plain == units.front().plain;
            if (are_last(units, figure.units)) found = candidate;
            const bool one = last.plain == units.back().plain
                                 ? given_names_agree(figure.units.front().plain, units.front().plain)
                                 : same_given && surnames_near(last.plain, units.back().plain);
            if (one) found = candidate;
        }
    };
    consider(units.front().plain);
    consider(units.back().plain);
    return found;
}

std::optional<std::uint32_t> Cast::table_person(const std::vector<Unit>& units) const {
    std::optional<std::uint32_t> found;
    const auto words_of = [&](std::uint32_t person) { return text::fold(tables_.actor(person).name); };
    const auto unique = [&](std::uint32_t person) {
        if (found && *found != person) return false;
        found = person;
        return true;
    };
    for (const std::uint32_t person : tables_.people_by_surname(units.back().plain)) {
        const std::string name = words_of(person);
        if (!given_names_agree(name.substr(0, name.find(' ')), units.front().plain)) continue;
        if (is_initial(units.front().plain) && units.size() == 2) continue;
        if (!unique(person)) return std::nullopt;
    }
    if (found) return found;
    for (const std::uint32_t person : tables_.people_by_given_name(units.front().plain)) {
        const std::string name = words_of(person);
        if (!surnames_near(name.substr(name.rfind(' ') + 1), units.back().plain)) continue;
        if (!unique(person)) return std::nullopt;
    }
    if (found) return found;
    for (const std::uint32_t person : tables_.people_by_sound(sound_key(units.back().plain))) {
        const std::string name = words_of(person);
        if (!given_names_agree(name.substr(0, name.find(' ')), units.front().plain)) continue;
        if (!unique(person)) return std::nullopt;
    }
    return found;
}

/// A bare surname is a person of the table when only one there bears it and that person's state is met in the report or
/// the person is in office on the day of the report.
std::optional<std::uint32_t> Cast::table_surname(const std::string& surname) const {
    const std::vector<std::uint32_t>& spelt = tables_.people_by_surname(surname);
    const bool sound = spelt.empty() && surname.size() >= 6;
    const std::vector<std::uint32_t>& people = sound ? tables_.people_by_sound(sound_key(surname)) : spelt;
    if (people.empty() || is_given_name(surname) || noun_kind(surname) != NounKind::kNone) return std::nullopt;
    std::optional<std::uint32_t> found;
    bool found_spouse = false;
    for (const std::uint32_t person : people) {
        bool serves = false, spouse = false;
        for (const Term* term : tables_.terms_of(person)) {
            spouse = spouse || term->office == "first lady";
            const bool now = day_ && (!term->from || *term->from <= *day_) && (!term->to || *day_ <= *term->to);
            serves = serves || now;
        }
        const std::optional<std::uint32_t> state = tables_.state(tables_.actor(person).country);
        const bool near = state && by_actor_.count(*state) > 0;
        if (people.size() > 1 || sound ? !serves : !(serves || near)) continue;
        if (found && found_spouse == spouse) return std::nullopt;
        if (found && spouse) continue;  // a bare surname is the one in office
        found = person;
        found_spouse = spouse;
    }
    return found;
}

FigureIndex Cast::known_body(const std::vector<Unit>& units) const {
    FigureIndex found = kNobody;
    const auto consider = [&](const std::string& key) {
        const auto list = by_unit_.find(key);
        if (list == by_unit_.end()) return;
        for (const FigureIndex candidate : list->second) {
            const Figure& figure = figures[candidate];
            if (!is_body(figure.kind) || !figure.named) continue;
            if (is_part(units, figure.units) || is_part(figure.units, units)) {
                if (found == kNobody || candidate > found) found = candidate;
            }
        }
    };
    consider(units.back().fold);
    if (found == kNobody) consider(units.front().fold);
    return found;
}

FigureIndex Cast::new_figure(const Name& name, std::vector<Unit> units, const Evidence& evidence, bool whole) {
    Figure figure;
    figure.name = with_short_state(std::string(page_.text_of(name.words)));
    const int most = std::max({evidence.person, evidence.organisation, evidence.place});
    if (evidence.place == most && most > 0) {
        figure.kind = record::EntityKind::kPlace;
    } else if (evidence.organisation == most && (most > 0 || !whole)) {
        figure.kind = record::EntityKind::kOrganisation;
    } else {
        figure.kind = record::EntityKind::kPerson;
    }
    if (is_body(figure.kind)) {
        for (const Unit& unit : units) {
            if (may_head_body(unit.fold)) figure.heads.push_back(unit.fold);
        }
        figure.acronym = initials_of(units);
    }
    figure.units = std::move(units);
    const FigureIndex index = add(std::move(figure));
    const std::string& acronym = figures[index].acronym;
    if (acronym.size() > 2) by_acronym_.emplace(acronym, index);
    const std::string linked = is_body(figures[index].kind) ? initials_with_links(figures[index].units) : std::string();
    if (linked.size() > 2) by_acronym_.emplace(linked, index);
    if (acronym.size() == 2 && is_partnership(page_, name.words)) by_acronym_.emplace(with_ampersand(acronym), index);
    this->index(index);
    if (figures[index].kind == record::EntityKind::kPerson) note_person(index, evidence);
    return index;
}

void Cast::note_person(FigureIndex index, const Evidence& evidence) {
    Figure& figure = figures[index];
    if (figure.gender == Gender::kUnknown || (figure.gender_guessed && evidence.gender != Gender::kUnknown)) {
        figure.gender = evidence.gender;
        figure.gender_guessed = false;
    }
    if (figure.gender == Gender::kUnknown && figure.units.size() > 1) {
        figure.gender = tables_.given_name_gender(figure.units.front().fold);
        figure.gender_guessed = figure.gender != Gender::kUnknown;
    }
}

FigureIndex Cast::whole_person(const Name& name, const std::vector<Unit>& units, const Evidence& evidence) {
    FigureIndex found = known_person(units, evidence.gender);
    if (found == kNobody) {
        if (const std::optional<std::uint32_t> person = table_person(units)) found = of_actor(*person);
    }
    if (found == kNobody) return new_figure(name, units, evidence, true);
    note_person(found, evidence);
    return found;
}

/// "Holm's father, |John|", "her brother |Mark|": a given name alone, of somebody who is met here first or by it.
bool Cast::is_named_as_kin(const Name& name) const {
    const std::uint32_t begin = name.words.begin, first = page_.line_of(begin).words.begin;
    if (name.words.size() != 1 || !is_given_name(page_[begin].fold)) return false;
    const std::uint32_t back = begin > first && page_[begin - 1].text == "," ? 2 : 1;
    return begin >= first + back && is_kin(page_[begin - back].lemma);
}

FigureIndex Cast::single(const Name& name, const Unit& unit, const Evidence& evidence) {
    FigureIndex person = kNobody, given = kNobody, body = kNobody;
    const bool kin = is_named_as_kin(name);
    for (const std::string& key : {unit.fold, unit.plain}) {
        const auto list = by_unit_.find(key);
        if (list == by_unit_.end()) continue;
        for (const FigureIndex candidate : list->second) {
            const Figure& figure = figures[candidate];
            if (figure.kind == record::EntityKind::kPerson) {
                if (!may_have(figure, evidence.gender)) continue;
                const bool surname = figure.units.back().plain == unit.plain || figure.units.back().fold == unit.fold;
                if (surname && kin && figure.units.size() > 1) continue;
                if (surname) person = candidate;
                if (!surname) given = candidate;
            } else if (figure.named && (is_body(figure.kind) || figure.kind == record::EntityKind::kPlace)) {
                body = candidate;
            }
        }
        if (person != kNobody || given != kNobody || body != kNobody) break;
    }
    if (person == kNobody) person = given;
    if (person != kNobody && (body == kNobody || evidence.person >= evidence.organisation)) {
        note_person(person, evidence);
        return person;
    }
    if (body != kNobody) return body;
    if (page_[name.words.begin].caps || are_initials(page_[name.words.begin].text)) {
        const auto acronym = by_acronym_.find(unit.fold);
        if (acronym != by_acronym_.end()) return acronym->second;
    }
    if (evidence.organisation < 3 && evidence.place < 3) {
        if (const std::optional<std::uint32_t> row = table_surname(unit.plain)) return of_actor(*row);
        if (unit.plain.size() >= 7) {  // a slip of one letter in a surname met elsewhere in the report
            for (FigureIndex i = 0; i < figures.size() && i < 100; ++i) {
                const Figure& figure = figures[i];
                if (figure.kind != record::EntityKind::kPerson || figure.units.size() < 2) continue;
                const std::string& surname = figure.units.back().plain;
                if (surname.front() == unit.plain.front() && edits(surname, unit.plain, 1) <= 1) return i;
            }
        }
    }
    return new_figure(name, {unit}, evidence, false);
}

/// "Organisation for Peace (OFP)": the capitals in brackets after a name of several words are its short form.
void Cast::note_acronym(const Name& name, FigureIndex figure) {
    const std::uint32_t end = name.words.end;
    if (!page_.within(end + 2, name.words.begin) || page_[end].text != "(" || page_[end + 2].text != ")") return;
    const Word& word = page_[end + 1];
    if (!word.caps || word.fold.size() > 12) return;
    figures[figure].acronym = word.fold;
    by_acronym_[word.fold] = figure;
}

FigureIndex Cast::free_figure(const Name& name, bool whole) {
    const std::vector<Unit> units = units_of(page_, name.words);
    if (units.empty()) return kNobody;
    const Evidence evidence = evidence_of(name);
    if (!whole) return single(name, units.front(), evidence);
    const int other = std::max(evidence.organisation, evidence.place);
    if (evidence.person > other) return whole_person(name, units, evidence);
    FigureIndex found = known_body(units);
    if (found == kNobody) found = new_figure(name, units, evidence, true);
    return found;
}

/// A person by surname or a body by its one-word name, met elsewhere in the report; else a surname of the table.
FigureIndex Cast::known_single(const std::string& fold) const {
    const auto list = by_unit_.find(fold);
    if (list == by_unit_.end()) return kNobody;
    for (const FigureIndex candidate : list->second) {
        const Figure& figure = figures[candidate];
        const bool surname = figure.kind == record::EntityKind::kPerson && figure.units.back().plain == fold;
        if (figure.named && (surname || figure.units.size() == 1)) return candidate;
    }
    return kNobody;
}

/// "the Holm-Berg talks": two people, where each half is known by itself.
void Cast::split_pair(const Name& name, std::vector<Part>& parts) {
    const std::uint32_t first = name.words.begin, second = name.words.end - 1;
    FigureIndex ends[2] = {kNobody, kNobody};
    for (int side = 0; side < 2; ++side) {
        const std::string& fold = page_[side == 0 ? first : second].fold;
        ends[side] = known_single(fold);
        if (ends[side] != kNobody) continue;
        if (const std::optional<std::uint32_t> person = table_surname(fold)) ends[side] = of_actor(*person);
    }
    if (ends[0] == kNobody || ends[1] == kNobody) return;
    parts.push_back({{first, first + 1}, {first, first + 1}, record::MentionForm::kName, ends[0]});
    parts.push_back({{second, second + 1}, {second, second + 1}, record::MentionForm::kName, ends[1]});
}

/// Headlines in capitals: words there are names when the report names somebody so elsewhere, or when the tagger and the
/// table agree on a surname.
void Cast::link_styled(std::vector<Part>& parts) {
    std::vector<bool> taken(page_.size(), false);
    for (const Part& part : parts) {
        if (part.figure != kNobody) std::fill(taken.begin() + part.words.begin, taken.begin() + part.words.end, true);
    }
    for (std::uint32_t i = 0; i < page_.size(); ++i) {
        const Word& word = page_[i];
        if (taken[i] || !word.capital || !page_.line_of(i).styled || word.fold.size() < 3) continue;
        if (is_never_name(word.fold) || noun_kind(word.fold) != NounKind::kNone || is_title_modifier(word.fold))
            continue;
        FigureIndex figure = known_single(word.fold);
        if (figure == kNobody && word.is(Upos::kPropn)) {
            if (const std::optional<std::uint32_t> person = table_surname(word.fold)) figure = of_actor(*person);
        }
        if (figure == kNobody) continue;
        std::uint32_t begin = i;
        while (begin > 0 && page_.same_line(begin - 1, i) && !taken[begin - 1] && figures[figure].units.size() > 1 &&
               page_[begin - 1].fold == figures[figure].units.front().fold) {
            --begin;
        }
        parts.push_back({{begin, i + 1}, {begin, i + 1}, record::MentionForm::kName, figure});
    }
}

/// The outlet, as somebody that "our newspaper", its initials and the last word of its name can stand for.
void Cast::add_outlet() {
    const std::string& told = page_.reading.report.outlet;
    const std::string name(base::trim(std::string_view(told).substr(0, told.find_first_of("(,"))));
    if (name.empty() || name.size() > 80 || name.find('.') != std::string::npos) return;
    const std::string folded = text::fold(name);
    const std::string bare = folded.rfind("the ", 0) == 0 ? folded.substr(4) : folded;
    if (bare.empty()) return;
    if (const Form* form = tables_.form(bare)) {
        const record::EntityKind kind = tables_.actor(form->actor).kind;
        if (is_body(kind)) outlet = of_actor(form->actor);
        return;
    }
    Figure figure;
    figure.kind = record::EntityKind::kOrganisation;
    figure.name = name;
    for (const std::string_view word : base::split(bare, ' ')) {
        figure.units.push_back({std::string(word), std::string(word)});
        if (may_head_body(word)) figure.heads.emplace_back(word);
        if (is_outlet_noun(word) && word != "monitor") figure.sectors = {"JRN"};
    }
    const std::size_t open = told.find('('), close = told.find(')');
    figure.acronym = open != std::string::npos && close != std::string::npos && close > open
                         ? text::fold(std::string_view(told).substr(open + 1, close - open - 1))
                         : initials_of(figure.units);
    const std::string acronym = figure.acronym;
    outlet = add(std::move(figure));
    if (acronym.size() > 1) by_acronym_.emplace(acronym, outlet);
    const std::string linked = initials_with_links(figures[outlet].units);
    if (linked.size() > 2) by_acronym_.emplace(linked, outlet);
    if (acronym.size() == 2 && name.find('&') != std::string::npos)
        by_acronym_.emplace(with_ampersand(acronym), outlet);
    index(outlet);
}

std::vector<Part> Cast::link(const std::vector<Name>& names) {
    add_outlet();
    add_bracketed(names);
    std::vector<Part> parts(names.size());
    for (std::size_t i = 0; i < names.size(); ++i)
        parts[i] = {names[i].words, names[i].words, record::MentionForm::kName, kNobody};
    std::vector<std::size_t> rest;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i].form != nullptr) {
            parts[i].figure = table_figure(names[i]);
        } else if (units_of(page_, names[i].words).size() > 1) {
            parts[i].figure = free_figure(names[i], true);
        } else {
            rest.push_back(i);
            continue;
        }
        if (parts[i].figure != kNobody && is_body(figures[parts[i].figure].kind))
            note_acronym(names[i], parts[i].figure);
    }
    for (const std::size_t i : rest) {
        const std::size_t before = parts.size();
        if (names[i].words.size() == 3 && page_[names[i].words.begin + 1].hyphen) split_pair(names[i], parts);
        if (parts.size() == before) parts[i].figure = free_figure(names[i], false);
    }
    link_styled(parts);
    for (Part& part : parts) {  // "Mr", "Dr." and the like belong to the words that name
        const Line& line = page_.line_of(part.words.begin);
        while (part.words.begin > line.words.begin && page_[part.words.begin - 1].capital &&
               is_honorific(page_[part.words.begin - 1].fold) && part.figure != kNobody &&
               figures[part.figure].kind == record::EntityKind::kPerson) {
            --part.words.begin;
            std::vector<std::string>& heads = figures[part.figure].heads;  // "Father Holm": the priest
            const std::string& honorific = page_[part.words.begin].fold;
            if (std::find(heads.begin(), heads.end(), honorific) == heads.end()) heads.push_back(honorific);
        }
    }
    return parts;
}

}  // namespace readout::entity
