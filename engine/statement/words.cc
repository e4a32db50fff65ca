#include "statement/words.h"

#include <algorithm>
#include <array>

#include "text/fold.h"
#include "text/utf8.h"

namespace readout::statement {
namespace {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& sorted, std::string_view word) {
    return std::binary_search(sorted.begin(), sorted.end(), word);
}

bool starts_with(std::string_view s, std::string_view prefix) {
    return s.substr(0, prefix.size()) == prefix;
}

constexpr std::array<std::string_view, 38> kPronouns{
    "all",    "another", "anybody", "anyone", "both",    "each", "either", "everybody", "everyone", "few",
    "he",     "her",     "him",     "his",    "i",       "it",   "many",   "me",        "most",     "neither",
    "nobody", "none",    "one",     "others", "several", "she",  "some",   "somebody",  "someone",  "that",
    "them",   "these",   "they",    "this",   "those",   "us",   "we",     "you"};
constexpr std::array<std::string_view, 34> kDeterminers{
    "a",    "all",   "an",    "another", "any",   "both",  "each",  "either", "every",   "her",  "his",  "its",
    "many", "more",  "most",  "my",      "no",    "one",   "other", "our",    "several", "some", "such", "that",
    "the",  "their", "these", "this",    "those", "three", "two",   "what",   "whose",   "your"};
constexpr std::array<std::string_view, 38> kAuxiliaries{
    "'d",    "'ll",   "'re",    "'s",   "'ve",  "am",   "are",  "be",     "been", "being", "ca",    "can",  "could",
    "did",   "do",    "does",   "done", "had",  "has",  "have", "having", "is",   "may",   "might", "must", "need",
    "ought", "shall", "should", "was",  "were", "will", "wo",   "would",  "’d",   "’ll",   "’re",   "’ve"};
constexpr std::array<std::string_view, 17> kModals{"'d",    "'ll",   "ca",    "can",   "could",  "may",
                                                   "might", "must",  "ought", "shall", "should", "will",
                                                   "wo",    "would", "’d",    "’ll",   "’ve"};
constexpr std::array<std::string_view, 8> kBe{"am", "are", "be", "been", "being", "is", "was", "were"};
constexpr std::array<std::string_view, 8> kHave{"'ve", "had", "has", "have", "having", "’d", "’s", "’ve"};
constexpr std::array<std::string_view, 8> kNegations{"n't", "neither", "never", "nor",
                                                     "not", "nothing", "n’t",   "without"};
constexpr std::array<std::string_view, 24> kFiniteForms{
    "am",    "are",  "can",  "could", "did",   "do",     "does", "had",  "has",  "have", "is",    "may",
    "might", "must", "need", "ought", "shall", "should", "was",  "were", "will", "wo",   "would", "’ll"};
constexpr std::array<std::string_view, 42> kPrepositions{
    "about", "above",   "across", "after",  "against", "ahead",  "along", "amid",    "among",   "around", "as",
    "at",    "before",  "behind", "beside", "between", "beyond", "by",    "despite", "during",  "for",    "from",
    "in",    "inside",  "into",   "near",   "of",      "off",    "on",    "onto",    "outside", "over",   "per",
    "since", "through", "to",     "toward", "towards", "under",  "via",   "with",    "within"};
constexpr std::array<std::string_view, 6> kCoordinators{"&", "and", "but", "nor", "or", "yet"};
constexpr std::array<std::string_view, 22> kSubordinators{
    "after", "although", "as",     "because", "before", "despite", "even", "if",       "lest",  "once",    "since",
    "so",    "than",     "though", "till",    "unless", "until",   "when", "whenever", "where", "whereas", "while"};
constexpr std::array<std::string_view, 14> kWh{"how",     "if",    "that", "what",    "whatever", "when",  "where",
                                               "whether", "which", "who",  "whoever", "whom",     "whose", "why"};
constexpr std::array<std::string_view, 75> kTimes{
    "afternoon", "afterwards", "ago",      "apr",       "april",     "aug",      "august",    "autumn",    "christmas",
    "dawn",      "day",        "days",     "dec",       "decade",    "december", "dusk",      "earlier",   "easter",
    "eid",       "evening",    "feb",      "february",  "fortnight", "fri",      "friday",    "hour",      "hours",
    "jan",       "january",    "july",     "june",      "late",      "later",    "lunchtime", "mar",       "march",
    "midday",    "midnight",   "minute",   "minutes",   "moments",   "mon",      "monday",    "month",     "months",
    "morning",   "night",      "noon",     "nov",       "november",  "oct",      "october",   "overnight", "ramadan",
    "saturday",  "sep",        "sept",     "september", "spring",    "summer",   "sunday",    "thursday",  "today",
    "tomorrow",  "tonight",    "tuesday",  "tuesdays",  "wednesday", "week",     "weekend",   "weeks",     "winter",
    "year",      "years",      "yesterday"};

constexpr std::size_t kLongestSegment = 400;  // words; a longer stretch without a stop is cut, to stay linear

}  // namespace

bool is_noun(const Word& w) {
    return starts_with(w.tag, "NN") || w.tag == "FW" || w.tag == "SYM";
}
bool is_pronoun(const Word& w) {
    return w.tag == "PRP" || w.tag == "EX" || among(kPronouns, w.lower);
}
bool is_determiner(const Word& w) {
    return w.tag == "DT" || w.tag == "PRP$" || w.tag == "PDT" || among(kDeterminers, w.lower);
}
bool is_adjective(const Word& w) {
    return starts_with(w.tag, "JJ");
}
bool is_number(const Word& w) {
    return w.tag == "CD";
}
bool is_adverb(const Word& w) {
    return starts_with(w.tag, "RB") && !is_negation(w);
}
bool is_auxiliary(const Word& w) {
    return w.tag == "MD" || (among(kAuxiliaries, w.lower) && w.tag != "POS");
}
bool is_modal(const Word& w) {
    return w.tag == "MD" || among(kModals, w.lower);
}
bool is_be(const Word& w) {
    return among(kBe, w.lower) || (w.lower == "'s" && w.tag == "VBZ");
}
bool is_have(const Word& w) {
    return among(kHave, w.lower);
}
bool is_negation(const Word& w) {
    return among(kNegations, w.lower) && w.lower != "nothing";
}
bool is_finite(const Word& w) {
    if (among(kFiniteForms, w.lower)) return w.lower != "may" || w.tag == "MD";
    if ((w.lower == "'s" || w.lower == "’s") && w.tag == "VBZ") return true;
    return w.tag == "VBD" || w.tag == "VBZ" || w.tag == "VBP" || w.tag == "MD";
}
bool is_any_verb(const Word& w) {
    return starts_with(w.tag, "VB") || w.tag == "MD";
}
bool is_preposition(const Word& w) {
    return w.tag == "IN" || w.tag == "TO" || among(kPrepositions, w.lower);
}
bool is_coordinator(const Word& w) {
    return among(kCoordinators, w.lower);
}
bool is_subordinator(const Word& w) {
    return among(kSubordinators, w.lower);
}
bool is_wh(const Word& w) {
    return among(kWh, w.lower);
}
bool is_comma(const Word& w) {
    return w.lower == ",";
}
bool is_dash(const Word& w) {
    return w.lower == "-" || w.lower == "–" || w.lower == "—" || w.lower == "―" || w.lower == "--";
}
bool is_stop(const Word& w) {
    return w.lower == "." || w.lower == "?" || w.lower == "!" || w.lower == "…" || w.lower == "...";
}
bool is_punctuation(const Word& w) {
    if (w.is_quote() || w.lower.empty()) return false;
    const char32_t p = text::decode_at(w.lower, 0).point;
    return !text::is_letter(p) && !text::is_digit(p) && w.tag != "POS" && p != U'$' && p != U'€' && p != U'£' &&
           p != U'\'' && p != U'’' && p != U'#' && p != U'@' && p != U'%' && p != U'&' && p != U'§';
}
bool is_time_word(const Word& w) {
    static constexpr std::array<std::string_view, 6> kSeasons{"autumn", "dawn", "day", "spring", "summer", "winter"};
    if (among(kSeasons, w.lower) && starts_with(w.tag, "NNP")) return false;  // a family name
    return among(kTimes, w.lower);
}

BlockWords::BlockWords(const record::Reading& reading, std::span<const Quote> quotes, std::uint32_t block) {
    fill(reading, quotes, block);
    for (Level& level : levels_) cut(level, block, reading.report.text, quotes);
}

namespace {

bool ends_with_stop(std::string_view text, Span inner) {
    const char last = text[inner.end - 1];
    return last == '.' || last == ',' || last == '?' || last == '!';
}

bool is_hyphen(std::string_view word) {
    return word == "-" || word == "\u2010" || word == "\u2011";
}

// "far-right" is one word: a hyphen without white space joins its neighbours. The last part says what it is.
bool join_hyphenated(std::vector<Word>& words, const record::Token& token, std::string_view text) {
    if (words.empty() || words.back().is_quote() || words.back().span.end != token.span.begin) return false;
    Word& before = words.back();
    const std::string lower = text::ascii_lower(text::words_at(text, token.span));
    const bool hyphen = is_hyphen(lower) && token.span.begin > 0 && !is_punctuation(before);
    const bool behind_hyphen =
        before.lower.size() > 1 && is_hyphen(std::string_view(before.lower).substr(before.lower.size() - 1));
    if (!hyphen && !behind_hyphen) return false;
    const bool space_follows =
        hyphen && (token.span.end >= text.size() || text[token.span.end] == ' ' || text[token.span.end] == '\n');
    if (space_follows) return false;
    before.span.end = token.span.end;
    before.lower += lower;
    if (!hyphen)
        before.tag = starts_with(token.xpos, "NN") || starts_with(token.xpos, "VB") || token.xpos == "CD"
                         ? std::string_view(token.xpos)
                         : "JJ";
    return true;
}

}  // namespace

// Sends each token to the level of its innermost quotation; a quotation is put as one word into the level around it.
void BlockWords::fill(const record::Reading& reading, std::span<const Quote> quotes, std::uint32_t block) {
    const auto& sentences = reading.syntax.sentences;
    const auto& tokens = reading.syntax.tokens;
    const std::string_view text = reading.report.text;
    levels_.push_back({});
    const auto first =
        std::partition_point(quotes.begin(), quotes.end(), [&](const Quote& q) { return q.block < block; });
    const auto last = std::partition_point(first, quotes.end(), [&](const Quote& q) { return q.block <= block; });
    std::vector<std::size_t> stack{0};  // levels open at the token
    auto next = first;
    const auto add_quotes_until = [&](std::uint32_t offset) {
        while (next != last && next->outer.begin <= offset) {
            while (stack.size() > 1 &&
                   quotes[static_cast<std::size_t>(levels_[stack.back()].quote)].outer.end <= next->outer.begin)
                stack.pop_back();
            const auto index = static_cast<std::int32_t>(next - quotes.begin());
            Level& around = levels_[stack.back()];
            around.words.push_back({.span = next->outer,
                                    .lower = {},
                                    .tag = "QUOTE",
                                    .lemma = {},
                                    .quote = index,
                                    .stopped = ends_with_stop(text, next->inner)});
            around.begins_sentence.push_back(false);
            stack.push_back(levels_.size());
            levels_.push_back({index, {}, {}});
            ++next;
        }
        while (stack.size() > 1 && quotes[static_cast<std::size_t>(levels_[stack.back()].quote)].outer.end <= offset)
            stack.pop_back();
    };
    const auto begin = std::partition_point(sentences.begin(), sentences.end(),
                                            [&](const record::Sentence& s) { return s.block < block; });
    for (auto sentence = begin; sentence != sentences.end() && sentence->block == block; ++sentence) {
        for (std::uint32_t t = sentence->first_token; t < sentence->last_token; ++t) {
            const record::Token& token = tokens[t];
            add_quotes_until(token.span.begin);
            Level& level = levels_[stack.back()];
            if (level.quote != kNone && !quotes[static_cast<std::size_t>(level.quote)].inner.contains(token.span))
                continue;  // a mark
            if (join_hyphenated(level.words, token, text)) continue;
            level.words.push_back({.span = token.span,
                                   .lower = text::ascii_lower(text::words_at(text, token.span)),
                                   .tag = token.xpos,
                                   .lemma = token.lemma});
            level.begins_sentence.push_back(t == sentence->first_token);
        }
    }
}

// Sentences of a level end at a stop, where the syntax room begins a new one, and after a quotation that ends with a
// stop before a capital letter.
void BlockWords::cut(Level& level, std::uint32_t block, std::string_view text, std::span<const Quote> quotes) {
    const auto& words = level.words;
    std::size_t begin = 0;
    const auto finish = [&](std::size_t end) {
        if (end > begin)
            segments_.push_back({std::span<const Word>(words).subspan(begin, end - begin), level.quote, block});
        begin = end;
    };
    const auto upper_at = [&](std::size_t i) {
        return text::is_upper(text::decode_at(text, words[i].span.begin).point);
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Word& w = words[i];
        if (i > begin && level.begins_sentence[i] && !w.is_quote() && !words[i - 1].is_quote()) finish(i);
        if (i - begin >= kLongestSegment) finish(i);
        if (is_stop(w) && !w.is("…") && !w.is("...")) finish(i + 1);
        if (!w.is_quote() || i + 1 >= words.size()) continue;
        const Span inner = quotes[static_cast<std::size_t>(w.quote)].inner;
        const char last = text[inner.end - 1];
        const bool stopped = last == '.' || last == '?' || last == '!';
        if (stopped && (words[i + 1].is_quote() || upper_at(i + 1))) finish(i + 1);
    }
    finish(words.size());
}

bool is_rubric(std::string_view word) {
    static constexpr std::string_view kRubrics[] = {
        "photo",  "photos", "picture",  "pictures", "video",   "videos",    "gallery",  "slideshow", "news",
        "update", "live",   "analysis", "opinion",  "podcast", "exclusive", "breaking", "related",   "watch",
        "listen", "quiz",   "more",     "audio",    "map",     "timeline",  "review",   "interview"};
    return std::find(std::begin(kRubrics), std::end(kRubrics), word) != std::end(kRubrics);
}

}  // namespace readout::statement
