#include "query/quotes.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "record/names.h"
#include "text/fold.h"

namespace readout::query {
namespace {

constexpr std::size_t kMostNear = 3;

/// The words that must occur, folded; "U.S." stays together as "u s".
std::vector<std::string> terms_of(std::string_view asked) {
    std::vector<std::string> terms;
    for (std::size_t at = 0; at < asked.size();) {
        const std::size_t end = std::min(asked.find_first_of(" \t\n", at), asked.size());
        std::string term = text::fold(asked.substr(at, end - at));
        if (!term.empty()) terms.push_back(" " + term);
        at = end + 1;
    }
    return terms;
}

/// The content, and the statement's other words but for the speaker's name: who speaks is not what is spoken of.
std::string matter_of(const Telling& telling) {
    const std::string& text = telling.reading->report.text;
    const record::Statement& statement = *telling.statement;
    std::string words = words_said(telling);
    text::Span left = statement.span;
    if (statement.speaker && statement.speaker->span && left.contains(*statement.speaker->span)) {
        const text::Span speaker = *statement.speaker->span;
        words += " " + std::string(text::words_at(text, {left.begin, speaker.begin}));
        left.begin = speaker.end;
    }
    words += " " + std::string(text::words_at(text, left));
    return " " + text::fold(words);
}

/// Codes of the country that was asked for: the code itself, else those of the states with this name.
std::set<std::string> codes_of(std::string_view asked, const std::vector<record::Entity>& entities) {
    const std::string folded = text::fold(asked);
    std::set<std::string> by_name;
    for (const record::Entity& entity : entities) {
        if (entity.country.empty()) continue;
        if (text::fold(entity.country) == folded) return {entity.country};
        if (entity.kind != record::EntityKind::kState) continue;
        const auto is_asked = [&](const std::string& form) { return text::fold(form) == folded; };
        if (is_asked(entity.name) || std::any_of(entity.aliases.begin(), entity.aliases.end(), is_asked)) {
            by_name.insert(entity.country);
        }
    }
    return by_name;
}

std::optional<base::DayRange> date_of(const Telling& telling) {
    if (telling.statement->said_on) return telling.statement->said_on;
    const auto& published = telling.reading->report.published;
    return published ? std::optional(published->range) : std::nullopt;
}

bool comes_before(const Telling& a, const Telling& b) {
    const auto key = [](const Telling& telling) {
        const record::Report& report = telling.reading->report;
        const std::optional<base::DayRange> date = date_of(telling);
        return std::make_tuple(!date, date.value_or(base::DayRange{}), std::cref(outlet_of(report)),
                               std::cref(report.name), std::cref(report.id.value), telling.statement->span,
                               std::cref(telling.statement->id.value));
    };
    return key(a) < key(b);
}

/// Reports that are known to be taken from another.
std::unordered_set<std::string> taken_reports(const std::vector<record::Copy>& copies) {
    std::unordered_set<std::string> taken;
    for (const record::Copy& copy : copies) {
        if (copy.direction == record::CopyDirection::kAFromB) taken.insert(copy.a.value);
        if (copy.direction == record::CopyDirection::kBFromA) taken.insert(copy.b.value);
    }
    return taken;
}

class Search {
  public:
    Search(const std::vector<const record::Reading*>& readings, const record::Weave& weave,
           const Conditions& conditions)
        : weave_(weave),
          conditions_(conditions),
          entities_(index_of(weave.entities)),
          terms_(terms_of(conditions.about)),
          outlet_(text::fold(conditions.outlet)) {
        for (const record::Reading* reading : readings) {
            for (const record::Statement& statement : reading->statements) {
                all_.push_back({reading, &statement});
                by_id_.emplace(statement.id.value, all_.back());
            }
        }
        std::sort(all_.begin(), all_.end(), comes_before);
        verdicts_.assign(all_.size(), Verdict::kMeets);
    }

    Answer run() {
        answer_.statements = all_.size();
        ask_for_name(conditions_.speaker, &record::Statement::speaker);
        if (!all_.empty() && !meets_any()) answer_.near = near_speakers();
        ask_for_country();
        ask_for_name(conditions_.addressee, &record::Statement::addressee);
        for (std::size_t i = 0; i < all_.size(); ++i) {
            if (verdicts_[i] == Verdict::kMeets) verdicts_[i] = judge(all_[i]);
        }
        choose();
        return std::move(answer_);
    }

  private:
    enum class Verdict : unsigned char { kMeets, kLacksDate, kFails };

    [[nodiscard]] bool meets_any() const {
        return std::find(verdicts_.begin(), verdicts_.end(), Verdict::kMeets) != verdicts_.end();
    }

    void ask_for_name(const std::string& asked, std::optional<record::Reference> record::Statement::*role) {
        if (asked.empty()) return;
        AskedName name(asked, entities_);
        std::vector<Fit> fits;
        Fit best = Fit::kPart;
        for (const Telling& telling : all_) {
            fits.push_back(name.fit(*telling.reading, telling.statement->*role));
            best = std::max(best, fits.back());
        }
        for (std::size_t i = 0; i < all_.size(); ++i) {
            if (fits[i] != best) verdicts_[i] = Verdict::kFails;
        }
    }

    void ask_for_country() {
        if (conditions_.country.empty()) return;
        const std::set<std::string> codes = codes_of(conditions_.country, weave_.entities);
        std::set<std::string> others;
        bool any = false;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const std::string& country = country_of(all_[i]);
            if (codes.count(country) > 0) {
                any = true;
                continue;
            }
            if (!country.empty()) others.insert(country);
            verdicts_[i] = Verdict::kFails;
        }
        if (!any) answer_.countries.assign(others.begin(), others.end());
    }

    [[nodiscard]] const std::string& country_of(const Telling& telling) const {
        static const std::string kUnknown;
        if (!telling.statement->speaker) return kUnknown;
        const auto at = entities_.find(telling.statement->speaker->entity.value);
        return at == entities_.end() ? kUnknown : at->second->country;
    }

    [[nodiscard]] Verdict judge(const Telling& telling) const {
        const std::vector<record::Act>& acts = conditions_.acts;
        const bool does = acts.empty() || std::find(acts.begin(), acts.end(), telling.statement->act) != acts.end();
        if (!does || !is_from_outlet(telling) || !is_about(telling)) return Verdict::kFails;
        if (!conditions_.since && !conditions_.until) return Verdict::kMeets;
        const std::optional<base::DayRange> date = date_of(telling);
        if (!date) return Verdict::kLacksDate;
        const bool too_early = conditions_.since && date->to < *conditions_.since;
        const bool too_late = conditions_.until && date->from > *conditions_.until;
        return too_early || too_late ? Verdict::kFails : Verdict::kMeets;
    }

    [[nodiscard]] bool is_from_outlet(const Telling& telling) const {
        if (outlet_.empty()) return true;
        const record::Report& report = telling.reading->report;
        return holds_words(text::fold(outlet_of(report)), outlet_) || holds_words(text::fold(report.agency), outlet_);
    }

    [[nodiscard]] bool is_about(const Telling& telling) const {
        if (terms_.empty()) return true;
        const std::string matter = matter_of(telling);
        return std::all_of(terms_.begin(), terms_.end(),
                           [&](const std::string& term) { return matter.find(term) != std::string::npos; });
    }

    [[nodiscard]] std::vector<std::string> near_speakers() const {
        std::map<std::string, std::size_t> counts;
        for (const Telling& telling : all_) {
            std::string name = called(*telling.reading, telling.statement->speaker);
            if (!name.empty()) ++counts[std::move(name)];
        }
        return nearest_names(conditions_.speaker, counts, kMostNear);
    }

    /// One row for each saying of which a telling meets the conditions, from the first telling that is no copy.
    void choose() {
        std::vector<std::size_t> numbers = number_sayings(all_, weave_.copies);
        if (conditions_.each_copy) {
            for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = i;
        }
        std::vector<std::vector<std::size_t>> sayings(all_.size());
        for (std::size_t i = 0; i < all_.size(); ++i) sayings[numbers[i]].push_back(i);
        const std::unordered_set<std::string> taken = taken_reports(weave_.copies);
        std::map<std::size_t, const std::vector<std::size_t>*> rows;  // by the telling that is shown
        for (const std::vector<std::size_t>& saying : sayings) {
            const std::optional<std::size_t> shown = shown_of(saying, taken);
            if (shown) {
                rows.emplace(*shown, &saying);
            } else if (std::any_of(saying.begin(), saying.end(),
                                   [&](std::size_t i) { return verdicts_[i] == Verdict::kLacksDate; })) {
                ++answer_.undated;
            }
        }
        const std::size_t most = conditions_.limit.value_or(rows.size());
        for (const auto& [shown, saying] : rows) {
            if (answer_.quotes.size() == most) break;
            answer_.quotes.push_back(row_of(shown, *saying));
        }
        answer_.cut = rows.size() - answer_.quotes.size();
    }

    [[nodiscard]] std::optional<std::size_t> shown_of(const std::vector<std::size_t>& saying,
                                                      const std::unordered_set<std::string>& taken) const {
        std::optional<std::size_t> shown;
        for (const std::size_t i : saying) {
            if (verdicts_[i] != Verdict::kMeets) continue;
            if (taken.count(all_[i].reading->report.id.value) == 0) return i;
            if (!shown) shown = i;
        }
        return shown;
    }

    [[nodiscard]] Quote row_of(std::size_t shown, const std::vector<std::size_t>& saying) const {
        const Telling& told = all_[shown];
        Quote quote{told, date_of(told), told.statement->said_on.has_value(), country_of(told), chain_to(told), {}};
        for (const std::size_t other : saying) {
            if (other != shown) quote.copies.push_back(all_[other]);
        }
        return quote;
    }

    [[nodiscard]] std::vector<std::string> chain_to(const Telling& telling) const {
        std::vector<std::string> chain;
        const record::Statement* at = telling.statement;
        // Nothing is inside itself; the count only guards against a damaged store.
        const std::size_t most = telling.reading->statements.size();
        while (at != nullptr && chain.size() < most) {
            chain.push_back(called(*telling.reading, at->speaker));
            const auto outer = by_id_.find(at->inside.value);
            const bool is_told_here = outer != by_id_.end() && outer->second.reading == telling.reading;
            at = is_told_here ? outer->second.statement : nullptr;
        }
        std::reverse(chain.begin(), chain.end());
        return chain;
    }

    const record::Weave& weave_;
    const Conditions& conditions_;
    const EntityIndex entities_;
    const std::vector<std::string> terms_;
    const std::string outlet_;
    std::unordered_map<std::string, Telling> by_id_;
    std::vector<Telling> all_;  // in the order of rows
    std::vector<Verdict> verdicts_;
    Answer answer_;
};

}  // namespace

std::string act_words(const record::Statement& statement) {
    const bool denied = statement.negated && statement.act != record::Act::kNoComment;  // "did not say" is no comment
    return (denied ? "not " : "") + std::string(record::name_of(statement.act));
}

std::string chain_words(const std::vector<std::string>& chain) {
    std::string words;
    for (const std::string& name : chain) {
        if (!words.empty()) words += " > ";
        words += name.empty() ? "?" : name;
    }
    return words;
}

const std::string& outlet_of(const record::Report& report) {
    if (!report.outlet.empty()) return report.outlet;
    return report.agency.empty() ? report.name : report.agency;
}

const std::string& link_of(const record::Report& report) {
    if (!report.url.empty()) return report.url;
    return report.source.files.empty() ? report.name : report.source.files.front();
}

Answer find_quotes(const std::vector<const record::Reading*>& readings, const record::Weave& weave,
                   const Conditions& conditions) {
    return Search(readings, weave, conditions).run();
}

}  // namespace readout::query
