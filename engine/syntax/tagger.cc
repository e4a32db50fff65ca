#include "syntax/tagger.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/table.h"
#include "learn/hashing.h"
#include "record/names.h"

namespace readout::syntax {
namespace {

using learn::hash_bytes;
using learn::hash_feature;

constexpr std::uint32_t kModelVersion = 2;
constexpr std::size_t kMaxLabels = 256;
constexpr std::uint32_t kUnknownClass = 1024;  // added to the bits of a word without class
constexpr std::uint32_t kBeforeClass = 2046, kBehindClass = 2047;
constexpr std::uint32_t kNoCaps = 255;

/// Hashes of a word and of its ends.
struct Seen {
    std::uint64_t word = 0, last1 = 0, last2 = 0, last3 = 0, last4 = 0, first2 = 0, first3 = 0;
    std::uint32_t caps = kNoCaps;
    std::uint32_t known = 0;
    std::uint32_t bits = 0;
};

Seen see(std::string_view norm) {
    const auto last = [&](std::size_t n) { return hash_bytes(norm.substr(norm.size() - std::min(n, norm.size()))); };
    Seen seen;
    seen.word = hash_bytes(norm);
    seen.last1 = last(1);
    seen.last2 = last(2);
    seen.last3 = last(3);
    seen.last4 = last(4);
    seen.first2 = hash_bytes(norm.substr(0, 2));
    seen.first3 = hash_bytes(norm.substr(0, 3));
    return seen;
}

/// A web or mail address. The few in treebanks teach the model little, and their form is enough.
bool is_address(std::string_view form) {
    if (form.size() < 5) return false;
    if (form.starts_with("http://") || form.starts_with("https://") || form.starts_with("www.")) return true;
    const std::size_t at = form.find('@');
    return at != std::string_view::npos && at > 0 && form.find('.', at) != std::string_view::npos;
}

/// What the tags so far say. Labels are numbers, 0 = none.
struct History {
    std::uint64_t last = 0, before = 0;
    std::uint64_t auxiliary = hash_bytes("");  // the nearest auxiliary with no other verb between
    std::uint64_t verb = hash_bytes("");       // the nearest verb ("told reporters that")
};

void add_fixed(const Seen* at, std::vector<std::uint64_t>& out) {
    const Seen &p2 = at[-2], &p1 = at[-1], &w = at[0], &n1 = at[1], &n2 = at[2];
    out.insert(out.end(), {hash_feature(1, w.word),
                           hash_feature(2, w.word, w.caps),
                           hash_feature(3, w.last1),
                           hash_feature(4, w.last2),
                           hash_feature(5, w.last3),
                           hash_feature(6, w.last4),
                           hash_feature(7, w.first2),
                           hash_feature(8, w.first3),
                           hash_feature(9, w.caps),
                           hash_feature(10, w.bits, w.caps),
                           hash_feature(11, w.bits, w.last2),
                           hash_feature(12, p1.word),
                           hash_feature(13, p2.word),
                           hash_feature(14, n1.word),
                           hash_feature(15, n2.word),
                           hash_feature(16, p1.word, w.word),
                           hash_feature(17, w.word, n1.word),
                           hash_feature(18, w.known),
                           hash_feature(19, w.known, n1.known),
                           hash_feature(20, p1.known, w.known, n1.known),
                           hash_feature(21, w.known, n1.known, n2.known),
                           hash_feature(22, n1.last3),
                           hash_feature(23, p1.last3),
                           hash_feature(24, p1.caps, w.caps, n1.caps),
                           hash_feature(25, w.known, w.caps),
                           hash_feature(26, p1.word, w.known),
                           hash_feature(27, w.known, n1.word),
                           hash_feature(28, p2.known, p1.known, w.known),
                           hash_feature(29, w.last3, w.caps)});
}

void add_history(const Seen* at, const History& h, std::vector<std::uint64_t>& out) {
    const Seen &w = at[0], &n1 = at[1];
    out.insert(out.end(),
               {hash_feature(40, h.last), hash_feature(41, h.last, h.before), hash_feature(42, h.last, w.word),
                hash_feature(43, h.last, h.before, w.word), hash_feature(44, h.last, w.known),
                hash_feature(45, h.last, h.before, w.known), hash_feature(46, h.last, w.known, n1.known),
                hash_feature(47, h.last, n1.word), hash_feature(48, h.last, w.last3), hash_feature(49, h.last, w.caps),
                hash_feature(50, h.auxiliary, w.known), hash_feature(51, h.auxiliary, h.last, w.last2),
                hash_feature(52, h.before, w.known), hash_feature(53, h.last, h.before, w.bits),
                hash_feature(54, h.verb, w.word), hash_feature(55, h.verb, h.last, w.known)});
}

}  // namespace

struct Tagger::Work {
    std::vector<std::string> norms;
    std::vector<std::uint8_t> shapes;
    std::vector<Seen> seen;  // two before the first word and two behind the last
    std::vector<std::uint64_t> features;
    std::array<std::int32_t, kMaxLabels> scores{};
};

void Tagger::WorkDeleter::operator()(Work* work) const {
    delete work;
}

std::unique_ptr<Tagger::Work, Tagger::WorkDeleter> Tagger::make_work() {
    return std::unique_ptr<Work, WorkDeleter>(new Work());
}

base::Result<std::size_t> Tagger::read_labels(std::string_view lines, std::string_view name) {
    for (const std::string_view line : base::split(lines, '\n')) {
        const std::size_t space = line.find(' ');
        const auto upos = record::value_named<record::Upos>(line.substr(space == line.npos ? 0 : space + 1));
        if (space == line.npos || !upos || labels_.size() == kMaxLabels) {
            return base::failure(std::string(name) + ": the model's labels are wrong; install Readout's models again");
        }
        Label label;
        label.upos = *upos;
        label.xpos = std::string(line.substr(0, space));
        label.is_auxiliary = *upos == record::Upos::kAux;
        label.ends_auxiliary = *upos == record::Upos::kVerb || label.xpos == "." || label.xpos == ":";
        if (label.xpos == "ADD" && label.upos == record::Upos::kPropn) address_ = labels_.size();
        labels_.push_back(std::move(label));
    }
    if (labels_.size() < 2) return base::failure(std::string(name) + ": the model has no labels");
    return labels_.size();
}

base::Result<Tagger> Tagger::load(std::string_view bytes, std::string_view name) {
    const learn::ModelFile file = RO_TRY(learn::ModelFile::open(bytes, name));
    const std::string_view kind = RO_TRY(file.section("kind"));
    if (kind.size() < 16 || kind.substr(0, 7) != std::string_view("tagger\0", 7) ||
        learn::load_u32(kind, 8) != kModelVersion) {
        return base::failure(
            std::string(name) +
            ": this is no tagger of the version that this program reads; install Readout's models again");
    }
    Tagger tagger;
    const std::string_view label_lines = RO_TRY(file.section("labels"));
    const std::string_view features = RO_TRY(file.section("features"));
    const std::string_view weights = RO_TRY(file.section("weights"));
    const std::string_view classes = RO_TRY(file.section("classes"));
    const std::size_t labels = RO_TRY(tagger.read_labels(label_lines, name));
    tagger.model_ = RO_TRY(learn::LinearModel::open(features, weights, labels, name));
    tagger.classes_ = RO_TRY(learn::HashedTable::open(classes, name));
    tagger.lemmas_ = RO_TRY(Lemmas::open(file, name));
    return tagger;
}

/// Fills work.norms, work.shapes and work.seen.
void Tagger::look(std::string_view text, std::span<const record::Token> words, Work& work) const {
    work.norms.resize(std::max(work.norms.size(), words.size()));
    work.shapes.clear();
    work.seen.clear();
    Seen edge = see("<s>");
    edge.known = kBeforeClass;
    work.seen.assign(2, edge);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view form = text::words_at(text, words[i].span);
        const bool space_before = i == 0 || words[i - 1].span.end < words[i].span.begin;
        const bool space_after = i + 1 == words.size() || words[i].span.end < words[i + 1].span.begin;
        normalise(form, space_before, space_after, work.norms[i]);
        work.shapes.push_back(shape_of(form));
        Seen seen = see(work.norms[i]);
        seen.bits = lemmas_.bits(work.norms[i]);
        const std::uint32_t known = classes_.find(learn::mix(seen.word));
        seen.known = known != 0 ? known : kUnknownClass + seen.bits;
        work.seen.push_back(seen);
    }
    edge = see("</s>");
    edge.known = kBehindClass;
    work.seen.insert(work.seen.end(), 2, edge);
    const auto style = static_cast<std::uint32_t>(style_of(work.shapes, words));
    std::size_t first = 0;
    while (first < words.size() && (work.shapes[first] & 7) == 5) ++first;
    if (first == words.size()) first = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        work.seen[i + 2].caps = work.shapes[i] + 32 * style + (i == first ? 128 : 0);
    }
}

std::size_t Tagger::best_label(Work& work) const {
    std::fill_n(work.scores.begin(), labels_.size(), 0);
    model_.add(work.features, work.scores);
    const auto best =
        std::max_element(work.scores.begin() + 1, work.scores.begin() + static_cast<std::ptrdiff_t>(labels_.size()));
    return static_cast<std::size_t>(best - work.scores.begin());
}

void Tagger::tag(std::string_view text, std::span<record::Token> words, Work& work) const {
    look(text, words, work);
    History history;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view form = text::words_at(text, words[i].span);
        const Seen* at = work.seen.data() + i + 2;
        work.features.clear();
        add_fixed(at, work.features);
        add_history(at, history, work.features);
        const std::size_t best = is_address(form) ? address_ : best_label(work);
        const Label& label = labels_[best];
        history.before = std::exchange(history.last, best);
        if (label.is_auxiliary) history.auxiliary = at->word;
        if (label.ends_auxiliary) history.auxiliary = hash_bytes("");
        if (label.upos == record::Upos::kVerb) history.verb = at->word;
        words[i].upos = label.upos;
        words[i].xpos = label.xpos;
        words[i].lemma = lemma(form, label.xpos);
    }
}

void Tagger::tag_by_form(std::string_view form, record::Token& token) const {
    if (is_address(form)) {
        token.upos = labels_[address_].upos;
        token.xpos = labels_[address_].xpos;
    } else if (form == "%") {
        token.upos = record::Upos::kSym;
        token.xpos = "NN";
    } else if (token.xpos == "VB" || token.xpos == "VBP") {
        constexpr WordBits kTakenForVerb = 2, kTakenForVerbInS = 64;
        const WordBits bits = lemmas_.bits(lower_case(form));
        if ((bits & kTakenForVerbInS) != 0 && (bits & kTakenForVerb) == 0) token.xpos = "VBZ";
    }
}

std::string Tagger::lemma(std::string_view word, std::string_view xpos) const {
    return lemmas_.lemma(lower_case(word), xpos);
}

}  // namespace readout::syntax
