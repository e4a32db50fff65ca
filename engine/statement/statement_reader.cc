#include "statement/statement_reader.h"

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

#include "base/hash.h"
#include "statement/act.h"
#include "statement/anonymity.h"
#include "statement/cued.h"
#include "statement/discourse.h"
#include "statement/nesting.h"
#include "statement/seen.h"
#include "statement/speaker.h"
#include "statement/transcript.h"
#include "statement/uncued.h"
#include "text/fold.h"
#include "text/list.h"

namespace readout::statement {
namespace {

using record::BlockKind;
using record::Reading;
using record::Reference;
using record::Statement;

constexpr std::uint32_t kFar = 160;  // bytes: no clause of a cue reaches further to its date

Span hull_of(const Draft& d) {
    std::optional<Span> hull;
    const auto add = [&](std::optional<Span> span) {
        if (span) hull = hull ? text::hull(*hull, *span) : *span;
    };
    add(d.speaker);
    add(d.cue);
    add(d.addressee);
    add(d.medium);
    for (const Span span : d.content) add(span);
    return hull.value_or(d.sentence);
}

// All drafts of a report, before resolution.
class DraftCollector {
  public:
    DraftCollector(const Reading& reading, const Lexicon& lexicon)
        : reading_(reading), lexicon_(lexicon), quotes_(find_quotations(reading.report.text, reading.report.blocks)) {}

    std::vector<Draft> collect() {
        const auto& blocks = reading_.report.blocks;
        std::vector<bool> turns(blocks.size(), false);
        for (const Turn& turn : find_turns(reading_.report)) {
            for (std::uint32_t b = turn.first_block; b <= turn.last_block; ++b) turns[b] = true;
            drafts_.push_back(draft_of(turn));
        }
        for (std::uint32_t b = 0; b < blocks.size(); ++b) {
            if (record::carries_news(blocks[b].kind)) read_block(b);
        }
        drop_unseen(reading_, drafts_);
        add_uncued(outer_, quotes_, reading_.report, turns, drafts_);
        mend_drafts(reading_, quotes_, drafts_);
        add_seen(reading_, lexicon_, quotes_, drafts_);
        std::erase_if(drafts_, [&](const Draft& d) {
            return (d.awaits_block && d.content.empty()) || only_hides_name(d, reading_.report.text);
        });
        for (Draft& draft : drafts_) order_content(draft);
        const auto place = [](const Draft& d) {
            return std::tuple(hull_of(d), d.cue.value_or(Span{}), d.speaker.value_or(Span{}));
        };
        std::stable_sort(drafts_.begin(), drafts_.end(),
                         [&](const Draft& a, const Draft& b) { return place(a) < place(b); });
        drafts_.erase(
            std::unique(drafts_.begin(), drafts_.end(),  // found twice: one statement
                        [&](const Draft& a, const Draft& b) { return place(a) == place(b) && a.content == b.content; }),
            drafts_.end());
        return std::move(drafts_);
    }
    [[nodiscard]] std::span<const Quote> quotes() const { return quotes_; }

  private:
    void read_block(std::uint32_t b) {
        words_.push_back(std::make_unique<BlockWords>(reading_, quotes_, b));
        const BlockKind kind = reading_.report.blocks[b].kind;
        const bool headline = kind == BlockKind::kHeadline || kind == BlockKind::kHeading || kind == BlockKind::kList;
        const Segment* before = nullptr;
        for (const Segment& segment : words_.back()->segments()) {
            if (before != nullptr && before->level != segment.level) before = nullptr;
            if (segment.level == kNone) outer_.push_back(segment);
            const CuedSegment cued{segment, find_cues(segment, lexicon_, headline)};
            for (Draft& draft : read_cues(cued, before, quotes_, reading_.report.text))
                drafts_.push_back(std::move(draft));
            before = &segment;
        }
    }

    static void order_content(Draft& draft) {
        std::vector<std::size_t> order(draft.content.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(),
                  [&](std::size_t a, std::size_t b) { return draft.content[a] < draft.content[b]; });
        std::vector<Span> content;
        std::vector<std::int32_t> whole;
        for (const std::size_t i : order) {
            content.push_back(draft.content[i]);
            whole.push_back(draft.whole_quotes[i]);
        }
        draft.content = std::move(content);
        draft.whole_quotes = std::move(whole);
    }

    const Reading& reading_;
    const Lexicon& lexicon_;
    std::vector<Quote> quotes_;
    std::vector<std::unique_ptr<BlockWords>> words_;
    std::vector<Segment> outer_;
    std::vector<Draft> drafts_;
};

// From drafts to statements.
class Finisher {
  public:
    Finisher(const Reading& reading, std::span<const Draft> drafts, std::span<const Quote> quotes)
        : reading_(reading),
          drafts_(drafts),
          inside_(nest(drafts)),
          said_inside_(said_inside(drafts, inside_)),
          kinds_(kinds_of(drafts, inside_, quotes)),
          resolver_(reading),
          discourse_(reading) {}

    std::vector<Statement> finish() {
        std::vector<Statement> statements(drafts_.size());
        references_.resize(drafts_.size());
        for (const std::size_t i : outer_first()) statements[i] = statement_of(i);
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            if (inside_[i] != kNone) statements[i].inside = statements[static_cast<std::size_t>(inside_[i])].id;
        }
        return unique(spoken(std::move(statements)));
    }

  private:
    // "The attacks indicated that …": things say nothing. Documents, bodies and people are entities; what the report
    // means by no entity, and only "shows" something, is none of them.
    [[nodiscard]] std::vector<Statement> spoken(std::vector<Statement> statements) const {
        constexpr auto kEvidence = std::to_array<std::string_view>(
            {"indicate", "suggest", "show", "mean", "reveal", "imply", "prove", "demonstrate", "point to"});
        std::vector<bool> holds(statements.size(), false);  // another statement lies in it
        for (const std::int32_t outer : inside_) {
            if (outer != kNone) holds[static_cast<std::size_t>(outer)] = true;
        }
        std::size_t kept = 0;
        for (std::size_t i = 0; i < statements.size(); ++i) {
            const std::optional<Reference>& who = statements[i].speaker;
            const bool thing = who && who->entity.empty() && who->name.starts_with("unnamed ") &&
                               text::is_one_of(drafts_[i].lemma, kEvidence);
            if (thing && !holds[i] && kinds_[i] != record::Quotation::kDirect) continue;
            if (kept != i) statements[kept] = std::move(statements[i]);
            ++kept;
        }
        statements.resize(kept);
        return statements;
    }

    // By depth of nesting, then in text order: "I" inside a quotation is who speaks the quotation.
    [[nodiscard]] std::vector<std::size_t> outer_first() const {
        std::vector<std::int32_t> depth(drafts_.size(), kNone);
        std::vector<std::size_t> path;
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            for (std::size_t at = i; depth[at] == kNone; at = static_cast<std::size_t>(inside_[at])) {
                path.push_back(at);
                if (inside_[at] == kNone) break;
            }
            for (; !path.empty(); path.pop_back()) {
                const std::int32_t outer = inside_[path.back()];
                depth[path.back()] = outer == kNone ? 0 : depth[static_cast<std::size_t>(outer)] + 1;
            }
        }
        std::vector<std::size_t> order(drafts_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return depth[a] < depth[b]; });
        return order;
    }

    [[nodiscard]] bool is_first_person(Span words) const {
        const std::string word = text::ascii_lower(text::words_at(reading_.report.text, words));
        return word == "i" || word == "we" || word == "my" || word == "our" || word == "me" || word == "us";
    }

    [[nodiscard]] bool is_plural_voice(Span words) const {
        const std::string word = text::ascii_lower(text::words_at(reading_.report.text, words));
        return word == "we" || word == "our" || word == "us";
    }

    // "My doctor told me to rest," Roe said: the doctor of Roe.
    void tell_owner(Span words, const Reference& outer, Reference& reference) const {
        constexpr std::string_view kUnnamed = "unnamed ";
        const std::string told = text::ascii_lower(text::words_at(reading_.report.text, words));
        const bool open = reference.name.starts_with(kUnnamed) && reference.name.find(" of ") == std::string::npos;
        const bool land = told == "my country" || told == "my nation";
        if (!told.starts_with("my ") || land || !open || outer.name.empty()) return;
        const bool anonymous = outer.name.starts_with(kUnnamed);
        reference.name += anonymous ? " of the " + outer.name.substr(kUnnamed.size()) : " of " + outer.name;
    }

    // "We say that the treaty holds," the minister said: in an official's words "we" is the state.
    void speak_for_state(Reference& reference) const {
        const auto& entities = reading_.entities;
        const auto who = std::partition_point(entities.begin(), entities.end(),
                                              [&](const record::Entity& e) { return e.id < reference.entity; });
        if (who == entities.end() || who->id != reference.entity || who->kind != record::EntityKind::kPerson) return;
        const bool official = std::any_of(who->sectors.begin(), who->sectors.end(),
                                          [](const std::string& sector) { return sector == "GOV" || sector == "MIL"; });
        if (!official || who->country.empty()) return;
        const record::EntityId id{"state:" + who->country};
        const auto state =
            std::partition_point(entities.begin(), entities.end(), [&](const record::Entity& e) { return e.id < id; });
        if (state == entities.end() || state->id != id) return;
        reference.entity = id;
        reference.name = state->name;
    }

    Statement statement_of(std::size_t i) {
        const Draft& d = drafts_[i];
        Statement s;
        s.span = hull_of(d);
        s.speaker = speaker_of(d, inside_[i]);
        references_[i] = s.speaker;
        if (d.cue) s.cue = record::Cue{*d.cue, d.lemma};
        s.content = d.content;
        if (d.addressee) s.addressee = resolver_.resolve(*d.addressee);
        if (d.medium) s.medium = medium_of(*d.medium);
        s.quotation = kinds_[i];
        s.act = judge_act(d, said_inside_[i], reading_);
        s.negated = d.negated;
        s.said_on = day_of(d);
        s.id = id_of(s);
        return s;
    }

    std::optional<Reference> speaker_of(const Draft& d, std::int32_t inside) {
        if (d.speaker) {
            Reference reference = d.direct ? resolver_.resolve_label(*d.speaker)
                                           : resolver_.resolve(d.named_by ? *d.named_by : *d.speaker);
            if (d.named_by) reference.span = d.speaker;
            if (inside != kNone && is_first_person(*d.speaker) && references_[static_cast<std::size_t>(inside)]) {
                const Reference& outer = *references_[static_cast<std::size_t>(inside)];
                reference.entity = outer.entity;
                reference.name = outer.name;
                if (is_plural_voice(*d.speaker)) speak_for_state(reference);
            }
            if (inside != kNone && references_[static_cast<std::size_t>(inside)])
                tell_owner(*d.speaker, *references_[static_cast<std::size_t>(inside)], reference);
            if (inside == kNone) {
                reference = discourse_.settle(d, std::move(reference));
                discourse_.said(d, reference);
            }
            discourse_.note_document(d, reference);
            if (inside == kNone && d.all_quoted() && !reference.name.empty()) last_ = reference;
            if (inside == kNone && !d.all_quoted() && !reference.name.empty() && !last_) last_ = reference;
            if (inside == kNone && !reference.name.empty()) latest_ = Said{reference, d.block};
            return reference;
        }
        if (d.named_by) {
            Reference reference = resolver_.resolve(*d.named_by);
            reference.span.reset();
            return reference;
        }
        if (d.context_speaker && last_) {
            // A quotation alone goes on with whoever spoke last in its paragraph or the one before it.
            Reference reference = latest_ && latest_->block + 1 >= d.block ? latest_->speaker : *last_;
            reference.span.reset();
            return reference;
        }
        return std::nullopt;
    }

    [[nodiscard]] Reference medium_of(Span words) const {
        Reference reference = resolver_.resolve(words);
        if (reference.entity.empty()) reference.name = std::string(text::words_at(reading_.report.text, words));
        return reference;
    }

    // The day that stands in the clause of the cue, outside all that is said.
    [[nodiscard]] std::optional<base::DayRange> day_of(const Draft& d) const {
        const auto& dates = reading_.dates;
        auto at = std::partition_point(dates.begin(), dates.end(),
                                       [&](const record::Date& x) { return x.span.begin < d.sentence.begin; });
        for (; at != dates.end() && at->span.end <= d.sentence.end; ++at) {
            if (!at->range) continue;
            const bool said =
                std::any_of(d.content.begin(), d.content.end(), [&](Span s) { return s.overlaps(at->span); });
            if (!said && beside(d, at->span)) return at->range;
        }
        return std::nullopt;
    }
    // Does no other clause stand between the date and the nearest of cue, speaker, addressee and medium?
    [[nodiscard]] bool beside(const Draft& d, Span date) const {
        std::optional<Span> before, after;  // the nearest part on either side
        for (const std::optional<Span>& part : {d.cue, d.speaker, d.addressee, d.medium}) {
            if (!part) continue;
            if (part->overlaps(date)) return true;
            if (part->end <= date.begin && (!before || part->end > before->end)) before = part;
            if (part->begin >= date.end && (!after || part->begin < after->begin)) after = part;
        }
        const bool joined_before = before && same_clause({before->end, date.begin});
        if (before && after)  // "|said| on Monday that", "went to the senate on Friday and |asked|"
            return joined_before ||
                   (same_clause({date.end, after->begin}) && !holds_relative({before->end, date.begin}));
        return before ? joined_before : after && same_clause({date.end, after->begin});
    }
    [[nodiscard]] bool holds_relative(Span gap) const {
        const auto& tokens = reading_.syntax.tokens;
        for (std::size_t i = text::first_ending_after(tokens, gap.begin);
             i < tokens.size() && tokens[i].span.begin < gap.end; ++i) {
            if (tokens[i].xpos.starts_with("W") || tokens[i].span.begin > gap.begin + kFar) return true;
        }
        return false;
    }
    [[nodiscard]] bool same_clause(Span gap) const {
        if (gap.size() > kFar) return false;
        const auto& tokens = reading_.syntax.tokens;
        for (std::size_t i = text::first_ending_after(tokens, gap.begin);
             i < tokens.size() && tokens[i].span.begin < gap.end; ++i) {
            const record::Token& t = tokens[i];
            const std::string_view word = text::words_at(reading_.report.text, t.span);
            if (t.xpos.starts_with("VB") || t.xpos == "MD" || t.xpos == "WDT" || t.xpos == "WP" || word == ";" ||
                word == "—" || word == "–" || word == "that")
                return false;
        }
        return true;
    }

    [[nodiscard]] record::StatementId id_of(const Statement& s) const {
        base::Fingerprint print;
        print.add(reading_.report.id.value).add(s.span.begin).add(s.span.end);
        print.add(s.cue ? s.cue->span.begin : 0u)
            .add(s.cue ? s.cue->span.end : 0u)
            .add(s.speaker && s.speaker->span ? s.speaker->span->begin : 0u);
        for (const Span span : s.content) print.add(span.begin).add(span.end);
        return {"s" + print.hex()};
    }

    // Two drafts of the same words, cue and speaker are one statement.
    static std::vector<Statement> unique(std::vector<Statement> statements) {
        std::stable_sort(statements.begin(), statements.end(), [](const Statement& a, const Statement& b) {
            return std::tie(a.span.begin, a.span.end, a.id.value) < std::tie(b.span.begin, b.span.end, b.id.value);
        });
        statements.erase(std::unique(statements.begin(), statements.end(),
                                     [](const Statement& a, const Statement& b) { return a.id == b.id; }),
                         statements.end());
        return statements;
    }

    const Reading& reading_;
    std::span<const Draft> drafts_;
    std::vector<std::int32_t> inside_;
    std::vector<std::vector<Span>> said_inside_;  // by draft: what others say in it
    std::vector<record::Quotation> kinds_;
    SpeakerResolver resolver_;
    Discourse discourse_;
    std::vector<std::optional<Reference>> references_;  // by draft: its speaker
    struct Said {
        Reference speaker;
        std::uint32_t block;
    };
    std::optional<Reference> last_;  // whose quotation was last, outside other statements
    std::optional<Said> latest_;     // who spoke last, in a quotation or not
};

}  // namespace

base::Result<StatementReader> StatementReader::load(std::string_view reporting_tsv) {
    return StatementReader(RO_TRY(Lexicon::load(reporting_tsv)));
}

std::vector<record::Statement> StatementReader::read(const record::Reading& reading) const {
    DraftCollector collector(reading, lexicon_);
    const std::vector<Draft> drafts = collector.collect();
    return Finisher(reading, drafts, collector.quotes()).finish();
}

}  // namespace readout::statement
