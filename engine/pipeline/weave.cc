#include "pipeline/weave.h"

#include <algorithm>

#include "claim/weaver.h"
#include "story/copies.h"
#include "story/merge.h"
#include "story/stories.h"

namespace readout::pipeline {

record::Weave weave(const Machine& machine, std::vector<record::Reading>& readings) {
    std::sort(readings.begin(), readings.end(),
              [](const record::Reading& a, const record::Reading& b) { return a.report.id < b.report.id; });
    record::Weave woven;
    woven.copies = story::find_copies(readings);
    woven.stories = story::find_stories(readings, woven.copies, machine.background());
    story::merge_entities(readings, woven.stories);
    woven.entities = story::all_entities(readings);
    claim::Claims claims = claim::weave_claims(readings, woven.stories, woven.copies);
    woven.claims = std::move(claims.claims);
    woven.accounts = std::move(claims.accounts);
    woven.disputes = std::move(claims.disputes);
    woven.positions = std::move(claims.positions);
    return woven;
}

}  // namespace readout::pipeline
