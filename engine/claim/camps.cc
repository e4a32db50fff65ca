#include "claim/camps.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "base/hash.h"

namespace readout::claim {
namespace {

using Place = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;  // report, begin, end

Place place_of(const Answer& answer) {
    return {answer.report, answer.span.begin, answer.span.end};
}

bool before(const Answer& a, const Answer& b) {
    return std::tie(a.report, a.span, a.holder, a.value) < std::tie(b.report, b.span, b.holder, b.value);
}

void tidy(Draft& draft) {
    for (auto& camp : draft.camps) {
        std::sort(camp.begin(), camp.end(), before);
        const auto same = [](const Answer& a, const Answer& b) { return !before(a, b) && !before(b, a); };
        camp.erase(std::unique(camp.begin(), camp.end(), same), camp.end());
    }
}

/// One passage cannot stand against itself: what lies in a passage of an earlier camp leaves the later one, and so
/// does a source that is the only one of the earlier camp on the same days.
void keep_apart(Draft& draft) {
    if (draft.one_sentence || draft.camps.size() < 2) return;
    const auto clashes = [](const Answer& a, const Answer& b) {
        if (a.report == b.report && a.span.overlaps(b.span)) return true;
        return a.holder == b.holder && a.report == b.report && a.as_of.from == b.as_of.from;
    };
    for (std::size_t late = 1; late < draft.camps.size(); ++late) {
        auto& camp = draft.camps[late];
        for (std::size_t early = 0; early < late; ++early) {
            const auto& other = draft.camps[early];
            camp.erase(std::remove_if(camp.begin(), camp.end(),
                                      [&](const Answer& answer) {
                                          return std::any_of(other.begin(), other.end(),
                                                             [&](const Answer& o) { return clashes(answer, o); });
                                      }),
                       camp.end());
        }
    }
}

auto order_of(const Draft& draft) {
    std::vector<std::vector<Place>> places;
    for (const auto& camp : draft.camps) {
        places.emplace_back();
        for (const Answer& answer : camp) places.back().push_back(place_of(answer));
    }
    return std::make_tuple(draft.slot, places, draft.question, draft.why);
}

/// True when an answer of one stands on the other side in the other.
bool crossed(const Draft& a, const Draft& b) {
    std::set<Place> sides[2];
    for (int side = 0; side < 2; ++side) {
        for (const Answer& answer : a.camps[static_cast<std::size_t>(side)]) sides[side].insert(place_of(answer));
    }
    for (std::size_t side = 0; side < 2; ++side) {
        for (const Answer& answer : b.camps[side]) {
            if (sides[1 - side].count(place_of(answer)) > 0) return true;
        }
    }
    return false;
}

bool can_join(const Draft& draft) {
    return (draft.yes_or_no || !draft.topic.empty()) && draft.camps.size() == 2;
}

/// Which draft an answer already stands in. Drafts join where one of them rests on the shared answer.
class Homes {
  public:
    /// The joined draft that shares an answer with `draft` and contradicts none of its sides; joined.size() when none.
    [[nodiscard]] std::size_t find(const Draft& draft, const std::vector<Draft>& joined) const {
        for (std::size_t side = 0; side < 2; ++side) {
            for (const Answer& answer : draft.camps[side]) {
                for (const auto* known : {&core_, &other_}) {
                    if (known == &other_ && !answer.core) continue;
                    const auto at = known->find({side, place_of(answer)});
                    if (at != known->end() && !crossed(joined[at->second], draft)) return at->second;
                }
            }
        }
        return joined.size();
    }

    void add(const Draft& draft, std::size_t target) {
        for (std::size_t side = 0; side < 2; ++side) {
            for (const Answer& answer : draft.camps[side]) {
                (answer.core ? core_ : other_).emplace(std::make_pair(side, place_of(answer)), target);
            }
        }
    }

  private:
    std::map<std::pair<std::size_t, Place>, std::size_t> core_, other_;
};

std::string id_of(const base::Fingerprint& fingerprint) {
    return fingerprint.hex();
}

record::Account account_of(const Answer& answer, const StoryView& view, const record::ClaimId& claim) {
    record::Account account;
    account.claim = claim;
    account.holders = answer.holders;
    account.voice = answer.voice;
    account.value = answer.value;
    account.stance = answer.stance;
    if (answer.dated) account.as_of = answer.as_of;
    account.cite = {view.readings()[answer.report]->report.id, answer.span};
    account.id.value = id_of(base::Fingerprint()
                                 .add("account")
                                 .add(claim.value)
                                 .add(account.cite.report.value)
                                 .add(answer.span.begin)
                                 .add(answer.span.end)
                                 .add(answer.holder)
                                 .add(answer.value));
    return account;
}

record::ClaimId claim_id(const Draft& draft, const StoryView& view, const record::StoryId& story) {
    base::Fingerprint fingerprint;
    fingerprint.add("claim").add(story.value).add(static_cast<std::uint64_t>(draft.slot)).add(draft.question);
    for (const auto& camp : draft.camps) {
        fingerprint.add(camp.size());
        for (const Answer& answer : camp) {
            fingerprint.add(view.readings()[answer.report]->report.id.value)
                .add(answer.span.begin)
                .add(answer.span.end);
        }
    }
    return {fingerprint.hex()};
}

}  // namespace

std::vector<Draft> join_drafts(std::vector<Draft> drafts) {
    for (Draft& draft : drafts) {
        tidy(draft);
        keep_apart(draft);
    }
    const auto one_sided = [](const Draft& draft) {
        return std::any_of(draft.camps.begin(), draft.camps.end(), [](const auto& camp) { return camp.empty(); });
    };
    drafts.erase(std::remove_if(drafts.begin(), drafts.end(), one_sided), drafts.end());
    std::sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) { return order_of(a) < order_of(b); });
    std::vector<Draft> joined;
    Homes homes;
    std::map<std::pair<record::Slot, std::string>, std::size_t> topics;
    for (Draft& draft : drafts) {
        std::size_t target = joined.size();
        if (can_join(draft)) {
            if (draft.topic.empty()) target = homes.find(draft, joined);
            const auto topic = topics.find({draft.slot, draft.topic});
            if (target == joined.size() && !draft.topic.empty() && topic != topics.end() &&
                !crossed(joined[topic->second], draft)) {
                target = topic->second;
            }
        }
        if (target == joined.size()) {
            joined.push_back(draft);
        } else {
            // What is told as an agreement by one is no mere happening.
            if (draft.slot == record::Slot::kAgreed) joined[target].slot = record::Slot::kAgreed;
            for (std::size_t side = 0; side < 2; ++side) {
                auto& camp = joined[target].camps[side];
                camp.insert(camp.end(), draft.camps[side].begin(), draft.camps[side].end());
            }
        }
        if (!can_join(draft)) continue;
        if (draft.topic.empty()) homes.add(draft, target);
        if (!draft.topic.empty()) topics.emplace(std::make_pair(draft.slot, draft.topic), target);
    }
    for (Draft& draft : joined) tidy(draft);
    return joined;
}

int independent_sources(const std::vector<Answer>& camp, const StoryView& view) {
    // Holders and copied reports link answers: what remains apart is independent.
    std::vector<std::size_t> parent(camp.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root = [&](std::size_t at) {
        while (parent[at] != at) at = parent[at] = parent[parent[at]];
        return at;
    };
    std::map<std::string, std::size_t> first;
    int count = static_cast<int>(camp.size());
    for (std::size_t i = 0; i < camp.size(); ++i) {
        const bool narration = camp[i].holder.front() == 'o';
        const std::string key = narration ? "report " + std::to_string(view.source_of(camp[i].report)) : camp[i].holder;
        const auto [at, fresh] = first.emplace(key, i);
        if (fresh) continue;
        parent[root(i)] = root(at->second);
        --count;
    }
    return count;
}

void add_records(const std::vector<Draft>& drafts, const StoryView& view, const record::StoryId& story, Claims& out) {
    for (const Draft& draft : drafts) {
        record::Claim claim;
        claim.id = claim_id(draft, view, story);
        claim.story = story;
        claim.question = draft.question;
        claim.slot = draft.slot;
        claim.status = draft.camps.size() > 1 ? record::ClaimStatus::kDisputed : record::ClaimStatus::kOpenQuestion;
        record::Dispute dispute;
        dispute.claim = claim.id;
        dispute.slot = draft.slot;
        dispute.why = draft.why;
        dispute.id.value = base::Fingerprint().add("dispute").add(claim.id.value).hex();
        for (std::size_t c = 0; c < draft.camps.size(); ++c) {
            record::Camp camp;
            camp.value = draft.values[c];
            camp.independent = independent_sources(draft.camps[c], view);
            for (const Answer& answer : draft.camps[c]) {
                record::Account account = account_of(answer, view, claim.id);
                camp.accounts.push_back(account.id);
                out.accounts.push_back(std::move(account));
            }
            std::sort(camp.accounts.begin(), camp.accounts.end());
            dispute.camps.push_back(std::move(camp));
        }
        if (dispute.camps.size() > 1) out.disputes.push_back(std::move(dispute));
        out.claims.push_back(std::move(claim));
    }
}

}  // namespace readout::claim
