#include "event/holder.h"

#include <algorithm>

namespace readout::event {
namespace {

constexpr std::size_t kNesting = 64;  // content deeper inside content than this is looked for no further

}  // namespace

Holders::Holders(const record::Reading& reading) {
    for (const record::Entity& entity : reading.entities) entities_[entity.id] = &entity;
    for (const record::Statement& statement : reading.statements) {
        if (statement.cue) cues_.push_back(&statement);
        for (const text::Span& content : statement.content) pieces_.push_back({content, &statement, 0});
    }
    std::stable_sort(pieces_.begin(), pieces_.end(), [](const Piece& a, const Piece& b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    std::stable_sort(cues_.begin(), cues_.end(), [](const record::Statement* a, const record::Statement* b) {
        return a->cue->span < b->cue->span;
    });
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        while (!open.empty() && pieces_[open.back()].span.end < pieces_[i].span.end) open.pop_back();
        pieces_[i].parent = open.empty() ? i : open.back();
        open.push_back(i);
    }
}

const record::Statement* Holders::around(text::Span span) const {
    const auto at = std::partition_point(pieces_.begin(), pieces_.end(),
                                         [&](const Piece& piece) { return piece.span.begin <= span.begin; });
    if (at == pieces_.begin()) return nullptr;
    auto i = static_cast<std::size_t>(at - pieces_.begin()) - 1;
    for (std::size_t steps = 0; steps < kNesting; ++steps) {
        const Piece& piece = pieces_[i];
        const bool own_cue = piece.statement->cue && piece.statement->cue->span.overlaps(span);
        if (piece.span.contains(span) && !own_cue) return piece.statement;
        if (piece.parent == i) return nullptr;
        i = piece.parent;
    }
    return nullptr;
}

const record::Statement* Holders::with_cue(text::Span span) const {
    const auto at = std::partition_point(cues_.begin(), cues_.end(), [&](const record::Statement* statement) {
        return statement->cue->span.begin < span.end;
    });
    if (at == cues_.begin()) return nullptr;
    return (*std::prev(at))->cue->span.overlaps(span) ? *std::prev(at) : nullptr;
}

const record::Entity* Holders::speaker(const record::Statement& statement) const {
    if (!statement.speaker || statement.speaker->entity.empty()) return nullptr;
    const auto at = entities_.find(statement.speaker->entity);
    return at == entities_.end() ? nullptr : at->second;
}

}  // namespace readout::event
