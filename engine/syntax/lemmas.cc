// A form such as "hoped" has a few possible stems ("hope", "hop"), likeliest first; the first that the dictionary knows
// as a word of the kind wanted is taken. Words of no dictionary are cut by the spelling alone.

#include "syntax/lemmas.h"

#include <algorithm>
#include <array>

#include "learn/hashing.h"

namespace readout::syntax {
namespace {

constexpr WordBits kNoun = 1, kVerb = 2, kAdjective = 4, kAdverb = 8;
constexpr WordBits kPast = 16, kIng = 32, kVerbS = 64, kPlural = 128, kCompared = 256;
constexpr std::size_t kMaxWord = 64;  // bytes; longer words are their own lemma
constexpr std::uint64_t kExceptionTemplate = 99;

/// Possible stems, likeliest first.
struct Stems {
    std::array<std::string, 4> words;
    std::size_t count = 0;
    void add(std::string word) { words[count++] = std::move(word); }
    [[nodiscard]] const std::string* begin() const { return words.data(); }
    [[nodiscard]] const std::string* end() const { return words.data() + count; }
};

bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

char from_end(std::string_view word, std::size_t n) {
    return word[word.size() - n];
}

bool doubled(std::string_view stem) {
    return stem.size() > 2 && from_end(stem, 1) == from_end(stem, 2) && !is_vowel(from_end(stem, 1));
}

/// One vowel before one consonant ("hop" of "hoping"): a stem without e would have been doubled.
bool takes_e(std::string_view stem) {
    if (stem.size() < 2) return false;
    const char last = from_end(stem, 1);
    return !is_vowel(last) && last != 'w' && last != 'x' && last != 'y' && is_vowel(from_end(stem, 2)) &&
           (stem.size() < 3 || !is_vowel(from_end(stem, 3)));
}

/// Adds the stems of a word whose ending of `cut` bytes begins with a vowel.
void add_stems(std::string_view word, std::size_t cut, Stems& out) {
    if (word.size() <= cut) return;
    const std::string stem(word.substr(0, word.size() - cut));
    const bool e_first = takes_e(stem);
    out.add(e_first ? stem + 'e' : stem);
    out.add(e_first ? stem : stem + 'e');
    if (doubled(stem)) out.add(stem.substr(0, stem.size() - 1));
}

Stems past_stems(std::string_view word) {
    Stems out;
    if (!word.ends_with("ed") || word.size() < 4) return out;
    if (word.ends_with("ied") && word.size() > 4) out.add(std::string(word.substr(0, word.size() - 3)) + 'y');
    add_stems(word, 2, out);
    return out;
}

Stems ing_stems(std::string_view word) {
    Stems out;
    if (word.ends_with("ing") && word.size() > 4) add_stems(word, 3, out);
    return out;
}

Stems s_stems(std::string_view word) {
    Stems out;
    if (!word.ends_with("s") || word.ends_with("ss") || word.size() < 3) return out;
    if (word.ends_with("ies") && word.size() > 4) out.add(std::string(word.substr(0, word.size() - 3)) + 'y');
    out.add(std::string(word.substr(0, word.size() - 1)));
    if (word.ends_with("es")) out.add(std::string(word.substr(0, word.size() - 2)));
    return out;
}

Stems compared_stems(std::string_view word) {
    Stems out;
    const std::size_t cut = word.ends_with("er") ? 2 : word.ends_with("est") ? 3 : 0;
    if (cut == 0 || word.size() < cut + 3) return out;
    if (from_end(word, cut + 1) == 'i') out.add(std::string(word.substr(0, word.size() - cut - 1)) + 'y');
    add_stems(word, cut, out);
    return out;
}

/// The part of speech that exceptions are kept for: v, n, a or none.
std::string_view kind_of(std::string_view xpos) {
    if (xpos.starts_with("VB") || xpos == "MD") return "v";
    if (xpos == "NNS" || xpos == "NNPS") return "n";
    if (xpos == "JJR" || xpos == "JJS" || xpos == "RBR" || xpos == "RBS") return "a";
    return "";
}

bool soft(std::string_view stem) {
    static constexpr auto kSoft =
        std::to_array<std::string_view>({"v", "c", "iz", "at", "dg", "ag", "u", "bl", "gl", "tl", "ur", "id"});
    return std::any_of(kSoft.begin(), kSoft.end(), [&](std::string_view end) { return stem.ends_with(end); });
}

/// The stem of a word that no dictionary has.
std::string unknown_stem(const Stems& stems, std::string_view word) {
    if (stems.count == 0) return std::string(word);
    if (word.ends_with("ies") || word.ends_with("ied")) return stems.words[0];
    if (word.ends_with("s")) {
        const bool hissing = word.ends_with("ches") || word.ends_with("shes") || word.ends_with("sses") ||
                             word.ends_with("xes") || word.ends_with("zes");
        return hissing ? stems.words[stems.count - 1] : std::string(word.substr(0, word.size() - 1));
    }
    const std::string& stem = *std::min_element(
        stems.begin(), stems.end(), [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
    if (doubled(stem)) return stem;
    const char last = stem.back();
    if (doubled(stems.words[0]) && stem != stems.words[0] && last != 'l' && last != 's' && last != 'f' && last != 'z') {
        return stem;
    }
    return soft(stem) ? stem + 'e' : stem;
}

}  // namespace

base::Result<Lemmas> Lemmas::open(const learn::ModelFile& file, std::string_view name) {
    Lemmas lemmas;
    const std::string_view dictionary = RO_TRY(file.section("dictionary"));
    const std::string_view exceptions = RO_TRY(file.section("exceptions"));
    lemmas.dictionary_ = RO_TRY(learn::HashedTable::open(dictionary, name));
    lemmas.exceptions_ = RO_TRY(learn::HashedTable::open(exceptions, name));
    lemmas.lemma_bytes_ = RO_TRY(file.section("lemmas"));
    for (std::uint64_t slot = 0; slot < lemmas.exceptions_.slots(); ++slot) {
        const std::uint32_t value = lemmas.exceptions_.value_of(slot);
        if (std::size_t{value >> 8} + (value & 0xFF) > lemmas.lemma_bytes_.size()) {
            return base::failure(std::string(name) +
                                 ": a lemma lies outside the model file; install Readout's models again");
        }
    }
    return lemmas;
}

WordBits Lemmas::base(std::string_view word) const {
    return dictionary_.find(learn::mix(learn::hash_bytes(word)));
}

std::string_view Lemmas::exception(std::string_view kind, std::string_view word) const {
    const std::uint32_t value =
        exceptions_.find(learn::hash_feature(kExceptionTemplate, learn::hash_bytes(kind), learn::hash_bytes(word)));
    return lemma_bytes_.substr(value >> 8, value & 0xFF);
}

WordBits Lemmas::bits(std::string_view word) const {
    if (word.size() > kMaxWord) return 0;
    const std::size_t hyphen = word.rfind('-');
    if (hyphen != std::string_view::npos && hyphen > 0 && hyphen + 1 < word.size() && base(word) == 0) {
        word = word.substr(hyphen + 1);
    }
    const auto any = [this](const Stems& stems, WordBits bit) {
        return std::any_of(stems.begin(), stems.end(),
                           [&](const std::string& stem) { return (base(stem) & bit) != 0; });
    };
    WordBits bits = base(word);
    if (!exception("v", word).empty() || any(past_stems(word), kVerb)) bits |= kPast;
    if (any(ing_stems(word), kVerb)) bits |= kIng;
    const Stems plural = s_stems(word);
    if (any(plural, kVerb)) bits |= kVerbS;
    if (!exception("n", word).empty() || any(plural, kNoun)) bits |= kPlural;
    if (!exception("a", word).empty() || any(compared_stems(word), kAdjective)) bits |= kCompared;
    return bits;
}

std::string Lemmas::by_rule(std::string_view word, std::string_view xpos, std::string_view kind) const {
    const auto choose = [&](const Stems& stems, WordBits bit) {
        for (const std::string& stem : stems) {
            if ((base(stem) & bit) != 0) return stem;
        }
        return (base(word) & bit) != 0 ? std::string(word) : unknown_stem(stems, word);
    };
    if (xpos == "VBD" || xpos == "VBN") return choose(past_stems(word), kVerb);
    if (xpos == "VBG") return choose(ing_stems(word), kVerb);
    if (xpos == "VBZ") return choose(s_stems(word), kVerb);
    if (kind == "n") return choose(s_stems(word), kNoun);
    if (kind == "a") {
        for (const std::string& stem : compared_stems(word)) {
            if ((base(stem) & (kAdjective | kAdverb)) != 0) return stem;
        }
    }
    return std::string(word);
}

std::string Lemmas::lemma(std::string_view word, std::string_view xpos) const {
    if (word.size() > kMaxWord) return std::string(word);
    if (const std::string_view known = exception(xpos, word); !known.empty()) return std::string(known);
    const std::string_view kind = kind_of(xpos);
    if (kind.empty()) {
        std::string same(word);
        if (xpos == "CD" && word[0] >= '0' && word[0] <= '9') std::erase(same, ',');
        return same;
    }
    if (const std::string_view known = exception(kind, word); !known.empty()) return std::string(known);
    const std::size_t hyphen = word.rfind('-');
    if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 == word.size()) return by_rule(word, xpos, kind);
    const std::string_view last = word.substr(hyphen + 1);
    const std::string_view known = exception(kind, last);
    return std::string(word.substr(0, hyphen + 1)) + (known.empty() ? by_rule(last, xpos, kind) : std::string(known));
}

}  // namespace readout::syntax
