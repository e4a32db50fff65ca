#include "statement/nesting.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>

namespace readout::statement {
namespace {

// What must lie in the content of another statement for this one to be inside it.
Span anchor_of(const Draft& d) {
    if (d.cue) return *d.cue;
    if (d.speaker) return *d.speaker;
    return d.content.empty() ? d.sentence : d.content.front();
}

std::uint32_t length_of(const Draft& d) {
    return std::accumulate(d.content.begin(), d.content.end(), 0u,
                           [](std::uint32_t sum, Span s) { return sum + s.size(); });
}

struct Piece {
    Span span;
    std::uint32_t draft = 0;
};

std::vector<Piece> pieces_of(std::span<const Draft> drafts) {
    std::vector<Piece> pieces;
    for (std::size_t d = 0; d < drafts.size(); ++d) {
        for (const Span span : drafts[d].content) pieces.push_back({span, static_cast<std::uint32_t>(d)});
    }
    std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
        return std::tie(a.span.begin, a.span.end, a.draft) < std::tie(b.span.begin, b.span.end, b.draft);
    });
    return pieces;
}

// The statement that cites the source of draft `d`: it has the same content and stands in the same sentence.
std::optional<std::size_t> citing(std::span<const Draft> drafts, std::size_t d) {
    constexpr std::size_t kNear = 64;
    const std::size_t from = d > kNear ? d - kNear : 0;
    std::optional<std::size_t> best;
    for (std::size_t k = from; k < drafts.size() && k < d + kNear; ++k) {
        if (k == d || drafts[k].shares_content || drafts[k].content != drafts[d].content ||
            drafts[k].sentence != drafts[d].sentence)
            continue;
        if (!best || k < d) best = k;
    }
    return best;
}

// May `outer` report `inner`? Only what says more can, and of equals one that shares nobody's content, then the earlier
// one. This is a strict order, so links that keep to it cannot run in a circle.
bool may_hold(std::span<const Draft> drafts, std::size_t outer, std::size_t inner) {
    const auto rank = [&](std::size_t d) { return std::tuple(~length_of(drafts[d]), drafts[d].shares_content, d); };
    return rank(outer) < rank(inner);
}

}  // namespace

// A sweep: the contents open at an anchor are few, since one sentence or quotation holds them.
std::vector<std::int32_t> nest(std::span<const Draft> drafts) {
    const std::vector<Piece> pieces = pieces_of(drafts);
    std::vector<std::uint32_t> order(drafts.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const Span x = anchor_of(drafts[a]), y = anchor_of(drafts[b]);
        return std::tie(x.begin, x.end, a) < std::tie(y.begin, y.end, b);
    });
    std::vector<std::int32_t> inside(drafts.size(), kNone);
    std::vector<Piece> open;
    std::size_t next = 0;
    for (const std::uint32_t d : order) {
        const Span anchor = anchor_of(drafts[d]);
        while (next < pieces.size() && pieces[next].span.begin <= anchor.begin) open.push_back(pieces[next++]);
        open.erase(std::remove_if(open.begin(), open.end(), [&](const Piece& p) { return p.span.end <= anchor.begin; }),
                   open.end());
        const Piece* best = nullptr;
        for (const Piece& p : open) {
            if (!p.span.contains(anchor) || !may_hold(drafts, p.draft, d)) continue;
            const bool shorter = best == nullptr || length_of(drafts[p.draft]) < length_of(drafts[best->draft]);
            const bool deeper = best != nullptr && length_of(drafts[p.draft]) == length_of(drafts[best->draft]) &&
                                drafts[p.draft].shares_content;
            if (shorter || deeper) best = &p;
        }
        if (best != nullptr) inside[d] = static_cast<std::int32_t>(best->draft);
    }
    for (std::size_t d = 0; d < drafts.size(); ++d) {  // a cited source is inside the statement that cites it
        if (!drafts[d].shares_content) continue;
        if (const auto k = citing(drafts, d)) inside[d] = static_cast<std::int32_t>(*k);
    }
    return inside;
}

std::vector<std::vector<Span>> said_inside(std::span<const Draft> drafts, std::span<const std::int32_t> inside) {
    std::vector<std::vector<Span>> said(drafts.size());
    for (std::size_t d = 0; d < drafts.size(); ++d) {
        if (inside[d] == kNone || drafts[d].shares_content) continue;
        std::vector<Span>& outer = said[static_cast<std::size_t>(inside[d])];
        outer.insert(outer.end(), drafts[d].content.begin(), drafts[d].content.end());
    }
    for (std::vector<Span>& spans : said) std::sort(spans.begin(), spans.end());
    return said;
}

std::vector<record::Quotation> kinds_of(std::span<const Draft> drafts, std::span<const std::int32_t> inside,
                                        std::span<const Quote> quotes) {
    using record::Quotation;
    std::vector<Quotation> kinds(drafts.size(), Quotation::kIndirect);
    std::vector<std::vector<std::uint32_t>> children(drafts.size());
    for (std::size_t d = 0; d < drafts.size(); ++d) {
        if (inside[d] != kNone) children[static_cast<std::size_t>(inside[d])].push_back(static_cast<std::uint32_t>(d));
    }
    for (std::size_t d = 0; d < drafts.size(); ++d) {
        if (drafts[d].all_quoted()) {
            kinds[d] = Quotation::kDirect;
            continue;
        }
        if (std::any_of(drafts[d].whole_quotes.begin(), drafts[d].whole_quotes.end(),
                        [](std::int32_t quote) { return quote >= 0; }))
            kinds[d] = Quotation::kMixed;  // "mocked |the plan|: “|Who pays?|”"
        for (const Span content : drafts[d].content) {
            auto q = std::partition_point(quotes.begin(), quotes.end(),
                                          [&](const Quote& x) { return x.outer.begin < content.begin; });
            for (; q != quotes.end() && q->outer.begin < content.end; ++q) {
                if (q->parent != drafts[d].level) continue;
                const bool inner =
                    !drafts[d].shares_content &&
                    std::any_of(children[d].begin(), children[d].end(), [&](std::uint32_t c) {
                        return std::any_of(drafts[c].content.begin(), drafts[c].content.end(),
                                           [&](Span s) { return s.contains(q->inner) || q->inner.contains(s); }) &&
                               !drafts[c].shares_content;
                    });
                if (!inner) kinds[d] = Quotation::kMixed;
            }
        }
    }
    return kinds;
}

}  // namespace readout::statement
