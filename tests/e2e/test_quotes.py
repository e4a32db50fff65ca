"""readout quotes: the rows that a filter over `readout read --format jsonl` would give, in three forms, from files and from a store."""
import csv
import fcntl
import io
import json
import os
import pty
import random
import re
import struct
import subprocess
import tempfile
import termios
import unicodedata
import unittest
from pathlib import Path

import jsonschema
from common import CORPUS, READOUT, ROOT, InFolder, main, objects, read_jsonl, run

FILES = sorted(CORPUS.glob("*.txt"))
SCHEMA = json.loads((ROOT / "docs/formats/quotes.schema.json").read_text())
ACTS = SCHEMA["properties"]["act"]["enum"]


def fold(text):
    """What text::fold does: no case, no marks, words of letters and digits."""
    plain = (c for c in unicodedata.normalize("NFKD", text).casefold() if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())


def holds(whole, part):
    return f" {part} " in f" {whole} "


class Quotes(unittest.TestCase):
    """Most tests ask a store that holds the sample corpus; it answers at once."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        cls.store = cls.folder / "news.db"
        done, lines = read_jsonl(*FILES, "--store", cls.store)
        assert done.returncode == 0, done.stderr
        cls.reports = {line["id"]: line for line in lines if line["type"] == "report"}
        cls.statements = [line for line in lines if line["type"] == "statement"]
        sides = {"a_from_b": "a", "b_from_a": "b"}
        cls.taken = {line[sides[line["direction"]]] for line in lines if line["type"] == "copy" and line["direction"]}
        cls.entities = {line["id"]: line for line in lines if line["type"] == "entity"}

    def ask(self, *arguments, code=0):
        done = run("quotes", "--store", self.store, *arguments)
        self.assertEqual(done.returncode, code, done.stderr)
        return done

    def rows(self, *arguments):
        return objects(self.ask(*arguments, "--format", "jsonl").stdout)

    # the oracle

    def forms(self, who):
        """[(name, is of a person)] under which somebody is known."""
        if not who: return []
        entity = self.entities.get(who["entity"])
        if not entity: return [(fold(form), False) for form in (who["name"] or who["text"], who["text"], *self.together(who["name"])) if form]
        person = entity["kind"] == "person" and not entity["name"].startswith("unnamed ")
        return [(fold(form), person) for form in [entity["name"], *entity["aliases"]]]

    def together(self, name):
        """Names, and of two words the second, of several who speak together: "Egypt and Sudan"."""
        if not name or name.startswith("unnamed ") or " and " not in name: return []
        names = re.split(", | and ", name)
        return names + [one.split()[1] for one in names if len(one.split()) == 2]

    def named(self, role, name):
        """Ids of statements whose `role` is called so: by whole name, else by a part of one."""
        name, whole, part = fold(name), set(), set()
        for statement in self.statements:
            for form, person in self.forms(statement[role]):
                if form == name or person and holds(form, name): whole.add(statement["id"])
                elif holds(form, name): part.add(statement["id"])
        return whole or part

    def date(self, statement):
        return statement["said_on"] or self.reports[statement["report"]]["published"]

    def matter(self, statement):
        """The content, and the other words but for the speaker's name."""
        text, begin, end = self.reports[statement["report"]]["text"], statement["begin"], statement["end"]
        words = [part["text"] for part in statement["content"]]
        speaker = statement["speaker"]
        if speaker and speaker["text"] and begin <= speaker["begin"] and speaker["end"] <= end:
            words.append(text[begin:speaker["begin"]])
            begin = speaker["end"]
        return " " + fold(" ".join([*words, text[begin:end]]))

    def check(self, expected, *arguments, least=1):
        """The rows for each report are these statements."""
        expected = set(expected)
        self.assertGreaterEqual(len(expected), least)
        self.assertLess(len(expected), len(self.statements))
        self.assertEqual({row["id"] for row in self.rows("--all", *arguments)}, expected, arguments)

    def those(self, test):
        return [statement["id"] for statement in self.statements if test(statement)]

    # what is found

    def test_a_refusal_to_comment_is_no_double_negation(self):
        rows = self.ask("--act", "NO_COMMENT", "--format", "csv").stdout.decode()
        self.assertIn("no_comment", rows)
        self.assertNotIn("not no_comment", rows)

    def test_every_statement_is_a_row_with_all(self):
        rows = self.rows("--all")
        self.assertEqual(sorted(row["id"] for row in rows), sorted(s["id"] for s in self.statements))
        by_id = {statement["id"]: statement for statement in self.statements}
        for row in rows:
            for key, value in by_id[row["id"]].items():
                if key != "type": self.assertEqual(row[key], value, key)

    def test_speaker(self):
        for name in ("Gorbachev", "mikhail GORBACHEV", "Reagan", "Soviet Union", "Speakes", "diplomat"):
            self.check(self.named("speaker", name), "--speaker", name)

    def test_pronouns_and_titles_are_the_person(self):
        rows = [row for row in self.rows("--speaker", "Gorbachev", "--all") if row["speaker"]["name"] == "Mikhail Gorbachev"]
        self.assertEqual(len(rows), sum((s["speaker"] or {}).get("entity") == "person:mikhail-gorbachev" for s in self.statements))
        words = {fold(row["speaker"]["text"]) for row in rows if row["speaker"]["text"]}
        self.assertIn("he", words)
        self.assertTrue(any("gorbachev" not in w and w != "he" for w in words), words)

    def test_a_state_is_not_its_people(self):
        for name in ("Russia", "Soviet Union", "Moscow"):
            rows = self.rows("--speaker", name)
            self.assertTrue(rows)
            self.assertEqual({self.entities[row["speaker"]["entity"]]["kind"] for row in rows}, {"state"})
        people = {row["speaker"]["name"] for row in self.rows("--country", "Soviet Union")}
        self.assertLess({"Russia", "Mikhail Gorbachev"}, people)

    def test_country(self):
        for asked, code in (("RUS", "RUS"), ("usa", "USA"), ("United States", "USA")):
            expected = self.those(lambda s: s["speaker"] and self.entities.get(s["speaker"]["entity"], {}).get("country") == code)
            self.check(expected, "--country", asked)

    def test_addressee(self):
        names = {s["addressee"]["name"] for s in self.statements if s["addressee"] and s["addressee"]["name"]}
        for name in sorted(names)[:4]: self.check(self.named("addressee", name), "--to", name)

    def test_about(self):
        for words in ("missile", "Space weapons", "strateg arms", "50", "Reagan"):
            terms = [" " + fold(word) for word in words.split()]
            self.check(self.those(lambda s: all(term in self.matter(s) for term in terms)), "--about", words)

    def test_act(self):
        self.assertEqual(len(ACTS), 16)
        for acts in (["deny"], ["deny", "reject", "no_comment"]):
            self.check(self.those(lambda s: s["act"] in acts), "--act", ",".join(acts))

    def test_dates(self):
        for since, until in (("1986-10-23", None), (None, "1986-10-12"), ("1986-10-13", "1986-10-20"), ("1986-10", "1986-10"), (None, "1986")):
            first = (since or "0001") + "-01-01"[len(since or "0001") - 4:]
            last = (until or "9999") + "-12-31"[len(until or "9999") - 4:]
            arguments = [a for pair in (("--since", since), ("--until", until)) if pair[1] for a in pair]
            self.check(self.those(lambda s: (d := self.date(s)) and d["to"] >= first and d["from"] <= last), *arguments)

    def test_statements_without_a_date_are_counted(self):
        undated = sum(not self.date(s) for s in self.statements)
        self.assertGreater(undated, 0)
        done = self.ask("--all", "--since", "0001", "--format", "jsonl")
        self.assertIn(f"{undated} without a date", done.stderr.decode())
        self.assertEqual(len(objects(done.stdout)), len(self.statements) - undated)

    def test_outlet(self):
        def outlets(s):
            report = self.reports[s["report"]]
            return [name for name in (report["outlet"], report["agency"]) if name] or [report["name"]]
        for name in ("northern wire", "Camp David"):
            self.check(self.those(lambda s: any(holds(fold(n), fold(name)) for n in outlets(s))), "--outlet", name)

    def test_conditions_narrow_together(self):
        speaker = self.named("speaker", "Gorbachev")
        expected = [s["id"] for s in self.statements if s["id"] in speaker and s["act"] == "assert" and " arms" in self.matter(s)]
        self.check(expected, "--speaker", "Gorbachev", "--act", "assert", "--about", "arms")

    def test_copies_are_one_row(self):
        rows, every = self.rows(), self.rows("--all")
        by_id = {row["id"]: row for row in every}
        told = [i for row in rows for i in [row["id"], *(copy["id"] for copy in row["copies"])]]
        self.assertEqual(sorted(told), sorted(by_id))
        shared = [row for row in rows if row["copies"]]
        self.assertGreater(len(shared), 5)
        self.assertTrue(self.taken)
        for row in shared:
            members = [row, *(by_id[copy["id"]] for copy in row["copies"])]
            self.assertEqual(len({m["report"] for m in members}), len(members))
            self.assertEqual(len({(fold(m["words"]), m["act"], m["negated"]) for m in members}), 1)
            if not {m["report"] for m in members} <= self.taken: self.assertNotIn(row["report"], self.taken)
        self.assertFalse(any(row["copies"] for row in every))

    def test_a_copy_stands_for_its_source_where_that_is_left_out(self):
        row = next(row for row in self.rows() if row["copies"] and row["report_name"] == "reykjavik-01-northern-wire")
        taker = row["copies"][0]
        report = self.reports[taker["report"]]
        outlet = report["outlet"] or report["agency"] or report["name"]
        found = [r for r in self.rows("--outlet", outlet) if r["id"] == taker["id"]]
        self.assertEqual(len(found), 1)
        self.assertIn(row["id"], [copy["id"] for copy in found[0]["copies"]])

    # the forms

    def test_order(self):
        rows = self.rows()
        keys = [((row["date"] or {"from": "9", "to": ""})["from"], (row["date"] or {"to": ""})["to"],
                 row["outlet"] or row["agency"] or row["report_name"], row["report_name"], row["report"], row["begin"], row["end"]) for row in rows]
        self.assertEqual(keys, sorted(keys))

    def test_schema_and_order_of_keys(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)
        validator = jsonschema.Draft202012Validator(SCHEMA)
        for row in self.rows():
            error = jsonschema.exceptions.best_match(validator.iter_errors(row))
            self.assertIsNone(error, f"{error and error.message} in {str(row)[:300]}")
            self.assertEqual(list(row), list(SCHEMA["properties"]))

    def test_spans_give_the_words(self):
        count = 0
        for row in self.rows("--all"):
            text = self.reports[row["report"]]["text"]
            for span in [row["speaker"], row["cue"], row["addressee"], row["medium"], *row["content"]]:
                if not span or span["begin"] is None: continue
                count += 1
                self.assertEqual(text[span["begin"]:span["end"]], span["text"])
            self.assertEqual(row["words"], " … ".join(part["text"] for part in row["content"]))
            self.assertLessEqual(row["end"], len(text))
        self.assertGreater(count, 800)

    def test_the_chain_follows_inside(self):
        by_id = {statement["id"]: statement for statement in self.statements}
        longest = 0
        for row in self.rows("--all"):
            names, at = [], row
            while at:
                speaker = at["speaker"]
                names.insert(0, speaker and (speaker["name"] or speaker["text"]))
                at = by_id.get(at["inside"])
            self.assertEqual(row["chain"], names)
            longest = max(longest, len(names))
        self.assertGreater(longest, 1)

    def test_csv_holds_what_jsonl_holds(self):
        rows = self.rows()
        table = list(csv.reader(io.StringIO(self.ask("--format", "csv").stdout.decode("utf-8"), newline=""), strict=True))
        self.assertEqual({len(line) for line in table}, {19})
        lines = [dict(zip(table[0], line)) for line in table[1:]]
        self.assertEqual(len(lines), len(rows))
        for line, row in zip(lines, rows):
            def name(who): return who and (who["name"] or who["text"]) or ""
            date = row["date"] or {"from": "", "to": ""}
            self.assertEqual(line, {
                "date_from": date["from"], "date_to": date["to"], "dated_by": row["dated_by"] or "", "outlet": row["outlet"] or "",
                "agency": row["agency"] or "",
                "speaker": name(row["speaker"]), "country": row["country"] or "", "act": "not " * (row["negated"] and row["act"] != "no_comment") + row["act"],
                "addressee": name(row["addressee"]), "words": row["words"], "quotation": row["quotation"],
                "chain": " > ".join(n or "?" for n in row["chain"]), "begin": str(row["begin"]), "end": str(row["end"]), "id": row["id"],
                "report": row["report"], "report_name": row["report_name"], "link": row["link"], "copies": str(len(row["copies"]))})

    def test_the_table_fits(self):
        table = self.ask("--format", "table").stdout.decode("utf-8")
        self.assertLessEqual(max(map(len, table.splitlines())), 80)
        entries = [entry for entry in table.split("\n\n")[1:]]
        self.assertEqual(len(entries), len(self.rows()))
        for row, entry in zip(self.rows(), entries):
            if row["date"]: self.assertTrue(entry.startswith(row["date"]["from"][:4]), entry)

    def test_a_terminal_gets_the_table_in_its_width(self):
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
        command = [READOUT, "quotes", "--store", str(self.store), "--speaker", "Speakes", "--limit", "3"]
        process = subprocess.Popen(command, stdout=slave, stderr=subprocess.DEVNULL)
        os.close(slave)
        output = b""
        try:
            while piece := os.read(master, 65536): output += piece
        except OSError: pass  # the terminal's other end is closed
        os.close(master)
        self.assertEqual(process.wait(), 0)
        lines = output.decode("utf-8").splitlines()
        self.assertIn("SPEAKER, ACT", lines[0])
        self.assertLessEqual(max(map(len, lines)), 60)
        self.assertGreater(max(map(len, lines)), 50)

    def test_a_file_tells_the_form(self):
        for ending, form in (("csv", "csv"), ("jsonl", "jsonl"), ("txt", "table"), ("out", "jsonl")):
            path = self.folder / f"rows.{ending}"
            self.assertEqual(self.ask("--act", "deny", "-o", path).stdout, b"")
            self.assertEqual(path.read_bytes(), self.ask("--act", "deny", "--format", form).stdout)
        self.ask("-o", self.folder / "no" / "rows.csv", code=2)

    def test_limit(self):
        rows, done = self.rows(), self.ask("--limit", "7", "--format", "jsonl")
        self.assertEqual(objects(done.stdout), rows[:7])
        self.assertIn(f"{len(rows) - 7} more", done.stderr.decode())

    # what is wrong

    def test_nothing_found_is_said(self):
        for form in ("table", "jsonl"):
            done = self.ask("--speaker", "Gorbatchov", "--format", form)
            self.assertEqual(done.stdout, b"")
            self.assertIn("Mikhail Gorbachev", done.stderr.decode())
        self.assertIn("RUS", self.ask("--country", "XYZ").stderr.decode())
        done = self.ask("--speaker", "Gorbachev", "--act", "deny", "--about", "zebra", "--format", "csv")
        self.assertEqual(done.stdout.count(b"\n"), 1)
        self.assertIn("no statement meets all conditions", done.stderr.decode())

    def test_bad_options(self):
        cases = [(["--act", "deny,shout"], '"shout" is no act'), (["--act", "deny,"], ""), (["--act", ","], "has no words"),
                 (["--since", "yesterday"], '"yesterday" is no date'), (["--until", "1986-13"], '"1986-13" is no date'),
                 (["--since", "1987", "--until", "1986"], "is after"), (["--speaker", ""], "has no words"), (["--about", "-?"], "has no words"),
                 (["--limit", "0"], "--limit"), (["--limit", "x"], "--limit"), (["--format", "xml"], "--format"), (["--speakr", "x"], "")]
        for arguments, sentence in cases:
            done = run("quotes", "--store", self.store, *arguments)
            self.assertEqual((done.returncode, done.stdout), (0 if arguments == ["--act", "deny,"] else 2, done.stdout), arguments)
            if done.returncode == 2: self.assertEqual(done.stdout, b"")
            self.assertIn(sentence, done.stderr.decode())
        sentence = run("quotes", "--store", self.store, "--act", "shout").stderr.decode()
        for act in ACTS: self.assertIn(act, sentence)
        self.assertEqual(run("quotes").returncode, 2)
        self.assertEqual(run("quotes", "--store", self.folder / "missing.db").returncode, 2)


class Inputs(InFolder):
    def rows(self, *arguments):
        done = run("quotes", *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def test_files_and_store_in_any_order_on_any_threads(self):
        shuffled = list(FILES)
        random.Random(3).shuffle(shuffled)
        files = self.rows(*FILES, "--jobs", 1)
        self.assertGreater(files.count(b"\n"), 300)
        self.assertEqual(self.rows(*shuffled, "--jobs", 2), files)
        store = self.folder / "news.db"
        self.assertEqual(run("read", *shuffled[:9], "--store", store, "--format", "jsonl").returncode, 0)
        self.assertEqual(self.rows(*shuffled[9:], "--store", store), files)
        self.assertEqual(self.rows("--store", store), files)

    def test_links_and_odd_words(self):
        text = '“A paper, a "paper", no more,” Élodie Brûlé told reporters on Monday.\n\nShe said that the talks 🕊️ had\nfailed, and warned of more.\n'
        reports = [{"id": "x", "text": text, "url": "https://example.org/x", "outlet": 'The "Odd", Wire'}, {"id": "y", "text": text + "It rained."}]
        path = self.write("odd.jsonl", "".join(json.dumps(report) + "\n" for report in reports))
        rows = objects(self.rows(path, "--all"))
        self.assertEqual({row["link"] for row in rows}, {"https://example.org/x", "odd.jsonl"})
        table = csv.DictReader(io.StringIO(self.rows(path, "--all", "--format", "csv").decode("utf-8"), newline=""), strict=True)
        self.assertEqual([(line["words"], line["outlet"]) for line in table], [(row["words"], row["outlet"] or "") for row in rows])
        words = [row["words"] for row in objects(self.rows(path, "--speaker", "brule"))]
        self.assertIn('A paper, a "paper", no more', words)
        self.assertIn("the talks 🕊️ had\nfailed", words)

    def test_a_bad_input_is_told_and_the_rest_is_listed(self):
        done = run("quotes", FILES[0], self.folder / "missing.txt")
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stdout)
        self.assertIn("missing.txt", done.stderr.decode())


if __name__ == "__main__":
    main()
