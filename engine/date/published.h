#pragma once
// The judgement on when a report was published.

#include "date/datings.h"
#include "date/evidence.h"
#include "record/report.h"

namespace readout::date {

/// Finds the year of datelines that leave it out ("Oct 5"): that of a stated date within a week, or one that the lead's
/// weekday confirms. Those without a year stay marked.
void complete_years(std::vector<Candidate>& stated, const std::vector<Placed>& placed, const InnerEvidence& inner);

/// Writes report.datings, report.published (none when nothing is known) and a note date_conflict for each stated date
/// that the text or a better date contradicts. A stated date wins by its trust, unless the text speaks of later events
/// or awaits earlier ones.
void judge_publication(record::Report& report, const std::vector<Candidate>& stated, const InnerEvidence& inner);

/// The days that the words of a report are told from: an evening's dateline where its print stamp of the next day or
/// two is the day of publication, else that day.
std::optional<base::DayRange> told_from(const record::Report& report);

}  // namespace readout::date
