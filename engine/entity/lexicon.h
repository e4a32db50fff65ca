#pragma once
// Closed word lists that tell what a name or noun stands for. All words are folded (text::fold): lower case, no marks.
// The lists name no person and no place; those stand in the actor tables. All functions are pure and thread-safe.

#include <cstdint>
#include <string_view>

namespace readout::entity {

enum class Gender : unsigned char { kUnknown, kFemale, kMale };

/// What a common noun stands for when it heads a noun phrase.
enum class NounKind : unsigned char { kNone, kPerson, kGroup, kOrganisation, kDocument };

/// "mr", "dr", "sheikh": stand before a name, never alone for an office.
bool is_honorific(std::string_view word);
Gender honorific_gender(std::string_view word);

/// Given names, with the gender they are mostly borne by; kUnknown with is_given_name() true when borne by both.
bool is_given_name(std::string_view word);
Gender given_name_gender(std::string_view word);

/// An office written as capitals ("PM"): the head noun that it reads as, and the office in full; empty for other words.
struct ShortOffice {
    std::string_view head, office;
};
ShortOffice short_office(std::string_view word);

/// Nouns that can stand as a title before a name: "president", "minister", "col", "judge".
bool is_title_head(std::string_view word);
/// Words that may stand inside a title before its head: "prime", "foreign", "deputy", "lieutenant".
bool is_title_modifier(std::string_view word);

/// "ministry", "committee", "university": a capitalised sequence with one of these names an organisation.
bool is_organisation_noun(std::string_view word);
/// "times", "post", "gazette": the last word of a capitalised sequence that names an outlet.
bool is_outlet_noun(std::string_view word);
/// "der", "el", "radio": the first word of many outlets' names in several languages, and of few people's.
bool opens_outlet_name(std::string_view word);
/// "river", "province", "airport".
bool is_place_noun(std::string_view word);

/// "treaty", "summit": the last word of a capitalised sequence that names no actor.
bool is_thing_noun(std::string_view word);

/// Words that tell one office from another of the same head noun: "foreign", "deputy".
bool is_portfolio(std::string_view word);

/// Lower-case words inside names: "de", "van", "bin", "al".
bool is_particle(std::string_view word);

/// "newspaper", "broadcaster": common nouns for an outlet.
bool is_outlet_word(std::string_view lemma);

/// Lemma of a verb that tells that something was said, asked, written.
bool is_reporting_verb(std::string_view lemma);

/// Kind of a common noun by its lemma; kNone when the lists do not know it.
NounKind noun_kind(std::string_view lemma);
/// Nouns that never speak, whatever verb stands beside them: "day", "match", "past".
bool is_mute_noun(std::string_view lemma);
/// Gender that a noun tells: "spokeswoman", "father".
Gender noun_gender(std::string_view lemma);
/// "wife", "mother": tells whose kin somebody is, not what they do.
bool is_kin(std::string_view lemma);

/// "mother" of "mum": what a name that is made up calls a relative. Any other word is itself.
std::string_view plain_kin(std::string_view word);

/// True when a phrase headed by `general` can take up somebody called `specific`: ("leader", "president"),
/// ("spokesperson", "spokeswoman"). Every word covers itself.
bool covers(std::string_view general, std::string_view specific);

/// Capitalised words that open sentences but no names: "according", "meanwhile", weekdays, months.
bool is_never_name(std::string_view word);
/// Weekdays, months and their short forms.
bool is_calendar_word(std::string_view word);

}  // namespace readout::entity
