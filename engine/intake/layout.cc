// From judged lines to blocks: datelines, time stamps, credits and updates inside a paragraph's line become blocks of
// their own.
#include "intake/layout.h"

#include <algorithm>
#include <optional>

#include "base/table.h"
#include "intake/dateline.h"
#include "intake/language.h"
#include "intake/page.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace readout::intake {
namespace {

using record::Block;
using record::BlockKind;
using text::Span;

bool is_story(BlockKind kind) {
    return kind == BlockKind::kParagraph || kind == BlockKind::kRepublished || kind == BlockKind::kCommentary;
}

/// One to three capitalised words, no point behind them: "AGENCE SAHEL", "Prensa Altiplano", "AFP".
bool is_credit_name(std::string_view name) {
    if (name.empty() || !text::is_letter(text::decode_before(name, name.size()).point)) return false;
    std::size_t count = 0;
    for (std::size_t at = 0; at < name.size(); ++count) {
        if (!text::is_upper(text::decode_at(name, at).point)) return false;
        const std::size_t space = name.find(' ', at);
        at = space == std::string_view::npos ? name.size() : space + 1;
    }
    return count <= 3;
}

bool is_credit(std::string_view words) {
    return is_agency(words) || first_of(find_cues(text::fold(words)), Cue::kTrailer).has_value();
}

bool ends_sentence_at(std::string_view words, std::size_t end) {
    const std::string_view before = base::trim(words.substr(0, end));
    if (before.empty()) return false;
    return std::string_view(".!?").find(before.back()) != std::string_view::npos || before.ends_with("\u201D");
}

/// "… as planned. (AP)", "… (Reporting by Ann Lee)": bytes from the bracket on.
std::size_t bracketed_credit(std::string_view words, std::size_t from) {
    const std::size_t open = words.rfind('(');
    if (open == std::string_view::npos || open < from || !ends_sentence_at(words, open)) return 0;
    return is_credit(words.substr(open + 1, words.size() - open - 2)) ? words.size() - open : 0;
}

/// "… as planned. — With a report from Bo Ek", "… – BNA".
std::size_t dashed_credit(std::string_view words, std::size_t from) {
    for (const std::string_view dash : {"\u2014", "\u2013 ", "-- ", "- "}) {
        const std::size_t at = words.rfind(dash);
        if (at == std::string_view::npos || at < from || at < 2 || words[at - 1] != ' ') continue;
        const std::string_view behind = base::trim(words.substr(at + dash.size()));
        if (ends_sentence_at(words, at) && (is_credit(behind) || is_credit_name(behind))) return words.size() - at;
    }
    return 0;
}

/// "… as planned. AGENCE SAHEL": nothing but a point before the name.
std::size_t bare_credit(std::string_view words, std::size_t from) {
    const std::size_t point = words.rfind('.');
    if (point == std::string_view::npos || point < from || point + 2 >= words.size()) return 0;
    std::size_t begin = point + 1;
    for (const std::string_view mark : {"\u201D", "\u2019", "\"", "'", ")"}) {
        if (words.substr(begin).starts_with(mark)) begin += mark.size();
    }
    if (begin >= words.size() || words[begin] != ' ') return 0;
    // "Mr. Smith", "U.S. Navy": a short word before the point is an abbreviation.
    const std::size_t space = words.rfind(' ', point);
    const std::size_t word = space == std::string_view::npos ? 0 : space + 1;
    if (point - word <= 4 && text::is_upper(text::decode_at(words, word).point)) return 0;
    const std::string_view name = base::trim(words.substr(begin));
    return is_credit_name(name) ? name.size() : 0;
}

/// The size in bytes of the agency's or writer's name behind the last sentence, 0 when there is none.
std::size_t credit_size(std::string_view words) {
    constexpr std::size_t kLongestCredit = 160;
    constexpr std::size_t kShortestText = 24;
    if (words.size() < kShortestText) return 0;
    const std::size_t from = words.size() - std::min(words.size(), kLongestCredit);
    if (words.ends_with(')')) return bracketed_credit(words, from);
    const std::size_t dashed = dashed_credit(words, from);
    return dashed > 0 ? dashed : bare_credit(words, from);
}

/// Where a marker in capitals begins a note inside a paragraph: "… to see it. UPDATE (Thursday): four, not three."
std::size_t update_begin(std::string_view words) {
    for (const std::string_view marker : {"UPDATE", "CORRECTION", "CLARIFICATION", "EDITOR'S NOTE"}) {
        const std::size_t at = words.find(marker);
        if (at == std::string_view::npos || at < 2 || words[at - 1] != ' ') continue;
        const std::string_view behind = words.substr(at + marker.size());
        const bool marked = behind.starts_with(':') || behind.starts_with(" (");
        if (marked && std::string_view(".!?)]").find(words[at - 2]) != std::string_view::npos) return at;
    }
    return words.size();
}

class BlockMaker {
  public:
    BlockMaker(const Page& page, Layout& layout) : page_(page), layout_(layout) {}

    void make() {
        for (std::size_t i = 0; i < page_.lines.size(); ++i) {
            const PageLine& line = page_.lines[i];
            if (is_story(line.kind)) {
                const bool new_text = i > 0 && page_.lines[i - 1].kind != line.kind;
                if (new_text && line.kind == BlockKind::kRepublished) since_heading_ = 0;
                make_story(line);
            } else {
                add(line.unit.span, line.kind, line.publisher);
                if (line.kind == BlockKind::kDateline) take_agency(dateline_agency(line.words));
                if (line.kind == BlockKind::kHeadline || line.kind == BlockKind::kDateline) since_heading_ = 0;
            }
        }
    }

  private:
    void add(Span span, BlockKind kind, const std::string& publisher) {
        span = trimmed(page_.text, span);
        if (!span.empty()) layout_.blocks.push_back({span, kind, publisher});
    }

    void take_agency(const std::string& agency) {
        if (layout_.agency.empty()) layout_.agency = agency;
    }

    /// A paragraph, perhaps with a dateline or a time stamp before it and a credit or an update behind it.
    void make_story(const PageLine& line) {
        Span span = line.unit.span;
        constexpr std::size_t kNearHead = 2;
        const auto dateline = find_dateline(line.words, since_heading_ < kNearHead && page_.labels.empty());
        std::uint32_t lead = dateline ? dateline->size : 0;
        if (lead == 0 && since_heading_ < kNearHead) lead = quoted_lead(line.words);
        if (lead == 0 && page_.live) lead = time_stamp_size(line.words);
        if (lead > 0) {
            add({span.begin, span.begin + lead}, BlockKind::kDateline, line.publisher);
            if (dateline) take_agency(dateline->agency);
            span.begin += lead;
        }
        ++since_heading_;
        Span tail{span.end, span.end};
        const std::string_view rest = words_at(page_.text, span);
        const std::size_t update = update_begin(rest);
        const std::size_t credit = page_.labels.empty() ? credit_size(rest) : 0;
        if (update < rest.size()) {
            tail.begin = span.begin + static_cast<std::uint32_t>(update);
        } else if (credit > 0) {
            tail.begin = span.end - static_cast<std::uint32_t>(credit);
        }
        add({span.begin, tail.begin}, line.kind, line.publisher);
        add(tail, BlockKind::kTrailer, "");
    }

    /// The dateline of a republished article stands behind its opening quotation mark.
    [[nodiscard]] std::uint32_t quoted_lead(std::string_view words) const {
        for (const std::string_view mark : {"\u201C", "\""}) {
            if (!words.starts_with(mark)) continue;
            const auto inner = find_dateline(words.substr(mark.size()), false);
            if (inner) return inner->size + static_cast<std::uint32_t>(mark.size());
        }
        return 0;
    }

    const Page& page_;
    Layout& layout_;
    std::size_t since_heading_ = 0;  // paragraphs since the last heading
};

std::string first_words(std::string_view text, const std::vector<Block>& blocks, BlockKind kind) {
    const auto at = std::find_if(blocks.begin(), blocks.end(), [&](const Block& b) { return b.kind == kind; });
    return at == blocks.end() ? "" : std::string(words_at(text, at->span));
}

/// The first headline above the story; the headings inside it are no title.
std::string headline_of(std::string_view text, const std::vector<Block>& blocks) {
    const auto story = std::find_if(blocks.begin(), blocks.end(), [](const Block& b) { return is_story(b.kind); });
    return first_words(text, {blocks.begin(), story}, BlockKind::kHeadline);
}

}  // namespace

Layout lay_out(std::string_view text, const LayoutHints& hints) {
    Page page = page_of(text, hints);
    judge_furniture(page);
    judge_head(page);
    judge_republished(page);
    judge_headings(page);
    Layout layout;
    BlockMaker(page, layout).make();
    layout.title = std::string(base::trim(hints.title));
    if (layout.title.empty()) layout.title = headline_of(text, layout.blocks);
    layout.byline = first_words(text, layout.blocks, BlockKind::kByline);
    layout.dateline = first_words(text, layout.blocks, BlockKind::kDateline);
    layout.language = language_of(text, layout.blocks);
    layout.notes = notes_on(page, layout.blocks, layout.language);
    return layout;
}

}  // namespace readout::intake
