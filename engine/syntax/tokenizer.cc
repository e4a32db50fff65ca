// One walk over the text. White space parts it into chunks; inside a chunk each token is recognised by its first code
// point (a word, a number, an address, a mark) and the walk goes on behind it. Look-ahead is bounded everywhere, so
// that one chunk of megabytes costs no more per byte than a short one.

#include "syntax/tokenizer.h"

#include <algorithm>
#include <array>
#include <string>

#include "syntax/abbreviations.h"
#include "text/fold.h"
#include "text/list.h"
#include "text/utf8.h"

namespace readout::syntax {
namespace {

using text::Span;

constexpr std::size_t kMaxLocalPart = 64;  // of an e-mail address
constexpr std::size_t kMaxDomain = 253;
constexpr std::size_t kMaxClitic = 8;

bool ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool ascii_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr auto kClitics = std::to_array<std::string_view>({"s", "re", "ve", "ll", "d", "m"});
constexpr auto kHeadless = std::to_array<std::string_view>({"em", "til", "tis", "twas", "cause", "n", "bout", "round"});
constexpr auto kDollars = std::to_array<std::string_view>({"US", "C", "A", "HK", "NT", "NZ", "S", "R", "AU", "CA"});
constexpr auto kFaces = std::to_array<std::string_view>({":)", ":(", ";)", ":-)", ":-(", ";-)"});
constexpr auto kUnits = std::to_array<std::string_view>(
    {"am",  "pm", "AM", "PM", "a.m.", "p.m.", "km", "kg",  "mm",  "cm", "m",  "ft", "lb", "lbs", "mph",
     "kph", "mg", "bn", "mn", "M",    "K",    "B",  "bln", "mln", "tn", "kt", "MW", "GW", "sq"});
constexpr auto kTopDomains = std::to_array<std::string_view>(
    {"com", "org", "net", "gov", "edu", "mil", "int", "info", "eu",  "uk",  "ru",  "ua",   "de",  "fr",  "cn",  "tv",
     "io",  "co",  "us",  "ca",  "au",  "il",  "ir",  "in",   "pdf", "doc", "xls", "html", "htm", "jpg", "png", "txt"});
/// Words written as one and read as two, and where the second begins.
struct Fused {
    std::string_view word;
    std::size_t cut;
};
constexpr auto kFused = std::to_array<Fused>({{"cannot", 3},
                                              {"gonna", 3},
                                              {"wanna", 3},
                                              {"gotta", 3},
                                              {"dont", 2},
                                              {"didnt", 3},
                                              {"doesnt", 4},
                                              {"isnt", 2},
                                              {"wasnt", 3},
                                              {"couldnt", 5},
                                              {"wouldnt", 5},
                                              {"arent", 3}});

class Walk {
  public:
    Walk(std::string_view text, Span within, std::vector<Span>& out)
        : text_(text.substr(0, within.end)), at_(within.begin), begin_(within.begin), out_(out) {}

    void run() {
        while (at_ < text_.size()) {
            const text::Decoded here = text::decode_at(text_, at_);
            if (text::is_space(here.point)) {
                at_ += here.size;
            } else {
                token(here);
            }
        }
    }

  private:
    void token(text::Decoded here);
    bool address();
    bool handle();
    void word();
    void number();
    void mark(text::Decoded here);
    bool apostrophe(std::size_t size);
    void take_run(bool (*same)(char));

    void emit(std::size_t begin, std::size_t end) {
        out_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }
    void emit_word(std::size_t begin, std::size_t end);
    std::size_t acronym_end(std::size_t from) const;
    std::size_t word_end(std::size_t from) const;
    bool joins(std::size_t word_begin, std::size_t at, std::size_t& size) const;
    bool joins_hyphen(std::size_t word_begin, std::size_t at) const;
    bool joins_domain(std::size_t at) const;
    bool names_state(std::size_t begin) const;
    bool takes_period(std::size_t begin, std::size_t end) const;

    char byte(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
    bool letter_at(std::size_t at) const {
        if (at >= text_.size()) return false;
        return static_cast<unsigned char>(text_[at]) < 0x80 ? ascii_letter(text_[at])
                                                            : text::is_letter(text::decode_at(text_, at).point);
    }
    bool space_at(std::size_t at) const {
        return at >= text_.size() || text::is_space(text::decode_at(text_, at).point);
    }
    bool space_before(std::size_t at) const {
        return at <= begin_ || text::is_space(text::decode_before(text_, at).point);
    }
    std::string_view words(std::size_t begin, std::size_t end) const { return text_.substr(begin, end - begin); }
    std::size_t letters_end(std::size_t from, std::size_t most) const {
        std::size_t end = from;
        while (end < text_.size() && end - from < most && ascii_letter(text_[end])) ++end;
        return end;
    }

    std::string_view text_;
    std::size_t at_;
    const std::size_t begin_;
    std::vector<Span>& out_;
};

void Walk::token(text::Decoded here) {
    if (address() || handle()) return;
    if (ascii_digit(byte(at_))) {
        number();
    } else if (text::is_letter(here.point)) {
        word();
    } else {
        mark(here);
    }
}

/// A web address up to the end of its chunk without closing punctuation, or an e-mail address.
bool Walk::address() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.") ||
        rest.starts_with("ftp://")) {
        std::size_t end = at_;
        while (end < text_.size() && static_cast<unsigned char>(text_[end]) > ' ' && text_[end] != '<' &&
               text_[end] != '>' && text_[end] != '"') {
            if (quote_size_at(text_, end) > 1 || space_at(end)) break;
            ++end;
        }
        while (end > at_ + 1 && std::string_view(".,;:!?)]}'").find(text_[end - 1]) != std::string_view::npos) --end;
        while (!text::is_boundary(text_, end)) ++end;
        emit(at_, end);
        at_ = end;
        return true;
    }
    if (!space_before(at_) && std::string_view("(<[\"':").find(text_[at_ - 1]) == std::string_view::npos) return false;
    std::size_t end = at_;
    const auto local = [](char c) {
        return ascii_letter(c) || ascii_digit(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
    };
    while (end < text_.size() && end - at_ < kMaxLocalPart && local(text_[end])) ++end;
    if (end == at_ || byte(end) != '@') return false;
    const std::size_t domain = ++end;
    while (end < text_.size() && end - domain < kMaxDomain && local(text_[end])) ++end;
    while (end > domain && (text_[end - 1] == '.' || text_[end - 1] == '-')) --end;
    if (words(domain, end).find('.') == std::string_view::npos) return false;
    emit(at_, end);
    at_ = end;
    return true;
}

/// "@name" or "#topic" at the head of a chunk.
bool Walk::handle() {
    if (byte(at_) != '@' && byte(at_) != '#') return false;
    if (!space_before(at_) || !ascii_letter(byte(at_ + 1))) return false;
    std::size_t end = at_ + 1;
    while (end < text_.size() && (ascii_letter(text_[end]) || ascii_digit(text_[end]) || text_[end] == '_')) ++end;
    emit(at_, end);
    at_ = end;
    return true;
}

/// End of letters and periods by turns ("U.S.", "a.m.", "U.S" before "-led"), or `from`.
std::size_t Walk::acronym_end(std::size_t from) const {
    std::size_t end = from;
    while (ascii_letter(byte(end)) && byte(end + 1) == '.' && end - from < 24) end += 2;
    if (end < from + 4) {
        if (end != from + 2 || !ascii_letter(byte(end))) return from;
    }
    if (!letter_at(end) && !ascii_digit(byte(end))) return end;                                         // "U.S."
    if (ascii_letter(byte(end)) && !letter_at(end + 1) && !ascii_digit(byte(end + 1))) return end + 1;  // "U.S"
    return from;
}

/// Does the hyphen at `at` join an affix ("non-lethal", "twenty-fold") rather than part two words ("long-term")?
bool Walk::joins_hyphen(std::size_t word_begin, std::size_t at) const {
    if (!letter_at(at + 1) && !ascii_digit(byte(at + 1))) return false;
    if (at - word_begin <= kMaxClitic && is_prefix(text::ascii_lower(words(word_begin, at)))) return true;
    const std::size_t end = letters_end(at + 1, kMaxClitic + 1);
    return end - at > 3 && !letter_at(end) && is_suffix(text::ascii_lower(words(at + 1, end)));
}

/// Does the period at `at` stand before a last part such as "com"?
bool Walk::joins_domain(std::size_t at) const {
    for (int part = 0; part < 4; ++part) {
        const std::size_t end = letters_end(at + 1, 32);
        if (end == at + 1) return false;
        if (text::is_one_of(text::ascii_lower(words(at + 1, end)), kTopDomains) && !letter_at(end) &&
            !ascii_digit(byte(end))) {
            return true;
        }
        if (byte(end) != '.') return false;
        at = end;
    }
    return false;
}

/// Is the mark at `at` inside the word that began at `word_begin`? Then `size` is its bytes.
bool Walk::joins(std::size_t word_begin, std::size_t at, std::size_t& size) const {
    const char c = text_[at];
    size = 1;
    if (c == '-') return joins_hyphen(word_begin, at);
    if (c == '.') return joins_domain(at);
    if (c == '_') return letter_at(at + 1) || ascii_digit(byte(at + 1));
    if (c == '&') return at - word_begin <= 4 && ascii_upper(text_[at - 1]) && ascii_upper(byte(at + 1));
    if (c == '\'') return letter_at(at + 1);
    const std::uint32_t quote = quote_size_at(text_, at);
    if (quote == 3 && words(at, at + 3) == "’") {
        size = quote;
        return letter_at(at + quote);
    }
    return false;
}

std::size_t Walk::word_end(std::size_t from) const {
    std::size_t end = from;
    while (end < text_.size()) {
        const char c = text_[end];
        if (ascii_letter(c) || ascii_digit(c)) {
            ++end;
            continue;
        }
        if (static_cast<unsigned char>(c) >= 0x80) {
            const text::Decoded here = text::decode_at(text_, end);
            if (text::is_letter(here.point) || text::is_combining(here.point)) {
                end += here.size;
                continue;
            }
        }
        std::size_t size = 0;
        if (!joins(from, end, size)) break;
        end += size;
    }
    return end;
}

/// Does what stands before `begin` show that "Va" or "Mo" is a state: "Reston, |Va.|", "(D-|Mo.|)"?
bool Walk::names_state(std::size_t begin) const {
    if (out_.empty()) return false;
    const std::string_view before = words(out_.back().begin, out_.back().end);
    return before == "," ||
           (before == "-" && !space_before(begin) && out_.size() > 1 && out_[out_.size() - 2].size() == 1);
}

/// Does the period at `end` belong to the word before it?
bool Walk::takes_period(std::size_t begin, std::size_t end) const {
    if (byte(end) != '.' || byte(end + 1) == '.') return false;
    const std::string_view word = words(begin, end);
    const Abbreviation kind = abbreviation(word);
    if (kind == Abbreviation::kNone) return false;
    std::size_t next = end + 1;
    if (next < text_.size() && (letter_at(next) || ascii_digit(text_[next]))) {
        return kind == Abbreviation::kInitial || kind == Abbreviation::kTitle || kind == Abbreviation::kNumbered;
    }
    while (next < text_.size() && next < end + 3 && space_at(next)) next += text::decode_at(text_, next).size;
    const bool digit = ascii_digit(byte(next));
    if (kind == Abbreviation::kNumbered) return digit;
    if (kind == Abbreviation::kState) return next < text_.size() && names_state(begin);
    if (kind != Abbreviation::kInitial) return true;
    if (next >= text_.size()) return false;
    if (word == "I") return ascii_upper(byte(next)) && !space_before(begin);  // "so did I."
    return true;
}

void Walk::word() {
    const std::size_t begin = at_;
    if (std::size_t end = acronym_end(begin); end > begin) {
        std::size_t size = 0;
        if (end < text_.size() && joins(begin, end, size) && text_[end] == '-') end = word_end(end);
        emit(begin, end);
        at_ = end;
        return;
    }
    std::size_t end = word_end(begin);
    if (byte(end) == '$' && text::is_one_of(words(begin, end), kDollars)) {
        emit(begin, end + 1);
        at_ = end + 1;
        return;
    }
    if (words(begin, end + 2) == "Ph.D") end += 2;
    if (takes_period(begin, end)) {
        emit(begin, end + 1);
        at_ = end + 1;
        return;
    }
    emit_word(begin, end);
    at_ = end;
}

/// The parts of a word: "don't" as "do" and "n't", "world's" as "world" and "'s".
void Walk::emit_word(std::size_t begin, std::size_t end) {
    std::array<std::size_t, 3> cuts{};
    std::size_t count = 0;
    std::size_t stop = end;
    while (count < cuts.size()) {
        std::size_t mark = stop;
        while (mark > begin && stop - mark <= 2 && ascii_letter(text_[mark - 1])) --mark;
        const std::size_t size = mark > begin && text_[mark - 1] == '\''            ? 1
                                 : mark > begin + 2 && words(mark - 3, mark) == "’" ? 3
                                                                                    : 0;
        if (size == 0 || mark - size <= begin) break;
        const std::string tail = text::ascii_lower(words(mark, stop));
        std::size_t cut = mark - size;
        if (tail == "t" && (text_[cut - 1] == 'n' || text_[cut - 1] == 'N') && cut - 1 > begin) {
            --cut;
        } else if (!text::is_one_of(tail, kClitics)) {
            break;
        }
        cuts[count++] = cut;
        stop = cut;
    }
    if (count == 0 && end - begin <= 7) {
        const std::string lower = text::ascii_lower(words(begin, end));
        for (const Fused& fused : kFused) {
            if (lower == fused.word) cuts[count++] = begin + fused.cut;
        }
    }
    std::size_t from = begin;
    while (count > 0) {
        emit(from, cuts[--count]);
        from = cuts[count];
    }
    emit(from, end);
}

/// "1,200.50", "9/11", "8:30", "2024-02-14", "713-853-3989", "20th", "1990s"; "5pm" and "70km" are two tokens.
void Walk::number() {
    const std::size_t begin = at_;
    std::size_t end = begin;
    std::size_t group = 0, groups = 0, group_begin = begin;
    for (; end < text_.size(); ++end) {
        if (ascii_digit(text_[end])) continue;
        const bool more = ascii_digit(byte(end + 1));
        const char c = text_[end];
        if (more && (c == '.' || c == ',' || c == ':' || c == '/')) continue;
        if (c != '-' || !more) break;
        std::size_t next = end + 1;  // a hyphen joins dates and telephone numbers, not ranges
        while (next < text_.size() && next - end <= 5 && ascii_digit(text_[next])) ++next;
        const std::size_t length = next - end - 1;
        group = end - group_begin;
        const bool date =
            (group == 4 && groups == 0 && length == 2 && byte(next) == '-') || (groups > 0 && length == 2);
        const bool telephone = group == 3 && (length == 4 || (length == 3 && byte(next) == '-'));
        if (!date && !telephone) break;
        ++groups;
        group_begin = end + 1;
    }
    at_ = end;
    const std::size_t tail = letters_end(end, 5);
    std::size_t unit = tail;
    if (byte(tail) == '.' && byte(tail + 1) == 'm' && byte(tail + 2) == '.') unit = tail + 3;  // "5p.m."
    if (tail > end && !letter_at(tail) && !ascii_digit(byte(tail))) {
        if (!text::is_one_of(words(end, unit), kUnits)) at_ = tail;  // "20th", "1990s"
    } else if (tail > end) {
        at_ = word_end(end);  // "3G2B"
    }
    const bool item = byte(at_) == '.' && out_.size() > 0 ? false : byte(at_) == '.' && space_at(at_ + 1);
    if (item && begin == begin_ && at_ - begin <= 2) ++at_;  // the number of a list item: "1."
    emit(begin, at_);
}

void Walk::take_run(bool (*same)(char)) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && same(text_[at_])) ++at_;
    emit(begin, at_);
}

/// A clitic after a mark or number ("U.S.'s"), a cut word ("'em", "'90s"), or false.
bool Walk::apostrophe(std::size_t size) {
    const std::size_t end = letters_end(at_ + size, kMaxClitic);
    const std::string tail = text::ascii_lower(words(at_ + size, end));
    if (letter_at(end)) return false;
    std::size_t stop = 0;
    if (!space_before(at_) && !tail.empty() && text::is_one_of(tail, kClitics)) stop = end;
    if (space_before(at_) && text::is_one_of(tail, kHeadless)) stop = end;
    if (space_before(at_) && tail.empty() && ascii_digit(byte(end)) && ascii_digit(byte(end + 1)) &&
        (byte(end + 2) == 's' || space_at(end + 2))) {
        stop = end + 2 + (byte(end + 2) == 's' ? 1 : 0);
    }
    if (stop == 0) return false;
    emit(at_, stop);
    at_ = stop;
    return true;
}

void Walk::mark(text::Decoded here) {
    const char c = text_[at_];
    const std::uint32_t quote = quote_size_at(text_, at_);
    if (quote > 0) {
        const std::string_view mark = words(at_, at_ + quote);
        if ((mark == "'" || mark == "’" || mark == "‘" || mark == "`") && apostrophe(quote)) return;
        const auto again = [&](std::size_t n) {
            const std::size_t next = at_ + n * quote;
            return next < text_.size() && words(next, next + quote) == mark;
        };
        const bool doubles = mark == "'" || mark == "`" || mark == "’" || mark == "‘";
        const bool single_first = again(1) && again(2) && !again(3) && !space_before(at_);  // 'no.'''
        const std::size_t size = doubles && again(1) && !single_first ? 2 * quote : quote;
        emit(at_, at_ + size);
        at_ += size;
        return;
    }
    if (c == ':' || c == ';') {
        for (const std::string_view face : kFaces) {
            if (!text_.substr(at_).starts_with(face) || !space_at(at_ + face.size())) continue;
            emit(at_, at_ + face.size());
            at_ += face.size();
            return;
        }
    }
    switch (c) {
        case '.':
            return take_run([](char x) { return x == '.'; });
        case '-':
            return take_run([](char x) { return x == '-'; });
        case '*':
            return take_run([](char x) { return x == '*'; });
        case '=':
            return take_run([](char x) { return x == '='; });
        case '_':
            return take_run([](char x) { return x == '_'; });
        case '~':
            return take_run([](char x) { return x == '~'; });
        case '<':
            return take_run([](char x) { return x == '<'; });
        case '>':
            return take_run([](char x) { return x == '>'; });
        case '!':
        case '?':
            return take_run([](char x) { return x == '!' || x == '?'; });
        default:
            break;
    }
    const std::size_t begin = at_;
    at_ += here.size;
    while (at_ < text_.size() && static_cast<unsigned char>(text_[at_]) >= 0x80) {
        const text::Decoded next = text::decode_at(text_, at_);
        if (!text::is_combining(next.point)) break;
        at_ += next.size;
    }
    emit(begin, at_);
}

}  // namespace

std::uint32_t quote_size_at(std::string_view text, std::size_t offset) {
    const char c = text[offset];
    if (c == '"' || c == '\'' || c == '`') return 1;
    const auto lead = static_cast<unsigned char>(c);
    if (lead == 0xC2) {  // « » ´
        const std::string_view two = text.substr(offset, 2);
        return two == "«" || two == "»" || two == "´" ? 2 : 0;
    }
    if (lead != 0xE2 && lead != 0xE3 && lead != 0xEF) return 0;
    const std::string_view three = text.substr(offset, 3);
    static constexpr auto kMarks = std::to_array<std::string_view>(
        {"“", "”", "„", "‟", "‘", "’", "‚", "‛", "‹", "›", "「", "」", "『", "』", "＂"});
    return text::is_one_of(three, kMarks) ? 3 : 0;
}

void tokenize(std::string_view text, Span within, std::vector<Span>& out) {
    Walk(text, within, out).run();
}

}  // namespace readout::syntax
