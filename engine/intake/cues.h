#pragma once
// Phrases that give furniture away: what a comment box, a legal notice, a correction or a credit says about itself.
// Compared folded (text::fold), by whole words.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace readout::intake {

enum class Cue : unsigned char {
    kDisclaimer,
    kChrome,
    kTrailer,
    kByline,
    kCaption,
    kMasthead,
    kFootnote,
    kHeadline,
    kCorrection,
    kUpdate,
    kMachine,      // says that a machine translated
    kMachineSign,  // wording that machines produce
    kAutoblog,
    kArchived,
    kOcr,
    kRadio,
    kTranscript,
    kTruncated,
    kRepublished,  // says that what follows is another's text
    kRepublishedEnd,
};

/// Strong cues decide alone; weak ones only at the head or tail of a text, in a short line.
struct CueHit {
    Cue cue;
    bool strong = false;
    std::string_view language;  // ISO 639-1 of the phrase; empty for English
    std::uint32_t word = 0;     // index of its first word in the folded text
    std::string_view phrase;
};

/// All phrases found in `folded`, in order. Linear: each word looks only at the phrases that begin with it.
std::vector<CueHit> find_cues(std::string_view folded);

/// The first hit of this cue.
std::optional<CueHit> first_of(const std::vector<CueHit>& hits, Cue cue);

/// Names of months and days, folded, in the languages of the press: true for "february", "feb", "mercredi".
bool is_month(std::string_view folded_word);
bool is_weekday(std::string_view folded_word);

/// Newspaper words ("Times", "Ledger", "Press"), folded.
bool is_outlet_word(std::string_view folded_word);

/// The short names of news agencies, as printed ("AFP", "Reuters").
bool is_agency(std::string_view name);

}  // namespace readout::intake
