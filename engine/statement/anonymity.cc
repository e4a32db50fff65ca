#include "statement/anonymity.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/fold.h"

namespace readout::statement {

bool only_hides_name(const Draft& draft, std::string_view text) {
    constexpr std::size_t kMostBytes = 60;  // more is said than that
    if (draft.content.size() != 1 || draft.content.front().size() > kMostBytes) return false;
    const std::string words = text::fold(text::words_at(text, draft.content.front()));
    static constexpr auto kWishes = std::to_array<std::string_view>(
        {"not to be named", "not to be identified", "not to be quoted", "not be named", "not be identified",
         "to be named", "to be identified", "to remain anonymous", "to stay anonymous", "anonymity", "to give his name",
         "to give her name", "to give their name"});
    return std::any_of(kWishes.begin(), kWishes.end(), [&](std::string_view wish) {
        return words == wish || (wish.starts_with("not") && words.starts_with(wish));
    });
}

}  // namespace readout::statement
