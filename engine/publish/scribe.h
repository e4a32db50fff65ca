#pragma once
// Spans, references and statements as JSON, the way docs/formats/jsonl.md writes them: offsets are code points, what is
// absent is null. For the printers of JSON lines in this room.

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "record/reading.h"
#include "text/units.h"

namespace readout::publish {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& value);
Json range_json(const std::optional<base::DayRange>& range);

/// Writes spans of one text, which must outlive it.
class Scribe {
  public:
    explicit Scribe(const std::string& text) : text_(text), units_(text) {}

    void put_bounds(Json& object, text::Span span) const;
    /// begin, end and text.
    void put_quoted(Json& object, text::Span span) const;
    void put_quoted_or_nowhere(Json& object, const std::optional<text::Span>& span) const;

    [[nodiscard]] Json bounds(text::Span span) const;
    [[nodiscard]] Json quoted(text::Span span) const;
    [[nodiscard]] Json reference(const std::optional<record::Reference>& who) const;

  private:
    const std::string& text_;
    text::Units units_;
};

/// All that a statement holds but its id, from `begin` to `inside`.
void put_statement(Json& object, const record::Statement& statement, const Scribe& scribe);

}  // namespace readout::publish
