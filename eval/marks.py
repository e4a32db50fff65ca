"""Does it matter which quotation marks a text uses?

usage: marks.py GOLD_FOLDER [--scorer SCORER] [--readout PROGRAM] [--errors N]
       marks.py --check

Writes the quotation marks of each report anew in several styles, reads every version, and holds the statements found (content, speaker, act)
against those of the report as it is. GOLD_FOLDER has reports.jsonl, and for --scorer also statements.jsonl; then the scorer's lines about
statements are printed for each style. Reports whose marks do not pair are left out, since a style may show what another hides.
tests/e2e/test_marks.py holds the texts of this repository to the same.
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PAIRS = {
    "straight": ('"', '"'), "curly": ("“", "”"), "single": ("‘", "’"), "guillemets": ("«", "»"), "latex": ("``", "''"),
    "two singles": ("''", "''"), "low": ("„", "“"),
}
MIXED = ("straight", "single", "guillemets", "latex", "curly", "low")   # by paragraph
STYLES = (*PAIRS, "mixed")
DOUBLE = {"“": 1, "«": 1, "„": 1, "``": 1, "”": -1, "»": -1, "''": -1, '"': 0}
MARKS = "".join(set("".join(DOUBLE)) | set("‘’"))
OPENS_AFTER = " \n\t([{—–-/"


class Unpaired(Exception):
    """The marks of a paragraph do not pair."""


def doubles_of(words):
    """[(begin, end, side)] of the outermost double marks of a paragraph; side 1 opens, -1 closes. The last may stay open."""
    out, depth = [], 0
    for found in re.finditer(r"``|''|[“”«»„\"]", words):
        mark, begin, end = found.group(), found.start(), found.end()
        before, after = words[begin - 1:begin] or " ", words[end:end + 1] or " "
        side = DOUBLE[mark]
        if mark == "“" and before not in OPENS_AFTER and depth: side = -1    # „ “
        if mark == '"' and before.isdigit() and not depth: raise Unpaired    # inches
        if not side: side = -1 if depth else 1
        if side == 1 and (after.isspace() or before.isalnum()): raise Unpaired
        if side == -1 and (not depth or before.isspace() or after.isalnum()): raise Unpaired
        if depth == (0 if side == 1 else 1): out.append((begin, end, side))
        depth += side
    if depth > 1: raise Unpaired
    return out


def singles_of(words, begin, end):
    """[(opening, closing)] places of the single marks in words[begin:end]. Unpaired where one may be an apostrophe."""
    out, opened = [], None
    for at in range(begin, end):
        c = words[at]
        if c not in "'‘’": continue
        before = words[at - 1] if at > begin else " "
        after = words[at + 1] if at + 1 < end else " "
        if before.isalnum() and after.isalnum(): continue
        if c != "’" and before in OPENS_AFTER and not after.isspace():
            if re.match(r"\d\ds?\b|(tis|twas|em|til|cause|n)\b", words[at + 1:at + 8]): continue
            if opened is not None: raise Unpaired
            opened = at
        elif c != "‘" and opened is not None:
            if before == "s" and after == " ": raise Unpaired
            out.append((opened, at))
            opened = None
        elif c == "‘": raise Unpaired
    if opened is not None: raise Unpaired
    return out


def changes_of(words, style):
    """{place: (length, new mark)} for a paragraph, and whether its last quotation stays open."""
    opening, closing = PAIRS[style]
    doubles, out = doubles_of(words), {}
    inside, cuts = [], [0]
    for begin, end, side in doubles:
        out[begin] = (end - begin, opening if side == 1 else closing)
        if side == -1: inside.append((cuts[-1], begin))
        cuts.append(end)
    still_open = bool(doubles) and doubles[-1][2] == 1
    outside = [(cuts[i], doubles[i][0] if i < len(doubles) else len(words)) for i in range(0, len(doubles) + 1, 2)]
    if still_open: inside.append((cuts[-1], len(words)))
    for begin, end in outside:
        for a, b in singles_of(words, begin, end): out[a], out[b] = (1, opening), (1, closing)
    for begin, end in inside:
        pairs = singles_of(words, begin, end)
        if style == "single":
            for a, b in pairs: out[a], out[b] = (1, "“"), (1, "”")
    return out, still_open


def rewrite(text, style):
    """The text with other marks, and for each place in it (and its end) the place in the old one."""
    out, places, was_open, number = [], [], False, 0
    for part in re.split(r"(\n+)", text):
        base = len(places) and places[-1] + 1
        if not part or part.startswith("\n"):
            out.append(part)
            places += range(base, base + len(part))
            continue
        changes, is_open = changes_of(part, MIXED[number % len(MIXED)] if style == "mixed" else style)
        if was_open and 0 not in changes: raise Unpaired    # only a paragraph that opens again goes on
        was_open, number, at = is_open, number + (not is_open), 0    # a quotation keeps its style
        while at < len(part):
            length, mark = changes.get(at, (1, part[at]))
            out.append(mark)
            places += [base + at] * (len(mark) - 1) + [base + at + length - 1] if length > 1 else [base + at] * len(mark)
            at += length
    if was_open: raise Unpaired
    return "".join(out), [*places, len(text)]


def rewrite_all(reports, style):
    """Reports with other marks, the places of their texts and of their titles; None for a report whose marks do not pair."""
    out = []
    for report in reports:
        try:
            text, places = rewrite(report["text"], style)
            title, title_places = rewrite(report.get("title") or "", style)
            for other in STYLES: rewrite(report["text"], other)    # left out in all styles or in none
            for other in STYLES: rewrite(report.get("title") or "", other)
        except Unpaired:
            out.append(None)
            continue
        changed = {**report, "text": text}
        if title: changed["title"] = title
        out.append((changed, places, title_places))
    return out


def read(program, reports):
    """{id: (text, statements)} of what the program finds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_text("".join(json.dumps(report) + "\n" for report in reports), encoding="utf-8")
        done = subprocess.run([program, "read", str(path), "--format", "jsonl"], capture_output=True, check=True)
    found, names = {}, {}
    for line in done.stdout.decode("utf-8").splitlines():
        record = json.loads(line)
        if record["type"] == "report":
            names[record["id"]] = record["name"]
            found[record["name"]] = (record["text"], [])
    for line in done.stdout.decode("utf-8").splitlines():
        record = json.loads(line)
        if record["type"] == "statement": found[names[record["report"]]][1].append(record)
    return found, done.stdout


def keys(statements, place):
    """What is compared of statements; place maps a place in their text."""
    out = set()
    for s in statements:
        name = re.sub("[" + MARKS + "`\"']", "", (s["speaker"] or {}).get("name") or "").strip()
        out.add((tuple((place(c["begin"]), place(c["end"] - 1) + 1) for c in s["content"]), name, s["act"]))
    return out


def compare(program, reports, style, base=None):
    """(right, found, expected, differences) of a style against the reports as they are."""
    base = base or read(program, reports)[0]
    both = [(old, new) for old, new in zip(reports, rewrite_all(reports, style)) if new and new[0]["text"] != old["text"]]
    if not both: return 0, 0, 0, []
    found = read(program, [new[0] for _, new in both])[0]
    right = count = expected = 0
    differences = []
    for old, (new, places, title_places) in both:
        text, statements = base[old["id"]]
        shift = len(text) - len(old["text"])        # the title may stand before it
        new_text, new_statements = found[new["id"]]
        new_shift = len(new_text) - len(new["text"])
        def place(at):
            if at >= new_shift: return places[at - new_shift] + shift
            return title_places[at] if at < len(title_places) else at - new_shift + shift
        def same(at):
            return at
        want, got = keys(statements, same), keys(new_statements, place)
        right, count, expected = right + len(want & got), count + len(got), expected + len(want)
        for sign, keys_ in (("-", want - got), ("+", got - want)):
            for content, name, act in sorted(keys_, key=str):
                words = " … ".join(text[a:b][:100].replace("\n", " ") for a, b in content)
                differences.append(f"{old['id']} {sign} {name}, {act}: {words}")
    return right, count, expected, differences


def f1(right, found, expected):
    return 2 * right / (found + expected) if found + expected else 1.0


def check():
    text = "“No,” he said. It's ‘odd’.\n\n“One ‘two’.\n\n“Three.”"
    assert rewrite(text, "straight")[0] == "\"No,\" he said. It's \"odd\".\n\n\"One ‘two’.\n\n\"Three.\""
    assert rewrite(text, "single")[0] == "‘No,’ he said. It's ‘odd’.\n\n‘One “two”.\n\n‘Three.’"
    assert rewrite(text, "low")[0] == "„No,“ he said. It's „odd“.\n\n„One ‘two’.\n\n„Three.“"
    new, places = rewrite(text, "latex")
    assert new == "``No,'' he said. It's ``odd''.\n\n``One ‘two’.\n\n``Three.''"
    assert all(text[old] == new[at] for at, old in enumerate(places[:-1]) if new[at] not in "`'"), places
    assert places[-1] == len(text) and len(places) == len(new) + 1
    assert rewrite("``No,'' he said.", "curly") == ("“No,” he said.", [1, 2, 3, 4, 6, *range(7, 17)])
    for odd in ("“No, he said.", "the ‘workers’ vote’", "No,” he said.", 'a 5" pipe and 3" more'):
        try: rewrite(odd, "curly")
        except Unpaired: continue
        raise AssertionError(odd)
    print("marks: ok")


def main():
    if sys.argv[1:] == ["--check"]: return check()
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scorer")
    parser.add_argument("--readout", default=str(Path(__file__).resolve().parent.parent / "build/release/apps/readout"))
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    reports = [json.loads(line) for line in (options.folder / "reports.jsonl").read_text(encoding="utf-8").splitlines()]
    base = read(options.readout, reports)[0]
    kept = sum(new is not None for new in rewrite_all(reports, "curly"))
    print(f"{options.folder}: {kept} of {len(reports)} reports have marks that pair")
    for style in STYLES:
        right, found, expected, differences = compare(options.readout, reports, style, base)
        print(f"{style}: F1 {f1(right, found, expected):.4f} ({right} of {found} found, {expected} expected)")
        for line in differences[:options.errors]: print("   ", line)
        if options.scorer and expected: score(options, reports, style)


def score(options, reports, style):
    """The scorer's lines on statements, for the gold with its marks written anew."""
    with tempfile.TemporaryDirectory() as folder:
        gold = Path(folder)
        write = lambda name, rows: (gold / name).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        both = {old["id"]: (old, new) for old, new in zip(reports, rewrite_all(reports, style)) if new}
        write("reports.jsonl", [new[0] for _, new in both.values()])
        rows = [json.loads(line) for line in (options.folder / "statements.jsonl").read_text(encoding="utf-8").splitlines()]
        write("statements.jsonl", [restyled(row, *both[row["report"]]) for row in rows if row["report"] in both])
        (gold / "out").write_bytes(read(options.readout, [new[0] for _, new in both.values()])[1])
        done = subprocess.run([sys.executable, options.scorer, str(gold), str(gold / "out")], capture_output=True, text=True, check=True)
        for line in done.stdout.splitlines():
            if "statement" in line or "content" in line or "speaker" in line: print("   ", line)


def restyled(row, old, new):
    """A gold row with the marks of the new text in its strings."""
    report, places, _ = new
    begins = {}
    for at, place in enumerate(places[:-1]): begins.setdefault(place, at)

    def of(string, at, title):
        if not string or title: return string
        found = [m.start() for m in re.finditer("(?=" + re.escape(string) + ")", old["text"])]
        if not found: return string
        begin = found[min(at or 0, len(found) - 1)]
        after = begin + len(string)
        end = min((p for p in begins.items() if p[0] >= after), default=(0, len(report["text"])))[1] if after < len(old["text"]) else len(report["text"])
        first = min((p for p in begins.items() if p[0] >= begin), default=(0, 0))[1]
        return report["text"][first:end]

    title = row.get("in") == "title"
    out = dict(row)
    for key in ("speaker", "cue", "addressee", "medium"):
        if isinstance(out.get(key), str): out[key] = of(out[key], row.get(key + "_at"), title)
    out["content"] = [of(c, (row.get("content_at") or [0] * 99)[i], title) for i, c in enumerate(row.get("content") or [])]
    return out


if __name__ == "__main__": main()
