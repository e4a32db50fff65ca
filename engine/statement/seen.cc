#include "statement/seen.h"

#include <algorithm>
#include <string_view>

#include "text/fold.h"

namespace readout::statement {
namespace {

constexpr int kSure = 60;  // percent

using record::Words;

class Seer {
  public:
    Seer(const record::Reading& reading, std::span<const Quote> quotes, std::vector<Draft>& drafts)
        : reading_(reading), tokens_(reading.syntax.tokens), quotes_(quotes), drafts_(drafts) {
        for (const Draft& draft : drafts) {
            if (draft.cue) cues_.push_back(*draft.cue);
            contents_.insert(contents_.end(), draft.content.begin(), draft.content.end());
        }
        std::sort(cues_.begin(), cues_.end());
        std::sort(contents_.begin(), contents_.end());
    }

    void add(const record::Attribution& seen) {
        if (seen.speech < kSure || seen.source.empty() || seen.content.empty()) return;
        const Span cue = span_of(seen.cue);
        if (overlaps_any(cues_, cue)) return;
        Draft draft;
        draft.cue = cue;
        draft.lemma = lemma_of(seen.cue);
        draft.speaker = span_of(seen.source.front());
        for (const Words words : seen.content) add_content(words, draft);
        if (draft.content.empty() || is_known(draft.content)) return;
        draft.act = seen.act;
        draft.neutral = false;
        draft.negated = seen.negated;
        const record::Sentence& sentence = sentence_of(seen.cue.first);
        draft.sentence = sentence.span;
        draft.block = sentence.block;
        drafts_.push_back(std::move(draft));
    }

  private:
    [[nodiscard]] Span span_of(Words words) const {
        return {tokens_[words.first].span.begin, tokens_[words.last - 1].span.end};
    }
    [[nodiscard]] std::string_view word(std::uint32_t i) const {
        return text::words_at(reading_.report.text, tokens_[i].span);
    }

    /// Of its first verb, else of its first word.
    [[nodiscard]] std::string lemma_of(Words words) const {
        for (std::uint32_t i = words.first; i < words.last; ++i) {
            if (tokens_[i].upos == record::Upos::kVerb) return tokens_[i].lemma;
        }
        return tokens_[words.first].lemma;
    }

    [[nodiscard]] const record::Sentence& sentence_of(std::uint32_t token) const {
        const auto& sentences = reading_.syntax.sentences;
        return *std::partition_point(sentences.begin(), sentences.end(),
                                     [&](const record::Sentence& s) { return s.last_token <= token; });
    }

    /// Without marks at its ends and the conjunction that leads it in; all of a quotation when that is what is left.
    void add_content(Words words, Draft& draft) const {
        while (words.first < words.last && is_edge(words.first, true)) ++words.first;
        while (words.first < words.last && is_edge(words.last - 1, false)) --words.last;
        if (words.first == words.last) return;
        const Span span = span_of(words);
        draft.add(span, whole_quote(span));
    }
    [[nodiscard]] bool is_edge(std::uint32_t i, bool first) const {
        if (tokens_[i].upos == record::Upos::kPunct) return tokens_[i].xpos != "-LRB-" && tokens_[i].xpos != "-RRB-";
        return first && tokens_[i].xpos == "IN" && text::ascii_lower(word(i)) == "that";
    }
    [[nodiscard]] std::int32_t whole_quote(Span span) const {
        for (auto at = std::partition_point(quotes_.begin(), quotes_.end(),
                                            [&](const Quote& q) { return q.outer.begin + 4 < span.begin; });
             at != quotes_.end() && at->outer.begin <= span.begin; ++at) {
            if (at->inner.begin <= span.begin && span.end <= at->inner.end && at->inner.size() <= span.size() + 4)
                return static_cast<std::int32_t>(at - quotes_.begin());
        }
        return kNone;
    }

    /// Does one of the cues, which are sorted and short, overlap?
    static bool overlaps_any(const std::vector<Span>& cues, Span span) {
        constexpr std::uint32_t kLongest = 200;  // bytes
        const std::uint32_t from = span.begin > kLongest ? span.begin - kLongest : 0;
        auto at = std::partition_point(cues.begin(), cues.end(), [&](Span cue) { return cue.begin < from; });
        for (; at != cues.end() && at->begin < span.end; ++at) {
            if (at->overlaps(span)) return true;
        }
        return false;
    }
    /// Is half of what is said said in a draft already?
    [[nodiscard]] bool is_known(const std::vector<Span>& content) const {
        std::uint32_t size = 0, shared = 0;
        for (const Span span : content) {
            std::uint32_t most = 0;
            for (const Span other : contents_) {
                if (!other.overlaps(span)) continue;
                const std::uint32_t both = std::min(other.end, span.end) - std::max(other.begin, span.begin);
                if (2 * both > other.size()) most = std::max(most, both);
            }
            size += span.size();
            shared += most;
        }
        return 2 * shared > size;
    }

    const record::Reading& reading_;
    const std::vector<record::Token>& tokens_;
    std::span<const Quote> quotes_;
    std::vector<Draft>& drafts_;
    std::vector<Span> cues_, contents_;
};

}  // namespace

void drop_unseen(const record::Reading& reading, std::vector<Draft>& drafts) {
    if (reading.syntax.features.empty()) return;  // the network did not read this
    const std::vector<record::Token>& tokens = reading.syntax.tokens;
    const std::vector<Words>& cues = reading.syntax.roles.cues;
    const auto is_seen = [&](Span cue) {
        const auto at = std::partition_point(cues.begin(), cues.end(),
                                             [&](Words words) { return tokens[words.last - 1].span.end <= cue.begin; });
        return at != cues.end() && tokens[at->first].span.begin < cue.end;
    };
    std::erase_if(drafts, [&](const Draft& draft) {
        return draft.neutral && draft.cue && !draft.content.empty() && !draft.all_quoted() && !is_seen(*draft.cue);
    });
}

void add_seen(const record::Reading& reading, std::span<const Quote> quotes, std::vector<Draft>& drafts) {
    Seer seer(reading, quotes, drafts);
    for (const record::Attribution& seen : reading.syntax.attributions) seer.add(seen);
}

}  // namespace readout::statement
