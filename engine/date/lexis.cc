#include "date/lexis.h"

#include <array>
#include <cstddef>

namespace readout::date {

namespace {

struct Numbered {
    std::string_view word;
    int value;
};

template <std::size_t N>
std::optional<int> look_up(const std::array<Numbered, N>& table, std::string_view word) {
    for (const auto& entry : table) {
        if (entry.word == word) return entry.value;
    }
    return std::nullopt;
}

constexpr std::array<Numbered, 25> kMonths{{
    {"january", 1}, {"february", 2},  {"march", 3},    {"april", 4},     {"may", 5},       {"june", 6}, {"july", 7},
    {"august", 8},  {"september", 9}, {"october", 10}, {"november", 11}, {"december", 12}, {"jan", 1},  {"feb", 2},
    {"mar", 3},     {"apr", 4},       {"jun", 6},      {"jul", 7},       {"aug", 8},       {"sep", 9},  {"sept", 9},
    {"oct", 10},    {"nov", 11},      {"dec", 12},     {"febr", 2},
}};
constexpr std::array<Numbered, 7> kWeekdays{
    {{"monday", 0}, {"tuesday", 1}, {"wednesday", 2}, {"thursday", 3}, {"friday", 4}, {"saturday", 5}, {"sunday", 6}}};
constexpr std::array<Numbered, 11> kWeekdayShort{{{"mon", 0},
                                                  {"tue", 1},
                                                  {"tues", 1},
                                                  {"wed", 2},
                                                  {"weds", 2},
                                                  {"thu", 3},
                                                  {"thur", 3},
                                                  {"thurs", 3},
                                                  {"fri", 4},
                                                  {"sat", 5},
                                                  {"sun", 6}}};
constexpr std::array<Numbered, 29> kCardinals{{
    {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},       {"six", 6},
    {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},    {"twelve", 12},
    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
    {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},     {"sixty", 60},
    {"seventy", 70},  {"eighty", 80},   {"ninety", 90},  {"dozen", 12},   {"hundred", 100},
}};
constexpr std::array<Numbered, 13> kOrdinals{{{"first", 1},
                                              {"second", 2},
                                              {"third", 3},
                                              {"fourth", 4},
                                              {"fifth", 5},
                                              {"sixth", 6},
                                              {"seventh", 7},
                                              {"eighth", 8},
                                              {"ninth", 9},
                                              {"tenth", 10},
                                              {"eleventh", 11},
                                              {"twelfth", 12},
                                              {"last", 0}}};
constexpr std::array<std::string_view, 11> kUnits{"second", "minute",  "hour", "day",    "week",   "fortnight",
                                                  "month",  "quarter", "year", "decade", "century"};

struct Tagged {
    std::string_view word, tag;
};
constexpr std::array<Tagged, 5> kSeasons{
    {{"spring", "SP"}, {"summer", "SU"}, {"autumn", "FA"}, {"fall", "FA"}, {"winter", "WI"}}};
constexpr std::array<Tagged, 15> kParts{{{"morning", "TMO"},
                                         {"dawn", "TDA"},
                                         {"daybreak", "TDA"},
                                         {"sunrise", "TDA"},
                                         {"breakfast", "TMO"},
                                         {"lunchtime", "TMI"},
                                         {"midday", "TMI"},
                                         {"afternoon", "TAF"},
                                         {"evening", "TEV"},
                                         {"dusk", "TEV"},
                                         {"sunset", "TEV"},
                                         {"nightfall", "TEV"},
                                         {"night", "TNI"},
                                         {"nights", "TNI"},
                                         {"mornings", "TMO"}}};

template <std::size_t N>
std::string_view tag_of(const std::array<Tagged, N>& table, std::string_view word) {
    for (const auto& entry : table) {
        if (entry.word == word) return entry.tag;
    }
    return {};
}

}  // namespace

std::optional<int> month_named(std::string_view word) {
    if (word.size() < 3 || word.size() > 9) return std::nullopt;
    return look_up(kMonths, word);
}

bool month_is_doubtful(std::string_view word) {
    return word.size() <= 4 || word == "march" || word == "august";
}

std::optional<int> weekday_named(std::string_view word) {
    if (word.size() < 6 || word.size() > 9) return std::nullopt;
    return look_up(kWeekdays, word);
}

std::optional<int> weekday_abbreviated(std::string_view word) {
    return look_up(kWeekdayShort, word);
}

std::optional<int> weekdays_named(std::string_view word) {
    if (word.size() < 7 || word.back() != 's') return std::nullopt;
    return weekday_named(word.substr(0, word.size() - 1));
}

std::optional<UnitWord> unit_named(std::string_view word) {
    if (word.size() < 3 || word.size() > 10) return std::nullopt;
    if (word == "centuries") return UnitWord{Unit::kCentury, true};
    for (std::size_t i = 0; i < kUnits.size(); ++i) {
        if (word == kUnits[i]) return UnitWord{static_cast<Unit>(i), false};
        if (word.size() == kUnits[i].size() + 1 && word.back() == 's' && word.starts_with(kUnits[i]))
            return UnitWord{static_cast<Unit>(i), true};
    }
    if (word == "hrs") return UnitWord{Unit::kHour, true};
    if (word == "mins") return UnitWord{Unit::kMinute, true};
    return std::nullopt;
}

std::optional<int> cardinal_named(std::string_view word) {
    return look_up(kCardinals, word);
}

std::optional<int> ordinal_named(std::string_view word) {
    return look_up(kOrdinals, word);
}

std::string_view season_named(std::string_view word) {
    return tag_of(kSeasons, word);
}

std::string_view part_of_day_named(std::string_view word) {
    return tag_of(kParts, word);
}

std::string_view period_letter(Unit unit) {
    static constexpr std::array<std::string_view, 11> kLetters{"S", "M", "H", "D", "W", "W", "M", "Q", "Y", "Y", "Y"};
    return kLetters[static_cast<std::size_t>(unit)];
}

}  // namespace readout::date
