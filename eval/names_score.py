#!/usr/bin/env python3
"""How well names found in raw text agree with Universal NER: F1 over spans with their class (PER, LOC, ORG).

    python3 eval/names_score.py GOLD.iob2 SYSTEM.conllu [--errors N]
    python3 eval/names_score.py --check

GOLD.iob2 has lines NUMBER, WORD, TAG, ...; SYSTEM.conllu is what `readout read --format conllu` writes of the raw text of
the same documents, with Name=B-PER, I-PER and so on in MISC. A name counts when its first and last character and its class
are the same (white space aside). Sentences that SYSTEM lacks count as missed.
"""

import argparse
import sys

import conllu
import overlap

CLASSES = ("PER", "LOC", "ORG")


def read_iob2(lines):
    """As a CoNLL-U file with Name= in MISC."""
    rows = []
    for line in lines:
        cells = line.rstrip("\n").split("\t")
        if line.startswith("#") or len(cells) < 3:
            rows.append(line)
        else:
            rows.append("\t".join(cells[:2] + ["_"] * 7 + ["_" if cells[2] == "O" else "Name=" + cells[2]]))
    return conllu.read(rows)


def names(file):
    found = set()
    for sentence in file.sentences:
        spans = conllu.marked(sentence.words, "Name")
        found |= {(words[0].own[0], words[-1].own[1], kind) for words, kind in spans if kind in CLASSES}
    return found


def measures(gold, system):
    """[(class or "all", or "spans" for all without class; same, gold, system)]"""
    rows = []
    for kind in ("all",) + CLASSES:
        mine, theirs = ({n for n in side if kind in ("all", n[2])} for side in (system, gold))
        rows.append((kind, len(mine & theirs), len(theirs), len(mine)))
    spans = [{n[:2] for n in side} for side in (gold, system)]
    return rows + [("spans", len(spans[0] & spans[1]), len(spans[0]), len(spans[1]))]


def show(rows):
    for kind, same, gold, system in rows:
        precision, recall = same / system if system else 0.0, same / gold if gold else 0.0
        f1 = 2 * same / (gold + system) if gold + system else 0.0
        print(f"{kind:6s} F1 {100 * f1:6.2f}  P {100 * precision:6.2f}  R {100 * recall:6.2f}  gold {gold} found {system}")


def check():
    """Hand-made: one name right, one with a wrong class, one too short, one missed in a sentence that was not read."""
    gold = ["# newdoc id = b", "1\tAnn\tB-PER\t-\t-", "2\tLee\tI-PER\t-\t-", "3\tleft\tO\t-\t-", "4\tOslo\tB-LOC\t-\t-", "",
            "# newdoc id = a", "1\tThe\tB-ORG", "2\tGrain\tI-ORG", "3\tBoard\tI-ORG", "4\tmet\tO", "", "1\tRiga\tB-LOC", ""]
    row = lambda n, form, name: f"{n}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{name}"
    system = ["# newdoc id = a", row(1, "The", "_"), row(2, "Grain", "Begin=4|Name=B-ORG"), row(3, "Board", "Name=I-ORG"),
              row(4, "met", "_"), "", "# newdoc id = b", row(1, "Ann", "Name=B-PER"), row(2, "Lee", "Name=I-PER"),
              row("3-4", "leftOslo", "_"), row(3, "left", "_"), row(4, "Oslo", "Name=B-ORG"), ""]
    gold = read_iob2(gold)
    system, lacking = conllu.fit(gold, conllu.read(system))
    assert lacking == 4, lacking
    got = measures(names(gold), names(system))
    assert got == [("all", 1, 4, 3), ("PER", 1, 1, 1), ("LOC", 0, 2, 0), ("ORG", 0, 1, 2), ("spans", 2, 4, 3)], got
    print("the scorer counts as by hand")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("gold", nargs="?")
    parser.add_argument("system", nargs="?")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show the first N differences")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if options.check:
        return check()
    if not options.gold or not options.system:
        sys.exit(__doc__)
    overlap.refuse([options.gold])
    with open(options.gold, encoding="utf-8") as file:
        gold = read_iob2(file)
    system, lacking = conllu.fit(gold, conllu.load(options.system))
    theirs, mine = names(gold), names(system)
    sides = {name: "missed" for name in theirs - mine} | {name: "too many" for name in mine - theirs}
    for begin, end, kind in sorted(sides)[:options.errors]:
        around = gold.characters[max(0, begin - 20):end + 20]
        print(f"{sides[begin, end, kind]}: {kind} {gold.characters[begin:end]!r}   …{around!r}")
    print(f"{len(gold.sentences)} sentences; {lacking} of {len(gold.characters)} characters were not read")
    show(measures(theirs, mine))


if __name__ == "__main__":
    main()
