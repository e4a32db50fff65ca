#include "syntax/abbreviations.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/fold.h"

namespace readout::syntax {
namespace {

// Each list is sorted by byte, so that it can be searched by halves; a test checks the order.
constexpr auto kTitles = std::to_array<std::string_view>(
    {"Adm",  "Amb",  "Asst", "Atty",  "Brig", "Cap",  "Capt", "Cdr",    "Chr", "Cmdr", "Col",  "Comdr",
     "Cpl",  "Cpt",  "Dep",  "Det",   "Dr",   "Drs",  "Ens",  "Fr",     "Ft",  "Gen",  "Gens", "Gov",
     "Govs", "Hon",  "Insp", "Lieut", "Lt",   "Lts",  "Maj",  "Messrs", "Mgr", "Mlle", "Mme",  "Mr",
     "Mrs",  "Ms",   "Mt",   "Mx",    "Pfc",  "Pres", "Prof", "Profs",  "Pte", "Pvt",  "Rep",  "Reps",
     "Rev",  "Revs", "Sen",  "Sens",  "Sgt",  "Spc",  "Spec", "Sr",     "St",  "Ste",  "Supt", "Treas"});
constexpr auto kNumbered =
    std::to_array<std::string_view>({"Art", "Ch", "Fig", "Figs", "No", "Nos", "Op", "Res", "Sec", "Vol",
                                     "art", "c",  "ch",  "fig",  "no", "nos", "p",  "pp",  "sec", "vol"});
constexpr auto kMonths = std::to_array<std::string_view>({"Apr", "Aug", "Dec", "Feb", "Fri", "Jan", "Jul", "Jun", "Nov",
                                                          "Oct", "Sep", "Sept", "Thu", "Thur", "Thurs", "Tue", "Tues"});
constexpr auto kStates = std::to_array<std::string_view>(
    {"Ala",  "Ariz", "Ark",  "Calif", "Colo", "Conn", "Del",  "Fla",  "Ga", "Ill",  "Ind", "Kan",
     "Ky",   "La",   "Mass", "Md",    "Me",   "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev",
     "Okla", "Ont",  "Ore",  "Pa",    "Que",  "Tenn", "Tex",  "Va",   "Vt", "Wash", "Wis", "Wyo"});
constexpr auto kPlain = std::to_array<std::string_view>(
    {"Assn", "Ave",  "Blvd", "Bros", "Co",   "Corp", "Cos", "Dept", "Dist", "Est",    "Gov't", "Govt",
     "Inc",  "Intl", "Jr",   "Ltd",  "Md",   "Ph.D", "Rd",  "Univ", "al",   "approx", "ca",    "cf",
     "dept", "est",  "ft",   "govt", "incl", "lb",   "lbs", "mph",  "oz",   "sq",     "viz",   "vs"});
constexpr auto kClosing = std::to_array<std::string_view>({"A.M", "P.M", "a.m", "etc", "hrs", "mins", "p.m", "yrs"});
constexpr auto kStarters = std::to_array<std::string_view>(
    {"A",          "About",  "According", "After",   "All",      "Also",   "Although", "Among",   "An",     "And",
     "Another",    "Are",    "As",        "At",      "Because",  "Before", "Both",     "But",     "By",     "Can",
     "Despite",    "Did",    "Do",        "Does",    "During",   "Each",   "Earlier",  "Even",    "Every",  "Few",
     "For",        "From",   "Had",       "Has",     "Have",     "He",     "Her",      "Here",    "His",    "How",
     "However",    "I",      "If",        "In",      "Instead",  "Is",     "It",       "Its",     "Last",   "Later",
     "Like",       "Many",   "Meanwhile", "More",    "Moreover", "Most",   "My",       "Neither", "No",     "None",
     "Nor",        "Not",    "Now",       "Of",      "On",       "Once",   "One",      "Only",    "Or",     "Others",
     "Our",        "Over",   "Several",   "She",     "Since",    "So",     "Some",     "Still",   "Such",   "That",
     "The",        "Their",  "Then",      "There",   "These",    "They",   "This",     "Those",   "Though", "Through",
     "Throughout", "Thus",   "To",        "Today",   "Two",      "Under",  "Until",    "Was",     "We",     "Were",
     "What",       "When",   "Where",     "Whether", "Which",    "While",  "Who",      "Whoever", "Why",    "Will",
     "With",       "Within", "Without",   "Yet",     "You",      "Your"});
constexpr auto kClockFollowers = std::to_array<std::string_view>(
    {"April",     "Aug",    "August",   "BST",     "CET", "CST",      "Central", "Dec",      "December",
     "EDT",       "EST",    "ET",       "Eastern", "Feb", "February", "Friday",  "GMT",      "Jan",
     "January",   "July",   "June",     "MSK",     "MST", "March",    "May",     "Monday",   "Nov",
     "November",  "Oct",    "October",  "PDT",     "PST", "PT",       "Pacific", "Saturday", "Sept",
     "September", "Sunday", "Thursday", "Tuesday", "UTC", "Wednesday"});
constexpr auto kPrefixes = std::to_array<std::string_view>(
    {"agro", "ante",  "anti",  "arch",  "bi",    "bio",   "co",    "counter", "cross",  "cyber",  "de",    "e",
     "eco",  "ex",    "extra", "inter", "intra", "macro", "mega",  "micro",   "mid",    "mini",   "multi", "neo",
     "non",  "over",  "pan",   "para",  "post",  "pre",   "pro",   "proto",   "pseudo", "psycho", "quasi", "re",
     "semi", "socio", "sub",   "super", "trans", "tri",   "ultra", "un",      "uni"});
constexpr auto kSuffixes =
    std::to_array<std::string_view>({"centric", "esque", "fest", "fold", "gate", "hood", "ish", "ism", "less", "rama"});

template <std::size_t Size>
bool holds(const std::array<std::string_view, Size>& sorted, std::string_view word) {
    return std::binary_search(sorted.begin(), sorted.end(), word);
}

bool is_acronym(std::string_view word) {  // "U.S", "U.S.S.R"; letters and periods by turns
    if (word.size() < 3 || word.size() % 2 == 0) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = word[i];
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (i % 2 == 0 ? !letter : c != '.') return false;
    }
    return true;
}

}  // namespace

Abbreviation abbreviation(std::string_view word) {
    if (word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z') return Abbreviation::kInitial;
    if (word.size() > 12) return Abbreviation::kNone;
    if (holds(kTitles, word)) return Abbreviation::kTitle;
    if (holds(kNumbered, word)) return Abbreviation::kNumbered;
    if (holds(kMonths, word)) return Abbreviation::kMonth;
    if (holds(kClosing, word)) return Abbreviation::kClosing;
    if (holds(kPlain, word)) return Abbreviation::kPlain;
    if (holds(kStates, word)) return Abbreviation::kState;
    return is_acronym(word) ? Abbreviation::kPlain : Abbreviation::kNone;
}

bool begins_sentences(std::string_view word) {
    return holds(kStarters, word);
}
bool follows_clock_time(std::string_view word) {
    return holds(kClockFollowers, word);
}
bool is_prefix(std::string_view word) {
    return holds(kPrefixes, word);
}
bool is_suffix(std::string_view word) {
    return holds(kSuffixes, word);
}

}  // namespace readout::syntax
