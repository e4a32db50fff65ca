#pragma once
// Which statement reports which, and which quotation marks are a statement's own.

#include <span>
#include <vector>

#include "record/statement.h"
#include "statement/draft.h"

namespace readout::statement {

/// For each draft the index of the nearest draft whose content holds it, or kNone. Drafts must be in text order.
std::vector<std::int32_t> nest(std::span<const Draft> drafts);

/// For each draft what the drafts right inside it say, in text order; without sources cited for its own words.
std::vector<std::vector<Span>> said_inside(std::span<const Draft> drafts, std::span<const std::int32_t> inside);

/// direct: all of it in marks. mixed: some, marks of statements inside it not counted.
std::vector<record::Quotation> kinds_of(std::span<const Draft> drafts, std::span<const std::int32_t> inside,
                                        std::span<const Quote> quotes);

}  // namespace readout::statement
