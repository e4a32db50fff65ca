#pragma once
// Words into windows of word pieces, as the reader network takes them. training/reader/windows.py cuts the same.
//
//     [CLS] paragraph [SEP] paragraph [SEP]      at most `room` pieces; whole paragraphs of one report, in order
//
// A paragraph that does not fit begins a new window. One that is longer than a window is cut at the ends of sentences,
// a sentence longer than a window between words.

#include <cstdint>
#include <string_view>
#include <vector>

#include "learn/wordpiece.h"
#include "record/syntax.h"
#include "syntax/marks.h"

namespace readout::syntax {

struct PieceWindow {
    std::uint32_t first = 0, last = 0;  // words, as indices of Syntax::tokens
    std::vector<std::uint32_t> pieces;
    std::vector<std::uint8_t> shapes;   // one a piece: that of its word
    std::vector<std::uint32_t> begins;  // of each word its first piece
    std::vector<std::uint8_t> counts;   // and how many it has
};

/// Of the tokens and sentences of `syntax`, which are spans of `text`. Quotation marks become " and ' by what they do
/// (marks.h), so that the network sees the same whichever glyphs a text uses. Linear time.
std::vector<PieceWindow> cut_windows(std::string_view text, const record::Syntax& syntax,
                                     const learn::WordPiece& pieces, std::size_t room);

/// Is this the shape of a quotation mark that stands alone?
bool is_quotation_mark(std::uint8_t shape);

/// shape_of a word; of a quotation mark 7 when it opens, 15 when it closes.
std::uint8_t piece_shape(std::string_view word, const MarkUse& use);

}  // namespace readout::syntax
