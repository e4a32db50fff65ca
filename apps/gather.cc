#include "gather.h"

#include <algorithm>
#include <filesystem>
#include <tuple>
#include <utility>

#include "intake/intake.h"
#include "publish/conllu.h"
#include "publish/jsonl.h"
#include "store/store.h"

namespace readout::apps {
namespace {

constexpr const char* kTool = "readout " READOUT_VERSION;

std::string versions_of(const pipeline::Machine& machine) {
    return std::string(kTool) + " " + machine.model_version() + " " + machine.lexicon_version();
}

std::vector<record::ReportId> ids_of(const std::vector<record::Reading>& readings) {
    std::vector<record::ReportId> ids;
    for (const record::Reading& reading : readings) ids.push_back(reading.report.id);
    return ids;
}

/// Reads inputs, keeping them in the store when there is one. None when that failed, after complaining.
std::optional<pipeline::Gathered> gather_inputs(const pipeline::Machine& machine, const Common& common,
                                                const std::vector<std::string>& inputs,
                                                std::optional<store::Store>& store,
                                                pipeline::Depth depth = pipeline::Depth::kAll) {
    pipeline::Shelf shelf;
    if (store) {
        const std::string versions = versions_of(machine);
        shelf.meet = [&store, versions](const record::Report& report) { return store->meet(report, versions); };
        shelf.put = [&store, versions](std::span<const record::Reading> batch) { return store->put(batch, versions); };
    }
    pipeline::Gathered gathered =
        pipeline::gather(machine, inputs, thread_count(common), progress_meter(), shelf, depth);
    end_progress();
    for (const std::string& line : gathered.passed_over) complain(line);
    for (const std::string& failure : gathered.failures) complain(failure);
    if (gathered.not_kept) {
        complain(gathered.not_kept->message);
        return std::nullopt;
    }
    if (gathered.ids.empty() && !inputs.empty()) {
        if (gathered.failures.empty()) complain("no reports were found in the inputs");
        return std::nullopt;
    }
    return gathered;
}

std::optional<store::Store> open_store(const std::string& path) {
    auto store = store::Store::open(path);
    if (store) return std::move(*store);
    complain(store.error().message);
    return std::nullopt;
}

std::optional<pipeline::Machine> load_machine(const Common& common) {
    auto machine = pipeline::Machine::load(find_data(common));
    if (machine) return std::move(*machine);
    complain(machine.error().message);
    return std::nullopt;
}

/// All readings of the store in place of the run's own.
bool take_all(const store::Store& store, std::vector<record::Reading>& readings) {
    auto all = store.all();
    if (!all) {
        complain(all.error().message);
        return false;
    }
    readings = std::move(*all);
    if (readings.empty()) complain(store.path() + ": the store holds no reports yet; read some with --store");
    return !readings.empty();
}

}  // namespace

std::optional<Woven> read_and_weave(const Common& common, const std::vector<std::string>& inputs,
                                    const std::string& store_path) {
    if (inputs.empty() && store_path.empty()) {
        complain("nothing to read: name files or folders, or a store with --store");
        return std::nullopt;
    }
    if (std::error_code none; inputs.empty() && !std::filesystem::exists(store_path, none)) {
        complain(store_path + ": there is no such store; check the path, or read some reports into it first");
        return std::nullopt;
    }
    std::optional<pipeline::Machine> machine = load_machine(common);
    if (!machine) return std::nullopt;
    std::optional<store::Store> store;
    if (!store_path.empty() && !(store = open_store(store_path))) return std::nullopt;
    std::optional<pipeline::Gathered> gathered = gather_inputs(*machine, common, inputs, store);
    if (!gathered) return std::nullopt;
    std::vector<record::ReportId> own = std::move(gathered->ids);
    if (store && !take_all(*store, gathered->readings)) return std::nullopt;
    if (inputs.empty()) own = ids_of(gathered->readings);
    pipeline::make_names_unique(gathered->readings);
    record::Weave weave = pipeline::weave(*machine, gathered->readings);
    return Woven{std::move(*machine), std::move(gathered->readings), std::move(weave), std::move(own),
                 gathered->failures.empty()};
}

bool may_write(const std::string& out, const std::vector<std::string>& inputs, const std::string& store) {
    std::error_code none;
    if (out.empty() || out == "-" || !std::filesystem::exists(out, none)) return true;
    const auto is_out = [&](const std::string& path) { return std::filesystem::equivalent(path, out, none) && !none; };
    if (!store.empty() && is_out(store)) {
        complain(out + ": is the store; write to another file");
        return false;
    }
    const auto ignore = [](const std::string&) {};
    const std::vector<intake::Input> files = intake::expand(inputs, ignore);
    const bool read = std::any_of(files.begin(), files.end(),
                                  [&](const intake::Input& file) { return file.path != "-" && is_out(file.path); });
    if (read) complain(out + ": is one of the files to read; write to another, outside of the folders that are read");
    return !read;
}

void add_store(CLI::App& command, std::string& store) {
    command.add_option("--store", store, "Keep what is read in this file, and compare it with all that the file holds");
}

std::vector<const record::Reading*> pointers_to(const std::vector<record::Reading>& readings) {
    std::vector<const record::Reading*> pointers;
    pointers.reserve(readings.size());
    for (const record::Reading& reading : readings) pointers.push_back(&reading);
    return pointers;
}

namespace {

void sort_by_name(std::vector<const record::Reading*>& readings) {
    std::sort(readings.begin(), readings.end(), [](const record::Reading* a, const record::Reading* b) {
        return std::tie(a->report.name, a->report.id) < std::tie(b->report.name, b->report.id);
    });
}

}  // namespace

void print_jsonl(const Woven& woven) {
    publish::write_run({kTool, woven.machine.model_version(), woven.machine.lexicon_version()}, write_out);
    const std::vector<const record::Reading*> by_id = pointers_to(woven.readings);
    std::vector<const record::Reading*> by_name;
    std::copy_if(by_id.begin(), by_id.end(), std::back_inserter(by_name), [&](const record::Reading* reading) {
        return std::binary_search(woven.own.begin(), woven.own.end(), reading->report.id);
    });
    sort_by_name(by_name);
    for (const record::Reading* reading : by_name) publish::write_reading(*reading, write_out);
    publish::write_weave(pipeline::about(woven.weave, woven.readings, woven.own), by_id, write_out);
}

int print_conllu(const Common& common, const std::vector<std::string>& inputs) {
    std::optional<pipeline::Machine> machine = load_machine(common);
    if (!machine) return kFailed;
    std::optional<store::Store> none;
    std::optional<pipeline::Gathered> gathered = gather_inputs(*machine, common, inputs, none, pipeline::Depth::kWords);
    if (!gathered) return kFailed;
    pipeline::make_names_unique(gathered->readings);
    std::vector<const record::Reading*> by_name = pointers_to(gathered->readings);
    sort_by_name(by_name);
    for (const record::Reading* reading : by_name) publish::write_conllu(*reading, write_out);
    return gathered->failures.empty() ? kDone : kSomeFailed;
}

}  // namespace readout::apps
