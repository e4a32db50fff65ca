#include "intake/format.h"

#include <array>

#include "base/table.h"
#include "text/fold.h"

namespace readout::intake {
namespace {

struct Magic {
    std::string_view bytes;
    const char* why;
};

constexpr const char* kPicture = "is a picture; give its text";
constexpr const char* kUnpack = "is compressed, which is not read yet; unpack it first (gzip -d) and give the result";
constexpr const char* kWarc =
    "is a web archive (WARC), which is not read yet; take the articles' text out of it and give that";
constexpr const char* kHtml = "is an HTML page, which is not read yet; save the article's text as plain text";
constexpr const char* kXml = "is XML (a feed?), which is not read yet; save the articles as text, or as JSON lines";
constexpr const char* kArray =
    "is a JSON array; write one object a line, {\"id\", \"title\", \"text\", …}, without brackets and commas between";
constexpr const char* kPretty = "is JSON over several lines; write each report as one object on a line of its own";

constexpr std::array<Magic, 11> kMagics{
    {{{"\x1F\x8B", 2}, kUnpack},
     {{"\x28\xB5\x2F\xFD", 4}, kUnpack},
     {{"BZh", 3}, kUnpack},
     {{"\xFD"
       "7zXZ",
       5},
      kUnpack},
     {{"PK\x03\x04", 4}, "is a zip archive or an office document; unpack it, or save its text as plain text"},
     {{"%PDF-", 5}, "is a PDF; save its text as plain text (pdftotext)"},
     {{"\x89PNG", 4}, kPicture},
     {{"\xFF\xD8\xFF", 3}, kPicture},
     {{"GIF8", 4}, kPicture},
     {{"SQLite format 3", 15}, "is a database; give it with --store"},
     {{"WARC/", 5}, kWarc}}};

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> heads) {
    for (const std::string_view head : heads) {
        if (text.starts_with(head)) return true;
    }
    return false;
}

/// Control characters that no encoding of text uses, in more than one of fifty bytes. UTF-16 and UTF-32 are full of
/// small bytes, and of zeros.
bool is_binary(std::string_view head) {
    constexpr std::size_t kLeast = 64;  // bytes: less tells nothing
    if (head.size() < kLeast || starts_with_any(head, {"\xFF\xFE", "\xFE\xFF"})) return false;
    std::size_t zeros = 0, controls = 0;
    for (const char c : head) {
        const auto byte = static_cast<unsigned char>(c);
        zeros += byte == 0 ? 1 : 0;
        controls += (byte >= 1 && byte <= 8) || (byte >= 14 && byte <= 26) || byte == 0x7F ? 1 : 0;
    }
    return 4 * zeros < head.size() && 50 * controls > head.size();
}

}  // namespace

FormVerdict judge_form(std::string_view head) {
    for (const Magic& magic : kMagics) {
        if (head.starts_with(magic.bytes)) return {Form::kRefused, magic.why};
    }
    if (is_binary(head)) return {Form::kRefused, "holds bytes that no text has (a picture, a program?); give its text"};
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    const std::string_view body = base::trim(head);
    const std::string low = text::ascii_lower(body.substr(0, 1024));
    if (starts_with_any(low, {"<!doctype html", "<html", "<head", "<body"})) return {Form::kRefused, kHtml};
    if (starts_with_any(low, {"<?xml", "<rss", "<feed", "<rdf:"})) {
        return {Form::kRefused, low.find("<html") != std::string::npos ? kHtml : kXml};
    }
    if (low.size() > 1 && low[0] == '<' && (low[1] == '!' || (low[1] >= 'a' && low[1] <= 'z')) &&
        body.find("</") != std::string_view::npos) {
        return {Form::kRefused, kHtml};
    }
    if (body.starts_with('{') || body.starts_with('[')) {
        const std::string_view inner = base::trim(body.substr(1));
        const bool broken = body.size() > 1 && (body[1] == '\n' || body[1] == '\r');
        if (body[0] == '[' && starts_with_any(inner, {"{"})) return {Form::kRefused, kArray};
        if (body[0] == '{' && broken && starts_with_any(inner, {"\""})) return {Form::kRefused, kPretty};
        if (body[0] == '{' && starts_with_any(inner, {"\"", "}"})) return {Form::kJsonl, ""};
    }
    return {};
}

}  // namespace readout::intake
