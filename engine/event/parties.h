#pragma once
// From a noun phrase to a party: its words, who that is, of which country and sector.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "event/lexicon.h"
#include "event/phrases.h"
#include "record/reading.h"

namespace readout::event {

/// How sure it is that a noun phrase can act. A thing cannot; a kin is a thing of a country ("Dutch barge") or a name
/// that the tables do not know.
enum class Standing : unsigned char { kThing, kPlace, kKin, kPronoun, kRole, kNamed };

struct Found {
    record::Party party;
    Standing standing = Standing::kThing;
    std::string head;         // lemma
    bool is_metonym = false;  // a capital or a seat that stands for its state
};

/// One report's mentions, ready for look-up. Both arguments must outlive it; reading is thread-safe.
class Parties {
  public:
    Parties(const record::Reading& reading, const Lexicon& lexicon);

    /// Always answers; `standing` tells whether the phrase is a party.
    [[nodiscard]] Found look(const Phrases& phrases, Index noun) const;
    /// The possessor or nationality inside a noun phrase up to token `until` ("Kyiv's request", "a Saudi offer").
    [[nodiscard]] std::optional<Found> owner(const Phrases& phrases, Index noun, Index until) const;
    /// The country that the words around tell: that of the nearest place or state before, else after.
    [[nodiscard]] std::string country_near(std::uint32_t offset) const;
    /// The named place in `span` that a locative preposition introduces, if any.
    [[nodiscard]] std::optional<record::EventPlace> place_in(const Phrases& phrases, text::Span span) const;
    /// How many states, organisations and persons the report names.
    [[nodiscard]] std::size_t named() const { return named_; }
    /// How many mentions have a country, or a sector of state, party or force.
    [[nodiscard]] std::size_t political() const { return political_; }

  private:
    [[nodiscard]] const record::Entity* entity(const record::EntityId& id) const;
    [[nodiscard]] const record::Mention* mention_with_head(text::Span head) const;
    [[nodiscard]] const record::Mention* state_inside(text::Span span) const;
    [[nodiscard]] std::size_t first_near(std::uint32_t offset) const;
    [[nodiscard]] Found look_at(const Phrases& phrases, Index noun) const;
    void fill(Found& found, const record::Mention& mention) const;

    const record::Reading& reading_;
    const Lexicon& lexicon_;
    std::unordered_map<record::EntityId, const record::Entity*> entities_;
    std::vector<std::pair<std::uint32_t, const record::Entity*>> countries_;  // by offset
    std::size_t named_ = 0, political_ = 0;
};

}  // namespace readout::event
