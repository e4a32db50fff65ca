#include "statement/transcript.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "text/fold.h"
#include "text/utf8.h"

namespace readout::statement {
namespace {

using record::BlockKind;

constexpr std::uint32_t kLongestLabel = 48;  // bytes
constexpr int kMostWords = 6;

// The label at the head of a block: a few words, each beginning with a capital (short joining words aside), and a
// colon.
std::optional<Span> label_of(std::string_view text, Span block) {
    const std::string_view words = text::words_at(text, block);
    const std::size_t colon = words.substr(0, kLongestLabel).find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 >= words.size() || words[colon + 1] != ' ')
        return std::nullopt;
    int count = 0;
    bool bracket = false;  // "(through an interpreter)"
    for (std::size_t i = 0; i < colon;) {
        std::size_t end = std::min(words.find(' ', i), colon);
        const std::string_view word = words.substr(i, end - i);
        if (word.empty()) return std::nullopt;
        const char32_t first = text::decode_at(word, 0).point;
        bracket = bracket || word.front() == '(';
        const bool joins = bracket || word == "from" || word == "of" || word == "the" || word == "de" ||
                           word == "for" || word == "and";
        if (!text::is_upper(first) && !(joins && i > 0)) return std::nullopt;
        if (word.back() == ')') bracket = false;
        i = end + 1;
        ++count;
    }
    if (count > kMostWords || is_rubric(text::ascii_lower(words.substr(0, colon)))) return std::nullopt;
    return Span{block.begin, block.begin + static_cast<std::uint32_t>(colon)};
}

bool may_speak(BlockKind kind) {
    return kind == BlockKind::kParagraph || kind == BlockKind::kList || kind == BlockKind::kRepublished ||
           kind == BlockKind::kHeading;
}

Span trimmed(std::string_view text, Span span) {
    while (span.begin < span.end && (text[span.begin] == ' ' || text[span.begin] == '\n')) ++span.begin;
    while (span.begin < span.end &&
           (text[span.end - 1] == ' ' || text[span.end - 1] == '\n' || text[span.end - 1] == '.'))
        --span.end;
    return span;
}

bool is_stage_direction(std::string_view text, Span block) {
    const char first = text[block.begin];
    return first == '(' || first == '[' || first == '*';
}

}  // namespace

std::vector<Turn> find_turns(const record::Report& report) {
    const std::string_view text = report.text;
    std::vector<std::optional<Span>> labels(report.blocks.size());
    std::map<std::string, int> count;
    int labelled = 0;
    for (std::size_t b = 0; b < report.blocks.size(); ++b) {
        if (!may_speak(report.blocks[b].kind)) continue;
        labels[b] = label_of(text, report.blocks[b].span);
        if (!labels[b]) continue;
        ++count[std::string(text::words_at(text, *labels[b]))];
        ++labelled;
    }
    const auto comes_back = [&](std::size_t b) {
        return labels[b] && count[std::string(text::words_at(text, *labels[b]))] > 1;
    };
    std::size_t first = labels.size(), last = 0;
    for (std::size_t b = 0; b < labels.size(); ++b) {
        if (!comes_back(b)) continue;
        first = std::min(first, b);
        last = b;
    }
    if (labelled < 3 || first == labels.size()) return {};
    while (first > 0 && labels[first - 1]) --first;  // a guest who speaks once, at either end
    while (last + 1 < labels.size() && labels[last + 1]) ++last;
    std::vector<Turn> turns;
    for (std::size_t b = first; b <= last; ++b) {
        const Span block = report.blocks[b].span;
        const auto at = static_cast<std::uint32_t>(b);
        if (labels[b]) {
            turns.push_back({*labels[b], {trimmed(text, {labels[b]->end + 1, block.end})}, at, at});
        } else if (report.blocks[b].kind == BlockKind::kParagraph && !is_stage_direction(text, block) &&
                   !turns.empty()) {
            turns.back().content.push_back(trimmed(text, block));
            turns.back().last_block = at;
        }
    }
    std::map<std::string, std::pair<int, int>> asked;  // by label: questions, turns
    const auto is_question = [&](const Turn& turn) {
        return !turn.content.back().empty() && text[turn.content.back().end - 1] == '?';
    };
    for (const Turn& turn : turns) {
        auto& [questions, all] = asked[std::string(text::words_at(text, turn.label))];
        questions += is_question(turn) ? 1 : 0;
        ++all;
    }
    for (Turn& turn : turns) {
        const auto& [questions, all] = asked[std::string(text::words_at(text, turn.label))];
        turn.asks = is_question(turn) || 2 * questions >= all;
    }
    return turns;
}

Draft draft_of(const Turn& turn) {
    Draft draft;
    draft.speaker = turn.label;
    draft.direct = true;
    if (turn.asks) {
        draft.act = record::Act::kAsk;
        draft.neutral = false;
    }
    draft.block = turn.first_block;
    draft.sentence = turn.label;
    for (const Span span : turn.content) {
        if (!span.empty()) draft.add(span, kNone);
    }
    return draft;
}

}  // namespace readout::statement
