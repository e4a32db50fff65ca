#pragma once
// The actor tables (data/actors/*.tsv) as the resolver asks for them: by form, by surname, by office and day.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/calendar.h"
#include "base/result.h"
#include "entity/lexicon.h"
#include "record/entity.h"

namespace readout::entity {

/// The bytes of the tables. They are copied; the caller may drop them after load. An empty table is allowed.
struct ActorTables {
    std::string_view states, organisations, people, offices, places, roles, given_names;
};

/// One row of the state, organisation, people or place table.
struct Actor {
    std::string id;  // of the record: "person:…", "state:RUS", "organisation:…", "place:…"
    std::string name;
    record::EntityKind kind = record::EntityKind::kPerson;
    std::string country;
    std::vector<std::string> sectors;
    bool state_body = false;
};

/// What a written form can stand for.
enum class FormUse : unsigned char { kName, kDemonym, kCapital, kMetonym };

struct Form {
    std::uint32_t actor = 0;
    FormUse use = FormUse::kName;
    bool all_caps = false;     // "US", "WHO": must be met in capitals
    std::uint32_t pieces = 0;  // folded words
};

/// A term of office.
struct Term {
    std::uint32_t person = 0;
    std::string office;  // folded, British spelling
    std::string of;      // state code, or id of the organisation table
    std::string sector;
    std::optional<base::Day> from, to;  // both count in
};

/// A noun that implies a PLOVER sector.
struct Role {
    std::string sector;
    bool group = false;
};

/// Immutable after load; const methods are thread-safe.
class Tables {
  public:
    static base::Result<Tables> load(const ActorTables& bytes);

    [[nodiscard]] const Actor& actor(std::uint32_t index) const { return actors_[index]; }
    /// What the folded form stands for; null when no table has it.
    [[nodiscard]] const Form* form(const std::string& folded) const;
    /// The most pieces of any form that begins with this piece; 0 when none does.
    [[nodiscard]] std::uint32_t longest_from(const std::string& piece) const;
    /// People whose name ends with this folded word, in table order.
    [[nodiscard]] const std::vector<std::uint32_t>& people_by_surname(const std::string& surname) const;
    /// People whose surname has this sound_key(), in table order.
    [[nodiscard]] const std::vector<std::uint32_t>& people_by_sound(const std::string& key) const;
    /// People whose name begins with this folded word, in table order.
    [[nodiscard]] const std::vector<std::uint32_t>& people_by_given_name(const std::string& given) const;
    [[nodiscard]] std::optional<std::uint32_t> state(const std::string& code) const;
    /// The state's first adjective form ("Russian"); empty when the table gives none.
    [[nodiscard]] std::string_view adjective(const std::string& code) const;
    /// Terms of one person, in table order.
    [[nodiscard]] std::vector<const Term*> terms_of(std::uint32_t person) const;
    /// The only holder of `office` of `of` on `day`; none when nobody or several held it.
    [[nodiscard]] std::optional<std::uint32_t> holder(std::string_view office, std::string_view of,
                                                      base::Day day) const;
    /// True when the person held the office at any time.
    [[nodiscard]] bool ever_held(std::uint32_t person, std::string_view office, std::string_view of) const;
    [[nodiscard]] const Role* role(const std::string& noun) const;
    /// Who mostly bears a given name (folded); kUnknown when both do or nobody knows.
    [[nodiscard]] Gender given_name_gender(const std::string& name) const;

  private:
    base::Result<void> load_states(std::string_view bytes);
    base::Result<void> load_organisations(std::string_view bytes);
    base::Result<void> load_people(std::string_view bytes);
    base::Result<void> load_offices(std::string_view bytes);
    base::Result<void> load_places(std::string_view bytes);
    base::Result<void> load_roles(std::string_view bytes);
    base::Result<void> load_given_names(std::string_view bytes);
    void add_form(std::string_view written, std::uint32_t actor, FormUse use);
    void index_person(std::string_view name, std::uint32_t actor);

    std::vector<Actor> actors_;
    std::unordered_map<std::string, Form> forms_;
    std::unordered_map<std::string, std::uint32_t> longest_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> surnames_, given_names_, sounds_;
    std::unordered_map<std::string, std::uint32_t> states_, people_ids_;
    std::unordered_map<std::string, std::string> adjectives_;
    std::vector<Term> terms_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> terms_by_office_;  // "office\tof"
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> terms_by_person_;
    std::unordered_map<std::string, Role> roles_;
    std::unordered_map<std::string, Gender> given_name_genders_;
};

/// Folded, with British spelling and one word for each office: "Defense Secretary" -> "defence secretary",
/// "premier" -> "prime minister", "spokeswoman" -> "spokesperson".
std::string office_form(std::string_view office);

}  // namespace readout::entity
