#pragma once
// Words that keep their period, and what the period may mean.

#include <string_view>

namespace readout::syntax {

enum class Abbreviation : unsigned char {
    kNone,
    kTitle,     // "Gen.", "Mr.": a name follows; never ends a sentence
    kNumbered,  // "No.", "Fig.": an abbreviation only before a number; never ends a sentence
    kMonth,     // "Jan.", "Tues.": ends a sentence only before a word that usually begins one
    kState,     // "Mass.", "Ill.": an abbreviation only after a comma; ends a sentence as kPlain does
    kPlain,     // "U.S.", "Inc.": ends a sentence before a word that usually begins one
    kClosing,   // "p.m.", "etc.": ends a sentence before any capital but those of a time ("p.m. EST")
    kInitial,   // "J.": ends a sentence only before a word that usually begins one
};

/// What `word` (without its last period) is when a period follows it. Case matters: "Sat." but not "sat.".
Abbreviation abbreviation(std::string_view word);

/// True for capitalised words that begin sentences far more often than they follow an abbreviation ("The", "But").
bool begins_sentences(std::string_view word);

/// True for what follows a clock time inside a sentence ("EST", "Moscow" does not count, "Monday", "local").
bool follows_clock_time(std::string_view word);

/// "non", "anti": joined to what follows by a hyphen without becoming a word of its own. Lower case.
bool is_prefix(std::string_view word);
/// "fold", "esque". Lower case.
bool is_suffix(std::string_view word);

}  // namespace readout::syntax
