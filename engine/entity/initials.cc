#include "entity/initials.h"

#include "base/table.h"
#include "entity/lexicon.h"

namespace readout::entity {
namespace {

/// Small words that initials pass over, of other languages too.
bool is_link(std::string_view word) {
    return word == "of" || word == "the" || word == "and" || word == "for" || is_particle(word) || word == "des" ||
           word == "les" || word == "et";
}

template <class Passed>
std::string initials_but(const std::vector<Unit>& units, Passed passed) {
    std::string initials;
    for (const Unit& unit : units) {
        for (const std::string_view word : base::split(unit.fold, ' ')) {
            if (!word.empty() && !passed(word)) initials += word.front();
        }
    }
    return initials;
}

}  // namespace

std::string initials_of(const std::vector<Unit>& units) {
    return initials_but(units, is_link);
}

std::string initials_with_links(const std::vector<Unit>& units) {
    return initials_but(units, [](std::string_view word) { return word == "the"; });
}

bool are_initials(std::string_view word) {
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    return word.size() > 2 && word.size() < 7 && upper(word.front()) && upper(word.back());
}

std::string with_ampersand(const std::string& initials) {
    return {initials.front(), ' ', initials.back()};
}

}  // namespace readout::entity
