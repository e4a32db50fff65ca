#pragma once
// Whom does a name mean? Names are compared by text::fold, so case, accents and punctuation do not matter.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "record/reading.h"

namespace readout::query {

/// Entities of a weave by their id. Points into the weave.
using EntityIndex = std::unordered_map<std::string, const record::Entity*>;
EntityIndex index_of(const std::vector<record::Entity>& entities);

/// What somebody is called: the name that was found, else the words. Empty when nobody is named.
std::string called(const record::Reading& reading, const std::optional<record::Reference>& who);

/// How well somebody fits a name. whole: it is a name or an alias of theirs, or, of a person, words of one in a row
/// ("Gorbachev" of "Mikhail Gorbachev"). part: words in a row of any name ("Russia" of "Bank of Russia").
enum class Fit : unsigned char { kNone, kPart, kWhole };

/// A name that was asked for. Not thread-safe: it keeps what it found for each entity.
class AskedName {
  public:
    /// `asked` as it was typed; `entities` must outlive it.
    AskedName(std::string_view asked, const EntityIndex& entities);

    Fit fit(const record::Reading& reading, const std::optional<record::Reference>& who);

  private:
    [[nodiscard]] Fit fit_form(std::string_view form, bool of_person) const;
    [[nodiscard]] Fit fit_entity(const record::Entity& entity) const;
    [[nodiscard]] bool names_one_of(std::string_view names) const;

    std::string asked_;  // folded
    const EntityIndex& entities_;
    std::unordered_map<std::string, Fit> known_;  // by entity id
};

/// True when the words of `part` stand in a row in `whole`. Both are folded.
bool holds_words(std::string_view whole, std::string_view part);

/// Up to `most` names that look most like `asked`, nearest first; of equally near ones the more frequent first.
std::vector<std::string> nearest_names(std::string_view asked, const std::map<std::string, std::size_t>& counts,
                                       std::size_t most);

}  // namespace readout::query
