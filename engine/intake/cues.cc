#include "intake/cues.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "base/table.h"
#include "intake/cue_phrases.h"
#include "text/fold.h"

namespace readout::intake {
namespace {

struct Entry {
    std::string phrase;  // folded
    const CuePhrase* source;
    bool at_begin, strong;
};

/// Phrases by their first word.
class CueIndex {
  public:
    CueIndex() {
        for (const CuePhrase& row : kCuePhrases) {
            std::string_view words = row.phrase;
            const bool at_begin = words.starts_with('^');
            if (at_begin) words.remove_prefix(1);
            const bool strong = words.starts_with('!');
            if (strong) words.remove_prefix(1);
            std::string folded = text::fold(words);
            const std::string first = folded.substr(0, folded.find(' '));
            entries_[first].push_back({std::move(folded), &row, at_begin, strong});
        }
    }
    [[nodiscard]] const std::vector<Entry>* beginning_with(const std::string& word) const {
        const auto found = entries_.find(word);
        return found == entries_.end() ? nullptr : &found->second;
    }

  private:
    std::unordered_map<std::string, std::vector<Entry>> entries_;
};

const CueIndex& cue_index() {
    static const CueIndex index;
    return index;
}

bool stands_at(std::string_view folded, std::size_t at, std::string_view phrase) {
    if (folded.substr(at, phrase.size()) != phrase) return false;
    return at + phrase.size() == folded.size() || folded[at + phrase.size()] == ' ';
}

bool is_one_of(std::string_view word, std::string_view list) {
    if (word.empty() || word.find(' ') != std::string_view::npos) return false;
    for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
        const bool begins = at == 0 || list[at - 1] == ' ';
        const bool ends = at + word.size() == list.size() || list[at + word.size()] == ' ';
        if (begins && ends) return true;
    }
    return false;
}

constexpr std::string_view kMonths =
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec "
    "januar februar marz mai juni juli oktober dezember janvier fevrier mars avril juin juillet aout septembre octobre "
    "novembre decembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ene "
    "abr "
    "ago dic gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre janeiro fevereiro marco maio "
    "junho "
    "julho setembro outubro novembro dezembro";
constexpr std::string_view kWeekdays =
    "monday tuesday wednesday thursday friday saturday sunday mon tues tue wed thurs thu thur fri sat sun "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lunes martes miercoles jueves viernes sabado domingo subota nedjelja ponedjeljak utorak srijeda cetvrtak petak";
constexpr std::string_view kOutletWords =
    "times post journal ledger news herald tribune gazette guardian telegraph observer mail press courier standard "
    "chronicle globe star sun mirror independent economist review daily weekly magazine agency wire mercury examiner "
    "inquirer bulletin dispatch record register monitor sentinel argus echo express today radio tv television "
    "broadcasting zeitung monde figaro reuters bloomberg afp tass interfax bbc cnn";
constexpr std::string_view kAgencies =
    "AFP AP Reuters REUTERS TASS Tass Interfax INTERFAX Xinhua XINHUA DPA dpa ANSA EFE UPI PTI ANI IANS Anadolu AA "
    "Kyodo "
    "Yonhap RIA Sputnik Bernama BERNAMA KUNA WAM SPA PNA Ukrinform UKRINFORM Belta BelTA Agerpres MTI PAP CTK Tanjug "
    "HINA "
    "BNS LETA ELTA BTA MENA MENAFN IRNA Tasnim SANA NNA Petra Antara VNA CNA KCNA JTA Bloomberg NAN GNA APA QNA ONA "
    "BNA "
    "APP UNI UNB BSS AGI LUSA Lusa EFEUSA Azertac AZERTAC Trend Kazinform AKIpress NewsWire PRNewswire";

}  // namespace

std::vector<CueHit> find_cues(std::string_view folded) {
    std::vector<CueHit> hits;
    std::uint32_t word = 0;
    for (std::size_t at = 0; at < folded.size(); ++word) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        if (const auto* entries = cue_index().beginning_with(std::string(folded.substr(at, end - at)))) {
            for (const Entry& entry : *entries) {
                if (entry.at_begin && at != 0) continue;
                if (!stands_at(folded, at, entry.phrase)) continue;
                hits.push_back({entry.source->cue, entry.strong, entry.source->language, word, entry.phrase});
            }
        }
        at = end + 1;
    }
    return hits;
}

std::optional<CueHit> first_of(const std::vector<CueHit>& hits, Cue cue) {
    const auto at = std::find_if(hits.begin(), hits.end(), [&](const CueHit& hit) { return hit.cue == cue; });
    if (at == hits.end()) return std::nullopt;
    return *at;
}

bool is_month(std::string_view folded_word) {
    return is_one_of(folded_word, kMonths);
}

bool is_weekday(std::string_view folded_word) {
    return is_one_of(folded_word, kWeekdays);
}

bool is_outlet_word(std::string_view folded_word) {
    return is_one_of(folded_word, kOutletWords);
}

bool is_agency(std::string_view name) {
    return is_one_of(name, kAgencies);
}

}  // namespace readout::intake
