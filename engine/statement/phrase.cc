#include "statement/phrase.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace readout::statement {
namespace {

bool is_participle(const Word& w) {
    return w.tag == "VBN" || w.tag == "VBG";
}

bool is_bare_pronoun(const Word& w) {
    return w.tag == "PRP" || w.tag == "EX" || w.is("he") || w.is("she") || w.is("they") || w.is("i") || w.is("we") ||
           w.is("it") || w.is("them") || w.is("us") || w.is("me") || w.is("you") || w.is("him") || w.is("everybody") ||
           w.is("nobody") || w.is("everyone") || w.is("who") || w.is("somebody") || w.is("someone");
}

bool names_place_or_post(const Word& preposition) {
    return preposition.is("of") || preposition.is("for") || preposition.is("in") || preposition.is("at") ||
           preposition.is("from");
}

// "the ambassador |to| Chad", "an adviser |to| the king": "to" joins only behind such a post.
bool is_post_to(const Segment& s, std::size_t at) {
    static constexpr std::string_view kPosts[] = {"ambassador", "envoy",  "adviser",        "advisor",
                                                  "aide",       "deputy", "representative", "delegate",
                                                  "assistant",  "consul", "emissary",       "commissioner"};
    return at > 0 && s[at].is("to") &&
           std::any_of(std::begin(kPosts), std::end(kPosts), [&](std::string_view post) { return s[at - 1].is(post); });
}

// The phrase without what is attached behind it.
std::size_t plain_end(const Segment& s, std::size_t at) {
    if (at >= s.size() || s[at].is_quote()) return at;
    if (is_bare_pronoun(s[at]) && !(s[at].is("her") && s[at].tag == "PRP$")) {
        return at + 1 +
               (at + 1 < s.size() && (s[at + 1].is("himself") || s[at + 1].is("herself") || s[at + 1].is("itself") ||
                                      s[at + 1].is("themselves")));
    }
    std::size_t last = at, i = at;
    for (; i < s.size() && i < at + 25; ++i) {
        const Word& w = s[i];
        const bool next_nominal =
            i + 1 < s.size() && (is_noun(s[i + 1]) || is_adjective(s[i + 1]) || is_participle(s[i + 1]));
        if (w.is_quote()) {
            if (i == at || !next_nominal || !(is_determiner(s[i - 1]) || is_adjective(s[i - 1]))) break;
        } else if (is_noun(w) || is_number(w)) {
            if (is_time_word(w) && last > at && !is_adjective(s[i - 1]) && s[i - 1].tag != "DT" && !next_nominal) break;
            last = i + 1;
        } else if (is_determiner(w)) {
            if (last > at && s[i - 1].tag != "PDT" && !is_determiner(s[i - 1])) break;
            if (is_pronoun(w)) last = i + 1;
        } else if (w.tag == "POS" || w.is("&")) {
            if (last == at) break;
        } else if (is_adjective(w)) {
            if (i > at && is_determiner(s[i - 1]) && !next_nominal) last = i + 1;  // "the injured"
        } else if (is_participle(w)) {
            if (i == at || !next_nominal) break;
        } else if (is_adverb(w)) {
            if (i + 1 >= s.size() || !(is_adjective(s[i + 1]) || is_participle(s[i + 1]))) break;
        } else {
            break;
        }
    }
    return last;
}

bool is_phrase_word(const Segment& s, std::size_t i) {
    const Word& w = s[i];
    if (w.is_quote())
        return i > 0 && i + 1 < s.size() && is_noun(s[i + 1]) && (is_determiner(s[i - 1]) || is_adjective(s[i - 1]));
    return is_noun(w) || is_number(w) || is_adjective(w) || w.tag == "POS" || w.is("&") ||
           (is_participle(w) && i + 1 < s.size() && is_noun(s[i + 1]) && i > 0 &&
            (is_determiner(s[i - 1]) || is_adjective(s[i - 1]) || is_noun(s[i - 1])));
}

bool is_year_behind_preposition(const Segment& s, std::size_t i) {
    const std::string& year = s[i].lower;
    const bool four = year.size() == 4 && year.find_first_not_of("0123456789") == std::string::npos;
    return four && (year[0] == '1' || year[0] == '2') && i > 0 &&
           (s[i - 1].is("in") || s[i - 1].is("since") || s[i - 1].is("by") || s[i - 1].is("during"));
}

std::size_t plain_begin(const Segment& s, std::size_t end) {
    if (end == 0) return end;
    const Word& last = s[end - 1];
    if (last.is_quote()) {  // "a man using the name ‘Victor’"
        const bool name = end >= 3 && is_noun(s[end - 2]) && is_determiner(s[end - 3]);
        return name ? plain_begin(s, end - 1) : end;
    }
    if (last.tag == "POS") return end;
    if (last.is("himself") || last.is("herself") || last.is("itself") || last.is("themselves")) {
        const std::size_t begin = plain_begin(s, end - 1);
        return begin;
    }
    if (is_bare_pronoun(last)) return end - 1;
    if (!is_noun(last) && !is_number(last) && !is_adjective(last) && !is_determiner(last)) return end;
    std::size_t begin = end - 1;
    if (is_determiner(last) && !is_noun(last)) return is_pronoun(last) ? begin : end;
    while (begin > 0 && end - begin < 25) {
        const Word& w = s[begin - 1];
        if (is_determiner(w) && !is_noun(w)) {
            if (w.is("that") &&
                (w.tag != "DT" || s[begin].tag == "NNS" || s[begin].tag == "NNP" || is_determiner(s[begin])))
                break;
            --begin;
            if (begin > 0 && s[begin - 1].tag == "POS") continue;
            const bool counts = is_number(w);  // "|the| two leaders"
            while (begin > 0 &&
                   (s[begin - 1].tag == "PDT" || is_number(s[begin - 1]) || (counts && is_determiner(s[begin - 1]))))
                --begin;
            break;
        }
        if (!is_phrase_word(s, begin - 1)) break;
        if (is_time_word(w) && s[begin].tag != "POS" && s[begin].tag != "NN" && s[begin].tag != "NNS")
            break;                                            // "On Tuesday |Jane Roe|"
        if (is_year_behind_preposition(s, begin - 1)) break;  // "In 2014 |Roe|"
        --begin;
    }
    return begin;
}

std::size_t attached_end(const Segment& s, std::size_t end, Attach attach) {
    while (attach != Attach::kNothing && end + 1 < s.size()) {
        const Word& w = s[end];
        const bool joins = w.is("of") || (attach == Attach::kAll && (names_place_or_post(w) || is_post_to(s, end)));
        if (!joins || time_end(s, end) > end) break;
        const std::size_t next = plain_end(s, end + 1);
        if (next == end + 1) break;
        end = next;
    }
    return end;
}

}  // namespace

bool is_nobody(const Segment& s, Range phrase) {
    if (phrase.empty()) return false;
    const Word& first = s[phrase.begin];
    return first.is("nobody") || first.is("none") || first.is("neither") || first.is("no-one") || first.is("no");
}

std::size_t noun_phrase_end(const Segment& s, std::size_t at, Attach attach) {
    const std::size_t end = plain_end(s, at);
    return end == at ? at : attached_end(s, end, attach);
}

std::size_t noun_phrase_begin(const Segment& s, std::size_t end, Attach attach) {
    std::size_t begin = plain_begin(s, end);
    if (begin == end) return end;
    while (attach != Attach::kNothing && begin >= 2) {
        const Word& w = s[begin - 1];
        const bool joins =
            w.is("of") || (attach == Attach::kAll && (names_place_or_post(w) || is_post_to(s, begin - 1)));
        if (!joins) break;
        const std::size_t next = plain_begin(s, begin - 1);
        const bool pronoun = next < begin - 1 && is_pronoun(s[next]) && !is_nobody(s, {next, begin - 1});
        if (next == begin - 1 || (pronoun && !w.is("of"))) break;
        begin = next;
    }
    return begin;
}

std::size_t subject_end(const Segment& s, std::size_t at) {
    const std::size_t end = noun_phrase_end(s, at, Attach::kAll);
    std::size_t verb = end;
    while (verb < s.size() && is_adverb(s[verb])) ++verb;
    return end > at && verb < s.size() && is_finite(s[verb]) ? end : at;
}

std::size_t time_end(const Segment& s, std::size_t at) {
    std::size_t i = at;
    if (i < s.size() && (s[i].is("on") || s[i].is("in") || s[i].is("at") || s[i].is("since") || s[i].is("during") ||
                         s[i].is("by") || s[i].is("over") || s[i].is("before")))
        ++i;
    std::size_t last = at;
    for (; i < s.size() && i < at + 7; ++i) {
        const Word& w = s[i];
        if (is_time_word(w) && i + 1 < s.size() && s[i + 1].tag == "POS") {
            break;  // "condemned |Friday's attack|"
        } else if (is_time_word(w)) {
            last = i + 1;
        } else if (last > at && is_number(w)) {
            last = i + 1;
        } else if (!(is_number(w) || w.is("the") || w.is("a") || w.is("last") || w.is("this") || w.is("that") ||
                     w.is("next") || w.is("early") || w.is("every") || w.is("day") || w.is("previous") ||
                     w.is("same") || w.is("recent") || w.is("past") || w.is("coming") || w.is("following") ||
                     w.is("few") || w.is("two") || w.is("three") || (last > at && w.is("of")))) {
            break;
        }
    }
    return last;
}

std::size_t time_begin(const Segment& s, std::size_t end) {
    for (std::size_t begin = end > 6 ? end - 6 : 0; begin < end; ++begin) {
        if (time_end(s, begin) == end) return begin;
    }
    return end;
}

std::size_t prepositional_end(const Segment& s, std::size_t at) {
    if (at + 1 >= s.size() || !is_preposition(s[at])) return at;
    const std::size_t time = time_end(s, at);
    if (time > at) return time;
    const std::size_t end = noun_phrase_end(s, at + 1, Attach::kAll);
    return end > at + 1 ? end : at;
}

std::optional<std::size_t> clause_verb(const Segment& s, std::size_t at, std::size_t end) {
    bool nominal = false, relative = false;
    for (std::size_t i = at; i < end && i < at + 40; ++i) {
        const Word& w = s[i];
        if (w.is_quote() || is_noun(w) || is_pronoun(w) || is_number(w)) nominal = true;
        if (w.is(";") || w.is(":") || is_stop(w)) return std::nullopt;
        if (is_coordinator(w) && i + 1 < end &&
            (is_finite(s[i + 1]) || (is_adverb(s[i + 1]) && i + 2 < end && is_finite(s[i + 2]))))
            return std::nullopt;
        if (i > at && (w.is("who") || w.is("which") || w.is("that") || w.is("whom") || w.is("whose") || w.is("where")))
            relative = true;
        if (i > at && is_subordinator(w) && !w.is("as") && !w.is("so") && !w.is("even") && !w.is("than") &&
            !(is_preposition(w) && !relative && i + 1 < end && !is_finite(s[i + 1]) && !w.is("while") &&
              !w.is("when") && !w.is("because") && !w.is("if")))
            return std::nullopt;
        const bool agent_follows = i + 1 < end && s[i + 1].is("by") && !is_auxiliary(w);
        const bool after_pronoun =
            w.tag == "VBN" && i > at && is_bare_pronoun(s[i - 1]);  // "it |listed|": a past form, whatever the tag
        if ((is_finite(w) || after_pronoun) && !agent_follows) {
            if (i == at && w.tag != "MD") return std::nullopt;
            if (!nominal) return std::nullopt;
            if (!relative) return i;
            relative = false;
            while (i + 1 < end && (is_any_verb(s[i + 1]) || is_adverb(s[i + 1]) || is_auxiliary(s[i + 1]))) ++i;
        }
    }
    return std::nullopt;
}

bool is_infinitive_at(const Segment& s, std::size_t i) {
    if (i + 1 >= s.size()) return false;
    if (s[i].is("not") || s[i].is("never")) ++i;
    if (i + 1 >= s.size() || !s[i].is("to")) return false;
    const Word& v = s[i + 1];
    if (v.is_quote() || v.tag == "VB" || v.tag == "VBP" || v.is("be") || v.is("have") || v.is("do")) return true;
    return is_adverb(v) && i + 2 < s.size() && (s[i + 2].tag == "VB" || s[i + 2].tag == "VBP");
}

std::size_t over_inserted(const Segment& s, std::size_t comma) {
    constexpr std::size_t kLongest = 16;
    if (comma >= s.size() || !is_comma(s[comma])) return comma;
    for (std::size_t i = comma + 2; i + 1 < s.size() && i < comma + kLongest; ++i) {
        if (is_stop(s[i]) || s[i].is(";") || s[i].is_quote()) return comma;
        if (is_comma(s[i])) return i + 1;
    }
    return comma;
}

std::size_t head_of(const Segment& s, Range phrase) {
    std::size_t head = phrase.begin;
    for (std::size_t i = phrase.begin; i < phrase.end; ++i) {
        const Word& w = s[i];
        if (i > phrase.begin && is_preposition(w) && is_noun(s[head])) break;
        if (is_comma(w)) break;
        if (is_noun(w) || is_pronoun(w) || is_number(w)) head = i;
    }
    return head;
}

}  // namespace readout::statement
