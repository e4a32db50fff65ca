#!/usr/bin/env python3
"""How well spans of source, cue and content agree with PolNeAR: exact F1 over fragments.

    python3 eval/polnear_spans.py FOLDER [--readout PROGRAM | --conllu FILE] [--errors N]
    python3 eval/polnear_spans.py --check

FOLDER holds text/*.txt and attributions/*.ann ($READOUT_DATA/polnear/dev). The program reads the texts with --format conllu;
FILE is such output made before. A fragment is a contiguous span of one role: in the annotation of the first annotator by
name, characters in unbroken sequence that belong to the role in any attribution; in the output, words that Source, Cue or
Content marks with B and I. It ends where its paragraph ends. White space, quotation marks, brackets and punctuation at its
ends do not belong to it. All attributions count, speech or not.
"""

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

import conllu
import overlap

ROLES = ("Source", "Cue", "Content")
TRIM = " \t\n\r\"'“”‘’«»„`,.;:!?—–-()[]"


def fragments(text, spans):
    """Trimmed spans, cut at line ends."""
    found = set()
    for begin, end in spans:
        for line in re.finditer(r"[^\n]+", text[begin:end]):
            first, last = begin + line.start(), begin + line.end()
            while first < last and text[first] in TRIM:
                first += 1
            while last > first and text[last - 1] in TRIM:
                last -= 1
            if first < last:
                found.add((first, last))
    return found


def joined(spans):
    """Spans that touch or overlap as one."""
    out = []
    for begin, end in sorted(spans):
        if out and begin <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((begin, end))
    return out


def of_brat(text, lines):
    """Role: fragments, of the attributions that brat's E lines put together."""
    places, spans = {}, {role: set() for role in ROLES}
    rows = [line.split("\t") for line in lines]
    for cells in rows:
        if cells[0].startswith("T"):
            places[cells[0]] = [tuple(map(int, part.split())) for part in cells[1].partition(" ")[2].split(";")]
    for cells in rows:
        for item in cells[1].split() if cells[0].startswith("E") else []:
            role, _, place = item.partition(":")
            role = role.rstrip("0123456789")
            if role in spans:
                spans[role].update(places.get(place, []))
    return {role: fragments(text, joined(found)) for role, found in spans.items()}


def of_words(text, words, name):
    for word in words:
        begin, end = int(word.mark("Begin")), int(word.mark("End"))
        if conllu.squeeze(text[begin:end]) != conllu.squeeze(word.form):
            sys.exit(f"{name}: {begin}..{end} is {text[begin:end]!r}, not {word.form!r}")
    return {role: fragments(text, [(int(span[0].mark("Begin")), int(span[-1].mark("End")))
                                   for span, _ in conllu.marked(words, role)]) for role in ROLES}


def show(counts):
    for role, (same, gold, found) in counts.items():
        precision, recall = same / found if found else 0.0, same / gold if gold else 0.0
        f1 = 2 * same / (gold + found) if gold + found else 0.0
        print(f"{role.lower():8s} F1 {100 * f1:6.2f}  P {100 * precision:6.2f}  R {100 * recall:6.2f}  gold {gold} found {found}")


def check():
    """Hand-made: the content lies in two pieces round its cue and in a second paragraph."""
    text = "“We left,” said Ann Lee, “at noon.”\n“Nobody saw us.”"
    at = lambda words: (text.index(words), text.index(words) + len(words))
    pair = lambda words: "%d %d" % at(words)
    lines = [f"T1\tSource {pair('Ann Lee')}\tx", f"T2\tCue {pair('said')}\tx", f"T4\tAttribution {pair('said')}\tx",
             f"T3\tContent {pair('“We left,”')};{pair('“at noon.”')};{pair('“Nobody saw us.”')}\tx",
             f"T5\tDiscuss {pair('Nobody')}\tx", "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3"]
    gold = of_brat(text, lines)
    assert gold == {"Source": {at("Ann Lee")}, "Cue": {at("said")},
                    "Content": {at("We left"), at("at noon"), at("Nobody saw us")}}, gold
    assert joined([(5, 9), (0, 3), (3, 4), (8, 12)]) == [(0, 4), (5, 12)]
    # The source is too short, "at noon" is cut in two, and the last content runs on into the second paragraph.
    words = "“ We left ,” said Ann Lee , “ at noon .” “ Nobody saw us .”".split()
    marks = "Content=B Content=I Content=I Content=I Cue=B Source=B _ _ _ Content=B Content=B".split() + ["Content=I"] * 6
    rows, end = [], 0
    for word, mark in zip(words, marks):
        begin = text.index(word, end)
        end = begin + len(word)
        rows.append(f"{len(rows) + 1}\t{word}" + "\t_" * 7 + f"\tBegin={begin}|End={end}|{mark}")
    got = of_words(text, conllu.read(rows).words, "x")
    assert got == {"Source": {at("Ann")}, "Cue": {at("said")},
                   "Content": {at("We left"), at("at"), at("noon"), at("Nobody saw us")}}, got
    print("the scorer counts as by hand")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--readout", default="build/release/apps/readout")
    parser.add_argument("--conllu")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show the first N differences")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if options.check:
        return check()
    if not options.folder:
        sys.exit(__doc__)
    folder = Path(options.folder)
    overlap.refuse([str(folder / "text")])
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted((folder / "text").glob("*.txt"))}
    if options.conllu:
        system = conllu.load(options.conllu)
    else:
        given = "".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in texts.items())
        done = subprocess.run([options.readout, "read", "-", "--format", "conllu"], input=given, capture_output=True,
                              text=True, encoding="utf-8")
        if done.returncode != 0:
            sys.exit(f"{options.readout}: {done.stderr.strip()}")
        system = conllu.read(done.stdout.split("\n"))
    words = {}
    for sentence in system.sentences:
        words.setdefault(sentence.document, []).extend(sentence.words)
    counts, shown = {role: [0, 0, 0] for role in ROLES}, 0
    for name, text in texts.items():
        annotations = sorted((folder / "attributions").glob(name + "_*.ann"))
        if not annotations:
            sys.exit(f"{name}: nobody annotated it")
        gold = of_brat(text, annotations[0].read_text(encoding="utf-8").splitlines())
        found = of_words(text, words.get(name, []), name)
        for role in ROLES:
            new = len(gold[role] & found[role]), len(gold[role]), len(found[role])
            counts[role] = [n + m for n, m in zip(counts[role], new)]
            for begin, end in sorted(gold[role] ^ found[role]):
                shown += 1
                if shown <= options.errors:
                    print(f"{name}: {role.lower()} {'missed' if (begin, end) in gold[role] else 'too many'}: {text[begin:end]!r}")
    print(f"{len(texts)} texts, {len(texts) - len(words.keys() & texts.keys())} not read")
    show(counts)


if __name__ == "__main__":
    main()
