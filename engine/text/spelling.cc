#include "text/spelling.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "text/fold.h"

namespace readout::text {

std::string in_british_spelling(std::string name) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kWords = {
        {{"defense", "defence"}, {"labor", "labour"}, {"organization", "organisation"}, {"center", "centre"}}};
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find(' ', at), name.size());
        const std::string_view word = std::string_view(name).substr(at, end - at);
        std::string_view written = word;
        for (const auto& [american, british] : kWords) {
            const bool capitals = word.size() > 1 && word[1] >= 'A' && word[1] <= 'Z';
            if (!capitals && ascii_lower(word) == american) written = british;
        }
        const bool changed = written.data() != word.data();
        out += changed ? std::string(word.substr(0, 1)) + std::string(written.substr(1)) : std::string(word);
        if (end < name.size()) out += ' ';
        at = end + 1;
    }
    return out;
}

}  // namespace readout::text
