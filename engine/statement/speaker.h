#pragma once
// Whom the words of a speaker, addressee or medium mean: the mention on them, else what the words say.

#include <string>
#include <vector>

#include "record/reading.h"
#include "text/span.h"

namespace readout::statement {

using text::Span;

/// Views into a reading, which must outlive it.
class SpeakerResolver {
  public:
    explicit SpeakerResolver(const record::Reading& reading) : reading_(reading) {}

    /// The reference for words that name somebody. Of "the minister, Jane Roe, said" the span holds role and name, and
    /// the entity is the named one. Where no mention stands on them, the name is "unnamed …" with the words, and the
    /// entity is empty; so it is of several who speak together, whose name is all names.
    [[nodiscard]] record::Reference resolve(Span words) const;

    /// The same for a transcript's label ("SUPT GAYLE"): a person whose name holds its last word.
    [[nodiscard]] record::Reference resolve_label(Span label) const;

  private:
    [[nodiscard]] const record::Mention* mention_on(Span words, Span head) const;
    [[nodiscard]] const record::Mention* apposed_name(Span words) const;
    [[nodiscard]] const record::Entity* entity_of(const record::Mention& mention) const;
    [[nodiscard]] Span head_in(Span words) const;
    [[nodiscard]] bool coordinates(Span words) const;
    [[nodiscard]] std::vector<const record::Entity*> joint(Span words) const;
    [[nodiscard]] std::string unnamed(Span words) const;

    const record::Reading& reading_;
};

}  // namespace readout::statement
