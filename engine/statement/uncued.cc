#include "statement/uncued.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "statement/phrase.h"

namespace readout::statement {
namespace {

using record::BlockKind;

constexpr std::size_t kNoDraft = static_cast<std::size_t>(-1);

class Uncued {
  public:
    Uncued(std::span<const Segment> segments, std::span<const Quote> quotes, const record::Report& report,
           const std::vector<bool>& skipped, std::vector<Draft>& drafts)
        : segments_(segments),
          quotes_(quotes),
          report_(report),
          skipped_(skipped),
          drafts_(drafts),
          owner_(quotes.size(), kNoDraft),
          reported_(report.blocks.size(), false) {}

    void run() {
        for (std::size_t d = 0; d < drafts_.size(); ++d) {
            if (drafts_[d].cue && drafts_[d].level == kNone) {
                reported_[drafts_[d].block] = true;
                if (!drafts_[d].content.empty() && !drafts_[d].negated) sayings_.emplace_back(*drafts_[d].cue, d);
            }
            for (const std::int32_t quote : drafts_[d].whole_quotes) {
                if (quote >= 0) owner_[static_cast<std::size_t>(quote)] = d;
            }
        }
        std::sort(sayings_.begin(), sayings_.end());
        join_paragraphs();
        for (std::size_t d = 0; d < drafts_.size(); ++d) {
            if (drafts_[d].awaits_block) take_blocks(d);
        }
        for (std::size_t i = 0; i < segments_.size(); ++i) {
            if (skipped_[segments_[i].block]) {
                last_ = kNoDraft;
                continue;
            }
            if (i == 0 || segments_[i - 1].block != segments_[i].block) last_ = kNoDraft;
            read(segments_[i]);
        }
        join_paragraphs();
    }

  private:
    [[nodiscard]] bool headline(const Segment& s) const {
        const BlockKind kind = report_.blocks[s.block].kind;
        return kind == BlockKind::kHeadline || kind == BlockKind::kHeading || kind == BlockKind::kList;
    }

    // "The agency wrote:" takes the paragraphs behind it that are wholly quoted, or that another publisher wrote.
    void take_blocks(std::size_t d) {
        std::size_t b = drafts_[d].block + std::size_t{1};
        for (; b < report_.blocks.size() && report_.blocks[b].kind == BlockKind::kRepublished; ++b)
            drafts_[d].add(report_.blocks[b].span, kNone);
        if (!drafts_[d].content.empty()) return;
        auto q = std::partition_point(quotes_.begin(), quotes_.end(), [&](const Quote& x) { return x.block < b; });
        for (; q != quotes_.end() && q->block == b; ++q) {
            if (q->parent != kNone) continue;
            const Span block = report_.blocks[b].span;
            if (q->outer.begin > block.begin + 2 || q->outer.end + 2 < block.end) return;
            give(static_cast<std::size_t>(q - quotes_.begin()), d);
            ++b;
        }
    }

    // A quotation that an earlier or later paragraph of the same quotation has attributed belongs to that statement.
    void join_paragraphs() {
        for (std::size_t q = 0; q < quotes_.size(); ++q) {  // forward: heads first
            const std::int32_t from = quotes_[q].continues;
            if (from >= 0 && owner_[q] == kNoDraft && owner_[static_cast<std::size_t>(from)] != kNoDraft)
                give(q, owner_[static_cast<std::size_t>(from)]);
        }
        for (std::size_t q = quotes_.size(); q-- > 0;) {
            const std::int32_t from = quotes_[q].continues;
            if (from >= 0 && owner_[q] != kNoDraft && owner_[static_cast<std::size_t>(from)] == kNoDraft)
                give(static_cast<std::size_t>(from), owner_[q]);
        }
    }

    void give(std::size_t quote, std::size_t draft) {
        owner_[quote] = draft;
        const Span span = content_of(quote);
        if (!span.empty()) drafts_[draft].add(span, static_cast<std::int32_t>(quote));
    }

    [[nodiscard]] Span content_of(std::size_t quote) const {
        Span span = quotes_[quote].inner;
        const auto drop = [](char c) { return c == ',' || c == '.' || c == ' ' || c == '\n'; };
        while (span.end > span.begin && drop(report_.text[span.end - 1])) --span.end;
        while (span.begin < span.end && (report_.text[span.begin] == ' ' || report_.text[span.begin] == '\n'))
            ++span.begin;
        return span;
    }

    void read(const Segment& s) {
        const bool only_quotes = std::all_of(s.words.begin(), s.words.end(),
                                             [](const Word& w) { return w.is_quote() || is_punctuation(w); });
        for (const Word& w : s.words) {
            if (w.is_quote() && owner_[static_cast<std::size_t>(w.quote)] != kNoDraft)
                last_ = owner_[static_cast<std::size_t>(w.quote)];
        }
        if (only_quotes) return read_bare(s);
        const bool owned = std::any_of(s.words.begin(), s.words.end(), [&](const Word& w) {
            return w.is_quote() && owner_[static_cast<std::size_t>(w.quote)] != kNoDraft;
        });
        read_labelled(s);
        read_signed(s);
        if (headline(s)) read_headline(s);
        if (!owned) last_ = only_saying_of(s);
    }

    /// "“Why?” |she asked.| “Who gains?”", "The mill would close, |he said.| “It is over.”": the statement whose cue
    /// stands in the segment, if there is just one.
    [[nodiscard]] std::size_t only_saying_of(const Segment& s) const {
        const Span all = s.span(0, s.size());
        const auto before = [](const auto& saying, std::uint32_t at) { return saying.first.begin < at; };
        const auto from = std::lower_bound(sayings_.begin(), sayings_.end(), all.begin, before);
        const auto to = std::lower_bound(from, sayings_.end(), all.end, before);
        return to - from == 1 && !headline(s) ? from->second : kNoDraft;
    }

    // A segment of nothing but quotations: goes on with the statement just before it, or stands alone.
    void read_bare(const Segment& s) {
        for (const Word& w : s.words) {
            if (!w.is_quote()) continue;
            const auto quote = static_cast<std::size_t>(w.quote);
            if (owner_[quote] != kNoDraft) continue;
            const std::int32_t from = quotes_[quote].continues;
            if (from >= 0 && owner_[static_cast<std::size_t>(from)] != kNoDraft) {
                last_ = owner_[static_cast<std::size_t>(from)];
                give(quote, last_);
                continue;
            }
            if (last_ != kNoDraft && (drafts_[last_].all_quoted() || drafts_[last_].cue)) {
                give(quote, last_);
                continue;
            }
            if (too_short(quote) && !headline(s)) continue;
            add(s, quote).context_speaker = true;
        }
    }

    [[nodiscard]] bool too_short(std::size_t quote) const {
        const std::string_view words = text::words_at(report_.text, quotes_[quote].inner);
        return std::count(words.begin(), words.end(), ' ') < 2;
    }

    Draft& add(const Segment& s, std::size_t quote) {
        Draft draft;
        draft.level = s.level;
        draft.block = s.block;
        draft.sentence = s.span(0, s.size());
        drafts_.push_back(std::move(draft));
        last_ = drafts_.size() - 1;
        give(quote, last_);
        return drafts_.back();
    }

    // "The home adviser, on Facebook: “…”"
    void read_labelled(const Segment& s) {
        for (std::size_t i = 1; i + 1 < s.size(); ++i) {
            if (!s[i].is(":") || !s[i + 1].is_quote()) continue;
            const auto quote = static_cast<std::size_t>(s[i + 1].quote);
            if (owner_[quote] != kNoDraft) continue;
            const std::size_t begin = label_begin(s, i);
            const std::size_t end = noun_phrase_end(s, begin, Attach::kAll);
            if (end == begin) continue;
            add(s, quote).speaker = s.span(begin, end);
        }
    }
    [[nodiscard]] static std::size_t label_begin(const Segment& s, std::size_t colon) {
        std::size_t begin = 0;
        for (std::size_t i = 0; i < colon; ++i) {
            if (s[i].is(";") || s[i].is(":") || is_dash(s[i]) || s[i].is("•")) begin = i + 1;
        }
        while (begin < colon && (is_coordinator(s[begin]) || is_adverb(s[begin]) || is_preposition(s[begin]))) ++begin;
        return begin;
    }

    // "“…” — Petra Lund, a teacher": a quotation signed by a name. The dash is the cue, as PolNeAR has it.
    void read_signed(const Segment& s) {
        if (s.size() < 3 || !s[0].is_quote() || !is_dash(s[1])) return;
        const auto quote = static_cast<std::size_t>(s[0].quote);
        if (owner_[quote] != kNoDraft || too_short(quote) || !s[2].tag.starts_with("NNP")) return;
        const std::size_t end = noun_phrase_end(s, 2, Attach::kNothing);
        if (end == 2 || (end < s.size() && !is_punctuation(s[end]))) return;
        for (std::size_t i = end; i < s.size(); ++i) {
            if (is_finite(s[i])) return;
        }
        Draft& draft = add(s, quote);
        draft.speaker = s.span(2, end);
        draft.cue = s.span(1, 2);
    }

    // "Speaker: words" and "‘Words’: minister rejects plan".
    void read_headline(const Segment& s) {
        const auto colon = std::find_if(s.words.begin(), s.words.end(), [](const Word& w) { return w.is(":"); });
        if (colon == s.words.end() || colon == s.words.begin() || colon + 1 == s.words.end()) return;
        const auto at = static_cast<std::size_t>(colon - s.words.begin());
        if (at == 1 && s[0].is_quote()) {
            if (owner_[static_cast<std::size_t>(s[0].quote)] != kNoDraft) return;
            Draft& draft = add(s, static_cast<std::size_t>(s[0].quote));
            const std::size_t end = noun_phrase_end(s, at + 1, Attach::kOf);
            if (end > at + 1) draft.named_by = s.span(at + 1, end);
            return;
        }
        read_label_headline(s, at);
    }

    void read_label_headline(const Segment& s, std::size_t colon) {
        if (s[colon + 1].is_quote() || colon > 7) return;  // a quotation is read_labelled's
        for (std::size_t i = 0; i < colon; ++i) {
            if (is_finite(s[i]) || s[i].is_quote() || is_comma(s[i])) return;
        }
        if (noun_phrase_end(s, 0, Attach::kAll) != colon) return;
        if (!clause_verb(s, colon + 1, s.size()) || is_wh(s[colon + 1])) return;
        if (std::any_of(s.words.begin(), s.words.begin() + static_cast<std::ptrdiff_t>(colon),
                        [](const Word& w) { return is_number(w); }))
            return;
        if (reported_[s.block] || (colon == 1 && is_rubric(s[0].lower))) return;
        Draft draft;
        draft.level = s.level;
        draft.block = s.block;
        draft.sentence = s.span(0, s.size());
        draft.speaker = s.span(0, colon);
        draft.add(s.span(colon + 1, s.size()), kNone);
        drafts_.push_back(std::move(draft));
    }

    std::span<const Segment> segments_;
    std::span<const Quote> quotes_;
    const record::Report& report_;
    const std::vector<bool>& skipped_;
    std::vector<Draft>& drafts_;
    std::vector<std::size_t> owner_;                     // by quotation: the draft whose content it is
    std::vector<bool> reported_;                         // by block: a cue outside all quotations stands in it
    std::vector<std::pair<Span, std::size_t>> sayings_;  // cues outside all quotations, and their drafts; in text order
    std::size_t last_ = kNoDraft;  // the draft that a quotation goes on with which comes next, in this block
};

}  // namespace

void add_uncued(std::span<const Segment> segments, std::span<const Quote> quotes, const record::Report& report,
                const std::vector<bool>& skipped, std::vector<Draft>& drafts) {
    Uncued(segments, quotes, report, skipped, drafts).run();
}

}  // namespace readout::statement
