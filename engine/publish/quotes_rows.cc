// The rows for programs. Both forms hold the same; CSV has no spans but the statement's own.

#include <array>
#include <map>

#include "publish/quotes.h"
#include "publish/scribe.h"
#include "record/names.h"

namespace readout::publish {
namespace {

/// Counts of the texts that rows come from, each made once.
class Scribes {
  public:
    const Scribe& of(const record::Reading& reading) {
        return scribes_.try_emplace(reading.report.id.value, reading.report.text).first->second;
    }

  private:
    std::map<std::string, Scribe> scribes_;
};

std::string_view dated_by(const query::Quote& quote) {
    if (!quote.date) return "";
    return quote.said_then ? "said_on" : "published";
}

Json telling_json(const query::Telling& telling, Scribes& scribes) {
    const record::Report& report = telling.reading->report;
    Json object = {{"id", telling.statement->id.value}, {"report", report.id.value}, {"report_name", report.name}};
    scribes.of(*telling.reading).put_bounds(object, telling.statement->span);
    return object;
}

Json quote_json(const query::Quote& quote, Scribes& scribes) {
    const record::Report& report = quote.told.reading->report;
    Json object = {{"type", "quote"}, {"id", quote.told.statement->id.value}, {"date", range_json(quote.date)}};
    object["dated_by"] = or_null(std::string(dated_by(quote)));
    object["outlet"] = or_null(report.outlet);
    object["agency"] = or_null(report.agency);
    object["report"] = report.id.value;
    object["report_name"] = report.name;
    object["link"] = query::link_of(report);
    put_statement(object, *quote.told.statement, scribes.of(*quote.told.reading));
    object["country"] = or_null(quote.country);
    object["words"] = query::words_said(quote.told);
    object["chain"] = Json::array();
    for (const std::string& name : quote.chain) object["chain"].push_back(or_null(name));
    object["copies"] = Json::array();
    for (const query::Telling& copy : quote.copies) object["copies"].push_back(telling_json(copy, scribes));
    return object;
}

std::string csv_field(std::string_view value) {
    if (value.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(value);
    std::string quoted = "\"";
    for (const char c : value) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

constexpr std::array<std::string_view, 19> kCsvNames{
    "date_from", "date_to", "dated_by", "outlet", "agency", "speaker", "country",     "act",  "addressee", "words",
    "quotation", "chain",   "begin",    "end",    "id",     "report",  "report_name", "link", "copies"};
using CsvRow = std::array<std::string, kCsvNames.size()>;

template <class Fields>
std::string csv_line(const Fields& fields) {
    std::string line;
    for (const auto& field : fields) line += csv_field(field) + ",";
    line.back() = '\n';
    return line;
}

CsvRow csv_row(const query::Quote& quote, Scribes& scribes) {
    const record::Reading& reading = *quote.told.reading;
    const record::Report& report = reading.report;
    const record::Statement& statement = *quote.told.statement;
    const Json bounds = scribes.of(reading).bounds(statement.span);
    return {quote.date ? base::iso(quote.date->from) : "",
            quote.date ? base::iso(quote.date->to) : "",
            std::string(dated_by(quote)),
            report.outlet,
            report.agency,
            query::called(reading, statement.speaker),
            quote.country,
            query::act_words(statement),
            query::called(reading, statement.addressee),
            query::words_said(quote.told),
            std::string(record::name_of(statement.quotation)),
            query::chain_words(quote.chain),
            bounds["begin"].dump(),
            bounds["end"].dump(),
            statement.id.value,
            report.id.value,
            report.name,
            query::link_of(report),
            std::to_string(quote.copies.size())};
}

}  // namespace

void write_quotes_jsonl(const std::vector<query::Quote>& quotes, const LineSink& sink) {
    Scribes scribes;
    for (const query::Quote& quote : quotes) sink(quote_json(quote, scribes).dump() + "\n");
}

void write_quotes_csv(const std::vector<query::Quote>& quotes, const LineSink& sink) {
    Scribes scribes;
    sink(csv_line(kCsvNames));
    for (const query::Quote& quote : quotes) sink(csv_line(csv_row(quote, scribes)));
}

}  // namespace readout::publish
