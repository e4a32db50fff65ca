#include "event/event_reader.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/hash.h"
#include "event/arguments.h"
#include "event/holder.h"
#include "event/magnitude.h"
#include "event/occasion.h"
#include "event/status.h"
#include "event/words.h"
#include "record/names.h"

namespace readout::event {
namespace {

using record::Event;
using record::EventStatus;
using record::Reading;
using text::Span;

constexpr std::size_t kMostContexts = 4;
constexpr std::uint32_t kLongest = 400;   // words; a longer sentence is read in pieces, so that time stays linear
constexpr std::size_t kRetellings = 200;  // how many events back a retelling is looked for

/// One accepted trigger of a sentence, before it becomes an event.
struct Draft {
    Match match;
    Cast cast;
    Verdict verdict;
    int weight = 0;
};

bool is_verbal_act(EventType type) {
    return type == EventType::kAgree || type == EventType::kRequest || type == EventType::kReject ||
           type == EventType::kThreaten;
}

int weight_of(const Match& match) {
    const Trigger& trigger = *match.trigger;
    return static_cast<int>(10 * match.words.size()) + (trigger.object_classes.empty() ? 0 : 5) +
           (trigger.object_forbidden || trigger.object_needed ? 2 : 0);
}

/// True when somebody of one event, or of his country, is in the other.
bool share_a_party(const Event& a, const Event& b) {
    const auto is_in = [](const record::Party& party, const std::vector<record::Party>& others) {
        return std::any_of(others.begin(), others.end(), [&](const record::Party& other) {
            return (!party.entity.empty() && party.entity == other.entity) ||
                   (!party.country.empty() && party.country == other.country);
        });
    };
    const auto any = [&](const std::vector<record::Party>& parties) {
        return std::any_of(parties.begin(), parties.end(), [&](const record::Party& party) {
            return is_in(party, b.actors) || is_in(party, b.recipients);
        });
    };
    return any(a.actors) || any(a.recipients);
}

/// Reads the sentences of one report.
class Reader {
  public:
    Reader(const Reading& reading, const Lexicon& lexicon)
        : reading_(reading), lexicon_(lexicon), parties_(reading, lexicon), holders_(reading) {}

    std::vector<Event> run();

  private:
    [[nodiscard]] bool is_other_domain() const;
    void read_sentence(const record::Sentence& sentence, bool headline);
    [[nodiscard]] std::vector<Draft> drafts_in(const Phrases& phrases) const;
    [[nodiscard]] bool is_told_again(const Phrases& phrases, const Match& match, const Cast& cast) const;
    void take_speaker(const Phrases& phrases, Draft& draft) const;
    void echo(const Phrases& phrases, const Draft& draft, Event& event) const;
    static bool fold_casualties(const Phrases& phrases, const Draft& draft, std::vector<Draft>& drafts);
    [[nodiscard]] bool is_content_noun(const Phrases& phrases, const Draft& draft,
                                       const std::vector<Draft>& drafts) const;
    [[nodiscard]] bool is_content(const Phrases& phrases, const Draft& draft, const std::vector<Draft>& drafts) const;
    [[nodiscard]] std::string mode_of(const Phrases& phrases, const Draft& draft) const;
    void settle_status(const Draft& draft, const std::optional<Occasion>& on, Event& event) const;
    [[nodiscard]] bool is_own_act(const record::Statement& statement, const Event& event) const;
    Event make(const Phrases& phrases, const Draft& draft) const;
    void add_magnitude(const Phrases& phrases, const Draft& draft, Event& event) const;
    void add_contexts(const Phrases& phrases, Event& event) const;
    void add(Event event, const Draft& draft, const Phrases& phrases, bool headline);

    const Reading& reading_;
    const Lexicon& lexicon_;
    Parties parties_;
    Holders holders_;
    std::vector<Event> events_, headline_events_;
    std::map<std::string, const Trigger*> seen_;  // lemma of a trigger verb -> what it showed before in this report
};

bool Reader::is_other_domain() const {
    std::map<std::string_view, std::set<std::string_view>> hits;
    for (const record::Token& token : reading_.syntax.tokens) {
        if (token.xpos.starts_with("NNP")) continue;
        const std::string_view domain = lexicon_.exclusion(token.lemma);
        if (!domain.empty()) hits[domain].insert(token.lemma);
    }
    std::size_t most = 0;
    for (const auto& [domain, words] : hits) most = std::max(most, words.size());
    return most >= 2 && most > parties_.named() && most * 30 > reading_.syntax.tokens.size();
}

std::vector<Event> Reader::run() {
    if (is_other_domain() || parties_.political() == 0) return {};
    bool body = false;
    for (const record::Sentence& sentence : reading_.syntax.sentences) {
        const record::BlockKind kind = reading_.report.blocks[sentence.block].kind;
        body |= kind == record::BlockKind::kParagraph || kind == record::BlockKind::kRepublished;
    }
    for (const record::Sentence& sentence : reading_.syntax.sentences) {
        const record::BlockKind kind = reading_.report.blocks[sentence.block].kind;
        if (kind == record::BlockKind::kByline || kind == record::BlockKind::kDateline) continue;
        read_sentence(sentence, body && kind == record::BlockKind::kHeadline);
    }
    // A headline tells what the text tells: it only adds a cite.
    for (const Event& headline : headline_events_) {
        const auto same = std::find_if(events_.begin(), events_.end(), [&](const Event& e) {
            return e.type == headline.type && e.mode == headline.mode && share_a_party(e, headline);
        });
        if (same != events_.end()) same->cites.insert(same->cites.begin(), headline.span);
    }
    std::stable_sort(events_.begin(), events_.end(), [](const Event& a, const Event& b) { return a.span < b.span; });
    return std::move(events_);
}

std::vector<Draft> Reader::drafts_in(const Phrases& phrases) const {
    std::vector<Draft> drafts;
    for (const Match& match : find_triggers(phrases, lexicon_)) {
        if (phrases.in_date(match.head)) continue;  // "the March talks" is no march
        Draft draft;
        draft.match = match;
        draft.cast = match.trigger->noun ? cast_noun(phrases, parties_, lexicon_, match)
                                         : cast_verb(phrases, parties_, lexicon_, match);
        if (!match.trigger->noun && !object_fits(phrases, lexicon_, match, draft.cast) &&
            !is_told_again(phrases, match, draft.cast)) {
            continue;
        }
        take_speaker(phrases, draft);
        if (!gate_opens(phrases, lexicon_, match, draft.cast)) continue;
        draft.verdict = match.trigger->noun ? judge_noun(phrases, lexicon_, match, draft.cast)
                                            : judge_verb(phrases, lexicon_, draft.cast.verb);
        if (draft.verdict.drop) continue;
        draft.weight = weight_of(match);
        // One event a word: the weightier trigger wins, of equals the earlier in the table.
        const auto rival = std::find_if(drafts.begin(), drafts.end(), [&](const Draft& other) {
            return std::any_of(other.match.words.begin(), other.match.words.end(), [&](Index word) {
                return std::find(match.words.begin(), match.words.end(), word) != match.words.end();
            });
        });
        if (rival == drafts.end()) {
            drafts.push_back(std::move(draft));
        } else if (draft.weight > rival->weight) {
            *rival = std::move(draft);
        }
    }
    return drafts;
}

/// "denied cutting it", "denies moving anything": the object is a pronoun for what the same verb had before.
bool Reader::is_told_again(const Phrases& phrases, const Match& match, const Cast& cast) const {
    const auto seen = seen_.find(phrases.tokens()[match.head].lemma);
    if (seen == seen_.end() || seen->second->type != match.trigger->type || match.words.size() > 1) return false;
    if (cast.object.empty()) return true;
    const std::string_view tag = phrases.tag(phrases.nouns()[cast.object.front()].head);
    const std::string& lemma = phrases.tokens()[phrases.nouns()[cast.object.front()].head].lemma;
    return tag == "PRP" || tag == "DT" || lemma == "anything" || lemma == "nothing" || lemma == "something";
}

/// The verb of a verbal act is the cue of a statement: its actor is the speaker, wherever he stands.
void Reader::take_speaker(const Phrases& phrases, Draft& draft) const {
    if (draft.match.trigger->noun || draft.cast.passive) return;
    const auto tokens = phrases.tokens();
    const Span head = tokens[draft.match.head].span;
    const record::Statement* statement = holders_.with_cue(head);
    if (statement == nullptr || !statement->speaker || !statement->speaker->span) return;
    const Span words = *statement->speaker->span;
    const auto token = static_cast<Index>(text::first_ending_after(tokens, words.end - 1));
    if (token >= tokens.size() || !tokens[token].span.overlaps(words) || token < draft.match.head) return;
    const Index noun = phrases.noun_at(token);
    if (noun == kNone) return;
    const Found speaker = parties_.look(phrases, noun);
    draft.cast.actors = draft.cast.agent = {speaker};
    std::erase_if(draft.cast.recipients, [&](const Found& f) { return f.party.span == speaker.party.span; });
    std::erase(draft.cast.object, noun);
}

/// "called for the release of …", "a warrant for the arrest of …", "cancelled a visit": the noun is what is demanded,
/// threatened or refused.
bool Reader::is_content_noun(const Phrases& phrases, const Draft& draft, const std::vector<Draft>& drafts) const {
    const NounPhrase& np = phrases.nouns()[phrases.noun_at(draft.match.head)];
    const bool behind = np.preposition != kNone;
    for (const Draft& other : drafts) {
        const EventType type = other.match.trigger->type;
        if (&other == &draft || other.match.head > draft.match.head) continue;
        const bool object = !other.match.trigger->noun && other.cast.verb == draft.cast.verb && !draft.cast.subject;
        const bool near =
            phrases.same_clause(other.match.head, draft.match.head) && draft.match.head - other.match.head < 8;
        if (object && is_verbal_act(type) && type != EventType::kReject &&
            !(type == EventType::kAgree && draft.match.trigger->type == EventType::kAgree)) {
            return true;
        }
        if (object && draft.match.trigger->type == EventType::kConsult) return true;
        if (behind && near &&
            (type == EventType::kRequest || type == EventType::kThreaten || type == EventType::kAgree) &&
            phrases.tokens()[np.preposition].lemma != "after" && phrases.tokens()[np.preposition].lemma != "over") {
            return true;
        }
    }
    return false;
}

/// The content of a promise, demand, refusal or threat is no second event.
bool Reader::is_content(const Phrases& phrases, const Draft& draft, const std::vector<Draft>& drafts) const {
    Index verb = draft.cast.verb;
    if (draft.match.trigger->noun) {
        return is_content_noun(phrases, draft, drafts);
    }
    if (verb == kNone) return false;
    for (int steps = 0; steps < 4; ++steps) {
        const VerbPhrase& phrase = phrases.verbs()[verb];
        if (phrase.governor == kNone || phrase.adjunct || phrase.governor >= verb || phrase.in_relative) return false;
        if (phrase.subordinator != kNone) return false;
        const Index governor = phrase.governor;
        for (const Draft& other : drafts) {
            const bool by_verb = !other.match.trigger->noun && other.cast.verb == governor;
            const bool by_noun = other.match.trigger->noun && phrase.governor_noun == other.match.head;
            if ((by_verb || by_noun) &&
                (is_verbal_act(other.match.trigger->type) || (other.match.trigger->type == EventType::kConcede))) {
                return true;
            }
        }
        verb = governor;
    }
    return false;
}

std::string Reader::mode_of(const Phrases& phrases, const Draft& draft) const {
    const Trigger& trigger = *draft.match.trigger;
    if (!trigger.mode_from_content) return trigger.mode;
    const auto tokens = phrases.tokens();
    Index last = draft.match.end;
    for (; last < tokens.size() && last < draft.match.end + 14; ++last) {
        if (phrases.tag(last) == ":" || phrases.tag(last) == ".") break;
        const Index verb = phrases.verb_at(last);
        if (verb != kNone && phrases.verbs()[verb].shared && phrases.verbs()[verb].form == VerbForm::kFinite) break;
        const std::string mode = lexicon_.content_mode(trigger.type, tokens[last].lemma);
        if (!mode.empty()) return mode;
    }
    return trigger.mode;
}

/// A government that tells of its own act in office is taken at its word, save on fighting.
bool Reader::is_own_act(const record::Statement& statement, const Event& event) const {
    const record::Entity* speaker = holders_.speaker(statement);
    if (speaker == nullptr || event.type == EventType::kAssault || event.actors.empty()) return false;
    if (speaker->id == event.actors.front().entity) return true;
    const auto official = [](const std::vector<std::string>& sectors) {
        return std::any_of(sectors.begin(), sectors.end(), [](const std::string& s) {
            return s == "GOV" || s == "COP" || s == "MIL" || s == "JUD" || s == "LEG";
        });
    };
    const bool same_country = speaker->country.empty() || event.actors.front().country.empty() ||
                              speaker->country == event.actors.front().country;
    return same_country && official(speaker->sectors) && official(event.actors.front().sectors);
}

void Reader::settle_status(const Draft& draft, const std::optional<Occasion>& on, Event& event) const {
    const Verdict& verdict = draft.verdict;
    event.status = verdict.status;
    if (verdict.future_if_dated && event.status == EventStatus::kActual && event.on &&
        is_to_come(reading_, *event.on)) {
        event.status = EventStatus::kPlanned;
    }
    const record::Statement* holder = holders_.around(event.span);
    if (holder != nullptr) {
        event.holder = holder->id;
        const bool happened = event.status == EventStatus::kActual;
        if (holder->act == record::Act::kDeny && !holder->negated &&
            (happened || event.status == EventStatus::kNegated)) {
            event.status = EventStatus::kDenied;
        } else if (event.status == EventStatus::kNegated && !holder->negated) {
            event.status = EventStatus::kDenied;
        } else if (happened && !is_own_act(*holder, event)) {
            event.status = EventStatus::kAlleged;
        }
    }
    // "rejected a Saudi offer": what was said before is background.
    const bool antecedent = draft.match.trigger->noun && !draft.cast.light && !draft.cast.subject &&
                            (is_verbal_act(event.type) || event.type == EventType::kAccuse) && draft.cast.verb != kNone;
    if (antecedent && (event.status == EventStatus::kActual || event.status == EventStatus::kAlleged)) {
        event.status = EventStatus::kBackground;
    }
    if (event.status != EventStatus::kActual) return;
    if (on ? is_long_ago(reading_, *on, verdict.past_perfect) : verdict.past_perfect)
        event.status = EventStatus::kBackground;
}

void Reader::add_magnitude(const Phrases& phrases, const Draft& draft, Event& event) const {
    std::vector<Index> counted = draft.cast.object;
    std::string_view key;
    if (event.mode == "arrest") key = "arrested";
    if (event.mode == "targeted") key = "dead";
    if (event.mode == "abduct" || event.mode == "release" || event.mode == "deport" || event.mode == "police" ||
        event.mode == "troops" || (event.type == EventType::kSanction && event.mode == "expel")) {
        key = "size";
    }
    if (event.type == EventType::kProtest && !draft.match.trigger->noun) {
        key = "size";
        counted = phrases.verbs()[draft.cast.verb].subject;
    }
    const bool victims = event.type == EventType::kAssault;
    event.magnitude = magnitudes(phrases, victims ? draft.match.head : kNone, counted, key);
}

void Reader::add_contexts(const Phrases& phrases, Event& event) const {
    std::set<std::string> found;
    for (const record::Token& token : phrases.tokens()) {
        for (const std::string& context : lexicon_.contexts(token.lemma)) found.insert(context);
    }
    for (const char* mode : {"cyber", "misinformation"}) {
        if (event.mode == mode) found.insert(mode);
    }
    if ((found.contains("trafficking") || found.contains("corruption") || found.contains("illegal_drugs")) &&
        !found.contains("cyber")) {
        found.erase("crime");
    }
    for (const std::string& context : found) {
        if (event.contexts.size() < kMostContexts) event.contexts.push_back(context);
    }
}

/// "welcomed the move", "condemned the bombing", "said no": the other side is whoever acted in the event before.
void Reader::echo(const Phrases& phrases, const Draft& draft, Event& event) const {
    const bool reaction = (event.type == EventType::kSupport && draft.match.trigger->gate == "agent") ||
                          (event.type == EventType::kAccuse && event.mode == "disapprove") ||
                          event.type == EventType::kReject;
    if (!reaction || !event.recipients.empty() || events_.empty() || draft.match.trigger->noun) return;
    if (!draft.cast.object.empty()) {
        const NounPhrase& np = phrases.nouns()[draft.cast.object.front()];
        const std::string& lemma = phrases.tokens()[np.first].lemma;
        if (lemma != "the" && lemma != "it" && lemma != "this" && lemma != "that") return;
    }
    const Event& before = events_.back();
    if (before.actors.empty() || event.actors.empty()) return;
    if (before.actors.front().country == event.actors.front().country &&
        before.actors.front().entity == event.actors.front().entity)
        return;
    event.recipients = before.actors;
}

/// "hit the van, killing two": who is hurt belongs to the attack before; true when there is one.
bool Reader::fold_casualties(const Phrases& phrases, const Draft& draft, std::vector<Draft>& drafts) {
    if (draft.match.trigger->noun || draft.match.trigger->type != EventType::kAssault) return false;
    const VerbPhrase& verb = phrases.verbs()[draft.cast.verb];
    const std::string& lemma = phrases.tokens()[verb.head].lemma;
    if (lemma != "kill" && lemma != "wound" && lemma != "injure" && lemma != "hurt") return false;
    if (verb.form != VerbForm::kGerund || !verb.adjunct) return false;
    for (Draft& other : drafts) {
        if (other.match.trigger->type != EventType::kAssault || other.match.head >= draft.match.head) continue;
        if (other.cast.recipients.empty()) other.cast.recipients = draft.cast.recipients;
        return true;
    }
    return false;
}

Event Reader::make(const Phrases& phrases, const Draft& draft) const {
    const Trigger& trigger = *draft.match.trigger;
    const auto tokens = phrases.tokens();
    Event event;
    Index first = draft.match.head, last = draft.match.end;
    if (trigger.noun && draft.cast.verb != kNone && draft.cast.light && !draft.cast.subject) {
        first = phrases.verbs()[draft.cast.verb].head;
        first = std::min(first, draft.match.head);
    }
    event.span = {tokens[first].span.begin, tokens[last - 1].span.end};
    event.type = trigger.type;
    event.mode = mode_of(phrases, draft);
    event.quad = lexicon_.facts(event.type).quad;
    event.cameo = trigger.cameo.empty() ? lexicon_.cameo(event.type, event.mode) : trigger.cameo;
    for (const Found& found : draft.cast.actors) event.actors.push_back(found.party);
    for (const Found& found : draft.cast.recipients) event.recipients.push_back(found.party);
    if (event.type == EventType::kConsult && event.mode.empty() && event.actors.size() > 2) event.mode = "multilateral";
    echo(phrases, draft, event);
    const std::optional<Occasion> on = occasion(phrases, reading_, draft.match.head);
    if (on) event.on = on->range;
    event.place = parties_.place_in(phrases, {tokens.front().span.begin, tokens.back().span.end});
    settle_status(draft, on, event);
    // A denial answers what was told: it keeps that act's day and place.
    if (event.status == EventStatus::kDenied && !event.on) {
        const auto told =
            std::find_if(events_.rbegin(), events_.rend(), [&](const Event& e) { return e.type == event.type; });
        if (told != events_.rend() && events_.size() < kRetellings) {
            event.on = told->on;
            if (!event.place) event.place = told->place;
        }
    }
    add_magnitude(phrases, draft, event);
    add_contexts(phrases, event);
    event.cites = {event.span};
    return event;
}

/// Keeps an event, or adds it as a cite to the one that it tells again.
void Reader::add(Event event, const Draft& draft, const Phrases& phrases, bool headline) {
    if (headline) {
        headline_events_.push_back(std::move(event));
        return;
    }
    const auto tokens = phrases.tokens();
    const bool definite = draft.match.trigger->noun &&
                          tokens[phrases.nouns()[phrases.noun_at(draft.match.head)].first].xpos == "DT" && !event.on &&
                          draft.cast.actors.empty();
    const auto last = events_.size() > kRetellings ? events_.rbegin() + kRetellings : events_.rend();
    const auto same = std::find_if(events_.rbegin(), last, [&](const Event& e) {
        if (e.type != event.type) return false;
        if (definite) return true;
        const auto equal = [](const std::vector<record::Party>& a, const std::vector<record::Party>& b) {
            return !a.empty() && a.size() == b.size() &&
                   std::equal(a.begin(), a.end(), b.begin(), [](const record::Party& x, const record::Party& y) {
                       return !x.entity.empty() && x.entity == y.entity;
                   });
        };
        return e.mode == event.mode && e.status == event.status && e.on && e.on == event.on &&
               equal(e.actors, event.actors) && equal(e.recipients, event.recipients);
    });
    if (same != last) {
        same->cites.push_back(event.span);
        return;
    }
    base::Fingerprint print;
    print.add(reading_.report.id.value).add("event").add(event.span.begin).add(event.span.end);
    print.add(record::name_of(event.type));
    event.id = {print.hex()};
    events_.push_back(std::move(event));
}

void Reader::read_sentence(const record::Sentence& sentence, bool headline) {
    for (std::uint32_t first = sentence.first_token; first < sentence.last_token; first += kLongest) {
        const std::span<const record::Token> tokens(reading_.syntax.tokens.data() + first,
                                                    std::min(kLongest, sentence.last_token - first));
        const Phrases phrases(tokens, reading_.dates);
        if (!tokens.empty() && tokens.back().lemma == "?") continue;  // a question tells nothing
        std::vector<Draft> drafts = drafts_in(phrases);
        std::erase_if(drafts, [&](const Draft& draft) { return fold_casualties(phrases, draft, drafts); });
        for (const Draft& draft : drafts) {
            if (is_content(phrases, draft, drafts)) continue;
            add(make(phrases, draft), draft, phrases, headline);
            if (!draft.match.trigger->noun) seen_[tokens[draft.match.head].lemma] = draft.match.trigger;
        }
    }
}

}  // namespace

base::Result<EventReader> EventReader::load(const EventTables& tables) {
    return EventReader(RO_TRY(Lexicon::load(tables)));
}

std::vector<Event> EventReader::read(const Reading& reading) const {
    return Reader(reading, *lexicon_).run();
}

}  // namespace readout::event
