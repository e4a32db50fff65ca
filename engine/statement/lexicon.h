#pragma once
// The table of reporting words (data/reporting/reporting.tsv) and the forms under which they are met.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "record/statement.h"

namespace readout::statement {

/// verb: its subject says. noun: "the claim that". source: "according to". participle: "citing". refusal: "declined to
/// comment". silence: counts only when negated ("did not reply").
enum class CueKind : unsigned char { kVerb, kNoun, kSource, kParticiple, kRefusal, kSilence };

/// What may follow. Bits of Entry::frames.
enum Frame : std::uint32_t {
    kThat = 1u << 0,      // that-clause
    kBare = 1u << 1,      // clause without "that"
    kQuoted = 1u << 2,    // quotation, colon, or the content before it: "…," she said
    kWhClause = 1u << 3,  // whether, how, what …
    kTo = 1u << 4,        // infinitive of the speaker's own act: "vowed to"
    kObjectTo = 1u << 5,  // addressee and infinitive: "urged X to"
    kGerund = 1u << 6,    // "denied taking"
    kObject = 1u << 7,    // noun phrase with all that hangs on it: "accused X of Y", "called X Y", "rejected the plan"
    kOf = 1u << 8,        // prepositional content
    kFor = 1u << 9,
    kAbout = 1u << 10,
    kAgainst = 1u << 11,
    kWith = 1u << 12,
    kToObject = 1u << 13,           // "expressed thanks to X"
    kAddresseeObject = 1u << 14,    // "promised X a holiday"
    kAddresseeFor = 1u << 15,       // "thanked X for", "asked X for"
    kAddresseeOf = 1u << 16,        // "warned X of"
    kAddresseeWith = 1u << 17,      // "threatened X with"
    kAddresseeToObject = 1u << 19,  // "invited X to a meeting"
    kPredicate = 1u << 18,          // "called X Y": an object alone is no content
};

/// Bits of Entry::addressee.
enum AddresseeSlot : unsigned char { kNoAddressee = 0, kObjectAddressee = 1, kToAddressee = 2, kOfAddressee = 4 };

/// One row. `words` is the lemma's words; of a verb only the first is inflected.
struct Entry {
    std::vector<std::string> words;
    CueKind kind = CueKind::kVerb;
    record::Act act = record::Act::kAssert;
    record::Act act_with_object_to = record::Act::kAssert;  // "told X to go" is a demand
    record::Act act_with_to = record::Act::kAssert;         // "agreed to go" is a promise
    std::uint32_t frames = 0;
    unsigned char addressee = kNoAddressee;
    int grade = 1;  // 1: always a cue; 2: with a quotation, "that" or an object; 3: with "that" or a quotation only

    [[nodiscard]] bool allows(std::uint32_t frame) const { return (frames & frame) != 0; }
    [[nodiscard]] std::string lemma() const;
};

enum class Inflection : unsigned char { kBase, kThird, kPast, kPresentParticiple, kPlural };

struct Form {
    std::uint32_t entry = 0;
    Inflection inflection = Inflection::kBase;
};

/// Immutable after load.
class Lexicon {
  public:
    /// Fails with NAME:LINE when a cell is not one of the known words.
    static base::Result<Lexicon> load(std::string_view table);

    [[nodiscard]] const Entry& entry(std::uint32_t index) const { return entries_[index]; }
    /// Entries whose first word has this (lower-case) form, longest entries first.
    [[nodiscard]] const std::vector<Form>& forms_of(std::string_view word) const;

  private:
    void index(std::uint32_t entry, std::string_view irregular);

    std::vector<Entry> entries_;
    std::unordered_map<std::string, std::vector<Form>> forms_;
};

}  // namespace readout::statement
