#!/usr/bin/env python3
"""CoNLL-U files: read them, place one on the characters of another, read marks of MISC; and raw reports from a treebank.

    python3 eval/conllu.py TREEBANK.conllu >reports.jsonl     one report a document, paragraphs apart by an empty line

Positions are places in the file's characters, which are all forms one after the other without white space.
"""

import json
import os
import sys


class Word:
    """A syntactic word. `part` tells that it is a part of a multiword token, whose span begin..end it then has; `own` is its
    own span where the parts spell the token."""

    __slots__ = ("begin", "end", "own", "form", "lemma", "upos", "xpos", "feats", "head", "deprel", "misc", "part", "parent")

    def __init__(self, begin, end, cells, part):
        self.begin, self.end, self.own, self.part, self.parent = begin, end, (begin, end), part, None
        self.form, self.lemma, self.upos, self.xpos, self.feats, self.head, self.deprel = cells[1:8]
        self.misc = cells[9] if len(cells) > 9 else "_"

    def mark(self, key):
        """The value of a key of MISC, or None."""
        for item in self.misc.split("|"):
            if item.startswith(key + "="):
                return item[len(key) + 1:]
        return None


class Sentence:
    def __init__(self, begin, document, new_paragraph):
        self.begin, self.end, self.document, self.new_paragraph = begin, begin, document, new_paragraph
        self.text, self.space, self.tokens, self.words = "", True, [], []


class File:
    def __init__(self, characters, sentences):
        self.characters, self.sentences = characters, sentences
        self.words = [word for sentence in sentences for word in sentence.words]
        self.tokens = [token for sentence in sentences for token in sentence.tokens]

    def documents(self):
        """Name: (begin, end), in order of the file; None is the name where the file does not tell."""
        places = {}
        for sentence in self.sentences:
            begin = places.get(sentence.document, (sentence.begin,))[0]
            places[sentence.document] = (begin, sentence.end)
        return places


def squeeze(form):
    return "".join(form.split())


def read(lines):
    pieces, sentences = [], []
    at, until = 0, 0
    document, new_paragraph, text, now = None, True, "", None
    for line in lines:
        line = line.rstrip("\r\n")
        if not line:
            now, until, new_paragraph, text = None, 0, False, ""
            continue
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            key = key.split()[0] if key.split() else ""
            if key == "newdoc":
                document = value.strip() or None
            new_paragraph = new_paragraph or key in ("newdoc", "newpar")
            text = value.strip() if key == "text" else text
            continue
        cells = line.split("\t")
        if "." in cells[0]:
            continue
        if now is None:
            now = Sentence(at, document, new_paragraph)
            now.text = text
            sentences.append(now)
        if "-" in cells[0]:
            until = int(cells[0].split("-")[1])
        part = "-" not in cells[0] and int(cells[0]) <= until
        if not part:
            form = squeeze(cells[1])
            now.tokens.append((at, at + len(form)))
            now.space = "SpaceAfter=No" not in cells[-1].split("|")
            pieces.append(form)
            at += len(form)
            now.end = at
        if "-" not in cells[0]:
            cells += ["_"] * (10 - len(cells))
            now.words.append(Word(*now.tokens[-1], cells, part))
    file = File("".join(pieces), sentences)
    share_out(file)
    return file


def share_out(file):
    parts = {}
    for word in file.words:
        if word.part:
            parts.setdefault((word.begin, word.end), []).append(word)
    for (begin, end), words in parts.items():
        forms = [squeeze(word.form) for word in words]
        if "".join(forms) == file.characters[begin:end]:
            for word, form in zip(words, forms):
                word.own = (begin, begin + len(form))
                begin += len(form)


def load(path):
    with open(path, encoding="utf-8") as file:
        return read(file)


def fit(gold, system):
    """`system` on the characters of `gold`. It may lack sentences (a reader passes over furniture) and have its documents
    in another order, nothing else. The number of characters that it lacks."""
    theirs = gold.documents()
    named = set(system.documents()) <= set(theirs)
    at = {}
    for sentence in system.sentences:
        name = sentence.document if named else None
        begin, end = theirs[name] if named else (0, len(gold.characters))
        wanted = system.characters[sentence.begin:sentence.end]
        place = gold.characters.find(wanted, at.get(name, begin), end)
        if place < 0:
            here = at.get(name, begin)
            sys.exit(f"the two files differ in their text{f' of {name}' if name else ''}: {wanted[:40]!r} does not follow; "
                     f"the treebank goes on with {gold.characters[here:here + 40]!r}")
        shift = place - sentence.begin
        at[name] = place + len(wanted)
        sentence.begin, sentence.end = place, place + len(wanted)
        sentence.tokens = [(b + shift, e + shift) for b, e in sentence.tokens]
        for word in sentence.words:
            word.begin, word.end, word.own = word.begin + shift, word.end + shift, (word.own[0] + shift, word.own[1] + shift)
    lacking = len(gold.characters) - len(system.characters)
    sentences = sorted(system.sentences, key=lambda sentence: sentence.begin)
    return File(gold.characters, sentences), lacking


def marked(words, key):
    """Spans that MISC marks with B, I (or B-TYPE, I-TYPE): (words, type). An I that continues nothing begins a span."""
    spans, open_type = [], None
    for word in words:
        value = word.mark(key)
        letter, _, kind = (value or "").partition("-")
        if letter == "I" and kind == open_type:
            spans[-1][0].append(word)
        elif letter in ("B", "I"):
            spans.append(([word], kind))
        open_type = kind if letter in ("B", "I") else None
    return spans


def reports(file):
    """(name, text) of every document of a treebank: its raw text."""
    texts = {}
    for sentence in file.sentences:
        if squeeze(sentence.text) != file.characters[sentence.begin:sentence.end]:
            sys.exit(f"{sentence.document}: # text is not what the words spell: {sentence.text[:60]!r}")
        before = texts.get(sentence.document, "")
        if before and sentence.new_paragraph:
            before = before.rstrip(" ") + "\n\n"
        texts[sentence.document] = before + sentence.text + (" " if sentence.space else "")
    return [(name, text.rstrip(" ") + "\n") for name, text in texts.items()]


def main(arguments):
    if len(arguments) != 1:
        sys.exit(__doc__)
    default = os.path.basename(arguments[0]).rpartition(".")[0]
    for name, text in reports(load(arguments[0])):
        print(json.dumps({"id": name or default, "text": text}, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
