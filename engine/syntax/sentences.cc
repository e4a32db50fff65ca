// A sentence ends behind a full stop, question mark, exclamation mark or ellipsis and the closing marks after it,
// unless what follows shows that it goes on: a small letter, a name after an abbreviated title, the speaker of a quoted
// question ("Why?" Mr Jones asked). Which quotation marks close is said by marks.h.

#include "syntax/sentences.h"

#include <algorithm>
#include <array>

#include "syntax/abbreviations.h"
#include "syntax/marks.h"
#include "syntax/tokenizer.h"
#include "text/fold.h"
#include "text/list.h"
#include "text/utf8.h"

namespace readout::syntax {
namespace {

using text::Span;

constexpr auto kSpeechVerbs =
    std::to_array<std::string_view>({"said",    "says",    "asked",     "asks",     "told",     "added",   "wrote",
                                     "writes",  "replied", "exclaimed", "demanded", "wondered", "shouted", "continued",
                                     "tweeted", "posted",  "answered",  "declared", "insisted", "warned"});

constexpr std::size_t kMaxClosing = 12;  // tokens behind a stop that may belong to it

enum class Stop : unsigned char { kNone, kFull, kAsking, kEllipsis, kAbbreviation };

class Splitter {
  public:
    Splitter(std::string_view text, std::span<const Span> tokens, LineBreak line_break)
        : text_(text), tokens_(tokens), line_break_(line_break), marks_(uses_of_marks(text, tokens, false)) {}

    std::vector<std::size_t> run();

  private:
    std::string_view word(std::size_t i) const { return text::words_at(text_, tokens_[i]); }
    bool space_before(std::size_t i) const { return i == 0 || tokens_[i - 1].end < tokens_[i].begin; }
    bool closes(std::size_t i) const;
    bool broken_between(std::size_t i) const;
    Stop stop_at(std::size_t i) const;
    bool ends(std::size_t first, std::size_t stop, std::size_t next) const;
    std::size_t note_end(std::size_t i) const;
    bool ends_abbreviation(std::string_view abbreviated, std::size_t next) const;
    bool speaker_follows(std::size_t next) const;
    bool starts_upper(std::size_t i) const;
    bool starts_lower(std::size_t i) const;
    std::size_t word_after_marks(std::size_t i) const;

    std::string_view text_;
    std::span<const Span> tokens_;
    LineBreak line_break_;
    std::vector<MarkUse> marks_;
};

/// A mark that belongs to what stands before it: a closing bracket or quotation mark.
bool Splitter::closes(std::size_t i) const {
    static constexpr auto kClosers = std::to_array<std::string_view>({")", "]", "}", "」", "』"});
    return marks_[i].side == MarkSide::kCloses || text::is_one_of(word(i), kClosers);
}

/// A line break between tokens i and i + 1 that ends a sentence.
bool Splitter::broken_between(std::size_t i) const {
    const std::string_view gap = text_.substr(tokens_[i].end, tokens_[i + 1].begin - tokens_[i].end);
    const std::size_t first = gap.find('\n');
    if (first == std::string_view::npos) return false;
    return line_break_ == LineBreak::kEndsSentence || gap.find('\n', first + 1) != std::string_view::npos;
}

Stop Splitter::stop_at(std::size_t i) const {
    const std::string_view mark = word(i);
    const char last = mark.back();
    if (mark == ".") return Stop::kFull;
    if (last == '!' || last == '?') return Stop::kAsking;
    if (mark == "…") return Stop::kEllipsis;
    if (last != '.') {
        return mark == "。" ? Stop::kFull : mark == "？" || mark == "！" ? Stop::kAsking : Stop::kNone;
    }
    return mark.front() == '.' ? Stop::kEllipsis : Stop::kAbbreviation;
}

bool Splitter::starts_upper(std::size_t i) const {
    return text::is_upper(text::decode_at(text_, tokens_[i].begin).point);
}

bool Splitter::starts_lower(std::size_t i) const {
    const char32_t point = text::decode_at(text_, tokens_[i].begin).point;
    return text::is_letter(point) && !text::is_upper(point) && point < 0x2000;
}

/// The first token from `i` on that is no opening mark (at most three are passed over).
std::size_t Splitter::word_after_marks(std::size_t i) const {
    const std::size_t most = std::min(i + 3, tokens_.size() - 1);
    while (i < most) {
        const std::string_view mark = word(i);
        if (quote_size_at(text_, tokens_[i].begin) != mark.size() && mark != "(" && mark != "[" && mark != "''" &&
            mark != "``") {
            break;
        }
        ++i;
    }
    return i;
}

/// "Mr Jones asked" behind a quoted question.
bool Splitter::speaker_follows(std::size_t next) const {
    for (std::size_t i = next; i < std::min(next + 5, tokens_.size()); ++i) {
        const std::string_view here = word(i);
        if (std::find(kSpeechVerbs.begin(), kSpeechVerbs.end(), here) != kSpeechVerbs.end()) return i > next;
        if (!starts_upper(i)) return false;
    }
    return false;
}

bool Splitter::ends_abbreviation(std::string_view abbreviated, std::size_t next) const {
    const std::size_t at = word_after_marks(next);
    if (!starts_upper(at)) return false;
    const bool starter = begins_sentences(word(at));
    switch (abbreviation(abbreviated.substr(0, abbreviated.size() - 1))) {
        case Abbreviation::kTitle:
        case Abbreviation::kNumbered:
            return false;
        case Abbreviation::kClosing:
            return !follows_clock_time(word(at));
        case Abbreviation::kInitial:
            return starter && word(at).size() > 1;
        case Abbreviation::kNone:
            return abbreviated.size() > 3 ? starter : false;  // "1." numbers an item
        default:
            return starter || at > next;
    }
}

/// Behind a footnote's number ("[12]"), or `i`.
std::size_t Splitter::note_end(std::size_t i) const {
    if (i + 2 >= tokens_.size() || word(i) != "[" || word(i + 2) != "]") return i;
    const std::string_view number = word(i + 1);
    return number.size() <= 3 && text::is_digit(static_cast<unsigned char>(number[0])) ? i + 3 : i;
}

/// Does the stop at token `stop` (with closing marks behind it) end the sentence from `first` before token `next`?
bool Splitter::ends(std::size_t first, std::size_t stop, std::size_t next) const {
    const Stop kind = stop_at(stop);
    const bool quoted = next > stop + 1 && word(next - 1) != "]";
    const std::size_t at = word_after_marks(next);
    const std::string_view after = word(next);
    if (after == "," || after == ";" || after == ":") return false;
    if (!space_before(next) && stop_at(next) != Stop::kNone && stop_at(next) != Stop::kAbbreviation) return false;
    const bool item =
        stop == first + 1 && tokens_[first].size() <= 2 && text::is_digit(static_cast<unsigned char>(word(first)[0]));
    if (item && kind == Stop::kFull) return false;  // "2. The pledge"
    if (kind == Stop::kAbbreviation) return ends_abbreviation(word(stop), next);
    if (kind == Stop::kEllipsis) return starts_upper(at) && (!quoted || !speaker_follows(next));
    if (kind == Stop::kAsking && !space_before(next) && !quoted) return false;
    if (quoted && (after == "-" || after == "–" || after == "—" || after == "--")) return false;
    if (starts_lower(at)) {
        if (quoted || kind == Stop::kAsking || stop == 0) return false;
        return tokens_[stop - 1].size() > 5 && tokens_[stop].end < tokens_[next].begin;
    }
    if (kind == Stop::kFull && !space_before(next) && !quoted) return starts_upper(at);
    return !(quoted && speaker_follows(next));
}

std::vector<std::size_t> Splitter::run() {
    std::vector<std::size_t> cuts;
    std::size_t first = 0;
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
        bool cut = broken_between(i) || i + 1 - first >= kMaxSentenceTokens;
        if (!cut && stop_at(i) != Stop::kNone) {
            std::size_t next = i + 1;
            while (next < tokens_.size() && next - i <= kMaxClosing && !broken_between(next - 1)) {
                const std::size_t behind_note = note_end(next);
                if (behind_note == next && !closes(next)) break;
                next = std::max(next + 1, behind_note);
            }
            if (next == tokens_.size()) break;
            cut = broken_between(next - 1) || ends(first, i, next);
            i = next - 1;
        }
        if (!cut) continue;
        cuts.push_back(i + 1);
        first = i + 1;
    }
    if (!tokens_.empty()) cuts.push_back(tokens_.size());
    return cuts;
}

}  // namespace

std::vector<std::size_t> sentence_ends(std::string_view text, std::span<const Span> tokens, LineBreak line_break) {
    return Splitter(text, tokens, line_break).run();
}

}  // namespace readout::syntax
