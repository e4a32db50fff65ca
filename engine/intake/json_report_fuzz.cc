// Any bytes as a JSONL line. What the reader takes, a second JSON library takes too, with the same text; the map leads
// copied bytes back. (The other library also refuses lone surrogates and invalid UTF-8, which are read here.)
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "base/check.h"
#include "intake/json_report.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace readout;
    const std::string_view line(reinterpret_cast<const char*>(data), size);
    const auto parsed = intake::parse_json_report(line, std::size_t{1} << 20, std::size_t{1} << 16, size % 5 == 0);
    if (parsed) {
        RO_CHECK(text::is_valid_utf8(parsed->text.text) && text::is_valid_utf8(parsed->title.text));
        RO_CHECK(parsed->text.map.holds(parsed->text.text, line));
    }
    if (size % 5 == 0 || line.starts_with("\xEF\xBB\xBF")) return 0;
    const bool accepted = nlohmann::json::accept(line);
    if (!accepted) return 0;
    const auto other = nlohmann::json::parse(line);
    const bool plain = other.is_object() && other.contains("text") && other["text"].is_string();
    if (!parsed || !plain || !parsed->has_text) return 0;
    const auto expected = other["text"].get<std::string>();
    const bool same = expected.find('\r') != std::string::npos || expected.find('\0') != std::string::npos ||
                      expected == parsed->text.text;
    RO_CHECK(same);
    return 0;
}
