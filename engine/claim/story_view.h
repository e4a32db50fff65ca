#pragma once
// What the rules of `claim` look at: one story's reports, their propositions, and an index of their terms.

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "claim/proposition.h"
#include "record/reading.h"

namespace readout::claim {

/// Immutable after view_story(); the readings and copies must outlive it.
class StoryView {
  public:
    /// `readings` are those of the story, sorted by id. `copies` may name other reports too.
    StoryView(std::vector<const record::Reading*> readings, std::span<const record::Copy> copies);

    [[nodiscard]] const std::vector<const record::Reading*>& readings() const { return readings_; }
    [[nodiscard]] const std::vector<Proposition>& propositions() const { return propositions_; }
    [[nodiscard]] const record::Reading& reading(const Proposition& p) const { return *readings_[p.report]; }
    [[nodiscard]] std::string_view words(const Proposition& p) const;
    [[nodiscard]] std::string word(const Proposition& p, std::uint32_t token) const;  // lower case

    [[nodiscard]] const std::string& term(std::uint32_t number) const { return terms_[number]; }
    /// Number of a term; none() when no proposition has it.
    [[nodiscard]] std::uint32_t number_of(const std::string& term) const;
    [[nodiscard]] static constexpr std::uint32_t none() { return 0xFFFFFFFF; }
    /// Propositions with the term, in order; at most kMaxPosting of them.
    [[nodiscard]] const std::vector<std::uint32_t>& with_term(std::uint32_t number) const { return postings_[number]; }
    /// 1 (in most propositions) … 7 (in few).
    [[nodiscard]] int weight(std::uint32_t number) const;
    [[nodiscard]] bool is_entity(std::uint32_t number) const { return terms_[number].front() == '@'; }

    /// Country of the entity with this holder key ("e" and its id), empty when unknown.
    [[nodiscard]] const std::string& country_of(const std::string& holder) const;

    /// Groups of reports that are copies of one another: the least index of the group.
    [[nodiscard]] std::uint32_t source_of(std::uint32_t report) const { return source_[report]; }

    static constexpr std::size_t kMaxPosting = 256;

  private:
    void join_copies(std::span<const record::Copy> copies);
    void add_terms(Proposition& proposition, std::map<std::string, std::uint32_t>& known);

    std::vector<const record::Reading*> readings_;
    std::vector<Proposition> propositions_;
    std::vector<std::string> terms_;
    std::map<std::string, std::uint32_t> numbers_;
    std::vector<std::vector<std::uint32_t>> postings_;
    std::vector<std::uint32_t> counts_;
    std::map<std::string, std::string> countries_;  // by holder key
    std::vector<std::uint32_t> source_;
    std::vector<std::vector<text::Span>> copied_;  // for each report: passages taken from another
};

}  // namespace readout::claim
