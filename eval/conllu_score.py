#!/usr/bin/env python3
"""How well words, sentences, tags and lemmas found in raw text agree with a treebank.

    python3 eval/conllu_score.py GOLD.conllu SYSTEM.conllu
    python3 eval/conllu_score.py --check

Both files must hold the same characters apart from white space. Words and sentences are compared as spans of these
characters (F1); tags and lemmas count when the word's span is right too (F1 over all words), as in the CoNLL 2018
shared task. A multiword token's words take its characters in turn where their forms spell it, else all of them.
SYSTEM.conllu is what the syntax tests write:

    READOUT_DATA=FOLDER READOUT_OUT=OUT syntax_test --gtest_filter='*RawText*'
"""

import collections
import sys


def read(lines):
    """(characters, words, sentences): words are (begin, end, upos, xpos, lemma), sentences (begin, end)."""
    text, words, sentences = [], [], []
    at = start = 0
    rows = []

    def close():
        nonlocal at, start
        place(rows)
        rows.clear()
        if at > start:
            sentences.append((start, at))
        start = at

    def place(cells):
        nonlocal at
        i = 0
        while i < len(cells):
            number, form = cells[i][0], squeeze(cells[i][1])
            if "-" not in number:
                words.append((at, at + len(form), cells[i][3], cells[i][4], cells[i][2].lower()))
                text.append(form)
                at += len(form)
                i += 1
                continue
            first, last = map(int, number.split("-"))
            parts = cells[i + 1:i + 2 + last - first]
            spelt = "".join(squeeze(part[1]) for part in parts) == form
            cursor = at
            for part in parts:
                size = len(squeeze(part[1]))
                begin, end = (cursor, cursor + size) if spelt else (at, at + len(form))
                words.append((begin, end, part[3], part[4], part[2].lower()))
                cursor += size
            text.append(form)
            at += len(form)
            i += 1 + len(parts)

    for line in lines:
        line = line.rstrip("\n")
        if not line:
            close()
        elif not line.startswith("#"):
            cells = line.split("\t")
            if "." not in cells[0]:
                rows.append(cells)
    close()
    return "".join(text), words, sentences


def squeeze(form):
    return "".join(form.split())


def f1(gold, system):
    """Of two multisets."""
    gold, system = collections.Counter(gold), collections.Counter(system)
    same = sum((gold & system).values())
    return 2 * same / max(sum(gold.values()) + sum(system.values()), 1)


def score(gold_lines, system_lines):
    gold_text, gold, gold_sentences = read(gold_lines)
    text, words, sentences = read(system_lines)
    if text != gold_text:
        at = next((i for i, (a, b) in enumerate(zip(text, gold_text)) if a != b), min(len(text), len(gold_text)))
        sys.exit(f"the two files differ in their text at character {at}: "
                 f"{gold_text[at:at + 30]!r} in the treebank, {text[at:at + 30]!r} in the other")
    span = lambda word: word[:2]
    return {
        "words": f1(map(span, gold), map(span, words)),
        "sentences": f1(gold_sentences, sentences),
        "UPOS": f1((w[:2] + (w[2],) for w in gold), (w[:2] + (w[2],) for w in words)),
        "XPOS": f1((w[:2] + (w[3],) for w in gold), (w[:2] + (w[3],) for w in words)),
        "lemma": f1((w[:2] + (w[4],) for w in gold), (w[:2] + (w[4],) for w in words)),
    }


def check():
    """Two hand-made sentences, counted by hand. The system misses the border between "ca" and "n't" and that between
    the sentences, and has one tag wrong: gold 7 words, system 6, 5 spans the same."""
    row = lambda n, form, lemma, upos, xpos: f"{n}\t{form}\t{lemma}\t{upos}\t{xpos}\t_\t_\t_\t_\t_"
    gold = ["# text = They can't.", row(1, "They", "they", "PRON", "PRP"), row("2-3", "can't", "_", "_", "_"),
            row(2, "ca", "can", "AUX", "MD"), row(3, "n't", "not", "PART", "RB"), row(4, ".", ".", "PUNCT", "."), "",
            row(1, "Ships", "ship", "NOUN", "NNS"), row(2, "left", "leave", "VERB", "VBD"),
            row(3, ".", ".", "PUNCT", "."), ""]
    system = [row(1, "They", "they", "PRON", "PRP"), row(2, "can't", "can't", "AUX", "MD"),
              row(3, ".", ".", "PUNCT", "."), row(4, "Ships", "ship", "VERB", "VBZ"),
              row(5, "left", "leave", "VERB", "VBD"), row(6, ".", ".", "PUNCT", "."), ""]
    got = score(gold, system)
    want = {"words": 10 / 13, "sentences": 0.0, "UPOS": 8 / 13, "XPOS": 8 / 13, "lemma": 10 / 13}
    for name, value in want.items():
        if abs(got[name] - value) > 1e-12:
            sys.exit(f"{name}: {got[name]} is not {value}")
    if any(value != 1.0 for value in score(gold, gold).values()):
        sys.exit("a file does not agree with itself")
    print("the scorer counts as by hand")


def main(arguments):
    if arguments == ["--check"]:
        return check()
    if len(arguments) != 2:
        sys.exit(__doc__)
    files = [open(path, encoding="utf-8") for path in arguments]
    for name, value in score(*files).items():
        print(f"{name}\t{100 * value:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
