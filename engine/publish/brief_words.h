#pragma once
// The fixed phrases of the brief, and words of reports made fit to be shown.

#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.h"
#include "publish/brief.h"

namespace readout::publish {

/// One line of valid UTF-8 that cannot move a cursor or turn the writing direction: runs of white space become one
/// space, control characters and direction marks U+FFFD. Edge spaces are kept (as one).
std::string shown(std::string_view words);
/// The same without spaces at the ends.
std::string shown_trimmed(std::string_view words);

/// The part of `whole` to quote when it is longer than `bytes`: on word borders, around `marked`. Linear in `bytes`.
text::Span window(std::string_view text, text::Span whole, text::Span marked, std::size_t bytes);

/// "12 October 1986", "12 to 14 October 1986", "October 1986", "1986".
std::string day_words(const base::DayRange& range);
/// The same with the weekday where it is one day.
std::string dated_heading(const base::DayRange& range);

/// "1 report", "2 reports".
std::string counted(std::size_t count, std::string_view one, std::string_view many);
/// "and 7 more", empty for 0.
std::string and_more(std::size_t count, std::string_view one = "", std::string_view many = "");

std::string act_phrase(record::Act act, bool negated);
std::string event_phrase(const record::Event& event);
std::string status_phrase(record::EventStatus status);
std::string note_phrase(record::NoteKind kind);
std::string basis_phrase(record::DatingBasis basis);
std::string role_phrase(record::DatingRole role);
std::string slot_phrase(record::Slot slot);
std::string relation_phrase(record::CopyRelation relation);
std::string change_phrase(record::ChangeKind kind);
std::string kind_phrase(record::EntityKind kind);
/// The English name of an actor's country code ("FRA", "KOS", "EUR"); the code when there is none.
std::string country_phrase(const std::string& code);
/// "40.." -> "40 or more", "24..99" -> "24 to 99", "in_principle" -> "in principle".
std::string value_phrase(std::string_view value);

// Making pieces.
inline Piece phrase(std::string words) {
    return {Piece::Kind::kPhrase, std::move(words), {}};
}
inline Piece name_piece(std::string_view words) {
    return {Piece::Kind::kName, shown_trimmed(words), {}};
}
inline void append(Pieces& to, Pieces more) {
    for (Piece& piece : more) to.push_back(std::move(piece));
}

}  // namespace readout::publish
