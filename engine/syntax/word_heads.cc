#include "syntax/word_heads.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "record/names.h"

namespace readout::syntax {
namespace {

/// "B-PER", "I", "O" as a RunLabel; of kinds that stand in `Kind`'s written names, or of none.
template <class Kind>
std::optional<RunLabel> run_label(std::string_view label) {
    if (label == "O") return RunLabel{};
    if (label.size() < 3 || label[1] != '-') return std::nullopt;
    const auto kind = record::value_named<Kind>(label.substr(2));
    if (!kind) return std::nullopt;
    return RunLabel{label[0] == 'B' ? RunLabel::kBegins : RunLabel::kGoesOn, static_cast<std::uint8_t>(*kind)};
}

struct NoKind {};
template <>
std::optional<RunLabel> run_label<NoKind>(std::string_view label) {
    if (label == "O") return RunLabel{};
    if (label == "B") return RunLabel{RunLabel::kBegins, 0};
    if (label == "I") return RunLabel{RunLabel::kGoesOn, 0};
    return std::nullopt;
}

template <class Kind>
base::Result<RunLabels> run_labels(const learn::NetworkFile& file, std::string_view head) {
    std::vector<RunLabel> labels;
    for (const std::string_view label : file.labels(head)) {
        const auto read = run_label<Kind>(label);
        if (!read) return file.wrong("it has an unknown label, " + std::string(label));
        labels.push_back(*read);
    }
    return RunLabels::open(file, std::string(head) + ".moves", std::move(labels));
}

/// By how much, in its logits, the network must be for an end of a sentence that no rule gives.
constexpr float kSurely = 0.8F;

}  // namespace

base::Result<WordHeads> WordHeads::open(const learn::NetworkFile& file) {
    WordHeads heads;
    heads.tags_ = RO_TRY(learn::Linear::open(file, "tags", 0, file.shape().width));
    heads.stride_ = learn::round_up(heads.tags_.outputs(), learn::kLanes);
    std::size_t column = 0;
    for (const std::string_view name : file.heads()) {
        const Head head{column, file.labels(name).size()};
        column += head.size;
        if (column > heads.tags_.outputs()) break;  // heads that are not side by side in this matrix
        for (const auto& [known, place] : {std::pair{"upos", &heads.upos_},
                                           {"xpos", &heads.xpos_},
                                           {"feats", &heads.feats_},
                                           {"sentence", &heads.sentence_},
                                           {"name", &heads.name_},
                                           {"time", &heads.time_},
                                           {"source", &heads.source_},
                                           {"cue", &heads.cue_},
                                           {"content", &heads.content_}}) {
            if (name == known) *place = head;
        }
    }
    for (const Head* head : {&heads.upos_, &heads.xpos_, &heads.feats_, &heads.sentence_, &heads.name_, &heads.time_,
                             &heads.source_, &heads.cue_, &heads.content_}) {
        if (head->size == 0) return file.wrong("it lacks a head");
    }
    for (const std::string_view label : file.labels("upos")) {
        const auto upos = record::value_named<record::Upos>(label);
        if (!upos) return file.wrong("it has an unknown tag, " + std::string(label));
        heads.upos_labels_.push_back(*upos);
    }
    for (const std::string_view label : file.labels("xpos")) heads.xpos_labels_.emplace_back(label);
    heads.features_.emplace_back("_");
    for (const std::string_view label : file.labels("feats")) {
        const auto at = std::find(heads.features_.begin(), heads.features_.end(), label);
        heads.feats_labels_.push_back(static_cast<std::uint16_t>(at - heads.features_.begin()));
        if (at == heads.features_.end()) heads.features_.emplace_back(label);
    }
    const std::vector<std::string_view> sentence = file.labels("sentence");
    const auto begins = std::find(sentence.begin(), sentence.end(), "B");
    if (begins == sentence.end() || sentence.size() != 2) return file.wrong("it does not tell where sentences begin");
    heads.begins_ = static_cast<std::size_t>(begins - sentence.begin());
    heads.name_labels_ = RO_TRY(run_labels<record::NameKind>(file, "name"));
    heads.time_labels_ = RO_TRY(run_labels<record::TimeKind>(file, "time"));
    heads.source_labels_ = RO_TRY(run_labels<NoKind>(file, "source"));
    heads.cue_labels_ = RO_TRY(run_labels<NoKind>(file, "cue"));
    heads.content_labels_ = RO_TRY(run_labels<NoKind>(file, "content"));
    return heads;
}

void WordHeads::scores(const learn::QuantisedRows& rows, float* out) const {
    tags_.apply(rows, learn::Finish::kNone, out, stride_);
}

std::size_t WordHeads::best(const float* row, Head head) const {
    const float* begin = row + head.begin;
    return static_cast<std::size_t>(std::max_element(begin, begin + head.size) - begin);
}

std::vector<LabelledRun> WordHeads::runs(const float* scores, Head head, const RunLabels& labels, std::uint32_t first,
                                         std::uint32_t last) const {
    return labels.best(scores + head.begin, stride_, last - first, first);
}

namespace {

bool is_proper(std::string_view xpos) {
    return xpos == "NNP" || xpos == "NNPS" || xpos == "ADD";
}

}  // namespace

/// The best tags of which both or neither say that it is a name.
void WordHeads::set_tags(const float* row, record::Token& token) const {
    float most = -std::numeric_limits<float>::infinity();
    for (const bool proper : {false, true}) {
        std::size_t upos = upos_.size, xpos = xpos_.size;
        for (std::size_t i = 0; i < upos_.size; ++i) {
            if ((upos_labels_[i] == record::Upos::kPropn) != proper) continue;
            if (upos == upos_.size || row[upos_.begin + i] > row[upos_.begin + upos]) upos = i;
        }
        for (std::size_t i = 0; i < xpos_.size; ++i) {
            if (is_proper(xpos_labels_[i]) != proper) continue;
            if (xpos == xpos_.size || row[xpos_.begin + i] > row[xpos_.begin + xpos]) xpos = i;
        }
        if (upos == upos_.size || xpos == xpos_.size) continue;
        const float score = row[upos_.begin + upos] + row[xpos_.begin + xpos];
        if (score <= most) continue;
        most = score;
        token.upos = upos_labels_[upos];
        token.xpos = xpos_labels_[xpos];
    }
}

std::vector<bool> WordHeads::read(const float* scores, std::uint32_t first, std::uint32_t last,
                                  record::Syntax& syntax) const {
    std::vector<bool> begins(last - first, false);
    for (std::uint32_t i = first; i < last; ++i) {
        const float* row = scores + (i - first) * stride_;
        set_tags(row, syntax.tokens[i]);
        syntax.tokens[i].features = feats_labels_[best(row, feats_)];
        const float* sentence = row + sentence_.begin;
        begins[i - first] = sentence[begins_] - sentence[1 - begins_] > kSurely;
    }
    for (const LabelledRun& run : runs(scores, name_, name_labels_, first, last)) {
        syntax.names.push_back({run.words, static_cast<record::NameKind>(run.kind)});
    }
    for (const LabelledRun& run : runs(scores, time_, time_labels_, first, last)) {
        syntax.times.push_back({run.words, static_cast<record::TimeKind>(run.kind)});
    }
    add_joined(runs(scores, source_, source_labels_, first, last), syntax.roles.sources);
    add_joined(runs(scores, cue_, cue_labels_, first, last), syntax.roles.cues);
    add_joined(runs(scores, content_, content_labels_, first, last), syntax.roles.contents);
    return begins;
}

}  // namespace readout::syntax
