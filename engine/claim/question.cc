#include "claim/question.h"

#include <algorithm>
#include <array>

#include "text/fold.h"
#include "text/list.h"
#include "text/utf8.h"

namespace readout::claim {
namespace {

using record::Upos;

constexpr std::uint32_t kMostWords = 26;  // of a question

/// Words on one line: every run of blanks is one space.
std::string one_line(std::string_view words) {
    std::string out;
    for (const char c : words) {
        const bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
        if (blank && (out.empty() || out.back() == ' ')) continue;
        out += blank ? ' ' : c;
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

/// Tokens of one clause, and what a question may do with them.
class Words {
  public:
    Words(const StoryView& view, const Proposition& p, std::uint32_t first, std::uint32_t last)
        : reading_(view.reading(p)), first_(first), last_(last) {
        while (first_ < last_ && token(first_).upos == Upos::kPunct) ++first_;
        const auto hangs = [&](std::uint32_t at) {  // "…, a": what was cut off belongs to somebody else
            const std::string& tag = token(at).xpos;
            return token(at).upos == Upos::kPunct || (at >= first_ + 2 && (tag == "DT" || tag == "CC"));
        };
        while (last_ > first_ && hangs(last_ - 1)) --last_;
    }

    [[nodiscard]] const record::Token& token(std::uint32_t at) const { return reading_.syntax.tokens[at]; }
    [[nodiscard]] std::string word(std::uint32_t at) const {
        return text::ascii_lower(text::words_at(reading_.report.text, token(at).span));
    }
    [[nodiscard]] std::uint32_t first() const { return first_; }
    [[nodiscard]] std::uint32_t last() const { return last_; }
    [[nodiscard]] bool empty() const { return first_ >= last_; }

    [[nodiscard]] std::string_view text() const {
        return empty() ? std::string_view()
                       : text::words_at(reading_.report.text, {token(first_).span.begin, token(last_ - 1).span.end});
    }

    /// Nobody who speaks of himself or to somebody, no headline in capitals, quotation marks in pairs, no loose end.
    [[nodiscard]] bool stands_alone() const {
        constexpr auto kSelf =
            std::to_array<std::string_view>({"i", "we", "you", "me", "us", "my", "our", "your", "ours", "yours", "mine",
                                             "let", "myself", "ourselves", "yourself"});
        constexpr auto kLoose = std::to_array<std::string_view>({"IN", "TO", "DT", "CC", "WDT", "WP", "PRP$", "MD"});
        if (empty() || last_ - first_ > kMostWords || text::is_one_of(token(last_ - 1).xpos, kLoose)) return false;
        for (std::uint32_t i = first_; i < last_; ++i) {
            const std::string_view raw = text::words_at(reading_.report.text, token(i).span);
            if (raw != "US" && text::is_one_of(text::ascii_lower(raw), kSelf)) return false;
        }
        const std::string_view all = text();
        const auto capitals = std::count_if(all.begin(), all.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        const bool pairs = std::count(all.begin(), all.end(), '"') % 2 == 0 && count(all, "“") == count(all, "”") &&
                           count(all, "(") == count(all, ")") && count(all, "''") % 2 == 0 &&
                           count(all, "«") == count(all, "»");
        const bool one_piece = all.find('\n') == std::string_view::npos && all.find_first_of("?!;") == all.npos;
        return pairs && one_piece && static_cast<std::size_t>(capitals) * 2 < all.size();
    }

    /// Begins as a subject does.
    [[nodiscard]] bool begins_subject(bool pronouns) const {
        const Upos upos = token(first_).upos;
        if (upos == Upos::kPron) {
            const std::string here = word(first_);
            return pronouns || here == "it" || here == "there" || here == "both" || here == "nobody";
        }
        const bool verbal = token(first_).xpos == "VBG" || token(first_).xpos == "VB";
        return !verbal && (upos == Upos::kDet || upos == Upos::kPropn || upos == Upos::kNoun || upos == Upos::kAdj ||
                           upos == Upos::kNum);
    }

    /// The first finite verb, or last().
    [[nodiscard]] std::uint32_t finite_verb() const {
        constexpr auto kFinite = std::to_array<std::string_view>({"VBD", "VBZ", "VBP", "MD"});
        for (std::uint32_t i = first_; i < last_; ++i) {
            if (text::is_one_of(token(i).xpos, kFinite)) return i;
        }
        return last_;
    }

    /// "the truce", "Ruritania", for the middle of a sentence.
    [[nodiscard]] std::string inner() const {
        std::string out = one_line(text());
        const bool name = token(first_).upos == Upos::kPropn || token(first_).upos == Upos::kNum;
        const bool capitals = out.size() > 1 && out[1] >= 'A' && out[1] <= 'Z';
        if (!out.empty() && !name && !capitals && out[0] >= 'A' && out[0] <= 'Z') {
            out[0] = static_cast<char>(out[0] - 'A' + 'a');
        }
        return out;
    }

    /// The name that a personal pronoun at the beginning stands for.
    [[nodiscard]] std::optional<std::string> name_of_pronoun() const {
        constexpr auto kPersonal = std::to_array<std::string_view>({"he", "she", "they"});
        if (!text::is_one_of(word(first_), kPersonal)) return std::nullopt;
        const auto& mentions = reading_.mentions;
        const std::uint32_t begin = token(first_).span.begin;
        const auto at = std::partition_point(mentions.begin(), mentions.end(),
                                             [&](const record::Mention& m) { return m.span.begin < begin; });
        if (at == mentions.end() || at->span.begin != begin || at->entity.empty()) return std::nullopt;
        const auto entity =
            std::lower_bound(reading_.entities.begin(), reading_.entities.end(), at->entity,
                             [](const record::Entity& known, const auto& wanted) { return known.id < wanted; });
        if (entity == reading_.entities.end() || entity->id != at->entity || !entity->named) return std::nullopt;
        return plain_name(entity->name);
    }

  private:
    static std::size_t count(std::string_view all, std::string_view mark) {
        std::size_t found = 0;
        for (std::size_t at = all.find(mark); at != all.npos; at = all.find(mark, at + mark.size())) ++found;
        return found;
    }

    const record::Reading& reading_;
    std::uint32_t first_, last_;
};

/// Where the innermost "that" clause begins which holds a verb: "… to show that the king had agreed" speaks of the
/// king.
std::uint32_t inner_begin(const Words& words, const StoryView& view, const Proposition& p) {
    std::uint32_t begin = words.first();
    for (std::uint32_t i = words.first(); i + 4 < words.last(); ++i) {
        if (words.word(i) != "that" || words.token(i).upos != Upos::kSconj) continue;
        const Words rest(view, p, i + 1, words.last());
        if (rest.finite_verb() < rest.last() && rest.begins_subject(true)) begin = i + 1;
    }
    constexpr auto kOpeners = std::to_array<std::string_view>(
        {"and", "but", "so", "yet", "though", "although", "while", "that", "whereas", "because", "however", "even"});
    while (begin + 3 < words.last() && (text::is_one_of(words.word(begin), kOpeners) || words.word(begin) == ","))
        ++begin;
    return begin;
}

/// "Did X …?" where the first finite verb tells of something done.
std::optional<std::string> ask_did(const StoryView& view, const Proposition& p, const Words& words) {
    constexpr auto kHelpers = std::to_array<std::string_view>(
        {"also", "already", "never", "not", "n't", "n’t", "reportedly", "even", "always", "indeed"});
    const std::uint32_t finite = words.finite_verb();
    if (finite == words.first() || finite >= words.last() || finite - words.first() > 10) return std::nullopt;
    const std::string auxiliary = words.word(finite);
    const bool perfect = auxiliary == "had" || auxiliary == "has" || auxiliary == "have";
    const bool did = auxiliary == "did";
    std::uint32_t verb = perfect || did ? finite + 1 : finite;
    while (verb + 1 < words.last() && text::is_one_of(words.word(verb), kHelpers)) ++verb;
    if (verb + 1 >= words.last()) return std::nullopt;
    const std::string& tag = words.token(verb).xpos;
    const bool fits = perfect ? tag == "VBN" || tag == "VBD" : did ? tag == "VB" : tag == "VBD";
    const std::string& infinitive = words.token(verb).lemma;
    if (!fits || infinitive == "be" || infinitive == "have" || words.token(verb).upos != Upos::kVerb)
        return std::nullopt;
    std::uint32_t end = finite;
    while (end > words.first() && text::is_one_of(words.word(end - 1), kHelpers)) --end;
    const Words subject(view, p, words.first(), end), rest(view, p, verb + 1, words.last());
    if (subject.empty() || rest.empty() || !subject.stands_alone() || !rest.stands_alone()) return std::nullopt;
    const auto name = subject.last() - subject.first() == 1 ? subject.name_of_pronoun() : std::nullopt;
    if (!name && !subject.begins_subject(false)) return std::nullopt;
    const std::string who = name ? *name : subject.inner();
    if (who.find(',') != who.npos) return std::nullopt;
    return "Did " + who + " " + infinitive + " " + one_line(rest.text()) + "?";
}

}  // namespace

std::optional<std::string> as_clause(const StoryView& view, const Proposition& p, std::uint32_t first,
                                     std::uint32_t last, bool name_pronoun) {
    const Words words(view, p, first, last);
    if (words.last() < words.first() + 4 || !words.stands_alone()) return std::nullopt;
    const std::uint32_t finite = words.finite_verb();
    if (finite == words.first() || finite >= words.last()) return std::nullopt;
    if (name_pronoun) {
        if (const auto name = words.name_of_pronoun()) {
            const Words rest(view, p, words.first() + 1, words.last());
            return *name + " " + one_line(rest.text());
        }
    }
    if (!words.begins_subject(!name_pronoun)) return std::nullopt;
    return words.inner();
}

std::optional<std::string> as_phrase(const StoryView& view, const Proposition& p, std::uint32_t first,
                                     std::uint32_t last) {
    const Words words(view, p, first, last);
    if (words.empty() || !words.stands_alone() || !words.begins_subject(false)) return std::nullopt;
    if (words.token(words.first()).upos == Upos::kPron) return std::nullopt;
    constexpr auto kBack = std::to_array<std::string_view>({"this", "that", "these", "those", "both"});
    if (words.last() - words.first() == 1 && text::is_one_of(words.word(words.first()), kBack)) return std::nullopt;
    return words.inner();
}

std::string plain_name(std::string_view name) {
    constexpr std::string_view kUnnamed = "unnamed ";
    if (!name.starts_with(kUnnamed)) {
        const bool common = !name.empty() && name[0] >= 'a' && name[0] <= 'z';
        return (common ? "the " : "") + std::string(name);
    }
    name.remove_prefix(kUnnamed.size());
    const bool plural = name.size() > 2 && name.back() == 's' && name[name.size() - 2] != 's';
    return (plural ? "" : "the ") + std::string(name);
}

std::string source_name(const StoryView& view, const Proposition& p) {
    if (!p.said || p.holders.size() < 2) return {};
    const record::Reference& source = p.holders.back();
    constexpr auto kNobody = std::to_array<std::string_view>(
        {"nobody", "neither", "no one", "none", "he", "she", "they", "it", "we", "i", "you", "who", "which", "this"});
    const std::string name = plain_name(source.name);
    if (!source.span) return name;
    std::string words = one_line(text::words_at(view.reading(p).report.text, *source.span));
    const std::string folded = text::ascii_lower(words);
    if (folded.starts_with("no ") || folded.starts_with("neither ") || folded == "nobody") return {};
    if (text::is_one_of(folded, kNobody)) return source.name.starts_with("unnamed no") ? std::string() : name;
    for (const std::string_view article : {"The ", "A ", "An ", "a ", "an "}) {
        if (words.starts_with(article)) words = "the " + words.substr(article.size());
    }
    constexpr auto kShort = std::to_array<std::string_view>({"US", "U.S.", "UK", "UN", "U.N.", "EU"});
    if (text::is_one_of(words, kShort)) return "the " + words;
    const bool own = folded.starts_with("his ") || folded.starts_with("her ") || folded.starts_with("our ") ||
                     folded.starts_with("their ") || folded.starts_with("its ");
    constexpr std::size_t kMost = 60;
    return own || words.size() > kMost || words.find_first_of(",\"(") != words.npos ? name : words;
}

std::string quoted(const StoryView& view, const Proposition& p) {
    return "“" + one_line(cut(view.words(p))) + "”";
}

std::string short_words(const StoryView& view, const Proposition& p, std::size_t limit) {
    const Words words(view, p, p.first, p.last);
    if (words.empty()) return {};
    const bool shortened = words.last() - words.first() > limit;
    const std::uint32_t last = shortened ? words.first() + static_cast<std::uint32_t>(limit) : words.last();
    return one_line(cut(Words(view, p, words.first(), last).text())) + (shortened ? " …" : "");
}

std::string cut(std::string_view words) {
    constexpr std::size_t kMost = 240;
    if (words.size() <= kMost) return std::string(words);
    std::size_t end = kMost;
    while (end > 0 && !text::is_boundary(words, end)) --end;
    return std::string(words.substr(0, end)) + " …";
}

std::string ask_whether(const StoryView& view, const Proposition& p) {
    const Words all(view, p, p.first, p.last);
    if (!all.empty()) {
        const Words core(view, p, inner_begin(all, view, p), all.last());
        if (auto question = ask_did(view, p, core)) return *question;
        if (const auto clause = as_clause(view, p, core.first(), core.last(), true)) {
            return "Is it true that " + *clause + "?";
        }
    }
    return "Disputed: " + quoted(view, p);
}

}  // namespace readout::claim
