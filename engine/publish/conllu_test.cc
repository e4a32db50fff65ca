#include "publish/conllu.h"

#include <gtest/gtest.h>

#include <string>

namespace readout::publish {
namespace {

using record::Relation;
using record::Upos;

/// "Élan’s Russian envoys met" with a tree, a name and a cue.
record::Reading reading() {
    record::Reading reading;
    reading.report.name = "a";
    reading.report.text = "Élan’s Russian\nenvoys met";
    reading.syntax.features = {"_", "Number=Plur"};
    reading.syntax.tokens = {{{0, 5}, Upos::kPropn, "NNP", "élan", 3, Relation::kNmodPoss, 0},
                             {{5, 9}, Upos::kPart, "POS", "'s", 0, Relation::kCase, 0},
                             {{10, 17}, Upos::kAdj, "JJ", "russian", 3, Relation::kAmod, 0},
                             {{18, 24}, Upos::kNoun, "NNS", "envoy", 4, Relation::kNsubj, 1},
                             {{25, 28}, Upos::kVerb, "VBD", "meet", 4, Relation::kRoot, 0}};
    reading.syntax.sentences = {{{0, 28}, 0, 5, 0}};
    reading.syntax.names.push_back({{0, 1}, record::NameKind::kOrganisation});
    reading.syntax.roles.cues = {{3, 5}};
    return reading;
}

std::string written(const record::Reading& reading) {
    std::string out;
    write_conllu(reading, [&](std::string_view part) { out += part; });
    return out;
}

TEST(Conllu, HoldsWordsTreesAndRuns) {
    EXPECT_EQ(written(reading()),
              "# newdoc id = a\n# newpar\n# sent_id = 1\n# text = Élan’s Russian envoys met\n"
              "1\tÉlan\tÉlan\tPROPN\tNNP\t_\t4\tnmod:poss\t_\tSpaceAfter=No|Begin=0|End=4|Name=B-ORG\n"
              "2\t’s\t's\tPART\tPOS\t_\t1\tcase\t_\tBegin=4|End=6\n"
              "3\tRussian\tRussian\tADJ\tJJ\t_\t4\tamod\t_\tBegin=7|End=14\n"
              "4\tenvoys\tenvoy\tNOUN\tNNS\tNumber=Plur\t5\tnsubj\t_\tBegin=15|End=21|Cue=B\n"
              "5\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\tBegin=22|End=25|Cue=I\n\n");
}

TEST(Conllu, SaysNothingOfTreesThatNobodyMade) {
    record::Reading plain = reading();
    plain.syntax.features.clear();
    for (record::Token& token : plain.syntax.tokens) token.features = 0;
    EXPECT_NE(written(plain).find("VBD\t_\t_\t_\t_\tBegin"), std::string::npos);
}

}  // namespace
}  // namespace readout::publish
