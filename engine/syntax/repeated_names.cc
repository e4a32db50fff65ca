#include "syntax/repeated_names.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "text/span.h"

namespace readout::syntax {
namespace {

using record::Name;
using record::Words;

constexpr std::uint32_t kMostWords = 12;  // of a name looked for
constexpr std::size_t kLetters = 3;       // UTF-8 bytes of a single word

class Repeats {
  public:
    Repeats(std::string_view text, record::Syntax& syntax)
        : text_(text), tokens_(syntax.tokens), names_(syntax.names), taken_(syntax.tokens.size(), false) {
        for (const Name& name : names_) {
            std::fill(taken_.begin() + name.words.first, taken_.begin() + name.words.last, true);
        }
    }

    void add(const std::vector<record::Sentence>& sentences) {
        learn();
        std::vector<Name> found;
        for (const record::Sentence& sentence : sentences) {
            for (std::uint32_t i = sentence.first_token; i < sentence.last_token;) {
                const Name* known = taken_[i] ? nullptr : known_at(i, sentence.last_token);
                if (known == nullptr) {
                    ++i;
                    continue;
                }
                const std::uint32_t end = i + size(*known);
                found.push_back({{i, end}, known->kind});
                i = end;
            }
        }
        names_.insert(names_.end(), found.begin(), found.end());
        std::sort(names_.begin(), names_.end(), [](const Name& a, const Name& b) { return a.words < b.words; });
    }

  private:
    static std::uint32_t size(const Name& name) { return name.words.last - name.words.first; }
    [[nodiscard]] std::string_view word(std::uint32_t i) const { return text::words_at(text_, tokens_[i].span); }

    /// Names by their first word, longer ones first, the first of several like ones only.
    void learn() {
        for (const Name& name : names_) {
            if (size(name) > kMostWords || (size(name) == 1 && word(name.words.first).size() < kLetters)) continue;
            std::vector<Name>& like = by_first_word_[word(name.words.first)];
            const bool known = std::any_of(like.begin(), like.end(), [&](const Name& other) {
                return size(other) == size(name) && stands_at(other, name.words.first);
            });
            if (!known) like.push_back(name);
        }
        for (auto& [_, like] : by_first_word_) {
            std::stable_sort(like.begin(), like.end(), [](const Name& a, const Name& b) { return size(a) > size(b); });
        }
    }

    /// The words of the name, letter for letter, from word i on. REQUIRES: as many words are left.
    [[nodiscard]] bool stands_at(const Name& name, std::uint32_t i) const {
        for (std::uint32_t k = 0; k < size(name); ++k) {
            if (word(i + k) != word(name.words.first + k)) return false;
        }
        return true;
    }

    [[nodiscard]] const Name* known_at(std::uint32_t i, std::uint32_t end) const {
        const auto like = by_first_word_.find(word(i));
        if (like == by_first_word_.end()) return nullptr;
        for (const Name& name : like->second) {
            const bool fits = i + size(name) <= end && stands_at(name, i);
            if (!fits ||
                std::find(taken_.begin() + i, taken_.begin() + i + size(name), true) != taken_.begin() + i + size(name))
                continue;
            const record::Upos upos = tokens_[i].upos;
            if (size(name) > 1 || upos == record::Upos::kPropn || upos == record::Upos::kNoun) return &name;
        }
        return nullptr;
    }

    std::string_view text_;
    const std::vector<record::Token>& tokens_;
    std::vector<Name>& names_;
    std::vector<bool> taken_;  // by word: some name holds it
    std::unordered_map<std::string_view, std::vector<Name>> by_first_word_;
};

}  // namespace

void add_repeated_names(std::string_view text, record::Syntax& syntax) {
    if (!syntax.names.empty()) Repeats(text, syntax).add(syntax.sentences);
}

}  // namespace readout::syntax
