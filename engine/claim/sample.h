#pragma once
// Readings for the unit tests of this room, made without the other rooms: words part at spaces and punctuation,
// sentences after full stops, every word is a noun, a number or punctuation.

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "record/reading.h"
#include "text/fold.h"

namespace readout::claim::sample {

inline bool is_mark(char c) {
    return c == '.' || c == ',' || c == ';' || c == '"' || c == ':' || c == '?';
}

inline record::Upos upos_of(std::string_view word) {
    if (is_mark(word.front())) return record::Upos::kPunct;
    if (word.front() >= '0' && word.front() <= '9') return record::Upos::kNum;
    constexpr auto kOthers = std::to_array<std::string_view>(
        {"were", "was",    "is",       "has",    "had",   "have", "been", "the",    "a",    "an",    "of",
         "to",   "at",     "in",       "by",     "that",  "it",   "them", "killed", "hurt", "slept", "died",
         "lost", "copied", "promised", "agreed", "freed", "said", "he",   "they",   "no"});
    if (std::find(kOthers.begin(), kOthers.end(), word) != kOthers.end()) return record::Upos::kX;
    return record::Upos::kNoun;
}

/// A report of one paragraph, published on `day` (1970-01-01 plus so many days), with tokens and sentences.
inline record::Reading reading_of(std::string name, std::string text, int day) {
    record::Reading reading;
    record::Report& report = reading.report;
    report.id.value = base::Fingerprint().add(name).add(text).hex();
    report.outlet = name;
    report.name = std::move(name);
    report.text = std::move(text);
    report.published = record::Published{{{day}, {day}}, record::Precision::kDay, record::DatingBasis::kMetadata};
    report.blocks.push_back({{0, static_cast<std::uint32_t>(report.text.size())}, record::BlockKind::kParagraph, ""});
    auto& syntax = reading.syntax;
    std::uint32_t first = 0;
    for (std::uint32_t at = 0; at < report.text.size();) {
        if (report.text[at] == ' ') {
            ++at;
            continue;
        }
        std::uint32_t end = at + 1;
        const bool mark = is_mark(report.text[at]);
        while (!mark && end < report.text.size() && report.text[end] != ' ') {
            const bool inside = end + 1 < report.text.size() && report.text[end + 1] != ' ' && report.text[end] != '"';
            if (is_mark(report.text[end]) && !inside) break;
            ++end;
        }
        record::Token token;
        token.span = {at, end};
        const std::string_view word = text::words_at(report.text, token.span);
        token.lemma = text::ascii_lower(word);
        token.upos = upos_of(word);
        syntax.tokens.push_back(token);
        const auto count = static_cast<std::uint32_t>(syntax.tokens.size());
        if (word == ".") {
            syntax.sentences.push_back({{syntax.tokens[first].span.begin, end}, first, count, 0});
            first = count;
        }
        at = end;
    }
    const auto count = static_cast<std::uint32_t>(syntax.tokens.size());
    if (first < count) {
        const std::uint32_t end = syntax.tokens.back().span.end;
        syntax.sentences.push_back({{syntax.tokens[first].span.begin, end}, first, count, 0});
    }
    return reading;
}

/// Adds the statement "SPEAKER said CONTENT" for words of the text (first occurrence after the speaker's).
inline void add_statement(record::Reading& reading, std::string_view speaker, std::string_view content,
                          record::Act act = record::Act::kAssert) {
    const std::string& text = reading.report.text;
    const auto who = static_cast<std::uint32_t>(text.find(speaker));
    const auto what = static_cast<std::uint32_t>(content.empty() ? who : text.find(content));
    record::Statement statement;
    const text::Span speaker_span{who, who + static_cast<std::uint32_t>(speaker.size())};
    const text::Span content_span{what, what + static_cast<std::uint32_t>(content.size())};
    statement.span = content.empty() ? speaker_span : text::hull(speaker_span, content_span);
    statement.speaker = record::Reference{speaker_span, {}, std::string(speaker)};
    if (!content.empty()) statement.content.push_back(content_span);
    statement.act = act;
    statement.id.value = base::Fingerprint().add(reading.report.id.value).add(speaker).add(content).hex();
    reading.statements.push_back(statement);
}

/// One story of all readings.
inline record::Story story_of(std::initializer_list<const record::Reading*> readings) {
    record::Story story;
    story.id.value = "story";
    for (const record::Reading* reading : readings) story.reports.push_back(reading->report.id);
    std::sort(story.reports.begin(), story.reports.end());
    return story;
}

}  // namespace readout::claim::sample
