#pragma once
// How does it last? One SQLite file that keeps every report with its reading.
//
// Tables (STRICT): report (one row a report: its identity, its files, its reading packed and compressed with zstd),
// statement and event (one row a fact, for questions), words (FTS5 over titles and texts). The file is in WAL mode;
// each put() is one transaction, so that a killed program loses only what it had not put.

#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "record/reading.h"
#include "store/sqlite.h"

namespace readout::store {

/// One program writes at a time; a Store is used by one thread.
class Store {
  public:
    /// Opens the file, or makes it. Fails when it is locked by another writer, damaged, no store, or made by a newer
    /// version.
    static base::Result<Store> open(const std::string& path);

    /// Keeps readings in one transaction. A report that is there already keeps one row that lists all its files, under
    /// the least name; its reading is replaced only when `versions` (of program, model, lexicon) differ from those it
    /// was read with.
    base::Result<void> put(std::span<const record::Reading> readings, const std::string& versions);

    /// True when the report was read with these versions before; then its files and name are joined with those of its
    /// row. Lets a run that was ended go on where it stopped.
    base::Result<bool> meet(const record::Report& report, const std::string& versions);

    /// All readings, sorted by report id.
    base::Result<std::vector<record::Reading>> all() const;

    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    Store(Database database, std::string path) : database_(std::move(database)), path_(std::move(path)) {}
    base::Result<void> put_all(std::span<const record::Reading> readings, const std::string& versions);
    base::Result<void> put_one(const record::Reading& reading, const std::string& versions);
    base::Result<void> clear_facts(const record::ReportId& id);
    base::Result<void> put_facts(const record::Reading& reading);
    struct Row;
    base::Result<Row> row_of(const record::Report& report) const;

    Database database_;
    std::string path_;
};

}  // namespace readout::store
