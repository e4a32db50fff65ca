#include "publish/brief_markdown.h"

#include "publish/brief_flow.h"

namespace readout::publish {
namespace {

class Sheet {
  public:
    std::string print(const Brief& brief) {
        if (!brief.remark.empty()) out_ += markdown_escaped(brief.remark) + "\n\n";
        for (const StoryBrief& story : brief.stories) print(story);
        if (!brief.more.empty()) out_ += markdown_escaped(brief.more) + "\n";
        return std::move(out_);
    }

  private:
    void print(const StoryBrief& story) {
        out_ += "# " + markdown_escaped(story.title) + "\n\n";
        for (const std::string& sentence : story.summary) out_ += markdown_escaped(sentence) + " ";
        out_.back() = '\n';
        out_ += "\\[1:20-35\\] is report 1, characters 20 to 35. Story " + markdown_escaped(story.id) + "\n\n";
        for (const Section& section : story.sections) print(section);
        out_ += "## Sources\n\n";
        for (const BriefSource& source : story.sources) print(source);
        out_ += '\n';
    }

    void print(const Section& section) {
        out_ += "## " + markdown_escaped(section.title) + "\n\n";
        if (!section.remark.empty()) out_ += markdown_escaped(section.remark) + "\n\n";
        for (const Group& group : section.groups) print(group);
        more(section.more, "");
    }

    void print(const Group& group) {
        if (!group.heading.empty()) out_ += "### " + run(group.heading) + "\n\n";
        if (!group.remark.empty()) out_ += markdown_escaped(group.remark) + "\n\n";
        for (const Line& line : group.lines) print(line, "");
        for (const Part& part : group.parts) print(part);
        for (const Column& column : group.columns) {
            out_ += "- **" + run(column.heading) + "**";
            if (!column.remark.empty()) out_ += " — " + markdown_escaped(column.remark);
            out_ += '\n';
            for (const Line& line : column.lines) print(line, "  ");
            if (!column.more.empty()) out_ += "  - " + markdown_escaped(column.more) + "\n";
        }
        if (!group.lines.empty() || !group.columns.empty()) out_ += '\n';
        more(group.more, "");
    }

    void print(const Part& part) {
        out_ += "#### " + run(part.heading) + "\n\n";
        if (!part.remark.empty()) out_ += markdown_escaped(part.remark) + "\n\n";
        for (const Line& line : part.lines) print(line, "");
        out_ += '\n';
        more(part.more, "");
    }

    void print(const Line& line, const char* indent) {
        out_ += std::string(indent) + "- " + (line.relayed ? "◦ " : "") + run(line.words);
        if (!line.credit.empty()) out_ += " — " + run(line.credit);
        out_ += '\n';
    }

    void print(const BriefSource& source) {
        out_ += "- \\[" + std::to_string(source.number) + "\\] **" + markdown_escaped(source.label) + "**, " +
                markdown_escaped(source.published) + ".";
        if (!source.title.empty()) out_ += " " + markdown_escaped(source.title);
        for (const std::string* part : {&source.name, &source.url, &source.remark}) {
            if (!part->empty()) out_ += "; " + markdown_escaped(*part);
        }
        out_ += '\n';
    }

    void more(const std::string& words, const char* indent) {
        if (!words.empty()) out_ += indent + markdown_escaped(words) + "\n\n";
    }

    static std::string run(const Pieces& pieces) {
        std::string out;
        for (const Piece& piece : flow(pieces)) {
            const std::string words = markdown_escaped(piece.words);
            if (piece.kind == Piece::Kind::kCite) {
                out += "\\[" + cite_words(piece.cite) + "\\]";
            } else if (piece.kind == Piece::Kind::kMarked && !words.empty()) {
                out += marked(words);
            } else {
                out += words;
            }
        }
        return out;
    }

    /// Emphasis marks must touch the words, not spaces.
    static std::string marked(std::string_view words) {
        const std::size_t from = words.find_first_not_of(' ');
        if (from == std::string_view::npos) return std::string(words);
        const std::size_t to = words.find_last_not_of(' ') + 1;
        return std::string(words.substr(0, from)) + "*" + std::string(words.substr(from, to - from)) + "*" +
               std::string(words.substr(to));
    }

    std::string out_;
};

bool has_meaning(std::string_view words, std::size_t at) {
    const char c = words[at];
    if (std::string_view("\\`*_[]<>#|~&$").find(c) != std::string_view::npos) return true;
    if (c == ':') return words.substr(at, 3) == "://";
    if (c == '@') return true;
    if (c == '.') {  // "www." links itself; "1." begins a list
        const bool after_www = at >= 3 && (words[at - 1] | 0x20) == 'w' && (words[at - 2] | 0x20) == 'w';
        return after_www || (at > 0 && at < 10 && words.find_first_not_of("0123456789") == at);
    }
    if (c == ')') return at > 0 && at < 10 && words.find_first_not_of("0123456789") == at;
    return (c == '-' || c == '+' || c == '=') && at == 0;
}

}  // namespace

std::string markdown_escaped(std::string_view words) {
    std::string out;
    out.reserve(words.size() + words.size() / 8);
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (has_meaning(words, at)) out += '\\';
        out += words[at];
    }
    return out;
}

std::string brief_markdown(const Brief& brief) {
    return Sheet().print(brief);
}

}  // namespace readout::publish
