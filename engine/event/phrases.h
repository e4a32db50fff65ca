#pragma once
// Noun phrases and verb phrases of one sentence, found from Penn tags alone, and how they hang together.
//
//     The envoy , who was expelled in May , denied meeting Khan
//     NP-0        NP-1 VP-0        NP-2     VP-1   VP-2    NP-3
//     VP-0: passive, subject NP-0 (through the relative NP-1)   VP-1: subject NP-0   VP-2: gerund, governor VP-1
//
// There is no tree. Subjects are searched to the left, objects to the right, each within kReach words, so a sentence of
// any length takes linear time.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "record/date.h"
#include "record/syntax.h"

namespace readout::event {

/// Indices are into Sentence-wide vectors; kNone = there is none.
using Index = std::uint32_t;
inline constexpr Index kNone = 0xFFFFFFFF;

/// Farthest that a subject, an object or a complement is searched, in words.
inline constexpr Index kReach = 60;

/// A base noun phrase with its possessors ("Japan 's new premier"), tokens [first, last). `head` is its last noun.
struct NounPhrase {
    Index first = 0, last = 0, head = 0;
    Index preposition = kNone;  // the preposition before it
    bool time = false;          // "last week", "Tuesday"
    bool relative = false;      // who, which, that
};

enum class VerbForm : unsigned char { kFinite, kInfinitive, kGerund, kParticiple };

/// Verbs with their auxiliaries, tokens [first, last); `head` is the main verb.
struct VerbPhrase {
    Index first = 0, last = 0, head = 0;
    VerbForm form = VerbForm::kFinite;
    bool negated = false, perfect = false, past = false, passive = false;
    bool to_be = false;  // "is to meet", "is due to meet"
    std::string_view modal;
    std::vector<Index> subject;   // noun phrases, several when coordinated; of a passive these are its objects
    Index governor = kNone;       // the verb phrase on which an infinitive, a gerund or a that-clause depends
    Index governor_noun = kNone;  // token: "request to", "plan to"
    bool clause = false;          // the governor's content clause ("said that …")
    bool shared = false;          // coordinated with the verb phrase before: "seized X and freed Y"
    bool in_relative = false;     // "who was expelled in May"
    bool adjunct = false;         // a gerund that tells a further act: "hit the van, killing two"
    Index subordinator = kNone;   // token: if, unless, after, because …
    bool inverted = false;        // "Had Harare paid", "Were Ankara to send"
};

/// What follows a word up to the end of its clause.
struct Complements {
    std::vector<Index> first;   // object; of two objects in a row the former
    std::vector<Index> second;  // the latter
    struct Prepositional {
        Index preposition;  // token
        std::vector<Index> phrases;
    };
    std::vector<Prepositional> prepositional;
};

/// Read-only after construction. `tokens` must outlive it; all token indices are relative to `tokens`.
class Phrases {
  public:
    /// REQUIRES: `tokens` are those of one sentence; `dates` those of the report, in text order.
    Phrases(std::span<const record::Token> tokens, std::span<const record::Date> dates);

    [[nodiscard]] std::span<const record::Token> tokens() const { return tokens_; }
    [[nodiscard]] const std::vector<NounPhrase>& nouns() const { return nouns_; }
    [[nodiscard]] const std::vector<VerbPhrase>& verbs() const { return verbs_; }
    /// The phrase that holds a token, or kNone.
    [[nodiscard]] Index noun_at(Index token) const { return noun_of_[token]; }
    [[nodiscard]] Index verb_at(Index token) const { return verb_of_[token]; }

    /// Objects and prepositional phrases that begin at or after token `from`.
    [[nodiscard]] Complements after(Index from) const;
    /// The noun phrases joined with `noun` by commas and "and", `noun` included, to its left or to its right.
    [[nodiscard]] std::vector<Index> joined_left(Index noun) const;
    /// `pair`: also what has a verb after it ("between A and B began").
    [[nodiscard]] std::vector<Index> joined_right(Index noun, bool pair = false) const;
    /// The noun phrase that "of" attaches to `noun` ("leaders of Chad": Chad), or kNone.
    [[nodiscard]] Index of_phrase(Index noun) const;
    [[nodiscard]] bool in_date(Index token) const { return in_date_[token]; }
    /// The first noun phrase that "of" or "from" attaches to `noun`, or kNone.
    [[nodiscard]] Index members(Index noun) const;
    /// True when two tokens have no clause border between them.
    [[nodiscard]] bool same_clause(Index a, Index b) const { return clause_of_[a] == clause_of_[b]; }
    [[nodiscard]] bool is(Index token, std::string_view lemma) const {
        return token < tokens_.size() && tokens_[token].lemma == lemma;
    }
    [[nodiscard]] std::string_view tag(Index token) const {
        return token < tokens_.size() ? std::string_view(tokens_[token].xpos) : std::string_view();
    }

  private:
    void mark_dates(std::span<const record::Date> dates);
    void find_verbs();
    Index read_verb(Index at);
    void find_nouns();
    Index read_noun(Index at);
    void close_noun(Index first, Index last);
    void link_verbs();
    void link_finite(Index verb);
    void link_nonfinite(Index verb);
    Index jump_over(Index token, Index verb) const;
    [[nodiscard]] bool is_past_tense(Index verb) const;
    void take_subject(Index verb, Index noun, bool comma_between);
    void take_antecedent(Index verb, Index relative);
    void take_border(Index verb, Index first);
    void share(Index verb);
    void link_infinitive(Index verb);
    void link_gerund(Index verb);
    void mark_clauses();
    [[nodiscard]] std::vector<Index> controlled_subject(Index governor, Index before) const;
    [[nodiscard]] Index noun_before(Index token) const;
    [[nodiscard]] bool is_adverbial(Index token) const;
    [[nodiscard]] bool is_subject(Index noun) const;

    std::span<const record::Token> tokens_;
    std::vector<NounPhrase> nouns_;
    std::vector<VerbPhrase> verbs_;
    std::vector<Index> noun_of_, verb_of_, clause_of_;
    std::vector<bool> in_date_;
};

}  // namespace readout::event
