#include "intake/language.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>

#include "text/utf8.h"

namespace readout::intake {
namespace {

constexpr std::size_t kSample = std::size_t{32} << 10;  // bytes: more does not change the answer

}  // namespace

std::string language_of(std::string_view words) {
    std::size_t size = std::min(words.size(), kSample);
    while (size > 0 && !text::is_boundary(words, size)) --size;
    bool reliable = false;
    const CLD2::Language language =
        CLD2::DetectLanguage(words.data(), static_cast<int>(size), /*is_plain_text=*/true, &reliable);
    if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return "";
    std::string code = CLD2::LanguageCode(language);
    if (code == "iw") code = "he";  // the code of before 1989
    return code.substr(0, code.find('-'));
}

std::string language_of(std::string_view text, const std::vector<record::Block>& blocks) {
    std::string news;
    for (const auto& block : blocks) {
        if (!carries_news(block.kind)) continue;
        news += text::words_at(text, block.span);
        news += '\n';
        if (news.size() > kSample) break;
    }
    return language_of(news.empty() ? text : std::string_view(news));
}

}  // namespace readout::intake
