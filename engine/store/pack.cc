#include "store/pack.h"

#include <cstdint>
#include <optional>
#include <type_traits>
#include <vector>

#include "record/names.h"

namespace readout::store {
namespace {

/// Appends values to bytes.
class Writer {
  public:
    static constexpr bool kReads = false;
    std::string bytes;

    void number(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7) bytes.push_back(static_cast<char>(value | 0x80));
        bytes.push_back(static_cast<char>(value));
    }
    void string(const std::string& value) {
        number(value.size());
        bytes.append(value);
    }
};

/// Takes values from bytes; after the first fault it gives zeros and empty strings.
class Reader {
  public:
    static constexpr bool kReads = true;
    explicit Reader(std::string_view bytes) : left_(bytes) {}

    void fail() { failed_ = true; }
    [[nodiscard]] bool done() const { return !failed_ && left_.empty(); }
    [[nodiscard]] std::size_t left() const { return left_.size(); }

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (left_.empty()) break;
            const auto byte = static_cast<unsigned char>(left_.front());
            left_.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if ((byte & 0x80) == 0) return value;
        }
        failed_ = true;
        return 0;
    }
    std::string string() {
        const std::uint64_t size = number();
        if (size > left_.size()) {
            failed_ = true;
            return {};
        }
        std::string value(left_.substr(0, size));
        left_.remove_prefix(size);
        return value;
    }

  private:
    std::string_view left_;
    bool failed_ = false;
};

// One function for both directions: `io` walks the fields of a value, and either writes or fills them.

template <class Io>
void io(Io& a, std::string& value) {
    if constexpr (Io::kReads) {
        value = a.string();
    } else {
        a.string(value);
    }
}

template <class Io, class Number>
    requires std::is_integral_v<Number>
void io(Io& a, Number& value) {
    if constexpr (Io::kReads) {
        const std::uint64_t bits = a.number();
        value =
            static_cast<Number>(std::is_signed_v<Number> ? static_cast<std::int64_t>((bits >> 1) ^ (~(bits & 1) + 1))
                                                         : static_cast<std::int64_t>(bits));
    } else if constexpr (std::is_signed_v<Number>) {
        const auto wide = static_cast<std::int64_t>(value);
        a.number((static_cast<std::uint64_t>(wide) << 1) ^ static_cast<std::uint64_t>(wide >> 63));
    } else {
        a.number(static_cast<std::uint64_t>(value));
    }
}

template <class Io, class Enum>
    requires std::is_enum_v<Enum>
void io(Io& a, Enum& value) {
    auto number = static_cast<unsigned>(value);
    io(a, number);
    if (number < record::Names<Enum>::kAll.size()) {
        value = static_cast<Enum>(number);
    } else if constexpr (Io::kReads) {
        a.fail();
    }
}

template <class Io, class Tag>
void io(Io& a, base::Id<Tag>& id) {
    io(a, id.value);
}

template <class Io>
void io(Io& a, text::Span& span) {
    io(a, span.begin);
    io(a, span.end);
}

template <class Io>
void io(Io& a, base::DayRange& range) {
    io(a, range.from.number);
    io(a, range.to.number);
}

template <class Io, class T>
void io(Io& a, std::optional<T>& value) {
    bool there = value.has_value();
    io(a, there);
    if constexpr (Io::kReads) value = there ? std::optional<T>(T{}) : std::nullopt;
    if (there) io(a, *value);
}

template <class Io, class T>
void io(Io& a, std::vector<T>& list) {
    std::size_t size = list.size();
    io(a, size);
    if constexpr (Io::kReads) {
        if (size > a.left()) {  // each item takes a byte at least
            a.fail();
            return;
        }
        list.resize(size);
    }
    for (T& item : list) io(a, item);
}

template <class Io, class... Fields>
void all(Io& a, Fields&... fields) {
    (io(a, fields), ...);
}

template <class Io>
void io(Io& a, record::Block& x) {
    all(a, x.span, x.kind, x.publisher);
}
template <class Io>
void io(Io& a, record::Note& x) {
    all(a, x.span, x.kind, x.why);
}
template <class Io>
void io(Io& a, record::Dating& x) {
    all(a, x.role, x.range, x.basis, x.evidence);
}
template <class Io>
void io(Io& a, record::Published& x) {
    all(a, x.range, x.precision, x.basis);
}
template <class Io>
void io(Io& a, record::Source& x) {
    all(a, x.files, x.format);
}
template <class Io>
void io(Io& a, record::Report& x) {
    all(a, x.id, x.name, x.source, x.url, x.outlet, x.agency, x.title, x.byline, x.dateline, x.language,
        x.given_published, x.published, x.datings, x.text, x.blocks, x.notes);
}
template <class Io>
void io(Io& a, record::Token& x) {
    all(a, x.span, x.upos, x.xpos, x.lemma, x.head, x.relation, x.features);
}
template <class Io>
void io(Io& a, record::Sentence& x) {
    all(a, x.span, x.first_token, x.last_token, x.block);
}
template <class Io>
void io(Io& a, record::Words& x) {
    all(a, x.first, x.last);
}
template <class Io>
void io(Io& a, record::Name& x) {
    all(a, x.words, x.kind);
}
template <class Io>
void io(Io& a, record::TimeExpression& x) {
    all(a, x.words, x.kind);
}
template <class Io>
void io(Io& a, record::Attribution& x) {
    all(a, x.cue, x.source, x.content, x.act, x.negated, x.act_share, x.speech);
}
template <class Io>
void io(Io& a, record::QuotedAct& x) {
    all(a, x.words, x.act, x.share);
}
template <class Io>
void io(Io& a, record::Coreference& x) {
    all(a, x.word, x.antecedent, x.share);
}
template <class Io>
void io(Io& a, record::Syntax& x) {
    all(a, x.tokens, x.sentences, x.features, x.names, x.times, x.attributions, x.quoted_acts, x.roles.sources,
        x.roles.cues, x.roles.contents, x.coreferences);
}
template <class Io>
void io(Io& a, record::Date& x) {
    all(a, x.span, x.value, x.range);
}
template <class Io>
void io(Io& a, record::Entity& x) {
    all(a, x.id, x.name, x.kind, x.country, x.sectors, x.aliases, x.named);
}
template <class Io>
void io(Io& a, record::Mention& x) {
    all(a, x.span, x.head, x.form, x.entity);
}
template <class Io>
void io(Io& a, record::Reference& x) {
    all(a, x.span, x.entity, x.name);
}
template <class Io>
void io(Io& a, record::Cue& x) {
    all(a, x.span, x.lemma);
}
template <class Io>
void io(Io& a, record::Statement& x) {
    all(a, x.id, x.span, x.speaker, x.cue, x.content, x.addressee, x.medium, x.quotation, x.act, x.negated, x.said_on,
        x.inside);
}
template <class Io>
void io(Io& a, record::Party& x) {
    all(a, x.span, x.entity, x.name, x.country, x.sectors);
}
template <class Io>
void io(Io& a, record::EventPlace& x) {
    all(a, x.span, x.name, x.country);
}
template <class Io>
void io(Io& a, record::Magnitude& x) {
    all(a, x.key, x.lo, x.hi);
}
template <class Io>
void io(Io& a, record::Event& x) {
    all(a, x.id, x.span, x.type, x.mode, x.contexts, x.cameo, x.quad, x.actors, x.recipients, x.place, x.on, x.status,
        x.holder, x.magnitude, x.cites);
}
template <class Io>
void io(Io& a, record::Reading& x) {
    all(a, x.report, x.syntax, x.dates, x.entities, x.mentions, x.statements, x.events);
}

}  // namespace

std::string pack(const record::Reading& reading) {
    Writer writer;
    io(writer, const_cast<record::Reading&>(reading));  // a Writer only reads
    return std::move(writer.bytes);
}

base::Result<record::Reading> unpack(std::string_view bytes) {
    Reader reader(bytes);
    record::Reading reading;
    io(reader, reading);
    if (!reader.done()) return base::failure("the packed reading is damaged");
    return reading;
}

}  // namespace readout::store
