#include "publish/brief_html.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "publish/brief_flow.h"
#include "text/fold.h"

namespace readout::publish {
namespace {

class Leaf {
  public:
    std::string print(const Brief& brief) {
        for (const StoryBrief& story : brief.stories) {
            for (const BriefSource& source : story.sources)
                labels_[source.number] = source.name.empty() ? source.label : source.name;
        }
        const std::string title = brief.stories.empty() ? "No story" : brief.stories.front().title;
        out_ =
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
            "base-uri 'none'; form-action 'none'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n";
        out_ += "<title>" + html_escaped(title) + " – Readout</title>\n<style>\n" + std::string(kBriefStyle) +
                "</style>\n</head>\n<body>\n<main>\n";
        if (!brief.remark.empty()) out_ += "<p class=\"all\">" + html_escaped(brief.remark) + "</p>\n";
        if (brief.stories.size() > 1) contents(brief);
        for (const StoryBrief& story : brief.stories) print(story);
        if (!brief.more.empty()) out_ += "<p class=\"more\">" + html_escaped(brief.more) + "</p>\n";
        out_ += "</main>\n</body>\n</html>\n";
        return std::move(out_);
    }

  private:
    void contents(const Brief& brief) {
        out_ += "<nav aria-label=\"Stories\"><ol>\n";
        for (std::size_t i = 0; i < brief.stories.size(); ++i) {
            out_ += fmt::format("<li><a href=\"#story{}\">{}</a></li>\n", i + 1, html_escaped(brief.stories[i].title));
        }
        out_ += "</ol></nav>\n";
    }

    void print(const StoryBrief& story) {
        ++story_;
        out_ += fmt::format(
            "<article aria-labelledby=\"story{0}\">\n<header>\n<h1 id=\"story{0}\">{1}</h1>\n<p class=\"summary\">",
            story_, html_escaped(story.title));
        std::string summary;
        for (const std::string& sentence : story.summary)
            summary += (summary.empty() ? "" : " ") + html_escaped(sentence);
        out_ += summary + "</p>\n";
        out_ +=
            "<p class=\"key\">Every line is quoted. <span class=\"cite\">1:20–35</span> stands for report 1, "
            "characters 20 to 35. Story <code>" +
            html_escaped(story.id) + "</code></p>\n</header>\n";
        for (const Section& section : story.sections) print(section);
        out_ += "<section class=\"sources\">\n<h2>Sources</h2>\n<ol>\n";
        for (const BriefSource& source : story.sources) print(source);
        out_ += "</ol>\n</section>\n</article>\n";
    }

    void print(const Section& section) {
        constexpr const char* kClasses[] = {"headlines", "parties", "disputes", "unanswered", "timeline",
                                            "said",      "relayed", "moves",    "copies",     "notes"};
        out_ += fmt::format("<section class=\"{}\">\n<h2>{}</h2>\n", kClasses[static_cast<std::size_t>(section.kind)],
                            html_escaped(section.title));
        if (!section.remark.empty()) out_ += "<p class=\"remark\">" + html_escaped(section.remark) + "</p>\n";
        for (const Group& group : section.groups) print(group);
        more(section.more);
        out_ += "</section>\n";
    }

    void print(const Group& group) {
        out_ += "<div class=\"group\">\n";
        if (!group.heading.empty()) out_ += "<h3>" + run(group.heading) + "</h3>\n";
        if (!group.remark.empty()) out_ += "<p class=\"remark\">" + html_escaped(group.remark) + "</p>\n";
        lines(group.lines);
        for (const Part& part : group.parts) {
            out_ += "<div class=\"part\">\n";
            print_inside(part);
            out_ += "</div>\n";
        }
        if (!group.columns.empty()) {
            out_ += "<div class=\"columns\">\n";
            for (const Column& column : group.columns) {
                out_ += "<div class=\"column\">\n";
                print_inside(column);
                out_ += "</div>\n";
            }
            out_ += "</div>\n";
        }
        more(group.more);
        out_ += "</div>\n";
    }

    void print_inside(const Part& part) {
        out_ += "<h4>" + run(part.heading);
        if (!part.remark.empty()) out_ += " <span class=\"count\">" + html_escaped(part.remark) + "</span>";
        out_ += "</h4>\n";
        lines(part.lines);
        more(part.more);
    }

    void lines(const std::vector<Line>& list) {
        if (list.empty()) return;
        out_ += "<ul>\n";
        for (const Line& line : list) {
            out_ += (line.relayed ? "<li class=\"told\">" : "<li>") + run(line.words);
            if (!line.credit.empty()) out_ += " <span class=\"credit\">" + run(line.credit) + "</span>";
            out_ += "</li>\n";
        }
        out_ += "</ul>\n";
    }

    void print(const BriefSource& source) {
        out_ += fmt::format("<li id=\"s{0}\" value=\"{0}\"><b>{1}</b>, {2}. ", source.number,
                            html_escaped(source.label), html_escaped(source.published));
        const std::string title = html_escaped(source.title);
        if (is_web_address(source.url)) {
            out_ += "<a rel=\"noopener noreferrer\" href=\"" + html_escaped(source.url) + "\">" +
                    (title.empty() ? html_escaped(source.url) : title) + "</a>";
        } else {
            out_ += title;
            if (!source.url.empty()) out_ += " " + html_escaped(source.url);
        }
        if (!source.name.empty()) out_ += " <span class=\"name\">" + html_escaped(source.name) + "</span>";
        if (!source.remark.empty()) out_ += " <span class=\"count\">" + html_escaped(source.remark) + "</span>";
        out_ += "</li>\n";
    }

    void more(const std::string& words) {
        if (!words.empty()) out_ += "<p class=\"more\">" + html_escaped(words) + "</p>\n";
    }

    std::string run(const Pieces& pieces) {
        std::string out;
        bool quoting = false;
        for (const Piece& piece : flow(pieces)) {
            const bool quoted = piece.kind == Piece::Kind::kQuote || piece.kind == Piece::Kind::kMarked;
            if (quoted && !quoting) out += "<span class=\"quote\">";
            if (!quoted && quoting) out += "</span>";
            quoting = quoted;
            const std::string words = html_escaped(piece.words);
            switch (piece.kind) {
                case Piece::Kind::kPhrase:
                case Piece::Kind::kQuote:
                    out += words;
                    break;
                case Piece::Kind::kName:
                    out += "<b>" + words + "</b>";
                    break;
                case Piece::Kind::kMarked:
                    out += "<mark>" + words + "</mark>";
                    break;
                case Piece::Kind::kCite:
                    out += cite(piece.cite);
            }
        }
        if (quoting) out += "</span>";
        return out;
    }

    std::string cite(const BriefCite& cite) {
        std::string words = cite_words(cite);
        const std::size_t dash = words.find('-');
        if (dash != std::string::npos) words.replace(dash, 1, "–");
        std::string title = labels_[cite.source];
        if (cite.begin != cite.end) title += fmt::format(", characters {} to {}", cite.begin, cite.end);
        return fmt::format("<a class=\"cite\" href=\"#s{}\" title=\"{}\">{}</a>", cite.source, html_escaped(title),
                           words);
    }

    std::map<int, std::string> labels_;
    std::string out_;
    int story_ = 0;
};

}  // namespace

std::string html_escaped(std::string_view words) {
    std::string out;
    out.reserve(words.size() + words.size() / 16);
    for (const char c : words) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            case '`':
                out += "&#96;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

bool is_web_address(std::string_view url) {
    const std::string lower = text::ascii_lower(url.substr(0, 8));
    const bool web = lower.rfind("http://", 0) == 0 || lower.rfind("https://", 0) == 0;
    return web && std::none_of(url.begin(), url.end(), [](char c) { return c == ' '; });
}

std::string brief_html(const Brief& brief) {
    return Leaf().print(brief);
}

}  // namespace readout::publish
