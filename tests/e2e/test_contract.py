"""Every line of output keeps the contract: the schema, the order, the offsets, ids that lead somewhere."""
import json
import unittest

import jsonschema
from common import CORPUS, InFolder, ROOT, main, read_jsonl

SCHEMA = json.loads((ROOT / "docs/formats/readout.schema.json").read_text())
ORDER = ["run", "report", "entity", "copy", "story", "claim", "account", "dispute", "position"]
INNER = {"date", "event", "mention", "statement"}


def spans_of(value, quoting):
    """All objects with begin and end below a value; with `quoting`, those that carry text too."""
    if isinstance(value, dict):
        if value.get("begin") is not None and "end" in value and ("text" in value or not quoting): yield value
        for key, inner in value.items():
            if key != "text": yield from spans_of(inner, quoting)
    elif isinstance(value, list):
        for inner in value: yield from spans_of(inner, quoting)


class Contract(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.done, cls.lines = read_jsonl(CORPUS)

    def test_schema(self):
        self.assertEqual(self.done.returncode, 0, self.done.stderr)
        validators = {}
        for kind in [*ORDER, *INNER]:
            schema = {**SCHEMA["$defs"][kind], "$defs": SCHEMA["$defs"]}
            jsonschema.Draft202012Validator.check_schema(schema)
            validators[kind] = jsonschema.Draft202012Validator(schema)
        for line in self.lines:
            error = jsonschema.exceptions.best_match(validators[line["type"]].iter_errors(line))
            self.assertIsNone(error, f"{error and error.message} in {str(line)[:300]}")

    def test_keys_stand_in_the_order_shown(self):
        for line in self.lines: self.same_order(line, SCHEMA["$defs"][line["type"]], line["type"])

    def same_order(self, value, schema, where):
        while "$ref" in schema: schema = SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]]
        if "oneOf" in schema: return value is None or self.same_order(value, schema["oneOf"][1], where)
        if isinstance(value, list) and "items" in schema:
            for item in value: self.same_order(item, schema["items"], where)
        if not isinstance(value, dict) or "properties" not in schema: return
        self.assertEqual(list(value), list(schema["properties"]), where)
        for key, inner in value.items(): self.same_order(inner, schema["properties"][key], f"{where}.{key}")

    def test_order_of_lines(self):
        outer = [line for line in self.lines if line["type"] not in INNER]
        self.assertEqual(outer[0]["type"], "run")
        ranks = [ORDER.index(line["type"]) for line in outer]
        self.assertEqual(ranks, sorted(ranks))
        names = [(line["name"], line["id"]) for line in outer if line["type"] == "report"]
        self.assertEqual(names, sorted(names))
        for kind in ORDER[2:]:
            ids = [line["id"] for line in outer if line["type"] == kind]
            self.assertEqual(ids, sorted(set(ids)), kind)
        report, before = None, None
        for line in self.lines:
            if line["type"] == "report": report, before = line["id"], None
            if line["type"] not in INNER: continue
            self.assertEqual(line["report"], report)
            here = (line["begin"], line["end"], line["type"], line.get("id", ""))
            if before: self.assertLessEqual(before[:3], here[:3])
            before = here

    def test_offsets_give_the_words(self):
        texts = {line["id"]: line["text"] for line in self.lines if line["type"] == "report"}
        count = 0
        for line in self.lines:
            if line["type"] == "copy":
                pairs = [(line[side], change[side]) for change in line["altered"] for side in "ab"]
            elif line["type"] == "account":
                pairs = [(line["cite"]["report"], span) for span in [line["cite"], *spans_of(line["holders"], True)]]
            elif line["type"] == "position":
                pairs = [(point["cite"]["report"], point["cite"]) for point in line["points"]]
            else:
                pairs = [(line.get("report"), span) for span in spans_of(line, True) if line["type"] != "report"]
            for report, span in pairs:
                count += 1
                self.assertEqual(texts[report][span["begin"]:span["end"]], span["text"])
        self.assertGreater(count, 2000)

    def test_ids_lead_somewhere(self):
        ids = [line["id"] for line in self.lines if "id" in line]
        self.assertEqual(len(ids), len(set(ids)))
        known = set(ids)
        for line in self.lines:
            for key in ("report", "inside", "holder", "claim", "story", "a", "b"):
                if isinstance(line.get(key), str): self.assertIn(line[key], known, (key, line["type"]))
            for key in ("speaker", "addressee", "medium"):
                if line.get(key) and line[key]["entity"]: self.assertIn(line[key]["entity"], known)
            for party in line.get("actors", []) + line.get("recipients", []):
                if party["entity"]: self.assertIn(party["entity"], known)
            if line["type"] == "mention" and line["entity"]: self.assertIn(line["entity"], known)

    def test_a_statement_is_not_inside_itself(self):
        outer = {line["id"]: line["inside"] for line in self.lines if line["type"] == "statement"}
        for start in outer:
            seen, at = set(), start
            while at:
                self.assertNotIn(at, seen, "a circle of inside")
                seen.add(at)
                at = outer[at]

    def test_a_folder_gives_its_reports_and_nothing_else(self):
        names = {line["name"] for line in self.lines if line["type"] == "report"}
        self.assertEqual(names, {path.stem for path in CORPUS.glob("*.txt")})

    def test_every_report_is_in_one_story(self):
        reports = sorted(line["id"] for line in self.lines if line["type"] == "report")
        members = sorted(r for line in self.lines if line["type"] == "story" for r in line["reports"])
        self.assertEqual(members, reports)

    def test_furniture_says_nothing(self):
        silent = {"disclaimer", "chrome", "masthead", "trailer"}
        furniture = {line["id"]: [b for b in line["blocks"] if b["kind"] in silent] for line in self.lines if line["type"] == "report"}
        self.assertGreater(sum(map(len, furniture.values())), 5)
        for line in self.lines:
            if line["type"] not in ("statement", "event"): continue
            for block in furniture[line["report"]]:
                self.assertFalse(line["begin"] < block["end"] and block["begin"] < line["end"], line)


class Inputs(InFolder):
    def test_offsets_count_code_points(self):
        text = "“Мы за мир 🕊️”, said Élodie Brûlé of the 🇫🇷 team on Monday.\r\nShe added: “No 🕊️, no deal.”"
        path = self.write("wide.txt", text)
        done, lines = read_jsonl(path)
        self.assertEqual(done.returncode, 0)
        report = next(line for line in lines if line["type"] == "report")
        self.assertEqual(report["text"], text.replace("\r\n", "\n"))
        for line in lines:
            if line["type"] == "report": continue
            for span in spans_of(line, True): self.assertEqual(report["text"][span["begin"]:span["end"]], span["text"])

    def test_a_title_is_put_before_the_text(self):
        path = self.write("two.jsonl", json.dumps({"id": "x", "title": "Talks end", "text": "Nobody spoke."}) + "\n"
                          + json.dumps({"title": "Talks end", "text": "Talks end\n\nNobody spoke."}) + "\n")
        _, lines = read_jsonl(path)
        reports = {line["name"]: line for line in lines if line["type"] == "report"}
        self.assertEqual(set(reports), {"x", "two#2"})
        self.assertEqual({r["text"] for r in reports.values()}, {"Talks end\n\nNobody spoke."})

    def test_equal_reports_are_one_and_list_their_files(self):
        a, b = self.write("a.txt", "One text."), self.write("b.txt", "One text.")
        _, lines = read_jsonl(b, a)
        reports = [line for line in lines if line["type"] == "report"]
        self.assertEqual([r["source"]["files"] for r in reports], [["a.txt", "b.txt"]])

    def test_different_reports_with_one_name_are_told_apart(self):
        (self.folder / "one").mkdir()
        (self.folder / "two").mkdir()
        (self.folder / "one" / "r.txt").write_text("First text.")
        (self.folder / "two" / "r.txt").write_text("Second text.")
        _, lines = read_jsonl(self.folder)
        reports = [line for line in lines if line["type"] == "report"]
        self.assertEqual([r["name"] for r in reports], ["r", "r~2"])
        self.assertEqual([r["id"] for r in reports], sorted(r["id"] for r in reports))


if __name__ == "__main__":
    main()
