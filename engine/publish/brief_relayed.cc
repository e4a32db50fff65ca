// Who reports whom: each pair of a teller and a speaker whose words he passes on. Pairs of two parties come first,
// since there a saying is told by the other side.

#include <algorithm>
#include <map>
#include <tuple>

#include "publish/brief_sayings.h"
#include "publish/brief_words.h"

namespace readout::publish {
namespace {

constexpr std::size_t kMostCites = 4;

struct Relay {
    Teller teller, speaker;
    std::vector<const Saying*> sayings;

    [[nodiscard]] bool crosses() const {
        return !teller.party.key.empty() && !speaker.party.key.empty() && teller.party.key != speaker.party.key;
    }
};

/// Each saying counts for the one who tells it to the next: "A has it from B, who has it from C" is A of B and B of C.
/// Here only the last step is counted, so that a saying stands in one line.
std::vector<Relay> relays_of(const std::vector<Speaker>& speakers) {
    std::map<std::pair<std::string, std::string>, Relay> found;
    for (const Speaker& speaker : speakers) {
        for (const Saying& saying : speaker.sayings) {
            if (!saying.relayed() || !speaker.known || saying.tellers.back().name.empty()) continue;
            const Teller& teller = saying.tellers.back();
            Relay& relay = found[{teller.name, speaker.key}];
            relay.teller = teller;
            relay.speaker = {speaker.name, speaker.party};
            relay.sayings.push_back(&saying);
        }
    }
    std::vector<Relay> out;
    for (auto& relay : found) out.push_back(std::move(relay.second));
    std::stable_sort(out.begin(), out.end(), [](const Relay& a, const Relay& b) {
        return std::make_tuple(!a.crosses(), b.sayings.size()) < std::make_tuple(!b.crosses(), a.sayings.size());
    });
    return out;
}

void add_name(Pieces& to, const Teller& who) {
    to.push_back(name_piece(who.name));
    if (!who.party.key.empty() && who.party.name != who.name) to.push_back(phrase("(" + who.party.name + ")"));
}

Line relay_line(Desk& desk, Relay relay) {
    Line line;
    line.relayed = true;
    add_name(line.words, relay.teller);
    line.words.push_back(phrase("tells what"));
    add_name(line.words, relay.speaker);
    line.words.push_back(phrase("said:"));
    line.words.push_back(phrase(counted(relay.sayings.size(), "statement", "statements")));
    std::sort(relay.sayings.begin(), relay.sayings.end(),
              [](const Saying* a, const Saying* b) { return said_before(*a, *b); });
    for (std::size_t i = 0; i < std::min(kMostCites, relay.sayings.size()); ++i) {
        line.credit.push_back(desk.shelf.cite(*relay.sayings[i]->report, relay.sayings[i]->statement->span));
    }
    if (relay.sayings.size() > kMostCites) line.credit.push_back(phrase(and_more(relay.sayings.size() - kMostCites)));
    return line;
}

}  // namespace

Section relayed_section(Desk& desk, const std::vector<Speaker>& speakers) {
    Section section{SectionKind::kRelayed, "Who reports whom", "", {}, ""};
    if (desk.brief) return section;
    std::vector<Relay> relays = relays_of(speakers);
    const std::size_t most = desk.shelf.limits().relays;
    Group group;
    for (std::size_t i = 0; i < std::min(most, relays.size()); ++i) group.lines.push_back(relay_line(desk, relays[i]));
    if (relays.size() > most) group.more = and_more(relays.size() - most);
    if (!group.lines.empty()) section.groups.push_back(std::move(group));
    return section;
}

}  // namespace readout::publish
