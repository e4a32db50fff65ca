// The white space and the words beside a mark tell its side, as a rule. Where they do not, its form does, and where
// that has no side, whether a quotation is open. Single marks are those of an outer quotation where no double one is
// open and a closing mark follows in the paragraph.

#include "syntax/marks.h"

#include <array>
#include <cstddef>

#include "text/fold.h"
#include "text/list.h"
#include "text/utf8.h"

namespace readout::syntax {
namespace {

using text::Span;

constexpr auto kDoubles =
    std::to_array<std::string_view>({"\"", "“", "”", "„", "‟", "«", "»", "〝", "〞", "＂", "``", "''", "‘‘", "’’"});
constexpr auto kSingles = std::to_array<std::string_view>({"'", "‘", "’", "‚", "‛", "‹", "›", "`", "´"});
constexpr auto kOpeningForms =
    std::to_array<std::string_view>({"“", "„", "‟", "«", "〝", "``", "‘‘", "‘", "‚", "‛", "‹", "`"});
constexpr auto kClosingForms = std::to_array<std::string_view>({"”", "»", "〞", "’’", "’", "›", "´"});
constexpr auto kBeforeOpening = std::to_array<std::string_view>({"(", "[", "{", "-", "--", "–", "—", "/", ":"});
constexpr auto kBehindClosing = std::to_array<std::string_view>({",", ".", ";", ":", "?", "!", ")", "]", "}"});

enum class Form : unsigned char { kNone, kDouble, kSingle };

Form form_of(std::string_view word) {
    if (word.size() > 6) return Form::kNone;
    if (text::is_one_of(word, kDoubles)) return Form::kDouble;
    return text::is_one_of(word, kSingles) ? Form::kSingle : Form::kNone;
}

class MarkReader {
  public:
    MarkReader(std::string_view text, std::span<const Span> words)
        : text_(text), words_(words), uses_(words.size()), forms_(words.size(), Form::kNone) {}

    std::vector<MarkUse> read(bool goes_on) {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            forms_[i] = form_of(word(i));
            if (forms_[i] != Form::kNone) marks_.push_back(i);
        }
        for (const std::size_t i : marks_) set_side(i);
        find_closers();
        for (std::size_t m = 0; m < marks_.size(); ++m) set_level(m, goes_on);
        return std::move(uses_);
    }

  private:
    [[nodiscard]] std::string_view word(std::size_t i) const { return text::words_at(text_, words_[i]); }
    [[nodiscard]] bool space_before(std::size_t i) const { return i == 0 || words_[i - 1].end < words_[i].begin; }
    [[nodiscard]] bool space_after(std::size_t i) const {
        return i + 1 == words_.size() || words_[i].end < words_[i + 1].begin;
    }
    [[nodiscard]] bool begins_as_word(std::size_t i) const {
        const char32_t first = text::decode_at(text_, words_[i].begin).point;
        return text::is_letter(first) || text::is_digit(first);
    }
    [[nodiscard]] bool opens(std::size_t i) const { return uses_[i].side == MarkSide::kOpens; }
    [[nodiscard]] bool closes(std::size_t i) const { return uses_[i].side == MarkSide::kCloses; }

    [[nodiscard]] bool can_open(std::size_t i) const {
        if (space_after(i) || text::is_one_of(word(i + 1), kBehindClosing)) return false;
        return space_before(i) || opens(i - 1) || text::is_one_of(word(i - 1), kBeforeOpening);
    }
    [[nodiscard]] bool can_close(std::size_t i) const {
        return !space_before(i) && !opens(i - 1) && (space_after(i) || !begins_as_word(i + 1));
    }

    void set_side(std::size_t i) {
        int& depth = forms_[i] == Form::kDouble ? doubles_ : singles_;
        bool opening = can_open(i);
        if (opening == can_close(i)) {
            const std::string_view mark = word(i);
            opening = text::is_one_of(mark, kOpeningForms) || (!text::is_one_of(mark, kClosingForms) && depth == 0);
        }
        depth = opening ? depth + 1 : std::max(0, depth - 1);
        uses_[i] = {opening ? MarkSide::kOpens : MarkSide::kCloses, forms_[i] == Form::kDouble};
    }

    /// "the workers' vote"
    [[nodiscard]] bool may_be_possessive(std::size_t i) const {
        if (i == 0 || i + 1 == words_.size() || !space_after(i) || !begins_as_word(i + 1)) return false;
        const char last = text_[words_[i - 1].end - 1];
        return last == 's' || last == 'S';
    }

    /// Of each opening single mark the one that closes it: the first before another one opens. What may be a possessive
    /// is passed over for a sure one.
    void find_closers() {
        closers_.assign(marks_.size(), kNowhere);
        std::size_t nearest = kNowhere, sure = kNowhere;
        for (std::size_t m = marks_.size(); m-- > 0;) {
            const std::size_t i = marks_[m];
            if (forms_[i] != Form::kSingle) continue;
            if (opens(i)) {
                closers_[m] = nearest != kNowhere && may_be_possessive(nearest) && sure != kNowhere ? sure : nearest;
                nearest = sure = kNowhere;
                continue;
            }
            nearest = i;
            if (!may_be_possessive(i)) sure = i;
        }
    }

    void set_level(std::size_t m, bool goes_on) {
        const std::size_t i = marks_[m];
        if (i > end_) end_ = 0;  // of the outer quotation in single marks
        if (forms_[i] == Form::kDouble) {
            if (end_ > 0) {
                uses_[i].outer = false;
            } else {
                open_doubles_ = opens(i) ? open_doubles_ + 1 : std::max(0, open_doubles_ - 1);
            }
            return;
        }
        if (i == end_ && end_ > 0) uses_[i].outer = true;
        if (!opens(i) || end_ > 0 || open_doubles_ > 0) return;
        const std::size_t closer = closers_[m];
        const bool sure = closer != kNowhere && !(goes_on && may_be_possessive(closer));
        const bool unclosed = !sure && (goes_on || (i == 0 && word(i) == "‘"));
        if (closer == kNowhere && !unclosed) return;
        uses_[i].outer = true;
        end_ = unclosed ? words_.size() : closer;
    }

    static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

    std::string_view text_;
    std::span<const Span> words_;
    std::vector<MarkUse> uses_;
    std::vector<Form> forms_;
    std::vector<std::size_t> marks_;    // indices of words
    std::vector<std::size_t> closers_;  // of each mark
    int doubles_ = 0, singles_ = 0;     // open, while sides are found
    int open_doubles_ = 0;              // while levels are found
    std::size_t end_ = 0;
};

}  // namespace

std::vector<MarkUse> uses_of_marks(std::string_view text, std::span<const Span> words, bool goes_on) {
    return MarkReader(text, words).read(goes_on);
}

bool is_single_opener(std::string_view word) {
    return word == "'" || word == "‘" || word == "‚" || word == "‛" || word == "`";
}

}  // namespace readout::syntax
