#pragma once
// Who and where: the entities of a report and the words that mention them.
//
// Names come first: forms of the actor tables by longest match, then capitalised sequences. They are joined into
// figures (full name before surname, acronyms, slips of spelling). Then the text is read once from left to right: noun
// phrases and pronouns are joined to figures met before, by head noun, country, office and day, gender and number, or
// become figures of their own ("unnamed EU official"). What has no good evidence stays apart.

#include <memory>
#include <vector>

#include "base/result.h"
#include "entity/tables.h"
#include "record/reading.h"

namespace readout::entity {

/// Entities by id; mentions by (begin, end), each span once for an entity.
struct Found {
    std::vector<record::Entity> entities;
    std::vector<record::Mention> mentions;
};

/// Immutable after load; resolve() may be called by any number of threads. Takes time linear in the text.
class Resolver {
  public:
    /// Fails with TABLE:LINE when a table is not in its form.
    static base::Result<Resolver> load(const ActorTables& tables);

    /// Reads report (text, blocks, published, id) and syntax. "I" and "we" are never resolved: who speaks is for the
    /// statement reader to say.
    [[nodiscard]] Found resolve(const record::Reading& reading) const;

  private:
    explicit Resolver(std::shared_ptr<const Tables> tables) : tables_(std::move(tables)) {}
    std::shared_ptr<const Tables> tables_;
};

}  // namespace readout::entity
