#include "entity/names.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <utility>

#include "base/table.h"

namespace readout::entity {
namespace {

constexpr std::uint32_t kMaxRun = 24;  // words of one capitalised sequence; a longer one is no name

/// A table form that stands at a word.
struct Match {
    const Form* form = nullptr;
    std::uint32_t end = 0;
};

class NameFinder {
  public:
    NameFinder(const Page& page, const Tables& tables) : page_(page), tables_(tables) {}

    std::vector<Name> find() {
        note_capitals();
        matches_.resize(page_.size());
        for (std::uint32_t i = 0; i < page_.size(); ++i) matches_[i] = match_at(i);
        for (std::uint32_t i = 0; i < page_.size();) {
            const std::uint32_t end = page_.line_of(i).styled ? styled_step(i) : free_step(i);
            i = std::max(end, i + 1);
        }
        return std::move(names_);
    }

  private:
    void note_capitals() {
        for (std::uint32_t i = 0; i < page_.size(); ++i) {
            const Word& word = page_[i];
            if (word.fold.empty() || page_.line_of(i).styled) continue;
            if (!word.capital) {
                lower_seen_.insert(word.fold);
            } else if (!word.opens) {
                capital_seen_.insert(word.fold);
            }
        }
    }

    /// The longest table form that begins at word `begin` and ends with a word.
    Match match_at(std::uint32_t begin) const {
        Match best;
        const Word& first = page_[begin];
        if (!first.capital || first.fold.empty()) return best;
        const std::uint32_t most = tables_.longest_from(first.fold.substr(0, first.fold.find(' ')));
        std::string folded;
        std::uint32_t pieces = 0;
        for (std::uint32_t i = begin; i < page_.size() && page_.same_line(begin, i) && pieces < most; ++i) {
            const Word& word = page_[i];
            if (word.fold.empty()) {
                const bool inner =
                    word.hyphen || word.text == "&" || (word.joined && (word.text == "." || word.text == "/"));
                if (!inner) break;
                continue;
            }
            if (!folded.empty()) folded += ' ';
            folded += word.fold;
            pieces += static_cast<std::uint32_t>(1 + std::count(word.fold.begin(), word.fold.end(), ' '));
            const Form* form = tables_.form(folded);
            if (form != nullptr && case_fits(*form, {begin, i + 1})) best = {form, i + 1};
        }
        return best;
    }

    bool case_fits(const Form& form, Range words) const {
        const bool shouted = page_.line_of(words.begin).styled && all_caps_line(page_.line_of(words.begin));
        if (form.all_caps) {
            const Word& only = page_[words.begin];
            const bool spoken = words.size() == 1 && only.fold.size() >= 4 && only.capital && only.is(Upos::kPropn);
            if (spoken && !is_never_name(only.fold)) return true;  // "Nato"
            for (std::uint32_t i = words.begin; i < words.end; ++i) {
                if (page_[i].fold.size() > 1 && !page_[i].caps) return false;
            }
            return !shouted ||
                   !is_never_name(page_[words.begin].fold);  // WHO and US in a line of capitals may be words
        }
        const Word& last = page_[words.end - 1];
        if (words.size() == 1) return last.capital && !(last.fold.size() <= 3 && is_never_name(last.fold));
        return page_[words.begin].capital;
    }

    bool all_caps_line(const Line& line) const {
        return std::all_of(page_.words.begin() + line.words.begin, page_.words.begin() + line.words.end,
                           [](const Word& word) { return word.fold.size() < 2 || !word.capital || word.caps; });
    }

    std::uint32_t styled_step(std::uint32_t i) {
        if (matches_[i].form == nullptr) return i + 1;
        emit({i, matches_[i].end}, matches_[i].form, NameShape::kFree);
        return matches_[i].end;
    }

    std::uint32_t free_step(std::uint32_t i) {
        if (!opens_run(i)) return i + 1;
        const std::uint32_t end = run_end(i);
        split_run({i, end});
        return end;
    }

    /// True when a capitalised sequence may begin here.
    bool opens_run(std::uint32_t i) const {
        const Word& word = page_[i];
        if (is_degree(i)) return false;
        if (matches_[i].form != nullptr) return true;
        if (!word.capital || word.fold.empty() || word.text == "I") return false;
        if (is_named_like_a_month(i)) return true;
        if (closes_office(page_.line_of(i).words.begin, i)) return false;
        if (word.fold == "head" && page_.within(i + 2, i) && closes_office(i, i + 2)) return false;
        if (is_calendar_word(word.fold) || is_never_name(word.fold) || word.is(Upos::kPron) || word.is(Upos::kDet) ||
            word.is(Upos::kAux))
            return false;
        if (!word.opens) return true;
        if (is_label(i)) return true;
        if (page_.within(i + 2, i) && page_[i + 1].text == "&" && page_[i + 2].capital) return true;
        const bool known_capital = capital_seen_.count(word.fold) > 0;
        const bool known_lower = lower_seen_.count(word.fold) > 0;
        const bool next_capital = page_.within(i + 1, i) && page_[i + 1].capital && !is_never_name(page_[i + 1].fold);
        const bool next_title = next_capital && is_title_head(word.fold);
        if (known_capital || next_title || (is_given_name(word.fold) && next_capital)) return true;
        if (known_lower && !next_capital) return false;
        const bool title_word = is_title_head(word.fold) || is_title_modifier(word.fold) || is_honorific(word.fold) ||
                                is_organisation_noun(word.fold);
        return word.is(Upos::kPropn) || (next_capital && (word.is_noun() || word.is(Upos::kAdj) || title_word));
    }

    /// "Jan Holt", "June Berg": a month's word that a surname follows and no day stands beside.
    bool is_named_like_a_month(std::uint32_t i) const {
        static constexpr std::array<std::string_view, 5> kNames = {"jan", "april", "may", "june", "august"};
        const Word& word = page_[i];
        if (word.caps || !page_.within(i + 1, i)) return false;
        if (std::find(kNames.begin(), kNames.end(), word.fold) == kNames.end()) return false;
        const Word& next = page_[i + 1];
        const bool day_before = i > 0 && page_.same_line(i - 1, i) && page_[i - 1].is(Upos::kNum);
        return !day_before && next.capital && !next.caps && !is_never_name(next.fold) && next.is(Upos::kPropn) &&
               matches_[i + 1].form == nullptr;
    }

    /// "SR:" and "SUPT GAYLE:" in a transcript: capitals before a colon that no list knows as a noun.
    bool is_label(std::uint32_t i) const {
        if (!page_[i].caps || noun_kind(page_[i].fold) != NounKind::kNone) return false;
        for (std::uint32_t end = i + 1; end < i + 4 && page_.within(end, i); ++end) {
            if (page_[end].text == ":") return true;
            if (!page_[end].caps) return false;
        }
        return false;
    }

    bool continues_run(std::uint32_t i) const {
        const Word& word = page_[i];
        if (!word.capital || word.fold.empty() || word.text == "I") return false;
        if (page_.within(i + 2, i) && page_[i + 1].hyphen && in_person(i + 2)) return true;  // "Kim |Sun|-hee"
        if (is_calendar_word(word.fold)) return false;
        const bool initial = word.text.size() == 2 && word.text.back() == '.';  // "Elisabeth |A.| Holm"
        return !is_never_name(word.fold) || word.caps || initial;
    }

    /// "Elisabeth Holm, |MD|, |PhD|".
    bool is_degree(std::uint32_t i) const {
        return i > 1 && page_.same_line(i - 2, i) && page_[i - 1].text == "," && page_[i - 2].capital &&
               is_post_nominal(page_[i]);
    }

    /// End of the sequence that begins at `begin`: capitals, joined hyphens, particles, "of" and "and" inside
    /// organisations.
    std::uint32_t run_end(std::uint32_t begin) const {
        std::uint32_t i = std::max(begin + 1, matches_[begin].end);
        bool organisation = names_body(begin), linked = false;
        for (std::uint32_t k = begin; k < i; ++k) organisation = organisation || names_body(k);
        while (page_.within(i, begin) && i - begin < kMaxRun) {
            if (page_[i].hyphen && page_.within(i + 1, begin) && page_[i + 1].joined && !page_[i + 1].fold.empty()) {
                if (!page_[i + 1].capital && !is_particle(page_[i - 1].fold) && !in_person(i + 1)) break;  // "US-led"
                organisation = organisation || names_body(i + 1);
                i += 2;
                continue;
            }
            if (continues_run(i)) {
                organisation = organisation || names_body(i);
                i = std::max(i + 1, matches_[i].form != nullptr ? matches_[i].end : 0);
                continue;
            }
            const std::uint32_t next = link_end(begin, i, organisation, linked);
            if (next == i) break;
            linked = linked || page_[i].fold == "of";
            i = next;
        }
        return i;
    }

    /// "Choi Min-|ho|", as the network sees it.
    bool in_person(std::uint32_t i) const {
        return page_[i].is(Upos::kPropn) && page_[i].hint == NameHint::kPerson && !page_[i].begins_name &&
               page_[i - 2].hint == NameHint::kPerson;
    }

    bool names_body(std::uint32_t i) const {
        return page_[i].capital && (is_organisation_noun(page_[i].fold) || is_place_noun(page_[i].fold));
    }

    /// The word after a lower-case link at `i` when it leads to another capital of the same name; else `i`.
    std::uint32_t link_end(std::uint32_t begin, std::uint32_t i, bool organisation, bool linked) const {
        const std::string& link = page_[i].fold;
        std::uint32_t next = i + 1;
        if (is_nickname(i)) return i + 3;
        if (link.empty() && page_[i].text != "&") return i;
        if (is_particle(link) && i > begin) {
            while (page_.within(next, begin) && is_particle(page_[next].fold)) ++next;
            return page_.within(next, begin) && (continues_run(next) || page_[next].hyphen) ? next : i;
        }
        if (page_[i].text == "&" && i > begin && page_[i - 1].capital) {  // "Harbour & Hill", not "Norway & Sweden"
            const bool two = page_.within(next, begin) && matches_[next].form != nullptr && form_ends_at(begin, i);
            return !two && page_.within(next, begin) && continues_run(next) ? next : i;
        }
        const bool body = page_[i - 1].capital && (names_body(i - 1) || linked);
        const bool of = link == "of" && organisation && body;
        const bool and_link = link == "and" && linked && organisation;
        if (!of && !and_link && !(link == "for" && names_body(i - 1))) return i;
        if (of && page_.within(next, begin) && page_[next].fold == "the") ++next;
        return page_.within(next, begin) && continues_run(next) ? next : i;
    }

    /// `Robert |"Bob"| Marlow`, `Robert |(Bob)| Marlow`: a marked word between a given name and a surname.
    bool is_nickname(std::uint32_t i) const {
        if (i == 0 || !page_.within(i + 3, i) || !is_given_name(page_[i - 1].fold)) return false;
        const bool marks = page_[i].text == "(" ? page_[i + 2].text == ")" : is_quote(page_[i + 2].text);
        const bool opens = page_[i].text == "(" || is_quote(page_[i].text) || page_[i].text == "‘";
        return marks && opens && page_[i + 1].capital && !page_[i + 1].caps && page_[i + 1].joined &&
               page_[i + 2].joined && !page_[i + 3].joined && continues_run(i + 3);
    }

    bool form_ends_at(std::uint32_t begin, std::uint32_t end) const {
        constexpr std::uint32_t kLongest = 4;
        for (std::uint32_t i = end; i-- > begin && end - i <= kLongest;) {
            if (matches_[i].form != nullptr && matches_[i].end == end) return true;
        }
        return false;
    }

    /// Parts a run at table forms of several words, and what lies between them by its own words.
    void split_run(Range run) {
        std::uint32_t from = run.begin;
        for (std::uint32_t i = run.begin; i < run.end;) {
            const Match& match = matches_[i];
            const bool strong =
                match.form != nullptr && match.end <= run.end &&
                (match.end - i > 1 || tables_.actor(match.form->actor).kind == record::EntityKind::kPerson ||
                 tables_.actor(match.form->actor).kind == record::EntityKind::kOrganisation ||
                 match.form->use == FormUse::kMetonym);
            const bool compound = strong && match.end - i == 1 && (in_compound(run, i) || in_longer_body(run, i));
            const bool outlet_word = strong && match.end - i == 1 && match.end < run.end &&
                                     is_organisation_noun(page_[match.end].fold) &&
                                     is_outlet_row(match.form->actor);  // "Liberation" in "Liberation Front"
            const bool grows =
                outlet_word || (strong && match.end < run.end && (compound || grows_over(i, match.end, run.end)));
            if (!strong || grows || compound) {
                i = grows ? match.end : i + 1;
                continue;
            }
            segment({from, i});
            emit({i, match.end}, match.form, NameShape::kFree);
            i = match.end;
            from = i;
        }
        segment({from, run.end});
    }

    bool is_outlet_row(std::uint32_t actor) const {
        const std::vector<std::string>& sectors = tables_.actor(actor).sectors;
        return std::find(sectors.begin(), sectors.end(), "JRN") != sectors.end();
    }

    /// One word of a name in two halves whose other half no table knows: "SNS-Rodina", "Harbour & Hill".
    bool in_compound(Range run, std::uint32_t i) const {
        const auto joins = [&](std::uint32_t k) { return page_[k].hyphen || page_[k].text == "&"; };
        const bool before = i >= run.begin + 2 && joins(i - 1) && matches_[i - 2].form == nullptr;
        const bool after = i + 2 < run.end && joins(i + 1) && matches_[i + 2].form == nullptr;
        return (before || after) && page_[i].fold.size() > 1;
    }

    /// "Solidarity" in "Harbour Workers Solidarity": a body's single word behind others of the same name, as the
    /// network sees it.
    bool in_longer_body(Range run, std::uint32_t i) const {
        const Form& form = *matches_[i].form;
        const bool body = tables_.actor(form.actor).kind == record::EntityKind::kOrganisation;
        return body && form.use != FormUse::kMetonym && i > run.begin && page_[i].hint == NameHint::kOrganisation &&
               !page_[i].begins_name && page_[i - 1].hint == NameHint::kOrganisation &&
               !is_title_head(page_[i - 1].fold);
    }

    /// A state or place of several words inside a longer name of a body: "South Korean Navy", "New York Times", "New
    /// York Citizens Together".
    bool grows_over(std::uint32_t begin, std::uint32_t match_end, std::uint32_t run_end) const {
        const Actor& actor = tables_.actor(matches_[begin].form->actor);
        if (actor.kind != record::EntityKind::kState && actor.kind != record::EntityKind::kPlace) return false;
        const bool one_body = page_[begin].hint == NameHint::kOrganisation && match_end < run_end &&
                              page_[match_end].hint == NameHint::kOrganisation && !page_[match_end].begins_name;
        if (one_body && !is_title_head(page_[match_end].fold)) return true;  // as the network sees it
        for (std::uint32_t i = match_end; i < run_end && !is_title_head(page_[i].fold); ++i) {
            if (is_organisation_noun(page_[i].fold) || is_outlet_noun(page_[i].fold)) return true;
        }
        return false;
    }

    /// Parts a segment without strong table forms into countries, titles and free names.
    void segment(Range words) {
        while (words.begin < words.end && page_[words.begin].fold.empty()) ++words.begin;
        while (words.begin < words.end) {
            const std::uint32_t body = body_end(words);
            if (body > words.begin) {
                emit_body({words.begin, body});
                words.begin = body;
                continue;
            }
            const Match& match = matches_[words.begin];
            if (match.form != nullptr && match.end <= words.end && stands_alone(words, match)) {
                emit({words.begin, match.end}, match.form, NameShape::kFree);
                words.begin = match.end;
                continue;
            }
            if (is_title_modifier(page_[words.begin].fold) && words.size() > 1 &&
                matches_[words.begin + 1].form != nullptr) {
                ++words.begin;  // "Assistant U.S. Attorney", "Former Polish President"
                continue;
            }
            const std::uint32_t known = title_end(words), title = known > words.begin ? known : office_end(words);
            if (title > words.begin) {
                if (title == words.end) return;
                person_ahead_ = true;
                words.begin = title;
                continue;
            }
            emit_free(words);
            return;
        }
    }

    /// A country or place word that is not the head of a longer name: at the end, before a title, or an adjective.
    bool stands_alone(Range words, const Match& match) const {
        if (match.end == words.end || match.form->use == FormUse::kDemonym) return true;
        if (page_[match.end].hyphen) return true;
        const Range rest{match.end, words.end};
        return title_end(rest) > rest.begin && !is_given_name(page_[words.begin].fold);
    }

    /// End of an organisation or outlet that the segment begins with; words.begin when it begins with none.
    std::uint32_t body_end(Range words) const {
        std::uint32_t end = words.begin;
        for (std::uint32_t i = words.begin; i < words.end; ++i) {
            const bool syllable = i + 2 < words.end && page_[i + 1].hyphen && in_person(i + 2);  // "Choi |Sun|-young"
            const bool body = !syllable && (is_organisation_noun(page_[i].fold) ||
                                            (i > words.begin && is_outlet_noun(page_[i].fold)));
            if (body && (i > words.begin || words.size() > 1)) end = i + 1;
            const bool title = end > words.begin && i >= end && is_title_head(page_[i].fold);
            if (title) return end;
        }
        if (end == words.begin) return end;
        const bool person = words.size() == 2 && is_given_name(page_[words.begin].fold) && !after_the(words.begin);
        const bool titled = is_honorific(page_[words.begin].fold) ||
                            (end == words.end && is_title_head(page_[words.begin].fold) && words.size() == 2);
        return person || titled ? words.begin : words.end;
    }

    bool after_the(std::uint32_t i) const { return i > 0 && page_.same_line(i - 1, i) && page_[i - 1].fold == "the"; }

    /// "State" in "Secretary of State", "Staff" in "Chief of Staff".
    bool closes_office(std::uint32_t begin, std::uint32_t i) const {
        if (i < begin + 2 || page_[i - 1].fold != "of") return false;
        if (page_[i - 2].fold != "head" && !is_title_head(page_[i - 2].fold)) return false;
        return page_[i].fold == "state" || page_[i].fold == "staff" || page_[i].fold == "government";
    }

    /// End of the titles that the words begin with ("Deputy Foreign Minister", "Mr"); begin when there are none.
    std::uint32_t title_end(Range words) const {
        std::uint32_t end = words.begin;
        for (std::uint32_t i = words.begin; i < words.end; ++i) {
            const Word& word = page_[i];
            if (word.hyphen) continue;
            if (is_title_head(word.fold) || is_honorific(word.fold) || closes_office(words.begin, i)) {
                end = i + 1;
            } else if (!is_title_modifier(word.fold) && word.fold != "of" && word.fold != "and") {
                break;
            }
        }
        return end;
    }

    /// "Assistant Fisheries Officer |Edwin Marlow|", "Minister for Ports |Edwin Marlow|": an office of words that no
    /// list has ends where the network sees a person begin behind a title.
    std::uint32_t office_end(Range words) const {
        const bool of_title = words.begin >= 2 && page_.same_line(words.begin - 2, words.begin) &&
                              (page_[words.begin - 1].fold == "for" || page_[words.begin - 1].fold == "of") &&
                              is_title_head(page_[words.begin - 2].fold);
        for (std::uint32_t i = words.begin + 1; i < words.end; ++i) {
            const bool person = page_[i].begins_name && page_[i].hint == NameHint::kPerson;
            const std::string& before = page_[i - 1].fold;
            if (person && (of_title || is_title_head(before) || is_honorific(before))) return i;
        }
        return words.begin;
    }

    void emit_body(Range words) {
        const Word& last = page_[words.end - 1];
        if (words.size() == 1 && is_organisation_noun(last.fold)) return;  // "the Council": a noun phrase
        emit(words, nullptr, NameShape::kOrganisation);
    }

    void emit_free(Range words) {
        while (words.begin < words.end && page_[words.end - 1].fold.empty()) --words.end;
        if (words.empty()) return;
        words.begin = person_begin(words);
        const Word& first = page_[words.begin];
        const bool titled = std::exchange(person_ahead_, false);
        if (words.size() == 1 && !titled && (first.is(Upos::kAdj) || first.is(Upos::kVerb) || first.is(Upos::kAdv)))
            return;
        if (words.size() == 1 && (is_title_modifier(first.fold) || is_organisation_noun(first.fold))) return;
        if (words.size() == 1 && first.is(Upos::kNoun) && noun_kind(first.lemma) != NounKind::kNone) return;
        if (words.size() == 1 && !titled && (is_plural_of_known(first) || page_.is_question_label(words.begin))) return;
        if (is_thing_noun(page_[words.end - 1].fold)) return;
        while (words.size() > 2 && is_post_nominal(page_[words.end - 1])) --words.end;
        if (words.size() > 1 && says(page_[words.end - 1])) --words.end;
        const bool compound = words.size() > 1 && page_[words.begin + 1].hyphen;
        const bool stressed = first.caps && (compound || shouts(words)) && lower_after(words.end);
        if (stressed) return;  // "A MILD-MANNERED agent": capitals that shout
        NameShape shape = titled || is_given_name(first.fold) ? NameShape::kPerson : NameShape::kFree;
        if (!titled && words.size() > 1 && is_place_noun(page_[words.end - 1].fold)) shape = NameShape::kPlace;
        if (!titled && words.size() > 1 && is_place_noun(first.fold) && page_[words.begin + 1].fold == "of")
            shape = NameShape::kPlace;
        if (is_partnership(page_, words)) shape = NameShape::kOrganisation;
        emit(words, nullptr, shape);
    }

    bool may_be_given(std::uint32_t i) const {
        return is_given_name(page_[i].fold) || tables_.given_name_gender(page_[i].fold) != Gender::kUnknown;
    }

    /// "Minister for |Shipping| Edwin Marlow": the capitals of what somebody is in charge of stand before the name,
    /// where a given name stands or the network sees it begin.
    std::uint32_t person_begin(Range words) const {
        const std::uint32_t first = page_.line_of(words.begin).words.begin;
        if (words.begin == first) return words.begin;
        const std::string& link = page_[words.begin - 1].fold;
        if (link != "for" && link != "of" && link != "and") return words.begin;
        for (std::uint32_t i = words.begin + 1; i + 2 <= words.end && !may_be_given(words.begin); ++i) {
            if (may_be_given(i)) return i;
        }
        for (std::uint32_t i = words.begin; i < words.end; ++i) {
            const Word& word = page_[i];
            if (word.hint == NameHint::kNone) continue;
            const bool whole = word.begins_name && word.hint == NameHint::kPerson && i > words.begin &&
                               words.end - i >= 2 && page_[words.end - 1].hint == NameHint::kPerson &&
                               !page_[i - 1].hyphen && !is_particle(page_[i - 1].fold);
            return whole ? i : words.begin;
        }
        return words.begin;
    }

    /// "A FORMER aide": the first words of a paragraph in capitals.
    bool shouts(Range words) const {
        const std::uint32_t first = page_.line_of(words.begin).words.begin;
        if (words.begin != first + 1 || page_[first].upos != Upos::kDet || !page_.reading.syntax.read_by_network())
            return false;
        const std::uint32_t line = page_[first].sentence;
        if (line > 0 && page_.lines[line - 1].block == page_.lines[line].block) return false;
        return std::all_of(page_.words.begin() + words.begin, page_.words.begin() + words.end,
                           [](const Word& word) { return word.caps && word.hint == NameHint::kNone; });
    }

    bool lower_after(std::uint32_t i) const {
        return page_.within(i, i - 1) && page_[i].is(Upos::kNoun) && !page_[i].capital;
    }

    /// "|Correspondents| say": a plural of a noun for people that only the beginning of a sentence makes large.
    static bool is_plural_of_known(const Word& word) {
        const bool plural = word.xpos == "NNPS" && word.fold.size() > 2 && word.fold.back() == 's';
        return plural && word.opens && noun_kind(word.fold.substr(0, word.fold.size() - 1)) == NounKind::kPerson;
    }

    /// "Edwin Marlow |Says|" in title case. Present forms only: Said is a surname.
    static bool says(const Word& word) {
        static constexpr std::array<std::string_view, 5> kVerbs = {"says", "tells", "warns", "denies", "accuses"};
        return std::find(kVerbs.begin(), kVerbs.end(), word.fold) != kVerbs.end();
    }

    static bool is_post_nominal(const Word& word) {
        static constexpr std::array<std::string_view, 17> kLetters = {"KC",  "QC",  "MP", "MEP",   "OBE", "MBE",
                                                                      "PhD", "MD",  "Jr", "Jr.",   "Sr",  "SC",
                                                                      "MPH", "MBA", "JD", "Ph.D.", "M.D."};
        return std::find(kLetters.begin(), kLetters.end(), word.text) != kLetters.end();
    }

    void emit(Range words, const Form* form, NameShape shape) {
        person_ahead_ = false;
        names_.push_back({words, form, shape, page_.line_of(words.begin).styled});
    }

    const Page& page_;
    const Tables& tables_;
    std::unordered_set<std::string> lower_seen_, capital_seen_;
    std::vector<Match> matches_;
    std::vector<Name> names_;
    bool person_ahead_ = false;
};

}  // namespace

std::vector<Name> find_names(const Page& page, const Tables& tables) {
    return NameFinder(page, tables).find();
}

bool is_partnership(const Page& page, Range words) {
    return std::any_of(page.words.begin() + words.begin, page.words.begin() + words.end,
                       [](const Word& word) { return word.text == "&"; });
}

std::vector<Unit> units_of(const Page& page, Range words) {
    std::vector<Unit> units;
    bool join = false;
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
        const Word& word = page[i];
        if (word.hyphen) {
            join = !units.empty();
            continue;
        }
        if (word.fold.empty() || word.xpos == "POS") continue;
        if (!join) units.push_back({});
        Unit& unit = units.back();
        if (!unit.fold.empty()) unit.fold += ' ';
        unit.fold += word.fold;
        join = is_particle(word.fold) && i + 1 < words.end && (units.size() > 1 || word.fold.size() > 1);
        if (is_particle(word.fold) && i + 1 < words.end) continue;
        if (!unit.plain.empty()) unit.plain += ' ';
        unit.plain += word.fold;
    }
    for (Unit& unit : units) {
        if (unit.plain.empty()) unit.plain = unit.fold;
    }
    return units;
}

}  // namespace readout::entity
