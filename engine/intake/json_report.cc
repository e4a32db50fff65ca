#include "intake/json_report.h"

#include <optional>
#include <utility>

namespace readout::intake {
namespace {

using base::failure;
using base::Result;
using text::Span;

/// A reader of JSON (RFC 8259) that knows at every moment which byte it stands at.
class JsonScanner {
  public:
    JsonScanner(std::string_view line, bool cut) : line_(line), cut_(cut) {}

    Result<JsonReport> object(std::size_t text_limit, std::size_t field_limit);

  private:
    enum class Text { kWhole, kBroken, kWrong };

    [[nodiscard]] bool at_end() const { return at_ >= line_.size(); }
    [[nodiscard]] char next() const { return at_end() ? '\0' : line_[at_]; }
    void skip_space() {
        while (!at_end() && (next() == ' ' || next() == '\t' || next() == '\r' || next() == '\n')) ++at_;
    }
    bool take(char c) {
        if (at_end() || next() != c) return false;
        ++at_;
        return true;
    }
    [[nodiscard]] tl::unexpected<base::Error> wrong(const std::string& what) const {
        return failure(what + " at byte " + std::to_string(at_ + 1));
    }

    Text string(ReadingWriter* writer);
    bool escape(ReadingWriter* writer);
    std::optional<char32_t> hex_unit();
    bool number();
    bool word(std::string_view expected);
    bool scalar();
    Result<void> skip_value();
    Result<void> member(JsonReport& report, std::size_t text_limit, std::size_t field_limit);
    Result<void> text_member(DecodedText& into, std::size_t limit, const std::string& key);
    Result<void> field_member(std::string& into, std::size_t limit, const std::string& key);

    std::string_view line_;
    std::size_t at_ = 0;
    bool cut_;
    bool broke_off_ = false;
    bool too_deep_ = false;
};

std::uint32_t offset(std::size_t at) {
    return static_cast<std::uint32_t>(at);
}

std::optional<char32_t> JsonScanner::hex_unit() {
    char32_t unit = 0;
    if (at_ + 4 > line_.size()) return std::nullopt;
    for (std::size_t i = 0; i < 4; ++i) {
        const char c = line_[at_ + i];
        int digit = 0;
        if (c >= '0' && c <= '9') {
            digit = c - '0';
        } else if (c >= 'a' && c <= 'f') {
            digit = c - 'a' + 10;
        } else if (c >= 'A' && c <= 'F') {
            digit = c - 'A' + 10;
        } else {
            return std::nullopt;
        }
        unit = unit * 16 + static_cast<char32_t>(digit);
    }
    at_ += 4;
    return unit;
}

/// Stands behind the backslash.
bool JsonScanner::escape(ReadingWriter* writer) {
    const std::size_t begin = at_ - 1;
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    constexpr std::string_view kPoints = "\"\\/\b\f\n\r\t";
    const std::size_t known = at_end() ? std::string_view::npos : kLetters.find(next());
    if (known != std::string_view::npos) {
        ++at_;
        if (writer) writer->put(static_cast<char32_t>(kPoints[known]), {offset(begin), offset(at_)});
        return true;
    }
    if (!take('u')) return false;
    std::optional<char32_t> point = hex_unit();
    if (!point) return false;
    if ((*point & 0xFC00) == 0xD800 && line_.substr(at_, 2) == "\\u") {
        const std::size_t back = at_;
        at_ += 2;
        const std::optional<char32_t> low = hex_unit();
        if (!low) return false;
        if ((*low & 0xFC00) == 0xDC00) {
            point = 0x10000 + ((*point - 0xD800) << 10) + (*low - 0xDC00);
        } else {
            at_ = back;
        }
    }
    if (!writer) return true;
    if (*point >= 0xD800 && *point <= 0xDFFF) {
        writer->put_bad({offset(begin), offset(at_)});
    } else {
        writer->put(*point, {offset(begin), offset(at_)});
    }
    return true;
}

/// Stands at the opening quotation mark. Without a writer the string is only checked.
JsonScanner::Text JsonScanner::string(ReadingWriter* writer) {
    if (!take('"')) return Text::kWrong;
    while (!at_end()) {
        std::size_t run = at_;
        while (run < line_.size() && line_[run] != '"' && line_[run] != '\\' &&
               static_cast<unsigned char>(line_[run]) >= 0x20) {
            ++run;
        }
        if (writer) writer->write_utf8(line_.substr(at_, run - at_), offset(at_));
        at_ = run;
        if (at_end()) break;
        if (take('"')) return Text::kWhole;
        if (!take('\\')) return Text::kWrong;  // a control character
        if (!escape(writer)) return cut_ && at_ + 12 > line_.size() ? Text::kBroken : Text::kWrong;
    }
    return Text::kBroken;
}

bool JsonScanner::number() {
    const auto digits = [&] {
        const std::size_t begin = at_;
        while (next() >= '0' && next() <= '9') ++at_;
        return at_ > begin;
    };
    take('-');
    if (!take('0') && !digits()) return false;
    if (take('.') && !digits()) return false;
    if (next() == 'e' || next() == 'E') {
        ++at_;
        if (!take('+')) take('-');
        return digits();
    }
    return true;
}

bool JsonScanner::word(std::string_view expected) {
    if (line_.substr(at_, expected.size()) != expected) return false;
    at_ += expected.size();
    return true;
}

bool JsonScanner::scalar() {
    if (next() == '"') return string(nullptr) == Text::kWhole;
    if (next() == '-' || (next() >= '0' && next() <= '9')) return number();
    return word("null") || word("true") || word("false");
}

/// Walks over one value of any kind; what is open stands in a vector.
Result<void> JsonScanner::skip_value() {
    std::vector<char> open;  // '}' or ']': what closes each container
    do {
        skip_space();
        if (next() == '{' || next() == '[') {
            too_deep_ |= open.size() == kMaxJsonDepth;
            open.push_back(next() == '{' ? '}' : ']');
            ++at_;
            skip_space();
            if (next() != open.back()) {
                if (open.back() == ']') continue;
                if (string(nullptr) != Text::kWhole) return wrong("no JSON");
                skip_space();
                if (!take(':')) return wrong("no JSON");
                continue;
            }
        } else if (!scalar()) {
            return wrong("no JSON");
        }
        // A value has ended: close what ends with it, or go on with the next member.
        bool next_value = false;
        while (!open.empty() && !next_value) {
            skip_space();
            if (take(open.back())) {
                open.pop_back();
            } else if (take(',')) {
                next_value = true;
            } else {
                return wrong("no JSON");
            }
        }
        if (next_value && open.back() == '}') {
            skip_space();
            if (string(nullptr) != Text::kWhole) return wrong("no JSON");
            skip_space();
            if (!take(':')) return wrong("no JSON");
        }
    } while (!open.empty());
    return {};
}

Result<void> JsonScanner::text_member(DecodedText& into, std::size_t limit, const std::string& key) {
    ReadingWriter writer(limit);
    const Text outcome = string(&writer);
    if (outcome == Text::kBroken && cut_ && key == "text") {
        broke_off_ = true;
    } else if (outcome != Text::kWhole) {
        return wrong("no JSON: the string of \"" + key + "\" does not end");
    }
    into = writer.finish(broke_off_);
    return {};
}

Result<void> JsonScanner::field_member(std::string& into, std::size_t limit, const std::string& key) {
    if (next() == '"') {
        DecodedText decoded;
        RO_TRY_VOID(text_member(decoded, limit, key));
        into = std::move(decoded.text);
        return {};
    }
    const std::size_t begin = at_;
    if (!number()) return wrong("\"" + key + "\" is neither a string nor a number");
    into = std::string(line_.substr(begin, std::min(at_ - begin, limit)));
    return {};
}

/// Stands behind the colon's space; `at_` goes behind the value.
Result<void> JsonScanner::member(JsonReport& report, std::size_t text_limit, std::size_t field_limit) {
    ReadingWriter key_writer(field_limit);
    if (string(&key_writer) != Text::kWhole) return wrong("no JSON");
    const std::string key = key_writer.finish(false).text;
    skip_space();
    if (!take(':')) return wrong("no JSON");
    skip_space();
    const bool absent = line_.substr(at_, 4) == "null";
    if (key == "text" || key == "html") {
        bool& has = key == "text" ? report.has_text : report.has_html;
        has = !absent;
        if (!absent && next() != '"') return wrong("\"" + key + "\" is not a string");
        if (!absent && key == "text") return text_member(report.text, text_limit, key);
        return skip_value();
    }
    if (absent) return skip_value();
    if (key == "title") {
        if (next() != '"') return wrong("\"title\" is not a string");
        return text_member(report.title, field_limit, key);
    }
    if (key == "id") return field_member(report.id, field_limit, key);
    if (key == "url") return field_member(report.url, field_limit, key);
    if (key == "outlet") return field_member(report.outlet, field_limit, key);
    if (key == "published") return field_member(report.published, field_limit, key);
    return skip_value();
}

Result<JsonReport> JsonScanner::object(std::size_t text_limit, std::size_t field_limit) {
    JsonReport report;
    skip_space();
    if (!take('{')) return wrong("no JSON object");
    skip_space();
    bool more = !take('}');
    while (more) {
        skip_space();
        RO_TRY_VOID(member(report, text_limit, field_limit));
        if (broke_off_) return report;
        skip_space();
        more = take(',');
        if (!more && !take('}')) return wrong("no JSON");
    }
    skip_space();
    if (!at_end()) return wrong("no JSON: more stands behind the object,");
    if (too_deep_) {
        report.text.notes.push_back(
            {{},
             record::NoteKind::kLimit,
             "a member nested deeper than " + std::to_string(kMaxJsonDepth) + " was passed over"});
    }
    return report;
}

}  // namespace

Result<JsonReport> parse_json_report(std::string_view line, std::size_t text_limit, std::size_t field_limit, bool cut) {
    return JsonScanner(line, cut).object(text_limit, field_limit);
}

}  // namespace readout::intake
