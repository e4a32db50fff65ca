#pragma once
// What the speakers of a story say. Copies and repetitions of one saying are one, with all places where it is told.

#include <set>
#include <string>
#include <vector>

#include "publish/brief_sections.h"

namespace readout::publish {

/// Who passes a saying on, between its speaker and the report. No name: the report does not tell.
struct Teller {
    std::string name;
    PartyName party;
};

/// One saying. `report` and `statement` are where it is shown from: a report that heard the speaker, if there is one.
struct Saying {
    const ShelvedReport* report = nullptr;
    const record::Statement* statement = nullptr;
    std::string words;            // folded
    std::vector<Teller> tellers;  // outermost first; empty: heard from the speaker
    std::vector<Retelling> others;
    std::set<int> independent;  // numbers of the reports that are no copies

    [[nodiscard]] bool relayed() const { return !tellers.empty(); }
};

struct Speaker {
    std::string key, name;
    PartyName party;
    bool named = true, known = true;
    std::vector<Saying> sayings;
};

/// The speakers by key, each with all that he says.
std::vector<Speaker> speakers_of(Desk& desk);

/// By the day it was said, else published; then by report and place.
bool said_before(const Saying& a, const Saying& b);

}  // namespace readout::publish
