#include "gather.h"

#include <utility>

namespace readout::apps {

std::optional<Woven> read_and_weave(const Common& common, const std::vector<std::string>& inputs) {
    auto machine = pipeline::Machine::load(find_data(common));
    if (!machine) {
        complain(machine.error().message);
        return std::nullopt;
    }
    pipeline::Gathered gathered = pipeline::gather(*machine, inputs, thread_count(common), progress_meter());
    end_progress();
    for (const std::string& failure : gathered.failures) complain(failure);
    if (gathered.readings.empty()) {
        if (gathered.failures.empty()) complain("no reports were found in the inputs");
        return std::nullopt;
    }
    pipeline::make_names_unique(gathered.readings);
    record::Weave weave = pipeline::weave(*machine, gathered.readings);
    return Woven{std::move(*machine), std::move(gathered.readings), std::move(weave), gathered.failures.empty()};
}

std::vector<const record::Reading*> pointers_to(const std::vector<record::Reading>& readings) {
    std::vector<const record::Reading*> pointers;
    pointers.reserve(readings.size());
    for (const record::Reading& reading : readings) pointers.push_back(&reading);
    return pointers;
}

}  // namespace readout::apps
