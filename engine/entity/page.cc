#include "entity/page.h"

#include <algorithm>
#include <array>

#include "entity/lexicon.h"
#include "text/fold.h"
#include "text/list.h"
#include "text/utf8.h"

namespace readout::entity {
namespace {

bool starts_upper(std::string_view text) {
    return !text.empty() && text::is_upper(text::decode_at(text, 0).point);
}

/// Two letters or more and no lower-case one among the first 40 bytes.
bool is_caps(std::string_view text) {
    int letters = 0;
    for (std::size_t at = 0; at < text.size() && at < 40;) {
        const text::Decoded letter = text::decode_at(text, at);
        if (text::is_letter(letter.point)) {
            if (!text::is_upper(letter.point)) return false;
            ++letters;
        }
        at += letter.size;
    }
    return letters >= 2;
}

/// True when every word with a letter is in capitals.
bool all_caps(const std::vector<Word>& words, const Line& line) {
    return std::all_of(words.begin() + line.words.begin, words.begin() + line.words.end,
                       [](const Word& word) { return word.caps || word.fold.size() < 2 || !word.capital; });
}

enum class Mark : unsigned char { kNone, kOpen, kClose, kOpenSingle, kCloseSingle, kStraight };

/// A mark of an outer quotation. Its tag tells the side; single marks count where it does.
Mark mark_of(const Word& word) {
    constexpr auto kDoubles = std::to_array<std::string_view>({"\"", "''", "“", "”", "„", "«", "»", "``", "‘‘", "’’"});
    constexpr auto kSingles = std::to_array<std::string_view>({"'", "‘", "’", "‚", "‹", "›", "`"});
    const bool single = text::is_one_of(word.text, kSingles);
    if (!single && !text::is_one_of(word.text, kDoubles)) return Mark::kNone;
    if (word.xpos == "``") return single ? Mark::kOpenSingle : Mark::kOpen;
    if (word.xpos == "''") return single ? Mark::kCloseSingle : Mark::kClose;
    if (single) return Mark::kNone;
    if (word.text == "\"" || word.text == "''") return Mark::kStraight;
    return word.text == "”" || word.text == "»" || word.text == "’’" ? Mark::kClose : Mark::kOpen;
}

bool opens(Mark mark) {
    return mark == Mark::kOpen || mark == Mark::kOpenSingle;
}

/// "PM" is an office, behind a number an hour.
void read_capitals(Word& word, bool behind_number) {
    if (behind_number && (word.fold == "pm" || word.fold == "am")) word.capital = word.caps = false;
    const ShortOffice office = short_office(word.fold);
    if (!word.caps || behind_number || office.office.empty()) return;
    word.fold = office.head;
    word.office = office.office;
}

}  // namespace

bool is_quote(std::string_view text) {
    constexpr auto kMarks = std::to_array<std::string_view>({"\"", "“", "”", "'", "’", "''", "’’", "«", "»"});
    return text::is_one_of(text, kMarks);
}

Page::Page(const record::Reading& whole) : reading(whole) {
    const record::Syntax& syntax = reading.syntax;
    words.reserve(syntax.tokens.size());
    for (const record::Sentence& sentence : syntax.sentences) {
        const auto first = static_cast<std::uint32_t>(words.size());
        for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
            const record::Token& token = syntax.tokens[i];
            Word word;
            word.span = token.span;
            word.text = text::words_at(reading.report.text, token.span);
            word.fold = text::fold(word.text.substr(0, 200));
            word.lemma = token.lemma;
            word.xpos = token.xpos;
            word.upos = token.upos;
            word.sentence = static_cast<std::uint32_t>(lines.size());
            word.capital = starts_upper(word.text);
            word.caps = is_caps(word.text);
            const bool inner = words.size() > first;
            read_capitals(word, inner && words.back().upos == Upos::kNum);
            word.joined = inner && words.back().span.end == word.span.begin;
            word.hyphen = word.joined && (word.text == "-" || word.text == "‐" || word.text == "‑" || word.text == "–");
            word.opens = !inner || (words.back().fold.empty() && !words.back().hyphen && words.back().text != "," &&
                                    words.back().text != "." &&
                                    (words.back().opens || words.back().text == ":" || opens(mark_of(words.back()))));
            words.push_back(std::move(word));
        }
        const auto last = static_cast<std::uint32_t>(words.size());
        if (last > first) lines.push_back({{first, last}, sentence.block, false, false});
    }
    mark_names();
    mend_tags();
    mark_quotations();
    mark_style();
}

/// Two slips that taggers make with words of this trade: "the diplomat hopes for" as a plural, "a NATO official
/// praised" as an adjective.
void Page::mend_tags() {
    for (std::uint32_t i = 1; i + 1 < size(); ++i) {
        Word& word = words[i];
        if (!same_line(i - 1, i) || !same_line(i, i + 1) || word.capital) continue;
        const Word &before = words[i - 1], &after = words[i + 1];
        if (word.is(Upos::kNoun) && word.xpos == "NNS" && is_reporting_verb(word.lemma)) {
            const NounKind kind = noun_kind(before.lemma);
            const bool subject = before.is(Upos::kPropn) || (before.xpos == "NN" && kind != NounKind::kNone);
            const bool object = after.is(Upos::kDet) || after.is(Upos::kPron) || after.is(Upos::kSconj) ||
                                after.is(Upos::kAdv) || after.fold == "that" || mark_of(after) != Mark::kNone ||
                                (after.is(Upos::kAdp) && after.fold == "for" && word.lemma == "hope");
            if (!subject || !object) continue;
            word.upos = Upos::kVerb;
            word.xpos = "VBZ";
        } else if (word.is(Upos::kAdj) && noun_kind(word.fold) == NounKind::kPerson) {
            const bool determined = before.is(Upos::kDet) || before.is(Upos::kPropn) || before.is(Upos::kAdj);
            if (!determined || after.is_noun() || after.is(Upos::kAdj) || after.text == "-") continue;
            word.upos = Upos::kNoun;
            word.xpos = "NN";
        }
    }
}

bool Page::is_question_label(std::uint32_t i) const {
    const Word& label = words[i];
    return (label.fold == "question" || label.fold == "q") && label.capital && i == line_of(i).words.begin &&
           within(i + 1, i) && words[i + 1].text == ":";
}

std::uint32_t Page::past_time(std::uint32_t i) const {
    constexpr auto kSpans = std::to_array<std::string_view>({"night", "week", "month", "year", "weekend", "evening",
                                                             "afternoon", "morning", "quarter", "summer", "winter"});
    constexpr auto kDays = std::to_array<std::string_view>({"yesterday", "today", "tomorrow", "tonight"});
    if (i >= size()) return i;
    const auto is_day = [&](std::uint32_t k) {
        return within(k, i) && !words[k].is(Upos::kVerb) && !words[k].is(Upos::kAux) &&
               (is_calendar_word(words[k].fold) || text::is_one_of(words[k].fold, kDays));
    };
    const std::string& first = words[i].fold;
    if (is_day(i)) return i + 1;
    if (first == "on") return is_day(i + 1) ? i + 2 : i;
    if (first != "last" && first != "this" && first != "next") return i;
    return is_day(i + 1) || (within(i + 1, i) && text::is_one_of(words[i + 1].fold, kSpans)) ? i + 2 : i;
}

/// Words of the page are the tokens of all sentences in their order.
void Page::mark_names() {
    const record::Syntax& syntax = reading.syntax;
    std::size_t name = 0;
    std::uint32_t word = 0;
    for (const record::Sentence& sentence : syntax.sentences) {
        for (std::uint32_t token = sentence.first_token; token < sentence.last_token; ++token, ++word) {
            while (name < syntax.names.size() && syntax.names[name].words.last <= token) ++name;
            if (name == syntax.names.size() || syntax.names[name].words.first > token) continue;
            const record::NameKind kind = syntax.names[name].kind;
            words[word].hint = kind == record::NameKind::kPerson  ? NameHint::kPerson
                               : kind == record::NameKind::kPlace ? NameHint::kPlace
                                                                  : NameHint::kOrganisation;
            words[word].begins_name = syntax.names[name].words.first == token;
        }
    }
}

/// A quotation ends with its block at the latest: one that goes on over paragraphs opens each of them again.
void Page::mark_quotations() {
    bool open = false, single = false;  // by a single mark
    for (std::size_t l = 0; l < lines.size(); ++l) {
        if (l == 0 || lines[l].block != lines[l - 1].block) open = false;
        for (std::uint32_t i = lines[l].words.begin; i < lines[l].words.end; ++i) {
            const Mark mark = mark_of(words[i]);
            const bool inner = open && single != (mark == Mark::kOpenSingle || mark == Mark::kCloseSingle);
            if (!inner && opens(mark)) {
                open = true;
                single = mark == Mark::kOpenSingle;
            }
            if (!inner && (mark == Mark::kClose || mark == Mark::kCloseSingle)) open = false;
            if (!inner && mark == Mark::kStraight) open = !open;
            if (mark == Mark::kStraight && open && words.size() > i + 1 && words[i + 1].sentence == words[i].sentence) {
                words[i + 1].opens = true;
            }
            words[i].quoted = open || mark != Mark::kNone;
        }
    }
}

/// Capitals tell names only where most words have none. Short words and those with digits do not count.
void Page::mark_style() {
    for (Line& line : lines) {
        int capital = 0, lower = 0;
        for (std::uint32_t i = line.words.begin; i < line.words.end; ++i) {
            if (words[i].fold.size() < 4) continue;
            (words[i].capital ? capital : lower) += 1;
        }
        const Word& end = words[line.words.end - 1];
        const Mark mark = mark_of(end);
        const bool prose =
            end.text == "." || end.text == "?" || end.text == "!" || (mark != Mark::kNone && !opens(mark));
        line.styled = !prose && capital >= 4 && capital >= 4 * lower;
        line.styled = line.styled || (lower == 0 && capital >= 1 && line.words.size() > 1 && all_caps(words, line));
        if (line.block < reading.report.blocks.size()) {
            const record::BlockKind kind = reading.report.blocks[line.block].kind;
            line.headline = kind == record::BlockKind::kHeadline || kind == record::BlockKind::kHeading;
            if (line.headline && capital >= 3 && capital > 2 * lower) line.styled = true;
        }
    }
}

}  // namespace readout::entity
