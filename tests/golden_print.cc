#include "golden_print.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "record/names.h"
#include "text/units.h"

namespace readout::golden {
namespace {

using record::name_of;
using text::Span;

using Lines = std::vector<std::string>;

/// Prints spans of one reading.
class Printer {
  public:
    explicit Printer(const record::Reading& reading) : reading_(reading), units_(reading.report.text) {}

    [[nodiscard]] std::string bounds(Span span) const {
        return fmt::format("{}..{}", units_.code_points(span.begin), units_.code_points(span.end));
    }
    [[nodiscard]] std::string words(Span span) const {
        std::string out(text::words_at(reading_.report.text, span));
        std::replace(out.begin(), out.end(), '\n', ' ');
        return out;
    }
    [[nodiscard]] std::string quoted(Span span) const { return fmt::format("{} \"{}\"", bounds(span), words(span)); }
    [[nodiscard]] std::string opening(Span span) const {
        const std::uint32_t first = units_.code_points(span.begin);
        if (units_.code_points(span.end) - first < 40) return quoted(span);
        return fmt::format("{} \"{}…\"", bounds(span), words({span.begin, units_.byte_of_code_point(first + 40)}));
    }
    [[nodiscard]] std::string reference(const record::Reference& who) const {
        if (!who.span) return fmt::format("context = {}", who.name);
        if (who.name.empty() || words(*who.span) == who.name) return quoted(*who.span);
        return fmt::format("{} = {}", quoted(*who.span), who.name);
    }
    [[nodiscard]] std::string party(const record::Party& party) const {
        std::string line = party.span ? quoted(*party.span) : "context = " + party.name;
        if (!party.country.empty()) line += " " + party.country;
        if (!party.sectors.empty()) line += " " + party.sectors.front();
        return line;
    }
    [[nodiscard]] const record::Statement* statement(const record::StatementId& id) const {
        for (const record::Statement& s : reading_.statements) {
            if (s.id == id) return &s;
        }
        return nullptr;
    }
    [[nodiscard]] const record::Entity* entity(const record::EntityId& id) const {
        for (const record::Entity& e : reading_.entities) {
            if (e.id == id) return &e;
        }
        return nullptr;
    }

  private:
    const record::Reading& reading_;
    text::Units units_;
};

std::string range_text(const base::DayRange& range) {
    return base::iso(range.from) + ".." + base::iso(range.to);
}

void print_statement(const Printer& print, const record::Statement& s, Lines& lines) {
    lines.push_back(fmt::format("statement {} {} {}{}", print.bounds(s.span), name_of(s.quotation), name_of(s.act),
                                s.negated ? " negated" : ""));
    for (const Span span : s.content) lines.push_back("content " + print.quoted(span));
    if (s.speaker) lines.push_back("speaker " + print.reference(*s.speaker));
    if (s.cue) lines.push_back("cue " + print.quoted(s.cue->span));
    if (s.addressee) lines.push_back("addressee " + print.reference(*s.addressee));
    if (s.medium) lines.push_back("medium " + print.reference(*s.medium));
    if (const record::Statement* outer = print.statement(s.inside))
        lines.push_back("inside " + print.bounds(outer->span));
}

void print_event(const Printer& print, const record::Event& e, Lines& lines) {
    lines.push_back(fmt::format("event {} {}{}{} {}", print.quoted(e.span), name_of(e.type), e.mode.empty() ? "" : "/",
                                e.mode, name_of(e.status)));
    for (const record::Party& party : e.actors) lines.push_back("actor " + print.party(party));
    for (const record::Party& party : e.recipients) lines.push_back("recipient " + print.party(party));
    if (e.place) lines.push_back("place " + print.quoted(e.place->span));
    if (e.on) lines.push_back("on " + range_text(*e.on));
    if (const record::Statement* holder = print.statement(e.holder))
        lines.push_back("holder " + print.bounds(holder->span));
    for (const record::Magnitude& m : e.magnitude) {
        lines.push_back(fmt::format("{} {}..{}", m.key, m.lo, m.hi ? std::to_string(*m.hi) : ""));
    }
}

void print_published(const record::Report& report, Lines& lines) {
    if (!report.published) {
        lines.push_back("published none");
        return;
    }
    lines.push_back(fmt::format("published {} {} {}", range_text(report.published->range),
                                name_of(report.published->precision), name_of(report.published->basis)));
}

void print_mention(const Printer& print, const record::Mention& m, Lines& lines) {
    const record::Entity* entity = print.entity(m.entity);
    std::string line = fmt::format("mention {} {}", print.quoted(m.span), name_of(m.form));
    if (entity != nullptr) line += fmt::format(" = {} {} {}", entity->name, name_of(entity->kind), entity->country);
    lines.push_back(line);
}

void print_syntax(const std::string& kind, const Printer& print, const record::Syntax& syntax, Lines& lines) {
    if (kind == "sentence") {
        for (const record::Sentence& s : syntax.sentences) lines.push_back("sentence " + print.quoted(s.span));
        return;
    }
    for (const record::Token& t : syntax.tokens) {
        lines.push_back(fmt::format("token {} {} {} {}", print.quoted(t.span), name_of(t.upos), t.xpos, t.lemma));
    }
}

using NameOf = std::map<std::string, std::string>;

std::string side_text(const record::Camp& camp, const std::map<std::string, const record::Account*>& accounts,
                      const NameOf& names) {
    std::vector<std::string> reports;
    for (const record::AccountId& id : camp.accounts)
        reports.push_back(names.at(accounts.at(id.value)->cite.report.value));
    std::sort(reports.begin(), reports.end());
    reports.erase(std::unique(reports.begin(), reports.end()), reports.end());
    return fmt::format("\"{}\" {}", camp.value, fmt::join(reports, ", "));
}

void print_disputes(const record::Weave& weave, const NameOf& names, Lines& lines) {
    std::map<std::string, const record::Account*> accounts;
    for (const record::Account& account : weave.accounts) accounts[account.id.value] = &account;
    for (const record::Dispute& dispute : weave.disputes) {
        std::vector<std::string> sides;
        for (const record::Camp& camp : dispute.camps) sides.push_back(side_text(camp, accounts, names));
        std::sort(sides.begin(), sides.end());
        lines.push_back(fmt::format("dispute {} {}", name_of(dispute.slot), fmt::join(sides, " | ")));
    }
}

void print_copies(const record::Weave& weave, const std::vector<record::Reading>& readings, const NameOf& names,
                  Lines& lines) {
    for (const record::Copy& copy : weave.copies) {
        std::string line =
            fmt::format("copy {} {} {}", names.at(copy.a.value), names.at(copy.b.value), name_of(copy.relation));
        const auto text_of = [&](const record::ReportId& id) -> const std::string& {
            return std::find_if(readings.begin(), readings.end(), [&](const auto& r) { return r.report.id == id; })
                ->report.text;
        };
        for (const record::Passage& change : copy.altered) {
            line += fmt::format(" \"{}\"/\"{}\"", text::words_at(text_of(copy.a), change.a),
                                text::words_at(text_of(copy.b), change.b));
        }
        lines.push_back(line);
    }
}

}  // namespace

std::vector<std::string> kinds_of_room(const std::string& room) {
    static const std::map<std::string, std::vector<std::string>> kKinds = {
        {"intake", {"block", "note"}}, {"syntax", {"sentence", "token"}},      {"date", {"date", "published", "note"}},
        {"entity", {"mention"}},       {"statement", {"statement"}},           {"event", {"event"}},
        {"story", {"story", "copy"}},  {"claim", {"dispute", "open_question"}}};
    const auto at = kKinds.find(room);
    return at == kKinds.end() ? std::vector<std::string>{} : at->second;
}

std::vector<std::string> print_kind(const std::string& kind, const record::Reading& reading) {
    const Printer print(reading);
    Lines lines;
    if (kind == "statement") {
        for (const record::Statement& s : reading.statements) print_statement(print, s, lines);
    } else if (kind == "event") {
        for (const record::Event& e : reading.events) print_event(print, e, lines);
    } else if (kind == "date") {
        for (const record::Date& d : reading.dates) {
            lines.push_back(
                fmt::format("date {} {} {}", print.quoted(d.span), d.value, d.range ? range_text(*d.range) : ""));
        }
    } else if (kind == "mention") {
        for (const record::Mention& m : reading.mentions) print_mention(print, m, lines);
    } else if (kind == "block") {
        for (const record::Block& b : reading.report.blocks) {
            lines.push_back(fmt::format("block {} {}", print.bounds(b.span), name_of(b.kind)) +
                            print.opening(b.span).substr(print.bounds(b.span).size()));
        }
    } else if (kind == "note") {
        for (const record::Note& n : reading.report.notes)
            lines.push_back(fmt::format("note {} {}", print.bounds(n.span), name_of(n.kind)));
    } else if (kind == "published") {
        print_published(reading.report, lines);
    } else {
        print_syntax(kind, print, reading.syntax, lines);
    }
    for (std::string& line : lines) {
        while (!line.empty() && line.back() == ' ') line.pop_back();
    }
    return lines;
}

std::vector<std::string> print_woven(const std::string& kind, const std::vector<record::Reading>& readings,
                                     const record::Weave& weave) {
    NameOf names;
    for (const record::Reading& reading : readings) names[reading.report.id.value] = reading.report.name;
    Lines lines;
    if (kind == "story") {
        for (const record::Story& story : weave.stories) {
            std::vector<std::string> members;
            for (const record::ReportId& id : story.reports) members.push_back(names.at(id.value));
            std::sort(members.begin(), members.end());
            lines.push_back(fmt::format("story {}", fmt::join(members, " ")));
        }
    } else if (kind == "copy") {
        print_copies(weave, readings, names, lines);
    } else if (kind == "dispute") {
        print_disputes(weave, names, lines);
    } else if (kind == "open_question") {
        for (const record::Claim& claim : weave.claims) {
            if (claim.status == record::ClaimStatus::kOpenQuestion) {
                lines.push_back(fmt::format("open_question {} {}", name_of(claim.slot), claim.question));
            }
        }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

}  // namespace readout::golden
