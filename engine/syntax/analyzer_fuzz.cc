// Any bytes as a report of a few blocks: what the analyzer promises about its spans must hold.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/check.h"
#include "base/file.h"
#include "syntax/analyzer.h"
#include "syntax/sentences.h"
#include "syntax/tokenizer.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace {

using readout::record::Report;

const readout::syntax::Analyzer& analyzer() {
    static const auto model = readout::base::MappedFile::open(READOUT_SOURCE_DIR "/models/tagger.bin");
    RO_CHECK(model.has_value());
    static const auto loaded = readout::syntax::Analyzer::load(model->bytes(), {});
    RO_CHECK(loaded.has_value());
    return *loaded;
}

/// The text as valid UTF-8, which is what a report holds.
std::string valid(std::string_view bytes) {
    std::string out;
    for (std::size_t i = 0; i < bytes.size();) {
        const auto here = readout::text::decode_at(bytes, i);
        readout::text::append_utf8(out, here.valid ? here.point : 0xFFFD);
        i += here.size;
    }
    return out;
}

void check_words(const Report& report, const readout::record::Syntax& syntax) {
    std::uint32_t at = 0;
    for (const readout::record::Token& token : syntax.tokens) {
        RO_CHECK(token.span.begin >= at && token.span.end > token.span.begin && token.span.end <= report.text.size());
        RO_CHECK(readout::text::is_boundary(report.text, token.span.begin));
        RO_CHECK(readout::text::is_boundary(report.text, token.span.end));
        for (; at < token.span.begin; ++at) {  // nothing but white space lies between words
            if (!readout::text::is_boundary(report.text, at)) continue;
            RO_CHECK(readout::text::is_space(readout::text::decode_at(report.text, at).point));
        }
        at = token.span.end;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Report report;
    report.text = valid({reinterpret_cast<const char*>(data), size});
    std::uint32_t begin = 0;
    const auto end = static_cast<std::uint32_t>(report.text.size());
    if (const std::size_t cut = report.text.find("\n\n"); cut != std::string::npos) {
        report.blocks.push_back({{0, static_cast<std::uint32_t>(cut)}, readout::record::BlockKind::kList, ""});
        begin = static_cast<std::uint32_t>(cut + 2);
    }
    report.blocks.push_back({{begin, end}, readout::record::BlockKind::kParagraph, ""});
    const readout::record::Syntax syntax = analyzer().analyze(report);
    check_words(report, syntax);
    std::uint32_t next = 0;
    for (const readout::record::Sentence& sentence : syntax.sentences) {
        RO_CHECK(sentence.first_token == next && sentence.last_token > next);
        RO_CHECK(sentence.last_token - sentence.first_token <= readout::syntax::kMaxSentenceTokens + 16);
        RO_CHECK(report.blocks[sentence.block].span.contains(sentence.span));
        next = sentence.last_token;
    }
    RO_CHECK(next == syntax.tokens.size());
    return 0;
}
