#include "store/store.h"

#include <fmt/format.h>
#include <zstd.h>

#include <algorithm>
#include <set>

#include "base/check.h"
#include "base/table.h"
#include "record/names.h"
#include "store/pack.h"

namespace readout::store {
namespace {

constexpr int kSchemaVersion = 7;           // 7: readings hold what quotations do by their words
constexpr int kApplicationId = 0x52444F54;  // "RDOT"
constexpr std::size_t kMaxPackedBytes = std::size_t{1} << 30;

constexpr const char* kSchema = R"sql(
CREATE TABLE report (id TEXT PRIMARY KEY, name TEXT NOT NULL, files TEXT NOT NULL, url TEXT, outlet TEXT, title TEXT,
    published_from TEXT, published_to TEXT, language TEXT, versions TEXT NOT NULL, reading BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE statement (id TEXT PRIMARY KEY, report TEXT NOT NULL, begin INTEGER NOT NULL, speaker TEXT, speaker_name TEXT,
    cue TEXT, content TEXT NOT NULL, addressee_name TEXT, act TEXT NOT NULL, negated INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE event (id TEXT PRIMARY KEY, report TEXT NOT NULL, begin INTEGER NOT NULL, type TEXT NOT NULL, mode TEXT, status TEXT NOT NULL,
    words TEXT NOT NULL, on_from TEXT, on_to TEXT) STRICT, WITHOUT ROWID;
CREATE INDEX statement_of_report ON statement(report);
CREATE INDEX statement_of_speaker ON statement(speaker);
CREATE INDEX event_of_report ON event(report);
CREATE VIRTUAL TABLE words USING fts5(report UNINDEXED, title, text);
)sql";

/// With a checksum, so that damage is seen.
std::string compress(const std::string& bytes) {
    const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size = ZSTD_compress2(context.get(), out.data(), out.size(), bytes.data(), bytes.size());
    RO_CHECK(ZSTD_isError(size) == 0);
    out.resize(size);
    return out;
}

base::Result<std::string> decompress(std::string_view bytes) {
    const auto size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (size > kMaxPackedBytes) return base::failure("a stored reading is damaged");
    std::string out(size, '\0');
    if (ZSTD_decompress(out.data(), out.size(), bytes.data(), bytes.size()) != size)
        return base::failure("a stored reading is damaged");
    return out;
}

base::Result<std::int64_t> pragma(sqlite3* database, const char* name, const std::string& path) {
    Query query = RO_TRY(Query::prepare(database, fmt::format("PRAGMA {}", name), path));
    const bool row = RO_TRY(query.step());
    return row ? query.number(0) : 0;
}

/// Makes the tables of a new file; refuses what another program or another version made.
base::Result<void> prepare_schema(sqlite3* database, const std::string& path) {
    const std::int64_t version = RO_TRY(pragma(database, "user_version", path));
    const std::int64_t application = RO_TRY(pragma(database, "application_id", path));
    const std::int64_t pages = RO_TRY(pragma(database, "schema_version", path));
    if (version == 0 && pages == 0) {
        return execute(database,
                       fmt::format("BEGIN IMMEDIATE;{} PRAGMA application_id={}; PRAGMA user_version={}; COMMIT",
                                   kSchema, kApplicationId, kSchemaVersion),
                       path);
    }
    if (application != kApplicationId)
        return base::failure(fmt::format("{}: is no store of Readout; name another file", path));
    if (version > kSchemaVersion) {
        return base::failure(
            fmt::format("{}: was made by a newer Readout (form {}, this one knows {}); use that version", path, version,
                        kSchemaVersion));
    }
    if (version < kSchemaVersion) {
        return base::failure(
            fmt::format("{}: was made by an older Readout (form {}, this one writes {}); read the reports into "
                        "a new store",
                        path, version, kSchemaVersion));
    }
    return {};
}

Query& bind_or_null(Query& query, int place, const std::string& value) {
    return value.empty() ? query.bind_null(place) : query.bind(place, value);
}

/// Base names hold no slash.
std::string joined(const std::vector<std::string>& files) {
    return fmt::format("{}", fmt::join(files, "/"));
}

std::vector<std::string> parted(std::string_view files) {
    std::vector<std::string> list;
    for (const std::string_view file : base::split(files, '/')) list.push_back(std::string(file));
    return list;
}

base::Result<void> run(Query& query) {
    const bool row = RO_TRY(query.step());
    (void)row;
    return {};
}

}  // namespace

base::Result<Store> Store::open(const std::string& path) {
    sqlite3* raw = nullptr;
    const int code =
        sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database(raw);
    if (code != SQLITE_OK) return tl::make_unexpected(trouble(raw, path));
    sqlite3_busy_timeout(raw, 2000);
    RO_TRY_VOID(prepare_schema(raw, path));
    RO_TRY_VOID(execute(raw, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA trusted_schema=OFF;", path));
    RO_TRY_VOID(
        execute(raw, "BEGIN IMMEDIATE; ROLLBACK", path));  // says now, not after an hour, that another one writes
    return Store(std::move(database), path);
}

base::Result<void> Store::put(std::span<const record::Reading> readings, const std::string& versions) {
    RO_TRY_VOID(execute(database_.get(), "BEGIN IMMEDIATE", path_));
    auto done = put_all(readings, versions);
    if (done) return execute(database_.get(), "COMMIT", path_);
    (void)execute(database_.get(), "ROLLBACK", path_);
    return done;
}

base::Result<void> Store::put_all(std::span<const record::Reading> readings, const std::string& versions) {
    for (const record::Reading& reading : readings) RO_TRY_VOID(put_one(reading, versions));
    return {};
}

/// What is known of a report before it is put, joined with what now came in.
struct Store::Row {
    std::string versions;  // empty when the report is new
    std::string name, files;
    bool changed = false;  // name or files differ from those kept
};

base::Result<Store::Row> Store::row_of(const record::Report& report) const {
    Query known =
        RO_TRY(Query::prepare(database_.get(), "SELECT name, files, versions FROM report WHERE id = ?", path_));
    const bool there = RO_TRY(known.bind(1, report.id.value).step());
    Row row;
    row.name = report.name;
    std::vector<std::string> files = report.source.files;
    if (there) {
        row.versions = std::string(known.text(2));
        row.name = std::min(row.name, std::string(known.text(0)));
        for (std::string& file : parted(known.text(1))) files.push_back(std::move(file));
    }
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    row.files = joined(files);
    row.changed = there && (row.name != known.text(0) || row.files != known.text(1));
    return row;
}

base::Result<bool> Store::meet(const record::Report& report, const std::string& versions) {
    const Row row = RO_TRY(row_of(report));
    if (row.versions != versions) return false;
    if (!row.changed) return true;
    Query update = RO_TRY(Query::prepare(database_.get(), "UPDATE report SET name = ?, files = ? WHERE id = ?", path_));
    RO_TRY_VOID(run(update.bind(1, row.name).bind(2, row.files).bind(3, report.id.value)));
    return true;
}

base::Result<void> Store::put_one(const record::Reading& reading, const std::string& versions) {
    const record::Report& report = reading.report;
    const bool met = RO_TRY(meet(report, versions));
    if (met) return {};
    const Row row = RO_TRY(row_of(report));
    Query insert = RO_TRY(Query::prepare(
        database_.get(), "INSERT OR REPLACE INTO report VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", path_));
    const std::string packed = compress(pack(reading));
    const std::string from = report.published ? base::iso(report.published->range.from) : "";
    const std::string to = report.published ? base::iso(report.published->range.to) : "";
    insert.bind(1, report.id.value).bind(2, row.name).bind(3, row.files).bind(10, versions).bind_blob(11, packed);
    bind_or_null(insert, 4, report.url);
    bind_or_null(insert, 5, report.outlet);
    bind_or_null(insert, 6, report.title);
    bind_or_null(insert, 7, from);
    bind_or_null(insert, 8, to);
    bind_or_null(insert, 9, report.language);
    RO_TRY_VOID(run(insert));
    if (!row.versions.empty()) RO_TRY_VOID(clear_facts(report.id));
    return put_facts(reading);
}

base::Result<void> Store::clear_facts(const record::ReportId& id) {
    for (const char* sql : {"DELETE FROM statement WHERE report = ?", "DELETE FROM event WHERE report = ?",
                            "DELETE FROM words WHERE report = ?"}) {
        Query clear = RO_TRY(Query::prepare(database_.get(), sql, path_));
        RO_TRY_VOID(run(clear.bind(1, id.value)));
    }
    return {};
}

base::Result<void> Store::put_facts(const record::Reading& reading) {
    const std::string& id = reading.report.id.value;
    Query words = RO_TRY(Query::prepare(database_.get(), "INSERT INTO words VALUES (?, ?, ?)", path_));
    RO_TRY_VOID(run(words.bind(1, id).bind(2, reading.report.title).bind(3, reading.report.text)));
    Query said = RO_TRY(Query::prepare(
        database_.get(), "INSERT OR REPLACE INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", path_));
    for (const record::Statement& s : reading.statements) {
        std::string content;
        for (const text::Span span : s.content)
            content += (content.empty() ? "" : " … ") + std::string(text::words_at(reading.report.text, span));
        said.bind(1, s.id.value).bind(2, id).bind(3, static_cast<std::int64_t>(s.span.begin)).bind(7, content);
        bind_or_null(said, 4, s.speaker ? s.speaker->entity.value : "");
        bind_or_null(said, 5, s.speaker ? s.speaker->name : "");
        bind_or_null(said, 6, s.cue ? s.cue->lemma : "");
        bind_or_null(said, 8, s.addressee ? s.addressee->name : "");
        said.bind(9, record::name_of(s.act)).bind(10, std::int64_t{s.negated});
        RO_TRY_VOID(run(said));
    }
    Query done = RO_TRY(
        Query::prepare(database_.get(), "INSERT OR REPLACE INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", path_));
    for (const record::Event& e : reading.events) {
        const std::string from = e.on ? base::iso(e.on->from) : "", to = e.on ? base::iso(e.on->to) : "";
        done.bind(1, e.id.value)
            .bind(2, id)
            .bind(3, static_cast<std::int64_t>(e.span.begin))
            .bind(4, record::name_of(e.type));
        bind_or_null(done, 5, e.mode);
        done.bind(6, record::name_of(e.status)).bind(7, text::words_at(reading.report.text, e.span));
        bind_or_null(done, 8, from);
        bind_or_null(done, 9, to);
        RO_TRY_VOID(run(done));
    }
    return {};
}

base::Result<std::vector<record::Reading>> Store::all() const {
    std::vector<record::Reading> readings;
    Query query =
        RO_TRY(Query::prepare(database_.get(), "SELECT id, name, files, reading FROM report ORDER BY id", path_));
    while (RO_TRY(query.step())) {
        const auto bytes = decompress(query.blob(3));
        auto reading = bytes ? unpack(*bytes) : tl::make_unexpected(bytes.error());
        if (!reading)
            return base::failure(fmt::format("{}: report {}: {}; read it anew into another store", path_, query.text(0),
                                             reading.error().message));
        reading->report.name = std::string(query.text(1));
        reading->report.source.files = parted(query.text(2));
        readings.push_back(std::move(*reading));
    }
    return readings;
}

}  // namespace readout::store
