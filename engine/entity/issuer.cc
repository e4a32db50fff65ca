// Documents that somebody speaks by: "the ministry's statement said", "an army communique said", "according to the
// board's own figures". Who issues them is the speaker; the words stay those of the phrase.

#include <array>

#include "entity/scene.h"
#include "text/list.h"

namespace readout::entity {
namespace {

/// What a body or person issues to be heard, and nothing else. A report or a survey also tells what others found.
bool is_announcement(std::string_view lemma) {
    static constexpr std::array<std::string_view, 7> kWords = {"statement",   "communique", "release", "readout",
                                                               "declaration", "tweet",      "post"};
    return text::is_one_of(lemma, kWords);
}

/// "a |bank| statement" is of an account, "a |mission| statement" of a purpose. A central bank's is the bank's.
bool is_kind_of_paper(std::string_view modifier, std::string_view lemma) {
    const bool statement = lemma == "statement" && (modifier == "bank" || modifier == "mission" || modifier == "tax");
    return statement || (lemma == "declaration" && (modifier == "tax" || modifier == "customs"));
}

/// "a |press| release", "a |video| statement": not who issues it.
bool tells_of_release(const Word& word) {
    static constexpr std::array<std::string_view, 9> kWords = {"press", "news",  "media",    "video",   "television",
                                                               "radio", "email", "facebook", "internet"};
    return text::is_one_of(word.fold, kWords);
}

}  // namespace

/// "an |army| communique", "the |Justice Department| press release": the words of the body; empty when none are there.
Range Scene::issuer_words(const Phrase& phrase) const {
    if (phrase.lemma == "post" || phrase.lemma == "tweet") return {};  // "a Reddit post"
    std::uint32_t end = phrase.head;
    while (end > phrase.core.begin && tells_of_release(page_[end - 1])) --end;
    std::uint32_t begin = end;
    while (begin > phrase.core.begin) {
        const Word& word = page_[begin - 1];
        if (name_at_[begin - 1] == kNoWord && !word.is_noun() && !is_portfolio(word.fold)) break;
        --begin;
    }
    return {begin, end};
}

FigureIndex Scene::issuer_of(const Phrase& phrase) {
    if (!phrase.speaks || phrase.kind != NounKind::kDocument) return kNobody;
    bool own = false;
    for (std::uint32_t i = phrase.core.begin; i < phrase.head; ++i) own = own || page_[i].fold == "own";
    if (!own && !is_announcement(phrase.lemma)) return kNobody;
    const Range words = issuer_words(phrase);
    if (words.size() == 1 && is_kind_of_paper(page_[words.begin].fold, phrase.lemma)) return kNobody;
    if (!phrase.owner.empty()) return owner_of(phrase);
    if (own) return kNobody;
    if (phrase.complement.size() > 1) {
        const std::string& link = page_[phrase.complement.begin].fold;
        const bool author = (link == "by" || link == "from") && name_at_[phrase.complement.end - 1] != kNoWord;
        return author ? figure_within(phrase.complement) : kNobody;
    }
    if (words.empty()) return kNobody;
    if (const std::uint32_t name = name_at_[words.end - 1]; name != kNoWord) {
        const record::EntityKind kind = cast_.figures[parts_[name].figure].kind;
        const bool place = kind == record::EntityKind::kPlace || kind == record::EntityKind::kState;
        return place && phrase.lemma == "declaration" ? kNobody : parts_[name].figure;  // "the Helsinki declaration"
    }
    Phrase body;
    body.words = body.core = words;
    body.head = words.end - 1;
    body.lemma = noun_lemma(page_[body.head]);
    body.kind = noun_kind(body.lemma);
    body.definite = Definite::kDefinite;
    const bool several = body.kind == NounKind::kOrganisation || body.kind == NounKind::kGroup;
    return several ? resolve_phrase(body) : kNobody;
}

}  // namespace readout::entity
