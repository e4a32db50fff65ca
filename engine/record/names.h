#pragma once
// The written names of the record's enumerations, as they stand in JSON, tables and golden cases.

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "record/reading.h"

namespace readout::record {

template <class Enum>
struct Names;  // specialised below: Names<Enum>::kAll[value] is the written name

#define RO_NAMES(Enum, count, ...)                                              \
    template <>                                                                 \
    struct Names<Enum> {                                                        \
        static constexpr std::array<std::string_view, count> kAll{__VA_ARGS__}; \
    }

RO_NAMES(BlockKind, 15, "headline", "byline", "dateline", "paragraph", "heading", "caption", "list", "table",
         "republished", "commentary", "footnote", "disclaimer", "chrome", "masthead", "trailer");
RO_NAMES(NoteKind, 17, "machine_translated", "autoblog_trailer", "date_conflict", "republished", "mixed_language",
         "unclosed_quote", "truncated", "correction", "update", "agency_credit", "archived_page", "transcript", "radio",
         "ocr", "bad_encoding", "unsupported_language", "limit");
RO_NAMES(DatingRole, 5, "filed", "published", "updated", "crawled", "masthead");
RO_NAMES(DatingBasis, 6, "metadata", "url", "dateline", "article-id", "in-text", "file");
RO_NAMES(Precision, 5, "day", "week", "month", "year", "interval");
RO_NAMES(SourceFormat, 5, "text", "jsonl", "html", "warc", "feed");
RO_NAMES(Upos, 17, "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
         "SCONJ", "SYM", "VERB", "X");
RO_NAMES(Relation, 51, "dep", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass",
         "case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer",
         "csubj:pass", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj",
         "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass",
         "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root",
         "vocative", "xcomp");
RO_NAMES(NameKind, 3, "PER", "LOC", "ORG");
RO_NAMES(TimeKind, 4, "DATE", "TIME", "DURATION", "SET");
RO_NAMES(EntityKind, 6, "person", "organisation", "state", "place", "group", "document");
RO_NAMES(MentionForm, 3, "name", "nominal", "pronoun");
RO_NAMES(Quotation, 3, "direct", "indirect", "mixed");
RO_NAMES(Act, 16, "assert", "confirm", "deny", "doubt", "no_comment", "accuse", "criticise", "praise", "demand",
         "reject", "offer", "promise", "threaten", "warn", "hope", "ask");
RO_NAMES(EventType, 16, "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
         "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT");
RO_NAMES(EventStatus, 7, "actual", "planned", "conditional", "alleged", "denied", "negated", "background");
RO_NAMES(CopyRelation, 4, "copy", "excerpt", "quotes", "rewrite");
RO_NAMES(CopyDirection, 3, "", "a_from_b", "b_from_a");
RO_NAMES(Slot, 10, "occurred", "agreed", "quantity", "actor", "target", "place", "date", "cause", "wording",
         "own_text");
RO_NAMES(ClaimStatus, 3, "settled", "disputed", "open_question");
RO_NAMES(Voice, 3, "own", "attributed", "headline");
RO_NAMES(Stance, 6, "assert", "confirm", "deny", "doubt", "no_comment", "retract");
RO_NAMES(DisputeStatus, 3, "open", "converged", "superseded");
RO_NAMES(ChangeKind, 4, "reversal", "softening", "hardening", "new_condition");

#undef RO_NAMES

/// The written name of an enumeration's value.
template <class Enum>
constexpr std::string_view name_of(Enum value) {
    return Names<Enum>::kAll[static_cast<std::size_t>(value)];
}

/// The value with this written name.
template <class Enum>
constexpr std::optional<Enum> value_named(std::string_view name) {
    for (std::size_t i = 0; i < Names<Enum>::kAll.size(); ++i) {
        if (Names<Enum>::kAll[i] == name) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

}  // namespace readout::record
