// What stands on a page beside the article. A line is judged by the first strong phrase on it; weak phrases, menus and
// addresses count only outside the article.
#include <algorithm>
#include <optional>
#include <set>

#include "base/table.h"
#include "intake/dateline.h"
#include "intake/language.h"
#include "intake/page.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace readout::intake {
namespace {

using record::BlockKind;

constexpr std::size_t kLongestFurniture = 90;  // words; legal notices may be longer

std::optional<BlockKind> kind_of(Cue cue) {
    switch (cue) {
        case Cue::kDisclaimer:
            return BlockKind::kDisclaimer;
        case Cue::kChrome:
            return BlockKind::kChrome;
        case Cue::kTrailer:
        case Cue::kCorrection:
        case Cue::kUpdate:
        case Cue::kAutoblog:
        case Cue::kTruncated:
            return BlockKind::kTrailer;
        case Cue::kCaption:
            return BlockKind::kCaption;
        case Cue::kFootnote:
            return BlockKind::kFootnote;
        default:
            return std::nullopt;
    }
}

bool is_wrapped_in(std::string_view words, char open, char close) {
    return words.size() >= 2 && words.front() == open && words.back() == close;
}

/// "[1] Figures cover …", "[a] …".
bool begins_with_reference(std::string_view words) {
    const std::size_t close = words.substr(0, 5).find(']');
    return words.starts_with('[') && close != std::string_view::npos && close > 1 && close + 1 < words.size();
}

/// "NWAGY14101986000012345ID0042": one long word of capitals and digits.
bool is_article_number(std::string_view words) {
    std::size_t digits = 0;
    for (const char c : words) {
        const bool digit = c >= '0' && c <= '9';
        digits += digit;
        if (!digit && !(c >= 'A' && c <= 'Z') && c != '-' && c != '_' && c != '/') return false;
    }
    return words.size() >= 12 && digits >= 8;
}

/// The initials of desk and typist, "MO/ AH", "BT/jk".
bool is_initials(std::string_view words) {
    if (words.size() < 3 || words.size() > 10 || words.find('/') == std::string_view::npos) return false;
    return std::all_of(words.begin(), words.end(),
                       [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '/' || c == ' '; });
}

bool is_end_mark(std::string_view words) {
    for (const std::string_view mark : {"-30-", "###", "***", "* * *", "END", "(END)", "[ENDS]", "-ENDS-", "- ENDS -",
                                        "\u2013 ENDS \u2013", "-0-", "##"}) {
        if (words == mark) return true;
    }
    return false;
}

bool has_address(std::string_view words) {
    const std::size_t at = words.find('@');
    if (at != std::string_view::npos && words.find('.', at) != std::string_view::npos) return true;
    return words.find("http://") != std::string_view::npos || words.find("https://") != std::string_view::npos ||
           words.find("Tel. ") != std::string_view::npos || words.find("Tel: ") != std::string_view::npos;
}

/// "… (Photo: Ann Lee)", "… Foto: Arhiva".
bool has_picture_credit(const PageLine& line) {
    if (line.word_count > 40) return false;
    for (const std::string_view sign :
         {"(Photo", "(Foto", "Photo:", "Foto:", "Picture:", "Image:", "PHOTO:", "Bild:"}) {
        if (line.words.find(sign) != std::string_view::npos) return true;
    }
    return false;
}

/// "(SIGNATURE TUNE)", "[He takes questions]": a stage direction is a bracketed line that credits nobody.
bool is_stage_direction(const PageLine& line) {
    const bool bracketed = is_wrapped_in(line.words, '(', ')') || is_wrapped_in(line.words, '[', ']');
    return bracketed && line.word_count <= 12 && !begins_with_reference(line.words) && !has_address(line.words);
}

class FurnitureJudge {
  public:
    explicit FurnitureJudge(Page& page) : page_(page) {
        for (std::size_t i = 0; i < page.lines.size(); ++i) has_time_stamps_ += is_time_stamp(page.lines[i]);
    }

    void judge() {
        for (std::size_t i = 0; i < page_.lines.size(); ++i) {
            PageLine& line = page_.lines[i];
            if (line.judged) continue;
            const std::optional<BlockKind> kind = kind_at(i);
            if (kind) set(line, *kind);
            collect_references(line.words);
        }
        spread_notices();
        judge_comments();
        judge_biography();
    }

  private:
    static void set(PageLine& line, BlockKind kind) {
        line.kind = kind;
        line.judged = true;
    }
    static bool is_time_stamp(const PageLine& line) {
        const std::uint32_t size = time_stamp_size(line.words);
        return size > 0 && size == line.words.size();
    }
    [[nodiscard]] bool outside_article(std::size_t i) const { return i < page_.body_begin || i >= page_.body_end; }

    [[nodiscard]] std::optional<BlockKind> kind_at(std::size_t i) const {
        const PageLine& line = page_.lines[i];
        const std::string_view title = base::trim(page_.hints.title);
        if (!title.empty() && line.words == title) return std::nullopt;
        if (has_time_stamps_ >= 2 && is_time_stamp(line)) return BlockKind::kDateline;
        if (first_of(line.cues, Cue::kAutoblog)) return BlockKind::kTrailer;
        if (begins_with_reference(line.words) && is_reference(line.words)) return BlockKind::kFootnote;
        if (is_numbered_note(i)) return BlockKind::kFootnote;
        if (is_article_number(line.words)) return BlockKind::kTrailer;
        if (is_end_mark(line.words)) return BlockKind::kTrailer;
        if (i >= page_.body_begin && is_initials(line.words)) return BlockKind::kTrailer;
        if (const auto kind = by_strong_cue(i)) return kind;
        if (has_picture_credit(line)) return BlockKind::kCaption;
        if (is_stage_direction(line)) return bracketed_kind(i);
        return outside_article(i) ? beside_article(i) : std::nullopt;
    }

    [[nodiscard]] BlockKind bracketed_kind(std::size_t i) const {
        const PageLine& line = page_.lines[i];
        const std::string_view inner = line.words.substr(1, line.words.size() - 2);
        if (first_of(line.cues, Cue::kMachine)) return i < page_.body_begin ? BlockKind::kByline : BlockKind::kTrailer;
        return first_of(line.cues, Cue::kTrailer) || is_agency(inner) ? BlockKind::kTrailer : BlockKind::kCaption;
    }

    [[nodiscard]] std::optional<BlockKind> by_strong_cue(std::size_t i) const {
        const PageLine& line = page_.lines[i];
        const bool quoted = line.words.starts_with("\u201C") || line.words.starts_with('"');
        if (quoted || is_turn(page_, line)) return std::nullopt;
        if (find_dateline(line.words, false)) return std::nullopt;
        const auto byline = first_of(line.cues, Cue::kByline);
        if (i < page_.body_begin && byline && byline->strong) return std::nullopt;
        for (const CueHit& hit : line.cues) {
            const std::optional<BlockKind> kind = kind_of(hit.cue);
            if (!kind || !hit.strong) continue;
            // Deep inside a long line the words may be somebody's: "the site uses cookies, the regulator said".
            const bool early = hit.word < 12 || hit.word * 2 < line.word_count || outside_article(i);
            const bool notice = *kind == BlockKind::kDisclaimer && outside_article(i);
            const bool fits = line.word_count <= kLongestFurniture || notice;
            // A headline may begin like a note: "CORRECTED-Kenya says …", "Update: …".
            const bool heads = i < page_.body_begin && *kind == BlockKind::kTrailer && looks_like_heading(line, 25);
            const bool told = *kind == BlockKind::kCaption && line.word_count > 40;
            if (early && fits && !heads && !told && !is_sentence_with(line, i, *kind, hit)) return kind;
        }
        return std::nullopt;
    }

    /// "Older hands recall …", "UPDATE Mon 06:30. The booking system came back …": in the article a long sentence is
    /// news, though it begins like furniture.
    [[nodiscard]] bool is_sentence_with(const PageLine& line, std::size_t i, BlockKind kind, const CueHit& hit) const {
        const bool opens = hit.word == 0 && line.ends_sentence && !line.is_menu;
        if (hit.cue == Cue::kUpdate) return opens && line.word_count > 24;
        const auto same = std::count_if(line.cues.begin(), line.cues.end(), [&](const CueHit& other) {
            return other.strong && kind_of(other.cue) == kind;
        });
        return kind == BlockKind::kChrome && opens && !outside_article(i) && line.word_count > 16 && same < 2;
    }

    [[nodiscard]] std::optional<BlockKind> beside_article(std::size_t i) const {
        const PageLine& line = page_.lines[i];
        const bool head = i < page_.body_begin;
        if (head && (first_of(line.cues, Cue::kByline) || first_of(line.cues, Cue::kMasthead))) return std::nullopt;
        if (head && line.is_bullet) return std::nullopt;
        for (const CueHit& hit : line.cues) {
            const std::optional<BlockKind> kind = kind_of(hit.cue);
            if (kind && line.word_count <= 40 && !(head && looks_like_heading(line, 12) && !line.is_menu)) return kind;
        }
        if (line.is_menu && !(head && has_date(line.words, false))) return BlockKind::kChrome;
        if (!head && has_address(line.words) && line.word_count <= 40) return BlockKind::kTrailer;
        if (!head && is_wrapped_in(line.words, '(', ')') && line.word_count <= 40) return BlockKind::kTrailer;
        if (!head && line.words.starts_with("\u00A9")) return BlockKind::kDisclaimer;
        if (!head && is_foreign(line)) return BlockKind::kChrome;
        return std::nullopt;
    }

    /// A short line of another script or language behind an English article.
    [[nodiscard]] static bool is_foreign(const PageLine& line) {
        if (line.word_count > 12 || line.words.size() > 300) return false;
        std::size_t letters = 0, foreign = 0;
        for (std::size_t at = 0; at < line.words.size();) {
            const auto decoded = text::decode_at(line.words, at);
            at += decoded.size;
            if (!text::is_letter(decoded.point)) continue;
            ++letters;
            foreign += decoded.point > 0x17F;
        }
        if (foreign * 3 >= letters && foreign > 0) return true;
        const std::string language = line.words.size() >= 20 ? language_of(line.words) : "";
        return !language.empty() && language != "en";
    }

    void collect_references(std::string_view words) {
        for (std::size_t at = words.find('['); at != std::string_view::npos; at = words.find('[', at + 1)) {
            const std::size_t close = words.substr(at, 5).find(']');
            if (close == std::string_view::npos || close < 2 || at == 0) continue;
            references_.insert(std::string(words.substr(at + 1, close - 1)));
        }
    }

    [[nodiscard]] bool is_reference(std::string_view words) const {
        const std::size_t close = words.find(']');
        const std::string mark(words.substr(1, close - 1));
        const bool number = std::all_of(mark.begin(), mark.end(), [](char c) { return c >= '0' && c <= '9'; });
        return number || references_.contains(mark);
    }

    /// "1. The Ledger, page 4 …" behind a text that has a mark [1]; "* Translations by …" in the tail.
    [[nodiscard]] bool is_numbered_note(std::size_t i) const {
        const std::string_view words = page_.lines[i].words;
        if (i >= page_.body_end && words.starts_with("* ")) return true;
        const std::size_t point = words.substr(0, 4).find(". ");
        if (point == std::string_view::npos || point == 0 || references_.empty()) return false;
        return references_.contains(std::string(words.substr(0, point)));
    }

    /// What stands under "Legal Disclaimer:" or "Correction" belongs to it.
    void spread_notices() {
        for (std::size_t i = 0; i + 1 < page_.lines.size(); ++i) {
            PageLine& line = page_.lines[i];
            PageLine& below = page_.lines[i + 1];
            if (!line.judged || line.word_count > 4) continue;
            const bool notice = line.kind == BlockKind::kDisclaimer;
            const bool correction = line.kind == BlockKind::kTrailer && first_of(line.cues, Cue::kCorrection);
            if (!notice && !correction) continue;
            if (!below.judged) set(below, line.kind);
            if (correction && looks_like_heading(line, 4)) line.kind = BlockKind::kHeadline;
            page_.body_end = std::min(page_.body_end, std::max(i, page_.body_begin));
        }
    }

    /// "2 comments:" and all that readers wrote under it.
    void judge_comments() {
        for (std::size_t i = page_.lines.size() / 2; i < page_.lines.size(); ++i) {
            const std::string& folded = page_.lines[i].folded;
            const std::size_t space = folded.find(' ');
            const bool counted = space != std::string::npos && space <= 5 &&
                                 folded.find_first_not_of("0123456789") == space &&
                                 (folded.substr(space + 1) == "comments" || folded.substr(space + 1) == "comment");
            if (!counted) continue;
            for (std::size_t k = i; k < page_.lines.size(); ++k) set(page_.lines[k], BlockKind::kChrome);
            page_.body_end = std::min(page_.body_end, std::max(i, page_.body_begin));
            return;
        }
    }

    /// "Ann Lee was a clerk at Lloyd's.": the last line tells of the writer that the byline names.
    void judge_biography() {
        if (page_.body_begin + 1 >= page_.body_end) return;
        const std::size_t from = page_.body_end > page_.lines.size() ? page_.lines.size() : page_.body_end;
        for (std::size_t i = from - 1; i < page_.lines.size() && i < from + 2; ++i) {
            PageLine& line = page_.lines[i];
            const std::string_view folded = line.folded;
            const std::size_t first = folded.find(' ');
            if (line.judged || line.word_count > 40 || first == std::string_view::npos) continue;
            const std::string name(folded.substr(0, folded.find(' ', first + 1)));
            for (std::size_t k = 0; k < page_.body_begin; ++k) {
                const PageLine& head = page_.lines[k];
                const bool named = first_of(head.cues, Cue::kByline) && head.folded.find(name) != std::string::npos;
                if (named && name.find(' ') != std::string::npos) set(line, BlockKind::kTrailer);
            }
        }
    }

    Page& page_;
    std::size_t has_time_stamps_ = 0;
    std::set<std::string> references_;
};

}  // namespace

void judge_furniture(Page& page) {
    FurnitureJudge(page).judge();
}

}  // namespace readout::intake
