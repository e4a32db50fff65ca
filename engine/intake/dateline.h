#pragma once
// The place, date and agency that open a report: "GARISSA, Kenya, Oct 5 (CPS) - Kenya's military said …".

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace readout::intake {

struct DatelinePrefix {
    std::uint32_t size = 0;  // bytes, the dash included, no space behind it
    std::string agency;      // as printed, empty when none stands there
};

/// The dateline at the head of a paragraph. `near_head` tells that the paragraph is among the first of its text, where
/// looser forms are believed ("(AGENCY) Text", "BEIRUT: Text").
std::optional<DatelinePrefix> find_dateline(std::string_view paragraph, bool near_head);

/// The whole line is a dateline: place, date and agency, and nothing behind them.
bool is_dateline(std::string_view line);

/// The agency named in a line that is a dateline, empty when none is.
std::string dateline_agency(std::string_view dateline);

/// Capitals before a colon that call for attention or name a part in a talk, and no place: "URGENT", "HOST".
bool is_call(std::string_view label);

/// A live blog's time stamp at the head of a line ("18.40", "9:05pm GMT"): its size in bytes, 0 when there is none.
std::uint32_t time_stamp_size(std::string_view line);

/// True when a day, month or year stands among the words: "3 April 2020", "12.04.2016", "2015年11月20日", "Thurs.".
/// `needs_year` asks for a whole date.
bool has_date(std::string_view words, bool needs_year);

/// True for a word that may stand in a date line beside dates: numbers, months, weekdays, clock and zone words.
bool is_date_word(std::string_view word);

}  // namespace readout::intake
