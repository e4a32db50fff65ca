#include "date/tense.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "date/lexis.h"
#include "text/list.h"

namespace readout::date {

namespace {

constexpr std::size_t kReach = 40;

// Past forms and participles that do not end in -ed.
constexpr std::array<std::string_view, 112> kIrregular{
    "arose",      "ate",    "became", "been",     "began",    "begun",   "bought", "bought", "broke",     "broken",
    "brought",    "built",  "burnt",  "came",     "caught",   "chose",   "chosen", "cut",    "dealt",     "did",
    "died",       "done",   "drew",   "drove",    "fed",      "fell",    "felt",   "fled",   "flew",      "forbade",
    "forgot",     "fought", "found",  "froze",    "gave",     "given",   "gone",   "got",    "grew",      "had",
    "heard",      "held",   "hit",    "hung",     "hurt",     "kept",    "knew",   "laid",   "landed",    "led",
    "left",       "lent",   "let",    "lit",      "lost",     "made",    "meant",  "met",    "overthrew", "paid",
    "put",        "quit",   "ran",    "rang",     "read",     "rose",    "said",   "sang",   "sank",      "sat",
    "saw",        "seen",   "sent",   "set",      "shook",    "shot",    "shut",   "slept",  "sold",      "sought",
    "spent",      "split",  "spoke",  "spoken",   "spread",   "stole",   "stood",  "strode", "struck",    "sunk",
    "swept",      "swore",  "sworn",  "taken",    "taught",   "thought", "threw",  "told",   "took",      "tore",
    "understood", "went",   "were",   "withdrew", "withheld", "woke",    "won",    "wore",   "wrote",     "written",
    "was",        "upheld",
};

// Verbs that in the present tell what is arranged.
constexpr std::array<std::string_view, 70> kArranged{
    "appears",   "arrive",  "arrives",  "begin",    "begins",  "close",   "closes",  "come",   "comes",    "continue",
    "continues", "convene", "convenes", "decide",   "decides", "depart",  "departs", "end",    "ends",     "expire",
    "expires",   "fly",     "flies",    "gather",   "gathers", "go",      "goes",    "heads",  "hold",     "holds",
    "host",      "hosts",   "leave",    "leaves",   "meet",    "meets",   "open",    "opens",  "reopen",   "reopens",
    "reopening", "resume",  "resumes",  "resuming", "return",  "returns", "run",     "runs",   "sign",     "sit",
    "sits",      "speak",   "speaks",   "start",    "starts",  "take",    "takes",   "travel", "travels",  "visit",
    "visits",    "vote",    "votes",    "gets",     "due",     "awaits",  "faces",   "ending", "starting", "beginning",
};

constexpr std::array<std::string_view, 16> kNotPast{"hundred", "united",    "armed",   "naked",   "sacred",  "indeed",
                                                    "need",    "speed",     "exceed",  "proceed", "succeed", "feed",
                                                    "alleged", "so-called", "wounded", "injured"};

bool is_past_form(std::string_view word) {
    if (text::is_one_of(word, kIrregular)) return true;
    return word.size() > 3 && word.ends_with("ed") && !text::is_one_of(word, kNotPast);
}

// A past form may be a participle: "will be held", "is expected", "has met". What stands before it decides.
Tense participle(const Words& words, std::size_t i) {
    std::size_t at = i - 1;
    if (words.at(at).lower.ends_with("ly") || words.is(at, "not")) --at;
    if (words.any(at, {"be", "have"})) {
        if (words.any(at - 1, {"not", "also"})) --at;
        if (words.any(at - 1, {"will", "would", "shall", "to", "may", "might", "must", "should", "ll"}))
            return Tense::kFuture;
        return words.is(at, "have") ? Tense::kPast : Tense::kUnknown;
    }
    if (words.any(at, {"is", "are", "being"})) return Tense::kPresent;
    return Tense::kPast;
}

// "the disputed waters": a participle before its noun tells no time.
bool is_attribute(const Words& words, std::size_t i) {
    return words.any(i - 1, {"the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "of",
                             "with", "in", "some", "more", "most"}) &&
           words.at(i + 1).kind == WordKind::kLetters &&
           !words.any(i + 1, {"on", "in", "by", "to", "at", "from", "with", "that", "for"});
}

// What is arranged, hoped for or asked for lies ahead of the verb: "invited both sides to a round on Saturday".
bool points_ahead(const Words& words, std::size_t i) {
    return words.any(i,
                     {"invite",  "invited", "invites", "inviting",  "scheduled", "rescheduled", "planned", "postponed",
                      "hope",    "hopes",   "hoped",   "expect",    "expects",   "expecting",   "plans",   "aims",
                      "intends", "due",     "slated",  "pencilled", "forecasts", "suggests"});
}

// With "by" or "until", more verbs do.
bool sets_deadline(const Words& words, std::size_t i) {
    return words.any(
        i, {"promised",  "proposed", "vowed",   "pledged", "demanded",   "ordered", "asked", "told",    "urged",
            "predicted", "agreed",   "offered", "warned",  "threatened", "wants",   "want",  "promise", "promises",
            "predicts",  "proposes", "demands", "gave",    "given",      "said",    "says",  "predict"});
}

bool looks_ahead(const Words& words, std::size_t i) {
    return words.any(i, {"expected",  "due",     "scheduled", "set",     "planned", "plans",      "plan",    "planning",
                         "slated",    "hopes",   "hope",      "hoped",   "intends", "intend",     "wants",   "vowed",
                         "promised",  "agreed",  "pledged",   "is",      "are",     "likely",     "ordered", "invited",
                         "proposed",  "prepare", "preparing", "offered", "going",   "threatened", "wish",    "wishes",
                         "pencilled", "expects", "expect",    "was",     "were",    "demanded",   "urged",   "about"});
}

Tense verb_at(const Words& words, std::size_t i) {
    const auto& word = words.at(i);
    if (word.kind != WordKind::kLetters) return Tense::kUnknown;
    if (words.any(i, {"will", "shall", "would", "ll"})) return Tense::kFuture;
    if (word.lower == "wo" || (word.lower == "won" && words.any(i + 1, {"'", "\u2019"}))) return Tense::kFuture;
    if (word.lower == "to" && looks_ahead(words, i - 1) && words.at(i + 1).kind == WordKind::kLetters &&
        !words.at(i + 1).capital && !words.any(i + 1, {"the", "a", "an", "his", "its", "their"}))
        return Tense::kFuture;
    if (word.lower == "expected" || word.lower == "scheduled" || word.lower == "slated" || word.lower == "forecast" ||
        word.lower == "pencilled") {
        return participle(words, i) == Tense::kPast &&
                       (words.any(i - 1, {"had", "have", "has"}) || (words.is(i - 1, "been") && words.is(i - 2, "had")))
                   ? Tense::kPast
                   : Tense::kFuture;
    }
    if (word.capital && !words.before(i).lower.empty() && !word.breaks) return Tense::kUnknown;
    if (is_past_form(word.lower)) return is_attribute(words, i) ? Tense::kUnknown : participle(words, i);
    if (is_past_form(words.before(i).lower)) return Tense::kUnknown;  // "took hold"
    if (text::is_one_of(word.lower, kArranged) &&
        !words.any(i - 1, {"the", "a", "an", "his", "its", "their", "this", "of"})) {
        if (words.any(i - 1, {"did", "didn"}) || words.any(i - 2, {"did"})) return Tense::kPast;
        return words.is(i - 1, "to") && !looks_ahead(words, i - 2) ? Tense::kUnknown : Tense::kPresent;
    }
    return Tense::kUnknown;
}

bool is_abbreviation(const Words& words, std::size_t i) {
    const auto& word = words.at(i);
    return word.kind == WordKind::kLetters &&
           (word.span.size() == 1 || (word.span.size() <= 4 && word.lower != "may" && month_named(word.lower)) ||
            words.any(i, {"mr",  "mrs", "ms",   "dr",   "gen", "col", "lt",     "sen",  "rep", "gov", "no", "st",
                          "maj", "sgt", "capt", "prof", "rev", "hon", "messrs", "corp", "inc", "ltd", "co"}));
}

}  // namespace

bool ends_sentence(const Words& words, std::size_t i) {
    if (i + 1 >= words.size() || words.at(i + 1).breaks) return true;
    if (!words.any(i, {".", "?", "!"})) return false;
    if (words.is(i, ".") && i > 0 && is_abbreviation(words, i - 1)) return false;
    const auto& next = words.at(i + 1);
    if (next.kind == WordKind::kMark) return next.glued || !words.any(i + 1, {",", ";", ":"});
    return !next.glued && (next.capital || next.kind == WordKind::kDigits);
}

namespace {

// "Fares to rise in January": a headline's future, before word `first`.
bool infinitive_before(const Words& words, std::size_t first) {
    for (std::size_t back = 2; back <= kReach && back <= first; ++back) {
        const std::size_t at = first - back;
        if (ends_sentence(words, at)) return false;
        const Word& next = words.at(at + 1);
        if (words.is(at, "to") && next.kind == WordKind::kLetters && !next.capital && next.lower.size() > 1 &&
            !words.any(at + 1, {"the", "an", "his", "her", "its", "their", "this", "that"}))
            return true;
    }
    return false;
}

}  // namespace

Tense tense_around(const Words& words, std::size_t first, std::size_t last) {
    const bool deadline = words.any(first - 1, {"by", "until", "till", "before"});
    for (std::size_t back = 1; back <= kReach && back <= first; ++back) {
        const std::size_t at = first - back;
        if (ends_sentence(words, at)) break;
        if (words.any(at, {";", "\u201c", "\u2014"})) break;
        if (back <= 2 && words.any(at, {"is", "are"})) return Tense::kPresent;
        if (back > 2 && points_ahead(words, at) && !words.any(at - 1, {"had", "was", "were"})) return Tense::kFuture;
        if (deadline && sets_deadline(words, at)) return Tense::kFuture;
        if (const Tense tense = verb_at(words, at); tense != Tense::kUnknown) return tense;
    }
    for (std::size_t ahead = 0; ahead < kReach && last + ahead < words.size(); ++ahead) {
        const std::size_t at = last + ahead;
        if (words.at(at).breaks && at > last) break;
        if (const Tense tense = verb_at(words, at); tense != Tense::kUnknown) return tense;
        if (ends_sentence(words, at)) break;
    }
    return infinitive_before(words, first) ? Tense::kFuture : Tense::kUnknown;
}

}  // namespace readout::date
