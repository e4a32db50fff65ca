#!/usr/bin/env python3
"""How well time expressions and their values agree with TimeML documents.

    python3 eval/timeml_score.py FOLDER READOUT [--part dev|train|all] [--errors N]
    python3 eval/timeml_score.py --check

FOLDER holds .tml files ($READOUT_DATA/timeml), READOUT is the built program (build/dev/apps/readout; set READOUT_HOME to
the checkout). The dev part is every fifth file by name, counted from 0 those with number mod 5 = 4; train is the rest.

The measures are those of TempEval-3 (UzZaman et al. 2013), over the TIMEX3 of the text, without the creation time:
strict: the spans are the same; relaxed: the spans overlap, each expression counts once; value: relaxed, and the values
are the same. Precision divides by what was found, recall by what is marked, F1 joins them; so the F1 of values is the
relaxed F1 times the share of right values among those matched, as the published scorer prints it. The program is told
the creation time as the day of publication.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import overlap


def read_tml(data):
    """(published or None, text, [(begin, end, value)]) of one document; offsets count code points of text."""
    root = ElementTree.fromstring(data)
    created = root.find(".//DCT/TIMEX3")
    if created is None:
        created = root.find(".//TIMEX3[@functionInDocument='CREATION_TIME']")
    published = created.get("value")[:10] if created is not None else None
    body = root.find(".//TEXT")
    pieces, marks = [], []
    length = 0

    def add(piece):
        nonlocal length
        if piece:
            pieces.append(piece)
            length += len(piece)

    def walk(node):
        begin = length
        add(node.text)
        for child in node:
            walk(child)
            add(child.tail)
        if node.tag == "TIMEX3" and node.get("functionInDocument") != "CREATION_TIME" and length > begin:
            marks.append((begin, length, node.get("value")))

    walk(body)
    return published, "".join(pieces), sorted(marks)


def day_of(published):
    """The DCT as a day, when it is one: some are written 19891030."""
    match = re.match(r"(\d{4})-?(\d\d)-?(\d\d)", published or "")
    return "-".join(match.groups()) if match else None


def align(text, found, other):
    """Spans of `found` (offsets in `other`) as spans in `text`: both hold the same characters but for white space."""
    if text == other:
        return found

    def ranks(string):
        rank, out = 0, []
        for char in string:
            out.append(rank)
            rank += not char.isspace()
        return out + [rank]

    into = {}
    for place, rank in enumerate(ranks(text)):
        if place < len(text) and not text[place].isspace():
            into[rank] = place
    theirs = ranks(other)
    moved = []
    for begin, end, value in found:
        first, last = into.get(theirs[begin]), into.get(theirs[end - 1])
        if first is not None and last is not None:
            moved.append((first, last + 1, value))
    return moved


def count(gold, found):
    """Matches of one document: strict, relaxed, value, and the pairs (gold or None, found or None)."""
    strict = len({g[:2] for g in gold} & {f[:2] for f in found})
    taken, pairs = set(), []
    for f in found:
        overlapping = [g for g in range(len(gold)) if g not in taken and gold[g][0] < f[1] and f[0] < gold[g][1]]
        overlapping.sort(key=lambda g: (gold[g][:2] != f[:2], gold[g][0]))
        if overlapping:
            taken.add(overlapping[0])
        pairs.append((gold[overlapping[0]] if overlapping else None, f))
    pairs += [(gold[g], None) for g in range(len(gold)) if g not in taken]
    value = sum(1 for g, f in pairs if g and f and g[2] == f[2])
    return strict, len(taken), value, pairs


def f1(hits, gold, found):
    precision = hits / found if found else 0.0
    recall = hits / gold if gold else 0.0
    return (2 * precision * recall / (precision + recall) if hits else 0.0), precision, recall


def run(program, documents):
    """Per document name the dates that the program finds and the text it gives them in."""
    lines = []
    for name, (published, text, _) in documents.items():
        record = {"id": name, "text": text}
        if day_of(published):
            record["published"] = day_of(published)
        lines.append(json.dumps(record))
    done = subprocess.run([program, "read", "-", "--format", "jsonl"], input="\n".join(lines) + "\n",
                          capture_output=True, text=True, env=os.environ)
    if not done.stdout:
        sys.exit(f"{program} wrote nothing: {done.stderr.strip()}")
    names, texts, dates = {}, {}, {}
    for line in done.stdout.splitlines():
        record = json.loads(line)
        if record["type"] == "report":
            names[record["id"]], texts[record["name"]] = record["name"], record["text"]
        elif record["type"] == "date":
            dates.setdefault(record["report"], []).append((record["begin"], record["end"], record["value"]))
    found = {}
    for key, name in names.items():
        found[name] = (texts[name], sorted(dates.get(key, [])))
    return found


def part_of(names, part):
    return [name for i, name in enumerate(sorted(names)) if part == "all" or (i % 5 == 4) == (part == "dev")]


def score(folder, program, part, errors):
    names = part_of([name for name in os.listdir(folder) if name.endswith(".tml")], part)
    overlap.refuse([os.path.join(folder, name) for name in names])
    documents = {}
    for name in names:
        with open(os.path.join(folder, name), "rb") as file:
            documents[name[:-4]] = read_tml(file.read())
    found = run(program, documents)
    strict = relaxed = value = marked = given = shown = 0
    for name, (_, text, gold) in documents.items():
        other, dates = found.get(name, ("", []))
        dates = align(text, dates, other)
        s, r, v, pairs = count(gold, dates)
        strict, relaxed, value = strict + s, relaxed + r, value + v
        marked, given = marked + len(gold), given + len(dates)
        for g, f in pairs:
            if shown < errors and not (g and f and g[2] == f[2]):
                shown += 1
                tell = [f"{text[x[0]:x[1]]!r} {x[2]}" if x else "nothing" for x in (g, f)]
                place = (g or f)[0]
                print(f"{name} ({documents[name][0]}): marked {tell[0]}, found {tell[1]}   "
                      f"…{text[max(0, place - 40):place + 40]!r}")
    print(f"documents {len(documents)}, marked {marked}, found {given}, part {part}")
    for label, hits in (("strict", strict), ("relaxed", relaxed), ("value", value)):
        print("%-8s F1 %.4f  P %.4f  R %.4f" % ((label,) + f1(hits, marked, given)))


def check():
    """A case worked by hand."""
    data = b"""<?xml version="1.0"?><TimeML><DOCID>x</DOCID>
<DCT><TIMEX3 tid="t0" value="2001-05-03T10:00" functionInDocument="CREATION_TIME">03.05.2001</TIMEX3></DCT>
<TEXT>They <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" value="2001-05-02">Wednesday</TIMEX3> for
<TIMEX3 tid="t2" value="PT2H">some two hours</TIMEX3> and again <TIMEX3 tid="t3" value="2001-05-03">today</TIMEX3>.
</TEXT></TimeML>"""
    published, text, gold = read_tml(data)
    assert day_of(published) == "2001-05-03" and day_of("19891030") == "1989-10-30" and day_of("1989") is None
    assert [text[b:e] for b, e, _ in gold] == ["Wednesday", "some two hours", "today"]
    at = {word: text.index(word) for word in ("Wednesday", "two hours", "They")}
    # One right, one whose span is short by a word, one missing, one too many.
    found = [(at["They"], at["They"] + 4, "X"), (at["Wednesday"], at["Wednesday"] + 9, "2001-05-02"),
             (at["two hours"], at["two hours"] + 9, "PT2H")]
    strict, relaxed, value, pairs = count(gold, found)
    assert (strict, relaxed, value) == (1, 2, 2), (strict, relaxed, value)
    assert len(pairs) == 4 and sum(1 for g, f in pairs if f is None) == 1
    assert [round(x, 4) for x in f1(relaxed, 3, 3)] == [0.6667, 0.6667, 0.6667]
    assert abs(f1(1, 3, 5)[0] - f1(2, 3, 5)[0] * 1 / 2) < 1e-12
    # A wrong value counts for the span only; two found in one marked count once.
    wrong = [(at["Wednesday"], at["Wednesday"] + 4, "2001-05-02"), (at["Wednesday"] + 4, at["Wednesday"] + 9, "X")]
    assert count(gold, wrong)[:3] == (0, 1, 1)
    assert f1(0, 3, 0) == (0.0, 0.0, 0.0)
    squeezed = "They met on Wednesday for some two hours and again today."
    begin = squeezed.index("two")
    moved = align(text, [(begin, begin + 9, "PT2H")], squeezed)
    assert text[moved[0][0]:moved[0][1]] == "two hours"
    assert part_of(list("fedcba"), "dev") == ["e"] and part_of(list("abcdef"), "train") == list("abcdf")
    print("the measures agree with the case worked by hand")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?")
    parser.add_argument("program", nargs="?")
    parser.add_argument("--part", choices=("dev", "train", "all"), default="dev")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show the first N differences")
    parser.add_argument("--check", action="store_true", help="check the measures on a case worked by hand")
    arguments = parser.parse_args()
    if arguments.check:
        check()
    elif arguments.folder and arguments.program:
        score(arguments.folder, arguments.program, arguments.part, arguments.errors)
    else:
        parser.error("name the folder of .tml files and the program, or --check")


if __name__ == "__main__":
    main()
