// Masthead, section line, headline, deck and byline; and the headings between paragraphs.
#include <algorithm>

#include "base/table.h"
#include "intake/dateline.h"
#include "intake/page.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace readout::intake {
namespace {

using record::BlockKind;

void set(PageLine& line, BlockKind kind) {
    line.kind = kind;
    line.judged = true;
}

bool has_wide_gap(std::string_view words) {
    const std::size_t gap = words.find("  ");
    const bool wide = gap != std::string_view::npos && gap > 0 && words[gap - 1] != '.';
    return wide || words.find(" | ") != std::string_view::npos;
}

/// Words that are neither date nor outlet.
std::size_t other_words(const PageLine& line, std::string_view outlet) {
    const std::string name = " " + text::fold(outlet) + " ";
    std::size_t others = 0;
    for (std::size_t at = 0; at < line.folded.size();) {
        const std::size_t end = std::min(line.folded.find(' ', at), line.folded.size());
        const std::string word = line.folded.substr(at, end - at);
        at = end + 1;
        if (is_date_word(word) || name.find(" " + word + " ") != std::string::npos) continue;
        ++others;
    }
    return others;
}

bool is_masthead(const PageLine& line, std::string_view outlet) {
    if (line.word_count > 25) return false;
    const auto cue = first_of(line.cues, Cue::kMasthead);
    if (cue && cue->strong) return true;
    if (cue && has_wide_gap(line.words)) return true;
    const std::string name = text::fold(outlet);
    if (!name.empty() && (line.folded == name || line.folded == "the " + name)) return true;
    if (!has_date(line.words, false)) return false;
    if (other_words(line, outlet) <= 1) return true;
    return has_wide_gap(line.words) || (has_date(line.words, true) && other_words(line, outlet) <= 3);
}

bool is_upper(std::string_view words) {
    return std::none_of(words.begin(), words.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
           std::any_of(words.begin(), words.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// "By Ann Lee and Bo Yu": behind the cue come names, or the cue says it by itself ("Posted by").
bool is_byline(const PageLine& line) {
    const auto cue = first_of(line.cues, Cue::kByline);
    if (!cue || line.word_count > 25) return false;
    const bool strong = std::any_of(line.cues.begin(), line.cues.end(),
                                    [](const CueHit& hit) { return hit.cue == Cue::kByline && hit.strong; });
    if (strong) return true;
    std::string_view rest = line.words;
    const std::size_t space = rest.find_first_of(" :");
    if (space == std::string_view::npos) return false;
    const bool colon = rest[space] == ':';
    rest = base::trim(rest.substr(space + 1));
    if (rest.empty() || !text::is_upper(text::decode_at(rest, 0).point)) return false;
    if (!cue->phrase.starts_with('^')) return !line.ends_sentence && line.word_count <= 8;
    const bool preposition = cue->phrase == "^by" || cue->phrase == "^von" || cue->phrase == "^par" ||
                             cue->phrase == "^por" || cue->phrase == "^from";
    // A long line that begins with "By" and ends with a point is a sentence: "By Friday the road was open."
    if (preposition) {
        const std::string_view first = rest.substr(0, rest.find(' '));
        return !line.ends_sentence && !is_date_word(first) && line.word_count <= 20;
    }
    return colon || line.word_count <= 8;
}

/// "Desk — Translated by machine of …": a short line under the headline that tells of its making.
bool is_credit(const PageLine& line) {
    return first_of(line.cues, Cue::kMachine) && line.word_count <= 20 && !line.ends_sentence;
}

class HeadJudge {
  public:
    explicit HeadJudge(Page& page) : page_(page), title_(base::trim(page.hints.title)) {}

    void judge() {
        end_ = std::min(page_.body_begin, page_.lines.size());
        for (std::size_t i = 0; i < end_; ++i) judge_line(i);
        find_headline();
        judge_rest();
    }

  private:
    void judge_line(std::size_t i) {
        PageLine& line = page_.lines[i];
        if (!title_.empty() && line.words == title_) return set(line, BlockKind::kHeadline);
        if (line.judged || is_turn(page_, line)) return;
        if (is_dateline(line.words)) return set(line, BlockKind::kDateline);
        if (is_byline(line) || (i > 0 && is_credit(line))) return set(line, BlockKind::kByline);
        if (first_of(line.cues, Cue::kTranscript) && line.ends_sentence) return set(line, BlockKind::kMasthead);
        if (is_masthead(line, page_.hints.outlet)) return set(line, BlockKind::kMasthead);
        if (line.is_menu && !line.is_bullet) return set(line, BlockKind::kChrome);
    }

    /// The candidates are what is left of the head. Above a masthead they belong to it if others stand below it; of the
    /// others the first is the headline, unless it is the outlet's or a section's name above a longer one.
    void find_headline() {
        std::vector<std::size_t> above, below;
        bool titled = false;
        for (std::size_t i = 0; i < end_; ++i) {
            const PageLine& line = page_.lines[i];
            if (line.judged && line.kind == BlockKind::kMasthead) {
                above.insert(above.end(), below.begin(), below.end());
                below.clear();
            }
            titled = titled || line.kind == BlockKind::kHeadline;
            if (!line.judged && looks_like_heading(line, 30) && !line.is_bullet) below.push_back(i);
        }
        if (!below.empty()) {
            for (const std::size_t i : above) set(page_.lines[i], BlockKind::kMasthead);
        } else {
            below = above;
        }
        if (!titled && !below.empty()) choose(below);
    }

    /// `candidates` is not empty.
    void choose(const std::vector<std::size_t>& candidates) {
        std::size_t at = 0;
        while (at + 1 < candidates.size() && is_outlet_name(page_.lines[candidates[at]])) {
            set(page_.lines[candidates[at++]], BlockKind::kMasthead);
        }
        PageLine& top = page_.lines[candidates[at]];
        const bool more = at + 1 < candidates.size() && candidates[at + 1] <= candidates[at] + 2;
        const bool section = more && top.word_count <= 3 && page_.lines[candidates[at + 1]].word_count > 3 &&
                             page_.lines[candidates[at + 1]].unit.chunk <= top.unit.chunk + 2;
        set(top, section ? BlockKind::kHeading : BlockKind::kHeadline);
        if (section) set(page_.lines[candidates[at + 1]], BlockKind::kHeadline);
    }

    /// A short line in capitals with a newspaper's word in it, or one whose first words come again in the small print.
    [[nodiscard]] bool is_outlet_name(const PageLine& line) const {
        if (line.word_count <= 4 && is_upper(line.words)) {
            for (const std::string_view word : base::split(line.folded, ' ')) {
                if (is_outlet_word(word)) return true;
            }
        }
        const std::size_t first = line.folded.find(' ');
        if (first == std::string::npos) return false;
        const std::string name = line.folded.substr(0, line.folded.find(' ', first + 1));
        for (std::size_t i = page_.body_end; i < page_.lines.size(); ++i) {
            const PageLine& small = page_.lines[i];
            if (small.judged && small.kind == BlockKind::kDisclaimer && small.folded.starts_with(name)) return true;
        }
        return false;
    }

    /// Under the headline: decks and labelled lines; a short sentence is the article's beginning.
    void judge_rest() {
        bool headed = false;
        for (std::size_t i = 0; i < end_; ++i) {
            PageLine& line = page_.lines[i];
            headed = headed || line.kind == BlockKind::kHeadline;
            if (line.judged) continue;
            const bool labelled = first_of(line.cues, Cue::kHeadline) && line.word_count <= 40;
            const bool deck = headed && (line.is_bullet || looks_like_heading(line, 30));
            const bool tagline = !line.ends_sentence && line.word_count <= 14;
            if (labelled || deck) set(line, BlockKind::kHeadline);
            if (!line.judged && tagline) set(line, headed ? BlockKind::kHeadline : BlockKind::kMasthead);
        }
    }

    Page& page_;
    std::string_view title_;
    std::size_t end_ = 0;
};

/// "2. The border that isn't": a number does not make a sentence.
bool is_heading_between(const Page& page, std::size_t i) {
    const PageLine& line = page.lines[i];
    if (line.is_bullet || i + 1 >= page.lines.size()) return false;
    if (is_turn(page, line)) return false;
    if (!looks_like_heading(line, 12)) return false;
    const bool quoted =
        line.words.starts_with("\u201C") || line.words.starts_with('"') || line.words.starts_with("\u2018");
    if (quoted) return false;
    const PageLine& below = page.lines[i + 1];
    const bool leads = !below.judged && (below.word_count > line.word_count || below.ends_sentence);
    const char32_t last = text::decode_before(line.words, line.words.size()).point;
    const bool closed = last == 0x201D || last == '"';
    return leads && !(closed && line.word_count > 8);
}

}  // namespace

void judge_head(Page& page) {
    HeadJudge(page).judge();
}

void judge_headings(Page& page) {
    for (std::size_t i = page.body_begin; i < page.body_end; ++i) {
        PageLine& line = page.lines[i];
        if (line.judged) continue;
        if (is_heading_between(page, i)) {
            set(line, BlockKind::kHeadline);
        } else if (line.is_bullet) {
            set(line, BlockKind::kList);
        } else if (std::count(line.words.begin(), line.words.end(), '\t') >= 2) {
            set(line, BlockKind::kTable);
        }
    }
}

}  // namespace readout::intake
