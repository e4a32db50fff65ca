#include "query/tellings.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "query/names.h"
#include "text/fold.h"

namespace readout::query {
namespace {

/// Reports that copies link, directly or through others.
class Families {
  public:
    explicit Families(const std::vector<record::Copy>& copies) {
        for (const record::Copy& copy : copies) {
            const std::size_t a = head(member(copy.a)), b = head(member(copy.b));
            heads_[b] = a;
        }
    }

    /// A number for the family of a report, or none when nobody copied it.
    std::optional<std::size_t> of(const record::ReportId& id) {
        const auto at = members_.find(id.value);
        if (at == members_.end()) return std::nullopt;
        return head(at->second);
    }

  private:
    std::size_t member(const record::ReportId& id) {
        const auto [at, is_new] = members_.emplace(id.value, heads_.size());
        if (is_new) heads_.push_back(at->second);
        return at->second;
    }

    std::size_t head(std::size_t member) {
        while (heads_[member] != member) {
            heads_[member] = heads_[heads_[member]];
            member = heads_[member];
        }
        return member;
    }

    std::unordered_map<std::string, std::size_t> members_;
    std::vector<std::size_t> heads_;
};

/// What must be equal for two tellings to be one.
using Saying = std::tuple<std::size_t, std::string, record::Act, bool, std::string>;

Saying saying_of(const Telling& telling, std::size_t family) {
    const record::Statement& statement = *telling.statement;
    const std::string& text = telling.reading->report.text;
    const std::string words =
        statement.content.empty() ? std::string(text::words_at(text, statement.span)) : words_said(telling);
    return {family, text::fold(called(*telling.reading, statement.speaker)), statement.act, statement.negated,
            text::fold(words)};
}

}  // namespace

std::string words_said(const Telling& telling) {
    std::string words;
    for (const text::Span part : telling.statement->content) {
        if (!words.empty()) words += " … ";
        words += text::words_at(telling.reading->report.text, part);
    }
    return words;
}

std::vector<std::size_t> number_sayings(std::span<const Telling> tellings, const std::vector<record::Copy>& copies) {
    std::vector<std::size_t> numbers(tellings.size());
    std::iota(numbers.begin(), numbers.end(), std::size_t{0});
    // In text order: where a report says the same twice, its second telling is one with the second of the others.
    std::vector<std::size_t> order = numbers;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return tellings[a].statement->span < tellings[b].statement->span;
    });
    Families families(copies);
    std::map<std::pair<const record::Reading*, Saying>, std::size_t> times;
    std::map<std::pair<Saying, std::size_t>, std::size_t> first;
    for (const std::size_t i : order) {
        const std::optional<std::size_t> family = families.of(tellings[i].reading->report.id);
        if (!family) continue;
        const Saying saying = saying_of(tellings[i], *family);
        const std::size_t time = times[{tellings[i].reading, saying}]++;
        numbers[i] = first.emplace(std::pair{saying, time}, i).first->second;
    }
    return numbers;
}

}  // namespace readout::query
