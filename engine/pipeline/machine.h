#pragma once
// All readers, loaded once: a report in, its reading out.

#include <memory>
#include <string>

#include "base/result.h"
#include "record/reading.h"
#include "story/background.h"

namespace readout::pipeline {

/// Immutable after load; read() may be called from any number of threads.
class Machine {
  public:
    /// `folder` holds data/ and models/.
    static base::Result<Machine> load(const std::string& folder);
    Machine(Machine&&) noexcept;
    Machine& operator=(Machine&&) noexcept;
    ~Machine();

    /// Everything that one report says, from intake's report.
    [[nodiscard]] record::Reading read(record::Report report) const;

    /// Its words only, of furniture too.
    [[nodiscard]] record::Reading read_words(record::Report report) const;

    [[nodiscard]] const story::Background& background() const;
    [[nodiscard]] std::string lexicon_version() const;
    [[nodiscard]] std::string model_version() const;

  private:
    struct Rooms;
    explicit Machine(std::unique_ptr<Rooms> rooms);
    std::unique_ptr<Rooms> rooms_;
};

}  // namespace readout::pipeline
