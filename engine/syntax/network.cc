#include "syntax/network.h"

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

#include "learn/encoder.h"
#include "syntax/closed_forms.h"
#include "syntax/coreference_head.h"
#include "syntax/quoted_head.h"
#include "syntax/repeated_names.h"
#include "syntax/role_heads.h"
#include "syntax/tree_heads.h"
#include "syntax/windows.h"
#include "syntax/word_heads.h"

namespace readout::syntax {
namespace {

/// Pieces that are encoded at once: enough for the products to be quick, few enough to stay in the caches.
constexpr std::size_t kBatch = 1024;
constexpr std::size_t kShapes = 32;  // of words; see windows.h

struct Work {
    learn::Workspace encoder;
    learn::QuantisedRows rows;
    learn::AlignedBuffer<float> vectors, scores;
    TreeHeads::Work trees;
    RoleHeads::Work roles;
    QuotedHead::Work quoted;
    CoreferenceHead::Work coreferences;
    std::vector<learn::Window> views;
};

/// Which words begin a sentence, as far as rules and network know, and which a block.
struct Begins {
    std::vector<bool> sentences, blocks;

    explicit Begins(const record::Syntax& syntax)
        : sentences(syntax.tokens.size(), false), blocks(syntax.tokens.size(), false) {
        for (std::size_t i = 0; i < syntax.sentences.size(); ++i) {
            const record::Sentence& sentence = syntax.sentences[i];
            sentences[sentence.first_token] = true;
            if (i == 0 || syntax.sentences[i - 1].block != sentence.block) blocks[sentence.first_token] = true;
        }
    }

    /// Takes those that the network adds in a window. A window begins a sentence; behind a quotation mark the rules
    /// know better whether the sentence goes on.
    void add(const PieceWindow& window, const std::vector<bool>& seen) {
        sentences[window.first] = true;
        for (std::uint32_t i = 1; i < seen.size(); ++i) {
            const std::uint8_t before = window.shapes[window.begins[i - 1]];
            if (seen[i] && !is_quotation_mark(before)) sentences[window.first + i] = true;
        }
    }
};

/// Memory of threads that read, handed from one to the next.
class WorkShelf {
  public:
    std::unique_ptr<Work> take() {
        const std::lock_guard lock(mutex_);
        if (free_.empty()) return std::make_unique<Work>();
        std::unique_ptr<Work> work = std::move(free_.back());
        free_.pop_back();
        return work;
    }
    void give_back(std::unique_ptr<Work> work) {
        const std::lock_guard lock(mutex_);
        free_.push_back(std::move(work));
    }

  private:
    std::mutex mutex_;
    std::vector<std::unique_ptr<Work>> free_;
};

}  // namespace

struct Network::Model {
    learn::WordPiece pieces;
    learn::Encoder encoder;
    WordHeads words;
    TreeHeads trees;
    RoleHeads roles;
    QuotedHead quoted;
    CoreferenceHead coreferences;
    mutable WorkShelf shelf;

    void read_batch(std::string_view text, std::span<const PieceWindow> windows, Work& work, Begins& begins,
                    record::Syntax& syntax) const;
    void find_vectors(std::span<const PieceWindow> windows, Work& work) const;
};

Network::Network(std::unique_ptr<const Model> model) : model_(std::move(model)) {}
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;
Network::~Network() = default;

base::Result<Network> Network::load(std::string_view bytes, std::string_view name) {
    const learn::NetworkFile file = RO_TRY(learn::NetworkFile::open(bytes, name));
    if (file.shape().window < learn::WordPiece::kMaxPieces + 2 || file.shape().shapes < kShapes) {
        return file.wrong("its windows or shapes are too few");
    }
    auto model = std::make_unique<Model>();
    model->pieces = RO_TRY(learn::WordPiece::open(file.vocabulary(), name));
    model->encoder = RO_TRY(learn::Encoder::open(file));
    model->words = RO_TRY(WordHeads::open(file));
    model->trees = RO_TRY(TreeHeads::open(file));
    model->roles = RO_TRY(RoleHeads::open(file));
    model->quoted = RO_TRY(QuotedHead::open(file));
    model->coreferences = RO_TRY(CoreferenceHead::open(file));
    return Network(std::move(model));
}

namespace {

/// The mean of the rows of each word's pieces, word after word.
void words_of(std::span<const PieceWindow> windows, learn::Rows rows, learn::AlignedBuffer<float>& out) {
    std::size_t words = 0, piece = 0, word = 0;
    for (const PieceWindow& window : windows) words += window.begins.size();
    out.reserve(words * rows.width);
    for (const PieceWindow& window : windows) {
        for (std::size_t i = 0; i < window.begins.size(); ++i, ++word) {
            learn::mean_of_rows(rows.row(piece + window.begins[i]).data(), window.counts[i], rows.width,
                                out.data() + word * rows.width);
        }
        piece += window.pieces.size();
    }
}

/// Cuts runs of words where a block begins: between two blocks furniture may lie.
void cut_at_blocks(const std::vector<bool>& blocks, std::vector<record::Words>& runs) {
    std::vector<record::Words> out;
    for (const record::Words run : runs) {
        for (std::uint32_t word = run.first; word < run.last; ++word) {
            if (word == run.first || blocks[word]) out.push_back({word, word});
            out.back().last = word + 1;
        }
    }
    runs = std::move(out);
}

void cut_at_block(const std::vector<bool>& blocks, record::Words& run) {
    std::uint32_t end = run.first + 1;
    while (end < run.last && !blocks[end]) ++end;
    run.last = end;
}

/// A name, a time, a cue ends with its block at the latest; a source or content goes on as another part.
void keep_within_blocks(const std::vector<bool>& blocks, record::Syntax& syntax) {
    for (record::Name& name : syntax.names) cut_at_block(blocks, name.words);
    for (record::TimeExpression& time : syntax.times) cut_at_block(blocks, time.words);
    for (auto* runs : {&syntax.roles.sources, &syntax.roles.cues, &syntax.roles.contents}) cut_at_blocks(blocks, *runs);
    for (record::Attribution& attribution : syntax.attributions) {
        cut_at_block(blocks, attribution.cue);
        cut_at_blocks(blocks, attribution.source);
        cut_at_blocks(blocks, attribution.content);
    }
}

/// Of all sets of features those that the words have, in order of first use behind "_".
void keep_used_features(const std::vector<std::string>& all, record::Syntax& syntax) {
    constexpr std::uint16_t kUnused = 0xFFFF;
    std::vector<std::uint16_t> place(all.size(), kUnused);
    place[0] = 0;
    syntax.features = {all[0]};
    for (record::Token& token : syntax.tokens) {
        std::uint16_t& at = place[token.features];
        if (at == kUnused) {
            at = static_cast<std::uint16_t>(syntax.features.size());
            syntax.features.push_back(all[token.features]);
        }
        token.features = at;
    }
}

/// "MINISTERS |MEET|": a plain form with a subject and neither "to" nor an auxiliary is no infinitive but a present.
void mend_plain_forms(record::Syntax& syntax) {
    constexpr std::uint8_t kSubject = 1, kBound = 2;
    std::vector<std::uint8_t> has(syntax.tokens.size(), 0);
    for (const record::Token& token : syntax.tokens) {
        if (token.relation == record::Relation::kNsubj) has[token.head] |= kSubject;
        if (token.relation == record::Relation::kAux || token.relation == record::Relation::kMark || token.xpos == "TO")
            has[token.head] |= kBound;
    }
    for (std::size_t i = 0; i < has.size(); ++i) {
        record::Token& token = syntax.tokens[i];
        if (token.xpos == "VB" && token.relation == record::Relation::kRoot && has[i] == kSubject) token.xpos = "VBP";
    }
}

/// The sentences that `begins` parts the words into; blocks are those of the sentences given.
std::vector<record::Sentence> sentences_of(const record::Syntax& syntax, const std::vector<bool>& begins) {
    std::vector<record::Sentence> out;
    for (const record::Sentence& given : syntax.sentences) {
        for (std::uint32_t i = given.first_token; i < given.last_token; ++i) {
            if (begins[i]) out.push_back({{}, i, i, given.block});
            out.back().last_token = i + 1;
        }
    }
    for (record::Sentence& sentence : out) {
        sentence.span = {syntax.tokens[sentence.first_token].span.begin,
                         syntax.tokens[sentence.last_token - 1].span.end};
    }
    return out;
}

}  // namespace

void Network::Model::find_vectors(std::span<const PieceWindow> windows, Work& work) const {
    work.views.clear();
    std::size_t count = 0;
    for (const PieceWindow& window : windows) {
        work.views.push_back({window.pieces, window.shapes});
        count += window.begins.size();
    }
    words_of(windows, encoder.encode(work.views, work.encoder), work.vectors);
    work.rows.assign(work.vectors.data(), count, encoder.width(), encoder.width());
}

void Network::Model::read_batch(std::string_view text, std::span<const PieceWindow> windows, Work& work, Begins& begins,
                                record::Syntax& syntax) const {
    find_vectors(windows, work);
    work.scores.reserve(work.rows.count() * words.stride());
    words.scores(work.rows, work.scores.data());
    trees.project(work.rows, work.trees);
    roles.project(work.rows, work.roles);
    coreferences.project(work.rows, work.coreferences);
    const std::uint32_t first = windows.front().first, last = windows.back().last;
    for (const PieceWindow& window : windows) {
        const std::size_t row = window.first - first, cues = syntax.roles.cues.size();
        begins.add(window, words.read(work.scores.data() + row * words.stride(), window.first, window.last, syntax));
        const std::vector<record::Words> found(syntax.roles.cues.begin() + static_cast<std::ptrdiff_t>(cues),
                                               syntax.roles.cues.end());
        roles.read(found, window.first, window.last, work.vectors.data(), row, work.roles, syntax);
        quoted.read(window, begins.blocks, work.vectors.data() + row * encoder.width(), work.quoted, syntax);
    }
    for (std::uint32_t begin = first, end = first + 1; begin < last; begin = end++) {
        while (end < last && !begins.sentences[end]) ++end;
        trees.read(begin, end, begin - first, work.trees, syntax);
    }
    for (const PieceWindow& window : windows) {
        coreferences.read(text, window.first, window.last, window.first - first, work.coreferences, syntax);
    }
}

void Network::read(std::string_view text, record::Syntax& syntax) const {
    if (syntax.tokens.empty()) return;
    const std::vector<PieceWindow> windows = cut_windows(text, syntax, model_->pieces, model_->encoder.window());
    Begins begins(syntax);
    std::unique_ptr<Work> work = model_->shelf.take();
    for (std::size_t i = 0; i < windows.size();) {
        std::size_t j = i, pieces = 0;
        while (j < windows.size() && (j == i || pieces + windows[j].pieces.size() <= kBatch)) {
            pieces += windows[j++].pieces.size();
        }
        model_->read_batch(text, std::span(windows).subspan(i, j - i), *work, begins, syntax);
        i = j;
    }
    model_->shelf.give_back(std::move(work));
    mend_plain_forms(syntax);
    keep_within_blocks(begins.blocks, syntax);
    keep_used_features(model_->words.features(), syntax);
    syntax.sentences = sentences_of(syntax, begins.sentences);
    mend_closed_forms(text, syntax);
    add_repeated_names(text, syntax);
}

}  // namespace readout::syntax
