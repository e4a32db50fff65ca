#include "publish/brief_text.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "publish/brief_flow.h"
#include "publish/columns.h"

namespace readout::publish {
namespace {

constexpr std::string_view kBold = "\033[1m", kPlain = "\033[0m";

std::string upper(std::string_view ascii) {
    std::string out(ascii);
    for (char& c : out) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return out;
}

class Page {
  public:
    explicit Page(const TextStyle& style) : style_(style) {}

    std::string print(const Brief& brief) {
        if (!brief.remark.empty()) wrap({plain(brief.remark)}, 0, 0);
        for (const StoryBrief& story : brief.stories) print(story);
        if (!brief.more.empty()) {
            rule();
            wrap({plain(brief.more)}, 0, 0);
        }
        return std::move(out_);
    }

  private:
    static Piece plain(std::string words) { return {Piece::Kind::kPhrase, std::move(words), {}}; }
    static Piece strong(std::string words) { return {Piece::Kind::kName, std::move(words), {}}; }

    void blank() {
        if (!out_.empty() && (out_.size() < 2 || out_.compare(out_.size() - 2, 2, "\n\n") != 0)) out_ += '\n';
    }

    void rule() {
        blank();
        for (std::size_t i = 0; i < style_.width; ++i) out_ += "─";
        out_ += '\n';
    }

    void print(const StoryBrief& story) {
        if (!out_.empty()) blank();
        rule();
        wrap({strong(story.title)}, 0, 0);
        std::string summary;
        for (const std::string& sentence : story.summary) summary += (summary.empty() ? "" : " ") + sentence;
        wrap({plain(summary)}, 0, 0);
        wrap({plain("[1:20-35] is report 1, characters 20 to 35. Story " + story.id)}, 0, 0);
        for (const Section& section : story.sections) print(section);
        blank();
        wrap({strong("SOURCES")}, 0, 0);
        for (const BriefSource& source : story.sources) print(source);
    }

    void print(const Section& section) {
        blank();
        wrap({strong(upper(section.title))}, 0, 0);
        if (!section.remark.empty()) wrap({plain(section.remark)}, 0, 0);
        bool first = section.remark.empty();
        for (const Group& group : section.groups) {
            if (!group.heading.empty() && !first) blank();
            first = false;
            print(group);
        }
        more(section.more, 2);
    }

    void print(const Group& group) {
        if (!group.heading.empty()) {
            Pieces heading = group.heading;
            for (Piece& piece : heading) {
                if (piece.kind == Piece::Kind::kPhrase) piece.kind = Piece::Kind::kName;
            }
            const bool short_remark = group.columns.empty() && !group.remark.empty();
            if (short_remark) heading.push_back(plain("— " + group.remark));
            wrap(flow(heading), 2, 2);
            if (!short_remark && !group.remark.empty()) wrap({plain(group.remark)}, 2, 2);
        } else if (!group.remark.empty()) {
            wrap({plain(group.remark)}, 2, 2);
        }
        for (const Line& line : group.lines) print(line, 2);
        for (const Part& part : group.parts) print(part);
        char letter = 'A';
        for (const Column& column : group.columns) {
            Pieces heading{plain(std::string(1, letter) + ".")};
            if (letter < 'Z') ++letter;
            for (const Piece& piece : column.heading) heading.push_back(piece);
            if (!column.remark.empty()) heading.push_back(plain("— " + column.remark));
            wrap(flow(heading), 4, 7);
            for (const Line& line : column.lines) print(line, 5);
            more(column.more, 7);
        }
        if (!group.parts.empty() && !group.more.empty()) blank();
        more(group.more, 4);
    }

    void print(const Part& part) {
        blank();
        Pieces heading = part.heading;
        if (!part.remark.empty()) heading.push_back(plain("— " + part.remark));
        wrap(flow(heading), 4, 6);
        for (const Line& line : part.lines) print(line, 4);
        more(part.more, 6);
    }

    void print(const Line& line, std::size_t indent) {
        Pieces words{plain(line.relayed ? "◦" : "•")};
        words.insert(words.end(), line.words.begin(), line.words.end());
        const std::size_t inner = indent + 2;
        const Pieces credit = flow(line.credit);
        const Pieces all = flow(words);
        std::size_t width = 0, tail = 0;
        for (const Piece& piece : all) width += size_of(piece);
        for (const Piece& piece : credit) tail += size_of(piece);
        if (credit.empty() || indent + width + tail + 2 > style_.width) {
            wrap(all, indent, inner);
            if (!credit.empty()) wrap(credit, inner, inner);
            return;
        }
        Pieces one = all;
        one.push_back(plain("  "));
        one.insert(one.end(), credit.begin(), credit.end());
        wrap(one, indent, inner);
    }

    void print(const BriefSource& source) {
        const std::string number = "[" + std::to_string(source.number) + "]";
        Pieces pieces{plain(number + (number.size() < 4 ? "  " : " ")), strong(source.label),
                      plain(", " + source.published + ".")};
        if (!source.title.empty()) pieces.push_back(plain(" " + source.title));
        wrap(pieces, 0, 5);
        std::string second = source.name;
        if (!source.url.empty()) second += (second.empty() ? "" : "  ") + source.url;
        if (!second.empty()) wrap({plain(second)}, 5, 5);
        if (!source.remark.empty()) wrap({plain(source.remark)}, 5, 5);
    }

    void more(const std::string& words, std::size_t indent) {
        if (!words.empty()) wrap({plain(words)}, indent, indent);
    }

    static std::string words_of(const Piece& piece) {
        return piece.kind == Piece::Kind::kCite ? "[" + cite_words(piece.cite) + "]" : piece.words;
    }
    static std::size_t size_of(const Piece& piece) { return columns_of(words_of(piece)); }

    /// A word between spaces; parts of it may be bold.
    struct Word {
        std::string bytes;
        std::size_t columns = 0;
        std::size_t spaces = 0;  // before it
    };

    [[nodiscard]] std::vector<Word> words_in(const Pieces& pieces) const {
        std::vector<Word> words;
        std::size_t spaces = 0;
        bool open = false;  // the last word goes on
        for (const Piece& piece : pieces) {
            const std::string all = words_of(piece);
            const bool bold = style_.bold && piece.kind == Piece::Kind::kName;
            for (std::size_t at = 0; at < all.size();) {
                if (all[at] == ' ') {
                    ++spaces, ++at;
                    open = false;
                    continue;
                }
                const std::size_t end = std::min(all.find(' ', at), all.size());
                const std::string_view part = std::string_view(all).substr(at, end - at);
                if (!open) words.push_back({"", 0, std::exchange(spaces, 0)});
                Word& word = words.back();
                if (bold) word.bytes += kBold;
                word.bytes += part;
                if (bold) word.bytes += kPlain;
                word.columns += columns_of(part);
                open = true;
                at = end;
            }
        }
        return words;
    }

    void wrap(const Pieces& pieces, std::size_t first_indent, std::size_t indent) {
        std::size_t column = 0;
        bool fresh = true;
        for (const Word& word : words_in(pieces)) {
            if (!fresh && column + word.spaces + word.columns > style_.width) {
                out_ += '\n';
                out_.append(indent, ' ');
                column = indent;
            } else if (fresh) {
                out_.append(first_indent, ' ');
                column = first_indent;
            } else {
                out_.append(word.spaces, ' ');
                column += word.spaces;
            }
            out_ += word.bytes;
            column += word.columns;
            fresh = false;
        }
        if (!fresh) out_ += '\n';
    }

    TextStyle style_;
    std::string out_;
};

}  // namespace

std::string brief_text(const Brief& brief, const TextStyle& style) {
    return Page(style).print(brief);
}

}  // namespace readout::publish
