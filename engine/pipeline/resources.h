#pragma once
// The lexicons, tables and models that the rooms read, and where they lie.

#include <map>
#include <string>
#include <string_view>

#include "base/file.h"
#include "base/result.h"

namespace readout::pipeline {

/// The files of a folder that holds data/ and models/ (a checkout, or PREFIX/share/readout), mapped into memory.
class Resources {
  public:
    /// Fails with the first file that is missing.
    static base::Result<Resources> open(const std::string& folder);

    /// The bytes of a file, by its path below the folder ("data/actors/states.tsv"). REQUIRES: listed in resources.cc.
    [[nodiscard]] std::string_view bytes(const std::string& path) const;

    /// A hash over all lexicons and one over all models, for the run line.
    [[nodiscard]] std::string lexicon_version() const;
    [[nodiscard]] std::string model_version() const;

  private:
    [[nodiscard]] std::string version_of(std::string_view prefix) const;
    std::map<std::string, base::MappedFile> files_;
};

}  // namespace readout::pipeline
