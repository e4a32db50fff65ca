// Who said what: the statements of a story by country and speaker. Copies and repetitions of one saying are one line.

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "publish/brief_sections.h"
#include "publish/brief_words.h"
#include "text/fold.h"

namespace readout::publish {
namespace {

constexpr std::size_t kKeyBytes = 600;      // how much of a statement is compared
constexpr std::size_t kShortestPart = 10;   // shorter words are no part of another statement
constexpr std::size_t kMostCompared = 120;  // statements of a speaker that parts are looked for in

/// One saying and everywhere it is told.
struct Saying {
    const ShelvedReport* report = nullptr;
    const record::Statement* statement = nullptr;
    std::string words;  // folded
    std::vector<Retelling> others;
    std::set<int> independent;  // reports that are no copies

    [[nodiscard]] int weight() const {
        const bool plain = statement->act == record::Act::kAssert;
        const bool direct = statement->quotation != record::Quotation::kIndirect;
        const bool tells_little = words.size() < kShortestPart;
        return static_cast<int>(independent.size()) * 4 + (plain ? 0 : 2) + (direct ? 1 : 0) - (tells_little ? 6 : 0);
    }
    [[nodiscard]] auto order() const {
        const auto day = statement->said_on ? statement->said_on->from : base::Day{};
        return std::make_tuple(!statement->said_on.has_value(), day, report->number, statement->span.begin);
    }
};

struct Speaker {
    std::string key, name, country;
    bool named = true, known = true;
    std::vector<Saying> sayings;
};

std::string folded(std::string_view words) {
    return text::fold(words.substr(0, kKeyBytes));
}

std::string words_of(const ShelvedReport& report, const record::Statement& statement) {
    const std::string& text = report.reading->report.text;
    std::string all;
    for (const text::Span part : statement.content) {
        all += std::string(text::words_at(text, part).substr(0, kKeyBytes)) + " ";
        if (all.size() > kKeyBytes) break;
    }
    return folded(statement.content.empty() ? text::words_at(text, statement.span) : std::string_view(all));
}

class Collection {
  public:
    explicit Collection(Desk& desk) : desk_(desk) {}

    std::vector<Speaker> run() {
        for (const bool derived : {false, true}) {
            for (const ShelvedReport* report : desk_.reports) {
                if (report->derived == derived) add(*report);
            }
        }
        std::vector<Speaker> out;
        for (auto& speaker : speakers_) {
            join_parts(speaker.second);
            out.push_back(std::move(speaker.second));
        }
        return out;
    }

  private:
    void add(const ShelvedReport& report) {
        for (const record::Statement& statement : report.reading->statements) add(report, statement);
    }

    Speaker& speaker_of(const ShelvedReport& report, const record::Statement& statement) {
        std::string name = statement.speaker ? desk_.shelf.name_of(report, *statement.speaker) : "";
        const record::Entity* entity = statement.speaker ? desk_.shelf.entity(statement.speaker->entity) : nullptr;
        std::string key = entity != nullptr ? "e" + entity->id.value : "n" + text::fold(name);
        Speaker& speaker = speakers_[key];
        if (speaker.sayings.empty()) {
            speaker.key = key;
            speaker.known = !name.empty();
            speaker.named = speaker.known && (entity == nullptr || entity->named);
            speaker.name = name.empty() ? "Speaker not resolved" : name;
            if (entity != nullptr) speaker.country = entity->country;
        }
        return speaker;
    }

    void add(const ShelvedReport& report, const record::Statement& statement) {
        const std::optional<Place> origin = desk_.shelf.origin(report, statement.span);
        if (origin && join_copy(report, statement, *origin)) return;
        Speaker& speaker = speaker_of(report, statement);
        std::string words = words_of(report, statement);
        const auto key = std::make_tuple(speaker.key, words, statement.negated);
        const auto at = exact_.find(key);
        if (at != exact_.end()) {
            Saying& same = speaker.sayings[at->second];
            same.others.push_back({&report, statement.span, origin.has_value()});
            if (!origin) same.independent.insert(report.number);
            return;
        }
        exact_.emplace(key, speaker.sayings.size());
        where_[report.number].push_back({speaker.key, speaker.sayings.size()});
        speaker.sayings.push_back({&report, &statement, std::move(words), {}, {}});
        if (!origin) speaker.sayings.back().independent.insert(report.number);
    }

    /// The statement of the source at these words has this one as its copy.
    bool join_copy(const ShelvedReport& report, const record::Statement& statement, const Place& origin) {
        Saying* best = nullptr;
        std::uint32_t most = 0;
        for (const auto& [key, index] : where_[origin.report->number]) {
            Saying& saying = speakers_[key].sayings[index];
            const text::Span span = saying.statement->span;
            if (!span.overlaps(origin.span)) continue;
            const std::uint32_t shared = std::min(span.end, origin.span.end) - std::max(span.begin, origin.span.begin);
            if (shared * 2 < span.size() || shared <= most) continue;
            most = shared;
            best = &saying;
        }
        if (best == nullptr) return false;
        best->others.push_back({&report, statement.span, true});
        return true;
    }

    /// A shorter quotation of the same words by the same speaker is told with the longer one.
    static void join_parts(Speaker& speaker) {
        std::vector<Saying> sorted = std::move(speaker.sayings);
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](const Saying& a, const Saying& b) { return a.words.size() > b.words.size(); });
        speaker.sayings.clear();
        for (Saying& saying : sorted) {
            Saying* whole = nullptr;
            for (std::size_t i = 0; i < std::min(speaker.sayings.size(), kMostCompared) && whole == nullptr; ++i) {
                Saying& other = speaker.sayings[i];
                const bool alike = other.statement->negated == saying.statement->negated &&
                                   !saying.statement->content.empty() && saying.words.size() >= kShortestPart;
                if (alike && (" " + other.words + " ").find(" " + saying.words + " ") != std::string::npos) {
                    whole = &other;
                }
            }
            if (whole == nullptr) {
                speaker.sayings.push_back(std::move(saying));
                continue;
            }
            whole->others.push_back({saying.report, saying.statement->span, saying.independent.empty()});
            whole->others.insert(whole->others.end(), saying.others.begin(), saying.others.end());
            whole->independent.insert(saying.independent.begin(), saying.independent.end());
        }
    }

    Desk& desk_;
    std::map<std::string, Speaker> speakers_;
    std::map<std::tuple<std::string, std::string, bool>, std::size_t> exact_;
    std::map<int, std::vector<std::pair<std::string, std::size_t>>> where_;  // sayings that a report tells first
};

/// The `limit` speakers with most sayings, the named first; those left out come last and are counted.
std::vector<Speaker> shown_speakers(std::vector<Speaker> all, std::size_t limit, std::size_t& left_sayings) {
    const auto rank = [](const Speaker& speaker) {
        return std::make_tuple(!speaker.known, !speaker.named, -static_cast<long>(speaker.sayings.size()), speaker.name,
                               speaker.key);
    };
    std::sort(all.begin(), all.end(), [&](const Speaker& a, const Speaker& b) { return rank(a) < rank(b); });
    for (std::size_t i = limit; i < all.size(); ++i) left_sayings += all[i].sayings.size();
    if (all.size() > limit) all.erase(all.begin() + static_cast<std::ptrdiff_t>(limit), all.end());
    return all;
}

/// Countries with most sayings first, in them speakers with most first; the unnamed after the named.
void sort_by_country(std::vector<Speaker>& speakers) {
    std::map<std::string, std::size_t> totals;
    for (const Speaker& speaker : speakers) totals[speaker.country] += speaker.sayings.size();
    const auto key = [&](const Speaker& speaker) {
        const bool apart = speaker.country.empty();
        return std::make_tuple(apart, -static_cast<long>(apart ? 0 : totals[speaker.country]), speaker.country,
                               !speaker.known, !speaker.named, -static_cast<long>(speaker.sayings.size()), speaker.name,
                               speaker.key);
    };
    std::sort(speakers.begin(), speakers.end(), [&](const Speaker& a, const Speaker& b) { return key(a) < key(b); });
}

Line line_of(Desk& desk, const Saying& saying) {
    const record::Statement& statement = *saying.statement;
    const ShelvedReport& report = *saying.report;
    Line line;
    const bool bare = statement.content.empty();
    if (!bare) line.words.push_back(phrase(act_phrase(statement.act, statement.negated) + ":"));
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
    const std::string speaker = statement.speaker ? desk.shelf.name_of(report, *statement.speaker) : "";
    append(line.credit, chain_of(desk, report, statement.inside, speaker));
    const bool own_words = statement.quotation != record::Quotation::kIndirect;
    append(line.credit, credit_of(desk, report, statement.span, own_words ? "quoted by" : "in the words of"));
    add_retellings(desk, line.credit, {&report, statement.span, false}, saying.others);
    return line;
}

/// The heaviest `limit` in the order of days.
std::vector<const Saying*> chosen(const std::vector<Saying>& sayings, std::size_t limit) {
    std::vector<const Saying*> out;
    out.reserve(sayings.size());
    for (const Saying& saying : sayings) out.push_back(&saying);
    std::sort(out.begin(), out.end(), [](const Saying* a, const Saying* b) {
        return std::make_tuple(-a->weight(), a->order()) < std::make_tuple(-b->weight(), b->order());
    });
    if (out.size() > limit) out.resize(limit);
    std::sort(out.begin(), out.end(), [](const Saying* a, const Saying* b) { return a->order() < b->order(); });
    return out;
}

std::string remark_of(Desk& desk, const Speaker& speaker) {
    std::set<int> reports;
    for (const Saying& saying : speaker.sayings) {
        reports.insert(saying.report->number);
        for (const Retelling& other : saying.others) reports.insert(other.report->number);
    }
    std::string out = desk.shelf.country_name(speaker.country);
    if (out == speaker.name) out.clear();
    if (!out.empty()) out += "; ";
    out += counted(speaker.sayings.size(), "statement", "statements");
    if (!desk.brief) out += " in " + counted(reports.size(), "report", "reports");
    return out;
}

}  // namespace

Section said_section(Desk& desk) {
    Section section{SectionKind::kSaid, "Who said what", "", {}, ""};
    const BriefLimits& limits = desk.shelf.limits();
    std::size_t left_sayings = 0;
    std::vector<Speaker> all = Collection(desk).run();
    const std::size_t count = all.size();
    const std::size_t most = desk.brief ? limits.single_lines : limits.speakers;
    std::vector<Speaker> speakers = shown_speakers(std::move(all), most, left_sayings);
    sort_by_country(speakers);
    for (const Speaker& speaker : speakers) {
        Group group{{name_piece(speaker.name)}, remark_of(desk, speaker), {}, {}, ""};
        const auto lines = chosen(speaker.sayings, desk.brief ? 3 : limits.speaker_lines);
        for (const Saying* saying : lines) group.lines.push_back(line_of(desk, *saying));
        group.more = and_more(speaker.sayings.size() - lines.size());
        section.groups.push_back(std::move(group));
    }
    if (count > speakers.size()) {
        section.more = and_more(count - speakers.size(), "speaker", "speakers") + " with " +
                       counted(left_sayings, "statement", "statements");
    }
    return section;
}

}  // namespace readout::publish
