#pragma once
// A thin face of SQLite: errors as results, statements that finalize themselves.

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace readout::store {

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

/// A sentence about the last error of a database, for the file `name`: locked, damaged, full, not writable.
base::Error trouble(sqlite3* database, const std::string& name);

/// Runs SQL without results.
base::Result<void> execute(sqlite3* database, const std::string& sql, const std::string& name);

/// A prepared statement. Texts are copied when bound; a bound blob must live until the statement was stepped to its
/// end.
class Query {
  public:
    static base::Result<Query> prepare(sqlite3* database, std::string_view sql, const std::string& name);

    Query& bind(int place, std::string_view text);
    Query& bind_blob(int place, std::string_view bytes);
    Query& bind(int place, std::int64_t number);
    Query& bind_null(int place);

    /// True while there is a row. After the last one the statement is ready to be bound and run again.
    base::Result<bool> step();
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::string_view blob(int column) const;
    [[nodiscard]] std::int64_t number(int column) const;

  private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    sqlite3* database_ = nullptr;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    std::string name_;
};

}  // namespace readout::store
