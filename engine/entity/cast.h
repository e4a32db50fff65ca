#pragma once
// The figures of one report: who is one with whom.

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "entity/names.h"
#include "entity/page.h"
#include "entity/tables.h"

namespace readout::entity {

using FigureIndex = std::uint32_t;
constexpr FigureIndex kNobody = 0xFFFFFFFF;

/// Somebody or something of the report, while it is being read.
struct Figure {
    record::EntityKind kind = record::EntityKind::kPerson;
    std::optional<std::uint32_t> actor;  // row of the actor tables
    std::string name;
    std::string country;
    std::vector<std::string> sectors;
    bool named = true;
    bool plural = false;
    Gender gender = Gender::kUnknown;
    bool gender_guessed = false;     // from the given name alone
    std::vector<Unit> units;         // of a free name
    std::vector<std::string> heads;  // nouns that described it: "minister", "ministry"
    std::vector<std::string> roles;  // folded phrases without country: "deputy foreign minister"
    std::string owner;               // folded words of what it belongs to: "ministry of energy"
    std::string acronym;             // folded
    bool guessed = false;            // a common noun that the lists do not know
};

/// False when a title or pronoun of this gender tells that somebody else is meant.
inline bool may_have(const Figure& figure, Gender gender) {
    return gender == Gender::kUnknown || figure.gender == Gender::kUnknown || figure.gender == gender ||
           figure.gender_guessed;
}

/// Words that stand for a figure.
struct Part {
    Range words;
    Range head;
    record::MentionForm form = record::MentionForm::kName;
    FigureIndex figure = kNobody;
};

/// What the words around a name tell about it.
struct Evidence {
    int person = 0, organisation = 0, place = 0;
    Gender gender = Gender::kUnknown;
};

/// Joins names into figures: full names first, then surnames, given names, short forms and acronyms.
class Cast {
  public:
    Cast(const Page& page, const Tables& tables, std::optional<base::Day> day);

    /// The name parts in text order; every name that could be placed has a figure.
    std::vector<Part> link(const std::vector<Name>& names);

    std::vector<Figure> figures;
    FigureIndex outlet = kNobody;  // who publishes the report, when it is told and known by link()

    FigureIndex add(Figure figure);
    /// The figure of a table row, added when it is new.
    FigureIndex of_actor(std::uint32_t actor);
    /// The state with this code; kNobody when the code is no state.
    FigureIndex of_state(const std::string& code);
    [[nodiscard]] std::optional<base::Day> day() const { return day_; }

  private:
    void add_outlet();
    void add_bracketed(const std::vector<Name>& names);
    [[nodiscard]] Evidence evidence_of(const Name& name) const;
    FigureIndex table_figure(const Name& name);
    FigureIndex free_figure(const Name& name, bool whole);
    FigureIndex whole_person(const Name& name, const std::vector<Unit>& units, const Evidence& evidence);
    [[nodiscard]] bool is_named_as_kin(const Name& name) const;
    FigureIndex single(const Name& name, const Unit& unit, const Evidence& evidence);
    [[nodiscard]] FigureIndex known_person(const std::vector<Unit>& units, Gender gender) const;
    [[nodiscard]] FigureIndex known_body(const std::vector<Unit>& units) const;
    [[nodiscard]] std::optional<std::uint32_t> table_person(const std::vector<Unit>& units) const;
    [[nodiscard]] std::optional<std::uint32_t> table_surname(const std::string& surname) const;
    FigureIndex new_figure(const Name& name, std::vector<Unit> units, const Evidence& evidence, bool whole);
    void note_person(FigureIndex figure, const Evidence& evidence);
    void note_acronym(const Name& name, FigureIndex figure);
    void index(FigureIndex figure);
    void split_pair(const Name& name, std::vector<Part>& parts);
    [[nodiscard]] FigureIndex known_single(const std::string& fold) const;
    void link_styled(std::vector<Part>& parts);
    [[nodiscard]] bool locative(const Name& name) const;
    FigureIndex capital_place(const Name& name);

    const Page& page_;
    const Tables& tables_;
    std::optional<base::Day> day_;
    std::unordered_map<std::uint32_t, FigureIndex> by_actor_;
    std::unordered_map<std::string, FigureIndex> by_place_;
    std::unordered_map<std::string, std::vector<FigureIndex>> by_unit_;  // any unit, fold and plain
    std::unordered_map<std::string, FigureIndex> by_acronym_;
    std::unordered_map<std::uint32_t, FigureIndex> last_at_;  // first word of a name -> figure, for recency
};

/// The given name being the same: do a misspelt and a right surname belong to one person?
bool surnames_near(std::string_view a, std::string_view b);

/// "United States Navy" as it is mostly written: "US Navy".
std::string with_short_state(std::string name);

/// Number of single-letter edits from `a` to `b`, or `limit` + 1 when there are more. Looks at no more than 64 letters.
int edits(std::string_view a, std::string_view b, int limit);

/// "Sergei" and "Sergey", "S." and "Sergei": can they be one person's given name?
bool given_names_agree(std::string_view a, std::string_view b);

}  // namespace readout::entity
