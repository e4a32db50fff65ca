#include "statement/lexicon.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/table.h"
#include "record/names.h"

namespace readout::statement {
namespace {

using record::Act;

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 20> kFrameNames{{{"that", kThat},
                                                                                  {"bare", kBare},
                                                                                  {"quote", kQuoted},
                                                                                  {"wh", kWhClause},
                                                                                  {"to", kTo},
                                                                                  {"objto", kObjectTo},
                                                                                  {"ing", kGerund},
                                                                                  {"np", kObject},
                                                                                  {"of", kOf},
                                                                                  {"for", kFor},
                                                                                  {"about", kAbout},
                                                                                  {"against", kAgainst},
                                                                                  {"with", kWith},
                                                                                  {"to_np", kToObject},
                                                                                  {"addrnp", kAddresseeObject},
                                                                                  {"addrfor", kAddresseeFor},
                                                                                  {"addrof", kAddresseeOf},
                                                                                  {"addrwith", kAddresseeWith},
                                                                                  {"addrto", kAddresseeToObject},
                                                                                  {"pred", kPredicate}}};

constexpr std::array<std::pair<std::string_view, CueKind>, 6> kKindNames{{{"verb", CueKind::kVerb},
                                                                          {"noun", CueKind::kNoun},
                                                                          {"source", CueKind::kSource},
                                                                          {"participle", CueKind::kParticiple},
                                                                          {"refusal", CueKind::kRefusal},
                                                                          {"silence", CueKind::kSilence}}};

std::optional<std::uint32_t> frames_from(std::string_view cell) {
    std::uint32_t frames = 0;
    if (cell == "-") return frames;
    for (const std::string_view name : base::split(cell, ' ')) {
        const auto at =
            std::find_if(kFrameNames.begin(), kFrameNames.end(), [&](const auto& pair) { return pair.first == name; });
        if (at == kFrameNames.end()) return std::nullopt;
        frames |= at->second;
    }
    return frames;
}

std::optional<unsigned char> addressee_from(std::string_view cell) {
    if (cell == "-") return kNoAddressee;
    if (cell == "object") return static_cast<unsigned char>(kObjectAddressee | kToAddressee);
    if (cell == "to") return kToAddressee;
    if (cell == "of") return kOfAddressee;
    return std::nullopt;
}

// "assert objto=demand to=promise": the act, and where a frame changes it.
bool set_acts(std::string_view cell, Entry& entry) {
    const auto parts = base::split(cell, ' ');
    if (parts.empty()) return false;
    const auto first = record::value_named<Act>(parts[0]);
    if (!first) return false;
    entry.act = entry.act_with_object_to = entry.act_with_to = *first;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::size_t equals = parts[i].find('=');
        if (equals == std::string_view::npos) return false;
        const auto act = record::value_named<Act>(parts[i].substr(equals + 1));
        const std::string_view frame = parts[i].substr(0, equals);
        if (!act || (frame != "objto" && frame != "to")) return false;
        (frame == "to" ? entry.act_with_to : entry.act_with_object_to) = *act;
    }
    return true;
}

bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

std::string third_person(const std::string& verb) {
    const char last = verb.back();
    const char before = verb.size() > 1 ? verb[verb.size() - 2] : 'x';
    if (last == 'y' && !is_vowel(before)) return verb.substr(0, verb.size() - 1) + "ies";
    if (last == 's' || last == 'x' || last == 'z' || (last == 'h' && (before == 's' || before == 'c')) || last == 'o')
        return verb + "es";
    return verb + "s";
}

// "beg" doubles its last consonant, "claim" and "warn" do not.
bool doubles(const std::string& verb) {
    if (verb.size() < 3 || verb.size() > 5) return false;
    const char last = verb.back();
    if (is_vowel(last) || last == 'w' || last == 'x' || last == 'y' || last == 'h') return false;
    const std::size_t vowels = static_cast<std::size_t>(std::count_if(verb.begin(), verb.end(), is_vowel));
    return vowels == 1 && is_vowel(verb[verb.size() - 2]);
}

std::string regular_past(const std::string& verb) {
    const char last = verb.back();
    if (doubles(verb)) return verb + last + "ed";
    if (last == 'e') return verb + "d";
    if (last == 'y' && verb.size() > 1 && !is_vowel(verb[verb.size() - 2]))
        return verb.substr(0, verb.size() - 1) + "ied";
    return verb + "ed";
}

// The doubled consonant of an irregular past ("admitted") also stands in "admitting".
std::string ing_form(const std::string& verb, std::string_view past) {
    if (verb.size() > 2 && verb.back() == 'e' && verb[verb.size() - 2] != 'e')
        return verb.substr(0, verb.size() - 1) + "ing";
    const bool doubled =
        past.size() == verb.size() + 3 && past[verb.size()] == verb.back() && past.substr(0, verb.size()) == verb;
    return doubled ? verb + verb.back() + "ing" : verb + "ing";
}

}  // namespace

std::string Entry::lemma() const {
    std::string joined;
    for (const std::string& word : words) joined += joined.empty() ? word : " " + word;
    return joined;
}

base::Result<Lexicon> Lexicon::load(std::string_view table) {
    const std::string name = "reporting.tsv";
    const base::Table rows =
        RO_TRY(base::Table::parse(table, name, {"lemma", "kind", "act", "frames", "addressee", "grade", "forms"}));
    Lexicon lexicon;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        Entry entry;
        for (const std::string_view word : base::split(rows.cell(r, 0), ' ')) entry.words.emplace_back(word);
        const auto kind = std::find_if(kKindNames.begin(), kKindNames.end(),
                                       [&](const auto& pair) { return pair.first == rows.cell(r, 1); });
        const auto frames = frames_from(rows.cell(r, 3));
        const auto addressee = addressee_from(rows.cell(r, 4));
        const std::string_view grade = rows.cell(r, 5);
        if (entry.words.empty() || kind == kKindNames.end() || !set_acts(rows.cell(r, 2), entry) || !frames ||
            !addressee || (grade != "1" && grade != "2" && grade != "3")) {
            return base::failure(name + ":" + std::to_string(rows.line(r)) +
                                 ": a cell is not one of the words that SOURCE.md lists; correct the row");
        }
        entry.kind = kind->second;
        entry.frames = *frames;
        entry.addressee = *addressee;
        entry.grade = grade[0] - '0';
        lexicon.entries_.push_back(std::move(entry));
        lexicon.index(static_cast<std::uint32_t>(lexicon.entries_.size() - 1), rows.cell(r, 6));
    }
    for (auto& [form, list] : lexicon.forms_) {
        std::stable_sort(list.begin(), list.end(), [&](const Form& a, const Form& b) {
            return lexicon.entries_[a.entry].words.size() > lexicon.entries_[b.entry].words.size();
        });
    }
    return lexicon;
}

void Lexicon::index(std::uint32_t at, std::string_view irregular) {
    const Entry& entry = entries_[at];
    const std::string& first = entry.words.front();
    const auto put = [&](const std::string& form, Inflection inflection) {
        auto& list = forms_[form];
        const bool known = std::any_of(list.begin(), list.end(),
                                       [&](const Form& f) { return f.entry == at && f.inflection == inflection; });
        if (!known) list.push_back({at, inflection});
    };
    put(first, Inflection::kBase);
    if (entry.kind == CueKind::kSource) return;
    if (entry.kind == CueKind::kNoun) return put(third_person(first), Inflection::kPlural);
    put(third_person(first), Inflection::kThird);
    const auto forms = irregular == "-" ? std::vector<std::string_view>{} : base::split(irregular, ',');
    for (const std::string_view form : forms) put(std::string(form), Inflection::kPast);
    if (forms.empty()) put(regular_past(first), Inflection::kPast);
    const std::string past = forms.empty() ? regular_past(first) : std::string(forms.front());
    put(ing_form(first, past), Inflection::kPresentParticiple);
}

const std::vector<Form>& Lexicon::forms_of(std::string_view word) const {
    static const std::vector<Form> kNothing;
    const auto at = forms_.find(std::string(word));
    return at == forms_.end() ? kNothing : at->second;
}

}  // namespace readout::statement
