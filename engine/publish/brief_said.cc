// Who said what: the statements of a story by party and speaker. A party is a country or an organisation with its
// people; who belongs to none that is known stands among the others. What another tells of a speaker is marked.

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "publish/brief_sayings.h"
#include "publish/brief_words.h"

namespace readout::publish {
namespace {

constexpr std::size_t kShortestWords = 10;  // of a saying that tells something

/// The speakers of one party, and how many of them are not shown.
struct Side {
    PartyName name;
    std::vector<const Speaker*> speakers;
    std::size_t sayings = 0, all_speakers = 0, left_sayings = 0;
    std::set<int> reports;
};

std::set<int> reports_of(const Speaker& speaker) {
    std::set<int> reports;
    for (const Saying& saying : speaker.sayings) {
        reports.insert(saying.report->number);
        for (const Retelling& other : saying.others) reports.insert(other.report->number);
    }
    return reports;
}

/// Those who say most first; whom nobody could resolve last.
bool says_more(const Speaker* a, const Speaker* b) {
    const auto key = [](const Speaker& speaker) {
        return std::make_tuple(!speaker.known, -static_cast<long>(speaker.sayings.size()), !speaker.named,
                               std::cref(speaker.name), std::cref(speaker.key));
    };
    return key(*a) < key(*b);
}

/// Parties that say most first, the others last. At most `most` speakers are shown in all; of those who say as much,
/// the ones with a party.
std::vector<Side> sides_of(const std::vector<Speaker>& speakers, std::size_t most) {
    std::vector<const Speaker*> order;
    for (const Speaker& speaker : speakers) order.push_back(&speaker);
    std::sort(order.begin(), order.end(), says_more);
    std::stable_sort(order.begin(), order.end(), [](const Speaker* a, const Speaker* b) {
        const auto key = [](const Speaker& speaker) {
            return std::make_tuple(!speaker.known, -static_cast<long>(speaker.sayings.size()),
                                   speaker.party.key.empty());
        };
        return key(*a) < key(*b);
    });
    std::map<std::string, Side> sides;
    for (std::size_t i = 0; i < order.size(); ++i) {
        Side& side = sides[order[i]->party.key];
        side.name = order[i]->party;
        side.sayings += order[i]->sayings.size();
        side.reports.merge(reports_of(*order[i]));
        ++side.all_speakers;
        if (i < most) {
            side.speakers.push_back(order[i]);
        } else {
            side.left_sayings += order[i]->sayings.size();
        }
    }
    std::vector<Side> out;
    for (auto& side : sides) {
        std::sort(side.second.speakers.begin(), side.second.speakers.end(), says_more);
        out.push_back(std::move(side.second));
    }
    std::sort(out.begin(), out.end(), [](const Side& a, const Side& b) {
        const auto key = [](const Side& side) {
            return std::make_tuple(side.name.key.empty(), -static_cast<long>(side.sayings), std::cref(side.name.key));
        };
        return key(a) < key(b);
    });
    return out;
}

/// Whether `speaker` is the party, and not one of its people.
bool speaks_as_party(const Side& side, const Speaker& speaker) {
    return !side.name.key.empty() && speaker.name == side.name.name;
}

/// Whose account it is: that of the outermost teller of another party, else "at second hand".
void add_account(Pieces& words, const Saying& saying, const PartyName& party) {
    for (const Teller& teller : saying.tellers) {
        const std::string& name = teller.party.key.empty() ? teller.name : teller.party.name;
        if (name.empty() || (!party.key.empty() && teller.party.key == party.key)) continue;
        words.push_back(phrase("by the account of"));
        words.push_back(name_piece(name));
        return;
    }
    words.push_back(phrase("at second hand"));
}

/// "as Northern Wire has it from Vale, who has it from Tass"
Pieces chain(const Saying& saying, const PartyName& party) {
    Pieces out{phrase("as"), name_piece(saying.report->label), phrase("has it from")};
    for (std::size_t i = 0; i < saying.tellers.size(); ++i) {
        const Teller& teller = saying.tellers[i];
        if (i > 0) out.push_back(phrase(", who has it from"));
        if (teller.name.empty()) {
            out.push_back(phrase("somebody not named"));
            continue;
        }
        out.push_back(name_piece(teller.name));
        const std::string& told = i > 0 ? saying.tellers[i - 1].party.key : party.key;
        const bool tells_more = !teller.party.key.empty() && teller.party.key != party.key && teller.party.key != told;
        if (tells_more && teller.party.name != teller.name) out.push_back(phrase("(" + teller.party.name + ")"));
    }
    return out;
}

Line line_of(Desk& desk, const Saying& saying, const PartyName& party) {
    const record::Statement& statement = *saying.statement;
    const ShelvedReport& report = *saying.report;
    Line line;
    line.relayed = saying.relayed();
    if (line.relayed) add_account(line.words, saying, party);
    const bool bare = statement.content.empty();
    const std::string act = bare ? "" : act_phrase(statement.act, statement.negated);
    if (!bare || line.relayed) line.words.push_back(phrase((line.relayed && !bare ? ", " : "") + act + ":"));
    append(line.words, bare ? desk.shelf.quote(report, statement.span) : desk.shelf.quote(report, statement.content));
    const auto add_who = [&](const char* relation, const std::optional<record::Reference>& who) {
        const std::string name = who ? desk.shelf.name_of(report, *who) : "";
        if (name.empty()) return;
        line.credit.push_back(phrase(relation));
        line.credit.push_back(name_piece(name));
        line.credit.push_back(phrase(","));
    };
    add_who("to", statement.addressee);
    add_who("through", statement.medium);
    if (statement.said_on) line.credit.push_back(phrase(day_words(*statement.said_on) + ","));
    if (line.relayed) {
        append(line.credit, chain(saying, party));
        line.credit.push_back(desk.shelf.cite(report, statement.span));
    } else {
        const bool own_words = statement.quotation != record::Quotation::kIndirect;
        append(line.credit, credit_of(desk, report, statement.span, own_words ? "quoted by" : "in the words of"));
    }
    add_retellings(desk, line.credit, {&report, statement.span, false, false}, saying.others);
    return line;
}

/// Whether somebody of another party tells it.
bool crosses(const Saying& saying, const PartyName& party) {
    return std::any_of(saying.tellers.begin(), saying.tellers.end(), [&](const Teller& teller) {
        return !teller.party.key.empty() && !party.key.empty() && teller.party.key != party.key;
    });
}

/// How much a saying tells. What several reports tell, what the other side tells, and what does more than assert, tells
/// more.
int weight(const Saying& saying, const PartyName& party) {
    const bool plain = saying.statement->act == record::Act::kAssert;
    const bool direct = saying.statement->quotation != record::Quotation::kIndirect;
    const bool tells_little = saying.words.size() < kShortestWords;
    return static_cast<int>(saying.independent.size()) * 4 + (plain ? 0 : 2) + (direct ? 1 : 0) -
           (tells_little ? 6 : 0) +
           (crosses(saying, party) ? 2
            : saying.relayed()     ? -1
                                   : 0);
}

/// The heaviest `limit` in the order of days.
std::vector<const Saying*> chosen(const Speaker& speaker, std::size_t limit) {
    std::vector<const Saying*> out;
    out.reserve(speaker.sayings.size());
    for (const Saying& saying : speaker.sayings) out.push_back(&saying);
    const auto before = [](const Saying* a, const Saying* b) { return said_before(*a, *b); };
    std::sort(out.begin(), out.end(), before);
    std::stable_sort(out.begin(), out.end(), [&](const Saying* a, const Saying* b) {
        return weight(*a, speaker.party) > weight(*b, speaker.party);
    });
    if (out.size() > limit) out.resize(limit);
    std::sort(out.begin(), out.end(), before);
    return out;
}

/// What a shell takes as it stands: letters, spaces and a few marks between single quotes.
bool is_plain_name(std::string_view name) {
    if (name.empty() || name.front() == '-') return false;
    return std::all_of(name.begin(), name.end(), [](char c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return letter || static_cast<unsigned char>(c) >= 0x80 || c == ' ' || c == '-' || c == '.' || c == ',';
    });
}

std::string more_sayings(const Speaker& speaker, std::size_t left) {
    if (left == 0) return "";
    const std::string name = is_plain_name(speaker.name) ? "'" + speaker.name + "'" : "NAME";
    return and_more(left) + (speaker.known ? ": readout quotes FILES --speaker " + name : "");
}

Part part_of(Desk& desk, const Side& side, const Speaker& speaker) {
    Part part{{name_piece(speaker.name)}, "", {}, ""};
    if (speaks_as_party(side, speaker)) part.remark = "as such; ";
    if (speaker.known && !speaker.named) {
        part.remark = "unnamed; " + (side.name.key.empty() ? "" : side.name.name + "; ");
    }
    part.remark += counted(speaker.sayings.size(), "statement", "statements");
    if (!desk.brief) part.remark += " in " + counted(reports_of(speaker).size(), "report", "reports");
    const auto lines = chosen(speaker, desk.brief ? 3 : desk.shelf.limits().speaker_lines);
    for (const Saying* saying : lines) part.lines.push_back(line_of(desk, *saying, side.name));
    part.more = more_sayings(speaker, speaker.sayings.size() - lines.size());
    return part;
}

Group group_of(Desk& desk, const Side& side) {
    const bool others = side.name.key.empty();
    Group group;
    group.heading = {others ? phrase("Others") : name_piece(side.name.name)};
    for (const Speaker* speaker : side.speakers) group.parts.push_back(part_of(desk, side, *speaker));
    if (side.all_speakers == 1 && speaks_as_party(side, *side.speakers.front())) {  // one heading is enough
        Part& alone = group.parts.front();
        group.remark = alone.remark.substr(alone.remark.find(';') + 2);
        group.lines = std::move(alone.lines);
        group.more = std::move(alone.more);
        group.parts.clear();
        return group;
    }
    if (others) group.remark = "of no country or organisation that is known, or of several; ";
    group.remark +=
        counted(side.sayings, "statement", "statements") + " by " + counted(side.all_speakers, "speaker", "speakers");
    if (!desk.brief) group.remark += " in " + counted(side.reports.size(), "report", "reports");
    const std::size_t left = side.all_speakers - side.speakers.size();
    if (left > 0) {
        group.more = and_more(left, "speaker", "speakers") + " with " +
                     counted(side.left_sayings, "statement", "statements") + ": readout quotes FILES";
    }
    return group;
}

}  // namespace

Section said_section(Desk& desk, const std::vector<Speaker>& speakers) {
    Section section{SectionKind::kSaid, "Who said what", "", {}, ""};
    const BriefLimits& limits = desk.shelf.limits();
    std::size_t left_sides = 0, left_sayings = 0;
    bool relayed = false;
    for (const Side& side : sides_of(speakers, desk.brief ? limits.single_lines : limits.speakers)) {
        if (side.speakers.empty()) {
            ++left_sides;
            left_sayings += side.left_sayings;
            continue;
        }
        section.groups.push_back(group_of(desk, side));
        for (const Part& part : section.groups.back().parts) {
            for (const Line& line : part.lines) relayed = relayed || line.relayed;
        }
        for (const Line& line : section.groups.back().lines) relayed = relayed || line.relayed;
    }
    if (relayed)
        section.remark = "“By the account of” and “at second hand”: told by another, not heard from the speaker.";
    if (left_sides > 0) {
        section.more = and_more(left_sides, "party", "parties") + " with " +
                       counted(left_sayings, "statement", "statements") + ": readout quotes FILES";
    }
    return section;
}

}  // namespace readout::publish
