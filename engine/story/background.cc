#include "story/background.h"

#include <charconv>
#include <cmath>

#include "base/table.h"

namespace readout::story {

base::Result<Background> Background::load(std::string_view tsv) {
    const base::Table table = RO_TRY(base::Table::parse(tsv, "words.tsv", {"word", "documents"}));
    const auto number = [&](std::size_t row) {
        long value = 0;
        const std::string_view cell = table.cell(row, 1);
        std::from_chars(cell.data(), cell.data() + cell.size(), value);
        return value;
    };
    Background background;
    double total = 0;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.cell(row, 0) == "*") total = static_cast<double>(number(row));
    }
    if (total < 1) return base::failure("words.tsv: no row '*' with the number of documents");
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto count = static_cast<double>(number(row));
        const bool common = count * 8 > total;
        background.rarity_[std::string(table.cell(row, 0))] = common ? 0 : std::llround(1000 * std::log(total / count));
    }
    background.unknown_ = std::llround(1000 * std::log(total));
    return background;
}

std::int64_t Background::rarity(const std::string& folded) const {
    const auto at = rarity_.find(folded);
    return at == rarity_.end() ? unknown_ : at->second;
}

}  // namespace readout::story
