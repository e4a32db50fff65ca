#include "intake/intake.h"

#include <gmock/gmock.h>

namespace readout::intake {
namespace {

using testing::ElementsAre;

TEST(MakeReport, PutsTheTitleBeforeTheText) {
    RawReport raw;
    raw.title = "Talks end";
    raw.text = "The talks ended.\n";
    EXPECT_EQ(make_report(raw).text, "Talks end\n\nThe talks ended.\n");
}

}  // namespace
}  // namespace readout::intake
