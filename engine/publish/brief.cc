#include "publish/brief.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "publish/brief_sayings.h"
#include "publish/brief_sections.h"
#include "publish/brief_words.h"

namespace readout::publish {
namespace {

std::string published_sentence(const Desk& desk) {
    std::optional<base::DayRange> range;
    std::size_t undated = 0;
    for (const ShelvedReport* report : desk.reports) {
        const auto& published = report->reading->report.published;
        if (!published) {
            ++undated;
            continue;
        }
        if (!range) range = published->range;
        range->from = std::min(range->from, published->range.from);
        range->to = std::max(range->to, published->range.to);
    }
    if (!range) return desk.reports.size() == 1 ? "Its date is not known." : "Their dates are not known.";
    std::string out = "Published " + day_words(*range);
    if (undated > 0) out += fmt::format("; the date of {} is not known", undated);
    return out + ".";
}

/// "15 reports: 6 from 3 outlets, 9 that name no outlet."
std::string from_outlets(std::size_t count, std::size_t outlets, std::size_t untold) {
    const std::string reports = counted(count, "report", "reports"), names = counted(outlets, "outlet", "outlets");
    if (untold == 0) return reports + " from " + names + ".";
    const std::string none = untold == 1 ? "that names no outlet" : "that name no outlet";
    if (outlets == 0) return reports + " " + none + ".";
    return fmt::format("{}: {} from {}, {} {}.", reports, count - untold, names, untold, none);
}

std::vector<std::string> summary_of(const Desk& desk) {
    std::set<std::string> outlets;
    std::size_t derived = 0, untold = 0;
    for (const ShelvedReport* report : desk.reports) {
        if (report->has_outlet) {
            outlets.insert(report->label);
        } else {
            ++untold;
        }
        if (report->derived) ++derived;
    }
    const std::size_t count = desk.reports.size();
    std::vector<std::string> summary;
    summary.push_back(from_outlets(count, outlets.size(), untold));
    summary.push_back(published_sentence(desk));
    if (derived > 0) {
        summary.push_back(fmt::format("{} {} another; {} on {} own.", derived, derived == 1 ? "copies" : "copy",
                                      count - derived == 1 ? "1 stands" : fmt::format("{} stand", count - derived),
                                      count - derived == 1 ? "its" : "their"));
    }
    return summary;
}

/// Writes the sections of a story in their order.
StoryBrief write_story(Shelf& shelf, const record::Story& story) {
    Desk desk{shelf, story, shelf.add(story), false};
    desk.brief = desk.reports.size() <= 1;
    StoryBrief brief;
    brief.id = shown_trimmed(story.id.value);
    brief.title = shown_trimmed(story.title);
    if (brief.title.empty()) brief.title = "A story without a headline";
    brief.summary = summary_of(desk);
    const auto put = [&](Section section) {
        if (!section.groups.empty()) brief.sections.push_back(std::move(section));
    };
    put(headline_section(desk, brief.title));
    if (!desk.brief) put(party_section(desk));
    Section disputes = dispute_section(desk);
    if (!desk.brief || !disputes.groups.empty()) brief.sections.push_back(std::move(disputes));
    put(unanswered_section(desk));
    put(timeline_section(desk));
    const std::vector<Speaker> speakers = speakers_of(desk);
    put(said_section(desk, speakers));
    put(relayed_section(desk, speakers));
    put(move_section(desk));
    put(copy_section(desk));
    put(note_section(desk));
    brief.sources = source_list(desk);
    return brief;
}

}  // namespace

Section party_section(Desk& desk) {
    Section section{SectionKind::kParties, "What it is about", "", {}, ""};
    Group group;
    std::size_t left = 0;
    for (const record::EntityId& id : desk.story.parties) {
        const record::Entity* entity = desk.shelf.entity(id);
        if (entity == nullptr) continue;
        std::size_t naming = 0;
        for (const ShelvedReport* report : desk.reports) {
            const auto& mentions = report->reading->mentions;
            const bool named = std::any_of(mentions.begin(), mentions.end(),
                                           [&](const record::Mention& mention) { return mention.entity == id; });
            naming += named ? 1 : 0;
        }
        if (group.lines.size() == desk.shelf.limits().parties) {
            ++left;
            continue;
        }
        std::string what = kind_phrase(entity->kind);
        const std::string country = desk.shelf.country_name(entity->country);
        if (entity->kind != record::EntityKind::kState && !country.empty()) what += ", " + country;
        group.lines.push_back(
            {{name_piece(entity->name), phrase("(" + what + ")")},
             {phrase(fmt::format("in {} of {}", naming, counted(desk.reports.size(), "report", "reports")))}});
    }
    group.more = and_more(left);
    if (!group.lines.empty()) section.groups.push_back(std::move(group));
    return section;
}

Pieces credit_of(Desk& desk, const ShelvedReport& report, text::Span span, const std::string& how) {
    return {phrase(how), name_piece(report.label), desk.shelf.cite(report, span)};
}

void add_retellings(Desk& desk, Pieces& credit, const Retelling& told, std::vector<Retelling> others) {
    constexpr std::size_t kMost = 6;
    std::sort(others.begin(), others.end(), [](const Retelling& a, const Retelling& b) {
        return std::make_tuple(a.report->number, a.span) < std::make_tuple(b.report->number, b.span);
    });
    const auto same = [](const Retelling& a, const Retelling& b) {
        return a.report == b.report && a.span.overlaps(b.span);
    };
    others.erase(std::remove_if(others.begin(), others.end(), [&](const Retelling& r) { return same(told, r); }),
                 others.end());
    others.erase(std::unique(others.begin(), others.end(), same), others.end());
    const auto add = [&](const char* how, auto&& wanted) {
        std::size_t count = 0;
        for (const Retelling& other : others) {
            if (!wanted(other)) continue;
            if (count == 0) credit.push_back(phrase(how));
            if (++count <= kMost) credit.push_back(desk.shelf.cite(*other.report, other.span));
        }
        if (count > kMost) credit.push_back(phrase(and_more(count - kMost)));
    };
    add("; also in", [](const Retelling& other) { return !other.copied && !other.relayed; });
    add("; at second hand in", [](const Retelling& other) { return !other.copied && other.relayed; });
    add("; copied in", [](const Retelling& other) { return other.copied; });
}

Pieces chain_of(Desk& desk, const ShelvedReport& report, const record::StatementId& inside,
                const std::string& speaker) {
    constexpr std::size_t kMost = 6;
    Pieces chain;
    std::set<std::string> told{speaker};
    record::StatementId at = inside;
    for (std::size_t depth = 0; !at.empty() && depth < kMost; ++depth) {
        const auto& statements = report.reading->statements;
        const auto outer = std::find_if(statements.begin(), statements.end(),
                                        [&](const record::Statement& statement) { return statement.id == at; });
        if (outer == statements.end()) break;
        const std::string name = outer->speaker ? desk.shelf.name_of(report, *outer->speaker) : "";
        if (!name.empty() && told.insert(name).second) {
            chain.push_back(phrase("according to"));
            chain.push_back(name_piece(name));
            chain.push_back(phrase(","));
        }
        at = outer->inside;
    }
    return chain;
}

std::vector<const record::Story*> stories_by_size(const record::Weave& weave) {
    std::vector<const record::Story*> stories;
    stories.reserve(weave.stories.size());
    for (const record::Story& story : weave.stories) stories.push_back(&story);
    std::sort(stories.begin(), stories.end(), [](const record::Story* a, const record::Story* b) {
        const auto key = [](const record::Story& story) {
            return std::make_tuple(-static_cast<long>(story.reports.size()), !story.when,
                                   story.when ? *story.when : base::DayRange{}, std::cref(story.id.value));
        };
        return key(*a) < key(*b);
    });
    return stories;
}

Brief build_brief(const std::vector<const record::Reading*>& readings, const record::Weave& weave,
                  const std::vector<record::StoryId>& only, const BriefLimits& limits) {
    Shelf shelf(readings, weave, limits);
    Brief brief;
    std::size_t big = 0, single = 0, left = 0;
    for (const record::Story* story : stories_by_size(weave)) {
        if (!only.empty() && std::find(only.begin(), only.end(), story->id) == only.end()) continue;
        std::size_t& count = story->reports.size() > 1 ? big : single;
        if (count == (story->reports.size() > 1 ? limits.stories : limits.single_stories)) {
            ++left;
            continue;
        }
        ++count;
        brief.stories.push_back(write_story(shelf, *story));
    }
    if (only.empty() && weave.stories.size() > 1) {
        brief.remark = counted(readings.size(), "report", "reports") + " tell " +
                       counted(weave.stories.size(), "story", "stories") + ".";
    }
    brief.more = and_more(left, "story", "stories");
    return brief;
}

}  // namespace readout::publish
