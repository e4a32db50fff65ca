#pragma once
// The sections of a story's brief, one function each; brief.cc puts them in order. A section without content has no
// groups.

#include "publish/brief_shelf.h"

namespace readout::publish {

struct Speaker;  // brief_sayings.h

/// A story while it is written.
struct Desk {
    Shelf& shelf;
    const record::Story& story;
    std::vector<const ShelvedReport*> reports;  // by number
    bool brief = false;                         // one report: few lines
};

Section headline_section(Desk& desk, const std::string& title);
Section party_section(Desk& desk);
Section dispute_section(Desk& desk);
Section unanswered_section(Desk& desk);
Section timeline_section(Desk& desk);
/// By party and speaker, those who say most first; within a speaker by day.
Section said_section(Desk& desk, const std::vector<Speaker>& speakers);
/// Whose words whom tells, for those of `speakers` that another tells.
Section relayed_section(Desk& desk, const std::vector<Speaker>& speakers);
Section move_section(Desk& desk);
Section copy_section(Desk& desk);
Section note_section(Desk& desk);
std::vector<BriefSource> source_list(Desk& desk);

// Parts that several sections share.

/// "reported by OUTLET [1:10-20]"; `how` is the fixed phrase.
Pieces credit_of(Desk& desk, const ShelvedReport& report, text::Span span, const std::string& how);
/// "also in [2:10-20] [4:7-9]; copied in [3:10-20]".
struct Retelling {
    const ShelvedReport* report = nullptr;
    text::Span span;
    bool copied = false;
    bool relayed = false;  // told by another than its speaker
};
/// Those that overlap `told` or one another are left out.
void add_retellings(Desk& desk, Pieces& credit, const Retelling& told, std::vector<Retelling> others);
/// "according to NAME" for the statement `inside` and each that reports it, innermost first; a name that was told,
/// `speaker` at first, is left out.
Pieces chain_of(Desk& desk, const ShelvedReport& report, const record::StatementId& inside, const std::string& speaker);

}  // namespace readout::publish
