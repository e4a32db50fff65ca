#include "query/names.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "text/fold.h"

namespace readout::query {
namespace {

constexpr std::size_t kMostCompared = 64;  // bytes of a name that are compared letter by letter

/// Letters to insert, delete or change (Levenshtein 1966).
std::size_t edits(std::string_view a, std::string_view b) {
    a = a.substr(0, kMostCompared);
    b = b.substr(0, kMostCompared);
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t k = 0; k < b.size(); ++k) {
            const std::size_t changed = diagonal + (a[i] == b[k] ? 0 : 1);
            diagonal = row[k + 1];
            row[k + 1] = std::min({changed, diagonal + 1, row[k] + 1});
        }
    }
    return row.back();
}

/// Where the words of a folded text begin, and past its end.
std::vector<std::size_t> word_begins(std::string_view folded) {
    std::vector<std::size_t> begins{0};
    for (std::size_t i = 0; i < folded.size(); ++i) {
        if (folded[i] == ' ') begins.push_back(i + 1);
    }
    begins.push_back(folded.size() + 1);
    return begins;
}

/// The least edits between `asked` and as many words in a row of `name`. Both are folded.
std::size_t distance(std::string_view asked, std::string_view name) {
    const std::size_t words = word_begins(asked).size() - 1;
    const std::vector<std::size_t> begins = word_begins(name);
    std::size_t least = edits(asked, name);
    for (std::size_t i = 0; i + words < begins.size(); ++i) {
        const std::size_t size = begins[i + words] - 1 - begins[i];
        least = std::min(least, edits(asked, name.substr(begins[i], size)));
    }
    return least;
}

}  // namespace

EntityIndex index_of(const std::vector<record::Entity>& entities) {
    EntityIndex index;
    for (const record::Entity& entity : entities) index.emplace(entity.id.value, &entity);
    return index;
}

std::string called(const record::Reading& reading, const std::optional<record::Reference>& who) {
    if (!who) return "";
    if (!who->name.empty()) return who->name;
    return who->span ? std::string(text::words_at(reading.report.text, *who->span)) : "";
}

bool holds_words(std::string_view whole, std::string_view part) {
    for (std::size_t at = whole.find(part); at != std::string_view::npos; at = whole.find(part, at + 1)) {
        const std::size_t end = at + part.size();
        const bool begins = at == 0 || whole[at - 1] == ' ';
        if (begins && (end == whole.size() || whole[end] == ' ')) return true;
    }
    return false;
}

AskedName::AskedName(std::string_view asked, const EntityIndex& entities)
    : asked_(text::fold(asked)), entities_(entities) {}

Fit AskedName::fit_form(std::string_view form, bool of_person) const {
    const std::string folded = text::fold(form);
    if (folded == asked_) return Fit::kWhole;
    if (!holds_words(folded, asked_)) return Fit::kNone;
    return of_person ? Fit::kWhole : Fit::kPart;
}

Fit AskedName::fit_entity(const record::Entity& entity) const {
    // "unnamed aide of Ronald Reagan" is not Reagan.
    const bool person = entity.named && entity.kind == record::EntityKind::kPerson;
    Fit best = fit_form(entity.name, person);
    for (const std::string& alias : entity.aliases) best = std::max(best, fit_form(alias, person));
    return best;
}

/// "Egypt and Sudan", "Holm, Lund and Berg": one of several who speak together is asked for by the whole name, or by
/// the second of two words.
bool AskedName::names_one_of(std::string_view names) const {
    if (names.starts_with("unnamed ") || names.find(" and ") == names.npos) return false;
    while (!names.empty()) {
        const std::size_t end = std::min(names.find(", "), names.find(" and "));
        const std::string one = text::fold(names.substr(0, end));
        const std::size_t space = one.find(' ');
        if (one == asked_ || (space == one.rfind(' ') && space != one.npos && one.substr(space + 1) == asked_))
            return true;
        if (end == names.npos) return false;
        names.remove_prefix(end + (names[end] == ',' ? 2 : 5));
    }
    return false;
}

Fit AskedName::fit(const record::Reading& reading, const std::optional<record::Reference>& who) {
    if (!who) return Fit::kNone;
    const auto entity = entities_.find(who->entity.value);
    if (entity == entities_.end()) {
        if (names_one_of(who->name)) return Fit::kWhole;
        const Fit by_name = fit_form(called(reading, who), false);
        if (!who->span) return by_name;
        return std::max(by_name, fit_form(text::words_at(reading.report.text, *who->span), false));
    }
    const auto [at, is_new] = known_.try_emplace(who->entity.value, Fit::kNone);
    if (is_new) at->second = fit_entity(*entity->second);
    return at->second;
}

std::vector<std::string> nearest_names(std::string_view asked, const std::map<std::string, std::size_t>& counts,
                                       std::size_t most) {
    struct Near {
        std::size_t distance, count;
        std::string name;
    };
    const std::string folded = text::fold(asked);
    std::vector<Near> all;
    for (const auto& [name, count] : counts) all.push_back({distance(folded, text::fold(name)), count, name});
    std::sort(all.begin(), all.end(), [](const Near& a, const Near& b) {
        return std::tie(a.distance, b.count, a.name) < std::tie(b.distance, a.count, b.name);
    });
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(most, all.size()); ++i) names.push_back(std::move(all[i].name));
    return names;
}

}  // namespace readout::query
