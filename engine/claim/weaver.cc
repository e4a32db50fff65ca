#include "claim/weaver.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "claim/accusation.h"
#include "claim/camps.h"
#include "claim/contrast.h"
#include "claim/denial.h"
#include "claim/numbers.h"
#include "claim/open_question.h"
#include "claim/outcome.h"
#include "claim/position.h"
#include "claim/story_view.h"
#include "claim/wording.h"

namespace readout::claim {
namespace {

template <class Item>
void sort_by_id(std::vector<Item>& items) {
    std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.id < b.id; });
    const auto same = [](const Item& a, const Item& b) { return a.id == b.id; };
    items.erase(std::unique(items.begin(), items.end(), same), items.end());
}

void weave_story(const StoryView& view, const record::Story& story, Claims& out) {
    std::vector<Draft> drafts;
    for (const auto rule :
         {find_contradictions, find_rebuttals, find_outcome_disputes, find_denials, find_mutual_accusations,
          find_cross_accusations, find_wording_disputes, find_number_disputes, find_open_questions}) {
        std::vector<Draft> found = rule(view);
        std::move(found.begin(), found.end(), std::back_inserter(drafts));
    }
    add_records(join_drafts(std::move(drafts)), view, story.id, out);
    for (record::Position& position : find_positions(view, story.id)) out.positions.push_back(std::move(position));
}

}  // namespace

Claims weave_claims(std::span<const record::Reading> readings, std::span<const record::Story> stories,
                    std::span<const record::Copy> copies) {
    std::map<std::string, const record::Reading*> by_id;
    for (const record::Reading& reading : readings) by_id.emplace(reading.report.id.value, &reading);
    std::map<std::string, std::vector<record::Copy>> copies_of;
    for (const record::Copy& copy : copies) copies_of[copy.a.value].push_back(copy);
    Claims out;
    for (const record::Story& story : stories) {
        std::vector<record::Copy> its_copies;
        std::vector<const record::Reading*> mine;
        for (const record::ReportId& id : story.reports) {
            const auto at = by_id.find(id.value);
            if (at != by_id.end()) mine.push_back(at->second);
            const auto of = copies_of.find(id.value);
            if (of != copies_of.end()) its_copies.insert(its_copies.end(), of->second.begin(), of->second.end());
        }
        std::sort(mine.begin(), mine.end(), [](const auto* a, const auto* b) { return a->report.id < b->report.id; });
        weave_story(StoryView(std::move(mine), its_copies), story, out);
    }
    sort_by_id(out.claims);
    sort_by_id(out.accounts);
    sort_by_id(out.disputes);
    sort_by_id(out.positions);
    return out;
}

}  // namespace readout::claim
