"""Sentences of CoNLL-U files."""

from dataclasses import dataclass


@dataclass
class Word:
    form: str
    lemma: str
    upos: str
    xpos: str
    space_before: bool
    space_after: bool


def sentences(path):
    """Yields each sentence of the file as a list of Words. Empty nodes are left out; multiword tokens give their words."""
    words, inside_until, joined, space_before = [], 0, False, True
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if not line:
                if words:
                    yield words
                words, inside_until, space_before = [], 0, True
                continue
            if line.startswith("#"):
                continue
            cells = line.split("\t")
            if "." in cells[0]:
                continue
            space = "SpaceAfter=No" not in cells[9]
            if "-" in cells[0]:
                inside_until, joined = int(cells[0].split("-")[1]), not space
                continue
            number = int(cells[0])
            if number < inside_until:
                space = False
            elif number == inside_until:
                space = not joined
            words.append(Word(cells[1], cells[2], cells[3], cells[4], space_before, space))
            space_before = space
    if words:
        yield words
