// Bodies that are known by their initials in brackets alone.

#include <algorithm>
#include <utility>

#include "entity/cast.h"

namespace readout::entity {

/// "OBSERVATORY OF THE HIGH LANDS (OHL)": words that no name covers, told by their initials in brackets.
void Cast::add_bracketed(const std::vector<Name>& names) {
    constexpr std::size_t kMost = 50;
    std::vector<bool> taken(page_.size(), false);
    for (const Name& name : names) std::fill(taken.begin() + name.words.begin, taken.begin() + name.words.end, true);
    std::size_t found = 0;
    for (std::uint32_t open = 3; open + 2 < page_.size() && found < kMost; ++open) {
        if (page_[open].text != "(" || page_[open + 2].text != ")" || !page_[open + 1].caps) continue;
        const std::string& letters = page_[open + 1].fold;
        if (letters.size() < 3 || letters.size() > 8 || by_acronym_.count(letters) > 0) continue;
        std::size_t left = letters.size();
        std::uint32_t begin = open;
        for (; left > 0 && begin > 0 && open - begin < 2 * letters.size() && page_.same_line(begin - 1, open);
             --begin) {
            const Word& word = page_[begin - 1];
            if (word.fold.empty() || taken[begin - 1]) break;
            if (word.capital && word.fold.front() == letters[left - 1]) {
                --left;
            } else if (word.fold.size() > 3) {
                break;
            }
        }
        if (left > 0) continue;
        Figure figure;
        figure.kind = record::EntityKind::kOrganisation;
        figure.name = std::string(page_.text_of({begin, open}));
        figure.units = units_of(page_, {begin, open});
        figure.acronym = letters;
        by_acronym_.emplace(letters, add(std::move(figure)));
        ++found;
    }
}

}  // namespace readout::entity
