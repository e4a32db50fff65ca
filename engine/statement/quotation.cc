#include "statement/quotation.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "text/fold.h"
#include "text/utf8.h"

namespace readout::statement {
namespace {

using record::Block;
using record::BlockKind;

// What opens and what closes. Families with the same closing mark are kept apart by what opened them.
enum class Family : unsigned char {
    kStraight,
    kCurly,
    kGuillemet,
    kTurned,
    kLow,
    kLatex,
    kTwoSingles,
    kSingle,
    kSingleCurly,
    kSingleLow
};

constexpr std::size_t kDeepest = 6;  // marks beyond this depth are ignored

struct Mark {
    std::uint32_t begin = 0, size = 0;
    char32_t point = 0;  // U'"' for all but: U'2' is '' and U'3' is ``
    bool can_open = false, can_close = false;
    bool strong_close = false;  // closes after a point or comma, or before one
    bool possessive = false;    // "the students' demands": may be an apostrophe
    bool closer_ahead = false;  // a single mark that surely closes stands later in the block, before the next opener
    bool any_closer_ahead = false;
    int closers_ahead = 0;  // of marks of its kind: closing less opening ones behind this one in the block
};

constexpr char32_t kTwoSingles = U'2';
constexpr char32_t kTwoBackticks = U'3';

bool is_single(char32_t p) {
    return p == U'\'' || p == U'‘' || p == U'’' || p == U'‚' || p == U'`';
}

bool is_mark(char32_t p) {
    switch (p) {
        case U'"':
        case U'“':
        case U'”':
        case U'«':
        case U'»':
        case U'„':
        case U'‟':
        case U'‘':
        case U'’':
        case U'\'':
        case U'‚':
        case U'`':
            return true;
        default:
            return false;
    }
}

bool opens_after(char32_t p) {
    return p == 0 || text::is_space(p) || p == U'(' || p == U'[' || p == U'{' || p == U'—' || p == U'–' || p == U'-' ||
           p == U'/' || p == U':' || p == U',' || is_mark(p) || p == U'…';
}

bool closes_before(char32_t p) {
    return p == 0 || text::is_space(p) || !(text::is_letter(p) || text::is_digit(p));
}

bool is_point(char32_t p) {
    return p == U'.' || p == U',' || p == U'?' || p == U'!' || p == U';' || p == U'…';
}

char32_t point_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
    return at < end ? text::decode_at(text, at).point : 0;
}
char32_t point_before(std::string_view text, std::uint32_t at, std::uint32_t begin) {
    return at > begin ? text::decode_before(text, at).point : 0;
}

// "'tis", "'90s", "'em": a mark before these is an apostrophe.
bool is_elision(std::string_view rest) {
    static constexpr std::array<std::string_view, 12> kElided{"tis ",   "twas ", "em ",    "em.", "em,", "til ",
                                                              "cause ", "bout ", "round ", "n' ", "n’ ", "kay"};
    if (rest.size() >= 3 && text::is_digit(static_cast<unsigned char>(rest[0])) &&
        text::is_digit(static_cast<unsigned char>(rest[1])) && (rest[2] == 's' || rest[2] == ' ')) {
        return true;
    }
    return std::any_of(kElided.begin(), kElided.end(),
                       [&](std::string_view word) { return rest.substr(0, word.size()) == word; });
}

// The marks of one block with what their neighbours allow.
class MarkScanner {
  public:
    MarkScanner(std::string_view text, Span block) : text_(text), block_(block) {}

    std::vector<Mark> scan() {
        for (std::uint32_t at = block_.begin; at < block_.end;) {
            const text::Decoded d = text::decode_at(text_, at);
            if (!is_mark(d.point)) {
                at += d.size;
                continue;
            }
            at += add(at, d);
        }
        look_ahead();
        return std::move(marks_);
    }

  private:
    std::uint32_t add(std::uint32_t at, text::Decoded d) {
        Mark mark{.begin = at, .size = d.size, .point = d.point};
        const bool doubled = (d.point == U'\'' || d.point == U'`') && point_at(text_, at + 1, block_.end) == d.point;
        if (doubled && !single_first(at, d.point)) {
            mark.size = 2;
            mark.point = d.point == U'`' ? kTwoBackticks : kTwoSingles;
        } else if (d.point == U'’' && point_at(text_, at + d.size, block_.end) == U'’') {
            mark.size = 2 * d.size;  // ’’ closes like ”
            mark.point = U'”';
        } else if (d.point == U'‘' && point_at(text_, at + d.size, block_.end) == U'‘') {
            mark.size = 2 * d.size;
            mark.point = U'“';
        }
        const char32_t before = point_before(text_, at, block_.begin);
        const char32_t after = point_at(text_, at + mark.size, block_.end);
        mark.can_open = opens_after(before) && after != 0 && !text::is_space(after) && !is_point(after);
        mark.can_close = before != 0 && !text::is_space(before) && closes_before(after);
        mark.strong_close = mark.can_close && (is_point(before) || is_point(after));
        if (is_single(mark.point)) set_single(mark, before, after);
        marks_.push_back(mark);
        return mark.size;
    }

    /// "He said 'no.'''": the first of three closes what the other two are around.
    [[nodiscard]] bool single_first(std::uint32_t at, char32_t point) const {
        const char32_t before = point_before(text_, at, block_.begin);
        return before != 0 && before != point && !opens_after(before) && point_at(text_, at + 2, block_.end) == point &&
               point_at(text_, at + 3, block_.end) != point;
    }

    void set_single(Mark& mark, char32_t before, char32_t after) const {
        const std::uint32_t next = mark.begin + mark.size;
        const char32_t second = text::is_space(after) ? point_at(text_, next + 1, block_.end) : 0;
        mark.possessive = (before == U's' || before == U'S') && text::is_letter(second);
        const bool letters_around = text::is_letter(before) && (text::is_letter(after) || text::is_digit(after));
        const bool elided =
            mark.point != U'‘' && is_elision(text_.substr(next, std::min<std::size_t>(8, block_.end - next)));
        if (letters_around || elided) mark.can_open = mark.can_close = mark.strong_close = false;
        if (mark.point == U'‘' || mark.point == U'‚' || mark.point == U'`')
            mark.can_close = mark.point == U'‘' && mark.can_close && !mark.can_open;
        if (mark.point == U'’') mark.can_open = false;
    }

    // From right to left: does a single mark that can close follow, before another one opens?
    void look_ahead() {
        bool closer = false, any = false;
        std::array<int, 4> ahead{};
        for (std::size_t i = marks_.size(); i-- > 0;) {
            Mark& mark = marks_[i];
            mark.closer_ahead = closer;
            mark.any_closer_ahead = any;
            count_ahead(mark, ahead);
            if (!is_single(mark.point)) continue;
            if (mark.can_close && (mark.point == U'’' || mark.point == U'\'' || mark.point == U'‘')) {
                any = true;
                closer = closer || !mark.possessive || mark.strong_close;
            } else if (mark.can_open) {
                closer = false;
            }
        }
    }

    /// `ahead`: closing less opening marks of “ ”, « », „ “ and `` '' behind this one.
    static void count_ahead(Mark& mark, std::array<int, 4>& ahead) {
        auto& [curly, angle, low, latex] = ahead;
        switch (mark.point) {
            case U'“':
                mark.closers_ahead = curly--;
                if (mark.can_close && !mark.can_open) ++low;
                break;
            case U'”':
                mark.closers_ahead = curly++;
                ++low;
                break;
            case U'«':
                mark.closers_ahead = angle--;
                break;
            case U'»':
                mark.closers_ahead = angle++;
                break;
            case U'„':
                mark.closers_ahead = low--;
                break;
            case kTwoBackticks:
                mark.closers_ahead = latex--;
                break;
            case kTwoSingles:
                mark.closers_ahead = latex++;
                break;
            default:
                break;
        }
    }

    std::string_view text_;
    Span block_;
    std::vector<Mark> marks_;
};

class QuotationMachine {
  public:
    QuotationMachine(std::string_view text, std::span<const Block> blocks) : text_(text), blocks_(blocks) {}

    std::vector<Quote> run() {
        std::vector<Mark> marks = next_marks(0);
        for (std::size_t b = 0; b < blocks_.size(); ++b) {
            std::vector<Mark> following = next_marks(b + 1);
            if (record::carries_news(blocks_[b].kind)) {
                block_ = static_cast<std::uint32_t>(b);
                goes_on_ = heads_with_single(following, b + 1);
                runs_over_ = false;
                resume(marks);
                for (const Mark& mark : marks) take(mark);
                end_block(following);
            } else {
                stack_.clear();
                pending_.reset();
            }
            marks = std::move(following);
        }
        return finish();
    }

  private:
    struct Open {
        Family family = Family::kStraight;
        std::int32_t quote = kNone;
        std::uint32_t last_child_end = 0;  // of the quotations closed inside it
    };
    // A quotation that the last block left open and this block carries on.
    struct Pending {
        Family family = Family::kStraight;
        std::int32_t quote = kNone;
        bool reopened = false;
    };

    [[nodiscard]] std::vector<Mark> next_marks(std::size_t b) const {
        if (b >= blocks_.size() || !record::carries_news(blocks_[b].kind)) return {};
        return MarkScanner(text_, blocks_[b].span).scan();
    }

    [[nodiscard]] std::optional<std::size_t> find_open(Family family) const {
        for (std::size_t i = stack_.size(); i-- > 0;) {
            if (stack_[i].family == family) return i;
        }
        return std::nullopt;
    }
    [[nodiscard]] bool is_open(Family family) const { return find_open(family).has_value(); }

    void open(Family family, std::uint32_t begin, std::uint32_t inner_begin) {
        if (stack_.size() >= kDeepest) return;
        Quote quote;
        quote.outer = {begin, begin};
        quote.inner = {inner_begin, inner_begin};
        quote.block = block_;
        quote.parent = stack_.empty() ? kNone : stack_.back().quote;
        quote.closed = false;
        if (pending_ && pending_->reopened && pending_->family == family) {
            quote.continues = pending_->quote;
            pending_.reset();
        }
        stack_.push_back({family, static_cast<std::int32_t>(quotes_.size()), 0});
        quotes_.push_back(quote);
        dropped_.push_back(false);
    }

    // Ends the quotation at stack place `at`. Single quotations still open inside it were apostrophes; double ones end
    // with it.
    void close(std::size_t at, std::uint32_t inner_end, std::uint32_t outer_end, bool closed) {
        while (stack_.size() > at) {
            const Open top = stack_.back();
            Quote& quote = quotes_[static_cast<std::size_t>(top.quote)];
            const bool last = stack_.size() == at + 1;
            quote.inner.end = std::max(quote.inner.begin, inner_end);
            quote.outer.end = std::max(quote.inner.end, last ? outer_end : inner_end);
            quote.closed = last && closed;
            if (!last || (!closed && is_single_family(top.family)))
                dropped_[static_cast<std::size_t>(top.quote)] = true;
            stack_.pop_back();
            if (!stack_.empty()) stack_.back().last_child_end = quote.outer.end;
        }
    }
    void close_with(Family family, const Mark& mark) {
        if (const auto at = find_open(family)) close(*at, mark.begin, mark.begin + mark.size, true);
    }

    static bool is_single_family(Family f) {
        return f == Family::kSingle || f == Family::kSingleCurly || f == Family::kSingleLow;
    }

    void take(const Mark& mark) {
        switch (mark.point) {
            case U'"':
                return take_straight(mark, Family::kStraight);
            case kTwoSingles:
                return take_two_singles(mark);
            case kTwoBackticks:
                return take_left(mark, Family::kLatex);
            case U'“':
            case U'‟':
                return take_left_curly(mark);
            case U'”':
                return take_right_curly(mark);
            case U'«':
                return take_angle(mark, Family::kGuillemet, Family::kTurned);
            case U'»':
                return take_angle(mark, Family::kTurned, Family::kGuillemet);
            case U'„':
                return take_left(mark, Family::kLow);
            default:
                return take_single(mark);
        }
    }

    // The same mark at both ends: an open quotation closes unless the place only allows to open.
    void take_straight(const Mark& mark, Family family) {
        const auto at = find_open(family);
        if (!at) {
            if (mark.can_open || !mark.can_close) return open(family, mark.begin, mark.begin + mark.size);
            if (family == Family::kStraight) close_with(Family::kCurly, mark);  // “both kinds"
            return;
        }
        if (mark.can_close || !mark.can_open) return close(*at, mark.begin, mark.begin + mark.size, true);
        if (stack_.back().family != family) {  // "A ‘b "c" …": a quotation inside a quotation inside
            if (!is_single_family(stack_.back().family)) return open(family, mark.begin, mark.begin + mark.size);
            return close(*at, mark.begin, mark.begin + mark.size, true);
        }
        lose(*at, mark.begin);
        open(family, mark.begin, mark.begin + mark.size);
    }

    // A second opening mark while the first is open: the first lost its closing mark. It ends with its first sentence.
    void lose(std::size_t at, std::uint32_t before) {
        std::uint32_t begin = quotes_[static_cast<std::size_t>(stack_[at].quote)].inner.begin;
        for (std::size_t i = at; i < stack_.size(); ++i) begin = std::max(begin, stack_[i].last_child_end);
        std::uint32_t end = before;
        for (std::uint32_t i = begin; i + 1 < before; ++i) {
            const bool stop = text_[i] == '.' || text_[i] == '?' || text_[i] == '!';
            if ((stop && text_[i + 1] == ' ') || text_[i] == '\n') {
                end = i + 1;
                break;
            }
        }
        close(at, end, end, false);
    }

    /// A mark that only opens.
    void take_left(const Mark& mark, Family family) {
        if (const auto at = find_open(family); at && stack_.back().family == family && mark.closers_ahead < 2)
            lose(*at, mark.begin);
        open(family, mark.begin, mark.begin + mark.size);
    }

    void take_two_singles(const Mark& mark) {
        if (is_open(Family::kLatex)) return close_with(Family::kLatex, mark);
        if (is_open(Family::kLow) && mark.can_close && !mark.can_open) return close_with(Family::kLow, mark);
        take_straight(mark, Family::kTwoSingles);
    }

    void take_left_curly(const Mark& mark) {
        if (is_open(Family::kLow) && !mark.can_open) return close_with(Family::kLow, mark);
        if (const auto at = find_open(Family::kCurly)) {
            if (mark.can_close && !mark.can_open) return close_with(Family::kCurly, mark);
            if (stack_.back().family == Family::kCurly && mark.closers_ahead < 2) lose(*at, mark.begin);
        }
        open(Family::kCurly, mark.begin, mark.begin + mark.size);
    }

    void take_right_curly(const Mark& mark) {
        for (const Family family : {Family::kCurly, Family::kLow, Family::kStraight, Family::kLatex}) {
            if (is_open(family)) return close_with(family, mark);
        }
        if (mark.can_open && !mark.can_close) open(Family::kCurly, mark.begin, mark.begin + mark.size);
    }

    // « opens and » closes, or the other way round where the first of them says so.
    void take_angle(const Mark& mark, Family opens, Family closes) {
        if (is_open(closes)) return close_with(closes, mark);
        const bool usual = opens == Family::kGuillemet;
        if (!usual && !mark.can_open) return;  // a stray closing mark
        take_left(mark, opens);
    }

    void take_single(const Mark& mark) {
        const bool curly = mark.point == U'‘' || mark.point == U'’';
        if (mark.point == U'‚') {
            if (mark.can_open && mark.any_closer_ahead) open(Family::kSingleLow, mark.begin, mark.begin + mark.size);
            return;
        }
        for (const Family family : {curly ? Family::kSingleCurly : Family::kSingle, Family::kSingleLow,
                                    curly ? Family::kSingle : Family::kSingleCurly}) {
            if (!mark.can_close || !is_open(family)) continue;
            if (mark.possessive && (mark.closer_ahead || runs_over_) && !mark.strong_close) return;
            runs_over_ = false;
            return close_with(family, mark);
        }
        const bool runs_over = stack_.empty() && goes_on_ && !mark.closer_ahead;
        if (!mark.can_open || (!mark.any_closer_ahead && !runs_over)) return;
        const Family family = curly ? Family::kSingleCurly : Family::kSingle;
        if (is_open(family)) return;
        runs_over_ = runs_over;
        open(family, mark.begin, mark.begin + mark.size);
    }

    /// Does block `b`, whose marks these are, begin with a single mark that opens?
    [[nodiscard]] bool heads_with_single(const std::vector<Mark>& marks, std::size_t b) const {
        return !marks.empty() && marks.front().begin == first_letter(blocks_[b].span) && marks.front().can_open &&
               is_single(marks.front().point);
    }

    [[nodiscard]] std::uint32_t first_letter(Span span) const {
        std::uint32_t at = span.begin;
        while (at < span.end && (text_[at] == ' ' || text_[at] == '\t' || text_[at] == '\n')) ++at;
        return at;
    }

    // Which mark would open `family` again at the head of a block.
    static bool reopens(Family family, char32_t point) {
        switch (family) {
            case Family::kStraight:
                return point == U'"' || point == U'“';
            case Family::kCurly:
                return point == U'“' || point == U'"';
            case Family::kGuillemet:
            case Family::kTurned:
                return point == U'«' || point == U'»';
            case Family::kLow:
                return point == U'„';
            case Family::kTwoSingles:
                return point == kTwoSingles;
            case Family::kLatex:
                return point == kTwoBackticks;
            case Family::kSingle:
                return point == U'\'';
            case Family::kSingleCurly:
                return point == U'‘';
            case Family::kSingleLow:
                return point == U'‚';
        }
        return false;
    }
    static bool closes(Family family, const Mark& mark) {
        switch (family) {
            case Family::kStraight:
                return mark.point == U'"' && mark.can_close && !mark.can_open;
            case Family::kCurly:
                return mark.point == U'”';
            case Family::kGuillemet:
                return mark.point == U'»' && mark.can_close;
            case Family::kLow:
                return mark.point == U'”' || (mark.point == U'“' && mark.can_close && !mark.can_open);
            case Family::kLatex:
                return mark.point == kTwoSingles;
            case Family::kTwoSingles:
                return mark.point == kTwoSingles && mark.can_close && !mark.can_open;
            default:
                return false;
        }
    }

    // What is still open at the end of a block, and whether the next block carries it on.
    void end_block(const std::vector<Mark>& following) {
        pending_.reset();
        if (stack_.empty()) return;
        const Open bottom = stack_.front();
        const std::uint32_t end = blocks_[block_].span.end;
        const std::size_t next = block_ + std::size_t{1};
        const bool paragraphs = next < blocks_.size() && record::carries_news(blocks_[next].kind) &&
                                blocks_[block_].kind != BlockKind::kHeadline;
        bool reopened = false, runs_on = false;
        if (paragraphs && !following.empty()) {
            const Mark& first = following.front();
            const bool heads = first.begin == first_letter(blocks_[next].span);
            reopened = heads && reopens(bottom.family, first.point);
            const auto real =
                std::find_if(following.begin(), following.end(), [](const Mark& m) { return !is_single(m.point); });
            runs_on = !reopened && real != following.end() && closes(bottom.family, *real);
        }
        const bool carried = reopened || runs_on;
        close(0, end, end, false);
        if (carried) {
            dropped_[static_cast<std::size_t>(bottom.quote)] = false;
            pending_ = Pending{bottom.family, bottom.quote, reopened};
            if (reopened) pending_->family = family_of(following.front().point, bottom.family);
        }
    }
    static Family family_of(char32_t point, Family otherwise) {
        if (point == U'"') return Family::kStraight;
        if (point == U'“') return Family::kCurly;
        return otherwise;
    }

    // At the head of a block: a quotation that runs on without a mark.
    void resume(const std::vector<Mark>& marks) {
        if (!pending_ || pending_->reopened || marks.empty()) return;
        const Pending from = *pending_;
        const std::uint32_t begin = first_letter(blocks_[block_].span);
        open(from.family, begin, begin);
        quotes_.back().continues = from.quote;
        pending_.reset();
    }

    // Leaves out what was dropped, orders, and renumbers.
    std::vector<Quote> finish() {
        const std::size_t n = quotes_.size();
        for (std::size_t i = 0; i < n; ++i) {
            if (quotes_[i].inner.empty()) dropped_[i] = true;
        }
        std::vector<std::int32_t> number(n, kNone);
        std::vector<Quote> kept;
        for (std::size_t i = 0; i < n; ++i) {
            if (dropped_[i]) continue;
            number[i] = static_cast<std::int32_t>(kept.size());
            kept.push_back(quotes_[i]);
        }
        for (Quote& quote : kept) {
            while (quote.parent != kNone && dropped_[static_cast<std::size_t>(quote.parent)])
                quote.parent = quotes_[static_cast<std::size_t>(quote.parent)].parent;
            if (quote.parent != kNone) quote.parent = number[static_cast<std::size_t>(quote.parent)];
            if (quote.continues != kNone) quote.continues = number[static_cast<std::size_t>(quote.continues)];
        }
        return kept;
    }

    std::string_view text_;
    std::span<const Block> blocks_;
    std::uint32_t block_ = 0;
    bool goes_on_ = false;    // the next block begins with a single mark
    bool runs_over_ = false;  // and the quotation in single marks that is open goes on there
    std::vector<Quote> quotes_;
    std::vector<bool> dropped_;
    std::vector<Open> stack_;
    std::optional<Pending> pending_;
};

}  // namespace

std::vector<Quote> find_quotations(std::string_view text, std::span<const Block> blocks) {
    return QuotationMachine(text, blocks).run();
}

}  // namespace readout::statement
