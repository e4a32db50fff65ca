#pragma once
// Where names stand: forms of the actor tables, and capitalised sequences that no table knows.

#include <cstdint>
#include <optional>
#include <vector>

#include "entity/page.h"
#include "entity/tables.h"

namespace readout::entity {

enum class NameShape : unsigned char { kFree, kPerson, kOrganisation, kPlace };

/// A name without its titles. `form` is null for free names. Names do not overlap and lie in text order.
struct Name {
    Range words;
    const Form* form = nullptr;
    NameShape shape = NameShape::kFree;  // what its own words tell; of free names only
    bool styled = false;                 // in a headline whose capitals tell nothing
};

/// Longest table forms first, then free names in what is left. Linear in the page.
std::vector<Name> find_names(const Page& page, const Tables& tables);

/// Finds `words` (folded units) again in lines whose capitals tell nothing: see Cast.
struct Unit {
    std::string fold;   // "lindqvist hale", "van oordt"
    std::string plain;  // without particles: "oordt"
};

/// "Harbour & Hill": people and places do not bear such names, firms do.
bool is_partnership(const Page& page, Range words);

/// The parts of a name: words joined by hyphens are one, particles belong to what follows, initials stay alone.
std::vector<Unit> units_of(const Page& page, Range words);

}  // namespace readout::entity
