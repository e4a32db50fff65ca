// An article of another publisher inside the text: between outer quotation marks over several paragraphs, or behind an
// introduction ("… wrote as follows:"). What is around it is the republisher's own.
#include <algorithm>
#include <optional>

#include "base/table.h"
#include "intake/dateline.h"
#include "intake/page.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace readout::intake {
namespace {

using record::BlockKind;

constexpr std::size_t kLeastParagraphs = 3;

struct Range {
    std::size_t begin = 0, end = 0;  // lines [begin, end)
};

bool is_open(const PageLine& line) {
    return !line.judged;
}

/// Quotation marks of one paragraph: how many are open behind it, counting from `depth`.
struct Marks {
    std::string_view open, close;  // the same for straight marks
};
constexpr Marks kCurly{"\u201C", "\u201D"};
constexpr Marks kGuillemets{"\u00AB", "\u00BB"};
constexpr Marks kLowHigh{"\u201E", "\u201C"};
constexpr Marks kStraight{"\"", "\""};

int depth_after(std::string_view words, const Marks& marks, int depth) {
    for (std::size_t at = 0; at < words.size();) {
        const std::string_view rest = words.substr(at);
        if (marks.open == marks.close && rest.starts_with(marks.open)) {
            depth = depth > 0 ? 0 : 1;
            at += marks.open.size();
        } else if (rest.starts_with(marks.open)) {
            ++depth;
            at += marks.open.size();
        } else if (rest.starts_with(marks.close)) {
            depth = std::max(0, depth - 1);
            at += marks.close.size();
        } else {
            ++at;
        }
    }
    return depth;
}

/// The closing mark stands at the end of the paragraph; a reference may follow it: ”[2].
bool closes_at_end(std::string_view words, std::string_view close) {
    const std::size_t at = words.rfind(close);
    return at != std::string_view::npos && words.size() - at - close.size() <= 6;
}

/// From a paragraph that opens a quotation which runs over the next ones, none of which opens it again (a speaker's
/// quotation over several paragraphs would).
std::optional<Range> quoted_article(const Page& page, std::size_t begin, const Marks& marks) {
    if (!page.lines[begin].words.starts_with(marks.open)) return std::nullopt;
    int depth = depth_after(page.lines[begin].words, marks, 0);
    if (depth == 0) return std::nullopt;
    std::size_t words = page.lines[begin].word_count, paragraphs = 1;
    for (std::size_t i = begin + 1; i < page.lines.size(); ++i) {
        const PageLine& line = page.lines[i];
        if (line.judged) continue;
        if (line.words.starts_with(marks.open) && depth_after(line.words, marks, 0) > 0) return std::nullopt;
        depth = depth_after(line.words, marks, depth);
        words += line.word_count;
        ++paragraphs;
        if (depth > 0) continue;
        const bool whole = closes_at_end(line.words, marks.close) && paragraphs >= kLeastParagraphs && words >= 100;
        if (!whole) return std::nullopt;
        return Range{begin, i + 1};
    }
    return std::nullopt;
}

/// The writer speaks of himself outside quotation marks.
bool speaks_for_himself(std::string_view words) {
    bool quoted = false;
    std::size_t word = 0;
    const auto is_own = [&](std::string_view w) {
        while (!w.empty() && (w.back() == ',' || w.back() == '.' || w.back() == '!' || w.back() == ';'))
            w.remove_suffix(1);
        for (const std::string_view own : {"I", "I'm", "I've", "I\u2019m", "I\u2019ve", "my", "My", "me"}) {
            if (w == own) return true;
        }
        return false;
    };
    for (std::size_t at = 0; at <= words.size(); ++at) {
        const bool end = at == words.size() || words[at] == ' ';
        if (end) {
            if (!quoted && is_own(words.substr(word, at - word))) return true;
            word = at + 1;
            continue;
        }
        const std::string_view rest = words.substr(at);
        if (rest.starts_with("\u201C")) quoted = true;
        if (rest.starts_with("\u201D")) quoted = false;
        if (words[at] == '"') quoted = !quoted;
    }
    return false;
}

/// Behind an introduction that says so and ends with a colon or a point; up to a credit, or to where the writer speaks
/// again, or to the end of the article.
std::optional<Range> introduced_article(const Page& page, std::size_t introduction) {
    const PageLine& line = page.lines[introduction];
    if (!first_of(line.cues, Cue::kRepublished) || !line.ends_sentence) return std::nullopt;
    const std::size_t begin = introduction + 1;
    std::size_t end = begin;
    while (end < page.lines.size()) {
        const PageLine& next = page.lines[end];
        if (next.judged && (next.kind == BlockKind::kFootnote || next.kind == BlockKind::kChrome)) break;
        if (end > begin && !next.judged && speaks_for_himself(next.words)) break;
        ++end;
        if (first_of(next.cues, Cue::kRepublishedEnd)) break;
    }
    std::size_t paragraphs = 0;
    for (std::size_t i = begin; i < end; ++i) paragraphs += is_open(page.lines[i]);
    const bool dated = begin < end && find_dateline(page.lines[begin].words, true).has_value();
    if (paragraphs < 2 && !dated) return std::nullopt;
    if (!dated && !line.words.ends_with(':')) return std::nullopt;
    return Range{begin, end};
}

std::optional<Range> find_article(const Page& page) {
    std::size_t tried = 0;
    for (std::size_t i = page.body_begin; i < page.body_end && tried < 8; ++i) {
        if (page.lines[i].judged) continue;
        ++tried;
        for (const Marks& marks : {kCurly, kStraight, kGuillemets, kLowHigh}) {
            if (auto range = quoted_article(page, i, marks)) return range;
        }
        if (auto range = introduced_article(page, i)) return range;
    }
    return std::nullopt;
}

/// The longest run of capitalised words that holds a newspaper's word: "the Visayan Ledger", "Harbour Street Journal".
std::string publisher_in(std::string_view words) {
    std::string best, run;
    bool named = false;
    const auto close = [&] {
        if (named && run.find(' ') != std::string::npos) best = run;
        run.clear();
        named = false;
    };
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        std::string_view word = words.substr(at, end - at);
        at = end + 1;
        bool stop = false;
        while (!word.empty() && std::string_view(",.;:\"()").find(word.back()) != std::string_view::npos) {
            word.remove_suffix(1);
            stop = true;
        }
        const bool capital = !word.empty() && text::is_upper(text::decode_at(word, 0).point);
        if (!capital) {
            close();
            continue;
        }
        run += run.empty() ? std::string(word) : " " + std::string(word);
        named = named || is_outlet_word(text::fold(word));
        if (stop) close();
        if (!best.empty() && run.empty()) break;
    }
    close();
    return best;
}

/// Where the article comes from: a citation under the text, else the introduction.
std::string publisher_of(const Page& page, const Range& article) {
    for (std::size_t i = article.end; i < page.lines.size(); ++i) {
        const PageLine& line = page.lines[i];
        const bool cited = line.kind == BlockKind::kFootnote && line.judged && has_date(line.words, true);
        if (!cited) continue;
        std::string name = publisher_in(line.words);
        if (!name.empty()) return name;
    }
    for (std::size_t i = article.begin; i-- > page.body_begin;) {
        std::string name = publisher_in(page.lines[i].words);
        if (!name.empty()) return name;
    }
    return "";
}

}  // namespace

void judge_republished(Page& page) {
    const std::optional<Range> article = find_article(page);
    if (!article) return;
    const std::string publisher = publisher_of(page, *article);
    for (std::size_t i = page.body_begin; i < page.lines.size(); ++i) {
        PageLine& line = page.lines[i];
        if (line.judged) continue;
        const bool inside = article->begin <= i && i < article->end;
        line.kind = inside ? BlockKind::kRepublished : BlockKind::kCommentary;
        line.publisher = inside ? publisher : "";
        line.judged = true;
    }
}

}  // namespace readout::intake
