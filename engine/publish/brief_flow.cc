#include "publish/brief_flow.h"

#include <fmt/format.h>

#include <string_view>

namespace readout::publish {
namespace {

bool is_quoted(const Piece& piece) {
    return piece.kind == Piece::Kind::kQuote || piece.kind == Piece::Kind::kMarked;
}

bool clings(const Piece& piece) {
    return piece.kind == Piece::Kind::kPhrase && !piece.words.empty() &&
           std::string_view(",;.:)").find(piece.words.front()) != std::string_view::npos;
}

bool holds_double_marks(const Pieces& pieces, std::size_t first, std::size_t last) {
    constexpr std::string_view kMarks[] = {"\"", "“", "”", "''", "«", "„"};
    for (std::size_t i = first; i < last; ++i) {
        for (const std::string_view mark : kMarks) {
            if (pieces[i].words.find(mark) != std::string::npos) return true;
        }
    }
    return false;
}

}  // namespace

Pieces flow(const Pieces& pieces) {
    Pieces out;
    for (std::size_t i = 0; i < pieces.size();) {
        if (i > 0 && !clings(pieces[i])) out.push_back({Piece::Kind::kPhrase, " ", {}});
        if (!is_quoted(pieces[i])) {
            out.push_back(pieces[i++]);
            continue;
        }
        std::size_t last = i;
        while (last < pieces.size() && is_quoted(pieces[last])) ++last;
        const bool single = holds_double_marks(pieces, i, last);
        out.push_back({Piece::Kind::kQuote, single ? "‘" : "“", {}});
        for (; i < last; ++i) out.push_back(pieces[i]);
        out.push_back({Piece::Kind::kQuote, single ? "’" : "”", {}});
    }
    return out;
}

std::string cite_words(const BriefCite& cite) {
    if (cite.begin == cite.end) return std::to_string(cite.source);
    return fmt::format("{}:{}-{}", cite.source, cite.begin, cite.end);
}

}  // namespace readout::publish
