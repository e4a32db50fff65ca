#!/usr/bin/env python3
"""Checks expected.json against the reports beside it.

Every quoted piece of text must stand, byte for byte, in the file it is said to come from; every
file must belong to exactly one story; every name of a slot, relation, act or reason must be one
that the formats know. Prints one line for each fault and leaves with 1 when there is any.

Usage: check.py [FOLDER]      (default: the folder of this script)
"""
import datetime
import json
import os
import re
import sys

RELATIONS = {"copy", "excerpt", "quotes", "rewrite"}
SLOTS = {"occurred", "agreed", "quantity", "actor", "target", "place", "date", "cause",
         "wording", "own_text"}
REASONS = {"update", "subset", "rounding", "hedge", "paraphrase", "copy", "different_event",
           "progress_vs_no_deal", "policy_rejection"}
CHANGES = {"reversal", "softening", "hardening", "new_condition"}
ACTS = {"assert", "confirm", "deny", "doubt", "no_comment", "accuse", "criticise", "praise",
        "demand", "reject", "offer", "promise", "threaten", "warn", "hope", "ask"}
QUOTATIONS = {"direct", "indirect", "mixed"}
NOTES = {"machine_translated", "autoblog_trailer", "date_conflict", "republished",
         "unclosed_quote", "correction", "transcript", "archived_page", "agency_credit"}
WORDS = (250, 600)


class Checker:
    def __init__(self, folder):
        self.faults = []
        self.pieces = 0
        self.texts = {}
        for name in sorted(os.listdir(folder)):
            if name.endswith(".txt"):
                with open(os.path.join(folder, name), "rb") as report:
                    raw = report.read()
                self.texts[name] = self.decode(name, raw)
        with open(os.path.join(folder, "expected.json"), encoding="utf-8") as expected:
            self.expected = json.load(expected)
        with open(os.path.join(folder, "README.md"), encoding="utf-8") as readme:
            self.readme = readme.read()

    def fault(self, where, what):
        self.faults.append(f"{where}: {what}")

    def decode(self, name, raw):
        if b"\r" in raw:
            self.fault(name, "has carriage returns")
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError as error:
            self.fault(name, f"is not UTF-8: {error}")
            return ""

    def known(self, where, value, allowed):
        if value not in allowed:
            self.fault(where, f"unknown word {value!r}")

    def file(self, where, name):
        if name in self.texts:
            return True
        self.fault(where, f"no such file: {name}")
        return False

    def stands(self, where, name, piece):
        """The piece is found in the file, and says where it is not."""
        self.pieces += 1
        if not self.file(where, name):
            return
        if not piece or piece not in self.texts[name]:
            self.fault(where, f"{name} does not contain {piece!r}")

    def stands_as_word(self, where, name, piece):
        """Like stands, but "he" is not found in "the"."""
        self.stands(where, name, piece)
        if not re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", self.texts.get(name, "")):
            self.fault(where, f"{piece!r} is only a part of a word in {name}")

    def check_files(self):
        for name, text in self.texts.items():
            count = len(text.split())
            if not WORDS[0] <= count <= WORDS[1]:
                self.fault(name, f"has {count} words, not {WORDS[0]} to {WORDS[1]}")
            if name not in self.readme:
                self.fault("README.md", f"does not list {name}")

    def check_stories(self):
        told = [name for story in self.expected["stories"] for name in story]
        for name in told:
            self.file("stories", name)
        for name in self.texts:
            if told.count(name) != 1:
                self.fault("stories", f"{name} is in {told.count(name)} stories, not in one")

    def check_copies(self):
        for number, copy in enumerate(self.expected["copies"]):
            where = f"copies[{number}]"
            self.known(where, copy["relation"], RELATIONS)
            self.file(where, copy["a"])
            self.file(where, copy["b"])
            for altered in copy.get("altered", []):
                self.stands(where, copy["a"], altered["a"])
                self.stands(where, copy["b"], altered["b"])
                if altered["a"] in self.texts.get(copy["b"], ""):
                    self.fault(where, f"{altered['a']!r} stands in both files")

    def check_published(self):
        for name in self.texts:
            if name not in self.expected["published"]:
                self.fault("published", f"nothing about {name}")
        for name, when in self.expected["published"].items():
            where = f"published[{name}]"
            if when.get("has"):
                self.stands(where, name, when["has"])
            ends = [when["from"], when["to"]]
            if ends == [None, None]:
                continue
            first, last = (datetime.date.fromisoformat(end) for end in ends)
            if first > last:
                self.fault(where, "ends before it begins")

    def check_notes(self):
        for number, note in enumerate(self.expected["notes"]):
            where = f"notes[{number}]"
            self.known(where, note["kind"], NOTES)
            self.stands(where, note["file"], note["words"])

    def check_disputes(self):
        stories = len(self.expected["stories"])
        for number, dispute in enumerate(self.expected["disputes"]):
            where = f"disputes[{number}]"
            self.known(where, dispute["slot"], SLOTS)
            if not 0 <= dispute["story"] < stories:
                self.fault(where, "names no story")
                continue
            story = self.expected["stories"][dispute["story"]]
            if len(dispute["camps"]) < 2:
                self.fault(where, "has fewer than two camps")
            for camp in dispute["camps"]:
                for has in camp["has"]:
                    self.stands(where, has["file"], has["words"])
                    if has["file"] not in story:
                        self.fault(where, f"{has['file']} is of another story")

    def check_not_disputes(self):
        for number, pair in enumerate(self.expected["not_disputes"]):
            where = f"not_disputes[{number}]"
            self.known(where, pair["why"], REASONS)
            if len(pair["has"]) < 2:
                self.fault(where, "is not a pair")
            for has in pair["has"]:
                self.stands(where, has["file"], has["words"])

    def check_open_questions(self):
        for number, question in enumerate(self.expected["open_questions"]):
            for has in question["has"]:
                self.stands(f"open_questions[{number}]", has["file"], has["words"])

    def check_positions(self):
        for number, position in enumerate(self.expected["positions"]):
            where = f"positions[{number}]"
            points = position["points"]
            for point in points:
                self.stands(where, point["file"], point["words"])
                datetime.date.fromisoformat(point["on"])
            if [p["on"] for p in points] != sorted(p["on"] for p in points):
                self.fault(where, "points are not in order of time")
            for change in position["changes"]:
                self.known(where, change["kind"], CHANGES)
                if not 0 <= change["from"] < change["to"] < len(points):
                    self.fault(where, "a change names no two points")

    def check_statements(self):
        for name, statements in self.expected["statements"].items():
            for number, statement in enumerate(statements):
                where = f"statements[{name}][{number}]"
                self.known(where, statement["act"], ACTS)
                self.known(where, statement["quotation"], QUOTATIONS)
                for key in ("speaker", "cue", "addressee", "medium"):
                    if statement[key] is not None:
                        self.stands_as_word(where, name, statement[key])
                for piece in statement["content"]:
                    self.stands(where, name, piece)
                inside = statement["inside"]
                if inside is not None and not (
                        0 <= inside < len(statements) and inside != number):
                    self.fault(where, "lies inside no other statement")
                self.check_order(where, name, statement)

    def check_order(self, where, name, statement):
        """The pieces of one content follow each other in the text."""
        pattern = ".*?".join(re.escape(piece) for piece in statement["content"])
        if not re.search(pattern, self.texts.get(name, ""), re.DOTALL):
            self.fault(where, "pieces of content are not in the order of the text")

    def run(self):
        self.check_files()
        self.check_stories()
        self.check_copies()
        self.check_published()
        self.check_notes()
        self.check_disputes()
        self.check_not_disputes()
        self.check_open_questions()
        self.check_positions()
        self.check_statements()
        for line in self.faults:
            print(line)
        print(f"{len(self.texts)} reports, {self.pieces} quoted pieces, "
              f"{len(self.faults)} faults")
        return 1 if self.faults else 0


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    sys.exit(Checker(sys.argv[1] if len(sys.argv) > 1 else here).run())
