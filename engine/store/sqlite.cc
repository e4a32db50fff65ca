#include "store/sqlite.h"

#include <fmt/format.h>

namespace readout::store {

base::Error trouble(sqlite3* database, const std::string& name) {
    const int code = database == nullptr ? SQLITE_NOMEM : sqlite3_errcode(database) & 0xFF;
    switch (code) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {fmt::format("{}: the store is in use by another program; wait for it to end", name)};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {fmt::format("{}: is damaged or no store of Readout; name another file or restore a copy", name)};
        case SQLITE_CANTOPEN:
            return {fmt::format("{}: cannot be opened; check the folder and its permissions", name)};
        case SQLITE_READONLY:
            return {fmt::format("{}: cannot be written; check its permissions", name)};
        case SQLITE_FULL:
            return {fmt::format("{}: the disk is full", name)};
        default:
            return {fmt::format("{}: {}", name, database == nullptr ? "out of memory" : sqlite3_errmsg(database))};
    }
}

base::Result<void> execute(sqlite3* database, const std::string& sql, const std::string& name) {
    if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return {};
    return tl::make_unexpected(trouble(database, name));
}

base::Result<Query> Query::prepare(sqlite3* database, std::string_view sql, const std::string& name) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr) != SQLITE_OK) {
        return tl::make_unexpected(trouble(database, name));
    }
    Query query;
    query.database_ = database;
    query.statement_.reset(statement);
    query.name_ = name;
    return query;
}

Query& Query::bind(int place, std::string_view text) {
    sqlite3_bind_text64(statement_.get(), place, text.data() == nullptr ? "" : text.data(), text.size(),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Query& Query::bind_blob(int place, std::string_view bytes) {
    sqlite3_bind_blob64(statement_.get(), place, bytes.data(), bytes.size(), SQLITE_STATIC);
    return *this;
}

Query& Query::bind(int place, std::int64_t number) {
    sqlite3_bind_int64(statement_.get(), place, number);
    return *this;
}

Query& Query::bind_null(int place) {
    sqlite3_bind_null(statement_.get(), place);
    return *this;
}

base::Result<bool> Query::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    const base::Error error = code == SQLITE_DONE ? base::Error{} : trouble(database_, name_);
    sqlite3_reset(statement_.get());
    if (code == SQLITE_DONE) return false;
    return tl::make_unexpected(error);
}

std::string_view Query::text(int column) const {
    return blob(column);
}

std::string_view Query::blob(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
    return {bytes == nullptr ? "" : bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::int64_t Query::number(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

}  // namespace readout::store
