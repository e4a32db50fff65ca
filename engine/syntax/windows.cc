#include "syntax/windows.h"

#include <utility>

#include "learn/encoder.h"
#include "syntax/word_view.h"

namespace readout::syntax {
namespace {

constexpr std::uint8_t kOpening = 7, kClosing = 15, kUntold = 23;  // training blurs some marks to kUntold

/// All words with their pieces and shapes, before they are put into windows.
struct Cut {
    std::vector<std::uint32_t> pieces;
    std::vector<std::uint32_t> begins;  // of each word, and one more
    std::vector<std::uint8_t> shapes;   // one a word

    [[nodiscard]] std::size_t size(std::uint32_t first, std::uint32_t last) const {
        return begins[last] - begins[first];
    }
};

/// One behind the last of the sentences from `i` on that lie in its block.
std::size_t block_end(const std::vector<record::Sentence>& sentences, std::size_t i) {
    const std::uint32_t block = sentences[i].block;
    while (i < sentences.size() && sentences[i].block == block) ++i;
    return i;
}

/// The network sees one pair of marks for each level, whatever the text writes.
std::string_view word_shown(std::string_view word, const MarkUse& use) {
    if (use.side == MarkSide::kNone) return word;
    return use.outer ? "\"" : "'";
}

Cut cut_words(std::string_view text, const record::Syntax& syntax, const learn::WordPiece& pieces) {
    Cut cut;
    cut.begins.reserve(syntax.tokens.size() + 1);
    const std::vector<record::Sentence>& sentences = syntax.sentences;
    std::vector<text::Span> words;
    for (std::size_t i = 0, j = 0; i < sentences.size(); i = j) {
        j = block_end(sentences, i);
        words.clear();
        for (std::uint32_t word = sentences[i].first_token; word < sentences[j - 1].last_token; ++word)
            words.push_back(syntax.tokens[word].span);
        const bool goes_on = j < sentences.size() &&
                             is_single_opener(text::words_at(text, syntax.tokens[sentences[j].first_token].span));
        const std::vector<MarkUse> marks = uses_of_marks(text, words, goes_on);
        for (std::size_t k = 0; k < words.size(); ++k) {
            const std::string_view word = text::words_at(text, words[k]);
            cut.begins.push_back(static_cast<std::uint32_t>(cut.pieces.size()));
            pieces.pieces(word_shown(word, marks[k]), cut.pieces);
            cut.shapes.push_back(piece_shape(word, marks[k]));
        }
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
            const std::size_t j = block_end(sentences, i);
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

std::uint8_t piece_shape(std::string_view word, const MarkUse& use) {
    if (use.side == MarkSide::kNone) return shape_of(word);
    return use.side == MarkSide::kOpens ? kOpening : kClosing;
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
