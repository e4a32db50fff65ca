#include "story/altered.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace readout::story {
namespace {

bool is_number(const Word& word) {
    static constexpr std::array<std::string_view, 24> kWords{
        "one",    "two",    "three",  "four",   "five",     "six",      "seven",   "eight",
        "nine",   "ten",    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "twenty", "thirty", "forty",  "fifty",  "hundred",  "thousand", "million", "dozen"};
    return (word.folded[0] >= '0' && word.folded[0] <= '9') ||
           std::find(kWords.begin(), kWords.end(), word.folded) != kWords.end();
}

bool is_negation(const Word& word) {
    return word.folded == "not" || word.folded == "no" || word.folded == "never" || word.folded == "without";
}

struct Words {
    const std::vector<Word>& all;
    std::size_t begin, end;

    template <class Test>
    [[nodiscard]] std::size_t count(Test test) const {
        return static_cast<std::size_t>(std::count_if(all.begin() + static_cast<std::ptrdiff_t>(begin),
                                                      all.begin() + static_cast<std::ptrdiff_t>(end), test));
    }
    [[nodiscard]] std::size_t size() const { return end - begin; }
    [[nodiscard]] text::Span span() const { return {all[begin].span.begin, all[end - 1].span.end}; }
};

bool changes_a_fact(const Words& a, const Words& b) {
    const auto capital = [](const Word& word) { return word.capital; };
    if (a.count(is_number) > 0 && b.count(is_number) > 0) return true;
    if (a.count(is_negation) != b.count(is_negation)) return true;
    return a.count(capital) == a.size() && b.count(capital) == b.size();
}

}  // namespace

std::vector<record::Passage> altered_passages(const std::vector<Word>& a, const std::vector<Word>& b,
                                              const std::vector<Match>& matches) {
    std::vector<record::Passage> altered;
    for (std::size_t i = 0; i + 1 < matches.size(); ++i) {
        const std::size_t begin_a = matches[i].a + matches[i].length, begin_b = matches[i].b + matches[i].length;
        if (matches[i + 1].a <= begin_a || matches[i + 1].b <= begin_b) continue;
        const Words gap_a{a, begin_a, matches[i + 1].a}, gap_b{b, begin_b, matches[i + 1].b};
        if (gap_a.size() > kGap || gap_b.size() > kGap || !changes_a_fact(gap_a, gap_b)) continue;
        altered.push_back({gap_a.span(), gap_b.span()});
    }
    return altered;
}

}  // namespace readout::story
