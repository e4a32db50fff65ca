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
    return words.find("   ") != std::string_view::npos || words.find(" | ") != std::string_view::npos ||
           words.find("  |") != std::string_view::npos;
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
    if (cue->strong) return true;
    std::string_view rest = line.words;
    const std::size_t space = rest.find_first_of(" :");
    if (space == std::string_view::npos) return false;
    const bool colon = rest[space] == ':';
    rest = base::trim(rest.substr(space + 1));
    if (rest.empty() || !text::is_upper(text::decode_at(rest, 0).point)) return false;
    const bool preposition =
        cue->phrase == "^by" || cue->phrase == "^von" || cue->phrase == "^par" || cue->phrase == "^por";
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
        if (line.judged || (page_.transcript && label_size(line.words) > 0)) return;
        if (is_byline(line) || (i > 0 && is_credit(line))) return set(line, BlockKind::kByline);
        if (is_masthead(line, page_.hints.outlet)) return set(line, BlockKind::kMasthead);
        if (line.is_menu && !line.is_bullet) return set(line, BlockKind::kChrome);
    }

    /// The candidates are what is left of the head. Above a masthead they belong to it; of the others the first is the
    /// headline, unless it is a section's name above a longer one.
    void find_headline() {
        const bool titled = std::any_of(page_.lines.begin(), page_.lines.begin() + static_cast<std::ptrdiff_t>(end_),
                                        [](const PageLine& l) { return l.kind == BlockKind::kHeadline; });
        std::size_t first = 0;
        for (std::size_t i = 0; i < end_; ++i) {
            if (page_.lines[i].kind == BlockKind::kMasthead && !titled) first = i + 1;
        }
        for (std::size_t i = 0; i < first; ++i) {
            PageLine& line = page_.lines[i];
            if (!line.judged && line.word_count <= 12 && looks_like_heading(line, 12)) set(line, BlockKind::kMasthead);
        }
        if (titled) return;
        std::vector<std::size_t> candidates;
        for (std::size_t i = first; i < end_; ++i) {
            if (!page_.lines[i].judged && looks_like_heading(page_.lines[i], 30)) candidates.push_back(i);
        }
        if (candidates.empty()) return;
        PageLine& top = page_.lines[candidates[0]];
        const bool section = candidates.size() > 1 && candidates[1] == candidates[0] + 1 && top.word_count <= 2 &&
                             !is_upper(top.words) && page_.lines[candidates[1]].word_count > 3;
        set(top, section ? BlockKind::kHeading : BlockKind::kHeadline);
        if (section) set(page_.lines[candidates[1]], BlockKind::kHeadline);
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
            if (labelled || deck) set(line, BlockKind::kHeadline);
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
    if (page.transcript && label_size(line.words) > 0) return false;
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
