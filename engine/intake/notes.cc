// What a reader should know about a text: who translated, corrected or archived it, and what is broken in it.
#include <algorithm>
#include <array>
#include <string>

#include "base/table.h"
#include "intake/dateline.h"
#include "intake/language.h"
#include "intake/page.h"
#include "record/names.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace readout::intake {
namespace {

using record::Block;
using record::BlockKind;
using record::Note;
using record::NoteKind;
using text::Span;

constexpr std::size_t kMaxOfKind = 20;  // notes of one kind: more tell nothing new

class NoteTaker {
  public:
    NoteTaker(const Page& page, const std::vector<Block>& blocks, std::string_view language)
        : page_(page), blocks_(blocks), language_(language) {}

    std::vector<Note> take() {
        for (const PageLine& line : page_.lines) take_cues(line);
        take_line_limit();
        take_machine_signs();
        take_republished();
        take_transcript();
        take_radio();
        take_languages();
        take_credits();
        take_mojibake();
        take_end();
        take_unclosed();
        return std::move(notes_);
    }

  private:
    void add(Span span, NoteKind kind, std::string why) {
        Taken& taken = taken_[static_cast<std::size_t>(kind)];
        if (taken.count == kMaxOfKind || (taken.count > 0 && taken.last == span)) return;
        ++taken.count;
        taken.last = span;
        notes_.push_back({span, kind, std::move(why)});
    }
    [[nodiscard]] bool has(NoteKind kind) const { return taken_[static_cast<std::size_t>(kind)].count > 0; }
    [[nodiscard]] std::string_view words(Span span) const { return words_at(page_.text, span); }

    /// Story paragraphs may use the same words of something else; furniture says them of this text.
    [[nodiscard]] static bool is_furniture(const PageLine& line) {
        return line.judged && line.kind != BlockKind::kRepublished && line.kind != BlockKind::kList;
    }

    /// A word like "archive" alone counts only in the page's own furniture.
    [[nodiscard]] static bool is_archive_place(const PageLine& line) {
        return line.kind == BlockKind::kMasthead || line.kind == BlockKind::kChrome ||
               line.kind == BlockKind::kTrailer || line.kind == BlockKind::kDisclaimer;
    }

    void take_cues(const PageLine& line) {
        const bool furniture = is_furniture(line);
        const Span span = line.unit.span;
        for (const CueHit& hit : line.cues) {
            switch (hit.cue) {
                case Cue::kAutoblog:
                    add(span, NoteKind::kAutoblogTrailer, "the trailer of an auto-blogging plugin");
                    add(span, NoteKind::kMachineTranslated,
                        "the plugin that leaves this trailer translates by machine");
                    break;
                case Cue::kMachine:
                    if (furniture || line.word_count < 40) add(span, NoteKind::kMachineTranslated, "the page says so");
                    break;
                case Cue::kCorrection:
                    if (furniture || line.word_count < 60) add(span, NoteKind::kCorrection, "the page corrects itself");
                    break;
                case Cue::kUpdate:
                    if (furniture) add(span, NoteKind::kUpdate, "the page says that it was changed");
                    break;
                case Cue::kArchived:
                    if (furniture && (hit.strong || is_archive_place(line)))
                        add(span, NoteKind::kArchivedPage, "a page out of an archive, or dated anew");
                    break;
                case Cue::kOcr:
                    if (furniture) add(span, NoteKind::kOcr, "read by a machine from a picture");
                    break;
                case Cue::kRadio:
                    if (furniture || !page_.labels.empty()) add(span, NoteKind::kRadio, "the text of a broadcast");
                    break;
                case Cue::kTruncated:
                    add(span, NoteKind::kTruncated, "the text goes on elsewhere");
                    break;
                case Cue::kTranscript:
                    if (furniture && (hit.strong || !page_.labels.empty()))
                        add(span, NoteKind::kTranscript, "the page says so");
                    break;
                default:
                    break;
            }
        }
    }

    void take_line_limit() {
        if (page_.lines.size() < kMaxUnits) return;
        add(page_.lines.back().unit.span, NoteKind::kLimit, "too many lines: what is left was taken as one");
    }

    /// Two different turns of phrase that machines produce, when no line says that a machine translated.
    void take_machine_signs() {
        if (has(NoteKind::kMachineTranslated)) return;
        std::string_view first_phrase;
        Span first;
        for (const PageLine& line : page_.lines) {
            for (const CueHit& hit : line.cues) {
                if (hit.cue != Cue::kMachineSign || hit.phrase == first_phrase) continue;
                if (first_phrase.empty()) {
                    first_phrase = hit.phrase;
                    first = line.unit.span;
                    continue;
                }
                add(first, NoteKind::kMachineTranslated, "wording that machines produce, here and further on");
                add(line.unit.span, NoteKind::kMachineTranslated, "wording that machines produce");
                return;
            }
        }
    }

    void take_republished() {
        for (std::size_t i = 0; i < page_.lines.size(); ++i) {
            const PageLine& line = page_.lines[i];
            if (line.kind != BlockKind::kRepublished) continue;
            Span hull = line.unit.span;
            for (const PageLine& other : page_.lines) {
                if (other.kind == BlockKind::kRepublished) hull = text::hull(hull, other.unit.span);
            }
            const std::string from = line.publisher.empty() ? "another publisher" : line.publisher;
            add(hull, NoteKind::kRepublished, "an article of " + from);
            const bool told = i > 0 && page_.lines[i - 1].kind == BlockKind::kCommentary;
            if (told) add(page_.lines[i - 1].unit.span, NoteKind::kRepublished, "says that what follows is another's");
            return;
        }
    }

    void take_transcript() {
        if (page_.labels.empty() || has(NoteKind::kTranscript)) return;
        for (const PageLine& line : page_.lines) {
            if (!is_turn(page_, line)) continue;
            const std::size_t size = label_size(line.words);
            const std::uint32_t begin = line.unit.span.begin;
            return add({begin, begin + static_cast<std::uint32_t>(size)}, NoteKind::kTranscript,
                       "turns with the speakers' labels");
        }
    }

    /// A transcript on a page whose head or outlet names a station.
    void take_radio() {
        if (has(NoteKind::kRadio) || !has(NoteKind::kTranscript)) return;
        for (std::size_t i = 0; i < page_.body_begin; ++i) {
            const std::string folded = " " + page_.lines[i].folded + " ";
            if (folded.find(" radio ") == std::string::npos && folded.find(" fm ") == std::string::npos) continue;
            return add(page_.lines[i].unit.span, NoteKind::kRadio, "a transcript of a radio station");
        }
        const std::string outlet = " " + text::fold(page_.hints.outlet) + " ";
        if (outlet.find(" radio ") != std::string::npos && !page_.lines.empty()) {
            add(page_.lines.front().unit.span, NoteKind::kRadio, "a transcript of a radio station");
        }
    }

    void take_languages() {
        const bool english = language_.empty() || language_ == "en";
        if (!english) {
            add(trimmed(page_.text, {0, static_cast<std::uint32_t>(page_.text.size())}), NoteKind::kUnsupportedLanguage,
                "written in " + std::string(language_) + "; only English is read");
        }
        constexpr std::size_t kMaxAsked = 200;  // lines shown to the detector
        std::size_t asked = 0;
        for (const PageLine& line : page_.lines) {
            const auto hit = std::find_if(line.cues.begin(), line.cues.end(),
                                          [](const CueHit& h) { return !h.language.empty() && h.strong; });
            if (hit != line.cues.end() && is_furniture(line) && hit->language != language_) {
                add(line.unit.span, NoteKind::kMixedLanguage, "words in " + std::string(hit->language));
                continue;
            }
            if (line.words.size() < 20 || !(is_furniture(line) || line.word_count >= 12) || asked == kMaxAsked)
                continue;
            ++asked;
            const std::string found = language_of(line.words);
            if (!found.empty() && !language_.empty() && found != language_ && !is_close(line, found)) {
                add(line.unit.span, NoteKind::kMixedLanguage, "words in " + found);
            }
        }
    }

    /// A short English line with foreign names in it fools the detector: it needs more than one sign.
    [[nodiscard]] static bool is_close(const PageLine& line, const std::string& found) {
        const bool beyond = std::any_of(line.words.begin(), line.words.end(), [](char c) { return (c & 0x80) != 0; });
        return (!beyond && line.word_count < 25) || found == "sco" || line.kind == BlockKind::kHeadline ||
               line.kind == BlockKind::kByline;
    }

    void take_credits() {
        std::size_t bylines = 0;
        for (const Block& block : blocks_) {
            const std::string_view said = words(block.span);
            if (block.kind == BlockKind::kDateline && !find_agency(said).empty()) {
                add(block.span, NoteKind::kAgencyCredit, "the dateline names an agency");
            }
            if (block.kind == BlockKind::kByline && bylines++ < kMaxOfKind && names_agency(said)) {
                add(block.span, NoteKind::kAgencyCredit, "the byline names an agency");
            }
            if (block.kind == BlockKind::kTrailer && said.size() < 600) take_inner_update(block.span);
            const bool short_name = said.size() <= 40 && said.find(' ') == said.rfind(' ');
            const bool inline_credit = block.kind == BlockKind::kTrailer && short_name && is_credit_name(said);
            if (inline_credit) add(block.span, NoteKind::kAgencyCredit, "a credit behind the text");
        }
    }
    [[nodiscard]] static bool names_agency(std::string_view byline) {
        const std::string folded = " " + text::fold(byline) + " ";
        for (const std::string_view said : {" agencies ", " news agency ", " wire services ", " wire reports "}) {
            if (folded.find(said) != std::string::npos) return true;
        }
        for (const std::string_view word : base::split(byline, ' ')) {
            const std::size_t end = word.find_first_of(",;:.|)");
            if (is_agency(word.substr(0, end))) return true;
        }
        return false;
    }
    /// An update or a correction that stands behind a paragraph on its line.
    void take_inner_update(Span span) {
        const std::vector<CueHit> hits = find_cues(text::fold(words(span)));
        if (first_of(hits, Cue::kUpdate)) add(span, NoteKind::kUpdate, "the page says that it was changed");
        if (first_of(hits, Cue::kCorrection)) add(span, NoteKind::kCorrection, "the page corrects itself");
    }
    [[nodiscard]] static std::string find_agency(std::string_view dateline) {
        const auto found = find_dateline(std::string(dateline) + " x", true);
        return found ? found->agency : "";
    }
    [[nodiscard]] static bool is_credit_name(std::string_view said) {
        return !said.empty() && said != "Staff" && text::is_upper(text::decode_at(said, 0).point) &&
               std::none_of(said.begin(), said.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
               std::string_view(".!?:)]").find(said.back()) == std::string_view::npos &&
               said.find('/') == std::string_view::npos;
    }

    /// UTF-8 that was read as another charset before it came here: â€™ for ’, Ã© for é.
    void take_mojibake() {
        for (const std::string_view sign :
             {"\u00E2\u20AC\u2122", "\u00E2\u20AC\u0153", "\u00E2\u20AC\u201C", "\u00C3\u00A9", "\u00C3\u00BC",
              "\u00C3\u00B6", "\u00C3\u00A1", "\u00C3\u00B3"}) {
            const std::size_t at = page_.text.find(sign);
            if (at == std::string_view::npos) continue;
            const auto begin = static_cast<std::uint32_t>(at);
            return add({begin, begin + static_cast<std::uint32_t>(sign.size())}, NoteKind::kBadEncoding,
                       "characters that were decoded twice");
        }
    }

    /// The article's last paragraph breaks off.
    void take_end() {
        const auto last =
            std::find_if(blocks_.rbegin(), blocks_.rend(), [](const Block& b) { return carries_news(b.kind); });
        if (last == blocks_.rend() || last->kind != BlockKind::kParagraph) return;
        const std::string_view said = words(last->span);
        if (said.ends_with(']') && said.find('[', said.size() - std::min<std::size_t>(said.size(), 5)) != said.npos)
            return;
        const std::size_t spaces = static_cast<std::size_t>(std::count(said.begin(), said.end(), ' '));
        const char32_t point = text::decode_before(said, said.size()).point;
        const bool dots =
            said.ends_with("...") || said.ends_with("\u2026") || said.ends_with("[\u2026]") || said.ends_with("[...]");
        const bool open = text::is_letter(point) || text::is_digit(point) || point == ',';
        const auto end = last->span.end;
        if (spaces >= 8 && (dots || open)) {
            add({end - static_cast<std::uint32_t>(text::decode_before(said, said.size()).size), end},
                NoteKind::kTruncated, "the last sentence breaks off");
        }
    }

    /// A quotation that a paragraph opens and neither closes nor carries on at the head of the next.
    void take_unclosed() {
        std::vector<const Block*> story;
        for (const Block& block : blocks_) {
            if (block.kind == BlockKind::kParagraph || block.kind == BlockKind::kCommentary) story.push_back(&block);
        }
        for (std::size_t i = 0; i < story.size(); ++i) {
            const std::string_view next = i + 1 < story.size() ? words(story[i + 1]->span) : "";
            note_unclosed(*story[i], next, "\u201C", "\u201D");
            note_unclosed(*story[i], next, "\u00AB", "\u00BB");
            note_unclosed(*story[i], next, "\"", "\"");
        }
    }
    void note_unclosed(const Block& block, std::string_view next, std::string_view open, std::string_view close) {
        const std::string_view said = words(block.span);
        std::size_t last_open = 0, depth = 0;
        bool low = false;  // „ is open: then “ closes
        for (std::size_t at = 0; at < said.size();) {
            const std::string_view rest = said.substr(at);
            const bool opens_low = open == "\u201C" && rest.starts_with("\u201E");
            const bool closes_low = low && rest.starts_with(open);
            const bool opens = !closes_low && (opens_low || (rest.starts_with(open) && (open != close || depth == 0)));
            const bool closes = closes_low || (!opens && rest.starts_with(close));
            if (opens && depth == 0) last_open = at;
            if (opens) ++depth;
            if (closes && depth > 0) --depth;
            low = opens ? opens_low : low && !closes;
            at += opens_low ? 3 : opens || closes_low ? open.size() : closes ? close.size() : 1;
        }
        const bool inch = open == "\"" && last_open > 0 && said[last_open - 1] >= '0' && said[last_open - 1] <= '9';
        if (depth == 0 || next.starts_with(open) || inch) return;
        const std::uint32_t begin = block.span.begin + static_cast<std::uint32_t>(last_open);
        add({begin, begin + static_cast<std::uint32_t>(open.size())}, NoteKind::kUnclosedQuote,
            "this quotation is not closed");
    }

    const Page& page_;
    const std::vector<Block>& blocks_;
    std::string_view language_;
    struct Taken {
        std::size_t count = 0;
        Span last;
    };
    std::array<Taken, record::Names<NoteKind>::kAll.size()> taken_{};
    std::vector<Note> notes_;
};

}  // namespace

std::vector<Note> notes_on(const Page& page, const std::vector<Block>& blocks, std::string_view language) {
    return NoteTaker(page, blocks, language).take();
}

}  // namespace readout::intake
