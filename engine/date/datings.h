#pragma once
// The publication dates that a page states: given with it, in its address, its masthead, its dateline, its article id,
// or in a citation of the text that it republishes.

#include <optional>
#include <string>
#include <vector>

#include "date/timeline.h"
#include "record/report.h"

namespace readout::date {

/// A stated date and how far to trust it before the text was asked: 0 (a crawler's stamp) to 100 (given with the page).
struct Candidate {
    record::Dating dating;
    int trust = 0;
    bool year_left_out = false;  // "Oct 5": the year of `range` is only a guess yet
    bool names_page = false;     // "Tuesday 3 May 1988; Page A1": the stamp of a printed page
};

/// The date that came with a report: ISO, or as mail and feeds write it; a month or year as all its days. Of several
/// dates the first full one. Nothing when none can be read. Pure.
std::optional<base::DayRange> given_date(const std::string& given);

/// Stated dates, in the order: metadata, address, then by place in the text. `words` and `placed` are those of
/// report.text.
std::vector<Candidate> stated_dates(const record::Report& report, const Words& words,
                                    const std::vector<Placed>& placed);

}  // namespace readout::date
