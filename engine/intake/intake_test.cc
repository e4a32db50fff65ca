#include "intake/intake.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>

#include "base/hostile.h"
#include "intake/lines.h"
#include "record/names.h"
#include "text/fold.h"

namespace readout::intake {
namespace {

using record::BlockKind;
using record::NoteKind;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
namespace fs = std::filesystem;

constexpr const char* kLead =
    "The harbour council voted on Tuesday to close the northern quay for the whole of the winter season.";

/// A folder of its own for one test, gone afterwards.
class Folder {
  public:
    Folder() {
        std::string pattern = (fs::temp_directory_path() / "intake_XXXXXX").string();
        path_ = mkdtemp(pattern.data());
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string write(const std::string& name, std::string_view bytes) const {
        const fs::path file = path_ / name;
        fs::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
        return file.string();
    }
    [[nodiscard]] std::string path(const std::string& name = "") const { return (path_ / name).string(); }

  private:
    fs::path path_;
};

struct Outcome {
    std::vector<Arrival> arrivals;
    std::vector<std::string> failures;
};

Outcome read_all(const std::vector<std::string>& arguments) {
    Outcome outcome;
    const auto failed = [&](std::string line) { outcome.failures.push_back(std::move(line)); };
    const Sink sink{[&](Arrival arrival) { outcome.arrivals.push_back(std::move(arrival)); }, failed};
    for (const Input& input : expand(arguments, failed)) read_input(input, sink);
    return outcome;
}

record::Report report_of(std::string text, std::string title = "") {
    RawReport raw;
    raw.text = std::move(text);
    raw.title = std::move(title);
    return make_report(raw);
}

std::vector<std::string> kinds_of(const record::Report& report) {
    std::vector<std::string> kinds;
    for (const auto& block : report.blocks) kinds.emplace_back(name_of(block.kind));
    return kinds;
}

bool has_note(const record::Report& report, NoteKind kind) {
    return std::any_of(report.notes.begin(), report.notes.end(), [&](const auto& note) { return note.kind == kind; });
}

/// Blocks lie in order, are trimmed, and hold all of the text but white space.
void expect_tiled(const record::Report& report) {
    std::uint32_t at = 0;
    for (const auto& block : report.blocks) {
        ASSERT_LE(at, block.span.begin);
        ASSERT_TRUE(trimmed(report.text, {at, block.span.begin}).empty());
        ASSERT_EQ(trimmed(report.text, block.span), block.span);
        at = block.span.end;
    }
    ASSERT_TRUE(trimmed(report.text, {at, static_cast<std::uint32_t>(report.text.size())}).empty());
}

double seconds(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

TEST(MakeReport, PutsTheTitleBeforeTheTextUnlessItLeadsIt) {
    EXPECT_EQ(report_of("The talks ended.\n", "Talks end").text, "Talks end\n\nThe talks ended.\n");
    EXPECT_EQ(report_of("Talks end\nThe talks ended.", "Talks end").text, "Talks end\nThe talks ended.");
    EXPECT_EQ(report_of("Talks end\nThe talks ended.", "Talks end").title, "Talks end");
    EXPECT_EQ(report_of("x y z", " ").text, "x y z");
}

TEST(MakeReport, IdDependsOnContentAndNothingElse) {
    RawReport raw;
    raw.text = kLead;
    raw.file = "a.txt";
    raw.name = "a";
    const auto id = make_report(raw).id;
    raw.file = "b.txt";
    raw.name = "b";
    raw.format = record::SourceFormat::kJsonl;
    EXPECT_EQ(make_report(raw).id, id);
    for (std::string* field : {&raw.id, &raw.url, &raw.outlet, &raw.published, &raw.title}) {
        *field = "x";
        EXPECT_NE(make_report(raw).id, id);
        field->clear();
    }
    EXPECT_EQ(make_report(raw).id, id);
}

TEST(MakeReport, TakesTheGivenIdAsName) {
    RawReport raw;
    raw.text = kLead;
    raw.name = "file#1";
    EXPECT_EQ(make_report(raw).name, "file#1");
    raw.id = "given";
    EXPECT_EQ(make_report(raw).name, "given");
}

TEST(MakeReport, TellsHeadlineBylineDatelineAndAgency) {
    const auto report =
        report_of("Quay closed\n\nBy Edda Quist\n\nHALDEN, Nov 3 (Fjord Wire) - " + std::string(kLead) +
                  "\n\nNobody had expected it, the dockers said, and nobody had asked them for their view of it.");
    EXPECT_EQ(report.title, "Quay closed");
    EXPECT_EQ(report.byline, "By Edda Quist");
    EXPECT_EQ(report.dateline, "HALDEN, Nov 3 (Fjord Wire) -");
    EXPECT_EQ(report.agency, "Fjord Wire");
    EXPECT_EQ(report.language, "en");
    EXPECT_THAT(kinds_of(report), ElementsAre("headline", "byline", "dateline", "paragraph", "paragraph"));
    expect_tiled(report);
}

TEST(MakeReport, AHeadingInsideTheTextIsNoTitle) {
    const auto report = report_of(std::string(kLead) + "\nWhat now?\n" + kLead);
    EXPECT_EQ(report.title, "");
    EXPECT_THAT(kinds_of(report), ElementsAre("paragraph", "headline", "paragraph"));
}

TEST(MakeReport, NotesATextThatIsNotEnglish) {
    const auto report = report_of(
        "Der Hafenrat hat am Dienstag beschlossen, den nördlichen Kai für den ganzen Winter zu schließen, weil die "
        "Pfähle "
        "verfault sind und eine Reparatur bis in den Mai dauern wird, wie der Bürgermeister mitteilte.");
    EXPECT_EQ(report.language, "de");
    EXPECT_TRUE(has_note(report, NoteKind::kUnsupportedLanguage));
}

TEST(Expand, SortsFoldersAndSaysWhatIsMissing) {
    const Folder folder;
    folder.write("b.txt", "b");
    folder.write("a/c.txt", "c");
    folder.write(".hidden", "h");
    std::vector<std::string> failures;
    const auto failed = [&](std::string line) { failures.push_back(std::move(line)); };
    std::vector<std::string> names;
    for (const Input& input : expand({folder.path(), folder.path("*.txt"), "-", folder.path("none")}, failed)) {
        names.push_back(input.base_name);
    }
    EXPECT_THAT(names, ElementsAre("c.txt", "b.txt", "stdin"));
    ASSERT_THAT(failures, testing::SizeIs(1));
    EXPECT_THAT(failures[0], HasSubstr("none: no such file"));
}

TEST(ReadInput, NamesAPlainTextByItsFile) {
    const Folder folder;
    const auto outcome = read_all({folder.write("two.words.txt", std::string("\xEF\xBB\xBF") + kLead + "\r\n")});
    ASSERT_THAT(outcome.arrivals, testing::SizeIs(1));
    const Arrival& arrival = outcome.arrivals[0];
    EXPECT_EQ(arrival.report.name, "two.words");
    EXPECT_THAT(arrival.report.source.files, ElementsAre("two.words.txt"));
    EXPECT_EQ(arrival.report.text, std::string(kLead) + "\n");
    EXPECT_EQ(arrival.to_received.to_received({0, 3}), (text::Span{3, 6}));
}

TEST(ReadInput, ReadsJsonLinesByContentAndGoesOnAfterABadOne) {
    const Folder folder;
    const std::string line = R"({"id":"x","title":"Quay closed","text":"The quay\nis closed."})";
    const auto outcome = read_all(
        {folder.write("feed.txt", "\n" + line + "\n{\"id\":1}\nnot json\n{\"html\":\"<p>\"}\n{\"text\":\" \"}\n" +
                                      R"({"text":"Second report."})")});
    ASSERT_THAT(outcome.arrivals, testing::SizeIs(2));
    const Arrival& first = outcome.arrivals[0];
    EXPECT_EQ(first.report.name, "x");
    EXPECT_EQ(first.report.source.format, record::SourceFormat::kJsonl);
    EXPECT_EQ(first.report.text, "Quay closed\n\nThe quay\nis closed.");
    const auto begin = static_cast<std::uint32_t>(first.report.text.find("The quay"));
    const text::Span received = first.to_received.to_received({begin, begin + 8});
    EXPECT_EQ(text::words_at(line, received), "The quay");
    EXPECT_EQ(outcome.arrivals[1].report.name, "feed#6");
    EXPECT_THAT(outcome.failures,
                ElementsAre(HasSubstr("feed.txt:3: has neither"), HasSubstr("feed.txt:4: no JSON"),
                            HasSubstr("feed.txt:5: html is not read yet"), HasSubstr("feed.txt:6: \"text\" is empty")));
}

TEST(ReadInput, RefusesWhatComesLaterAndSaysWhatToDo) {
    const Folder folder;
    const std::pair<const char*, std::string> files[] = {{"page", "<!DOCTYPE html><html><body>Hi</body></html>"},
                                                         {"packed", "\x1F\x8B\x08rest"},
                                                         {"crawl", "WARC/1.0\r\nWARC-Type: response"},
                                                         {"feed", "<?xml version=\"1.0\"?><rss></rss>"},
                                                         {"array", "[{\"text\":\"a\"}]"},
                                                         {"pretty", "{\n  \"text\": \"a\"\n}"},
                                                         {"empty", ""},
                                                         {"blank", " \n\t\n"}};
    for (const auto& [name, bytes] : files) {
        const auto outcome = read_all({folder.write(name, bytes)});
        EXPECT_THAT(outcome.arrivals, IsEmpty()) << name;
        ASSERT_THAT(outcome.failures, testing::SizeIs(1)) << name;
        EXPECT_THAT(outcome.failures[0], HasSubstr(std::string(name) + ": ")) << name;
        EXPECT_EQ(outcome.failures[0].find('\n'), std::string::npos) << name;
    }
}

TEST(ReadInput, CutsAnEnormousLineAndAnEnormousFile) {
    const Folder folder;
    const std::string paragraph = std::string(kLead) + "\\n";
    std::string line = "{\"id\":\"big\",\"text\":\"";
    while (line.size() < 50'000'000) line += paragraph;
    line += "\"}\n{\"id\":\"small\",\"text\":\"Short.\"}\n";
    const std::string file = folder.write("big.jsonl", line);
    Outcome outcome;
    EXPECT_LT(seconds([&] { outcome = read_all({file}); }), 60.0);
    ASSERT_THAT(outcome.arrivals, testing::SizeIs(2));
    EXPECT_LE(outcome.arrivals[0].report.text.size(), kMaxTextBytes);
    EXPECT_TRUE(has_note(outcome.arrivals[0].report, NoteKind::kLimit));
    EXPECT_TRUE(has_note(outcome.arrivals[0].report, NoteKind::kTruncated));
    EXPECT_EQ(outcome.arrivals[1].report.name, "small");
    const auto plain = read_all({folder.write("big.txt", std::string(30'000'000, 'a'))});
    ASSERT_THAT(plain.arrivals, testing::SizeIs(1));
    EXPECT_EQ(plain.arrivals[0].report.text.size(), kMaxTextBytes);
    EXPECT_TRUE(has_note(plain.arrivals[0].report, NoteKind::kLimit));
}

/// Texts made of one hostile piece; twice the size must not cost much more than twice the time.
TEST(Hostile, CostIsLinear) {
    for (const std::string piece : {"“",
                                    "\"",
                                    "[",
                                    "(",
                                    "a\n",
                                    "• x\n",
                                    "1. a\n",
                                    "[1] a\n",
                                    "By A\n\n",
                                    "CITY - ",
                                    "A: b\n",
                                    "абвгд жз\n",
                                    "| ",
                                    "|  a ",
                                    "“A b c d e f g h i j k l m n o p q r s t u v w x y.\n",
                                    "\"One two three. \n",
                                    "UPDATE: ",
                                    "12.30\n",
                                    "-",
                                    "comments ",
                                    "Skelbti komentarą skelbti komentarą\n",
                                    "\xCC\x81",
                                    "(Reporting by A)\n",
                                    "2016. ",
                                    "Disclaimer\n"}) {
        const auto cost = [&](std::size_t size) {
            std::string text;
            while (text.size() < size) text += piece;
            return seconds([&] { expect_tiled(report_of(text)); });
        };
        const double half = cost(base::hostile_size(500'000)), whole = cost(base::hostile_size(1'000'000));
        EXPECT_LT(whole, 4 * half + 1.5) << piece;  // the constant allows for a busy machine
        EXPECT_LT(whole, 8.0) << piece;
    }
}

TEST(Hostile, TwentyThousandUnbalancedQuotationMarks) {
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += "He said “this and never closed it.\n\n";
    const auto report = report_of(text);
    expect_tiled(report);
    EXPECT_TRUE(has_note(report, NoteKind::kUnclosedQuote));
    EXPECT_LE(report.notes.size(), 100U);
}

}  // namespace
}  // namespace readout::intake
