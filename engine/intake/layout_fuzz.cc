// Any text: blocks are ordered, trimmed, and hold everything but white space; notes lie inside.
#include <cstddef>
#include <cstdint>

#include "base/check.h"
#include "intake/decode.h"
#include "intake/intake.h"
#include "intake/lines.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace readout;
    intake::RawReport raw;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    raw.text = intake::decode(bytes, std::size_t{1} << 20, false).text;
    if (size % 2 == 0) raw.title = raw.text.substr(0, raw.text.find('\n'));
    const record::Report report = intake::make_report(raw);
    std::uint32_t at = 0;
    for (const record::Block& block : report.blocks) {
        RO_CHECK(at <= block.span.begin && !block.span.empty() && block.span.end <= report.text.size());
        RO_CHECK(intake::trimmed(report.text, {at, block.span.begin}).empty());
        RO_CHECK(intake::trimmed(report.text, block.span) == block.span);
        at = block.span.end;
    }
    RO_CHECK(intake::trimmed(report.text, {at, static_cast<std::uint32_t>(report.text.size())}).empty());
    for (const record::Note& note : report.notes) {
        RO_CHECK(note.span.begin <= note.span.end && note.span.end <= report.text.size());
    }
    return 0;
}
