#include "statement/seen.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "statement/act.h"
#include "text/fold.h"

namespace readout::statement {
namespace {

constexpr int kSure = 80;                       // percent: that somebody says it
constexpr int kSureOfAct = 90;                  // percent: that it is this act
constexpr int kSureOfQuoted = 75;               // percent: the same of words that are all quoted
constexpr std::uint32_t kCertainOfQuoted = 95;  // percent: and whatever the words tell
constexpr std::uint32_t kLikelyOfQuoted = 80;   // percent: of a quotation by itself
constexpr std::uint32_t kLikelyOfShort = 85;    // percent: of one that says little
constexpr std::uint32_t kShort = 10;            // words

using record::Words;

/// An act that the cue leaves open is the network's where it is sure. The words of the content may still tell another,
/// but for a quotation where it is all but certain: of quotations the rules know less.
void take_act(const record::Attribution& seen, const record::Reading& reading, Draft& draft) {
    const bool quoted = draft.all_quoted();
    if (seen.act == record::Act::kDeny && !may_deny(draft, reading)) return;
    if (seen.act_share >= (quoted ? kSureOfQuoted : kSureOfAct)) draft.act = seen.act;
    draft.neutral = !quoted || seen.act_share < kCertainOfQuoted;
}

using Tokens = std::vector<record::Token>;

/// What the quotations of a draft do, each with the weight of its words.
struct QuotedAct {
    record::Act act = record::Act::kAssert;
    std::uint32_t share = 0, words = 0;  // share: percent
};

QuotedAct act_of_quotations(const record::Reading& reading, const Draft& draft) {
    const Tokens& tokens = reading.syntax.tokens;
    const std::vector<record::QuotedAct>& all = reading.syntax.quoted_acts;
    std::map<record::Act, std::uint32_t> shares;
    std::uint32_t words = 0;
    for (const Span span : draft.content) {
        auto at = std::partition_point(all.begin(), all.end(), [&](const record::QuotedAct& quoted) {
            return tokens[quoted.words.last - 1].span.end <= span.begin;
        });
        for (; at != all.end() && tokens[at->words.first].span.begin < span.end; ++at) {
            const std::uint32_t size = at->words.last - at->words.first;
            shares[at->act] += size * at->share;
            words += size;
        }
    }
    const auto best = std::max_element(shares.begin(), shares.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == shares.end() ? QuotedAct{} : QuotedAct{best->first, best->second / words, words};
}

Span span_of(const Tokens& tokens, Words words) {
    return {tokens[words.first].span.begin, tokens[words.last - 1].span.end};
}

/// Gives a quotation whose cue leaves its act open the act that the network finds in its words, where that is likely
/// and they begin a sentence.
bool take_quoted_act(const record::Reading& reading, Draft& draft) {
    if (draft.direct || !draft.all_quoted()) return false;
    const std::string_view words = text::words_at(reading.report.text, draft.content.front());
    if (words.empty() || (words.front() >= 'a' && words.front() <= 'z'))
        return false;  // "recalled “|a silence|”": no sentence
    const auto [act, share, size] = act_of_quotations(reading, draft);
    if (share < (size < kShort ? kLikelyOfShort : kLikelyOfQuoted)) return false;
    if (act == record::Act::kDeny && !may_deny(draft, reading)) return false;
    draft.act = act;
    draft.neutral = share < kLikelyOfShort;  // its words may tell another
    return true;
}

/// The innermost quotation that holds the span between its marks, or kNone. `quotes` as find_quotations gives them.
std::int32_t quote_around(std::span<const Quote> quotes, Span span) {
    const auto at = std::partition_point(quotes.begin(), quotes.end(),
                                         [&](const Quote& quote) { return quote.outer.begin <= span.begin; });
    auto quote = static_cast<std::int32_t>(at - quotes.begin()) - 1;
    while (quote != kNone && !quotes[static_cast<std::size_t>(quote)].inner.contains(span)) {
        quote = quotes[static_cast<std::size_t>(quote)].parent;
    }
    return quote;
}

/// A run of content without marks at its ends and the conjunction that leads it in; may be empty.
Words trimmed(const Tokens& tokens, Words words) {
    const auto is_edge = [&](std::uint32_t i, bool first) {
        const record::Token& token = tokens[i];
        if (token.upos == record::Upos::kPunct) return token.xpos != "-LRB-" && token.xpos != "-RRB-";
        return first && token.xpos == "IN" && token.lemma == "that";
    };
    while (words.first < words.last && is_edge(words.first, true)) ++words.first;
    while (words.first < words.last && is_edge(words.last - 1, false)) --words.last;
    return words;
}

/// The span with the mark beside it whose partner lies in it: "the plan “a bridge to nowhere|”|".
Span with_partners(std::span<const Quote> quotes, Span span) {
    constexpr std::uint32_t kPoint = 1;  // bytes: "weak|,|”"
    if (span.empty()) return span;
    const std::int32_t last = quote_around(quotes, {span.end - 1, span.end});
    const std::int32_t first = quote_around(quotes, {span.begin, span.begin + 1});
    if (last != kNone) {
        const Quote& quote = quotes[static_cast<std::size_t>(last)];
        if (quote.outer.begin > span.begin && quote.inner.end <= span.end + kPoint) span.end = quote.outer.end;
    }
    if (first != kNone) {
        const Quote& quote = quotes[static_cast<std::size_t>(first)];
        if (quote.inner.begin == span.begin && quote.outer.end < span.end) span.begin = quote.outer.begin;
    }
    return span;
}

/// Turns attributions into drafts.
class Drafter {
  public:
    Drafter(const record::Reading& reading, const Lexicon& lexicon, std::span<const Quote> quotes,
            std::vector<Draft>& drafts)
        : reading_(reading), tokens_(reading.syntax.tokens), lexicon_(lexicon), quotes_(quotes), drafts_(drafts) {
        for (const Draft& draft : drafts) {
            if (draft.cue) cues_.insert(*draft.cue);
            for (const Span span : draft.content) keep(span);
        }
    }

    void add(const record::Attribution& seen) {
        if (seen.speech < kSure || seen.source.empty() || seen.content.empty()) return;
        const Span cue = span_of(seen.cue);
        if (is_cue(cue)) return;
        Draft draft;
        draft.cue = cue;
        draft.lemma = lemma_of(seen.cue);
        draft.speaker = span_of(seen.source.front());
        for (const Words words : seen.content) {
            if (seen.content.size() == 1 || !is_relative(words)) add_content(words, draft);
        }
        if (draft.content.empty() || !says_something(seen.content) || is_unreal(seen.cue) || is_known(draft.content))
            return;
        take_act(seen, reading_, draft);
        draft.negated = seen.negated;
        take_known_act(seen.cue, draft);
        const record::Sentence& sentence = sentence_of(seen.cue.first);
        draft.sentence = sentence.span;
        draft.block = sentence.block;
        draft.level = quote_around(cue);
        for (const Span span : draft.content) keep(span);
        drafts_.push_back(std::move(draft));
    }

  private:
    [[nodiscard]] Span span_of(Words words) const { return statement::span_of(tokens_, words); }
    [[nodiscard]] std::string_view word(std::uint32_t i) const {
        return text::words_at(reading_.report.text, tokens_[i].span);
    }

    /// "recalled its ambassador", "claims to have bought": what is said has a verb, and is more than an infinitive
    /// alone.
    [[nodiscard]] bool says_something(const std::vector<Words>& content) const {
        std::size_t verbs = 0, others = 0;
        for (const Words words : content) {
            for (std::uint32_t i = words.first; i < words.last; ++i) {
                const record::Upos upos = tokens_[i].upos;
                const bool verb = upos == record::Upos::kVerb || upos == record::Upos::kAux;
                verbs += verb ? 1 : 0;
                others += !verb && upos != record::Upos::kPunct && upos != record::Upos::kPart ? 1 : 0;
            }
        }
        return verbs > 0 && others > 0;
    }

    /// "would say", "may have denied": a saying only foreseen.
    [[nodiscard]] bool is_unreal(Words cue) const {
        constexpr std::uint32_t kReach = 2;  // words before the cue
        for (std::uint32_t i = cue.first > kReach ? cue.first - kReach : 0; i < cue.last; ++i) {
            if (tokens_[i].xpos == "MD") return true;
        }
        return false;
    }

    /// Of its first verb, else of its first word.
    [[nodiscard]] std::string lemma_of(Words words) const {
        for (std::uint32_t i = words.first; i < words.last; ++i) {
            if (tokens_[i].upos == record::Upos::kVerb) return tokens_[i].lemma;
        }
        return tokens_[words.first].lemma;
    }

    /// "went so far as to |accuse|": the last verb of the cue of which the table knows what it does.
    void take_known_act(Words cue, Draft& draft) const {
        for (std::uint32_t i = cue.last; i-- > cue.first;) {
            if (tokens_[i].upos != record::Upos::kVerb) continue;
            for (const Form& form : lexicon_.forms_of(text::ascii_lower(word(i)))) {
                const Entry& entry = lexicon_.entry(form.entry);
                if (entry.kind != CueKind::kVerb || entry.words.size() != 1) continue;
                draft.lemma = entry.lemma();
                if (entry.act == record::Act::kAssert) return;
                draft.act = entry.act;
                draft.neutral = false;
                return;
            }
        }
    }

    [[nodiscard]] const record::Sentence& sentence_of(std::uint32_t token) const {
        const auto& sentences = reading_.syntax.sentences;
        return *std::partition_point(sentences.begin(), sentences.end(),
                                     [&](const record::Sentence& s) { return s.last_token <= token; });
    }

    /// "which", "what": it only points to the words that are said.
    [[nodiscard]] bool is_relative(Words words) const {
        return words.last == words.first + 1 && tokens_[words.first].xpos.starts_with("W");
    }

    /// All of a quotation when that is what is left of the words.
    void add_content(Words words, Draft& draft) const {
        words = trimmed(tokens_, words);
        if (words.first == words.last) return;
        const Span span = with_partners(quotes_, span_of(words));
        draft.add(span, whole_quote(span));
    }
    [[nodiscard]] std::int32_t whole_quote(Span span) const {
        const std::int32_t quote = quote_around(span);
        constexpr std::uint32_t kMarks = 4;  // bytes of marks that a content leaves out
        return quote != kNone && quotes_[static_cast<std::size_t>(quote)].inner.size() <= span.size() + kMarks ? quote
                                                                                                               : kNone;
    }

    [[nodiscard]] std::int32_t quote_around(Span span) const { return statement::quote_around(quotes_, span); }

    /// Does one of the cues overlap? They do not overlap one another but for odd texts.
    [[nodiscard]] bool is_cue(Span span) const {
        auto at = cues_.lower_bound(Span{span.end, span.end});
        return at != cues_.begin() && std::prev(at)->overlaps(span);
    }

    void keep(Span content) {
        contents_.insert(content);
        longest_ = std::max(longest_, content.size());
    }

    /// Is more than half of it said in drafts already, in contents of about its size? A short part of a long content is
    /// a saying of its own.
    [[nodiscard]] bool is_known(const std::vector<Span>& content) const {
        std::uint32_t size = 0, shared = 0;
        for (const Span span : content) {
            std::uint32_t most = 0;
            const std::uint32_t from = span.begin > longest_ ? span.begin - longest_ : 0;
            for (auto at = contents_.lower_bound(Span{from, from}); at != contents_.end() && at->begin < span.end;
                 ++at) {
                if (!at->overlaps(span)) continue;
                const std::uint32_t both = std::min(at->end, span.end) - std::max(at->begin, span.begin);
                if (2 * both > at->size()) most = std::max(most, both);
            }
            size += span.size();
            shared += most;
        }
        return 2 * shared > size;
    }

    const record::Reading& reading_;
    const std::vector<record::Token>& tokens_;
    const Lexicon& lexicon_;
    std::span<const Quote> quotes_;
    std::vector<Draft>& drafts_;
    std::set<Span> cues_, contents_;  // of all drafts
    std::uint32_t longest_ = 0;       // bytes of a content
};

/// Does one of the runs, in text order, share a word with the span?
bool touches(const std::vector<record::Token>& tokens, const std::vector<Words>& runs, Span span) {
    const auto at = std::partition_point(runs.begin(), runs.end(),
                                         [&](Words words) { return tokens[words.last - 1].span.end <= span.begin; });
    return at != runs.end() && tokens[at->first].span.begin < span.end;
}

}  // namespace

void drop_unseen(const record::Reading& reading, std::vector<Draft>& drafts) {
    if (!reading.syntax.read_by_network()) return;
    const auto is_title = [](record::BlockKind kind) {
        return kind == record::BlockKind::kHeadline || kind == record::BlockKind::kHeading;
    };
    const std::vector<record::Token>& tokens = reading.syntax.tokens;
    const auto is_past = [&](Span cue) {
        const std::size_t at = text::first_ending_after(tokens, cue.begin);
        return at < tokens.size() && (tokens[at].xpos == "VBD" || tokens[at].xpos == "VBN");
    };
    // "a |report| that |the ferry had sunk|", "the king's |offer to pay|", "they |tell| us that |it had|"
    constexpr std::size_t kNear = 8;  // "assertions of the other side that"
    const auto leads_clause = [&](const Draft& draft) {
        if (draft.content.empty()) return false;
        const std::size_t at = text::first_ending_after(tokens, draft.cue->begin);
        const std::size_t said = text::first_ending_after(tokens, draft.content.front().begin);
        if (said <= at || said >= tokens.size()) return false;
        const bool behind_that = tokens[said - 1].lemma == "that";
        if (tokens[at].upos != record::Upos::kNoun) return behind_that && draft.lemma == "tell";
        return said <= at + (behind_that ? kNear : 2) && (behind_that || tokens[said].xpos == "TO");
    };
    std::erase_if(drafts, [&](const Draft& draft) {
        const bool refuses = draft.content.empty() && draft.act == record::Act::kNoComment;
        if (!draft.cue || refuses || draft.all_quoted() || draft.awaits_block) return false;
        if (draft.shares_content || draft.as_clause || draft.lemma == "according to") return false;
        if (is_title(reading.report.blocks[draft.block].kind)) return false;
        if (draft.act == record::Act::kDeny || (draft.lemma == "say" && is_past(*draft.cue))) return false;
        return !leads_clause(draft) && !touches(tokens, reading.syntax.roles.cues, *draft.cue);
    });
}

namespace {

/// Does one of the spans, in text order, begin in `where`, other than `own`?
bool begins_within(const std::vector<Span>& spans, Span where, Span own) {
    auto at = std::partition_point(spans.begin(), spans.end(), [&](Span s) { return s.begin < where.begin; });
    while (at != spans.end() && *at == own) ++at;
    return at != spans.end() && at->begin < where.end;
}

/// "in 1998", "after a visit": no clause.
bool is_adjunct(const Tokens& tokens, Span span) {
    const std::size_t first = text::first_ending_after(tokens, span.begin);
    if (first >= tokens.size() || tokens[first].upos != record::Upos::kAdp) return false;
    for (std::size_t i = first; i < tokens.size() && tokens[i].span.begin < span.end; ++i) {
        if (tokens[i].upos == record::Upos::kVerb || tokens[i].upos == record::Upos::kAux) return false;
    }
    return true;
}

/// What the network takes for the content, as far as it stands in the cue's paragraph, without lone relative pronouns.
/// Quotations keep the words between their marks.
std::vector<Span> seen_content(const Tokens& tokens, Span block, std::span<const Quote> quotes,
                               const record::Attribution& seen, Span cue) {
    std::vector<Span> spans;
    for (Words words : seen.content) {
        if (span_of(tokens, words).overlaps(cue)) {  // "appeared |to blame the clerks|"
            while (words.first < words.last && tokens[words.first].span.begin < cue.end) ++words.first;
        }
        const Words inner = trimmed(tokens, words);
        const bool relative = inner.last == inner.first + 1 && tokens[inner.first].xpos.starts_with('W');
        const Span span = inner.first < inner.last ? span_of(tokens, inner) : Span{};
        if (!span.empty() && !relative && block.contains(span)) spans.push_back(with_partners(quotes, span));
    }
    return spans;
}

/// Where rules and network see the same saying, and not quite the same words: those of the network, `spans`. `others`:
/// the cues of all sayings, and contents without one; `said`: all contents. Both sorted.
void mend_content(const Tokens& tokens, const std::vector<Span>& spans, const std::vector<Span>& others,
                  const std::vector<Span>& said, const record::Attribution& seen, Draft& draft) {
    if (draft.all_quoted() || draft.shares_content || draft.content.size() != 1 || spans.empty()) return;
    const Span mine = draft.content.front();
    // "The mill was sold, |confirmed| Ada Holm.": what the rules took for the content is who says it
    const bool inverted = !seen.source.empty() && span_of(tokens, seen.source.front()).overlaps(mine) &&
                          span_of(tokens, seen.source.front()).begin <= mine.begin;
    std::uint32_t all = mine.size(), both = 0;
    for (const Span span : spans) {
        if (draft.addressee && span.overlaps(*draft.addressee)) return;
        // "said it was open |and warned| that": another saying beside this one, or what another has said
        for (const Span more : {Span{span.begin, mine.begin}, Span{mine.end, span.end}}) {
            if (begins_within(others, more, *draft.cue) || begins_within(said, more, mine)) return;
        }
        if (draft.lemma == "according to" && span.begin < mine.begin) return;  // what its source is
        all += span.size();
        if (span.overlaps(mine)) both += std::min(span.end, mine.end) - std::max(span.begin, mine.begin);
    }
    // "said that |in 1998|, Holm left": the rules stopped at the comma
    const bool longer = is_adjunct(tokens, mine) && std::any_of(spans.begin(), spans.end(), [&](Span s) {
                            return s.begin == mine.begin && s.contains(mine);
                        });
    if (!inverted && !longer && 10 * both < 3 * (all - both)) return;  // they mean something else
    draft.clear_content();
    for (const Span span : spans) draft.add(span, kNone);
}

/// "|Egypt and Sudan| said", where the rules took the last alone.
bool is_joined_to(const Tokens& tokens, Words source, Span speaker) {
    if (tokens[source.first].span.begin >= speaker.begin) return false;
    for (std::uint32_t i = source.first + 1; i < source.last; ++i) {
        if (tokens[i].span.begin == speaker.begin) return tokens[i - 1].xpos == "CC";
    }
    return false;
}

/// "showed |a letter| that says": the one whom the relative pronoun before the cue takes up.
bool is_taken_up(const Tokens& tokens, Span speaker, Span cue) {
    const std::size_t next = text::first_ending_after(tokens, speaker.end);
    return next + 1 < tokens.size() && tokens[next].xpos.starts_with('W') && tokens[next + 1].span.begin == cue.begin;
}

/// "said that Ada |had denied| it": whose act the network takes may be the inner one's.
bool tells_of_others(const std::vector<Span>& others, const Draft& draft) {
    return std::any_of(draft.content.begin(), draft.content.end(),
                       [&](Span span) { return begins_within(others, span, *draft.cue); });
}

}  // namespace

void mend_drafts(const record::Reading& reading, std::span<const Quote> quotes, std::vector<Draft>& drafts) {
    const std::vector<record::Token>& tokens = reading.syntax.tokens;
    const auto span_of = [&](Words words) { return statement::span_of(tokens, words); };
    std::map<Span, const record::Attribution*> by_cue;
    for (const record::Attribution& seen : reading.syntax.attributions) by_cue.emplace(span_of(seen.cue), &seen);
    std::vector<Span> others;  // cues, and contents without one
    for (const Draft& draft : drafts) {
        if (draft.cue) others.push_back(*draft.cue);
        if (!draft.cue) others.insert(others.end(), draft.content.begin(), draft.content.end());
    }
    std::sort(others.begin(), others.end());
    std::vector<Span> said;
    for (const Draft& draft : drafts) said.insert(said.end(), draft.content.begin(), draft.content.end());
    std::sort(said.begin(), said.end());
    std::set<Span> speakers, shared;  // shared: of several drafts, as "praised X and rejected Y" has it
    for (const Draft& draft : drafts) {
        if (draft.speaker && !speakers.insert(*draft.speaker).second) shared.insert(*draft.speaker);
    }
    const auto speaks = [&](Span words) {  // speakers do not overlap one another but for odd texts
        const auto at = speakers.lower_bound(Span{words.end, words.end});
        return at != speakers.begin() && std::prev(at)->overlaps(words);
    };
    for (Draft& draft : drafts) {
        const bool open_act = draft.neutral && !draft.negated && draft.act == record::Act::kAssert;
        const bool told = open_act && take_quoted_act(reading, draft);
        if (!draft.cue) continue;
        const auto after = by_cue.lower_bound(Span{draft.cue->end, draft.cue->end});
        if (after == by_cue.begin() || !std::prev(after)->first.overlaps(*draft.cue)) continue;
        const record::Attribution& seen = *std::prev(after)->second;
        const Span block = reading.report.blocks[draft.block].span;
        mend_content(tokens, seen_content(tokens, block, quotes, seen, *draft.cue), others, said, seen, draft);
        if (open_act && !told && !tells_of_others(others, draft)) take_act(seen, reading, draft);
        const bool open_source = !draft.direct && !draft.context_speaker && !draft.named_by && !seen.source.empty();
        if (open_source && draft.speaker && is_joined_to(tokens, seen.source.front(), *draft.speaker))
            draft.speaker = span_of(seen.source.front());
        if (!open_source || !draft.speaker || shared.count(*draft.speaker) > 0 ||
            touches(tokens, reading.syntax.roles.sources, *draft.speaker) ||
            is_taken_up(tokens, *draft.speaker, *draft.cue))
            continue;
        const Words source = seen.source.front();
        const bool addressed = draft.addressee && draft.addressee->overlaps(span_of(source));
        if (!addressed && !tokens[source.first].xpos.starts_with('W') && !speaks(span_of(source)))
            draft.speaker = span_of(source);
    }
}

void add_seen(const record::Reading& reading, const Lexicon& lexicon, std::span<const Quote> quotes,
              std::vector<Draft>& drafts) {
    Drafter drafter(reading, lexicon, quotes, drafts);
    for (const record::Attribution& seen : reading.syntax.attributions) drafter.add(seen);
}

}  // namespace readout::statement
