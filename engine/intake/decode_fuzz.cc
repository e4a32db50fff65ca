// Any bytes: the text is valid UTF-8 within the limit, and the map leads every byte of it back to what was received.
#include <cstddef>
#include <cstdint>

#include "base/check.h"
#include "intake/decode.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace readout;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t limit = size % 3 == 0 ? size / 2 : std::size_t{1} << 22;
    const intake::DecodedText decoded = intake::decode(bytes, limit, false);
    RO_CHECK(decoded.text.size() <= limit);
    RO_CHECK(text::is_valid_utf8(decoded.text));
    RO_CHECK(decoded.map.holds(decoded.text, bytes));
    for (const auto& note : decoded.notes) {
        RO_CHECK(note.span.begin <= note.span.end && note.span.end <= decoded.text.size());
    }
    return 0;
}
