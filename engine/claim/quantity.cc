#include "claim/quantity.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "claim/terms.h"
#include "text/fold.h"

namespace readout::claim {
namespace {

using record::Upos;

constexpr std::int64_t kOne = 1000;
constexpr std::int64_t kMax = 1'000'000'000'000'000;

constexpr auto kWords = std::to_array<std::pair<std::string_view, int>>({
    {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},       {"six", 6},
    {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},    {"twelve", 12},
    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
    {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},     {"sixty", 60},
    {"seventy", 70},  {"eighty", 80},   {"ninety", 90},
});

struct Vague {
    std::string_view word;
    std::int64_t lo, hi;
};
constexpr auto kVague =
    std::to_array<Vague>({{"dozens", 24, 99}, {"scores", 40, 199}, {"hundreds", 200, 999}, {"thousands", 2000, 9999}});

constexpr auto kScales = std::to_array<std::pair<std::string_view, std::int64_t>>(
    {{"hundred", 100}, {"thousand", 1000}, {"million", 1'000'000}, {"billion", 1'000'000'000}, {"dozen", 12}});

std::optional<std::int64_t> small_number(std::string_view word) {
    for (const auto& known : kWords) {
        if (known.first == word) return known.second;
    }
    return {};
}

/// "thirty-three" as one word, or a word of kWords.
std::optional<std::int64_t> word_number(std::string_view word) {
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string_view::npos) return small_number(word);
    const auto tens = small_number(word.substr(0, hyphen)), ones = small_number(word.substr(hyphen + 1));
    if (!tens || !ones || *tens < 20 || *ones > 9) return {};
    return *tens + *ones;
}

/// Digits with thousands commas and a decimal point, in thousandths.
std::optional<std::int64_t> digits(std::string_view word) {
    std::int64_t value = 0;
    std::size_t i = 0;
    for (; i < word.size() && word[i] != '.'; ++i) {
        if (word[i] == ',' && i > 0) continue;
        if (word[i] < '0' || word[i] > '9') return {};
        value = value * 10 + (word[i] - '0');
        if (value > kMax / kOne) return {};
    }
    if (i == 0) return {};
    value *= kOne;
    std::int64_t unit = kOne / 10;
    for (++i; i < word.size(); ++i, unit /= 10) {
        if (word[i] < '0' || word[i] > '9') return {};
        value += (word[i] - '0') * unit;
    }
    return value;
}

class Reader {
  public:
    Reader(const record::Reading& reading, std::uint32_t first, std::uint32_t last)
        : reading_(reading), first_(first), last_(last) {}

    std::vector<Quantity> read() {
        for (std::uint32_t i = first_; i < last_;) {
            const std::uint32_t next = read_at(i);
            i = std::max(next, i + 1);
        }
        return std::move(found_);
    }

  private:
    [[nodiscard]] const record::Token& token(std::uint32_t at) const { return reading_.syntax.tokens[at]; }
    [[nodiscard]] std::string word(std::uint32_t at) const {
        if (at < first_ || at >= last_) return {};
        return text::ascii_lower(text::words_at(reading_.report.text, token(at).span));
    }
    /// `back` words before `at` are exactly `words` (separated by one space).
    [[nodiscard]] bool before(std::uint32_t at, std::string_view words) const {
        std::uint32_t count = 1;
        for (const char c : words) count += c == ' ' ? 1U : 0U;
        if (at < first_ + count) return false;
        std::string got;
        for (std::uint32_t i = at - count; i < at; ++i) got += (got.empty() ? "" : " ") + word(i);
        return got == words;
    }
    [[nodiscard]] bool in_date(text::Span span) const {
        const auto& dates = reading_.dates;
        auto at = std::partition_point(dates.begin(), dates.end(),
                                       [&](const record::Date& d) { return d.span.begin <= span.begin; });
        for (int back = 0; back < 3 && at != dates.begin(); ++back) {
            --at;
            // A duration counts something ("three hours"); a day or an hour does not.
            if (at->span.overlaps(span) && !at->value.starts_with("P")) return true;
        }
        return false;
    }

    /// Reads the number at `at` into quantity.value; returns the token after it, or `at` when there is none.
    std::uint32_t number(std::uint32_t at, Quantity& quantity) const {
        const std::string here = word(at);
        for (const Vague& vague : kVague) {
            if (here != vague.word) continue;
            quantity.value = {vague.lo * kOne, vague.hi * kOne};
            quantity.hedged = true;
            return at + 1;
        }
        std::optional<std::int64_t> value = digits(here);
        if (!value) {
            if (const auto small = word_number(here)) value = *small * kOne;
        }
        if (!value) {
            for (const auto& scale : kScales) {
                if (here == scale.first && (word(at - 1) == "a" || word(at - 1) == "the")) value = scale.second * kOne;
            }
            if (!value) return at;
        }
        if (is_designation(at)) return at;
        std::uint32_t end = at + 1;
        for (int round = 0; round < 3 && end < last_; ++round) {
            const std::string next = word(end);
            for (const auto& scale : kScales) {
                if (next == scale.first && *value < kMax / scale.second) {
                    value = *value * scale.second;
                    ++end;
                    break;
                }
            }
            if (next == "hundred" || next == "thousand") {
                // "eleven hundred", "three thousand four hundred"
                if (const auto more = end < last_ ? word_number(word(end)) : std::nullopt) {
                    const bool hundreds = word(end + 1) == "hundred";
                    value = *value + *more * kOne * (hundreds ? 100 : 1);
                    end += hundreds ? 2 : 1;
                }
            }
        }
        quantity.value = {*value, *value};
        return end;
    }

    /// "the MiG-|23| jets", "a Type-|45| frigate".
    [[nodiscard]] bool is_designation(std::uint32_t at) const {
        if (at < first_ + 2 || word(at - 1) != "-" || token(at - 1).span.end != token(at).span.begin) return false;
        const std::string before = word(at - 2);
        const bool letter = !before.empty() && ((before[0] >= 'a' && before[0] <= 'z') || (before[0] & 0x80) != 0);
        return letter && token(at - 2).span.end == token(at - 1).span.begin && !word_number(before);
    }

    /// "raised from seven to eight": a source that revises its own count holds both.
    void apply_rise(std::uint32_t at, Quantity& quantity) const {
        if (at < first_ + 3 || word(at - 1) != "to" || word(at - 3) != "from") return;
        Quantity before;
        if (number(at - 2, before) == at - 1 && before.value.lo < quantity.value.lo)
            quantity.value.lo = before.value.lo;
    }

    /// Units of one measure as one noun.
    static void convert_units(Quantity& quantity) {
        struct Unit {
            std::string_view word, noun;
            std::int64_t factor;
        };
        constexpr auto kUnits = std::to_array<Unit>({{"gb", "gigabyte", 1},
                                                     {"gigabyte", "gigabyte", 1},
                                                     {"gigabytes", "gigabyte", 1},
                                                     {"tb", "gigabyte", 1000},
                                                     {"terabyte", "gigabyte", 1000},
                                                     {"terabytes", "gigabyte", 1000},
                                                     {"tonne", "ton", 1},
                                                     {"tonnes", "ton", 1},
                                                     {"tons", "ton", 1},
                                                     {"ton", "ton", 1},
                                                     {"km", "kilometre", 1},
                                                     {"kilometers", "kilometre", 1},
                                                     {"kilometres", "kilometre", 1}});
        for (const Unit& unit : kUnits) {
            if (unit.word != quantity.noun_word || quantity.value.lo > kMax / 1000) continue;
            quantity.noun = unit.noun;
            quantity.noun_word = std::string(unit.noun) + "s";
            quantity.value.lo *= unit.factor;
            if (quantity.value.hi != Interval::kOpen && quantity.value.hi <= kMax) quantity.value.hi *= unit.factor;
        }
    }

    /// "14 and 19 May", "14-19 May": the first number is a day too.
    [[nodiscard]] bool is_day_of_range(std::uint32_t end) const {
        const std::string joint = word(end);
        return (joint == "and" || joint == "to" || joint == "-" || joint == "–") && end + 1 < last_ &&
               digits(word(end + 1)).has_value() && in_date(token(end + 1).span);
    }

    /// "13 and 14 years old": the first number is an age too.
    [[nodiscard]] bool is_age_of_range(std::uint32_t end) const {
        const std::string joint = word(end);
        return (joint == "and" || joint == "or" || joint == "to" || joint == "-" || joint == "–") &&
               word(end + 2) == "years" && word(end + 3) == "old";
    }

    /// Without a noun, a number counts the dead only where it is given as a figure: "stands at 31", "is now four".
    [[nodiscard]] bool is_figure(std::uint32_t at) const {
        constexpr auto kBefore =
            std::to_array<std::string_view>({"at", "is", "are", "was", "were", "now", "than", "least", "to", "of",
                                             "numbered", "reached", "figure", "toll", "been"});
        const std::string previous = word(at == first_ ? last_ : at - 1);
        return std::find(kBefore.begin(), kBefore.end(), previous) != kBefore.end();
    }

    /// "120 by their own", "50 by the army's account".
    [[nodiscard]] bool is_by_account(std::uint32_t end) const {
        return word(end) == "by" || (word(end) == "according" && word(end + 1) == "to");
    }

    /// ", 22," after a name, "aged 22".
    [[nodiscard]] bool is_age(std::uint32_t at, std::uint32_t end) const {
        if (before(at, "aged")) return true;
        return word(at == first_ ? last_ : at - 1) == "," && (word(end) == "," || word(end).empty()) &&
               at >= first_ + 2 && token(at - 2).upos == Upos::kPropn;
    }

    /// "over ten years" is a span of time, "over ten people" more than ten.
    [[nodiscard]] bool is_duration(std::uint32_t at) const {
        constexpr auto kTimes =
            std::to_array<std::string_view>({"years", "months", "weeks", "days", "hours", "minutes", "decades"});
        const std::string next = word(at + 1);
        return std::find(kTimes.begin(), kTimes.end(), next) != kTimes.end();
    }

    void apply_hedges(std::uint32_t at, Quantity& quantity) const {
        const auto any = [&](auto... words) { return (before(at, words) || ...); };
        std::int64_t& lo = quantity.value.lo;
        std::int64_t& hi = quantity.value.hi;
        if (any("at least", "at the least", "no fewer than", "no less than", "not less than", "not fewer than")) {
            hi = Interval::kOpen;
        } else if (any("more than", "upwards of") || (before(at, "over") && !is_duration(at))) {
            lo += lo % kOne == 0 ? 1 : 0;
            hi = Interval::kOpen;
        } else if (any("up to", "as many as", "at most", "no more than", "fewer than", "less than", "not more than")) {
            lo = 0;
        } else if (any("about", "around", "some", "nearly", "almost", "roughly", "approximately", "close to",
                       "an estimated", "or so", "circa")) {
            quantity.hedged = true;
        }
    }

    [[nodiscard]] bool is_unit_time(std::uint32_t end) const {
        const std::string next = word(end);
        return next == "a.m." || next == "p.m." || next == "am" || next == "pm" || next == "o'clock" ||
               next == "o’clock" || next == "year-old" || next == "years-old";
    }

    [[nodiscard]] bool is_modifier(std::uint32_t at) const {
        const Upos upos = token(at).upos;
        return upos == Upos::kAdj || upos == Upos::kNoun || upos == Upos::kPropn;
    }

    /// The counted noun: the last noun of the run of nouns and adjectives after the number, also after "of its".
    std::uint32_t read_noun(std::uint32_t end, Quantity& quantity) const {
        std::uint32_t at = end;
        if (word(at) == "of") {
            const std::string next = word(at + 1);
            if (next == "them" || next == "whom" || next == "those" || next == "these" || next == "which") {
                quantity.part = true;
                return at;
            }
            at += next == "its" || next == "his" || next == "our" || next == "their" || next == "the" ? 2 : 1;
            if (next == "the") quantity.part = true;
        }
        std::uint32_t head = last_;
        const std::uint32_t begin = at;
        while (at < last_ && at < begin + 5 && is_modifier(at)) {
            if (token(at).upos == Upos::kNoun) head = at;
            ++at;
        }
        if (head == last_) return end;
        quantity.noun = term_of(token(head), text::words_at(reading_.report.text, token(head).span));
        quantity.noun_word = word(head);
        for (std::uint32_t i = begin; i < head; ++i) {
            std::string term = term_of(token(i), text::words_at(reading_.report.text, token(i).span));
            if (!term.empty()) quantity.modifiers.push_back(std::move(term));
        }
        for (const record::Mention& mention : mentions_in({token(begin).span.begin, token(head).span.end})) {
            quantity.modifiers.push_back("@" + mention.entity.value);
        }
        quantity.span.end = token(head).span.end;
        return head + 1;
    }

    [[nodiscard]] std::vector<record::Mention> mentions_in(text::Span span) const {
        std::vector<record::Mention> found;
        const auto& mentions = reading_.mentions;
        auto at = std::partition_point(mentions.begin(), mentions.end(),
                                       [&](const record::Mention& m) { return m.span.begin < span.begin; });
        for (; at != mentions.end() && at->span.begin < span.end && found.size() < 8; ++at) {
            if (at->span.end <= span.end && !at->entity.empty() && at->form == record::MentionForm::kName) {
                found.push_back(*at);
            }
        }
        return found;
    }

    [[nodiscard]] Role role_near(std::uint32_t at) const {
        struct Known {
            std::string_view word;
            Role role;
        };
        constexpr auto kRoles = std::to_array<Known>({{"evacuated", Role::kDisplaced},
                                                      {"displaced", Role::kDisplaced},
                                                      {"fled", Role::kDisplaced},
                                                      {"homes", Role::kDisplaced},
                                                      {"missing", Role::kMissing},
                                                      {"crowd", Role::kCrowd},
                                                      {"marched", Role::kCrowd},
                                                      {"demonstrators", Role::kCrowd},
                                                      {"protesters", Role::kCrowd},
                                                      {"rally", Role::kCrowd},
                                                      {"marchers", Role::kCrowd},
                                                      {"toll", Role::kKilled},
                                                      {"lives", Role::kKilled},
                                                      {"life", Role::kKilled}});
        Role best = Role::kOther;
        std::uint32_t distance = 9;
        const std::uint32_t from = at > first_ + 8 ? at - 8 : first_;
        for (std::uint32_t i = from; i < last_ && i < at + 9; ++i) {
            const std::uint32_t away = i > at ? i - at : at - i;
            if (away >= distance) continue;
            Role role = Role::kOther;
            const std::string here = word(i);
            const std::string term = term_of(token(i), text::words_at(reading_.report.text, token(i).span));
            if (term == "kill") role = Role::kKilled;
            if (term == "injure") role = Role::kInjured;
            if (term == "arrest") role = Role::kArrested;
            for (const Known& known : kRoles) {
                if (known.word == here) role = known.role;
            }
            if (role == Role::kOther) continue;
            best = role;
            distance = away;
        }
        return best;
    }

    std::uint32_t read_at(std::uint32_t at) {
        Quantity quantity;
        quantity.token = at;
        quantity.span = token(at).span;
        const std::uint32_t end = number(at, quantity);
        if (end == at || is_unit_time(end) || is_age(at, end) || is_age_of_range(end) || is_day_of_range(end) ||
            in_date(token(at).span))
            return at;
        quantity.span.end = token(end - 1).span.end;
        apply_hedges(at, quantity);
        const std::uint32_t next = read_noun(end, quantity);
        const std::string previous = word(at == first_ ? last_ : at - 1);
        if (previous == "including" || previous == "among" || before(at, "of whom") || before(at, "of which") ||
            before(at, "among them")) {
            quantity.part = true;
        }
        apply_rise(at, quantity);
        convert_units(quantity);
        if (quantity.noun.empty() || is_people(quantity.noun)) quantity.role = role_near(at);
        if (quantity.noun_word == "bodies" || quantity.noun_word == "graves" || quantity.noun_word == "dead") {
            quantity.role = Role::kKilled;
        }
        const bool year = quantity.noun.empty() && quantity.value.lo >= 1500 * kOne && quantity.value.lo <= 2100 * kOne;
        const bool bare = quantity.noun.empty() && !is_figure(at) && quantity.role != Role::kOther;
        constexpr auto kHave = std::to_array<std::string_view>({"have", "has", "had", "were", "are"});
        const bool stands =
            quantity.noun.empty() && at == first_ && std::find(kHave.begin(), kHave.end(), word(end)) != kHave.end();
        quantity.subject = at <= first_ + 1;
        if (stands) {
            quantity.role = Role::kOther;
            found_.push_back(std::move(quantity));
            return end;
        }
        quantity.figure = quantity.noun.empty() && quantity.role == Role::kOther;
        if (year || bare || (quantity.figure && !is_figure(at) && !is_by_account(end))) return end;
        found_.push_back(std::move(quantity));
        return next;
    }

    const record::Reading& reading_;
    std::uint32_t first_, last_;
    std::vector<Quantity> found_;
};

/// The interval widened by what rounding or a hedge allows.
Interval widened(const Quantity& quantity) {
    Interval wide = quantity.value;
    const std::int64_t share = quantity.hedged ? 10 : 20;
    wide.lo -= wide.lo / share;
    if (wide.hi != Interval::kOpen) wide.hi += wide.hi / share;
    return wide;
}

std::string plain(std::int64_t thousandths) {
    std::string out = std::to_string(thousandths / kOne);
    std::int64_t rest = thousandths % kOne;
    if (rest == 0) return out;
    std::string fraction = std::to_string(kOne + rest).substr(1);
    while (fraction.back() == '0') fraction.pop_back();
    return out + "." + fraction;
}

}  // namespace

std::vector<Quantity> quantities_of(const record::Reading& reading, std::uint32_t first, std::uint32_t last) {
    return Reader(reading, first, last).read();
}

bool can_be_equal(const Quantity& a, const Quantity& b) {
    // Small exact numbers are never rounded: "seven" is not "eight".
    const bool exact = !a.hedged && !b.hedged && a.value.lo < 20 * kOne && b.value.lo < 20 * kOne;
    const Interval x = exact ? a.value : widened(a), y = exact ? b.value : widened(b);
    return x.lo <= y.hi && y.lo <= x.hi;
}

std::string written(const Interval& value) {
    if (value.hi == Interval::kOpen) return plain(value.lo % kOne == 1 ? value.lo - 1 + kOne : value.lo) + "..";
    if (value.lo == value.hi) return plain(value.lo);
    return plain(value.lo) + ".." + plain(value.hi);
}

}  // namespace readout::claim
