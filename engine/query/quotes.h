#pragma once
// Who said what? Statements that meet conditions, one row each, in an order of their own.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "query/names.h"
#include "query/tellings.h"
#include "record/reading.h"

namespace readout::query {

/// What is asked for; a statement must meet all. What is empty or absent asks for nothing.
struct Conditions {
    std::string speaker, addressee;  // names (query/names.h)
    std::string country;             // of the speaker: its code, or a name of the state
    std::string about;               // words; each must begin a word of what is said
    std::string outlet;              // words in a row of outlet or agency, or of the name of a report without both
    std::vector<record::Act> acts;   // one of them
    std::optional<base::Day> since, until;
    bool each_copy = false;  // a statement that copies share is a row for each report
    std::optional<std::size_t> limit;
};

/// One row. `date` is the statement's own, else the report's.
struct Quote {
    Telling told;
    std::optional<base::DayRange> date;
    bool said_then = false;          // `date` is the statement's own
    std::string country;             // of the speaker, empty when unknown
    std::vector<std::string> chain;  // who reports whom, outermost first; the last is the speaker; empty = not named
    std::vector<Telling> copies;     // the same statement in other reports, in the order of rows
};

struct Answer {
    std::vector<Quote> quotes;   // by date (unknown last), outlet, report and place
    std::size_t statements = 0;  // that were looked at
    std::size_t undated = 0;     // rows that only lack a date for being here
    std::size_t cut = 0;         // rows beyond the limit
    /// When nobody is called as asked: the speakers with the most similar names.
    std::vector<std::string> near;
    /// When nobody is of the country that was asked for: the countries that speakers are of.
    std::vector<std::string> countries;
};

/// "deny", or "not deny" when the saying did not happen.
std::string act_words(const record::Statement& statement);

/// "Reuters > Vladimir Putin"; "?" stands for nobody named.
std::string chain_words(const std::vector<std::string>& chain);

/// The outlet, else the agency that is credited, else the report's name.
const std::string& outlet_of(const record::Report& report);

/// The address of the report, else its first file, else its name.
const std::string& link_of(const record::Report& report);

/// A pure function of the set of readings and their weave: nothing depends on the order of `readings`. Points into
/// them. When a name that is asked for fits somebody whole, those whom it fits in part do not count.
Answer find_quotes(const std::vector<const record::Reading*>& readings, const record::Weave& weave,
                   const Conditions& conditions);

}  // namespace readout::query
