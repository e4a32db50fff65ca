#!/usr/bin/env python3
"""Counts in how many documents each word stands: the background against which the story room calls a word rare.

usage: training/background.py DATA_FOLDER > data/background/words.tsv
DATA_FOLDER holds UD English EWT and GUM (ud/) and PolNeAR (polnear/train/*/*.txt); only counts leave it.
"""
import collections
import re
import sys
import unicodedata
from pathlib import Path

LEAST = 4  # documents; rarer words are left to the program, which takes a word it does not know for rare


def fold(text):
    text = unicodedata.normalize("NFKD", text).casefold()
    return re.findall(r"[^\W_]+", "".join(c for c in text if not unicodedata.combining(c)))


def documents(data):
    for name in ("en_ewt-ud-train.conllu", "en_gum-ud-train.conllu"):
        words = []
        for line in (data / "ud" / name).read_text(encoding="utf-8").splitlines():
            if line.startswith("# newdoc") and words:
                yield words
                words = []
            elif line.startswith("# text = "):
                words += fold(line[9:])
        yield words
    for path in sorted((data / "polnear" / "train").rglob("*.txt")):
        yield fold(path.read_text(encoding="utf-8"))


def main():
    counts, total = collections.Counter(), 0
    for words in documents(Path(sys.argv[1])):
        total += 1
        counts.update(set(words))
    print("# Document frequencies of folded words; see SOURCE.md. The first row holds the number of documents.")
    print("word\tdocuments")
    print(f"*\t{total}")
    for word, count in sorted(counts.items()):
        if count >= LEAST: print(f"{word}\t{count}")


if __name__ == "__main__":
    main()
