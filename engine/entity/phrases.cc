#include "entity/phrases.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/fold.h"

namespace readout::entity {
namespace {

constexpr std::uint32_t kMostModifiers = 12;
constexpr std::uint32_t kMostComplement = 10;  // words of one prepositional complement

bool is_possessive_mark(const Word& word) {
    return word.xpos == "POS" ||
           ((word.text == "'s" || word.text == "’s") && !word.is(Upos::kAux) && !word.is(Upos::kVerb));
}

bool is_possessive_pronoun(const Word& word) {
    static constexpr std::array<std::string_view, 8> kPronouns = {"his", "her", "its",  "their",
                                                                  "my",  "our", "your", "whose"};
    return std::find(kPronouns.begin(), kPronouns.end(), word.fold) != kPronouns.end() && !word.is_noun();
}

bool is_determiner(const Word& word) {
    if (word.fold == "that" && word.is(Upos::kSconj)) return false;  // "said that police"
    static constexpr std::array<std::string_view, 20> kDeterminers = {
        "the",  "a",       "an",   "this", "that",  "these",   "those", "some", "any", "no",
        "each", "another", "both", "all",  "every", "several", "many",  "most", "few", "other"};
    return std::find(kDeterminers.begin(), kDeterminers.end(), word.fold) != kDeterminers.end();
}

/// "-er", "-ist" and the like: somebody who does something.
bool looks_like_person(std::string_view lemma) {
    static constexpr std::array<std::string_view, 9> kEndings = {"er",  "or", "ist", "ian", "man",
                                                                 "ant", "ee", "eer", "ero"};
    return lemma.size() > 4 && std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) {
               return lemma.size() > ending.size() && lemma.substr(lemma.size() - ending.size()) == ending;
           });
}

bool is_time_noun(std::string_view word) {
    return word == "yesterday" || word == "today" || word == "tomorrow" || word == "tonight" || is_calendar_word(word);
}

/// Nouns that name an office only with what follows them: "head of state", "chief of staff".
bool is_compound_office(std::string_view head, std::string_view object) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kOffices = {{
        {"head", "state"},
        {"head", "government"},
        {"chief", "staff"},
        {"secretary", "state"},
        {"minister", "state"},
        {"chief", "cabinet"},
        {"chief", "police"},
        {"charge", "affaires"},
        {"member", "parliament"},
        {"member", "congress"},
    }};
    return std::any_of(kOffices.begin(), kOffices.end(),
                       [&](const auto& office) { return office.first == head && office.second == object; });
}

class PhraseFinder {
  public:
    PhraseFinder(const Page& page, const Tables& tables, const std::vector<Name>& names)
        : page_(page), tables_(tables) {
        named_.assign(page.size(), nullptr);
        for (const Name& name : names) {
            for (std::uint32_t i = name.words.begin; i < name.words.end; ++i) named_[i] = &name;
        }
    }

    std::vector<Phrase> find() {
        std::vector<Phrase> phrases;
        for (std::uint32_t i = 0; i < page_.size(); ++i) {
            if (!is_head(i)) continue;
            Phrase phrase = around(i);
            phrase.kind = kind_of(phrase);
            if (stands_in(i)) {
                phrase.stands_in = true;
                phrase.plural = stands_in_for_several(i);
                const bool told = page_[i].fold == "one" && phrase.core.size() > 1;  // "a German one"
                const std::uint32_t end = phrase.words.end;
                const bool apposed = page_.within(end + 1, i) && page_[end].text == "," && named_[end + 1] != nullptr;
                if (phrase.speaks || told || apposed || end > i + 1) phrases.push_back(std::move(phrase));
                continue;
            }
            if (phrase.kind == NounKind::kNone && means_state(phrase)) {
                const bool owner = page_.within(phrase.words.end, i) && is_possessive_mark(page_[phrase.words.end]);
                if (!owner && !phrase.speaks && !begins_clause(phrase)) continue;
                phrase.kind = NounKind::kOrganisation;
            }
            if (phrase.kind == NounKind::kNone && !phrase.speaks) continue;
            if (phrase.kind == NounKind::kDocument && !phrase.speaks && phrase.definite != Definite::kDefinite &&
                !begins_clause(phrase))
                continue;
            if (phrase.kind == NounKind::kNone) {
                if (is_mute_noun(phrase.lemma)) continue;
                if (is_calendar_word(phrase.lemma) || phrase.lemma.size() < 3) continue;
                if (!begins_clause(phrase)) continue;
                phrase.guessed = true;
                phrase.kind = looks_like_person(phrase.lemma) ? NounKind::kPerson : NounKind::kOrganisation;
            }
            phrases.push_back(std::move(phrase));
        }
        return phrases;
    }

  private:
    /// A noun that no list knows is taken for a speaker only where a subject stands, or after a closed quotation.
    bool begins_clause(const Phrase& phrase) const {
        const std::uint32_t begin = phrase.words.begin;
        if (begin == page_.line_of(begin).words.begin) return true;
        const Word& before = page_[begin - 1];
        if (before.is(Upos::kVerb)) return begin >= 2 && page_.same_line(begin - 2, begin) && page_[begin - 2].quoted;
        return before.is(Upos::kPunct) || before.is(Upos::kCconj) || before.is(Upos::kSconj) || before.is(Upos::kAdv) ||
               before.fold == "that" || (begin >= 2 && page_[begin - 2].fold == "according");
    }

    /// A word for somebody of a kind told before: "a German one", "One shouted", "another", "the third", "others",
    /// "two of them".
    bool stands_in(std::uint32_t i) const {
        static constexpr std::array<std::string_view, 5> kAlone = {"one", "another", "others", "several", "many"};
        static constexpr std::array<std::string_view, 5> kBehindArticle = {"second", "third", "fourth", "fifth",
                                                                           "other"};
        const std::string& fold = page_[i].fold;
        const std::string_view before = i > 0 && page_.same_line(i - 1, i) ? page_[i - 1].fold : std::string_view();
        const bool article = before == "a" || before == "the";
        const bool counts = page_[i].is(Upos::kNum) && page_[i].text.find_first_of("0123456789") == std::string::npos;
        const bool may = text::is_one_of(fold, kAlone) || (article && text::is_one_of(fold, kBehindArticle));
        if (part_end(i) > i + 1) return may || counts || fold == "some";
        if (!may || before == "no" || before == "any") return false;
        if (!page_.within(i + 1, i)) return true;
        const Word& next = page_[i + 1];
        return !next.is_noun() && !next.is(Upos::kAdj) && !next.is(Upos::kNum) && !next.hyphen && next.fold != "of" &&
               next.fold != "another";
    }

    bool stands_in_for_several(std::uint32_t i) const {
        static constexpr std::array<std::string_view, 4> kSeveral = {"others", "several", "many", "some"};
        return text::is_one_of(page_[i].fold, kSeveral) || (page_[i].is(Upos::kNum) && page_[i].fold != "one");
    }

    /// Behind "of them", "of the three" and "of those" after a word; the word's own end where they do not stand.
    std::uint32_t part_end(std::uint32_t i) const {
        if (!page_.within(i + 2, i) || page_[i + 1].fold != "of") return i + 1;
        const std::string& whole = page_[i + 2].fold;
        if (whole == "them" || whole == "whom") return i + 3;
        if ((whole != "the" && whole != "those") || !page_.within(i + 3, i) || !page_[i + 3].is(Upos::kNum))
            return i + 1;
        const bool counted = page_.within(i + 4, i) && (page_[i + 4].is_noun() || page_[i + 4].is(Upos::kAdj));
        return counted ? i + 1 : i + 4;
    }

    /// The last noun of its sequence, and no name.
    bool is_head(std::uint32_t i) const {
        const Word& word = page_[i];
        if (stands_in(i)) return named_[i] == nullptr;
        if (word.fold == "one") return false;
        const bool title = word.capital && (is_title_head(word.fold) || is_organisation_noun(word.fold));
        if (!(word.is_noun() || title || closes_age(i)) || word.fold.empty() || named_[i] != nullptr ||
            is_time_noun(word.fold))
            return false;
        if (is_general_after(i)) return true;
        if (closes_age(i)) return !page_.within(i + 1, i) || !page_[i + 1].is_noun();
        if (i > page_.line_of(i).words.begin && is_general_after(i - 1)) return false;
        if (i >= page_.line_of(i).words.begin + 2) {  // "staff" in "chief of staff"
            if (page_[i - 1].fold == "of" && is_compound_office(page_[i - 2].fold, word.fold)) return false;
            if (page_[i - 1].fold == "in" && word.fold == "charge") return false;
        }
        if (!page_.within(i + 1, i)) return true;
        const Word& next = page_[i + 1];
        if (next.hyphen) return counts_children(i);
        if (next.capital && named_[i + 1] == nullptr && (is_title_modifier(next.fold) || is_title_head(next.fold)))
            return false;
        if (named_[i + 1] != nullptr) return noun_kind(noun_lemma(word)) != NounKind::kNone || title;
        return !(next.is(Upos::kNoun) || next.is(Upos::kPropn)) || is_time_noun(next.fold);
    }

    /// "mother-of-three", "mother of three".
    bool counts_children(std::uint32_t i) const { return children_end(i) > i + 1; }

    std::uint32_t children_end(std::uint32_t i) const {
        if (!page_.within(i + 2, i) || !is_kin(noun_lemma(page_[i]))) return i + 1;
        const bool joined = page_[i + 1].hyphen && page_.within(i + 4, i) && page_[i + 3].hyphen;
        const std::uint32_t of = joined ? i + 2 : i + 1, count = joined ? i + 4 : i + 2;
        if (page_[of].fold != "of" || !page_[count].is(Upos::kNum)) return i + 1;
        const bool more = page_.within(count + 1, i) && page_[count + 1].is_noun();  // "mother of two students"
        return joined || !more ? count + 1 : i + 1;
    }

    /// The last word of "61-year-old".
    bool closes_age(std::uint32_t i) const {
        return page_[i].fold == "old" && i >= 3 && page_[i - 1].hyphen && page_[i - 2].fold == "year" &&
               page_.same_line(i - 3, i);
    }

    NounKind kind_of(const Phrase& phrase) const {
        if (phrase.core.end > phrase.head + 1 || closes_age(phrase.head)) return NounKind::kPerson;  // "head of state"
        const NounKind kind = noun_kind(phrase.lemma);
        if (phrase.lemma == "agent" && is_substance(phrase.head)) return NounKind::kNone;
        if (phrase.lemma == "guard" && is_guard_corps(phrase.head)) return NounKind::kOrganisation;
        if (phrase.lemma == "paper" && is_working_paper(phrase)) return NounKind::kDocument;
        if (kind != NounKind::kNone) return kind;
        if (phrase.lemma == "body" && phrase.core.size() > 2 && page_[phrase.head - 2].hyphen)
            return NounKind::kOrganisation;  // "the 400-member body"
        const Role* role = tables_.role(phrase.lemma);
        if (role == nullptr) role = tables_.role(page_[phrase.head].fold);
        if (role != nullptr) return role->group ? NounKind::kGroup : NounKind::kPerson;
        if (is_title_head(phrase.lemma)) return NounKind::kPerson;
        if (page_[phrase.head].capital && is_organisation_noun(phrase.lemma)) return NounKind::kOrganisation;
        return NounKind::kNone;
    }

    /// "coast guard", "national guard": a corps, not one person.
    bool is_guard_corps(std::uint32_t head) const {
        static constexpr std::array<std::string_view, 6> kKinds = {"coast", "border",        "national",
                                                                   "home",  "revolutionary", "presidential"};
        return head > 0 && page_.same_line(head - 1, head) &&
               std::find(kKinds.begin(), kKinds.end(), page_[head - 1].fold) != kKinds.end();
    }

    /// "a nerve agent" is nobody.
    bool is_substance(std::uint32_t head) const {
        if (head == 0 || !page_.same_line(head - 1, head)) return false;
        const std::string& kind = page_[head - 1].fold;
        return kind == "nerve" || kind == "chemical" || kind == "biological" || kind == "cleaning";
    }

    /// "a position paper" is no newspaper.
    bool is_working_paper(const Phrase& phrase) const {
        static constexpr std::array<std::string_view, 10> kKinds = {"position",   "policy",  "status",     "white",
                                                                    "discussion", "working", "background", "research",
                                                                    "concept",    "option"};
        return phrase.head > phrase.core.begin &&
               std::find(kKinds.begin(), kKinds.end(), page_[phrase.head - 1].fold) != kKinds.end();
    }

    bool is_modifier(std::uint32_t i, std::uint32_t head) const {
        const Word& word = page_[i];
        if (named_[i] != nullptr) return true;
        if (word.is(Upos::kAdj) || word.is_noun() || word.is(Upos::kNum))
            return !is_calendar_word(word.fold) || word.is(Upos::kNum);
        if (word.hyphen || (i + 1 < head && page_[i + 1].hyphen)) return true;
        const bool tells = word.lemma == "tell" || word.lemma == "say" || word.lemma == "ask" || word.lemma == "inform";
        if (word.xpos == "VBN" || word.xpos == "VBG") return !tells;  // "told reporters"
        return (word.is(Upos::kAdv) || word.fold == "most") && i + 1 < head && page_[i + 1].is(Upos::kAdj);
    }

    Phrase around(std::uint32_t head) const {
        Phrase phrase;
        phrase.head = head;
        phrase.lemma = noun_lemma(page_[head]);
        const Word& word = page_[head];
        phrase.plural = word.xpos == "NNS" || word.xpos == "NNPS";
        if (word.xpos.empty() || word.xpos == "NNP")
            phrase.plural = word.fold != phrase.lemma && word.fold.size() > phrase.lemma.size();
        std::uint32_t begin = head, core = kNoWord;
        const std::uint32_t first = page_.line_of(head).words.begin;
        while (begin > first && head - begin < kMostModifiers) {
            const std::uint32_t i = begin - 1;
            const Word& before = page_[i];
            if (is_possessive_mark(before)) {
                if (core == kNoWord) {
                    core = begin;
                    phrase.owner = {i, i};
                }
            } else if (is_determiner(before) &&
                       !(before.fold == "most" && i + 1 < head && page_[i + 1].is(Upos::kAdj))) {
                begin = i;
                note_determiner(phrase, before, core != kNoWord);
                break;
            } else if (is_possessive_pronoun(before)) {
                begin = i;
                phrase.definite = Definite::kDefinite;
                if (core == kNoWord) {
                    phrase.pronoun_owner = true;
                    phrase.owner = {i, i + 1};
                    core = i + 1;
                }
                break;
            } else if (!is_modifier(i, head)) {
                break;
            }
            begin = i;
        }
        finish(phrase, begin, core);
        return phrase;
    }

    static void note_determiner(Phrase& phrase, const Word& word, bool of_owner) {
        if (of_owner) return;
        const bool definite = word.fold == "the" || word.fold == "this" || word.fold == "that" ||
                              word.fold == "these" || word.fold == "those" || word.fold == "both";
        phrase.definite = definite ? Definite::kDefinite : Definite::kIndefinite;
    }

    void finish(Phrase& phrase, std::uint32_t begin, std::uint32_t core) const {
        while (begin < phrase.head &&
               (page_[begin].is(Upos::kVerb) || page_[begin].is(Upos::kAdv) || page_[begin].hyphen ||
                is_possessive_mark(page_[begin])) &&
               named_[begin] == nullptr) {
            ++begin;
        }
        if (core == kNoWord || core < begin) {
            core = begin;
            if (!phrase.pronoun_owner) phrase.owner = {};
        } else if (!phrase.pronoun_owner) {
            phrase.owner.begin = begin;
            phrase.definite = Definite::kDefinite;
        }
        while (core < phrase.head && is_determiner(page_[core])) ++core;
        if (phrase.definite == Definite::kBare && page_[core].is(Upos::kNum) && core < phrase.head)
            phrase.definite = Definite::kIndefinite;
        phrase.core = {core, phrase.head + 1};
        if (stands_in(phrase.head)) {
            phrase.words = {begin, part_end(phrase.head)};
            phrase.complement = {phrase.core.end, phrase.core.end};
            phrase.speaks = is_speaker(phrase.words);
            return;
        }
        take_compound(phrase);
        const std::uint32_t end = complement_end(phrase);
        phrase.complement = {phrase.core.end, end};
        phrase.words = {begin, end};
        if (begin > page_.line_of(begin).words.begin + 1 && page_[begin - 1].fold == "of" && phrase.plural)
            take_one_of(phrase);
        phrase.speaks = is_speaker(phrase.words);
    }

    /// "secretary general", "attorney general": the head stands before its adjective.
    bool is_general_after(std::uint32_t head) const {
        static constexpr std::array<std::string_view, 6> kHeads = {"secretary", "attorney", "director",
                                                                   "inspector", "governor", "prosecutor"};
        return page_.within(head + 1, head) && page_[head + 1].fold == "general" && named_[head + 1] == nullptr &&
               std::find(kHeads.begin(), kHeads.end(), page_[head].fold) != kHeads.end();
    }

    /// "head of state", "mother-of-three": the core goes on to the last word of the compound.
    void take_compound(Phrase& phrase) const {
        const std::uint32_t of = phrase.head + 1, object = phrase.head + 2;
        if (is_general_after(phrase.head)) {
            phrase.lemma += "-general";
            phrase.core.end = of + 1;
            return;
        }
        if (counts_children(phrase.head)) {
            phrase.core.end = children_end(phrase.head);
            return;
        }
        if (!page_.within(object, phrase.head) || named_[object] != nullptr) return;
        const bool office = page_[of].fold == "of" && is_compound_office(phrase.lemma, page_[object].fold);
        const bool charge = page_[of].fold == "in" && page_[object].fold == "charge";
        if (!office && !charge) return;
        phrase.lemma += " " + page_[of].fold + " " + page_[object].fold;
        phrase.core.end = object + 1;
    }

    /// "one of the neighbours": a phrase of its own, of one person.
    void take_one_of(Phrase& phrase) const {
        const Word& one = page_[phrase.words.begin - 2];
        if (one.fold != "one" || one.fold.empty()) return;
        phrase.words.begin -= 2;
        phrase.one_of = true;
        phrase.plural = false;
        phrase.definite = Definite::kIndefinite;
    }

    std::uint32_t complement_end(const Phrase& phrase) const {
        std::uint32_t end = phrase.core.end;
        const NounKind kind = kind_of(phrase);
        for (int count = 0; count < 3 && page_.within(end, phrase.head); ++count) {
            std::uint32_t at = end;
            if ((page_[at].fold == "close" || page_[at].fold == "familiar") && page_.within(at + 1, at)) ++at;
            const std::string& link = page_[at].fold;
            const bool many = link == "of" || (at > end);
            const bool author = link == "by" && kind == NounKind::kDocument && count == 0;
            const bool some = author || link == "for" || link == "at" || link == "from" || link == "with" ||
                              link == "in" || link == "on" || link == "to";
            if (!many && !some) break;
            if (kind == NounKind::kNone && link != "of") break;
            const Object object = object_after(at + 1);
            if (object.end == at + 1) break;
            const bool envoy = phrase.lemma == "ambassador" || phrase.lemma == "envoy" || phrase.lemma == "adviser" ||
                               phrase.lemma == "aide" || phrase.lemma == "delegate" || phrase.lemma == "rapporteur";
            if (link == "to" && at == end && !envoy) break;
            if (link == "on" && !envoy) break;
            const bool institution = object.institution || person_begins_at(object.end, phrase.head) ||
                                     (link == "for" && stands_for_somebody(phrase.lemma));
            if (!many && link != "to" && link != "on" && !institution) break;
            if (count > 0 && link != "of" && !object.institution) break;
            end = object.end;
        }
        return end;
    }

    /// "a spokesman for |the minister|", "a lawyer for |the driver|".
    static bool stands_for_somebody(std::string_view lemma) {
        return covers("spokesperson", lemma) || lemma == "lawyer" || lemma == "attorney" || lemma == "counsel";
    }

    /// "minister for canals |Edwin Marlow|": what stands between an office and who holds it belongs to the office.
    bool person_begins_at(std::uint32_t i, std::uint32_t beside) const {
        return page_.within(i, beside) && named_[i] != nullptr && named_[i]->words.begin == i &&
               (names_person(*named_[i]) || page_[i].hint == NameHint::kPerson);
    }

    bool names_body(const Name& name) const {
        if (name.form != nullptr) return tables_.actor(name.form->actor).kind == record::EntityKind::kOrganisation;
        return name.shape == NameShape::kOrganisation;
    }

    bool names_person(const Name& name) const {
        if (name.form != nullptr) return tables_.actor(name.form->actor).kind == record::EntityKind::kPerson;
        return name.shape == NameShape::kPerson;
    }

    struct Object {
        std::uint32_t end;
        bool institution = false;  // holds a name, or its head is a body
    };

    /// The noun phrase that follows a preposition; end == from when there is none.
    Object object_after(std::uint32_t from) const {
        Object object{from, false};
        std::uint32_t i = from;
        for (; i < page_.size() && i < from + kMostComplement && page_.same_line(from - 1, i); ++i) {
            const Word& word = page_[i];
            if (i == from && (is_determiner(word) || is_possessive_pronoun(word))) continue;
            if (named_[i] != nullptr) {
                if (i > from && named_[i - 1] != nullptr && !names_body(*named_[i]))
                    break;  // "envoy to NATO Mette Holm": the next name is another's
                if (i > from && names_person(*named_[i]) && page_[i - 1].is_noun() &&
                    noun_kind(noun_lemma(page_[i - 1])) != NounKind::kPerson)
                    break;  // "spokesman for the ministry Mette Holm"
                object.end = named_[i]->words.end;
                object.institution = true;
                i = object.end - 1;
                continue;
            }
            const bool more_names = word.fold == "and" && i > from && page_[i - 1].capital && page_.within(i + 1, i) &&
                                    page_[i + 1].capital && page_[i + 1].is_noun() && named_[i + 1] == nullptr;
            if (more_names) continue;  // "of Energy and Trade"
            if (word.is(Upos::kNum) && page_.within(i + 1, i) && page_[i + 1].fold == "of") {
                object.end = i + 1;  // "of one of the drivers"
                break;
            }
            if (object.end > from && page_.past_time(i) > i) break;  // "the mayor of Tarn |last night|"
            if (word.is_noun() && !is_calendar_word(word.fold)) {
                object.end = i + 1;
                object.institution = object.institution || noun_kind(noun_lemma(word)) == NounKind::kOrganisation;
            } else if (!(word.is(Upos::kAdj) || word.hyphen || word.is(Upos::kNum) || is_possessive_mark(word))) {
                break;
            }
        }
        return object;
    }

    /// Is the phrase the subject of a verb of saying, before or after it?
    bool is_speaker(Range words) const {
        std::uint32_t i = words.end;
        for (int skipped = 0; skipped < 4 && page_.within(i, words.begin); ++skipped, ++i) {
            const Word& word = page_[i];
            if (word.is(Upos::kVerb)) return is_reporting_verb(word.lemma) && word.xpos != "VBN" && word.xpos != "VBG";
            const bool relative =
                skipped == 0 && (word.fold == "that" || word.fold == "which");  // "a letter that says"
            if (!word.is(Upos::kAdv) && !word.is(Upos::kAux) && !relative) break;
        }
        const std::uint32_t first = page_.line_of(words.begin).words.begin;
        if (words.begin < first + 1) return false;
        const Word& before = page_[words.begin - 1];
        if (before.fold == "to" && words.begin >= first + 2 && page_[words.begin - 2].lemma == "accord") return true;
        if (before.fold == "to" && words.begin >= first + 2 && page_[words.begin - 2].fold == "according") return true;
        if (!before.is(Upos::kVerb) || !is_reporting_verb(before.lemma) || words.begin < first + 2) return false;
        const std::string_view mark = page_[words.begin - 2].text;
        return mark == "," || is_quote(mark) || mark == "—" || mark == "–";
    }

    const Page& page_;
    const Tables& tables_;
    std::vector<const Name*> named_;
};

}  // namespace

std::string noun_lemma(const Word& word) {
    std::string lemma(plain_kin(text::fold(word.lemma)));
    if (noun_kind(lemma) != NounKind::kNone) return lemma;
    if (noun_kind(word.fold) != NounKind::kNone) return word.fold;  // "minutes" are no minute
    const std::size_t last = lemma.rfind(' ');                      // folding parts "ex-aide"
    if (last != std::string::npos && noun_kind(std::string_view(lemma).substr(last + 1)) != NounKind::kNone)
        return lemma.substr(last + 1);
    if (lemma.size() > 4 && lemma.substr(lemma.size() - 3) == "men") {  // "crewmen"
        lemma.replace(lemma.size() - 2, 2, "an");
        return lemma;
    }
    // A tagger that takes a plural for a name leaves it as it stands.
    if (lemma.size() > 4 && lemma.back() == 's') {
        std::string singular = lemma.substr(0, lemma.size() - 1);
        if (noun_kind(singular) != NounKind::kNone) return singular;
    }
    return lemma;
}

std::vector<Phrase> find_phrases(const Page& page, const Tables& tables, const std::vector<Name>& names) {
    return PhraseFinder(page, tables, names).find();
}

}  // namespace readout::entity
