#include "pipeline/run.h"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <map>
#include <set>
#include <tuple>

#include "base/pool.h"
#include "intake/intake.h"

namespace readout::pipeline {
namespace {

constexpr std::size_t kReportsPerThread =
    4;  // of a batch: what is read is kept after a moment, and no thread waits long
constexpr std::size_t kBatchBytes = 32 * 1024 * 1024;  // or this much text

/// All notes of both, each once, in text order.
void join_notes(std::vector<record::Note>& notes, const std::vector<record::Note>& others) {
    const auto key = [](const record::Note& note) { return std::tie(note.span, note.kind, note.why); };
    notes.insert(notes.end(), others.begin(), others.end());
    std::sort(notes.begin(), notes.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    notes.erase(std::unique(notes.begin(), notes.end(), [&](const auto& a, const auto& b) { return key(a) == key(b); }),
                notes.end());
}

/// Collects reports as they arrive and reads them batch by batch.
class Gatherer {
  public:
    Gatherer(const Machine& machine, std::size_t jobs, std::uint64_t bytes_total, const ProgressSink& sink,
             const Shelf& shelf, Depth depth)
        : machine_(machine), jobs_(jobs), sink_(sink), shelf_(shelf), depth_(depth) {
        progress_.bytes_total = bytes_total;
    }

    void take(record::Report report) {
        if (not_kept_ || was_met(report)) return;
        const auto known = place_of_.find(report.id.value);
        if (known != place_of_.end()) {
            add_file(*known->second, report);
            return;
        }
        files_.push_back({report.source.files, report.name, report.source.format, report.notes, false});
        place_of_.emplace(report.id.value, &files_.back());
        waiting_bytes_ += report.text.size();
        waiting_.push_back(std::move(report));
        if (waiting_.size() >= kReportsPerThread * jobs_ || waiting_bytes_ >= kBatchBytes) read_waiting();
    }

    /// True when the shelf failed: what comes after is not taken.
    [[nodiscard]] bool ended() const { return not_kept_.has_value(); }

    void finish(Gathered& gathered) {
        read_waiting();
        for (record::Reading& reading : readings_) {
            Arrived& arrived = *place_of_.at(reading.report.id.value);
            std::sort(arrived.files.begin(), arrived.files.end());
            arrived.files.erase(std::unique(arrived.files.begin(), arrived.files.end()), arrived.files.end());
            reading.report.source.files = std::move(arrived.files);
            reading.report.name = std::move(arrived.name);
            reading.report.source.format = arrived.format;
            join_notes(reading.report.notes, arrived.notes);
        }
        std::sort(readings_.begin(), readings_.end(),
                  [](const record::Reading& a, const record::Reading& b) { return a.report.id < b.report.id; });
        keep_those_met_again();
        gathered.readings = std::move(readings_);
        gathered.not_kept = std::move(not_kept_);
        gathered.ids = std::move(met_);
        for (const record::Reading& reading : gathered.readings) gathered.ids.push_back(reading.report.id);
        std::sort(gathered.ids.begin(), gathered.ids.end());
        gathered.ids.erase(std::unique(gathered.ids.begin(), gathered.ids.end()), gathered.ids.end());
    }

  private:
    struct Arrived {
        std::vector<std::string> files;
        std::string name;
        record::SourceFormat format;
        std::vector<record::Note> notes;  // of intake: how it was decoded depends on the file
        bool met_again;
    };

    /// The same report under another file: the least name stays, so that the order of inputs does not matter.
    static void add_file(Arrived& arrived, const record::Report& report) {
        arrived.files.insert(arrived.files.end(), report.source.files.begin(), report.source.files.end());
        arrived.name = std::min(arrived.name, report.name);
        arrived.format = std::min(arrived.format, report.source.format);
        arrived.notes.insert(arrived.notes.end(), report.notes.begin(), report.notes.end());
        arrived.met_again = true;
    }

    bool was_met(const record::Report& report) {
        if (!shelf_.meet || place_of_.count(report.id.value) > 0) return false;
        auto met = shelf_.meet(report);
        if (!met) not_kept_ = std::move(met.error());
        if (met && *met) met_.push_back(report.id);
        return !met || *met;
    }

    void keep(std::span<const record::Reading> readings) {
        if (!shelf_.put || not_kept_ || readings.empty()) return;
        auto kept = shelf_.put(readings);
        if (!kept) not_kept_ = std::move(kept.error());
    }

    /// Batches were kept before all files of a report were known.
    void keep_those_met_again() {
        for (const record::Reading& reading : readings_) {
            if (place_of_.at(reading.report.id.value)->met_again) keep({&reading, 1});
        }
    }

    void read_waiting() {
        std::vector<record::Reading> read(waiting_.size());
        base::parallel_for(waiting_.size(), jobs_, [&](std::size_t i) {
            read[i] = depth_ == Depth::kAll ? machine_.read(std::move(waiting_[i]))
                                            : machine_.read_words(std::move(waiting_[i]));
        });
        keep(read);
        for (record::Reading& reading : read) readings_.push_back(std::move(reading));
        progress_.reports_done = readings_.size();
        progress_.bytes_done += waiting_bytes_;
        waiting_.clear();
        waiting_bytes_ = 0;
        if (sink_) sink_(progress_);
    }

    const Machine& machine_;
    std::size_t jobs_;
    const ProgressSink& sink_;
    const Shelf& shelf_;
    Depth depth_;
    std::optional<base::Error> not_kept_;
    std::vector<record::ReportId> met_;
    Progress progress_;
    std::map<std::string, Arrived*> place_of_;
    std::deque<Arrived> files_;
    std::vector<record::Report> waiting_;
    std::size_t waiting_bytes_ = 0;
    std::vector<record::Reading> readings_;
};

/// 0 when one of them has no size.
std::uint64_t total_size(const std::vector<intake::Input>& files) {
    std::uint64_t total = 0;
    for (const intake::Input& file : files) {
        std::error_code none;
        const auto size = std::filesystem::file_size(file.path, none);
        if (none) return 0;
        total += size;
    }
    return total;
}

}  // namespace

Gathered gather(const Machine& machine, const std::vector<std::string>& inputs, std::size_t jobs,
                const ProgressSink& progress, const Shelf& shelf, Depth depth) {
    Gathered gathered;
    const auto failed = [&](std::string line) { gathered.failures.push_back(std::move(line)); };
    const auto passed_over = [&](std::string line) { gathered.passed_over.push_back(std::move(line)); };
    const std::vector<intake::Input> files = intake::expand(inputs, failed, passed_over);
    Gatherer gatherer(machine, jobs, total_size(files), progress, shelf, depth);
    const intake::Sink sink{[&](intake::Arrival arrival) { gatherer.take(std::move(arrival.report)); }, failed};
    for (const intake::Input& file : files) {
        intake::read_input(file, sink);
        if (gatherer.ended()) break;
    }
    gatherer.finish(gathered);
    return gathered;
}

void make_names_unique(std::vector<record::Reading>& readings) {
    std::map<std::string, std::vector<record::Report*>> by_name;
    std::set<std::string> taken;
    for (record::Reading& reading : readings) {
        by_name[reading.report.name].push_back(&reading.report);
        taken.insert(reading.report.name);
    }
    for (auto& [name, reports] : by_name) {
        std::sort(reports.begin(), reports.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
        int number = 2;
        for (std::size_t i = 1; i < reports.size(); ++i) {
            std::string next = name + "~" + std::to_string(number++);
            while (!taken.insert(next).second) next = name + "~" + std::to_string(number++);
            reports[i]->name = next;
        }
    }
}

}  // namespace readout::pipeline
