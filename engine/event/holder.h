#pragma once
// Whose word an event is: the statement whose content holds it.

#include <unordered_map>
#include <vector>

#include "record/reading.h"

namespace readout::event {

/// Finds the innermost statement around a place. Built once a report; reading is thread-safe.
class Holders {
  public:
    explicit Holders(const record::Reading& reading);

    /// The statement with the shortest content that holds `span` and whose cue is not in it; null when there is none.
    [[nodiscard]] const record::Statement* around(text::Span span) const;
    /// The statement whose cue overlaps `span`; null when there is none.
    [[nodiscard]] const record::Statement* with_cue(text::Span span) const;
    /// The entity that a statement's speaker is; null when unresolved.
    [[nodiscard]] const record::Entity* speaker(const record::Statement& statement) const;

  private:
    struct Piece {
        text::Span span;
        const record::Statement* statement;
        std::size_t parent;  // index of the piece around this one; its own index when there is none
    };
    std::unordered_map<record::EntityId, const record::Entity*> entities_;
    std::vector<const record::Statement*> cues_;  // by the cue's begin
    std::vector<Piece> pieces_;                   // by (begin, longest first)
};

}  // namespace readout::event
