#include "event/lexicon.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "base/table.h"
#include "record/names.h"

namespace readout::event {
namespace {

using base::failure;
using base::Result;
using base::split;
using base::Table;
using base::trim;

constexpr std::array<std::string_view, 9> kEffects{"plan", "consider", "deny",  "claim", "say",
                                                   "fail", "aspect",   "light", "fear"};

std::vector<std::string> words_of(std::string_view cell, char separator) {
    std::vector<std::string> out;
    for (const std::string_view part : split(cell, separator)) {
        if (!trim(part).empty()) out.emplace_back(trim(part));
    }
    return out;
}

Result<EventType> type_in(std::string_view cell, std::string_view name, std::size_t line) {
    const auto type = record::value_named<EventType>(cell);
    if (!type)
        return failure(fmt::format("{}:{}: unknown event type '{}'; use one of the 16 of PLOVER", name, line, cell));
    return *type;
}

/// "take _ hostage", "cut|sever @ties"
std::vector<Element> elements_of(std::string_view cell) {
    std::vector<Element> out;
    bool gap = false;
    for (const std::string_view part : split(cell, ' ')) {
        if (part.empty()) continue;
        if (part == "_") {
            gap = true;
            continue;
        }
        Element element;
        element.gap = gap;
        for (const std::string_view word : split(part, '|')) {
            if (word.starts_with('@')) {
                element.classes.emplace_back(word.substr(1));
                element.gap = true;
            } else {
                element.words.emplace_back(word);
            }
        }
        out.push_back(std::move(element));
        gap = false;
    }
    return out;
}

/// Tokens part at hyphens ("sit-in" is three): a row with hyphenated words becomes one for the whole words, and one for
/// each hyphenated word with its parts in a row.
std::vector<std::vector<Element>> variants_of(const std::vector<Element>& elements) {
    std::vector<std::vector<Element>> out{elements};
    for (std::size_t e = 0; e < elements.size(); ++e) {
        for (const std::string& word : elements[e].words) {
            if (word.find('-') == std::string::npos || word.size() < 3) continue;
            std::vector<Element> variant(elements.begin(), elements.begin() + static_cast<std::ptrdiff_t>(e));
            bool first = true;
            for (const std::string_view part : split(word, '-')) {
                if (!first) variant.push_back({{"-"}, {}, false});
                variant.push_back({{std::string(part)}, {}, first && elements[e].gap});
                first = false;
            }
            variant.insert(variant.end(), elements.begin() + static_cast<std::ptrdiff_t>(e) + 1, elements.end());
            out.push_back(std::move(variant));
        }
    }
    return out;
}

Result<Trigger> trigger_in(const Table& table, std::size_t row, std::string_view name) {
    Trigger trigger;
    trigger.words = elements_of(table.cell(row, 0));
    if (trigger.words.empty() || trigger.words.front().words.empty()) {
        return failure(fmt::format("{}:{}: a trigger must begin with a word", name, table.line(row)));
    }
    trigger.noun = table.cell(row, 1) == "n";
    for (const std::string& word : words_of(table.cell(row, 2), ' ')) {
        if (word == "*") {
            trigger.object_needed = true;
        } else if (word == "-") {
            trigger.object_forbidden = true;
        } else if (word.starts_with('!')) {
            trigger.refused_classes.push_back(word.substr(1));
        } else {
            trigger.object_classes.push_back(word);
        }
    }
    trigger.type = RO_TRY(type_in(table.cell(row, 3), name, table.line(row)));
    std::string_view mode = table.cell(row, 4);
    if (mode.starts_with('?')) {
        trigger.mode_from_content = true;
        mode.remove_prefix(1);
    }
    trigger.mode = std::string(mode);
    trigger.cameo = std::string(table.cell(row, 5));
    trigger.roles = words_of(table.cell(row, 6), ' ');
    trigger.gate = std::string(table.cell(row, 7));
    return trigger;
}

}  // namespace

Result<Lexicon> Lexicon::load(const EventTables& tables) {
    Lexicon lexicon;
    lexicon.types_.resize(record::Names<EventType>::kAll.size());
    RO_TRY_VOID(lexicon.load_types(tables));
    RO_TRY_VOID(lexicon.load_triggers(tables.triggers));
    RO_TRY_VOID(lexicon.load_words(tables));
    RO_TRY_VOID(lexicon.load_roles(tables.roles));
    return lexicon;
}

Result<void> Lexicon::load_types(const EventTables& tables) {
    const std::string name = "data/plover/types.tsv";
    const Table types = RO_TRY(Table::parse(tables.types, name, {"type", "quad", "score"}));
    for (std::size_t row = 0; row < types.size(); ++row) {
        const EventType type = RO_TRY(type_in(types.cell(row, 0), name, types.line(row)));
        TypeFacts& facts = types_[static_cast<std::size_t>(type)];
        const std::string_view quad = types.cell(row, 1), score = types.cell(row, 2);
        const bool good = std::from_chars(quad.data(), quad.data() + quad.size(), facts.quad).ec == std::errc() &&
                          std::from_chars(score.data(), score.data() + score.size(), facts.score).ec == std::errc();
        if (!good) return failure(fmt::format("{}:{}: quad and score must be numbers", name, types.line(row)));
    }
    const std::string modes_name = "data/plover/modes.tsv";
    const Table modes = RO_TRY(Table::parse(tables.modes, modes_name, {"type", "mode", "cameo"}));
    for (std::size_t row = 0; row < modes.size(); ++row) {
        const EventType type = RO_TRY(type_in(modes.cell(row, 0), modes_name, modes.line(row)));
        cameo_[{static_cast<int>(type), std::string(modes.cell(row, 1))}] = std::string(modes.cell(row, 2));
    }
    return {};
}

Result<void> Lexicon::load_triggers(std::string_view bytes) {
    const std::string name = "data/plover/triggers.tsv";
    const Table table =
        RO_TRY(Table::parse(bytes, name, {"words", "tag", "object", "type", "mode", "cameo", "roles", "gate"}));
    for (std::size_t row = 0; row < table.size(); ++row) {
        const Trigger trigger = RO_TRY(trigger_in(table, row, name));
        for (std::vector<Element>& words : variants_of(trigger.words)) {
            triggers_.push_back(trigger);
            triggers_.back().words = std::move(words);
        }
    }
    for (const Trigger& trigger : triggers_) {  // filled to the end: it will not move any more
        for (const std::string& word : trigger.words.front().words) {
            (trigger.noun ? by_noun_ : by_verb_)[word].push_back(&trigger);
        }
    }
    return {};
}

Result<void> Lexicon::load_words(const EventTables& tables) {
    const Table classes = RO_TRY(Table::parse(tables.classes, "data/plover/classes.tsv", {"class", "words"}));
    for (std::size_t row = 0; row < classes.size(); ++row) {
        for (std::string& word : words_of(classes.cell(row, 1), ' ')) {
            classes_[std::string(classes.cell(row, 0))].insert(std::move(word));
        }
    }
    const std::string governors_name = "data/plover/governors.tsv";
    const Table governors = RO_TRY(Table::parse(tables.governors, governors_name, {"effect", "words"}));
    for (std::size_t row = 0; row < governors.size(); ++row) {
        const auto at = std::find(kEffects.begin(), kEffects.end(), governors.cell(row, 0));
        if (at == kEffects.end()) {
            return failure(
                fmt::format("{}:{}: unknown effect '{}'", governors_name, governors.line(row), governors.cell(row, 0)));
        }
        for (std::string& word : words_of(governors.cell(row, 1), ' ')) {
            effects_[std::move(word)] = static_cast<Effect>(at - kEffects.begin());
        }
    }
    const std::string contents_name = "data/plover/contents.tsv";
    const Table contents = RO_TRY(Table::parse(tables.contents, contents_name, {"type", "mode", "words"}));
    for (std::size_t row = 0; row < contents.size(); ++row) {
        const EventType type = RO_TRY(type_in(contents.cell(row, 0), contents_name, contents.line(row)));
        for (std::string& word : words_of(contents.cell(row, 2), ' ')) {
            contents_.emplace(std::pair(static_cast<int>(type), std::move(word)), std::string(contents.cell(row, 1)));
        }
    }
    const Table contexts = RO_TRY(Table::parse(tables.contexts, "data/plover/contexts.tsv", {"context", "words"}));
    for (std::size_t row = 0; row < contexts.size(); ++row) {
        for (const std::string& word : words_of(contexts.cell(row, 1), ' ')) {
            contexts_[word].emplace_back(contexts.cell(row, 0));
        }
    }
    const Table exclusions = RO_TRY(Table::parse(tables.exclusions, "data/plover/exclusions.tsv", {"domain", "words"}));
    for (std::size_t row = 0; row < exclusions.size(); ++row) {
        for (std::string& word : words_of(exclusions.cell(row, 1), ' ')) {
            exclusions_[std::move(word)] = std::string(exclusions.cell(row, 0));
        }
    }
    return {};
}

Result<void> Lexicon::load_roles(std::string_view bytes) {
    const Table roles = RO_TRY(Table::parse(bytes, "data/actors/roles.tsv", {"noun", "sector"}));
    for (std::size_t row = 0; row < roles.size(); ++row) {
        roles_.emplace(std::string(roles.cell(row, 0)), std::string(roles.cell(row, 1)));
    }
    return {};
}

const std::vector<const Trigger*>& Lexicon::triggers(const std::string& lemma, bool noun) const {
    static const std::vector<const Trigger*> kNoTriggers;
    const auto& index = noun ? by_noun_ : by_verb_;
    const auto at = index.find(lemma);
    return at == index.end() ? kNoTriggers : at->second;
}

bool Lexicon::in_class(const std::string& lemma, std::string_view name) const {
    const auto at = classes_.find(std::string(name));
    return at != classes_.end() && at->second.contains(lemma);
}

std::optional<Effect> Lexicon::effect(const std::string& lemma) const {
    const auto at = effects_.find(lemma);
    if (at == effects_.end()) return std::nullopt;
    return at->second;
}

std::string Lexicon::content_mode(EventType type, const std::string& lemma) const {
    const auto at = contents_.find({static_cast<int>(type), lemma});
    return at == contents_.end() ? std::string() : at->second;
}

std::string Lexicon::cameo(EventType type, const std::string& mode) const {
    auto at = cameo_.find({static_cast<int>(type), mode});
    if (at == cameo_.end()) at = cameo_.find({static_cast<int>(type), std::string()});
    return at == cameo_.end() ? std::string() : at->second;
}

const std::vector<std::string>& Lexicon::contexts(const std::string& lemma) const {
    static const std::vector<std::string> kNoContexts;
    const auto at = contexts_.find(lemma);
    return at == contexts_.end() ? kNoContexts : at->second;
}

std::string_view Lexicon::exclusion(const std::string& lemma) const {
    const auto at = exclusions_.find(lemma);
    return at == exclusions_.end() ? std::string_view() : std::string_view(at->second);
}

std::optional<std::string> Lexicon::role_sector(const std::string& lemma) const {
    const auto at = roles_.find(lemma);
    if (at == roles_.end()) return std::nullopt;
    return at->second;
}

}  // namespace readout::event
