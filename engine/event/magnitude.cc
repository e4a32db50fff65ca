#include "event/magnitude.h"

#include <algorithm>
#include <string>

#include "event/words.h"

namespace readout::event {
namespace {

using record::Magnitude;

constexpr long kLargest = 1'000'000'000;

struct NumberWord {
    std::string_view word;
    long value;
};
constexpr NumberWord kUnits[] = {
    {"zero", 0},      {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},
    {"six", 6},       {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},
    {"twelve", 12},   {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17},
    {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},
    {"sixty", 60},    {"seventy", 70},  {"eighty", 80},   {"ninety", 90},  {"both", 2},     {"half-a-dozen", 6}};
constexpr NumberWord kScales[] = {{"dozen", 12}, {"hundred", 100}, {"thousand", 1000}, {"million", 1'000'000}};
// "dozens" = [24, open)
constexpr NumberWord kPlurals[] = {{"dozen", 24}, {"score", 40}, {"hundred", 200}, {"thousand", 2000}};

std::optional<long> find(std::string_view word, const NumberWord* begin, const NumberWord* end) {
    for (; begin != end; ++begin) {
        if (begin->word == word) return begin->value;
    }
    return std::nullopt;
}

std::optional<long> plain_number(std::string_view word) {
    if (!word.empty() && word.front() >= '0' && word.front() <= '9') {
        long value = 0;
        for (const char c : word) {
            if (c == ',') continue;
            if (c < '0' || c > '9' || value > kLargest) return std::nullopt;
            value = value * 10 + (c - '0');
        }
        return value;
    }
    if (const auto unit = find(word, std::begin(kUnits), std::end(kUnits))) return unit;
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string_view::npos) return std::nullopt;
    const auto tens = find(word.substr(0, hyphen), std::begin(kUnits), std::end(kUnits));
    const auto ones = find(word.substr(hyphen + 1), std::begin(kUnits), std::end(kUnits));
    if (!tens || !ones || *tens < 20 || *ones > 9) return std::nullopt;
    return *tens + *ones;
}

}  // namespace

std::optional<Magnitude> number_in(const Phrases& phrases, Index first, Index last) {
    const auto tokens = phrases.tokens();
    long value = 0;
    bool found = false, open = false;
    Index start = first;
    for (Index i = first; i < last; ++i) {
        const std::string& lemma = tokens[i].lemma;
        if (const auto plural = find(lemma, std::begin(kPlurals), std::end(kPlurals));
            plural && phrases.tag(i) == "NNS" && !found) {
            value = *plural;
            found = open = true;
            start = i;
        } else if (const auto number = plain_number(lemma)) {
            if (!found) start = i;
            value = found && value >= 100 ? value + *number : *number;
            found = true;
        } else if (const auto scale = find(lemma, std::begin(kScales), std::end(kScales)); scale && found && !open) {
            value *= *scale;
        } else if (lemma == "several" && i + 1 < last) {
            if (const auto scaled = find(tokens[i + 1].lemma, std::begin(kScales), std::end(kScales))) {
                value = 3 * *scaled;
                found = open = true;
                start = i++;
            }
        } else if (found) {
            break;
        }
    }
    if (!found) return std::nullopt;
    Magnitude out{"", value, value};
    const auto before = [&](Index back) -> std::string_view {
        return start >= back ? std::string_view(tokens[start - back].lemma) : std::string_view();
    };
    const auto raw = [&](Index back) -> std::string_view {
        return start >= back ? std::string_view(tokens[start - back].xpos) : std::string_view();
    };
    if (open) out.hi.reset();
    if (before(1) == "least" || before(1) == "minimum") out.hi.reset();
    if (before(1) == "than" && (before(2) == "more" || before(2) == "much" || before(2) == "many" || raw(2) == "JJR")) {
        const bool less = before(2) == "few" || before(2) == "fewer" || before(2) == "less" || before(2) == "little";
        out = less ? Magnitude{"", 0, value - 1} : Magnitude{"", value + 1, std::nullopt};
    }
    if (before(1) == "over") out = {"", value + 1, std::nullopt};
    if ((before(1) == "to" && before(2) == "up") || before(1) == "most") out = {"", 0, value};
    return out;
}

std::vector<Magnitude> magnitudes(const Phrases& phrases, Index anchor, const std::vector<Index>& counted,
                                  std::string_view key) {
    std::vector<Magnitude> out;
    const auto add = [&](std::optional<Magnitude> number, std::string_view name) {
        if (!number || std::any_of(out.begin(), out.end(), [&](const Magnitude& m) { return m.key == name; })) return;
        number->key = std::string(name);
        out.push_back(std::move(*number));
    };
    const auto tokens = phrases.tokens();
    if (!key.empty() && !counted.empty()) {
        const NounPhrase& np = phrases.nouns()[counted.front()];
        add(number_in(phrases, np.first, np.last), key);
    }
    for (Index i = 0; i < tokens.size(); ++i) {
        const bool near = i >= anchor ? i - anchor < kReach : anchor - i < kReach;
        if (!near) continue;
        const std::string& lemma = tokens[i].lemma;
        const bool dead_verb = lemma == "kill" && phrases.tag(i) == "VBG";
        const bool hurt_verb = (lemma == "wound" || lemma == "injure") && phrases.tag(i) == "VBG";
        if ((dead_verb || hurt_verb) && i + 1 < tokens.size()) {
            const Complements after = phrases.after(i + 1);
            if (!after.first.empty()) {
                const NounPhrase& np = phrases.nouns()[after.first.front()];
                add(number_in(phrases, np.first, np.last), dead_verb ? "dead" : "injured");
            }
        }
        const bool dead_word = lemma == "dead" && phrases.tag(i) != "VBN";
        const bool hurt_word = lemma == "injured" || lemma == "wounded" || lemma == "hurt";
        if ((dead_word || hurt_word) && i > 0) {
            Index first = i;
            while (first > 0 && i - first < 4 && phrases.tag(first - 1) != "," && phrases.verb_at(first - 1) == kNone)
                --first;
            add(number_in(phrases, first, i), dead_word ? "dead" : "injured");
        }
    }
    return out;
}

}  // namespace readout::event
