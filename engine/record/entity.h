#pragma once
// Who and where.

#include <optional>
#include <string>
#include <vector>

#include "record/ids.h"
#include "text/span.h"

namespace readout::record {

using text::Span;

enum class EntityKind : unsigned char { kPerson, kOrganisation, kState, kPlace, kGroup, kDocument };

/// `id` is that of the actor table, else a hash of (kind, normalised name, report); the weavers merge compatible ones
/// of a story and keep the least. `country` is ISO 3166 alpha-3, KOS, or UNO EUR IGO NGO ISM IMG MNC; empty when
/// unknown. An anonymous speaker is an entity of its report named "unnamed …".
struct Entity {
    EntityId id;
    std::string name;
    EntityKind kind = EntityKind::kPerson;
    std::string country;
    std::vector<std::string> sectors;  // PLOVER codes, the primary one first
    std::vector<std::string> aliases;  // forms other than `name` under which it was met, sorted
    bool named = true;                 // false for anonymous and generic ones ("unnamed EU diplomat", "reporters")
};

enum class MentionForm : unsigned char { kName, kNominal, kPronoun };

/// Mentions are sorted by (begin, end); a longer one may hold shorter ones ("the Russian deputy foreign minister" >
/// "Russian"). `head` is the span of the head word(s): the name inside "Foreign Minister Eduard Shevardnadze". A
/// metonym ("the Kremlin") keeps its surface form and points to the actor it stands for.
struct Mention {
    Span span;
    Span head;
    MentionForm form = MentionForm::kName;
    EntityId entity;
};

/// How another record points to somebody: by words, by entity, or both. Only the context tells = no span.
struct Reference {
    std::optional<Span> span;
    EntityId entity;   // empty = unresolved
    std::string name;  // canonical name of the entity, or what is known ("unnamed EU diplomat")
};

}  // namespace readout::record
