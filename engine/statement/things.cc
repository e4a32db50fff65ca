// What is the object of a cue and yet nothing that was said: "recalled |its ambassador|", "denied |bail|".

#include <algorithm>
#include <iterator>

#include "statement/cue_reader.h"

namespace readout::statement {
namespace {

template <std::size_t size>
bool among(const std::string_view (&list)[size], const Word& word) {
    return std::any_of(std::begin(list), std::end(list), [&](std::string_view item) { return word.is(item); });
}

constexpr std::string_view kPersons[] = {"ambassador", "ambassadors", "envoy",     "envoys", "diplomat",
                                         "diplomats",  "consul",      "troops",    "forces", "soldiers",
                                         "staff",      "employees",   "personnel", "player", "players"};
constexpr std::string_view kPointing[] = {"anything", "everything", "something", "nothing", "that",
                                          "this",     "both",       "these",     "those"};
constexpr std::string_view kReached[] = {"police",   "officers", "paramedics", "ambulance",
                                         "families", "reporter", "reporters",  "candidates"};
constexpr std::string_view kGranted[] = {"bail",     "parole",    "entry",    "access",     "visa",
                                         "visas",    "licence",   "licences", "license",    "licenses",
                                         "asylum",   "admission", "boarding", "permission", "treatment",
                                         "benefits", "service",   "services", "leave",      "citizenship"};

}  // namespace

// "accepted |that proposal|", "called |the police|", "ordered |out| ten diplomats", "denied |bail|": a noun
// that points back, a person or a thing is what was taken, called, moved or granted.
bool CueReader::is_bare_thing(const CueSite& cue, Range object) const {
    const std::string& verb = cue.entry->words.front();
    const std::size_t end = noun_phrase_end(s_, object.begin, Attach::kNothing);
    const Word& head = s_[head_of(s_, {object.begin, end})];
    if (verb == "call") {  // "called |Jane Roe, the curator|"; "called Jane Roe, the curator, a liar" says something
        std::size_t commas = 0;
        for (std::size_t i = end; i < object.end; ++i) commas += is_comma(s_[i]) ? 1 : 0;
        const bool both = s_[object.begin].is("both") && object.end == object.begin + 2;
        if (end >= object.end && (both || among(kReached, head))) return true;
        return head.tag == "NNP" && (end == s_.size() || is_comma(s_[end])) && end > object.begin + 1 && commas < 2;
    }
    if (verb == "recall" || verb == "withdraw" || verb == "order") return among(kPersons, head);
    if (verb == "deny") return among(kGranted, head);
    if (verb == "endorse") {  // an act; "endorsed it as |"late, but good"|" is praise
        return std::none_of(s_.words.begin() + static_cast<std::ptrdiff_t>(object.begin),
                            s_.words.begin() + static_cast<std::ptrdiff_t>(object.end),
                            [](const Word& w) { return w.is_quote() || w.is("as"); });
    }
    if (verb == "speak" || verb == "accept" || verb == "mention" || verb == "want") {
        const bool one_word = object.end - object.begin == 1;
        return among(kPointing, s_[object.begin]) || (one_word && (head.tag == "NNP" || head.tag == "NNPS"));
    }
    return false;
}

// "a proposal that Roe |pushed| last year", "an order that effectively |frees| them": the clause tells of the noun, not
// what it says.
bool CueReader::is_relative_of_noun(Range clause) const {
    static constexpr std::string_view kHandled[] = {"make",    "push",    "have",  "hold",    "send",    "submit",
                                                    "raise",   "file",    "give",  "receive", "publish", "issue",
                                                    "bring",   "propose", "put",   "release", "deliver", "advance",
                                                    "dispute", "repeat",  "share", "need",    "want"};
    std::size_t at = clause.begin;
    while (at < clause.end && is_adverb(s_[at])) ++at;
    if (at < clause.end && is_finite(s_[at])) return true;  // "a charge that |might| sting"
    const auto verb = clause_verb(s_, clause.begin, clause.end);
    if (!verb || std::none_of(std::begin(kHandled), std::end(kHandled),
                              [&](std::string_view lemma) { return s_[*verb].lemma == lemma; }))
        return false;
    const std::size_t next = *verb + 1;
    return next >= s_.size() || is_punctuation(s_[next]) || is_preposition(s_[next]) || s_[next].is("when") ||
           time_end(s_, next) > next;
}

// "As the Herald |reported|, the bridge was open": only a verb that takes clauses compares so, not "as the crowd
// |cheered|, …".
bool CueReader::compares(const CueSite& cue) {
    return (cue.entry->allows(kThat | kBare) && cue.entry->grade < 3) || cue.entry->words.size() > 1;  // "puts it"
}

}  // namespace readout::statement
