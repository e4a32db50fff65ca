#include "date/known_events.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "base/table.h"
#include "text/fold.h"

namespace readout::date {

// How find() works. Every keyword has a number. Reading the words once, it keeps for each keyword the place where it
// was last seen. Each event has one group, the rarest, whose keywords wake it; a waking is looked at 80 words later,
// when all that may stand near has been seen. So common words ("killed") cost one store and no search.

namespace {

constexpr std::size_t kReach = 80;

struct Keyword {
    std::vector<std::string> words;
    std::vector<std::size_t> wakes;  // events
};

std::vector<std::string> words_of(std::string_view phrase) {
    const std::string lower = text::ascii_lower(phrase);
    std::vector<std::string> words;
    for (const Word& word : cut_words(phrase, lower, {0, static_cast<std::uint32_t>(phrase.size())}))
        words.emplace_back(word.lower);
    return words;
}

}  // namespace

struct KnownEvents::Table {
    struct Event {
        std::string name;
        base::DayRange days;
        std::vector<std::vector<std::size_t>> groups;  // keyword numbers
    };
    std::vector<Event> events;
    std::vector<Keyword> keywords;
    std::unordered_map<std::string, std::size_t> keyword_numbers;  // by the words, joined by a space
    std::unordered_map<std::string, std::vector<std::size_t>> by_first_word;

    std::size_t number_of(std::string_view phrase);
    void choose_wakers();
};

std::size_t KnownEvents::Table::number_of(std::string_view phrase) {
    std::vector<std::string> words = words_of(phrase);
    std::string key;
    for (const auto& word : words) key += word + ' ';
    const auto [at, fresh] = keyword_numbers.try_emplace(key, keywords.size());
    if (fresh) {
        by_first_word[words.front()].push_back(keywords.size());
        keywords.push_back({std::move(words), {}});
    }
    return at->second;
}

void KnownEvents::Table::choose_wakers() {
    std::vector<std::size_t> uses(keywords.size(), 0);
    for (const Event& event : events) {
        for (const auto& group : event.groups) {
            for (const std::size_t keyword : group) ++uses[keyword];
        }
    }
    for (std::size_t e = 0; e < events.size(); ++e) {
        const auto cost = [&](const std::vector<std::size_t>& group) {
            std::size_t sum = 0;
            for (const std::size_t keyword : group) sum += uses[keyword];
            return sum;
        };
        const auto& groups = events[e].groups;
        const auto rarest = std::min_element(groups.begin(), groups.end(),
                                             [&](const auto& a, const auto& b) { return cost(a) < cost(b); });
        for (const std::size_t keyword : *rarest) keywords[keyword].wakes.push_back(e);
    }
}

KnownEvents::KnownEvents() : table_(std::make_unique<Table>()) {}
KnownEvents::KnownEvents(KnownEvents&&) noexcept = default;
KnownEvents& KnownEvents::operator=(KnownEvents&&) noexcept = default;
KnownEvents::~KnownEvents() = default;

base::Result<KnownEvents> KnownEvents::parse(std::string_view bytes, std::string_view name) {
    const auto rows = RO_TRY(base::Table::parse(bytes, name, {"from", "to", "name", "keywords"}));
    KnownEvents known;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto from = base::parse_iso(rows.cell(row, 0)), to = base::parse_iso(rows.cell(row, 1));
        if (!from || !to || *to < *from)
            return base::failure(
                fmt::format("{}:{}: from and to are no days in order; write 2025-08-15", name, rows.line(row)));
        Table::Event event{std::string(rows.cell(row, 2)), {*from, *to}, {}};
        for (const auto group : base::split(rows.cell(row, 3), '&')) {
            event.groups.emplace_back();
            for (const auto phrase : base::split(group, '|')) {
                if (!words_of(phrase).empty()) event.groups.back().push_back(known.table_->number_of(phrase));
            }
        }
        const bool hollow = event.groups.empty() || std::any_of(event.groups.begin(), event.groups.end(),
                                                                [](const auto& g) { return g.empty(); });
        if (hollow)
            return base::failure(
                fmt::format("{}:{}: keywords are missing; write groups joined by &", name, rows.line(row)));
        known.table_->events.push_back(std::move(event));
    }
    known.table_->choose_wakers();
    return known;
}

std::size_t KnownEvents::size() const {
    return table_->events.size();
}
base::DayRange KnownEvents::days(std::size_t event) const {
    return table_->events[event].days;
}
const std::string& KnownEvents::name(std::size_t event) const {
    return table_->events[event].name;
}

namespace {

bool stands_at(const Words& words, std::size_t i, const Keyword& keyword) {
    for (std::size_t k = 1; k < keyword.words.size(); ++k) {
        if (words.at(i + k).lower != keyword.words[k]) return false;
    }
    return true;
}

}  // namespace

std::vector<EventMention> KnownEvents::find(const Words& words) const {
    constexpr std::size_t kNever = static_cast<std::size_t>(-1);
    std::vector<std::size_t> seen(table_->keywords.size(), kNever);
    std::vector<std::size_t> told(table_->events.size(), kNever);  // where an event was last looked at
    struct Waking {
        std::size_t event, place;
    };
    std::vector<Waking> wakings;
    std::vector<EventMention> found;
    const auto look = [&](const Waking& waking) {
        std::size_t first = waking.place, last = waking.place, happening = waking.place, index = 0;
        for (const auto& group : table_->events[waking.event].groups) {
            std::size_t nearest = kNever;
            for (const std::size_t keyword : group) {
                const std::size_t place = seen[keyword];
                if (place == kNever || place + kReach < waking.place) continue;
                const auto far = [&](std::size_t p) { return p > waking.place ? p - waking.place : waking.place - p; };
                if (nearest == kNever || far(place) < far(nearest)) nearest = place;
            }
            if (nearest == kNever) return;
            first = std::min(first, nearest);
            last = std::max(last, nearest);
            if (++index == 2) happening = nearest;
        }
        found.push_back({waking.event, words.span(first, last + 1), happening, first, last + 1});
    };
    std::size_t done = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (; done < wakings.size() && wakings[done].place + kReach <= i; ++done) look(wakings[done]);
        const auto at = table_->by_first_word.find(std::string(words.at(i).lower));
        if (at == table_->by_first_word.end()) continue;
        for (const std::size_t keyword : at->second) {
            if (!stands_at(words, i, table_->keywords[keyword])) continue;
            seen[keyword] = i;
            for (const std::size_t event : table_->keywords[keyword].wakes) {
                if (told[event] != kNever && told[event] + kReach / 4 > i) continue;
                told[event] = i;
                wakings.push_back({event, i});
            }
        }
    }
    for (; done < wakings.size(); ++done) look(wakings[done]);
    return found;
}

}  // namespace readout::date
