#pragma once
// The tables of this room: which words show which kind of event, and what words around them mean for it.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "record/event.h"

namespace readout::event {

using record::EventType;

/// The bytes of data/plover/*.tsv and of data/actors/roles.tsv. Only load() looks at them.
struct EventTables {
    std::string_view types, modes, triggers, classes, governors, contents, contexts, exclusions, roles;
};

/// One word of a trigger. `gap` allows up to kGap words before it within the clause.
struct Element {
    std::vector<std::string> words;    // lemmas
    std::vector<std::string> classes;  // or nouns of these classes
    bool gap = false;
};

inline constexpr std::uint32_t kGap = 7;

/// What one row of triggers.tsv says. `roles` lists where the recipient is looked for, first come first served:
/// obj, poss (the object's possessor), or a preposition; `mutual` makes all parties actors, `host` swaps the roles,
/// `none` has no recipient.
struct Trigger {
    std::vector<Element> words;  // the first is a verb or a noun
    bool noun = false;
    bool object_needed = false, object_forbidden = false;
    std::vector<std::string> object_classes, refused_classes;
    EventType type = EventType::kConsult;
    std::string mode;
    bool mode_from_content = false;  // "refused to meet": the mode says what was refused
    std::string cameo;
    std::vector<std::string> roles;
    std::string
        gate;  // strong: parties are not asked for; agent: the actor must be a party; both: so must the recipient
};

/// What a verb does to the act that depends on it.
enum class Effect : unsigned char { kPlan, kConsider, kDeny, kClaim, kSay, kFail, kAspect, kLight, kFear };

struct TypeFacts {
    int quad = 1;
    double score = 0;
};

/// Immutable after load; safe to share between threads.
class Lexicon {
  public:
    static base::Result<Lexicon> load(const EventTables& tables);
    Lexicon() = default;
    Lexicon(Lexicon&&) = default;
    Lexicon& operator=(Lexicon&&) = default;
    Lexicon(const Lexicon&) = delete;  // its indices point into its own rows
    Lexicon& operator=(const Lexicon&) = delete;
    ~Lexicon() = default;

    /// Triggers whose first word may be `lemma`, in table order.
    [[nodiscard]] const std::vector<const Trigger*>& triggers(const std::string& lemma, bool noun) const;
    [[nodiscard]] std::size_t trigger_count() const { return triggers_.size(); }
    [[nodiscard]] const Trigger& trigger(std::size_t index) const { return triggers_[index]; }
    /// True for a mode that modes.tsv lists under the type, and for no mode.
    [[nodiscard]] bool has_mode(EventType type, const std::string& mode) const {
        return mode.empty() || cameo_.contains({static_cast<int>(type), mode});
    }
    [[nodiscard]] bool in_class(const std::string& lemma, std::string_view name) const;
    [[nodiscard]] std::optional<Effect> effect(const std::string& lemma) const;
    /// What a word as content of a demand, refusal or threat makes of it ("release" demanded: yield); empty = nothing.
    [[nodiscard]] std::string content_mode(EventType type, const std::string& lemma) const;
    [[nodiscard]] const TypeFacts& facts(EventType type) const { return types_[static_cast<std::size_t>(type)]; }
    /// The CAMEO code that fits type and mode when the trigger names none.
    [[nodiscard]] std::string cameo(EventType type, const std::string& mode) const;
    /// PLOVER contexts that a word shows.
    [[nodiscard]] const std::vector<std::string>& contexts(const std::string& lemma) const;
    /// The domain without events that a word belongs to (sport, weather, stage …); empty = none.
    [[nodiscard]] std::string_view exclusion(const std::string& lemma) const;
    /// The sector of a role noun ("gunman": UAF); none when the word is no role. May be empty ("brother").
    [[nodiscard]] std::optional<std::string> role_sector(const std::string& lemma) const;

  private:
    base::Result<void> load_types(const EventTables& tables);
    base::Result<void> load_triggers(std::string_view bytes);
    base::Result<void> load_words(const EventTables& tables);
    base::Result<void> load_roles(std::string_view bytes);

    std::vector<Trigger> triggers_;
    std::unordered_map<std::string, std::vector<const Trigger*>> by_verb_, by_noun_;
    std::unordered_map<std::string, std::unordered_set<std::string>> classes_;  // class -> lemmas
    std::unordered_map<std::string, Effect> effects_;
    std::map<std::pair<int, std::string>, std::string> contents_;
    std::unordered_map<std::string, std::vector<std::string>> contexts_;
    std::unordered_map<std::string, std::string> exclusions_, roles_;
    std::map<std::pair<int, std::string>, std::string> cameo_;
    std::vector<TypeFacts> types_;
};

}  // namespace readout::event
