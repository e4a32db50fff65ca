#pragma once
// A text as lines with what can be seen on each: the material that layout judges.

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "intake/cues.h"
#include "intake/layout.h"
#include "intake/lines.h"
#include "record/report.h"

namespace readout::intake {

struct PageLine {
    Unit unit;
    std::string_view words;    // of the unit
    std::string folded;        // of its first and last few hundred bytes
    std::vector<CueHit> cues;  // in `folded`
    std::size_t word_count = 0;
    bool ends_sentence = false;  // . ! ? … at the end, closing marks aside
    bool is_menu = false;        // short items between bars, arrows or dots
    bool is_bullet = false;
    bool judged = false;  // `kind` is final
    record::BlockKind kind = record::BlockKind::kParagraph;
    std::string publisher;
};

/// Lines, and the range of them that is article: before it lies the head, behind it the tail.
struct Page {
    std::string_view text;
    LayoutHints hints;
    std::vector<PageLine> lines;
    bool live = false;  // a live blog: lines begin with time stamps
    std::size_t body_begin = 0, body_end = 0;
    std::set<std::string_view> labels;  // of a transcript's speakers ("PRESENTER"); empty when it is none
};

Page page_of(std::string_view text, const LayoutHints& hints);

/// Size in bytes of a speaker's label at the head of a line ("BILYK:", "ZADOROZHNY (through interpreter):"), 0 if none.
std::size_t label_size(std::string_view words);

/// The speaker's label without its colon and what stands in brackets behind the name; empty when there is none.
std::string_view label_of(std::string_view words);

/// The line is a turn in a transcript.
bool is_turn(const Page& page, const PageLine& line);

/// Words that could head a text or a section: short, no sentence, not a quotation that someone says.
bool looks_like_heading(const PageLine& line, std::size_t most_words);

/// Judges menus, legal notices, credits, corrections, captions, footnotes and time stamps.
void judge_furniture(Page& page);

/// Judges mastheads, section line, headline, deck, byline; and the headings between paragraphs.
void judge_head(Page& page);
void judge_headings(Page& page);

/// Finds an article of another publisher inside the text, and marks it, the words about it, and its notes.
void judge_republished(Page& page);

/// Notes on a laid-out text. `blocks` are final.
std::vector<record::Note> notes_on(const Page& page, const std::vector<record::Block>& blocks,
                                   std::string_view language);

}  // namespace readout::intake
