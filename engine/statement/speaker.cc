#include "statement/speaker.h"

#include <algorithm>
#include <string_view>

#include "text/fold.h"

namespace readout::statement {
namespace {

using record::Entity;
using record::EntityKind;
using record::Mention;
using record::MentionForm;
using record::Token;

constexpr std::uint32_t kLongestMention = 300;  // bytes; how far before the words a mention on them may begin

bool is_nominal(const Token& t) {
    return t.xpos.starts_with("NN") || t.xpos == "CD" || t.xpos == "PRP";
}

}  // namespace

const Entity* SpeakerResolver::entity_of(const Mention& mention) const {
    const auto& entities = reading_.entities;
    const auto at =
        std::partition_point(entities.begin(), entities.end(), [&](const Entity& e) { return e.id < mention.entity; });
    return at != entities.end() && at->id == mention.entity ? &*at : nullptr;
}

// The head: the last noun before a preposition or comma.
Span SpeakerResolver::head_in(Span words) const {
    const auto& tokens = reading_.syntax.tokens;
    Span head = words;
    bool found = false;
    for (std::size_t i = text::first_ending_after(tokens, words.begin);
         i < tokens.size() && tokens[i].span.begin < words.end; ++i) {
        const Token& t = tokens[i];
        if (found && (t.xpos == "IN" || t.xpos == "TO" || t.xpos == ",")) break;
        if (is_nominal(t)) {
            head = t.span;
            found = true;
        }
    }
    return head;
}

const Mention* SpeakerResolver::mention_on(Span words, Span head) const {
    const auto& mentions = reading_.mentions;
    const std::uint32_t from = words.begin > kLongestMention ? words.begin - kLongestMention : 0;
    const Mention* best = nullptr;
    int best_rank = 0;
    auto at =
        std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.span.begin < from; });
    for (; at != mentions.end() && at->span.begin < words.end; ++at) {
        const Mention& m = *at;
        if (!m.span.overlaps(words)) continue;
        int rank = 0;
        if (m.span == words) {
            rank = 4;
        } else if (m.head.overlaps(head)) {
            rank = 3;
        } else if (words.contains(m.span) && m.span.contains(head)) {
            rank = 2;
        } else if (m.span.contains(words)) {
            rank = 1;
        }
        if (rank > best_rank || (rank == best_rank && rank > 0 && m.span.size() > best->span.size())) {
            best = &m;
            best_rank = rank;
        }
    }
    return best;
}

// "the foreign minister, |Jane Roe|,": a person's name between commas behind a description.
const Mention* SpeakerResolver::apposed_name(Span words) const {
    const std::string_view text = reading_.report.text;
    if (words.end + 2 >= text.size() || text.substr(words.end, 2) != ", ") return nullptr;
    const auto& mentions = reading_.mentions;
    const std::uint32_t at = words.end + 2;
    auto m =
        std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& x) { return x.span.begin < at; });
    const Mention* best = nullptr;
    for (; m != mentions.end() && m->span.begin == at; ++m) {
        const Entity* entity = entity_of(*m);
        if (m->form != MentionForm::kName || entity == nullptr || entity->kind != EntityKind::kPerson) continue;
        if (m->span.end < text.size() && (text[m->span.end] == ',' || text[m->span.end] == '.')) best = &*m;
    }
    return best;
}

std::string SpeakerResolver::unnamed(Span words) const {
    std::string_view rest = text::words_at(reading_.report.text, words);
    const auto drop = [&](std::string_view prefix) {
        if (text::ascii_lower(rest.substr(0, prefix.size())) == prefix) rest.remove_prefix(prefix.size());
    };
    const auto& tokens = reading_.syntax.tokens;
    const std::size_t first = text::first_ending_after(tokens, words.begin);
    if (first < tokens.size() && tokens[first].xpos.starts_with("NNP"))
        return std::string(rest);  // a name nobody knows
    const std::string first_word = text::ascii_lower(rest.substr(0, rest.find(' ')));
    if (first_word == "nobody" || first_word == "none" || first_word == "no-one") return "nobody";
    std::string owner;
    for (const std::string_view possessive : {"his ", "her ", "its ", "their ", "our ", "my "}) {
        if (text::ascii_lower(rest.substr(0, possessive.size())) != possessive) continue;
        const Span pronoun{words.begin, words.begin + static_cast<std::uint32_t>(possessive.size() - 1)};
        if (const Mention* m = mention_on(pronoun, pronoun)) {
            if (const Entity* entity = entity_of(*m)) owner = entity->name;
        }
        rest.remove_prefix(possessive.size());
        break;
    }
    for (const std::string_view article :
         {"no ", "neither ", "the ", "a ", "an ", "one of ", "some of ", "those ", "these ", "another "})
        drop(article);
    for (const std::string_view possessive : {"'s", "’s", "'", "’"}) {
        if (!rest.ends_with(possessive)) continue;
        rest.remove_suffix(possessive.size());
        break;
    }
    std::string name(rest);
    const bool whole = rest.size() == words.size() && first < tokens.size() && tokens[first].span.begin == words.begin;
    if (whole && tokens[first].upos == record::Upos::kNoun) {  // "|Dozens| of students" at the beginning, not "PM's"
        const std::string lower = text::ascii_lower(rest.substr(0, 2));
        if (lower.size() == 2 && rest[1] == lower[1]) name.front() = lower.front();
    }
    if (!owner.empty()) name += " of " + owner;
    return "unnamed " + name;
}

// "her deputy |and| driver"
bool SpeakerResolver::coordinates(Span words) const {
    const auto& tokens = reading_.syntax.tokens;
    for (std::size_t i = text::first_ending_after(tokens, words.begin);
         i < tokens.size() && tokens[i].span.begin < words.end; ++i) {
        if (tokens[i].xpos == "CC") return true;
        if (tokens[i].xpos == "IN" || tokens[i].xpos == ",") return false;
    }
    return false;
}

// "|Egypt| and |Sudan|", "Holm, Lund and Berg": those who speak together; empty when one does, or one of them has
// no name.
std::vector<const Entity*> SpeakerResolver::joint(Span words) const {
    const auto& tokens = reading_.syntax.tokens;
    std::vector<const Entity*> all;
    bool coordinated = false, bracketed = false;
    Span part{words.begin, words.begin};
    const auto take = [&] {
        if (part.empty()) return true;
        const Mention* mention = mention_on(part, head_in(part));
        const Entity* entity =
            mention != nullptr && words.contains(mention->span) && !mention->span.overlaps({part.end, words.end})
                ? entity_of(*mention)
                : nullptr;
        if (entity == nullptr || entity->name.starts_with("unnamed ") ||
            std::find(all.begin(), all.end(), entity) != all.end())
            return false;
        all.push_back(entity);
        return true;
    };
    for (std::size_t i = text::first_ending_after(tokens, words.begin);
         i < tokens.size() && tokens[i].span.begin < words.end; ++i) {
        const Token& token = tokens[i];
        bracketed = token.xpos == "-LRB-" || (bracketed && token.xpos != "-RRB-");
        if (bracketed || token.xpos == "-RRB-") continue;  // "Jane Roe |(Labour)| and"
        const bool joins = token.xpos == "CC" && text::words_at(reading_.report.text, token.span) == "and";
        if (!joins && token.xpos != ",") {
            if (part.empty()) part.begin = token.span.begin;
            part.end = token.span.end;
            continue;
        }
        coordinated = coordinated || joins;
        if (!take()) return {};
        part = {token.span.end, token.span.end};
    }
    return take() && coordinated && all.size() > 1 ? all : std::vector<const Entity*>{};
}

record::Reference SpeakerResolver::resolve(Span words) const {
    if (const std::vector<const Entity*> all = joint(words); !all.empty()) {
        record::Reference reference;
        reference.span = words;
        for (std::size_t i = 0; i < all.size(); ++i)
            reference.name += (i == 0 ? "" : i + 1 < all.size() ? ", " : " and ") + all[i]->name;
        return reference;
    }
    const Span head = head_in(words);
    const Mention* mention = mention_on(words, head);
    const bool named = mention != nullptr && mention->form == MentionForm::kName;
    if (!named) {
        if (const Mention* name = apposed_name(words)) {
            const Entity* entity = entity_of(*name);
            return {text::hull(words, name->span), name->entity, entity->name};
        }
    }
    record::Reference reference;
    reference.span = words;
    const Entity* entity = mention != nullptr ? entity_of(*mention) : nullptr;
    const bool one_of_two = !named && mention != nullptr && mention->span != words && coordinates(words);
    if (entity != nullptr && !one_of_two) {
        reference.entity = entity->id;
        reference.name = entity->name;
        return reference;
    }
    const auto& tokens = reading_.syntax.tokens;
    const std::size_t first = text::first_ending_after(tokens, words.begin);
    const bool pronoun = first < tokens.size() && tokens[first].span.end >= words.end &&
                         (tokens[first].xpos == "PRP" || tokens[first].xpos == "WP" || tokens[first].xpos == "PRP$");
    if (!pronoun) reference.name = unnamed(words);
    return reference;
}

record::Reference SpeakerResolver::resolve_label(Span label) const {
    record::Reference reference = resolve(label);
    if (!reference.entity.empty()) return reference;
    const std::string folded = text::fold(text::words_at(reading_.report.text, label));
    const std::string surname = folded.substr(folded.rfind(' ') == std::string::npos ? 0 : folded.rfind(' ') + 1);
    for (const Entity& entity : reading_.entities) {
        if (entity.kind != EntityKind::kPerson) continue;
        const std::string name = " " + text::fold(entity.name) + " ";
        if (surname.empty() || name.find(" " + surname + " ") == std::string::npos) continue;
        reference.entity = entity.id;
        reference.name = entity.name;
        return reference;
    }
    reference.name = std::string(text::words_at(reading_.report.text, label));
    return reference;
}

}  // namespace readout::statement
