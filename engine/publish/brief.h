#pragma once
// The brief: a story on a page, for people. A plain model that the printers (brief_text.h, brief_markdown.h,
// brief_html.h) lay out; all three show the same content.
//
// Every line is words of a report or a fixed phrase, followed by where it stands. The brief takes no side: camps stand
// in the order of their support, and nothing is called true.
//
//     Story ── Section ── Group ── Line       « denied: “that the talks had failed” »  « reported by X [3:120-148] »
//                           ├───── Part          words: phrase, quote                    credit: phrase, name, cite
//                           │       └── Line
//                           └───── Column
//                                   └── Line

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "record/reading.h"

namespace readout::publish {

/// Where words stand: [begin, end) in code points of the text of source number `source`. begin == end: the report as a
/// whole.
struct BriefCite {
    int source = 0;
    std::uint32_t begin = 0, end = 0;
};

/// A run of one voice. Words are one line of valid UTF-8: white space is collapsed, control characters and marks that
/// turn the writing direction are shown as U+FFFD.
struct Piece {
    enum class Kind : unsigned char {
        kPhrase,  // fixed words of the brief
        kName,    // who: a resolved name, or how the report names them
        kQuote,   // words of a report
        kMarked,  // the words within a quotation that matter most
        kCite,    // `cite`; no words
    };
    Kind kind = Kind::kPhrase;
    std::string words;
    BriefCite cite;
};
using Pieces = std::vector<Piece>;

struct Line {
    Pieces words;
    Pieces credit;         // who says and prints it, and where; may be empty
    bool relayed = false;  // told by another than the one who is said to have said it
};

/// A part of a group with a heading of its own: what one speaker of a party says.
struct Part {
    Pieces heading;
    std::string remark;
    std::vector<Line> lines;
    std::string more;  // "and 7 more", or empty
};

/// A part that stands beside another: a camp of a dispute, the words of a copy and of its source, before and after.
using Column = Part;

struct Group {
    Pieces heading;  // may be empty
    std::string remark;
    std::vector<Line> lines;
    std::vector<Column> columns;
    std::string more;
    std::vector<Part> parts{};  // behind the lines
};

enum class SectionKind : unsigned char {
    kHeadlines,
    kParties,
    kDisputes,
    kUnanswered,
    kTimeline,
    kSaid,
    kRelayed,
    kMoves,
    kCopies,
    kNotes,
};

struct Section {
    SectionKind kind = SectionKind::kParties;
    std::string title;
    std::string remark;  // a sentence on how to read it, or that nothing was found
    std::vector<Group> groups;
    std::string more;
};

/// A report as the brief lists it. Empty = not known. `number` is what cites give; numbers run through the brief.
struct BriefSource {
    int number = 0;
    std::string label;  // outlet, else agency, else name
    std::string name;   // of the report; empty when the label says it
    std::string title, url;
    std::string published;  // "12 October 1986 (as the dateline says)"
    std::string remark;     // "copy of [1]"
};

struct StoryBrief {
    std::string id;
    std::string title;
    std::vector<std::string> summary;  // sentences
    std::vector<Section> sections;     // those without content are left out, but for disputes
    std::vector<BriefSource> sources;
};

/// Stories with most reports first.
struct Brief {
    std::string remark;  // how many stories and reports; empty for one story
    std::vector<StoryBrief> stories;
    std::string more;  // what was left out
};

/// How much is shown. What lies over a limit is counted in a `more`.
struct BriefLimits {
    std::size_t stories = 20, single_stories = 20;
    std::size_t headlines = 5, parties = 12, disputes = 30, camp_lines = 6, questions = 20, days = 60, day_lines = 8;
    std::size_t speakers = 32, speaker_lines = 12, relays = 16, copies = 40, altered = 8, notes = 30, sources = 400;
    std::size_t single_lines = 6;   // statements and events of a story with one report
    std::size_t quote_bytes = 360;  // a longer quotation is cut at a word, with "…"
};

/// Builds the brief of all stories, or of those in `only` (by id; empty = all). A pure function: nothing depends on the
/// order of `readings`. REQUIRES: readings hold every report that the weave names. Thread-safe.
Brief build_brief(const std::vector<const record::Reading*>& readings, const record::Weave& weave,
                  const std::vector<record::StoryId>& only = {}, const BriefLimits& limits = {});

/// The stories of a weave in the order of the brief: most reports first, then the earlier, then by id.
std::vector<const record::Story*> stories_by_size(const record::Weave& weave);

}  // namespace readout::publish
