#include "entity/translit.h"

#include <algorithm>
#include <array>
#include <utility>

namespace readout::entity {
namespace {

constexpr std::size_t kMostLetters = 64;

using Rule = std::pair<std::string_view, std::string_view>;

/// Longest first where one begins another.
constexpr std::array<Rule, 40> kRules = {{
    {"schtsch", "S"}, {"shch", "S"}, {"tsch", "C"}, {"dsch", "J"}, {"tch", "C"}, {"sch", "S"}, {"dzh", "J"},
    {"ch", "C"},      {"sh", "S"},   {"zh", "J"},   {"kh", "h"},   {"gh", "g"},  {"ph", "f"},  {"th", "t"},
    {"dh", "d"},      {"ck", "k"},   {"ts", "z"},   {"tz", "z"},   {"dj", "J"},  {"ou", "u"},  {"oo", "u"},
    {"oe", "o"},      {"ue", "u"},   {"ae", "a"},   {"ee", "i"},   {"iy", "i"},  {"ij", "i"},  {"yj", "i"},
    {"yy", "i"},      {"ii", "i"},   {"ey", "e"},   {"ei", "e"},   {"aj", "ai"}, {"ay", "ai"}, {"ks", "x"},
    {"yo", "e"},      {"jo", "e"},   {"ye", "e"},   {"je", "e"},   {"io", "e"},
}};

char plain(char letter) {
    switch (letter) {
        case 'w':
            return 'v';
        case 'y':
        case 'j':
            return 'i';
        case 'q':
        case 'c':
            return 'k';
        default:
            return letter;
    }
}

}  // namespace

std::string sound_key(std::string_view folded) {
    folded = folded.substr(0, kMostLetters);
    std::string key;
    for (std::size_t at = 0; at < folded.size();) {
        const std::string_view rest = folded.substr(at);
        const auto rule = std::find_if(kRules.begin(), kRules.end(), [&](const Rule& r) {
            return r.first.front() == rest.front() && rest.substr(0, r.first.size()) == r.first;
        });
        if (rule != kRules.end()) {
            key += rule->second;
            at += rule->first.size();
            continue;
        }
        const char letter = plain(folded[at++]);
        if (key.empty() || key.back() != letter) key += letter;  // doubled letters tell nothing
    }
    if (key.size() > 2 && key.substr(key.size() - 2) == "of") key.back() = 'v';  // "-off", "-ow"
    if (key.size() > 2 && key.substr(key.size() - 2) == "ef") key.back() = 'v';
    return key;
}

}  // namespace readout::entity
