// Where the accounts part: each camp with its sentences and who holds them. What nobody answers. Lines that move.

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "publish/brief_sections.h"
#include "publish/brief_words.h"

namespace readout::publish {
namespace {

using Accounts = std::map<std::string, const record::Account*>;

/// The accounts of the story's claims by id, and the claims by id.
struct Case {
    std::map<std::string, const record::Claim*> claims;
    Accounts accounts;
};

Case case_of(const Desk& desk) {
    Case found;
    for (const record::Claim& claim : desk.shelf.weave().claims) {
        if (claim.story == desk.story.id) found.claims.emplace(claim.id.value, &claim);
    }
    for (const record::Account& account : desk.shelf.weave().accounts) {
        if (found.claims.count(account.claim.value) > 0) found.accounts.emplace(account.id.value, &account);
    }
    return found;
}

/// "NAME, according to NAME, reported by OUTLET [1:2-3]": innermost first; the first holder is the outlet itself.
Pieces holders_of(Desk& desk, const ShelvedReport& report, const record::Account& account) {
    Pieces credit;
    const auto& holders = account.holders;
    for (std::size_t i = holders.size(); i-- > 1;) {
        const std::string name = desk.shelf.name_of(report, holders[i]);
        if (name.empty()) continue;
        if (!credit.empty()) credit.push_back(phrase(", according to"));
        credit.push_back(name_piece(name));
    }
    if (!credit.empty()) credit.push_back(phrase(","));
    if (account.as_of && !credit.empty()) credit.push_back(phrase(day_words(*account.as_of) + ","));
    const bool attributed = credit.size() > 1;
    const char* how = account.voice == record::Voice::kHeadline ? "headline of"
                      : attributed                              ? "reported by"
                                                                : "in the outlet's own words:";
    append(credit, credit_of(desk, report, account.cite.span, how));
    return credit;
}

std::vector<Line> account_lines(Desk& desk, std::vector<const record::Account*> accounts, std::size_t limit,
                                std::string& more) {
    const auto place = [&](const record::Account* account) {
        const ShelvedReport* report = desk.shelf.find(account->cite.report);
        return std::make_tuple(report == nullptr, report == nullptr ? 0 : report->number, account->cite.span,
                               account->id.value);
    };
    std::sort(accounts.begin(), accounts.end(), [&](const auto* a, const auto* b) { return place(a) < place(b); });
    std::vector<Line> lines;
    std::set<std::tuple<int, text::Span, std::string>> told;  // one sentence of one holder is one line
    std::size_t left = 0;
    for (const record::Account* account : accounts) {
        const ShelvedReport* report = desk.shelf.find(account->cite.report);
        if (report == nullptr) continue;
        const text::Span sentence = Shelf::sentence_at(*report, account->cite.span);
        const std::string holder = account->holders.empty() ? "" : desk.shelf.name_of(*report, account->holders.back());
        if (!told.emplace(report->number, sentence, holder).second) continue;
        if (lines.size() == limit) {
            ++left;
            continue;
        }
        lines.push_back({desk.shelf.quote(*report, sentence, account->cite.span), holders_of(desk, *report, *account)});
    }
    more = and_more(left, "account", "accounts");
    return lines;
}

std::string capital(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

/// The rule that found a dispute. The words it quotes after a colon stand in the camps.
std::string rule_of(const std::string& why) {
    std::string rule = shown_trimmed(std::string_view(why).substr(0, why.find(':')));
    while (!rule.empty() && rule.back() == '.') rule.pop_back();
    return capital(std::move(rule));
}

std::string camp_heading(const std::string& value) {
    const std::string words = value_phrase(value);
    return words.empty() ? "Another account" : capital(words);
}

Group dispute_group(Desk& desk, const Case& found, const record::Dispute& dispute) {
    Group group;
    group.heading = {phrase(shown_trimmed(found.claims.at(dispute.claim.value)->question))};
    group.remark = "In dispute: " + slot_phrase(dispute.slot) + ".";
    const std::string rule = rule_of(dispute.why);
    if (!rule.empty()) group.remark += " " + rule + ".";
    if (dispute.status == record::DisputeStatus::kConverged) group.remark += " Later accounts agree.";
    if (dispute.status == record::DisputeStatus::kSuperseded) group.remark += " A later account replaces it.";
    std::vector<const record::Camp*> camps;
    camps.reserve(dispute.camps.size());
    for (const record::Camp& camp : dispute.camps) camps.push_back(&camp);
    std::stable_sort(camps.begin(), camps.end(),
                     [](const auto* a, const auto* b) { return a->independent > b->independent; });
    for (const record::Camp* camp : camps) {
        Column column;
        column.heading = {phrase(camp_heading(camp->value))};
        column.remark = counted(static_cast<std::size_t>(std::max(camp->independent, 0)), "independent source",
                                "independent sources");
        std::vector<const record::Account*> accounts;
        for (const record::AccountId& id : camp->accounts) {
            const auto at = found.accounts.find(id.value);
            if (at != found.accounts.end()) accounts.push_back(at->second);
        }
        column.lines = account_lines(desk, std::move(accounts), desk.shelf.limits().camp_lines, column.more);
        group.columns.push_back(std::move(column));
    }
    return group;
}

auto rank_of(const record::Dispute& dispute) {
    int least = dispute.camps.empty() ? 0 : dispute.camps.front().independent, all = 0;
    std::size_t accounts = 0;
    for (const record::Camp& camp : dispute.camps) {
        least = std::min(least, camp.independent);
        all += camp.independent;
        accounts += camp.accounts.size();
    }
    return std::make_tuple(dispute.status != record::DisputeStatus::kOpen, -least, -all, -static_cast<long>(accounts),
                           dispute.id.value);
}

Column point_column(Desk& desk, const record::PositionPoint& point, const char* title) {
    Column column;
    column.heading = {phrase(title)};
    column.remark = shown_trimmed(point.stance);
    if (point.on) column.remark += (column.remark.empty() ? "" : ", ") + day_words(*point.on);
    const ShelvedReport* report = desk.shelf.find(point.cite.report);
    if (report == nullptr) return column;
    const text::Span sentence = Shelf::sentence_at(*report, point.cite.span);
    column.lines.push_back({desk.shelf.quote(*report, sentence, point.cite.span),
                            credit_of(desk, *report, point.cite.span, "reported by")});
    return column;
}

bool belongs(const Desk& desk, const record::Position& position) {
    return std::any_of(position.points.begin(), position.points.end(), [&](const record::PositionPoint& point) {
        const auto& reports = desk.story.reports;
        return std::find(reports.begin(), reports.end(), point.cite.report) != reports.end();
    });
}

}  // namespace

Section dispute_section(Desk& desk) {
    Section section{SectionKind::kDisputes, "Where the accounts part", "", {}, ""};
    const Case found = case_of(desk);
    std::vector<const record::Dispute*> disputes;
    for (const record::Dispute& dispute : desk.shelf.weave().disputes) {
        if (found.claims.count(dispute.claim.value) > 0) disputes.push_back(&dispute);
    }
    std::sort(disputes.begin(), disputes.end(), [](const auto* a, const auto* b) { return rank_of(*a) < rank_of(*b); });
    const std::size_t limit = desk.shelf.limits().disputes;
    for (std::size_t i = 0; i < std::min(limit, disputes.size()); ++i) {
        section.groups.push_back(dispute_group(desk, found, *disputes[i]));
    }
    if (disputes.empty()) {
        section.remark = "No two accounts were found that cannot both hold.";
    } else {
        section.remark = "Copies count once. The order is that of support; it says nothing of who is right.";
        section.more = and_more(disputes.size() - section.groups.size(), "dispute", "disputes");
    }
    return section;
}

Section unanswered_section(Desk& desk) {
    Section section{SectionKind::kUnanswered, "Unanswered", "", {}, ""};
    const Case found = case_of(desk);
    using Asked = std::pair<std::tuple<int, text::Span, std::string>, std::vector<const record::Account*>>;
    std::map<std::string, Asked> questions;  // one wording is one question
    for (const auto& item : found.accounts) {
        const record::Account* account = item.second;
        const record::Claim* claim = found.claims.at(account->claim.value);
        const ShelvedReport* report = desk.shelf.find(account->cite.report);
        if (claim->status != record::ClaimStatus::kOpenQuestion || report == nullptr) continue;
        const std::tuple<int, text::Span, std::string> place{report->number, account->cite.span, claim->id.value};
        const auto at = questions.try_emplace(shown_trimmed(claim->question), place, Asked::second_type{}).first;
        at->second.first = std::min(at->second.first, place);
        at->second.second.push_back(account);
    }
    std::vector<std::pair<const std::string*, const Asked*>> open;
    open.reserve(questions.size());
    for (const auto& question : questions) open.emplace_back(&question.first, &question.second);
    std::sort(open.begin(), open.end(), [](const auto& a, const auto& b) { return a.second->first < b.second->first; });
    for (const auto& [question, asked] : open) {
        if (section.groups.size() == desk.shelf.limits().questions) break;
        Group group;
        group.heading = {phrase(*question)};
        group.lines = account_lines(desk, asked->second, desk.shelf.limits().camp_lines, group.more);
        section.groups.push_back(std::move(group));
    }
    section.more = and_more(open.size() - section.groups.size(), "question", "questions");
    return section;
}

Section move_section(Desk& desk) {
    Section section{SectionKind::kMoves, "Positions that moved", "", {}, ""};
    for (const record::Position& position : desk.shelf.weave().positions) {
        if (position.changes.empty() || !belongs(desk, position)) continue;
        const record::Entity* holder = desk.shelf.entity(position.holder);
        for (const record::PositionChange& change : position.changes) {
            const auto count = static_cast<int>(position.points.size());
            if (change.from < 0 || change.to < 0 || change.from >= count || change.to >= count) continue;
            Group group;
            if (holder != nullptr) group.heading.push_back(name_piece(holder->name));
            group.heading.push_back(phrase((holder != nullptr ? "on: " : "On: ") + shown_trimmed(position.issue)));
            group.remark = change_phrase(change.kind);
            group.columns = {point_column(desk, position.points[static_cast<std::size_t>(change.from)], "Before"),
                             point_column(desk, position.points[static_cast<std::size_t>(change.to)], "After")};
            section.groups.push_back(std::move(group));
        }
    }
    const std::size_t limit = desk.shelf.limits().questions, all = section.groups.size();
    if (all > limit) section.groups.resize(limit);
    section.more = and_more(all - section.groups.size(), "change", "changes");
    return section;
}

}  // namespace readout::publish
