#include "publish/brief_sayings.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "publish/brief_words.h"
#include "text/fold.h"

namespace readout::publish {
namespace {

constexpr std::size_t kKeyBytes = 600;      // how much of a statement is compared
constexpr std::size_t kShortestPart = 10;   // shorter words are no part of another statement
constexpr std::size_t kMostCompared = 120;  // statements of a speaker that parts are looked for in
constexpr std::size_t kMostTellers = 6;     // of one saying

std::string folded(std::string_view words) {
    return text::fold(words.substr(0, kKeyBytes));
}

std::string folded_words(const ShelvedReport& report, const record::Statement& statement) {
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
        by_id_.clear();
        for (const record::Statement& statement : report.reading->statements)
            by_id_.emplace(statement.id.value, &statement);
        for (const record::Statement& statement : report.reading->statements) add(report, statement);
    }

    Speaker& speaker_of(const ShelvedReport& report, const record::Statement& statement) {
        const std::string name = statement.speaker ? desk_.shelf.name_of(report, *statement.speaker) : "";
        const record::Entity* entity = statement.speaker ? desk_.shelf.entity(statement.speaker->entity) : nullptr;
        std::string key = entity != nullptr ? "e" + entity->id.value : "n" + text::fold(name);
        Speaker& speaker = speakers_[key];
        if (speaker.sayings.empty()) {
            speaker.key = std::move(key);
            speaker.known = !name.empty();
            speaker.named = speaker.known && (entity == nullptr || entity->named);
            speaker.name = name.empty() ? "Speaker not resolved" : name;
            speaker.party = desk_.shelf.party_of(entity);
        }
        return speaker;
    }

    /// The speakers of the statements around this one, outermost first; who speaks twice in a row is one.
    std::vector<Teller> tellers_of(const ShelvedReport& report, const record::Statement& statement) {
        std::vector<Teller> tellers;
        std::string last = statement.speaker ? desk_.shelf.name_of(report, *statement.speaker) : "";
        record::StatementId at = statement.inside;
        for (std::size_t depth = 0; !at.empty() && depth < kMostTellers; ++depth) {
            const auto outer = by_id_.find(at.value);
            if (outer == by_id_.end()) break;
            const std::optional<record::Reference>& who = outer->second->speaker;
            std::string name = who ? desk_.shelf.name_of(report, *who) : "";
            if (name.empty() || name != last) {
                last = name;
                tellers.push_back(
                    {std::move(name), desk_.shelf.party_of(who ? desk_.shelf.entity(who->entity) : nullptr)});
            }
            at = outer->second->inside;
        }
        std::reverse(tellers.begin(), tellers.end());
        return tellers;
    }

    void add(const ShelvedReport& report, const record::Statement& statement) {
        const std::optional<Place> origin = desk_.shelf.origin(report, statement.span);
        if (origin && join_copy(report, statement, *origin)) return;
        Speaker& speaker = speaker_of(report, statement);
        Saying saying{&report, &statement, folded_words(report, statement), tellers_of(report, statement), {}, {}};
        if (!origin) saying.independent.insert(report.number);
        const auto [at, is_new] =
            exact_.emplace(std::make_tuple(speaker.key, saying.words, statement.negated), speaker.sayings.size());
        if (is_new) {
            first_told_[report.number].emplace_back(speaker.key, speaker.sayings.size());
            speaker.sayings.push_back(std::move(saying));
            return;
        }
        Saying& same = speaker.sayings[at->second];
        if (same.relayed() && !saying.relayed() && !origin) {  // better heard from the speaker
            std::swap(same, saying);
            same.others = std::move(saying.others);
            first_told_[report.number].emplace_back(speaker.key, at->second);
        }
        join(same, saying);
    }

    static void join(Saying& into, const Saying& same) {
        into.others.push_back({same.report, same.statement->span, same.independent.empty(), same.relayed()});
        into.others.insert(into.others.end(), same.others.begin(), same.others.end());
        into.independent.insert(same.independent.begin(), same.independent.end());
    }

    /// The statement of the source at these words has this one as its copy.
    bool join_copy(const ShelvedReport& report, const record::Statement& statement, const Place& origin) {
        Saying* best = nullptr;
        std::uint32_t most = 0;
        for (const auto& [key, index] : first_told_[origin.report->number]) {
            Saying& saying = speakers_[key].sayings[index];
            const text::Span span = saying.statement->span;
            if (saying.report != origin.report || !span.overlaps(origin.span)) continue;
            const std::uint32_t shared = std::min(span.end, origin.span.end) - std::max(span.begin, origin.span.begin);
            if (shared * 2 < span.size() || shared <= most) continue;
            most = shared;
            best = &saying;
        }
        if (best == nullptr) return false;
        best->others.push_back({&report, statement.span, true, false});
        return true;
    }

    /// Is `part` told with `whole`? What was heard from the speaker is not hidden behind what another tells of him.
    static bool holds(const Saying& whole, const Saying& part) {
        const bool alike = whole.statement->negated == part.statement->negated && !part.statement->content.empty() &&
                           part.words.size() >= kShortestPart && (!whole.relayed() || part.relayed());
        return alike && (" " + whole.words + " ").find(" " + part.words + " ") != std::string::npos;
    }

    /// A shorter quotation of the same words by the same speaker is told with the longer one.
    static void join_parts(Speaker& speaker) {
        std::vector<Saying> sorted = std::move(speaker.sayings);
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](const Saying& a, const Saying& b) { return a.words.size() > b.words.size(); });
        speaker.sayings.clear();
        for (Saying& saying : sorted) {
            const auto end =
                speaker.sayings.begin() + static_cast<std::ptrdiff_t>(std::min(speaker.sayings.size(), kMostCompared));
            const auto whole =
                std::find_if(speaker.sayings.begin(), end, [&](const Saying& other) { return holds(other, saying); });
            if (whole == end) {
                speaker.sayings.push_back(std::move(saying));
            } else {
                join(*whole, saying);
            }
        }
    }

    Desk& desk_;
    std::map<std::string, Speaker> speakers_;
    std::map<std::tuple<std::string, std::string, bool>, std::size_t> exact_;
    std::map<int, std::vector<std::pair<std::string, std::size_t>>> first_told_;  // sayings that a report tells first
    std::map<std::string, const record::Statement*> by_id_;                       // of the report being read
};

}  // namespace

std::vector<Speaker> speakers_of(Desk& desk) {
    return Collection(desk).run();
}

bool said_before(const Saying& a, const Saying& b) {
    const auto key = [](const Saying& saying) {
        const auto& said = saying.statement->said_on;
        const auto& published = saying.report->reading->report.published;
        const bool dated = said || published;
        const base::Day day = said ? said->from : published ? published->range.from : base::Day{};
        return std::make_tuple(!dated, day, saying.report->number, saying.statement->span.begin,
                               std::cref(saying.statement->id.value));
    };
    return key(a) < key(b);
}

}  // namespace readout::publish
