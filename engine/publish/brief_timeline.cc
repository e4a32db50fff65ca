// What happened and what was said, day by day. Each line is a sentence of a report with the words that show the event
// marked. Tellings of one event by several reports are one line; so are the events of one sentence.

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "publish/brief_sections.h"
#include "publish/brief_words.h"

namespace readout::publish {
namespace {

/// A sentence on a day.
struct Entry {
    base::DayRange on;
    const ShelvedReport* report = nullptr;
    text::Span sentence, marked;
    std::vector<std::string> labels;  // fixed phrases, in the order of the text
    std::string who;                  // of a statement
    record::StatementId holder;
    std::vector<Retelling> others;
    std::set<int> independent;
    int interest = 0;

    [[nodiscard]] auto order() const { return std::make_tuple(report->number, sentence.begin, marked.begin); }
    [[nodiscard]] int weight() const { return static_cast<int>(independent.size()) * 4 + interest; }
};

std::vector<std::string> ids_of(const std::vector<record::Party>& parties) {
    std::vector<std::string> ids;
    for (const record::Party& party : parties) {
        if (!party.entity.empty()) ids.push_back(party.entity.value);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

int interest_of(const record::Event& event) {
    int interest = event.status == record::EventStatus::kBackground ? -3 : 1;
    if (!event.magnitude.empty()) interest += 2;
    if (event.quad == 2 || event.quad == 4) interest += 1;
    if (!event.actors.empty() && !event.recipients.empty()) interest += 2;
    return interest;
}

class Chronicle {
  public:
    explicit Chronicle(Desk& desk) : desk_(desk) {}

    std::map<base::DayRange, std::vector<Entry>> run() {
        for (const bool derived : {false, true}) {
            for (const ShelvedReport* report : desk_.reports) {
                if (report->derived == derived) add(*report);
            }
        }
        std::map<base::DayRange, std::vector<Entry>> days;
        for (Entry& entry : entries_) days[entry.on].push_back(std::move(entry));
        return days;
    }

  private:
    using Spot = std::tuple<int, std::uint32_t, base::DayRange>;  // report, begin of the sentence, day
    using Deed = std::tuple<base::DayRange, record::EventType, record::EventStatus, std::vector<std::string>,
                            std::vector<std::string>>;

    void add(const ShelvedReport& report) {
        std::set<std::string> carried;  // statements whose event stands in the timeline
        for (const record::Event& event : report.reading->events) {
            if (!event.on) continue;
            if (!event.holder.empty()) carried.insert(event.holder.value);
            add(report, event);
        }
        for (const record::Statement& statement : report.reading->statements) {
            if (!statement.said_on || !statement.inside.empty() || carried.count(statement.id.value) > 0) continue;
            add(report, statement);
        }
    }

    void add(const ShelvedReport& report, const record::Event& event) {
        Deed deed{*event.on, event.type, event.status, ids_of(event.actors), ids_of(event.recipients)};
        const bool known = !std::get<3>(deed).empty() && !std::get<4>(deed).empty();
        Entry entry = entry_at(report, event.span, *event.on);
        entry.labels = {event_phrase(event)};
        entry.holder = event.holder;
        entry.interest = interest_of(event);
        const auto at = known ? deeds_.find(deed) : deeds_.end();
        if (at != deeds_.end() && entries_[at->second].report != &report) {
            join(entries_[at->second], entry);
            return;
        }
        const std::size_t place = put(std::move(entry));
        if (known && place < entries_.size()) deeds_.emplace(std::move(deed), place);
    }

    void add(const ShelvedReport& report, const record::Statement& statement) {
        const text::Span hull = statement.content.empty() ? statement.span : statement.content.front();
        Entry entry = entry_at(report, statement.span, *statement.said_on);
        entry.marked = {hull.begin, hull.begin};
        entry.who = statement.speaker ? desk_.shelf.name_of(report, *statement.speaker) : "";
        if (entry.who.empty()) return;
        entry.labels = {act_phrase(statement.act, statement.negated)};
        entry.interest = statement.act == record::Act::kAssert ? -1 : 0;
        put(std::move(entry));
    }

    Entry entry_at(const ShelvedReport& report, text::Span span, const base::DayRange& on) {
        Entry entry;
        entry.on = on;
        entry.report = &report;
        entry.sentence = Shelf::sentence_at(report, span);
        entry.marked = span;
        if (!desk_.shelf.origin(report, span)) entry.independent.insert(report.number);
        return entry;
    }

    /// Adds an entry, or joins it to the one of its sentence or of the sentence it was copied from. Returns its place.
    std::size_t put(Entry entry) {
        const Spot spot{entry.report->number, entry.sentence.begin, entry.on};
        const auto here = spots_.find(spot);
        if (here != spots_.end()) {
            Entry& same = entries_[here->second];
            if (!entry.who.empty()) return here->second;  // the sentence is told already
            const auto& labels = same.labels;
            if (std::find(labels.begin(), labels.end(), entry.labels[0]) == labels.end()) {
                same.labels.push_back(entry.labels[0]);
            }
            same.interest = std::max(same.interest, entry.interest);
            return here->second;
        }
        if (const auto origin =
                desk_.shelf.origin(*entry.report, entry.marked.empty() ? entry.sentence : entry.marked)) {
            const text::Span there = Shelf::sentence_at(*origin->report, origin->span);
            const auto source = spots_.find({origin->report->number, there.begin, entry.on});
            if (source != spots_.end()) {
                join(entries_[source->second], entry);
                return source->second;
            }
        }
        spots_.emplace(spot, entries_.size());
        entries_.push_back(std::move(entry));
        return entries_.size() - 1;
    }

    static void join(Entry& into, const Entry& entry) {
        const int number = entry.report->number;
        const auto told = [&](const Retelling& other) { return other.report->number == number; };
        if (into.report == entry.report || std::any_of(into.others.begin(), into.others.end(), told)) return;
        into.others.push_back({entry.report, entry.sentence, entry.independent.empty()});
        into.independent.insert(entry.independent.begin(), entry.independent.end());
    }

    Desk& desk_;
    std::vector<Entry> entries_;
    std::map<Spot, std::size_t> spots_;
    std::map<Deed, std::size_t> deeds_;
};

Line line_of(Desk& desk, const Entry& entry) {
    Line line;
    if (!entry.who.empty()) line.words.push_back(name_piece(entry.who));
    std::string labels;
    for (const std::string& label : entry.labels) labels += (labels.empty() ? "" : "; ") + label;
    line.words.push_back(phrase(labels + ":"));
    append(line.words, desk.shelf.quote(*entry.report, entry.sentence, entry.marked));
    append(line.credit, chain_of(desk, *entry.report, entry.holder, ""));
    append(line.credit, credit_of(desk, *entry.report, entry.sentence, "reported by"));
    add_retellings(desk, line.credit, {entry.report, entry.sentence, false}, entry.others);
    return line;
}

Group day_group(Desk& desk, std::vector<Entry> entries, std::size_t limit) {
    Group group{{phrase(dated_heading(entries.front().on))}, "", {}, {}, ""};
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return std::make_tuple(-a.weight(), a.order()) < std::make_tuple(-b.weight(), b.order());
    });
    const std::size_t all = entries.size();
    if (all > limit) entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(limit), entries.end());
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.order() < b.order(); });
    for (const Entry& entry : entries) group.lines.push_back(line_of(desk, entry));
    group.more = and_more(all - entries.size());
    return group;
}

/// The days to show: those with the heaviest entries.
std::set<base::DayRange> chosen_days(const std::map<base::DayRange, std::vector<Entry>>& days, std::size_t limit) {
    std::vector<std::pair<int, base::DayRange>> ranked;
    for (const auto& [day, entries] : days) {
        int weight = 0;
        for (const Entry& entry : entries) weight = std::max(weight, entry.weight());
        ranked.push_back({-weight, day});
    }
    std::sort(ranked.begin(), ranked.end());
    if (ranked.size() > limit) ranked.resize(limit);
    std::set<base::DayRange> chosen;
    for (const auto& day : ranked) chosen.insert(day.second);
    return chosen;
}

}  // namespace

Section timeline_section(Desk& desk) {
    Section section{SectionKind::kTimeline, "Timeline", "", {}, ""};
    const BriefLimits& limits = desk.shelf.limits();
    std::map<base::DayRange, std::vector<Entry>> days = Chronicle(desk).run();
    const std::set<base::DayRange> chosen = chosen_days(days, desk.brief ? limits.single_lines : limits.days);
    for (auto& [day, entries] : days) {
        if (chosen.count(day) == 0) continue;
        section.groups.push_back(day_group(desk, std::move(entries), desk.brief ? 3 : limits.day_lines));
    }
    section.more = and_more(days.size() - chosen.size(), "date", "dates");
    return section;
}

}  // namespace readout::publish
