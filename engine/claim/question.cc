#include "claim/question.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace readout::claim {
namespace {

/// Finite and participle forms of verbs that questions are made of, with their infinitive.
constexpr auto kVerbs = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"accepted", "accept"},
    {"agreed", "agree"},
    {"agrees", "agree"},
    {"committed", "commit"},
    {"fired", "fire"},
    {"initialled", "initial"},
    {"killed", "kill"},
    {"paid", "pay"},
    {"pledged", "pledge"},
    {"promised", "promise"},
    {"reached", "reach"},
    {"signed", "sign"},
    {"struck", "strike"},
    {"attacked", "attack"},
    {"shelled", "shell"},
    {"offered", "offer"},
});
constexpr auto kHelpers =
    std::to_array<std::string_view>({"has", "have", "had", "also", "already", "all", "both", "reportedly"});

std::string_view infinitive(std::string_view form) {
    for (const auto& pair : kVerbs) {
        if (pair.first == form) return pair.second;
    }
    return {};
}

bool is_helper(std::string_view word) {
    return std::find(kHelpers.begin(), kHelpers.end(), word) != kHelpers.end();
}

/// The text of tokens [first, last) on one line, punctuation trimmed at both ends, at most `limit` tokens.
std::string line(const StoryView& view, const Proposition& p, std::uint32_t first, std::uint32_t last,
                 std::size_t limit) {
    const record::Reading& reading = view.reading(p);
    const auto& tokens = reading.syntax.tokens;
    while (first < last && tokens[first].upos == record::Upos::kPunct) ++first;
    const bool shortened = last - first > limit;
    if (shortened) last = first + static_cast<std::uint32_t>(limit);
    while (last > first && tokens[last - 1].upos == record::Upos::kPunct) --last;
    if (first >= last) return {};
    std::string out;
    const std::string words =
        cut(text::words_at(reading.report.text, {tokens[first].span.begin, tokens[last - 1].span.end}));
    for (const char c : words) {
        const bool blank = c == '\n' || c == '\t' || c == ' ';
        if (blank && (out.empty() || out.back() == ' ')) continue;
        out += blank ? ' ' : c;
    }
    if (shortened) out += " …";
    return out;
}

}  // namespace

std::string short_words(const StoryView& view, const Proposition& p, std::size_t limit) {
    return line(view, p, p.first, p.last, limit);
}

std::string cut(std::string_view words) {
    constexpr std::size_t kMost = 240;
    if (words.size() <= kMost) return std::string(words);
    std::size_t end = kMost;
    while (end > 0 && !text::is_boundary(words, end)) --end;
    return std::string(words.substr(0, end)) + " …";
}

std::string ask_whether(const StoryView& view, const Proposition& p) {
    for (std::uint32_t i = p.first + 1; i < p.last && i < p.first + 14; ++i) {
        const std::string_view verb = infinitive(view.word(p, i));
        if (verb.empty()) continue;
        std::uint32_t subject_end = i;
        while (subject_end > p.first && is_helper(view.word(p, subject_end - 1))) --subject_end;
        const std::string before = subject_end > p.first ? view.word(p, subject_end - 1) : "";
        constexpr auto kPassive =
            std::to_array<std::string_view>({"was", "were", "been", "be", "is", "are", "who", "which", "that", "to"});
        const bool plain = subject_end > p.first && subject_end - p.first <= 8 &&
                           std::find(kPassive.begin(), kPassive.end(), before) == kPassive.end();
        if (!plain) break;
        const std::string subject = line(view, p, p.first, subject_end, 8);
        const std::string rest = line(view, p, i + 1, p.last, 18);
        if (subject.empty()) break;
        return "Did " + subject + " " + std::string(verb) + (rest.empty() ? "" : " " + rest) + "?";
    }
    return "Is it true that " + short_words(view, p, 20) + "?";
}

}  // namespace readout::claim
