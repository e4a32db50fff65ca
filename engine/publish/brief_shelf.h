#pragma once
// The reports and the weave as the sections of the brief look things up: sources and their numbers, quotations and
// cites, names, and where copied words came from.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "publish/brief.h"
#include "text/units.h"

namespace readout::publish {

/// A report of the brief.
struct ShelvedReport {
    const record::Reading* reading = nullptr;
    int number = 0;          // as cites give it
    std::string label;       // outlet, else agency, else name
    bool has_outlet = true;  // or an agency
    bool derived = false;    // a copy, an excerpt or a rewrite of another
};

/// Words of one report.
struct Place {
    const ShelvedReport* report = nullptr;
    text::Span span;
};

/// The country or organisation that somebody speaks for. No key: none is known.
struct PartyName {
    std::string key, name;
};

/// Points into readings and weave, which must outlive it. Not thread-safe (counts of texts are made when first asked).
class Shelf {
  public:
    Shelf(const std::vector<const record::Reading*>& readings, const record::Weave& weave, const BriefLimits& limits);

    /// Puts the reports of a story on the shelf, numbered on from those before: earliest first.
    std::vector<const ShelvedReport*> add(const record::Story& story);

    [[nodiscard]] const ShelvedReport* find(const record::ReportId& id) const;
    [[nodiscard]] const record::Entity* entity(const record::EntityId& id) const;
    [[nodiscard]] const record::Weave& weave() const { return weave_; }
    [[nodiscard]] const BriefLimits& limits() const { return limits_; }

    [[nodiscard]] Piece cite(const ShelvedReport& report, text::Span span);
    [[nodiscard]] static Piece cite_all(const ShelvedReport& report);

    /// The words of `whole`, cut to the limit; `marked` (may be empty) within it stands out.
    [[nodiscard]] Pieces quote(const ShelvedReport& report, text::Span whole, text::Span marked = {}) const;
    /// The words of several spans, with "…" between them.
    [[nodiscard]] Pieces quote(const ShelvedReport& report, const std::vector<text::Span>& parts) const;
    /// The sentence that holds the head of `span`, stretched over all of it; `span` itself outside of sentences.
    [[nodiscard]] static text::Span sentence_at(const ShelvedReport& report, text::Span span);

    /// The name of who is referred to: of the entity, else as given, else the words.
    [[nodiscard]] std::string name_of(const ShelvedReport& report, const record::Reference& who) const;
    /// Of the country, else the organisation itself, else the organisation that an unnamed speaker is called by
    /// ("unnamed NATO diplomat").
    [[nodiscard]] PartyName party_of(const record::Entity* who) const;
    /// "United States" for USA where the table of actors has it, else the code.
    [[nodiscard]] std::string country_name(const std::string& code) const;

    /// Where copied words stand in the report they were taken from, followed to its first source.
    [[nodiscard]] std::optional<Place> origin(const ShelvedReport& report, text::Span span) const;

  private:
    struct Derived {
        const record::Copy* copy = nullptr;
        bool from_b = true;  // a was taken from b
    };
    void find_derived(const std::vector<const ShelvedReport*>& story);
    void add_organisation(const record::Entity& entity);
    [[nodiscard]] const record::Entity* organisation_in(std::string_view name) const;
    [[nodiscard]] std::optional<Place> one_step(const ShelvedReport& report, text::Span span) const;

    const record::Weave& weave_;
    const BriefLimits& limits_;
    std::map<std::string, const record::Reading*> readings_;
    std::map<std::string, ShelvedReport> reports_;
    std::map<std::string, const record::Entity*> entities_;
    std::map<std::string, std::string> countries_;
    std::map<std::string, const record::Entity*> organisations_;  // without a country, by folded name
    std::map<std::string, std::vector<Derived>> derived_;         // by the report that was taken from another
    std::map<int, text::Units> units_;
};

/// True when `copy` says, or the order of the reports suggests, that a was taken from b.
bool taken_from_b(const record::Copy& copy, int number_of_a, int number_of_b);

}  // namespace readout::publish
