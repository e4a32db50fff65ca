#include "claim/proposition.h"

#include <algorithm>
#include <array>
#include <map>

#include "claim/terms.h"
#include "text/fold.h"

namespace readout::claim {
namespace {

using record::Reading;
using record::Sentence;
using record::Statement;

constexpr std::size_t kMaxDepth = 8;  // of statements inside statements

std::string word(const Reading& reading, std::uint32_t at) {
    return text::ascii_lower(text::words_at(reading.report.text, reading.syntax.tokens[at].span));
}

bool is_break(const Reading& reading, std::uint32_t at, std::uint32_t last) {
    const std::string here = word(reading, at);
    if (here == ";") return true;
    if (here == "and" && at + 1 < last && word(reading, at + 1) == "that") return true;
    if (at + 1 >= last || (here != "," && here != "—" && here != "--" && here != "–")) return false;
    constexpr auto kBreakers =
        std::to_array<std::string_view>({"but", "while", "though", "although", "whereas", "yet", "even"});
    const std::string next = word(reading, at + 1);
    return std::find(kBreakers.begin(), kBreakers.end(), next) != kBreakers.end();
}

/// Token range of a span: tokens that begin inside it.
Clause tokens_in(const Reading& reading, text::Span span) {
    const auto& tokens = reading.syntax.tokens;
    const auto begins = [](const record::Token& token, std::uint32_t at) { return token.span.begin < at; };
    const auto a = std::lower_bound(tokens.begin(), tokens.end(), span.begin, begins);
    const auto b = std::lower_bound(a, tokens.end(), span.end, begins);
    return {static_cast<std::uint32_t>(a - tokens.begin()), static_cast<std::uint32_t>(b - tokens.begin())};
}

/// The words of tokens [first, last) without punctuation at either end.
text::Span trimmed(const Reading& reading, std::uint32_t first, std::uint32_t last) {
    const auto& tokens = reading.syntax.tokens;
    while (first + 1 < last && tokens[first].upos == record::Upos::kPunct) ++first;
    while (last > first + 1 && tokens[last - 1].upos == record::Upos::kPunct) --last;
    return {tokens[first].span.begin, tokens[last - 1].span.end};
}

std::string key_of(const record::Reference& holder) {
    if (!holder.entity.empty()) return "e" + holder.entity.value;
    return "n" + text::fold(holder.name);
}

class Cutter {
  public:
    explicit Cutter(const Reading& reading) : reading_(reading) {
        for (const Statement& statement : reading.statements) by_id_.emplace(statement.id.value, &statement);
        covered_.assign(reading.syntax.tokens.size(), false);
        owner_.assign(reading.syntax.tokens.size(), nullptr);
    }

    std::vector<Proposition> cut() {
        if (reading_.syntax.tokens.empty()) return {};
        mark_owners();
        for (const Statement& statement : reading_.statements) {
            if (!is_deed(statement)) add_statement(statement);
        }
        for (std::uint32_t s = 0; s < reading_.syntax.sentences.size(); ++s) add_narration(s);
        return std::move(found_);
    }

  private:
    /// "Italy promised soldiers", "the envoy agreed to command it": a promise or agreement is a deed that somebody
    /// tells of. It belongs to who tells it, and is no assertion of its own.
    [[nodiscard]] static bool is_deed(const Statement& statement) {
        if (!statement.cue) return false;
        record::Token cue;
        cue.lemma = statement.cue->lemma;
        cue.upos = record::Upos::kVerb;
        const std::string term = term_of(cue, cue.lemma);
        return term == "agree" || term == "promise" || term == "sign" || term == "propose";
    }

    /// "denied", "denial of", "dismissed as"; a headline or noun without a cue of its own ("Rebels: no deal") has none.
    static bool has_denying_cue(const Statement& statement) {
        constexpr auto kDenying =
            std::to_array<std::string_view>({"deny", "denial", "dismiss", "reject", "refute", "rebut", "repudiate",
                                             "disavow", "contradict", "dispute", "disclaim", "disown"});
        if (!statement.cue) return statement.content.empty();
        return std::any_of(kDenying.begin(), kDenying.end(), [&](std::string_view word) {
            return statement.cue->lemma.substr(0, word.size()) == word || statement.cue->lemma.starts_with("deni");
        });
    }

    /// Each token belongs to the innermost statement whose content holds it; statements come outermost first or are
    /// shorter than what holds them, so the shortest content wins.
    void mark_owners() {
        std::vector<const Statement*> order;
        for (const Statement& statement : reading_.statements) {
            if (!is_deed(statement)) order.push_back(&statement);
        }
        const auto size = [](const Statement* s) {
            std::uint64_t total = 0;
            for (const text::Span span : s->content) total += span.size();
            return total;
        };
        std::stable_sort(order.begin(), order.end(), [&](const auto* a, const auto* b) { return size(a) > size(b); });
        std::uint64_t budget = 64 * static_cast<std::uint64_t>(owner_.size()) + 1024;  // nested contents stay bounded
        for (const Statement* statement : order) {
            for (const text::Span span : statement->content) {
                const Clause range = tokens_in(reading_, span);
                if (range.last - range.first > budget) return;
                budget -= range.last - range.first;
                for (std::uint32_t i = range.first; i < range.last; ++i) owner_[i] = statement;
            }
            const Clause hull = tokens_in(reading_, statement->span);
            if (hull.last - hull.first > budget) return;
            budget -= hull.last - hull.first;
            for (std::uint32_t i = hull.first; i < hull.last; ++i) covered_[i] = true;
        }
    }

    [[nodiscard]] std::uint32_t sentence_of(std::uint32_t token) const {
        const auto& sentences = reading_.syntax.sentences;
        const auto at = std::partition_point(sentences.begin(), sentences.end(),
                                             [&](const Sentence& s) { return s.last_token <= token; });
        return static_cast<std::uint32_t>(at - sentences.begin());
    }

    [[nodiscard]] bool is_headline(std::uint32_t sentence) const {
        const std::uint32_t block = reading_.syntax.sentences[sentence].block;
        return block < reading_.report.blocks.size() &&
               reading_.report.blocks[block].kind == record::BlockKind::kHeadline;
    }

    Proposition base_of(std::uint32_t sentence) const {
        Proposition made;
        made.sentence = sentence;
        const record::Report& report = reading_.report;
        made.holders.push_back({std::nullopt, {}, report.outlet.empty() ? report.name : report.outlet});
        made.holder = "o" + text::fold(report.outlet.empty() ? report.id.value : report.outlet);
        if (is_headline(sentence)) made.voice = record::Voice::kHeadline;
        if (report.published) {
            made.as_of = report.published->range;
            made.dated = true;
        }
        return made;
    }

    void attribute(Proposition& made, const Statement& statement) const {
        std::vector<const Statement*> chain{&statement};
        while (chain.size() < kMaxDepth && !chain.back()->inside.empty()) {
            const auto outer = by_id_.find(chain.back()->inside.value);
            if (outer == by_id_.end()) break;
            chain.push_back(outer->second);
        }
        for (auto link = chain.rbegin(); link != chain.rend(); ++link) {
            if ((*link)->speaker) made.holders.push_back(*(*link)->speaker);
        }
        made.holder = "s" + statement.id.value;
        // "X denied a report that P": the report says P, not X.
        const bool told_by_report = !statement.speaker && chain.size() > 1 && chain[1]->act == record::Act::kDeny;
        if (told_by_report) {
            if (chain[1]->speaker) made.holders.pop_back();
            const std::string name = statement.cue ? "unnamed " + statement.cue->lemma : "unnamed report";
            const auto span = statement.cue ? std::optional(statement.cue->span) : std::nullopt;
            made.holders.push_back({span, {}, name});
            chain.clear();
        }
        for (const Statement* link : chain) {  // a noun without possessor ("in a statement that …") is its teller's
            if (!link->speaker || (link->speaker->name.empty() && link->speaker->entity.empty())) continue;
            made.holder = key_of(*link->speaker);
            break;
        }
        if (made.holder.front() == 's' && !told_by_report) inherit_holder(made, statement);
        made.voice = record::Voice::kAttributed;
        made.act = statement.act;
        made.said = true;
        made.negated = statement.negated;
        if (statement.cue) made.cue = statement.cue->lemma;
        made.denying = statement.act == record::Act::kDeny && has_denying_cue(statement);
        made.statement = statement.id;
        made.inside = statement.inside;
        if (statement.said_on) {
            made.as_of = *statement.said_on;
            made.dated = true;
        }
    }

    /// "The ministry said in a statement that …": where the noun was read as a statement of its own without a speaker,
    /// it belongs to the speaker of the statement around it.
    void inherit_holder(Proposition& made, const Statement& statement) const {
        const auto& all = reading_.statements;
        const auto at = static_cast<std::size_t>(&statement - all.data());
        for (std::size_t i = at > 3 ? at - 3 : 0; i < all.size() && i < at + 4; ++i) {
            const bool around = all[i].span.overlaps(statement.span) && all[i].span.begin <= statement.span.begin;
            if (i == at || !around || !all[i].speaker || all[i].act != record::Act::kAssert) continue;
            if (all[i].speaker->name.empty() && all[i].speaker->entity.empty()) continue;
            made.holders.push_back(*all[i].speaker);
            made.holder = key_of(*all[i].speaker);
            return;
        }
    }

    /// A whole statement that fits one clause of one sentence is cited with its cue, else only the clause is.
    [[nodiscard]] text::Span cite_of(const Statement& statement, const Clause& clause, bool alone,
                                     std::uint32_t sentence) const {
        const text::Span words = trimmed(reading_, clause.first, clause.last);
        const text::Span whole = reading_.syntax.sentences[sentence].span;
        if (!alone) return words;
        return text::hull(words, {std::clamp(statement.span.begin, whole.begin, words.begin),
                                  std::clamp(statement.span.end, words.end, whole.end)});
    }

    void add_statement(const Statement& statement) {
        std::vector<Clause> pieces;
        for (const text::Span span : statement.content) {
            const Clause range = tokens_in(reading_, span);
            std::uint32_t at = range.first;
            while (at < range.last) {
                if (owner_[at] != &statement) {
                    ++at;
                    continue;
                }
                const std::uint32_t sentence = sentence_of(at);
                if (sentence >= reading_.syntax.sentences.size()) return;
                std::uint32_t end = at;
                const std::uint32_t limit = std::min(range.last, reading_.syntax.sentences[sentence].last_token);
                while (end < limit && owner_[end] == &statement) ++end;
                if (end == at) return;  // tokens outside every sentence
                for (const Clause& clause : clauses_of(reading_, at, end)) pieces.push_back(clause);
                at = end;
            }
        }
        std::map<std::uint32_t, int> per_sentence;
        for (const Clause& piece : pieces) ++per_sentence[sentence_of(piece.first)];
        for (const Clause& piece : pieces) {
            const std::uint32_t sentence = sentence_of(piece.first);
            Proposition made = base_of(sentence);
            attribute(made, statement);
            made.first = piece.first;
            made.last = piece.last;
            made.span = cite_of(statement, piece, per_sentence[sentence] == 1, sentence);
            made.polarity = read_polarity(reading_, piece.first, piece.last);
            found_.push_back(std::move(made));
        }
        if (pieces.empty()) add_refusal(statement);
    }

    /// A denial or refusal without content ("denied it", "declined to comment") is a proposition of its cue's words.
    void add_refusal(const Statement& statement) {
        const Clause range = tokens_in(reading_, statement.span);
        if (range.first >= range.last) return;
        const std::uint32_t sentence = sentence_of(range.first);
        if (sentence >= reading_.syntax.sentences.size()) return;
        Proposition made = base_of(sentence);
        attribute(made, statement);
        made.first = made.last = range.first;
        made.span = trimmed(reading_, range.first, range.last);
        found_.push_back(std::move(made));
    }

    void add_narration(std::uint32_t sentence) {
        const Sentence& whole = reading_.syntax.sentences[sentence];
        std::uint32_t at = whole.first_token;
        while (at < whole.last_token) {
            if (covered_[at]) {
                ++at;
                continue;
            }
            std::uint32_t end = at;
            while (end < whole.last_token && !covered_[end]) ++end;
            for (const Clause& clause : clauses_of(reading_, at, end)) {
                if (clause.last - clause.first < 3) continue;
                Proposition made = base_of(sentence);
                made.first = clause.first;
                made.last = clause.last;
                made.span = trimmed(reading_, clause.first, clause.last);
                made.polarity = read_polarity(reading_, clause.first, clause.last);
                found_.push_back(std::move(made));
            }
            at = end;
        }
    }

    const Reading& reading_;
    std::map<std::string, const Statement*> by_id_;
    std::vector<bool> covered_;            // by the hull of a statement
    std::vector<const Statement*> owner_;  // whose content a token is
    std::vector<Proposition> found_;
};

}  // namespace

std::vector<Clause> clauses_of(const Reading& reading, std::uint32_t first, std::uint32_t last) {
    std::vector<Clause> found;
    std::uint32_t begin = first;
    for (std::uint32_t i = first; i < last; ++i) {
        if (!is_break(reading, i, last) || i - begin < 3 || last - i < 4) continue;
        found.push_back({begin, i});
        begin = i + 1;
    }
    if (begin < last) found.push_back({begin, last});
    return found;
}

std::vector<Proposition> propositions_of(const Reading& reading) {
    return Cutter(reading).cut();
}

}  // namespace readout::claim
