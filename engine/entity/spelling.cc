// One name in several spellings.

#include <algorithm>
#include <array>

#include "entity/cast.h"
#include "entity/translit.h"

namespace readout::entity {

static bool is_initial(std::string_view word) {
    return word.size() == 1;
}

std::string with_short_state(std::string name) {
    constexpr std::string_view kLong = "United States ";
    return name.rfind(kLong, 0) == 0 ? "US " + name.substr(kLong.size()) : name;
}

int edits(std::string_view a, std::string_view b, int limit) {
    constexpr std::size_t kMost = 64;
    if (a.size() > b.size() + static_cast<std::size_t>(limit) ||
        b.size() > a.size() + static_cast<std::size_t>(limit)) {
        return limit + 1;
    }
    a = a.substr(0, kMost);
    b = b.substr(0, kMost);
    std::array<int, kMost + 1> row{};
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        int corner = row[0], least = static_cast<int>(i);
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)});
            corner = above;
            least = std::min(least, row[j]);
        }
        if (least > limit) return limit + 1;
    }
    return std::min(row[b.size()], limit + 1);
}

bool given_names_agree(std::string_view a, std::string_view b) {
    if (a == b) return true;
    if (a.empty() || b.empty() || a.front() != b.front()) return false;
    if (is_initial(a) || is_initial(b)) return true;
    const bool prefix = std::min(a.size(), b.size()) >= 3 && (a.substr(0, b.size()) == b || b.substr(0, a.size()) == a);
    if (prefix || (a.size() > 3 && sound_key(a) == sound_key(b))) return true;
    return std::min(a.size(), b.size()) >= 5 && edits(a, b, 2) <= 2 && given_name_gender(a) == given_name_gender(b);
}

bool surnames_near(std::string_view a, std::string_view b) {
    const std::size_t longer = std::max(a.size(), b.size());
    if (a == b) return true;
    const std::size_t shorter = std::min(a.size(), b.size());
    if (longer >= 5 && longer - shorter <= 4 && a.substr(1, 1) == b.substr(1, 1) && sound_key(a) == sound_key(b))
        return true;
    if (longer < 5 || a.empty() || b.empty() || a.front() != b.front()) return false;
    const int limit = longer >= 7 ? 2 : 1;
    return edits(a, b, limit) <= limit;
}

}  // namespace readout::entity
