// The rows for people: three columns, in each what belongs together.
//
//     DATE, OUTLET   SPEAKER, ACT        WORDS
//     1986-10-12     Mikhail Gorbachev   the two sides had been ready to do away with
//     Northern Wire  not deny            all strategic offensive arms …
//                    to reporters        reykjavik-01-northern-wire 100-250, 2 copies

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/check.h"
#include "publish/brief_words.h"
#include "publish/columns.h"
#include "publish/quotes.h"
#include "text/units.h"

namespace readout::publish {
namespace {

constexpr std::size_t kGap = 2;        // columns between cells
constexpr std::size_t kCellLines = 2;  // of an outlet, a speaker or an addressee
constexpr std::size_t kWordLines = 6;
constexpr std::size_t kLeastWidth = 40;

/// A paragraph of a cell and how many lines it may take.
struct Paragraph {
    std::string words;
    std::size_t lines = kCellLines;
};
using TableRow = std::array<std::vector<Paragraph>, 3>;

std::string table_date(const std::optional<base::DayRange>& date) {
    if (!date) return "no date";
    const std::string from = base::iso(date->from);
    if (date->from == date->to) return from;
    const base::Civil first = base::civil_of(date->from), last = base::civil_of(date->to);
    const bool whole = first.day == 1 && last.day == base::days_in_month(last.year, last.month);
    if (whole && first.year == last.year && first.month == last.month) return from.substr(0, 7);
    if (whole && first.year == last.year && first.month == 1 && last.month == 12) return from.substr(0, 4);
    return from + " to " + base::iso(date->to);
}

std::string table_words(const query::Telling& told) {
    const record::Statement& statement = *told.statement;
    const std::string words = shown_trimmed(query::words_said(told));
    if (words.empty()) return "[" + shown_trimmed(text::words_at(told.reading->report.text, statement.span)) + "]";
    return statement.quotation == record::Quotation::kDirect ? "“" + words + "”" : words;
}

/// Counts of the texts that rows come from, by report id.
using Counts = std::map<std::string, text::Units>;

std::string table_place(const query::Quote& quote, Counts& counts) {
    const record::Report& report = quote.told.reading->report;
    const text::Units& units = counts.try_emplace(report.id.value, report.text).first->second;
    const text::Span span = quote.told.statement->span;
    std::string place =
        fmt::format("{} {}-{}", shown_trimmed(report.name), units.code_points(span.begin), units.code_points(span.end));
    if (!quote.copies.empty()) place += ", " + counted(quote.copies.size(), "copy", "copies");
    return place;
}

TableRow table_row(const query::Quote& quote, Counts& counts) {
    const record::Reading& reading = *quote.told.reading;
    const record::Statement& statement = *quote.told.statement;
    const std::string speaker = shown_trimmed(query::called(reading, statement.speaker));
    const std::string addressee = shown_trimmed(query::called(reading, statement.addressee));
    TableRow row;
    row[0].push_back({table_date(quote.date)});
    const std::string& outlet = query::outlet_of(reading.report);
    if (outlet != reading.report.name) row[0].push_back({shown_trimmed(outlet)});  // the place tells the name
    row[1] = {{speaker.empty() ? "nobody named" : speaker}, {query::act_words(statement)}};
    if (!addressee.empty()) row[1].push_back({"to " + addressee});
    row[2] = {{table_words(quote.told), kWordLines}};
    if (quote.chain.size() > 1) row[2].push_back({shown_trimmed(query::chain_words(quote.chain))});
    row[2].push_back({table_place(quote, counts)});
    return row;
}

class Table {
  public:
    Table(const std::vector<query::Quote>& quotes, std::size_t width) {
        RO_CHECK(width >= kLeastWidth);
        TableRow& heads = rows_.emplace_back();
        heads[0].push_back({"DATE, OUTLET"});
        heads[1].push_back({"SPEAKER, ACT"});
        heads[2].push_back({"WORDS"});
        Counts counts;
        for (const query::Quote& quote : quotes) rows_.push_back(table_row(quote, counts));
        widths_[0] = std::min(widest(0), std::clamp<std::size_t>(width / 5, 10, 20));
        widths_[1] = std::min(widest(1), std::clamp<std::size_t>(width / 4, 10, 26));
        widths_[2] = width - widths_[0] - widths_[1] - 2 * kGap;
    }

    std::string print() {
        for (const TableRow& row : rows_) print(row);
        return std::move(out_);
    }

  private:
    [[nodiscard]] std::size_t widest(std::size_t column) const {
        std::size_t most = 2;
        for (const TableRow& row : rows_) {
            for (const Paragraph& paragraph : row[column]) most = std::max(most, columns_of(paragraph.words));
        }
        return most;
    }

    void print(const TableRow& row) {
        std::array<std::vector<std::string>, 3> cells;
        std::size_t height = 0;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            for (const Paragraph& paragraph : row[i]) {
                for (std::string& line : wrapped(paragraph.words, widths_[i], paragraph.lines)) {
                    cells[i].push_back(std::move(line));
                }
            }
            height = std::max(height, cells[i].size());
        }
        if (!out_.empty()) out_ += '\n';
        for (std::size_t line = 0; line < height; ++line) print_line(cells, line);
    }

    void print_line(const std::array<std::vector<std::string>, 3>& cells, std::size_t line) {
        std::size_t owed = 0;  // columns to fill before the next words
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (line < cells[i].size()) {
                out_.append(owed, ' ');
                out_ += cells[i][line];
                owed = widths_[i] - std::min(widths_[i], columns_of(cells[i][line])) + kGap;
            } else {
                owed += widths_[i] + kGap;
            }
        }
        out_ += '\n';
    }

    std::vector<TableRow> rows_;
    std::array<std::size_t, 3> widths_{};
    std::string out_;
};

}  // namespace

std::string quotes_table(const std::vector<query::Quote>& quotes, std::size_t width) {
    return quotes.empty() ? "" : Table(quotes, width).print();
}

}  // namespace readout::publish
