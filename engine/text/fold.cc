#include "text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/check.h"
#include "text/utf8.h"

namespace readout::text {
namespace {

/// The fast way: names in plain ASCII need no tables.
bool fold_ascii(std::string_view text, std::string& out) {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) return false;
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            out.push_back(c);
        } else if (c >= 'A' && c <= 'Z') {
            out.push_back(static_cast<char>(c + 32));
        } else if (!out.empty() && out.back() != ' ') {
            out.push_back(' ');
        }
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return true;
}

}  // namespace

std::string ascii_lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    return out;
}

std::string fold(std::string_view text) {
    std::string out;
    if (fold_ascii(text, out)) return out;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKDInstance(status);
    RO_CHECK(U_SUCCESS(status));
    const icu::UnicodeString source =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    icu::UnicodeString folded = normalizer->normalize(source, status);
    RO_CHECK(U_SUCCESS(status));
    folded.foldCase();
    out.clear();
    for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
        const UChar32 point = folded.char32At(i);
        if (u_isalnum(point)) {
            append_utf8(out, static_cast<char32_t>(point));
        } else if (!is_combining(static_cast<char32_t>(point)) && !out.empty() && out.back() != ' ') {
            out.push_back(' ');
        }
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

bool is_space(char32_t point) {
    return point < 0x80 ? (point == ' ' || (point >= 9 && point <= 13))
                        : u_isUWhiteSpace(static_cast<UChar32>(point)) != 0;
}

bool is_letter(char32_t point) {
    return u_isalpha(static_cast<UChar32>(point)) != 0;
}

bool is_digit(char32_t point) {
    return point >= '0' && point <= '9';
}

bool is_upper(char32_t point) {
    return u_isupper(static_cast<UChar32>(point)) != 0 || u_istitle(static_cast<UChar32>(point)) != 0;
}

bool is_combining(char32_t point) {
    const auto type = u_charType(static_cast<UChar32>(point));
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK;
}

}  // namespace readout::text
