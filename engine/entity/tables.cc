#include "entity/tables.h"

#include <algorithm>
#include <utility>

#include "base/table.h"
#include "entity/translit.h"
#include "text/fold.h"

namespace readout::entity {
namespace {

using base::Result;
using base::split;
using base::Table;
using base::trim;

enum class End : unsigned char { kFirst, kLast };

/// A day from YYYY, YYYY-MM or YYYY-MM-DD: the first or the last day it can mean.
Result<std::optional<base::Day>> read_day(std::string_view cell, End end, std::string_view name, std::size_t line) {
    if (cell.empty()) return std::optional<base::Day>();
    const auto digits = [&](std::size_t begin, std::size_t size) {
        int value = 0;
        for (const char c : cell.substr(begin, size)) {
            if (c < '0' || c > '9') return -1;
            value = value * 10 + (c - '0');
        }
        return value;
    };
    const int year = cell.size() >= 4 ? digits(0, 4) : -1;
    int month = end == End::kFirst ? 1 : 12, day = 0;
    if (cell.size() >= 7) month = digits(5, 2);
    if (month >= 1 && month <= 12 && year > 0) day = end == End::kFirst ? 1 : base::days_in_month(year, month);
    if (cell.size() == 10) day = digits(8, 2);
    const bool sized = cell.size() == 4 || cell.size() == 7 || cell.size() == 10;
    if (!sized || year <= 0 || !base::is_valid_date(year, month, day)) {
        return base::failure(std::string(name) + ":" + std::to_string(line) + ": '" + std::string(cell) +
                             "' is no date; write YYYY, YYYY-MM or YYYY-MM-DD");
    }
    return std::optional<base::Day>(base::day_of(year, month, day));
}

std::vector<std::string> list_of(std::string_view cell) {
    std::vector<std::string> items;
    for (const std::string_view item : split(cell, '|')) {
        if (!trim(item).empty()) items.emplace_back(trim(item));
    }
    return items;
}

/// Without a leading "the ", which a text may or may not have.
std::string_view without_article(std::string_view name) {
    if (name.size() > 4 && (name.substr(0, 4) == "the " || name.substr(0, 4) == "The ")) return name.substr(4);
    return name;
}

bool is_all_caps(std::string_view name) {
    std::size_t letters = 0;
    for (const char c : name) {
        if (c >= 'a' && c <= 'z') return false;
        if (static_cast<unsigned char>(c) >= 0x80) return false;
        letters += c >= 'A' && c <= 'Z';
    }
    return letters >= 2 && letters <= 7;
}

}  // namespace

std::string office_form(std::string_view office) {
    static const std::unordered_map<std::string_view, std::string_view> kSame = {
        {"defense", "defence"},
        {"premier", "prime minister"},
        {"spokesman", "spokesperson"},
        {"spokeswoman", "spokesperson"},
        {"chairwoman", "chairman"},
        {"advisor", "adviser"},
        {"aide", "adviser"},
        {"pm", "prime minister"},
        {"queen", "king"},
        {"representative", "envoy"},
    };
    std::string out;
    const std::string folded = text::fold(office);
    for (const std::string_view word : split(folded, ' ')) {
        const auto same = kSame.find(word);
        if (!out.empty()) out += ' ';
        out += same == kSame.end() ? word : same->second;
    }
    return out;
}

void Tables::add_form(std::string_view written, std::uint32_t actor, FormUse use) {
    written = without_article(written);
    const std::string folded = text::fold(written);
    if (folded.empty()) return;
    const auto pieces = static_cast<std::uint32_t>(std::count(folded.begin(), folded.end(), ' ') + 1);
    forms_.emplace(folded, Form{actor, use, is_all_caps(written), pieces});  // the first table row with a form keeps it
    std::uint32_t& longest = longest_[folded.substr(0, folded.find(' '))];
    longest = std::max(longest, pieces);
}

Result<void> Tables::load_states(std::string_view bytes) {
    const Table table =
        RO_TRY(Table::parse(bytes, "states.tsv",
                            {"code", "name", "other_names", "demonyms", "capital", "capital_other_names", "metonyms"}));
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto index = static_cast<std::uint32_t>(actors_.size());
        const std::string code(table.cell(row, 0));
        actors_.push_back(
            {"state:" + code, std::string(table.cell(row, 1)), record::EntityKind::kState, code, {}, false});
        states_.emplace(code, index);
        add_form(table.cell(row, 1), index, FormUse::kName);
        for (const std::string& name : list_of(table.cell(row, 2))) add_form(name, index, FormUse::kName);
        const std::vector<std::string> demonyms = list_of(table.cell(row, 3));
        if (!demonyms.empty()) adjectives_.emplace(code, demonyms.front());
        for (const std::string& name : demonyms) add_form(name, index, FormUse::kDemonym);
        if (!table.cell(row, 4).empty()) add_form(table.cell(row, 4), index, FormUse::kCapital);
        for (const std::string& name : list_of(table.cell(row, 5))) add_form(name, index, FormUse::kCapital);
        for (const std::string& name : list_of(table.cell(row, 6))) add_form(name, index, FormUse::kMetonym);
    }
    return {};
}

Result<void> Tables::load_organisations(std::string_view bytes) {
    const Table table =
        RO_TRY(Table::parse(bytes, "organisations.tsv", {"id", "name", "other_names", "kind", "code", "sectors"}));
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto index = static_cast<std::uint32_t>(actors_.size());
        const auto kind =
            table.cell(row, 3) == "group" ? record::EntityKind::kGroup : record::EntityKind::kOrganisation;
        actors_.push_back({"organisation:" + std::string(table.cell(row, 0)), std::string(table.cell(row, 1)), kind,
                           std::string(table.cell(row, 4)), list_of(table.cell(row, 5)),
                           table.cell(row, 3) == "state-body"});
        add_form(table.cell(row, 1), index, FormUse::kName);
        for (const std::string& name : list_of(table.cell(row, 2))) add_form(name, index, FormUse::kName);
    }
    return {};
}

void Tables::index_person(std::string_view name, std::uint32_t actor) {
    const std::string folded = text::fold(name);
    const std::size_t first = folded.find(' '), last = folded.rfind(' ');
    const auto add = [&](std::vector<std::uint32_t>& people) {
        if (people.empty() || people.back() != actor) people.push_back(actor);
    };
    const std::string surname = last == std::string::npos ? folded : folded.substr(last + 1);
    add(surnames_[surname]);
    if (surname.size() > 3) add(sounds_[sound_key(surname)]);
    if (first != std::string::npos) add(given_names_[folded.substr(0, first)]);
}

Result<void> Tables::load_people(std::string_view bytes) {
    const Table table = RO_TRY(Table::parse(bytes, "people.tsv", {"id", "name", "other_names", "country"}));
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto index = static_cast<std::uint32_t>(actors_.size());
        const std::string id(table.cell(row, 0));
        actors_.push_back({"person:" + id,
                           std::string(table.cell(row, 1)),
                           record::EntityKind::kPerson,
                           std::string(table.cell(row, 3)),
                           {},
                           false});
        people_ids_.emplace(id, index);
        add_form(table.cell(row, 1), index, FormUse::kName);
        index_person(table.cell(row, 1), index);
        for (const std::string& name : list_of(table.cell(row, 2))) {
            add_form(name, index, FormUse::kName);
            index_person(name, index);
        }
    }
    return {};
}

Result<void> Tables::load_offices(std::string_view bytes) {
    const Table table = RO_TRY(Table::parse(bytes, "offices.tsv", {"person", "office", "of", "sector", "from", "to"}));
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto person = people_ids_.find(std::string(table.cell(row, 0)));
        if (person == people_ids_.end()) {
            return base::failure("offices.tsv:" + std::to_string(table.line(row)) + ": people.tsv has no '" +
                                 std::string(table.cell(row, 0)) + "'; add the person first");
        }
        Term term{person->second,
                  office_form(table.cell(row, 1)),
                  std::string(table.cell(row, 2)),
                  std::string(table.cell(row, 3)),
                  {},
                  {}};
        term.from = RO_TRY(read_day(table.cell(row, 4), End::kFirst, "offices.tsv", table.line(row)));
        term.to = RO_TRY(read_day(table.cell(row, 5), End::kLast, "offices.tsv", table.line(row)));
        const auto index = static_cast<std::uint32_t>(terms_.size());
        terms_by_office_[term.office + "\t" + term.of].push_back(index);
        terms_by_person_[term.person].push_back(index);
        terms_.push_back(std::move(term));
    }
    return {};
}

Result<void> Tables::load_places(std::string_view bytes) {
    const Table table = RO_TRY(Table::parse(bytes, "places.tsv", {"name", "country", "other_names"}));
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto index = static_cast<std::uint32_t>(actors_.size());
        const std::string name(table.cell(row, 0)), country(table.cell(row, 1));
        actors_.push_back({"place:" + text::fold(name) + (country.empty() ? "" : "," + country),
                           name,
                           record::EntityKind::kPlace,
                           country,
                           {},
                           false});
        add_form(name, index, FormUse::kName);
        for (const std::string& other : list_of(table.cell(row, 2))) add_form(other, index, FormUse::kName);
    }
    return {};
}

Result<void> Tables::load_roles(std::string_view bytes) {
    const Table table = RO_TRY(Table::parse(bytes, "roles.tsv", {"noun", "sector", "kind"}));
    for (std::size_t row = 0; row < table.size(); ++row) {
        roles_.emplace(text::fold(table.cell(row, 0)),
                       Role{std::string(table.cell(row, 1)), table.cell(row, 2) == "group"});
    }
    return {};
}

Result<void> Tables::load_given_names(std::string_view bytes) {
    const Table table = RO_TRY(Table::parse(bytes, "given_names.tsv", {"name", "gender"}));
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::string_view gender = table.cell(row, 1);
        if (gender == "both") continue;
        given_name_genders_.emplace(table.cell(row, 0), gender == "female" ? Gender::kFemale : Gender::kMale);
    }
    return {};
}

Gender Tables::given_name_gender(const std::string& name) const {
    if (is_given_name(name)) return entity::given_name_gender(name);
    const auto at = given_name_genders_.find(name);
    return at == given_name_genders_.end() ? Gender::kUnknown : at->second;
}

Result<Tables> Tables::load(const ActorTables& bytes) {
    Tables tables;
    if (!bytes.states.empty()) RO_TRY_VOID(tables.load_states(bytes.states));
    if (!bytes.organisations.empty()) RO_TRY_VOID(tables.load_organisations(bytes.organisations));
    if (!bytes.people.empty()) RO_TRY_VOID(tables.load_people(bytes.people));
    if (!bytes.offices.empty()) RO_TRY_VOID(tables.load_offices(bytes.offices));
    if (!bytes.places.empty()) RO_TRY_VOID(tables.load_places(bytes.places));
    if (!bytes.roles.empty()) RO_TRY_VOID(tables.load_roles(bytes.roles));
    if (!bytes.given_names.empty()) RO_TRY_VOID(tables.load_given_names(bytes.given_names));
    return tables;
}

const Form* Tables::form(const std::string& folded) const {
    const auto at = forms_.find(folded);
    return at == forms_.end() ? nullptr : &at->second;
}

std::uint32_t Tables::longest_from(const std::string& piece) const {
    const auto at = longest_.find(piece);
    return at == longest_.end() ? 0 : at->second;
}

const std::vector<std::uint32_t>& Tables::people_by_surname(const std::string& surname) const {
    static const std::vector<std::uint32_t> kNoPeople;
    const auto at = surnames_.find(surname);
    return at == surnames_.end() ? kNoPeople : at->second;
}

const std::vector<std::uint32_t>& Tables::people_by_sound(const std::string& key) const {
    static const std::vector<std::uint32_t> kNoPeople;
    const auto at = sounds_.find(key);
    return at == sounds_.end() ? kNoPeople : at->second;
}

const std::vector<std::uint32_t>& Tables::people_by_given_name(const std::string& given) const {
    static const std::vector<std::uint32_t> kNoPeople;
    const auto at = given_names_.find(given);
    return at == given_names_.end() ? kNoPeople : at->second;
}

std::optional<std::uint32_t> Tables::state(const std::string& code) const {
    const auto at = states_.find(code);
    if (at == states_.end()) return std::nullopt;
    return at->second;
}

std::string_view Tables::adjective(const std::string& code) const {
    const auto at = adjectives_.find(code);
    return at == adjectives_.end() ? std::string_view() : std::string_view(at->second);
}

std::vector<const Term*> Tables::terms_of(std::uint32_t person) const {
    std::vector<const Term*> terms;
    const auto at = terms_by_person_.find(person);
    if (at == terms_by_person_.end()) return terms;
    for (const std::uint32_t index : at->second) terms.push_back(&terms_[index]);
    return terms;
}

std::optional<std::uint32_t> Tables::holder(std::string_view office, std::string_view of, base::Day day) const {
    const auto at = terms_by_office_.find(std::string(office) + "\t" + std::string(of));
    if (at == terms_by_office_.end()) return std::nullopt;
    std::optional<std::uint32_t> found;
    for (const std::uint32_t index : at->second) {
        const Term& term = terms_[index];
        if ((term.from && day < *term.from) || (term.to && *term.to < day)) continue;
        if (found && *found != term.person) return std::nullopt;
        found = term.person;
    }
    return found;
}

bool Tables::ever_held(std::uint32_t person, std::string_view office, std::string_view of) const {
    const auto at = terms_by_office_.find(std::string(office) + "\t" + std::string(of));
    if (at == terms_by_office_.end()) return false;
    return std::any_of(at->second.begin(), at->second.end(),
                       [&](std::uint32_t index) { return terms_[index].person == person; });
}

const Role* Tables::role(const std::string& noun) const {
    const auto at = roles_.find(noun);
    return at == roles_.end() ? nullptr : &at->second;
}

}  // namespace readout::entity
