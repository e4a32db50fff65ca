#include "pipeline/resources.h"

#include <fmt/format.h>

#include "base/check.h"
#include "base/hash.h"

namespace readout::pipeline {
namespace {

constexpr const char* kFiles[] = {
    "data/actors/states.tsv",
    "data/actors/organisations.tsv",
    "data/actors/people.tsv",
    "data/actors/offices.tsv",
    "data/actors/places.tsv",
    "data/actors/roles.tsv",
    "data/actors/given_names.tsv",
    "data/background/words.tsv",
    "data/known_events/known_events.tsv",
    "data/plover/types.tsv",
    "data/plover/modes.tsv",
    "data/plover/triggers.tsv",
    "data/plover/classes.tsv",
    "data/plover/governors.tsv",
    "data/plover/contents.tsv",
    "data/plover/contexts.tsv",
    "data/plover/exclusions.tsv",
    "data/reporting/reporting.tsv",
    "models/tagger.bin",
    "models/reader.bin",
};

}  // namespace

base::Result<Resources> Resources::open(const std::string& folder) {
    Resources resources;
    for (const char* path : kFiles) {
        auto file = base::MappedFile::open(folder + "/" + path);
        if (!file) {
            return base::failure(
                fmt::format("{}; Readout's data folder is incomplete: reinstall it, or name another with --data",
                            file.error().message));
        }
        resources.files_.emplace(path, std::move(*file));
    }
    return resources;
}

std::string_view Resources::bytes(const std::string& path) const {
    const auto at = files_.find(path);
    RO_CHECK(at != files_.end());
    return at->second.bytes();
}

std::string Resources::version_of(std::string_view prefix) const {
    base::Fingerprint print;
    for (const auto& [path, file] : files_) {
        if (path.starts_with(prefix)) print.add(path).add(base::hash64(file.bytes()));
    }
    return print.hex();
}

std::string Resources::lexicon_version() const {
    return version_of("data/");
}

std::string Resources::model_version() const {
    return version_of("models/");
}

}  // namespace readout::pipeline
