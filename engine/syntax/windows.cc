#include "syntax/windows.h"

#include <algorithm>
#include <array>

#include "learn/encoder.h"
#include "syntax/word_view.h"
#include "text/list.h"

namespace readout::syntax {
namespace {

constexpr std::uint8_t kOpening = 7, kClosing = 15, kUntold = 23;
constexpr std::array<std::string_view, 9> kOpeningMarks = {"“", "„", "«", "‹", "‘", "‚", "`", "‟", "〝"};
constexpr std::array<std::string_view, 6> kClosingMarks = {"”", "»", "›", "’", "〞", "´"};

/// All words with their pieces and shapes, before they are put into windows.
struct Cut {
    std::vector<std::uint32_t> pieces;
    std::vector<std::uint32_t> begins;  // of each word, and one more
    std::vector<std::uint8_t> shapes;   // one a word

    [[nodiscard]] std::size_t size(std::uint32_t first, std::uint32_t last) const {
        return begins[last] - begins[first];
    }
};

Cut cut_words(std::string_view text, const record::Syntax& syntax, const learn::WordPiece& pieces) {
    Cut cut;
    cut.begins.reserve(syntax.tokens.size() + 1);
    std::size_t sentence = 0;
    for (std::uint32_t i = 0; i < syntax.tokens.size(); ++i) {
        while (i >= syntax.sentences[sentence].last_token) ++sentence;
        const record::Sentence& here = syntax.sentences[sentence];
        const text::Span span = syntax.tokens[i].span;
        const bool first =
            i == here.first_token && (sentence == 0 || syntax.sentences[sentence - 1].block != here.block);
        const bool last = i + 1 == here.last_token && (sentence + 1 == syntax.sentences.size() ||
                                                       syntax.sentences[sentence + 1].block != here.block);
        const bool before = first || syntax.tokens[i - 1].span.end < span.begin;
        const bool after = last || span.end < syntax.tokens[i + 1].span.begin;
        cut.begins.push_back(static_cast<std::uint32_t>(cut.pieces.size()));
        pieces.pieces(text::words_at(text, span), cut.pieces);
        cut.shapes.push_back(piece_shape(text::words_at(text, span), before, after));
    }
    cut.begins.push_back(static_cast<std::uint32_t>(cut.pieces.size()));
    return cut;
}

/// Where windows end, as indices of words, ascending.
class Cutter {
  public:
    Cutter(const record::Syntax& syntax, const Cut& cut, std::size_t room) : syntax_(syntax), cut_(cut), room_(room) {}

    std::vector<std::uint32_t> ends() {
        const std::vector<record::Sentence>& sentences = syntax_.sentences;
        for (std::size_t i = 0; i < sentences.size();) {
            std::size_t j = i + 1;
            while (j < sentences.size() && sentences[j].block == sentences[i].block) ++j;
            paragraph(i, j);
            i = j;
        }
        close(static_cast<std::uint32_t>(syntax_.tokens.size()));
        return std::move(ends_);
    }

  private:
    void close(std::uint32_t end) {
        if (end > first_) ends_.push_back(end);
        first_ = end;
        used_ = 0;
    }

    /// The one of the sentences [i, j).
    void paragraph(std::size_t i, std::size_t j) {
        const std::uint32_t begin = syntax_.sentences[i].first_token, end = syntax_.sentences[j - 1].last_token;
        const std::size_t size = cut_.size(begin, end) + 1;  // its [SEP]
        if (used_ + size > room_ - 1) close(begin);          // [CLS]
        if (size <= room_ - 1) {
            used_ += size;
            return;
        }
        for (; i < j; ++i) sentence(syntax_.sentences[i].first_token, syntax_.sentences[i].last_token, room_ - 2);
        close(end);
    }

    /// One of a paragraph that is longer than a window.
    void sentence(std::uint32_t begin, std::uint32_t end, std::size_t room) {
        if (used_ + cut_.size(begin, end) > room) close(begin);
        while (cut_.size(begin, end) > room) {
            std::uint32_t last = begin;
            while (cut_.size(begin, last + 1) <= room) ++last;
            close(last);
            begin = last;
        }
        used_ += cut_.size(begin, end);
    }

    const record::Syntax& syntax_;
    const Cut& cut_;
    std::size_t room_, used_ = 0;
    std::uint32_t first_ = 0;
    std::vector<std::uint32_t> ends_;
};

void add(PieceWindow& window, std::uint32_t piece, std::uint8_t shape) {
    window.pieces.push_back(piece);
    window.shapes.push_back(shape);
}

}  // namespace

bool is_quotation_mark(std::uint8_t shape) {
    return shape == kOpening || shape == kClosing || shape == kUntold;
}

std::uint8_t piece_shape(std::string_view word, bool space_before, bool space_after) {
    if (word == "``" || text::is_one_of(word, kOpeningMarks)) return kOpening;
    if (word == "''" || text::is_one_of(word, kClosingMarks)) return kClosing;
    if (word == "\"" || word == "'") {
        if (space_before == space_after) return kUntold;
        return space_before ? kOpening : kClosing;
    }
    return shape_of(word);
}

std::vector<PieceWindow> cut_windows(std::string_view text, const record::Syntax& syntax,
                                     const learn::WordPiece& pieces, std::size_t room) {
    const Cut cut = cut_words(text, syntax, pieces);
    std::vector<PieceWindow> windows;
    std::uint32_t first = 0;
    std::size_t sentence = 0;
    for (const std::uint32_t last : Cutter(syntax, cut, room).ends()) {
        PieceWindow window{first, last, {}, {}, {}, {}};
        add(window, pieces.begin(), learn::kNoShape);
        for (std::uint32_t word = first; word < last; ++word) {
            const std::size_t before = sentence;
            while (word >= syntax.sentences[sentence].last_token) ++sentence;
            if (word > first && syntax.sentences[sentence].block != syntax.sentences[before].block) {
                add(window, pieces.separator(), learn::kNoShape);
            }
            window.begins.push_back(static_cast<std::uint32_t>(window.pieces.size()));
            window.counts.push_back(static_cast<std::uint8_t>(cut.size(word, word + 1)));
            for (std::uint32_t i = cut.begins[word]; i < cut.begins[word + 1]; ++i)
                add(window, cut.pieces[i], cut.shapes[word]);
        }
        add(window, pieces.separator(), learn::kNoShape);
        windows.push_back(std::move(window));
        first = last;
    }
    return windows;
}

}  // namespace readout::syntax
