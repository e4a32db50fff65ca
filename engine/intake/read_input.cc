// Files to records, a bounded piece of memory at a time.
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <utility>

#include "base/table.h"
#include "intake/decode.h"
#include "intake/format.h"
#include "intake/intake.h"
#include "intake/json_report.h"
#include "intake/layout.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace readout::intake {
namespace {

// Plain text in UTF-32 takes four bytes a character; what is beyond cannot be part of the text that is kept.
constexpr std::size_t kMaxPlainBytes = 4 * kMaxTextBytes + 4;
constexpr std::size_t kHeadBytes = std::size_t{64} << 10;

struct FileCloser {
    void operator()(std::FILE* file) const {
        if (file != stdin) std::fclose(file);
    }
};

/// Bytes of a file or pipe, by pieces, lines or the head.
class ByteSource {
  public:
    explicit ByteSource(std::FILE* file) : file_(file) {}

    /// The first bytes, which stay to be read.
    std::string_view head() {
        while (buffer_.size() < kHeadBytes && fill()) {
        }
        return buffer_;
    }

    /// Everything up to `limit` bytes; `cut` tells that there is more.
    std::string all(std::size_t limit, bool& cut) {
        while (buffer_.size() - at_ <= limit && fill()) {
        }
        cut = buffer_.size() - at_ > limit;
        return buffer_.substr(at_, limit);
    }

    /// The next line without its end; false when there is none. Of a line over `limit` bytes the rest is passed over
    /// and `cut` set.
    bool line(std::string& line, std::size_t limit, bool& cut) {
        line.clear();
        cut = false;
        bool any = false;
        while (at_ < buffer_.size() || refill()) {
            any = true;
            const std::size_t end = buffer_.find('\n', at_);
            const std::size_t stop = end == std::string::npos ? buffer_.size() : end;
            const std::size_t room = limit - line.size();
            if (stop - at_ > room) cut = true;
            line.append(buffer_, at_, std::min(stop - at_, room));
            at_ = stop + (end == std::string::npos ? 0 : 1);
            if (end != std::string::npos) break;
        }
        return any;
    }

    [[nodiscard]] bool failed() const { return failed_; }

  private:
    bool refill() {
        buffer_.clear();
        at_ = 0;
        return fill();
    }
    bool fill() {
        const std::size_t count = std::fread(chunk_.data(), 1, chunk_.size(), file_);
        failed_ = failed_ || std::ferror(file_) != 0;
        buffer_.append(chunk_.data(), count);
        return count > 0;
    }

    std::FILE* file_;
    std::string buffer_;
    std::size_t at_ = 0;
    bool failed_ = false;
    std::array<char, std::size_t{64} << 10> chunk_{};
};

/// The base name without its ending; a compressed file's two endings count as one.
std::string name_of(const Input& input) {
    std::string name = input.base_name;
    for (const std::string_view packed : {".gz", ".zst"}) {
        if (name.size() > packed.size() && name.ends_with(packed)) name.resize(name.size() - packed.size());
    }
    const std::size_t dot = name.rfind('.');
    if (dot != std::string::npos && dot > 0) name.resize(dot);
    return name;
}

std::string shown_name(const Input& input) {
    return input.path == "-" ? "stdin" : input.path;
}

/// The map of the text, preceded by what make_report put before it.
text::OffsetMap map_behind(std::size_t added, const text::OffsetMap& map, std::uint32_t size) {
    text::OffsetMap whole;
    if (added > 0) whole.make({0, 0}, static_cast<std::uint32_t>(added));
    for (const auto& run : map.runs()) {
        if (run.reading.begin >= size) break;
        const std::uint32_t left = std::min(run.reading.size(), size - run.reading.begin);
        if (run.copied) {
            whole.copy(run.received.begin, left);
        } else {
            whole.make(run.received, left);
        }
    }
    return whole;
}

Arrival arrive(RawReport raw, const text::OffsetMap& map) {
    const auto added = title_prefix(raw.title, raw.text).size();
    Arrival arrival{make_report(std::move(raw)), {}};
    arrival.to_received = map_behind(added, map, static_cast<std::uint32_t>(arrival.report.text.size() - added));
    return arrival;
}

bool is_blank(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto decoded = text::decode_at(text, at);
        if (!text::is_space(decoded.point)) return false;
        at += decoded.size;
    }
    return true;
}

void read_plain(const Input& input, ByteSource& source, const Sink& sink) {
    bool cut = false;
    const std::string bytes = source.all(kMaxPlainBytes, cut);
    DecodedText decoded = decode(bytes, kMaxTextBytes, cut);
    if (is_blank(decoded.text)) {
        sink.failed(shown_name(input) + ": holds no text; give a file with a report in it");
        return;
    }
    RawReport raw;
    raw.text = std::move(decoded.text);
    raw.notes = std::move(decoded.notes);
    raw.file = input.base_name;
    raw.name = name_of(input);
    sink.arrived(arrive(std::move(raw), decoded.map));
}

/// Empty when the line gave a report, else what is wrong with it and what to do.
std::string read_record(const std::string& line, bool cut, RawReport raw, const Sink& sink) {
    auto parsed = parse_json_report(line, kMaxTextBytes, kMaxFieldBytes, cut);
    if (!parsed && cut) return "longer than " + std::to_string(kMaxLineBytes) + " bytes; split it";
    if (!parsed) return parsed.error().message + "; write one JSON object a line";
    if (!parsed->has_text && parsed->has_html) return "html is not read yet; give the article's text as \"text\"";
    if (!parsed->has_text) return "has neither \"text\" nor \"html\"; give the report's text as \"text\"";
    if (is_blank(parsed->text.text) && is_blank(parsed->title.text)) return "\"text\" is empty; give the report's text";
    raw.id = std::move(parsed->id);
    raw.url = std::move(parsed->url);
    raw.outlet = std::move(parsed->outlet);
    raw.published = std::move(parsed->published);
    raw.title = std::move(parsed->title.text);
    raw.text = std::move(parsed->text.text);
    raw.notes = std::move(parsed->text.notes);
    raw.format = record::SourceFormat::kJsonl;
    sink.arrived(arrive(std::move(raw), parsed->text.map));
    return "";
}

void read_lines(const Input& input, ByteSource& source, const Sink& sink) {
    std::string line;
    bool cut = false;
    std::size_t number = 0, records = 0;
    while (source.line(line, kMaxLineBytes, cut)) {
        ++number;
        if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
        if (base::trim(line).empty()) continue;
        RawReport raw;
        raw.file = input.base_name;
        raw.name = name_of(input) + "#" + std::to_string(++records);
        const std::string wrong = read_record(line, cut, std::move(raw), sink);
        if (!wrong.empty()) sink.failed(shown_name(input) + ":" + std::to_string(number) + ": " + wrong);
    }
}

std::string opening_trouble(int error) {
    if (error == ENOENT) return "there is no such file; check the path";
    if (error == EACCES) return "no permission to read it; check its owner and mode";
    return std::string("cannot be read (") + std::strerror(error) + "); check the file";
}

}  // namespace

void read_input(const Input& input, const Sink& sink) {
    const std::string name = shown_name(input);
    const std::unique_ptr<std::FILE, FileCloser> file(input.path == "-" ? stdin : std::fopen(input.path.c_str(), "rb"));
    if (!file) return sink.failed(name + ": " + opening_trouble(errno));
    ByteSource source(file.get());
    const std::string_view head = source.head();
    if (source.failed()) return sink.failed(name + ": " + opening_trouble(errno));
    if (head.empty()) return sink.failed(name + ": is empty; give a file with a report in it");
    const FormVerdict verdict = judge_form(head);
    if (verdict.form == Form::kRefused) return sink.failed(name + ": " + verdict.why);
    if (verdict.form == Form::kJsonl) {
        read_lines(input, source, sink);
    } else {
        read_plain(input, source, sink);
    }
    if (source.failed()) sink.failed(name + ": broke off while it was read; read it again");
}

}  // namespace readout::intake
