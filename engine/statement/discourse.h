#pragma once
// Who spoke last: for "…," he said and "…," the minister said.
//
// The entity room reads a pronoun by what stands near it. A tag goes by more: who is named inside what is said is not
// its speaker, and a quotation that opens a paragraph goes on with whoever spoke before it, when gender and number fit.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "record/reading.h"
#include "statement/draft.h"

namespace readout::statement {

/// Views into a reading, which must outlive it. Statements that no other reports are told to it in text order.
class Discourse {
  public:
    explicit Discourse(const record::Reading& reading);

    /// The speaker of a draft: `found`, or who spoke before, or nobody where the words cannot mean whom they were taken
    /// to mean.
    [[nodiscard]] record::Reference settle(const Draft& draft, record::Reference found) const;

    /// The document by which a draft's speaker speaks, if any, whether or not another statement reports it.
    void note_document(const Draft& draft, const record::Reference& speaker);

    /// The speaker of the draft just settled.
    void said(const Draft& draft, const record::Reference& speaker);

  private:
    enum class Gender : unsigned char { kUnknown, kFemale, kMale };
    struct Previous {
        record::Reference speaker;
        std::uint32_t block = 0;
    };

    /// A document that somebody spoke by: "in a statement", "a ministry communique said".
    struct Issued {
        std::string_view noun;
        record::Reference speaker;
        std::uint32_t block = 0, end = 0;  // end: in bytes, of speaker and medium
    };

    [[nodiscard]] const record::Entity* entity(const record::EntityId& id) const;
    [[nodiscard]] bool is_named_in(const record::EntityId& id, const Draft& draft) const;
    [[nodiscard]] bool denies_before(const Draft& draft) const;
    [[nodiscard]] bool opens_paragraph(const Draft& draft) const;
    [[nodiscard]] bool is_same_name(const record::Reference& found) const;
    [[nodiscard]] bool may_go_on(const Draft& draft, Gender gender) const;
    [[nodiscard]] bool is_called(const record::EntityId& id, std::string_view role) const;
    [[nodiscard]] record::Reference previous_at(const Draft& draft) const;
    [[nodiscard]] bool takes_up_document(const Draft& draft, std::string_view words) const;

    const record::Reading& reading_;
    std::map<std::string, std::array<int, 2>> pronouns_;  // by entity: female, male
    std::optional<Previous> previous_;
    std::optional<Issued> issued_;
};

}  // namespace readout::statement
