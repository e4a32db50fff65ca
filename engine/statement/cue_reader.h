#pragma once
// The reading of one segment: its cues one after the other, each with the method of its kind. cued.cc dispatches and
// collects, verbs.cc, fronted.cc (content before its tag), passives.cc and sources.cc (sources, citations, nouns) read.

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "statement/complement.h"
#include "statement/draft.h"
#include "statement/subject.h"

namespace readout::statement {

/// Views into its arguments. read() may be called once.
class CueReader {
  public:
    CueReader(const CuedSegment& s, const Segment* before, std::span<const Quote> quotes, std::string_view text)
        : s_(s.words), cued_(s), before_(before), quotes_(quotes), text_(text) {}

    std::vector<Draft> read();

  private:
    // what is no statement
    [[nodiscard]] bool is_thing_that_bears_words(Span speaker) const;
    [[nodiscard]] bool is_own_thought(const CueSite& cue, Range who, const Draft& draft) const;
    [[nodiscard]] const Word& word_at(std::uint32_t begin) const;

    // spans of content
    void add_content(Draft& draft, Range range) const;
    void add_quote(Draft& draft, std::int32_t index) const;
    Draft start(const CueSite& cue, Range subject) const;
    void set_slots(Draft& draft, const Complement& c) const;
    void keep(Draft draft);

    // verbs
    void read_verb(const CueSite& cue);
    [[nodiscard]] bool is_no_content(const Complement& after, const Subject& subject) const;
    void add_quote_behind_colon(Draft& draft, std::size_t colon) const;
    [[nodiscard]] bool awaits_block(const CueSite& cue) const;
    [[nodiscard]] bool is_bare_thing(const CueSite& cue, Range object) const;
    [[nodiscard]] bool is_topic(const CueSite& noun) const;
    [[nodiscard]] bool is_of_another(Range quote) const;
    [[nodiscard]] bool is_relative_of_noun(Range clause) const;
    [[nodiscard]] static bool compares(const CueSite& cue);
    void read_object_relative(const CueSite& cue, const Subject& subject, Draft& draft);
    [[nodiscard]] bool is_time(Range who) const;
    void keep_empty(const CueSite& cue, Draft draft);
    static bool tag_allowed(const CueSite& cue);
    Range inverted_subject(const CueSite& cue, const std::optional<Subject>& subject) const;
    Complement after_inverted(const CueSite& cue, Range subject) const;

    // fronted content
    std::size_t clause_begin(std::size_t end) const;
    [[nodiscard]] bool is_dateline(std::size_t dash) const;
    [[nodiscard]] bool is_as_clause(std::size_t subject) const;
    void take_as_clause(Draft& draft, std::size_t subject, std::size_t at) const;
    void take_fronted(Draft& draft, std::size_t left, const Complement& after, bool quote_after);
    [[nodiscard]] bool has_quote(std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool takes_object(const Draft& draft, const Complement& after) const;
    [[nodiscard]] static bool opens_clause(const Word& w);
    [[nodiscard]] bool is_clause_alone(std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool embeds(std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool opens_small(const Word& quote) const;
    [[nodiscard]] bool describes_speaker(std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool has_relative_subject(const Draft& draft, std::size_t left) const;
    [[nodiscard]] bool leads_in(std::size_t begin, std::size_t end, Range quoted) const;
    [[nodiscard]] std::size_t quote_run_begin(std::size_t end) const;
    [[nodiscard]] bool opens_with_adverbial(std::size_t begin) const;
    [[nodiscard]] std::size_t content_stop() const;
    void resume_after(Draft& draft, std::size_t at);
    [[nodiscard]] std::size_t draft_end(const Draft& draft) const;
    void take_before(Draft& draft, std::size_t left) const;

    // verbs
    void set_act(Draft& draft, const CueSite& cue, const Complement& c) const;
    void read_refusal(const CueSite& cue, Draft draft, const Complement& c);
    void read_infinitive(const CueSite& cue);

    // passives
    Range agent_after(std::size_t at) const;
    std::optional<Range> passive_subject(const CueSite& cue) const;
    void read_passive(const CueSite& cue);
    void read_passive_object(const CueSite& cue, Draft draft, Range subject, Range agent, const Complement& c);
    void quote_as(const CueSite& cue, Range reporter, Range speaker, std::size_t participle);

    // sources and citations
    [[nodiscard]] std::size_t coordinated_end(std::size_t end) const;
    [[nodiscard]] std::size_t over_insertions(Range who, std::size_t at) const;
    void read_source(const CueSite& cue);
    void read_citation(const CueSite& cue);
    void read_reason(const CueSite& cue);

    // nouns
    void read_noun(const CueSite& cue);
    Range noun_speaker(const CueSite& cue) const;
    static bool is_light_verb(const Word& w);
    static bool is_source(const Word& head);
    static bool is_reason(const Word& head);

    const Segment& s_;
    const CuedSegment& cued_;
    const Segment* before_;
    std::span<const Quote> quotes_;
    std::string_view text_;
    std::vector<KnownSubject> known_;
    std::vector<Draft> drafts_;
    const CueSite* handled_ = nullptr;  // "saying" of "was quoted as saying"
    std::size_t resumed_at_ = 0;        // the verb behind a tag in the middle of a clause, and that clause's subject
    Range resumed_subject_;
    std::vector<Draft> pending_;  // cited sources whose statement comes later in the segment
};

}  // namespace readout::statement
