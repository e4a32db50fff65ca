#include "story/words.h"

#include "base/hash.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace readout::story {
namespace {

/// Whether a mark opens or closes a quotation; a straight mark does the opposite of the one before it in its paragraph.
class QuoteState {
  public:
    void see(char32_t point) {
        if (point == U'\n') inside_ = false;
        const bool closes_low = low_ && point == U'“';
        if (point == U'“' || point == U'«' || point == U'„') inside_ = !closes_low;
        if (point == U'”' || point == U'»') inside_ = false;
        low_ = inside_ && (low_ || point == U'„');
        if (point == U'"') inside_ = !inside_;
    }
    [[nodiscard]] bool inside() const { return inside_; }

  private:
    bool inside_ = false, low_ = false;
};

bool is_word_point(char32_t point) {
    return text::is_letter(point) || text::is_digit(point) || text::is_combining(point);
}

void read_block(const std::string& text, text::Span block, std::vector<Word>& words) {
    QuoteState quotes;
    for (std::uint32_t at = block.begin; at < block.end;) {
        text::Decoded point = text::decode_at(text, at);
        if (!is_word_point(point.point)) {
            quotes.see(point.point);
            at += point.size;
            continue;
        }
        Word word;
        word.span.begin = at;
        word.capital = text::is_upper(point.point);
        while (at < block.end && is_word_point(point.point)) {
            at += point.size;
            if (at < block.end) point = text::decode_at(text, at);
        }
        word.span.end = std::min(at, block.end);
        word.folded = text::fold(text::words_at(text, word.span));
        word.hash = base::hash64(word.folded);
        word.quoted = quotes.inside();
        if (!word.folded.empty()) words.push_back(std::move(word));
    }
}

}  // namespace

std::vector<Word> words_of(const record::Report& report) {
    std::vector<Word> words;
    for (const record::Block& block : report.blocks) {
        if (record::carries_news(block.kind)) read_block(report.text, block.span, words);
    }
    return words;
}

}  // namespace readout::story
