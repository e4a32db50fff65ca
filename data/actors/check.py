#!/usr/bin/env python3
"""Check the actor tables in this folder. Prints every fault; exits 1 if there is one.

Usage: check.py [folder]
"""
import datetime
import os
import re
import sys
import unicodedata

HEADERS = {
    "states.tsv": "code name other_names demonyms capital capital_other_names metonyms source",
    "organisations.tsv": "id name other_names kind code sectors from to source",
    "people.tsv": "id name other_names country source",
    "offices.tsv": "person office of sector from to source",
    "places.tsv": "name country other_names kind source",
    "roles.tsv": "noun sector kind source",
    "given_names.tsv": "name gender source",
}
MAY_BE_EMPTY = {"other_names", "demonyms", "capital", "capital_other_names", "metonyms",
                "from", "to", "sectors", "country"}
NON_STATE_CODES = {"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"}
SECTORS = set("COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB "
              "MED REF OPP PRE REL SOC".split())
ORGANISATION_KINDS = {"organisation", "group", "state-body"}
PLACE_KINDS = {"city", "region", "site", "water", "province"}
ROLE_KINDS = {"person", "group"}
LISTS = {"other_names", "demonyms", "capital_other_names", "metonyms", "sectors"}
# Offices that one person holds at a time. Rival claims are told apart by hand.
SINGLE = {"president", "prime minister", "foreign minister", "defence minister", "chancellor",
          "secretary of state", "treasury secretary", "defence secretary", "vice president",
          "secretary-general", "national security adviser", "interior minister", "finance minister",
          "supreme leader", "king", "pope", "chief of the General Staff",
          "chairman of the Joint Chiefs of Staff", "attorney general", "ambassador to NATO",
          "ambassador to the United Nations", "ambassador to the United States"}
RIVALS = {("president", "CIV")}  # 2010-2011: both men who had taken the oath
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")


class Checker:
    def __init__(self, folder):
        self.folder = folder
        self.faults = []

    def fault(self, table, line, why):
        self.faults.append("%s:%d: %s" % (table, line, why))

    def read(self, table):
        """Rows of a table as (line number, {column: cell}); faults of form are noted."""
        header = HEADERS[table].split()
        rows = []
        seen_header = False
        with open(os.path.join(self.folder, table), "rb") as stream:
            data = stream.read()
        if data.startswith(b"\xef\xbb\xbf"):
            self.fault(table, 1, "byte order mark")
        if b"\r" in data:
            self.fault(table, 1, "carriage return")
        if data and not data.endswith(b"\n"):
            self.fault(table, data.count(b"\n") + 1, "no newline at the end")
        for number, line in enumerate(data.decode("utf-8").split("\n"), 1):
            if not line or line.startswith("#"):
                continue
            cells = line.split("\t")
            if not seen_header:
                seen_header = True
                if cells != header:
                    self.fault(table, number, "header is not: " + " ".join(header))
                continue
            if len(cells) != len(header):
                self.fault(table, number, "%d cells, not %d" % (len(cells), len(header)))
                continue
            row = dict(zip(header, cells))
            self.check_cells(table, number, row)
            rows.append((number, row))
        if not rows:
            self.fault(table, 1, "no rows")
        return rows

    def check_cells(self, table, number, row):
        for column, cell in row.items():
            if not cell and column not in MAY_BE_EMPTY:
                self.fault(table, number, "empty " + column)
            parts = cell.split("|") if column in LISTS and cell else [cell]
            for part in parts:
                if part != part.strip() or (not part and len(parts) > 1):
                    self.fault(table, number, "blank at an edge or empty item in %s: %r" % (column, cell))
            if column not in LISTS and "|" in cell:
                self.fault(table, number, "a list in " + column)
            if len(set(parts)) != len(parts):
                self.fault(table, number, "an item twice in " + column)
            if unicodedata.normalize("NFC", cell) != cell:
                self.fault(table, number, "not in normal form C: " + column)
            if any(unicodedata.category(c) == "Cc" for c in cell):
                self.fault(table, number, "control character in " + column)

    def bounds(self, table, number, text, last):
        """First (or last) day that a date of day, month or year precision covers."""
        match = DATE.match(text)
        if not match:
            self.fault(table, number, "not a date: " + text)
            return None
        year, month, day = (int(g) if g else None for g in match.groups())
        try:
            if month is None:
                return datetime.date(year, 12, 31) if last else datetime.date(year, 1, 1)
            if day is not None:
                return datetime.date(year, month, day)
            first = datetime.date(year, month, 1)
            if not last:
                return first
            following = datetime.date(year + month // 12, month % 12 + 1, 1)
            return following - datetime.timedelta(days=1)
        except ValueError:
            self.fault(table, number, "no such day: " + text)
            return None

    def check_dates(self, table, number, row):
        begin = self.bounds(table, number, row["from"], False) if row["from"] else None
        end = self.bounds(table, number, row["to"], True) if row["to"] else None
        if begin and end and begin > end:
            self.fault(table, number, "ends before it begins")
        return begin, end

    def check_unique(self, table, rows, column):
        seen = {}
        for number, row in rows:
            if row[column] in seen:
                self.fault(table, number, "%s %s also on line %d" % (column, row[column], seen[row[column]]))
            seen[row[column]] = number
        return set(seen)

    def check_states(self, rows):
        codes = self.check_unique("states.tsv", rows, "code")
        names = {}
        for number, row in rows:
            if not re.match(r"[A-Z]{3}\Z", row["code"]):
                self.fault("states.tsv", number, "not a code: " + row["code"])
            own = [row["name"], row["capital"]]
            for column in ("other_names", "demonyms", "capital_other_names", "metonyms"):
                own += row[column].split("|")
            for name in sorted(set(own)):
                if name and names.setdefault(name, row["code"]) != row["code"]:
                    self.fault("states.tsv", number, "%s also names %s" % (name, names[name]))
        return codes

    def check_names(self, table, rows, key):
        """No name may lead to two rows: such a name would be resolved by chance."""
        names = {}
        for number, row in rows:
            for name in sorted({row["name"], *row["other_names"].split("|")}):
                if name and names.setdefault(name, row[key]) != row[key]:
                    self.fault(table, number, "%s also names %s" % (name, names[name]))

    def check_organisations(self, rows, codes):
        table = "organisations.tsv"
        ids = self.check_unique(table, rows, "id")
        for number, row in rows:
            if not ID.match(row["id"]):
                self.fault(table, number, "not an id: " + row["id"])
            if row["kind"] not in ORGANISATION_KINDS:
                self.fault(table, number, "unknown kind " + row["kind"])
            if row["code"] not in codes | NON_STATE_CODES:
                self.fault(table, number, "unknown code " + row["code"])
            for sector in filter(None, row["sectors"].split("|")):
                if sector not in SECTORS:
                    self.fault(table, number, "unknown sector " + sector)
            self.check_dates(table, number, row)
        self.check_names(table, rows, "id")
        return ids

    def check_people(self, rows, codes):
        ids = self.check_unique("people.tsv", rows, "id")
        for number, row in rows:
            if not ID.match(row["id"]):
                self.fault("people.tsv", number, "not an id: " + row["id"])
            if row["country"] not in codes | NON_STATE_CODES:
                self.fault("people.tsv", number, "unknown country " + row["country"])
        self.check_names("people.tsv", rows, "id")
        return ids

    def check_offices(self, rows, people, organisations, codes):
        table = "offices.tsv"
        terms = {}
        for number, row in rows:
            if row["person"] not in people:
                self.fault(table, number, "no such person: " + row["person"])
            if row["of"] not in codes and row["of"] not in organisations:
                self.fault(table, number, "no such state or organisation: " + row["of"])
            if row["sector"] not in SECTORS:
                self.fault(table, number, "unknown sector " + row["sector"])
            begin, end = self.check_dates(table, number, row)
            key = (row["person"], row["office"], row["of"])
            for other, first, final in terms.get(key, []):
                if (begin or datetime.date.min) < (final or datetime.date.max) and \
                        (first or datetime.date.min) < (end or datetime.date.max):
                    self.fault(table, number, "overlaps the same term on line %d" % other)
            terms.setdefault(key, []).append((number, begin, end))
        self.check_single(rows)

    def check_single(self, rows):
        """Two people may share the day, month or year in which one follows the other, no more."""
        terms = {}
        for number, row in rows:
            office = (row["office"], row["of"])
            if row["office"] in SINGLE and office not in RIVALS:
                terms.setdefault(office, []).append((row["from"], row["to"] or "9999", number))
        for office, held in terms.items():
            held.sort()
            for (_, end, _), (begin, _, number) in zip(held, held[1:]):
                shared = min(len(end), len(begin))
                if end[:shared] > begin[:shared]:
                    self.fault("offices.tsv", number, "a second %s of %s" % office)

    def check_places(self, rows, codes):
        table = "places.tsv"
        seen = {}
        for number, row in rows:
            if row["country"] and row["country"] not in codes:
                self.fault(table, number, "unknown country " + row["country"])
            if not row["country"] and row["kind"] not in ("water", "region"):
                self.fault(table, number, "only waters and regions may lie in no one country")
            if row["kind"] not in PLACE_KINDS:
                self.fault(table, number, "unknown kind " + row["kind"])
            for name in sorted({row["name"], *row["other_names"].split("|")}):
                if name and seen.setdefault((name, row["country"]), number) != number:
                    self.fault(table, number, "%s also on line %d" % (name, seen[(name, row["country"])]))

    def check_given_names(self, rows):
        seen = {}
        for number, row in rows:
            if not re.fullmatch("[a-z]{3,14}", row["name"]):
                self.fault("given_names.tsv", number, "not folded: " + row["name"])
            if row["gender"] not in ("female", "male", "both"):
                self.fault("given_names.tsv", number, "unknown gender " + row["gender"])
            if seen.setdefault(row["name"], number) != number:
                self.fault("given_names.tsv", number, "%s also on line %d" % (row["name"], seen[row["name"]]))

    def check_roles(self, rows):
        self.check_unique("roles.tsv", rows, "noun")
        for number, row in rows:
            if row["sector"] not in SECTORS:
                self.fault("roles.tsv", number, "unknown sector " + row["sector"])
            if row["kind"] not in ROLE_KINDS:
                self.fault("roles.tsv", number, "unknown kind " + row["kind"])
            if row["noun"] != row["noun"].lower():
                self.fault("roles.tsv", number, "not lower case: " + row["noun"])


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
    checker = Checker(folder)
    tables = {table: checker.read(table) for table in HEADERS}
    codes = checker.check_states(tables["states.tsv"])
    organisations = checker.check_organisations(tables["organisations.tsv"], codes)
    people = checker.check_people(tables["people.tsv"], codes)
    checker.check_offices(tables["offices.tsv"], people, organisations, codes)
    checker.check_places(tables["places.tsv"], codes)
    checker.check_roles(tables["roles.tsv"])
    checker.check_given_names(tables["given_names.tsv"])
    for fault in checker.faults:
        print(fault)
    print(", ".join("%s %d" % (table[:-4], len(rows)) for table, rows in tables.items()))
    return 1 if checker.faults else 0


if __name__ == "__main__":
    sys.exit(main())
