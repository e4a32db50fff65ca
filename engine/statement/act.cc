#include "statement/act.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>

#include "text/fold.h"

namespace readout::statement {
namespace {

using record::Act;
using record::Reading;

bool begins(std::string_view s, std::initializer_list<std::string_view> heads) {
    return std::any_of(heads.begin(), heads.end(),
                       [&](std::string_view head) { return s.substr(0, head.size()) == head; });
}

bool has(std::string_view s, std::initializer_list<std::string_view> parts) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return s.find(part) != std::string_view::npos; });
}

// What is left of the contents without the others. Both in text order, those of each apart from one another.
std::vector<Span> without(const std::vector<Span>& contents, std::span<const Span> others) {
    std::vector<Span> left;
    std::size_t next = 0;
    for (const Span content : contents) {
        std::uint32_t at = content.begin;
        for (; next < others.size() && others[next].begin < content.end; ++next) {
            const Span other = others[next];
            if (other.begin < at || other.end > content.end) continue;
            if (other.begin > at) left.push_back({at, other.begin});
            at = other.end;
        }
        if (at < content.end) left.push_back({at, content.end});
    }
    return left;
}

// The contents folded, with a space at either end: " we will not go ". The tone of a long text is told by its
// beginning.
std::string folded_content(const std::vector<Span>& content, std::string_view text) {
    constexpr std::size_t kEnough = 600;  // bytes
    std::string padded = " ";
    for (const Span span : content) {
        std::string_view words = text::words_at(text, span);
        if (words.size() > kEnough) words = words.substr(0, words.find(' ', kEnough));
        if (words.size() > 2 * kEnough) break;  // one endless word
        padded += text::fold(words) + " ";
        if (padded.size() > kEnough) break;
    }
    return padded;
}

bool begins_with_negation(std::string_view s) {
    return begins(s, {" no ",
                      " none ",
                      " nobody ",
                      " not one ",
                      " nothing ",
                      " never ",
                      " there was no ",
                      " there were no ",
                      " there is no ",
                      " that is false ",
                      " that is not true ",
                      " it is not true ",
                      " that is a lie ",
                      " i did not ",
                      " we did not ",
                      " i never ",
                      " we never ",
                      " i have never ",
                      " we have never ",
                      " it had never ",
                      " he had never ",
                      " she had never ",
                      " they had never ",
                      " it did not ",
                      " he did not ",
                      " she did not ",
                      " they did not ",
                      " it had not ",
                      " he had not ",
                      " she had not ",
                      " they had not ",
                      " i do not ",
                      " it had nothing ",
                      " he had nothing ",
                      " they had nothing ",
                      " i had no ",
                      " he had no part ",
                      " it isn t ",
                      " it wasn t "});
}

bool refuses(std::string_view s) {
    return has(s, {" no comment ", " will not comment ", " never comment ", " not discuss ", " nothing to say ",
                   " neither confirm nor deny ", " neither confirm ", " will not answer ", " cannot comment ",
                   " can t comment "});
}

bool tells_wrong(std::string_view s) {
    return has(s, {" killed ",          " shot dead ",        " opened fire ",     " fired on ",
                   " fired at ",        " executed ",         " tortured ",        " abducted ",
                   " kidnapped ",       " burned ",           " looted ",          " raped ",
                   " stole ",           " stolen ",           " robbed ",          " smuggled ",
                   " violated ",        " breached ",         " spied ",           " lied ",
                   " lying ",           " bribed ",           " bribe ",           " beaten ",
                   " rammed ",          " gassed ",           " provoked ",        " provocation ",
                   " forged ",          " forgery ",          " rigged ",          " massacred ",
                   " mercenaries ",     " were responsible ", " was responsible ", " bears full responsibility ",
                   " broke the truce ", " broken the truce ", " attacked ",        " shelled ",
                   " bombed ",          " threatened to ",    " had threatened ",  " extorted ",
                   " smuggling ",       " covered up ",       " beat me ",         " spreading lies ",
                   " cheated ",         " deceived ",         " faked ",           " stealing ",
                   " set fire to "});
}

// "a liar", "the real pirates": what calls somebody so accuses him.
bool names_wrongdoer(std::string_view s) {
    return has(s, {" liar ",    " liars ",    " thief ",     " thieves ",  " murderer", " killer ", " killers ",
                   " arsonist", " criminal ", " criminals ", " terrorist", " traitor",  " spy ",    " spies ",
                   " pirate ",  " pirates ",  " crook ",     " crooks ",   " smuggler", " poacher", " rapist",
                   " butcher",  " aggressor", " occupier",   " fraud ",    " cheat ",   " cheats ", " bandit"});
}

// "she is a thief", "they were spies"
bool calls_wrongdoer(std::string_view s) {
    for (const std::string_view link : {" is a ", " was a ", " is an ", " was an ", " are ", " were "}) {
        for (std::size_t at = s.find(link); at != std::string_view::npos; at = s.find(link, at + 1)) {
            const std::size_t word = at + link.size() - 1, end = s.find(' ', word + 1);
            if (end != std::string_view::npos && names_wrongdoer(s.substr(word, end + 1 - word))) return true;
        }
    }
    return false;
}

// "We will burn the crop", "to sue the ministry", "will stop all exports unless": a promise of harm, or one that hangs
// on what another does.
bool is_hostile(std::string_view s) {
    const bool harms =
        has(s, {" burn ",         " blockade ", " strike ",    " sue ",     " to court ",  " in court ", " overthrow ",
                " resist ",       " boycott ",  " retaliate ", " punish ",  " destroy ",   " shoot ",    " bomb ",
                " attack ",       " shell ",    " invade ",    " expel ",   " seize ",     " deport ",   " crush ",
                " take revenge ", " hit back ", " wipe out ",  " cut off ", " shut down ", " walk out ", " storm "});
    return harms || has(s, {" unless ", " or else "});
}

// "Twelve people were killed": nobody is accused.
bool tells_harm_without_agent(std::string_view s) {
    return has(s, {" was killed ", " were killed ", " been killed ", " was attacked ", " were attacked ",
                   " was shelled ", " were shelled ", " was bombed ", " were bombed ", " drone strike "}) &&
           !has(s, {" by "});
}

// "We will not sign", "the party would not recognise the results": what somebody else wants is refused.
bool refuses_own(std::string_view s) {
    static constexpr std::string_view kVerbs[] = {
        "accept ",  "recognise ", "recognize ", "lift ",  "sign ", "agree ", "sit down", "negotiate ",
        "talk to ", "give up ",   "withdraw ",  "allow ", "pay ",  "bow ",   "join ",    "support "};
    for (const std::string_view no : {" will not ", " would not ", " won t ", " shall not ", " do not ", " cannot "}) {
        const std::size_t at = s.find(no);
        if (at == std::string_view::npos || at > 24) continue;
        const std::string_view rest = s.substr(at + no.size());
        if (std::any_of(std::begin(kVerbs), std::end(kVerbs), [&](std::string_view v) { return rest.starts_with(v); }))
            return true;
    }
    return false;
}

bool is_untrue(std::string_view s) {
    return has(
        s, {" lie ",       " lies ",     " false ",    " fake ",           " fabricat",  " invented ", " invention ",
            " fairy tale", " fiction",   " nonsense ", " mistranslation ", " hoax ",     " myth ",     " rumour",
            " rumor",      " baseless ", " untrue ",   " gossip ",         " mischief ", " cartoon ",  " fantasy ",
            " fable ",     " fib ",      " tosh ",     " slander "});
}

// "gunmen had killed nine", "its men had shot two": nobody is accused where nobody is named, nor in a boast.
bool tells_own_or_unknown(std::string_view s) {
    return begins(s, {" gunmen ", " armed men ", " attackers ", " assailants ", " unidentified ", " unknown ",
                      " suspected ", " masked men ", " its men ", " its fighters ", " its forces ", " its troops ",
                      " its soldiers ", " his men ", " their men ", " our men ", " our forces ", " our fighters "});
}

// "it had no information on the visit", "we are not aware of any summons"
bool knows_nothing(std::string_view s) {
    constexpr std::size_t kShort = 120;  // bytes: of a longer text it is not all that is said
    return s.size() < kShort &&
           has(s, {" has no information ", " had no information ", " have no information ", " not aware of any "});
}

// "the charge is absurd": what is said of a claim denies it.
bool refutes_claim(std::string_view s) {
    return begins(s,
                  {" the claim ", " the claims ", " the allegation ", " the allegations ", " the accusation ",
                   " the accusations ", " the charge ", " the charges ", " the rumour ", " the rumours ", " the story ",
                   " this claim ", " these claims ", " such claims ", " such reports ", " such allegations "}) &&
           (is_untrue(s) || has(s, {" absurd ", " ridiculous ", " laughable ", " groundless ", " unfounded ",
                                    " without foundation ", " wrong ", " not true "}));
}

// "they had found nothing", "we confirmed nothing"
bool tells_of_nothing(std::string_view s) {
    return begins(s, {" he ", " she ", " it ", " they ", " we ", " i "}) &&
           s.substr(0, 40).find(" nothing ") != std::string_view::npos;
}

bool finds_fault(std::string_view s) {
    return has(s, {" shame",     " disgrace",   " farce ",   " betray",         " ugly ",         " too little ",
                   " too late ", " scandal",    " reckless", " irresponsible ", " unacceptable ", " hypocri",
                   " coward",    " absurd ",    " cynical ", " outrage",        " slow to ",      " insult",
                   " a joke ",   " incompeten", " careless", " cruel "});
}

bool tells_own_future(std::string_view s, bool quoted) {
    if (quoted) return begins(s, {" i will ", " we will ", " i ll ", " we ll ", " we shall ", " i shall "});
    return begins(s, {" it would ", " he would ", " she would ", " they would ", " it will ", " he will ", " she will ",
                      " they will ", " we will ", " i will ", " its team would ", " we shall "});
}

// A quotation that opens with a verb in its plain form orders something.
bool opens_with_order(const Draft& draft, const Reading& reading) {
    const auto& tokens = reading.syntax.tokens;
    const std::size_t first = text::first_ending_after(tokens, draft.content.front().begin);
    if (first >= tokens.size()) return false;
    const std::string word = text::ascii_lower(text::words_at(reading.report.text, tokens[first].span));
    return tokens[first].xpos == "VB" || word == "let" || word == "please" || word == "stop" || word == "tell" ||
           word == "send" || word == "give";
}

bool is_claim(std::string_view object) {
    return has(object, {" accusation", " allegation", " claim ",    " claims ",     " rumour",    " rumor",
                        " report ",    " reports ",   " story ",    " suggestion",  " charge ",   " charges ",
                        " figure ",    " figures ",   " note ",     " account ",    " accounts ", " slander",
                        " version ",   " findings ",  " assertion", " insinuation", " narrative "}) ||
           object == " this ";
}

// "branded |the claims| tripe", "described |such reports| as warfare"
bool describes_claim(std::string_view s) {
    return begins(s, {" the claim ", " the claims ", " the allegation ", " the allegations ", " the accusation ",
                      " the accusations ", " the charge ", " the charges ", " the reports ", " the rumours ",
                      " those claims ", " these claims ", " such claims ", " such reports ", " such allegations ",
                      " such charges ", " those reports ", " these allegations ", " those allegations "});
}

// "the police maintain that she fell": what answers a claim denies it without a word of denial.
bool answers_a_claim(std::string_view lemma) {
    static constexpr std::string_view kWords[] = {"maintain", "insist",   "counter", "retort",    "contend",
                                                  "protest",  "hit back", "rebut",   "slap down", "reply"};
    return std::find(std::begin(kWords), std::end(kWords), lemma) != std::end(kWords);
}

Act act_of_content(const Draft& draft, const Reading& reading, const std::string& words) {
    const bool quoted = draft.all_quoted();
    const std::string_view first = text::words_at(reading.report.text, draft.content.front());
    const std::string_view last = text::words_at(reading.report.text, draft.content.back());
    if (quoted && !draft.direct && first.ends_with('?')) return Act::kAsk;
    if (draft.direct && last.ends_with('?')) return Act::kAsk;
    if (refuses(words) || knows_nothing(words)) return Act::kNoComment;
    if (refutes_claim(words)) return Act::kDeny;
    if (begins(words, {" i doubt ", " we doubt "})) return Act::kDoubt;
    if (begins(words, {" i hope ", " we hope ", " i m hoping ", " we expect ", " i expect "}) ||
        (!quoted && has(words, {" hopeful ", " expected a ", " expects ", " hoped "})))
        return Act::kHope;
    if (begins(words, {" thank you "})) return Act::kPraise;
    if (begins(words, {" we condemn ", " i condemn "})) return Act::kCriticise;
    if (begins_with_negation(words) || has(words, {" has no such ", " have no such ", " had no such "}))
        return Act::kDeny;
    const bool negated = has(words, {" would not ", " will not ", " won t ", " shall not "});
    if (begins(words, {" we ll see ", " we will see ", " we shall see "})) return Act::kAssert;
    if (!draft.direct && tells_own_future(words, quoted) && !negated)
        return is_hostile(words) ? Act::kThreaten : Act::kPromise;
    if (refuses_own(words)) return Act::kReject;
    if (tells_of_nothing(words)) return Act::kDeny;
    if (begins(words, {" they doubted ", " he doubted ", " she doubted ", " it doubted ", " they doubt ", " he doubts ",
                       " she doubts "}))
        return Act::kDoubt;
    if (quoted && opens_with_order(draft, reading)) return Act::kDemand;
    if (begins(words, {" we ask ", " we urge ", " we call on ", " we demand "})) return Act::kDemand;
    if (!quoted && has(words, {" should ", " must "})) return Act::kDemand;
    const bool about_itself = begins(words, {" he ", " she ", " it ", " they ", " we ", " i "});
    const bool accuses = draft.lemma != "according to" && draft.lemma != "quote";  // they lend no tone
    if (accuses && !draft.direct && tells_wrong(words) && !tells_harm_without_agent(words) &&
        !tells_own_or_unknown(words) && !(about_itself && !quoted))
        return Act::kAccuse;
    if (accuses && !draft.direct && calls_wrongdoer(words)) return Act::kAccuse;
    if (!draft.direct && finds_fault(words) && !about_itself) return Act::kCriticise;
    return draft.act;
}

}  // namespace

bool may_deny(const Draft& draft, const Reading& reading) {
    if (answers_a_claim(draft.lemma)) return true;
    const std::string words = folded_content(draft.content, reading.report.text);
    return is_untrue(words) ||
           has(words, {" no ",      " not ",        " n t ",  " t ",       " never ",    " none ",    " nobody ",
                       " nothing ", " neither ",    " nor ",  " without ", " false",     " wrong ",   " cannot ",
                       " absurd ",  " ridiculous ", " deny ", " denie",    " mistaken ", " innocent "});
}

Act judge_act(const Draft& draft, std::span<const Span> inner, const Reading& reading) {
    if (draft.content.empty()) return draft.act;
    const std::string words = folded_content(without(draft.content, inner), reading.report.text);
    if (draft.neutral) return act_of_content(draft, reading, words);
    if (draft.lemma == "plead" && begins(words, {" guilty "})) return Act::kConfirm;
    const bool predicates = draft.lemma == "call" || draft.lemma == "brand" || draft.lemma == "label" ||
                            draft.lemma == "term" || draft.lemma == "describe";
    if (predicates && (is_untrue(words) || describes_claim(words))) return Act::kDeny;
    if (predicates && names_wrongdoer(words)) return Act::kAccuse;
    if (draft.act == Act::kPromise && is_hostile(words)) return Act::kThreaten;
    if (draft.act == Act::kReject || draft.lemma == "dismiss")
        return is_claim(words.substr(0, 60)) ? Act::kDeny : Act::kReject;
    return draft.act;
}

}  // namespace readout::statement
