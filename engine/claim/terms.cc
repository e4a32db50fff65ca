#include "claim/terms.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "text/fold.h"
#include "text/list.h"

namespace readout::claim {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

/// Word -> family.
constexpr auto kFamilies = std::to_array<Pair>({
    {"accept", "agree"},
    {"accepted", "agree"},
    {"accord", "agree"},
    {"accords", "agree"},
    {"agree", "agree"},
    {"agreed", "agree"},
    {"agreement", "agree"},
    {"agreements", "agree"},
    {"agrees", "agree"},
    {"aircraft", "plane"},
    {"airplane", "plane"},
    {"armistice", "truce"},
    {"arrest", "arrest"},
    {"arrested", "arrest"},
    {"assault", "attack"},
    {"assent", "agree"},
    {"attack", "attack"},
    {"attacked", "attack"},
    {"begin", "begin"},
    {"began", "begin"},
    {"begun", "begin"},
    {"bomb", "attack"},
    {"bombard", "attack"},
    {"bombardment", "attack"},
    {"bombed", "attack"},
    {"bombing", "attack"},
    {"captive", "prisoner"},
    {"captives", "prisoner"},
    {"ceasefire", "truce"},
    {"cease-fire", "truce"},
    {"commit", "promise"},
    {"commitment", "promise"},
    {"committed", "promise"},
    {"deal", "agree"},
    {"deals", "agree"},
    {"dead", "kill"},
    {"death", "kill"},
    {"deaths", "kill"},
    {"detain", "arrest"},
    {"detained", "arrest"},
    {"detainee", "prisoner"},
    {"detainees", "prisoner"},
    {"die", "kill"},
    {"died", "kill"},
    {"dies", "kill"},
    {"drown", "kill"},
    {"drowned", "kill"},
    {"fatality", "kill"},
    {"fire", "shoot"},
    {"fired", "shoot"},
    {"gave", "give"},
    {"given", "give"},
    {"guards", "soldier"},
    {"guard", "soldier"},
    {"guardsman", "soldier"},
    {"gunfire", "shoot"},
    {"hurt", "injure"},
    {"initial", "sign"},
    {"initialed", "sign"},
    {"initialled", "sign"},
    {"initials", "sign"},
    {"injure", "injure"},
    {"injured", "injure"},
    {"injury", "injure"},
    {"jet", "plane"},
    {"jets", "plane"},
    {"kill", "kill"},
    {"killed", "kill"},
    {"killing", "kill"},
    {"leave", "leave"},
    {"left", "leave"},
    {"lorries", "truck"},
    {"lorry", "truck"},
    {"meet", "meet"},
    {"meeting", "meet"},
    {"meetings", "meet"},
    {"met", "meet"},
    {"negotiation", "talks"},
    {"negotiations", "talks"},
    {"offer", "propose"},
    {"offered", "propose"},
    {"pact", "agree"},
    {"parties", "side"},
    {"paid", "pay"},
    {"pay", "pay"},
    {"payment", "pay"},
    {"perish", "kill"},
    {"perished", "kill"},
    {"plane", "plane"},
    {"planes", "plane"},
    {"pledge", "promise"},
    {"pledged", "promise"},
    {"pledges", "promise"},
    {"prisoner", "prisoner"},
    {"prisoners", "prisoner"},
    {"promise", "promise"},
    {"promised", "promise"},
    {"promises", "promise"},
    {"proposal", "propose"},
    {"proposals", "propose"},
    {"propose", "propose"},
    {"proposed", "propose"},
    {"pullback", "withdraw"},
    {"raid", "attack"},
    {"retreat", "withdraw"},
    {"serviceman", "soldier"},
    {"servicemen", "soldier"},
    {"settled", "agree"},
    {"shell", "attack"},
    {"shelled", "attack"},
    {"shelling", "attack"},
    {"shoot", "shoot"},
    {"shooting", "shoot"},
    {"shot", "shoot"},
    {"shots", "shoot"},
    {"sides", "side"},
    {"sign", "sign"},
    {"signature", "sign"},
    {"signed", "sign"},
    {"signing", "sign"},
    {"slain", "kill"},
    {"slay", "kill"},
    {"soldier", "soldier"},
    {"soldiers", "soldier"},
    {"strike", "attack"},
    {"strikes", "attack"},
    {"struck", "attack"},
    {"summit", "meet"},
    {"summits", "meet"},
    {"talks", "talks"},
    {"telephone", "call"},
    {"telephoned", "call"},
    {"trooper", "soldier"},
    {"troops", "soldier"},
    {"truce", "truce"},
    {"truck", "truck"},
    {"trucks", "truck"},
    {"undertake", "promise"},
    {"undertaking", "promise"},
    {"undertook", "promise"},
    {"warplane", "plane"},
    {"warplanes", "plane"},
    {"withdraw", "withdraw"},
    {"withdrawal", "withdraw"},
    {"withdrawn", "withdraw"},
    {"withdrew", "withdraw"},
    {"wound", "injure"},
    {"wounded", "injure"},
    {"wounds", "injure"},
});

constexpr auto kActs = std::to_array<std::string_view>({
    "agree",
    "arrest",
    "attack",
    "begin",
    "call",
    "give",
    "injure",
    "kill",
    "leave",
    "meet",
    "pay",
    "promise",
    "propose",
    "shoot",
    "sign",
    "truce",
    "withdraw",
});

constexpr auto kAnybody = std::to_array<std::string_view>(
    {"body", "bodi", "casualt", "human", "individu", "man", "men", "name", "peopl", "people", "person", "victim"});

constexpr auto kPeople = std::to_array<std::string_view>(
    {"soldier",      "driver",    "civilian", "child",     "children", "woman",     "women",      "girl",
     "boy",          "student",   "pupil",    "teacher",   "police",   "policeman", "policemen",  "officer",
     "constable",    "crew",      "sailor",   "seaman",    "seamen",   "worker",    "employee",   "villager",
     "resident",     "terrorist", "fighter",  "militant",  "rebel",    "insurgent", "passenger",  "protester",
     "demonstrator", "refugee",   "citizen",  "conscript", "pilot",    "miner",     "fisherman",  "fishermen",
     "journalist",   "nurse",     "doctor",   "medic",     "tourist",  "pilgrim",   "worshipper", "inhabitant",
     "neighbour",    "neighbor",  "family",   "bystander", "prisoner", "guest",     "herdsman",   "farmer",
     "hostage",      "mourner",   "marcher",  "patient",   "settler",  "peasant",   "monk",       "striker",
     "officer",      "cadet",     "marine",   "guerrilla", "gunman",   "gunmen",    "reporter",   "hurt",
     "wounded"});

/// Words without a topic.
constexpr auto kEmpty = std::to_array<std::string_view>({
    "a",         "about",     "above",     "according", "add",      "added",    "after",   "again",    "against",
    "ago",       "all",       "almost",    "already",   "also",     "although", "always",  "among",    "an",
    "and",       "announce",  "announced", "another",   "any",      "anybody",  "anyone",  "anything", "are",
    "around",    "as",        "ask",       "asked",     "at",       "away",     "back",    "be",       "because",
    "been",      "before",    "being",     "between",   "both",     "but",      "by",      "can",      "cannot",
    "claim",     "claimed",   "come",      "could",     "declare",  "declared", "deny",    "denied",   "did",
    "do",        "does",      "done",      "down",      "during",   "each",     "either",  "else",     "even",
    "ever",      "every",     "explain",   "explained", "far",      "few",      "first",   "for",      "from",
    "further",   "get",       "go",        "going",     "had",      "has",      "have",    "having",   "he",
    "her",       "here",      "hers",      "him",       "his",      "how",      "however", "i",        "if",
    "in",        "including", "indeed",    "insist",    "insisted", "into",     "is",      "it",       "its",
    "itself",    "just",      "know",      "last",      "later",    "least",    "less",    "let",      "like",
    "made",      "maintain",  "maintains", "make",      "many",     "may",      "maybe",   "me",       "merely",
    "might",     "mine",      "more",      "most",      "mr",       "mrs",      "ms",      "much",     "must",
    "my",        "n't",       "neither",   "never",     "new",      "next",     "no",      "nobody",   "none",
    "nor",       "not",       "note",      "noted",     "nothing",  "now",      "n’t",     "of",       "off",
    "often",     "on",        "once",      "one",       "only",     "or",       "other",   "others",   "our",
    "out",       "over",      "own",       "part",      "put",      "quite",    "rather",  "repeat",   "repeated",
    "report",    "reported",  "said",      "same",      "say",      "saying",   "says",    "second",   "see",
    "seen",      "several",   "shall",     "she",       "should",   "since",    "so",      "some",     "somebody",
    "something", "still",     "stress",    "stressed",  "such",     "take",     "taken",   "tell",     "than",
    "that",      "the",       "their",     "them",      "then",     "there",    "these",   "they",     "thing",
    "think",     "this",      "those",     "though",    "through",  "time",     "to",      "today",    "together",
    "told",      "too",       "took",      "toward",    "towards",  "two",      "under",   "until",    "up",
    "upon",      "us",        "use",       "used",      "very",     "want",     "was",     "way",      "we",
    "well",      "went",      "were",      "what",      "when",     "where",    "whether", "which",    "while",
    "who",       "whole",     "whom",      "whose",     "why",      "will",     "with",    "within",   "without",
    "would",     "yesterday", "yet",       "you",       "your",     "‘s",       "’",       "’s",
});

std::string_view family(std::string_view word) {
    for (const Pair& pair : kFamilies) {
        if (pair.first == word) return pair.second;
    }
    return {};
}

/// Cuts one common ending off a long word, so that "commanded", "command" and "commanding" meet.
std::string stem(std::string word) {
    constexpr auto kEndings =
        std::to_array<std::string_view>({"ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "er",
                                         "ies", "ied", "ed", "es", "al", "ly", "s", "e", "y"});
    for (const std::string_view ending : kEndings) {
        if (word.size() >= ending.size() + 4 && word.ends_with(ending) && !word.ends_with("ss")) {
            word.resize(word.size() - ending.size());
            return word;
        }
    }
    return word;
}

}  // namespace

std::string term_of(const record::Token& token, std::string_view word) {
    if (token.upos == record::Upos::kPunct || token.upos == record::Upos::kNum || word.empty()) return {};
    std::string lower = text::ascii_lower(word);
    const unsigned char first = static_cast<unsigned char>(lower.front());
    const bool letter = (first >= 'a' && first <= 'z') || first >= 0x80;
    if (!letter || lower.size() < 2) return {};
    if (text::is_one_of(lower, kEmpty) || text::is_one_of(token.lemma, kEmpty)) return {};
    if (const std::string_view known = family(lower); !known.empty()) return std::string(known);
    if (const std::string_view known = family(token.lemma); !known.empty()) return std::string(known);
    return stem(token.lemma.size() > 2 ? token.lemma : lower);
}

bool is_act_family(std::string_view term) {
    return text::is_one_of(term, kActs);
}

bool is_people(std::string_view term) {
    static const std::vector<std::string> kStems = [] {
        std::vector<std::string> stems;
        for (const std::string_view word : kPeople) {
            const std::string_view known = family(word);
            stems.push_back(known.empty() ? stem(std::string(word)) : std::string(known));
        }
        return stems;
    }();
    return text::is_one_of(term, kStems) || is_anybody(term);
}

bool is_anybody(std::string_view term) {
    return text::is_one_of(term, kAnybody);
}

}  // namespace readout::claim
