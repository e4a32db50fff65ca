#pragma once
// What one outlet published: its text, the kinds of its parts, and when.

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "record/ids.h"
#include "text/span.h"

namespace readout::record {

using base::Day;
using base::DayRange;
using text::Span;

enum class BlockKind : unsigned char {
    kHeadline,
    kByline,
    kDateline,
    kParagraph,
    kHeading,
    kCaption,
    kList,
    kTable,
    kRepublished,  // text of another publisher
    kCommentary,   // the republisher's own words
    kFootnote,
    kDisclaimer,
    kChrome,
    kMasthead,
    kTrailer,
};

/// Blocks lie in text order and do not overlap; white space between them belongs to none.
struct Block {
    Span span;
    BlockKind kind = BlockKind::kParagraph;
    std::string publisher;  // of a republished block; empty when the report's outlet
};

/// Disclaimers, chrome, mastheads and trailers yield no statements and no events.
constexpr bool carries_news(BlockKind kind) {
    return kind != BlockKind::kDisclaimer && kind != BlockKind::kChrome && kind != BlockKind::kMasthead &&
           kind != BlockKind::kTrailer;
}

enum class NoteKind : unsigned char {
    kMachineTranslated,
    kAutoblogTrailer,
    kDateConflict,
    kRepublished,
    kMixedLanguage,
    kUnclosedQuote,
    kTruncated,
    kCorrection,
    kUpdate,
    kAgencyCredit,
    kArchivedPage,
    kTranscript,
    kRadio,
    kOcr,
    kBadEncoding,
    kUnsupportedLanguage,
    kLimit,
};

/// Something odd that a reader should know. `why` is a short sentence.
struct Note {
    Span span;
    NoteKind kind = NoteKind::kLimit;
    std::string why;
};

enum class DatingRole : unsigned char { kFiled, kPublished, kUpdated, kCrawled, kMasthead };
enum class DatingBasis : unsigned char { kMetadata, kUrl, kDateline, kArticleId, kInText, kFile };
enum class Precision : unsigned char { kDay, kWeek, kMonth, kYear, kInterval };

/// A publication date that the page states or implies. `evidence` is absent when it lies outside the text.
struct Dating {
    DatingRole role = DatingRole::kPublished;
    DayRange range;
    DatingBasis basis = DatingBasis::kMetadata;
    std::optional<Span> evidence;
};

/// The judgement on all datings.
struct Published {
    DayRange range;
    Precision precision = Precision::kDay;
    DatingBasis basis = DatingBasis::kMetadata;
};

enum class SourceFormat : unsigned char { kText, kJsonl, kHtml, kWarc, kFeed };

struct Source {
    std::vector<std::string> files;  // base names, sorted
    SourceFormat format = SourceFormat::kText;
};

/// Spans count bytes of `text` (UTF-8, at most 4 MiB).
/// `id` hashes text, title, url, outlet, published and given id as they came in; never path, order or clock.
/// `name` is the given id or the file's base name without ending; the pipeline makes names unique within a run.
struct Report {
    ReportId id;
    std::string name;
    Source source;
    std::string url, outlet, agency, title, byline, dateline, language;  // empty = none; language is ISO 639-1
    std::string given_published;                                         // as it came in, for dating
    std::optional<Published> published;
    std::vector<Dating> datings;
    std::string text;
    std::vector<Block> blocks;
    std::vector<Note> notes;
};

}  // namespace readout::record
