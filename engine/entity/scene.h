#pragma once
// The text read once from left to right: what noun phrases and pronouns stand for, given who was met before.
//
// A figure is sought among the last parts met (a bounded window): a definite phrase needs a figure that its head noun
// can describe and nothing that speaks against it; a pronoun takes the figure with the most weight: near, subject or
// speaker, of fitting gender and number. When two are equally good, none is taken.

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "entity/cast.h"
#include "entity/phrases.h"

namespace readout::entity {

constexpr std::size_t kMostFigures = 60;  // figures looked at for a phrase that nobody met lately is meant by

/// What a part does in its clause, as far as its neighbours tell.
enum class Place : unsigned char { kOther, kObject, kOwner, kOblique, kSubject, kSpeaker };

constexpr bool is_subject(Place place) {
    return place == Place::kSubject || place == Place::kSpeaker;
}

/// A part that was passed on the way.
struct Seen {
    std::uint32_t part = 0;
    std::uint32_t sentence = 0;
    Place place = Place::kOther;
    bool quoted = false;
};

/// A phrase with the figure that was made for it, because nobody met before could be meant.
struct Nameless {
    FigureIndex figure = kNobody;
    Phrase phrase;
    Place place = Place::kOther;
};

/// Whom a word may mean, as the network has it: percent.
struct Meant {
    FigureIndex figure = kNobody;
    int share = 0;
};

/// An outlet by what it is called: "the daily paper".
bool has_outlet_head(const Figure& figure);

class Scene {
  public:
    Scene(const Page& page, const Tables& tables, Cast& cast, std::vector<Part> name_parts);

    /// The parts of names, phrases and pronouns, in no order.
    std::vector<Part> read(const std::vector<Phrase>& phrases);

  private:
    // scene.cc: the walk, and what stands beside a name
    void see(std::uint32_t part);
    void see_name(std::uint32_t part);
    [[nodiscard]] Place place_of(Range words) const;
    [[nodiscard]] std::uint32_t past_insertions(std::uint32_t after, bool clauses) const;
    void read_phrase(const Phrase& phrase);
    void read_question_label(std::uint32_t word);
    [[nodiscard]] std::uint32_t person_beginning_at(std::uint32_t word) const;
    [[nodiscard]] std::uint32_t past_titles(std::uint32_t first) const;
    bool attach(const Phrase& phrase);
    bool attach_to_phrase(const Phrase& phrase);
    [[nodiscard]] std::uint32_t name_behind_called(const Phrase& phrase) const;
    [[nodiscard]] FigureIndex predicated_of(const Phrase& phrase) const;
    [[nodiscard]] std::uint32_t name_beginning_at(std::uint32_t word) const;
    [[nodiscard]] std::uint32_t name_ending_at(std::uint32_t word) const;
    [[nodiscard]] std::uint32_t apposed_after(const Phrase& phrase) const;
    [[nodiscard]] bool hangs_on_person(const Phrase& phrase) const;
    [[nodiscard]] bool ends_opening_adjunct(const Phrase& phrase) const;
    [[nodiscard]] std::uint32_t body_apposed_after(const Phrase& phrase) const;
    [[nodiscard]] std::uint32_t apposed_before(const Phrase& phrase) const;
    void describe(FigureIndex figure, const Phrase& phrase);
    void add_part(Range words, Range head, record::MentionForm form, FigureIndex figure);

    /// What a phrase tells, worked out once and compared with many figures.
    struct Facts {
        std::string country, owner, role;
    };
    [[nodiscard]] Facts facts_of(const Phrase& phrase) const;

    // nominal.cc: phrases without a name beside them
    FigureIndex resolve_phrase(const Phrase& phrase);
    [[nodiscard]] FigureIndex governed_state(const Phrase& phrase);
    [[nodiscard]] FigureIndex two_states(const Phrase& phrase);
    [[nodiscard]] FigureIndex office_holder(const Phrase& phrase);
    [[nodiscard]] FigureIndex antecedent(const Phrase& phrase) const;
    [[nodiscard]] FigureIndex holder_here(const std::vector<std::string>& offices, const std::string& country) const;
    void find_home();
    [[nodiscard]] std::set<std::string> dateline_countries() const;
    [[nodiscard]] std::string country_met_most() const;
    [[nodiscard]] std::string country_of_offices(const std::vector<Phrase>& phrases) const;
    void name_state_bodies();
    [[nodiscard]] std::string name_of_state_body(const std::string& country, const std::string& body) const;
    [[nodiscard]] bool is_national(const Phrase& phrase) const;
    [[nodiscard]] bool is_relational_use(const Phrase& phrase) const;
    [[nodiscard]] bool can_be(const Phrase& phrase, const Facts& facts, const Figure& figure) const;
    [[nodiscard]] bool serves_other_body(const Phrase& phrase, const Figure& figure) const;
    [[nodiscard]] bool described_by(const Phrase& phrase, const Figure& figure, bool exact) const;
    FigureIndex new_figure(const Phrase& phrase);
    [[nodiscard]] std::string country_of(const Phrase& phrase) const;
    [[nodiscard]] std::string country_in(Range words) const;
    [[nodiscard]] FigureIndex owner_of(const Phrase& phrase) const;
    [[nodiscard]] FigureIndex body_spoken_for(const Phrase& phrase) const;
    [[nodiscard]] FigureIndex figure_within(Range words) const;
    [[nodiscard]] std::string role_of(const Phrase& phrase) const;
    [[nodiscard]] std::string owner_words(const Phrase& phrase) const;
    [[nodiscard]] std::string name_of(const Phrase& phrase, const std::string& country, FigureIndex owner) const;
    [[nodiscard]] bool means_own_outlet(const Phrase& phrase) const;
    [[nodiscard]] std::string sector_of(const Phrase& phrase) const;

    // land.cc
    FigureIndex state_meant(const Phrase& phrase);

    // issuer.cc
    [[nodiscard]] Range issuer_words(const Phrase& phrase) const;
    FigureIndex issuer_of(const Phrase& phrase);

    // epithet.cc: phrases that say something new of somebody just met
    [[nodiscard]] FigureIndex loose_antecedent(const Phrase& phrase, const Facts& facts) const;
    [[nodiscard]] FigureIndex person_in_focus(const Phrase& phrase, const Facts& facts) const;
    [[nodiscard]] bool is_epithet(const Phrase& phrase) const;
    [[nodiscard]] bool is_plainly_described(const Phrase& phrase) const;
    [[nodiscard]] bool is_told_by_compound(const Phrase& phrase) const;
    [[nodiscard]] bool is_age_word(std::uint32_t word) const;
    [[nodiscard]] FigureIndex meant_by_nationality(std::uint32_t part) const;

    // lede.cc
    void find_lede();
    [[nodiscard]] bool has_finite_verb(const Line& line) const;
    void note_lede(const Phrase& phrase, FigureIndex figure);
    [[nodiscard]] Nameless named_after_lede() const;
    [[nodiscard]] bool may_be_introduced(const Nameless& nameless, const Nameless& named) const;
    void settle_lede();

    // settled.cc: when all is read
    void note_title(const Phrase& phrase, FigureIndex figure);
    [[nodiscard]] bool is_of_title(FigureIndex figure) const;
    void settle_title();
    void settle_waiting();
    void name_anew();
    [[nodiscard]] bool is_only_one(const Nameless& nameless) const;
    void give_over(const std::unordered_map<FigureIndex, FigureIndex>& goes_to);

    // stand_in.cc: "another", "one of them"
    void read_stand_in(Phrase phrase);
    [[nodiscard]] std::uint32_t kind_told_before(const Phrase& phrase) const;
    [[nodiscard]] FigureIndex whole_of(const Phrase& phrase) const;

    // meant.cc
    [[nodiscard]] std::vector<Meant> meant_by(std::uint32_t word) const;
    [[nodiscard]] std::uint32_t part_headed_by(std::uint32_t word) const;
    void add_meant(std::uint32_t word, int share, int depth, std::vector<Meant>& out) const;

    // pronoun.cc
    void read_pronoun(std::uint32_t word);
    void read_own_voice(std::uint32_t word);
    [[nodiscard]] FigureIndex relative(std::uint32_t word) const;
    [[nodiscard]] FigureIndex reached_by_who(std::uint32_t word) const;
    [[nodiscard]] FigureIndex turn_speaker(std::uint32_t word) const;
    [[nodiscard]] bool is_inserted_saying(std::uint32_t word) const;
    [[nodiscard]] FigureIndex stressed_figure(std::uint32_t word) const;
    [[nodiscard]] std::string_view owned_noun(std::uint32_t word) const;
    [[nodiscard]] FigureIndex pronoun_figure(std::uint32_t word) const;

    const Page& page_;
    const Tables& tables_;
    Cast& cast_;
    std::vector<Part> parts_;
    std::vector<std::uint32_t> name_at_;     // word -> part of the name that covers it, or kNoWord
    std::vector<std::uint32_t> pronoun_at_;  // word -> part of the pronoun there, or kNoWord
    std::vector<std::uint32_t> head_at_;     // word -> part met last whose head it is in, or kNoWord
    std::vector<std::uint32_t> met_;         // figure -> how often it was met
    std::vector<Seen> seen_;
    std::vector<Nameless> made_;  // phrases with the figures that were made for them
    std::vector<Nameless> waiting_;
    std::vector<Nameless> headlined_;     // the nameless of headlines: "Rights group: …"
    std::vector<Nameless> taken_up_;      // definite phrases with the named figures that they take up
    std::vector<Nameless> title_, lede_;  // nameless persons that they begin with
    std::vector<FigureIndex> pairs_;      // "both governments": groups of two states
    FigureIndex governed_ = kNobody;      // the state whose government was met last
    Range lede_words_;                    // of the first paragraph; empty when there is none
    std::string home_;                    // code of the state that the report is about; empty when there is none
};

}  // namespace readout::entity
