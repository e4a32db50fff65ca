#include "base/table.h"

#include <fmt/format.h>

#include <algorithm>

namespace readout::base {

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    if (text.empty()) return parts;
    std::size_t begin = 0;
    for (;;) {
        const std::size_t end = text.find(separator, begin);
        parts.push_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
        if (end == std::string_view::npos) return parts;
        begin = end + 1;
    }
}

std::string_view trim(std::string_view text) {
    const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

Result<Table> Table::parse(std::string_view bytes, std::string_view name, const std::vector<std::string>& columns) {
    Table table;
    std::vector<std::size_t> places;
    std::size_t width = 0, number = 0;
    for (std::string_view line : split(bytes, '\n')) {
        ++number;
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (line.empty() || line.front() == '#') continue;
        const std::vector<std::string_view> cells = split(line, '\t');
        if (width == 0) {
            width = cells.size();
            for (const std::string& column : columns) {
                const auto at = std::find(cells.begin(), cells.end(), column);
                if (at == cells.end())
                    return failure(fmt::format("{}:{}: the header has no column '{}'", name, number, column));
                places.push_back(static_cast<std::size_t>(at - cells.begin()));
            }
            continue;
        }
        if (cells.size() != width) {
            return failure(fmt::format("{}:{}: {} cells where the header has {}", name, number, cells.size(), width));
        }
        std::vector<std::string_view> row;
        row.reserve(places.size());
        for (const std::size_t place : places) row.push_back(trim(cells[place]));
        table.rows_.push_back(std::move(row));
        table.lines_.push_back(number);
    }
    if (width == 0) return failure(fmt::format("{}: the table is empty; it needs a header line", name));
    return table;
}

}  // namespace readout::base
