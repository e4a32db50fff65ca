#include "statement/discourse.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "text/fold.h"

namespace readout::statement {
namespace {

using record::Entity;
using record::EntityKind;
using record::Mention;
using record::MentionForm;
using record::Reference;

bool is_among(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_she(std::string_view word) {
    return is_among(word, {"she", "her", "hers", "herself"});
}
bool is_he(std::string_view word) {
    return is_among(word, {"he", "him", "his", "himself"});
}

// What an office may be called by a more general word.
struct Role {
    std::string_view general, special;
};
constexpr Role kRoles[] = {
    {"diplomat", "foreign minister"},
    {"diplomat", "ambassador"},
    {"diplomat", "envoy"},
    {"diplomat", "foreign secretary"},
    {"diplomat", "consul"},
    {"official", "minister"},
    {"official", "spokesman"},
    {"official", "spokeswoman"},
    {"leader", "president"},
    {"leader", "prime minister"},
    {"leader", "chancellor"},
    {"premier", "prime minister"},
    {"expert", "professor"},
    {"expert", "director"},
    {"analyst", "director"},
    {"analyst", "fellow"},
    {"lawmaker", "deputy"},
    {"lawmaker", "senator"},
    {"politician", "minister"},
    {"politician", "senator"},
    {"officer", "captain"},
    {"officer", "colonel"},
    {"officer", "major"},
    {"negotiator", "envoy"},
};

constexpr std::uint32_t kBlocksBack = 3;  // from "the statement" to the paragraph that told of it

// What is issued to be heard or read; the noun in the words, empty when there is none.
std::string_view issued_noun(std::string_view words) {
    static constexpr std::array<std::string_view, 11> kNouns = {"statement",   "communique", "communiqué", "release",
                                                                "declaration", "tweet",      "letter",     "email",
                                                                "e-mail",      "message",    "memo"};
    const std::string padded = " " + text::ascii_lower(words) + " ";
    for (const std::string_view noun : kNouns) {
        if (padded.find(" " + std::string(noun) + " ") != std::string::npos) return noun;
    }
    return {};
}

}  // namespace

Discourse::Discourse(const record::Reading& reading) : reading_(reading) {
    for (const Mention& m : reading.mentions) {
        if (m.form != MentionForm::kPronoun) continue;
        const std::string word = text::ascii_lower(text::words_at(reading.report.text, m.span));
        if (is_she(word)) ++pronouns_[m.entity.value][0];
        if (is_he(word)) ++pronouns_[m.entity.value][1];
    }
}

const Entity* Discourse::entity(const record::EntityId& id) const {
    const auto& entities = reading_.entities;
    const auto at = std::partition_point(entities.begin(), entities.end(), [&](const Entity& e) { return e.id < id; });
    return at != entities.end() && at->id == id ? &*at : nullptr;
}

// Is the entity named, not only meant, in what the draft says?
bool Discourse::is_named_in(const record::EntityId& id, const Draft& draft) const {
    const auto& mentions = reading_.mentions;
    for (const Span span : draft.content) {
        auto m = std::partition_point(mentions.begin(), mentions.end(),
                                      [&](const Mention& x) { return x.span.begin < span.begin; });
        for (; m != mentions.end() && m->span.begin < span.end; ++m) {
            if (m->form == MentionForm::kName && m->entity == id) return true;
        }
    }
    return false;
}

bool Discourse::opens_paragraph(const Draft& draft) const {
    constexpr std::uint32_t kMark = 4;  // bytes: a quotation mark and a space
    return !draft.content.empty() && draft.all_quoted() && draft.speaker &&
           draft.block < reading_.report.blocks.size() && draft.content.front().begin < draft.speaker->begin &&
           draft.content.front().begin <= reading_.report.blocks[draft.block].span.begin + kMark;
}

// "Edwin Marlow struck Roe, which |he| denied": he may be named in what he denies.
bool Discourse::denies_before(const Draft& draft) const {
    return draft.act == record::Act::kDeny && !draft.all_quoted() && !draft.content.empty() &&
           draft.content.back().end <= draft.speaker->begin;
}

// "Foreign Minister Edwin Marlow" and "Edwin Marlow" may be two entities.
bool Discourse::is_same_name(const Reference& found) const {
    return previous_ && !found.name.empty() && previous_->speaker.name.ends_with(found.name);
}

bool Discourse::may_go_on(const Draft& draft, Gender gender) const {
    if (!previous_ || draft.block < previous_->block || draft.block > previous_->block + 1) return false;
    const Entity* who = entity(previous_->speaker.entity);
    if (who == nullptr || who->kind != EntityKind::kPerson || is_named_in(who->id, draft)) return false;
    const auto at = pronouns_.find(who->id.value);
    if (gender == Gender::kUnknown || at == pronouns_.end()) return true;
    const auto [she, he] = at->second;
    return gender == Gender::kFemale ? she >= he : he >= she;
}

// Does the report call the entity by this word, or by an office that it stands for?
bool Discourse::is_called(const record::EntityId& id, std::string_view role) const {
    for (const Mention& m : reading_.mentions) {
        if (m.entity != id || m.form == MentionForm::kPronoun) continue;
        const bool nominal = m.form == MentionForm::kNominal;  // "the spokesman |for the guild|" is no guild
        const text::Span told = nominal ? text::Span{m.span.begin, m.head.end} : m.span;
        const std::string words = " " + text::fold(text::words_at(reading_.report.text, told)) + " ";
        if (words.find(" " + std::string(role) + " ") != std::string::npos) return true;
        for (const Role& r : kRoles) {
            if (r.general == role && words.find(" " + std::string(r.special) + " ") != std::string::npos) return true;
        }
    }
    return false;
}

Reference Discourse::previous_at(const Draft& draft) const {
    Reference reference = previous_->speaker;
    reference.span = draft.speaker;
    return reference;
}

Reference Discourse::settle(const Draft& draft, Reference found) const {
    if (!draft.speaker || draft.direct || draft.named_by) return found;
    const std::string_view told = text::words_at(reading_.report.text, *draft.speaker);
    const std::string words = text::ascii_lower(told);
    if (words == "he" || words == "she") {
        const Gender gender = words == "he" ? Gender::kMale : Gender::kFemale;
        const bool clash = !found.entity.empty() && !denies_before(draft) && is_named_in(found.entity, draft);
        const bool prefers = clash || found.entity.empty() || opens_paragraph(draft);
        if (prefers && may_go_on(draft, gender) && !is_same_name(found)) return previous_at(draft);
        if (clash) found = Reference{draft.speaker, {}, {}};
        return found;
    }
    if (!words.starts_with("the ") || words.find(' ', 4) != std::string::npos) return found;
    if (takes_up_document(draft, told)) {
        found = issued_->speaker;
        found.span = draft.speaker;
        return found;
    }
    const Entity* who = entity(found.entity);
    if ((who != nullptr && who->named && !is_named_in(who->id, draft)) || !may_go_on(draft, Gender::kUnknown))
        return found;
    return is_called(previous_->speaker.entity, std::string_view(words).substr(4)) ? previous_at(draft) : found;
}

// "The ministry said in a statement …. |The statement| said": whoever issued it goes on.
bool Discourse::takes_up_document(const Draft& draft, std::string_view words) const {
    const bool name = words.size() > 4 && words[4] >= 'A' && words[4] <= 'Z';  // "The Message"
    if (!issued_ || name || issued_noun(words) != issued_->noun || draft.block > issued_->block + kBlocksBack)
        return false;
    // "Berg issued a statement. The statement said": another has been told of since.
    const std::uint32_t from = issued_->end, to = draft.speaker->begin;
    const std::string since = from < to ? text::ascii_lower(text::words_at(reading_.report.text, {from, to})) : "";
    return since.find(issued_->noun) == std::string::npos;
}

void Discourse::note_document(const Draft& draft, const Reference& speaker) {
    std::string_view noun;
    std::uint32_t end = 0;
    for (const std::optional<Span>& part : {draft.speaker, draft.medium}) {
        if (!part) continue;
        if (noun.empty()) noun = issued_noun(text::words_at(reading_.report.text, *part));
        end = std::max(end, part->end);
    }
    if (noun.empty()) return;
    issued_.reset();  // a document of somebody unknown ends the one before it
    if (!speaker.entity.empty()) issued_ = Issued{noun, speaker, draft.block, end};
}

void Discourse::said(const Draft& draft, const Reference& speaker) {
    if (!speaker.entity.empty()) previous_ = Previous{speaker, draft.block};
}

}  // namespace readout::statement
