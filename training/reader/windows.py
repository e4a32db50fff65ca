"""Documents cut into windows, windows into batches. engine/syntax cuts the same."""
import random

import torch

from marks import SINGLE_OPENERS, uses_of_marks
from pieces import WordPieces, mark_shape, shape

WINDOW = 256  # pieces, [CLS] and [SEP] among them


class Window:
    """Words [first, last) of a document, with the pieces that the encoder sees. owner: the word (0 = first) of each piece, -1 for [CLS] and [SEP]."""

    def __init__(self, document, first, last, pieces):
        self.document, self.first, self.last = document, first, last
        self.ids, self.shapes, self.owner = [pieces.begin], [0], [-1]
        for word in range(first, last):
            if word > first and word in document.paragraphs: self.add(pieces.end, 0, -1)
            for piece in document.pieces[word]: self.add(piece, document.shapes[word], word - first)
        self.add(pieces.end, 0, -1)

    def add(self, piece, shape_id, owner):
        self.ids.append(piece)
        self.shapes.append(shape_id)
        self.owner.append(owner)


def prepare(document, pieces):
    """Pieces and shapes. Quotation marks become " and ' by what they do, so that the network sees the same whichever glyphs a text uses."""
    n = len(document.words)
    before = [i == 0 or i in document.paragraphs or document.space[i - 1] for i in range(n)]
    after = [i + 1 == n or i + 1 in document.paragraphs or document.space[i] for i in range(n)]
    cuts = sorted(document.paragraphs | {0, n})
    document.pieces, document.shapes = [], []
    for begin, end in zip(cuts, cuts[1:]):
        goes_on = end < n and document.words[end] in SINGLE_OPENERS
        words = document.words[begin:end]
        for word, (side, outer) in zip(words, uses_of_marks(words, before[begin:end], after[begin:end], goes_on)):
            document.pieces.append(pieces.pieces(('"' if outer else "'") if side else word))
            document.shapes.append(mark_shape(side) if side else shape(word))


def windows_of(document, pieces):
    """Whole paragraphs in order, as many as fit; a longer one by sentences; a longer sentence by words."""
    prepare(document, pieces)
    n, room = len(document.words), WINDOW - 1  # [CLS]; each paragraph brings its [SEP]
    cuts = sorted(document.paragraphs | {n})
    out, first, used = [], 0, 0
    for begin, end in zip(cuts, cuts[1:]):
        size = sum(len(p) for p in document.pieces[begin:end]) + 1
        if used + size > room and begin > first:
            out.append((first, begin))
            first, used = begin, 0
        if size <= room:
            used += size
            continue
        for last in long_paragraph(document, begin, end, room - 1):
            out.append((first, last))
            first = last
        used = 0
    if n > first: out.append((first, n))
    return [Window(document, a, b, pieces) for a, b in out]


def long_paragraph(document, begin, end, room):
    """Ends of the windows of one paragraph that is longer than a window."""
    ends = [s for s in sorted(document.sentences) if begin < s < end] + [end]
    first, used, last = begin, 0, begin
    for stop in ends:
        size = sum(len(p) for p in document.pieces[last:stop])
        if used + size > room and last > first:
            yield last
            first, used = last, 0
        while size > room:  # a sentence longer than a window
            cut, size_now = last, 0
            while size_now + len(document.pieces[cut]) <= room:
                size_now += len(document.pieces[cut])
                cut += 1
            yield cut
            first, last, size = cut, cut, size - size_now
        used, last = used + size, stop
    if last > first: yield last


class Batch:
    """Windows side by side. ids, shapes, mask: [windows, pieces]; word_of: the flat word of each flat piece, or -1; start[w]: flat index of
    window w's first word."""

    def __init__(self, windows, mask_piece=None, share=0.0, recase=0.0):
        self.windows = windows
        longest = max(len(w.ids) for w in windows)
        self.ids = torch.zeros(len(windows), longest, dtype=torch.long)
        self.shapes = torch.zeros(len(windows), longest, dtype=torch.long)
        self.mask = torch.zeros(len(windows), longest, dtype=torch.bool)
        self.word_of = torch.full((len(windows), longest), -1, dtype=torch.long)
        self.start, self.size = [], 0
        for row, window in enumerate(windows):
            n = len(window.ids)
            self.ids[row, :n] = torch.tensor(window.ids)
            self.shapes[row, :n] = torch.tensor(recased(window.shapes) if random.random() < recase else window.shapes)
            self.mask[row, :n] = True
            owner = torch.tensor(window.owner)
            self.word_of[row, :n] = torch.where(owner >= 0, owner + self.size, owner)
            self.start.append(self.size)
            self.size += window.last - window.first
        if share: self.ids[(torch.rand(self.ids.shape) < share) & (self.word_of >= 0)] = mask_piece

    def places(self):
        """(window, flat index of its first word) pairs."""
        return zip(self.windows, self.start)


QUOTES = (7, 15, 23)
RECASE = {"upper": {0: 2, 1: 2, 3: 2}, "lower": {1: 0, 2: 0, 3: 0, 6: 0}, "title": {0: 1}, "quotes": {}}


def recased(shapes):
    """The shapes of the same words in capitals, in small letters, or as in a title; or of quotation marks that lost their side."""
    kind = random.choice(("upper", "lower", "title", "quotes", "quotes"))
    out = []
    for shape_id in shapes:
        if shape_id in QUOTES: out.append(23 if kind == "quotes" else shape_id)
        else: out.append(RECASE[kind].get(shape_id & 7, shape_id & 7) + (shape_id & 24))
    return out


def batches(windows, pieces, generator):
    """Windows of like length together, batches in random order; `pieces` is how many, padding counted, a batch holds."""
    order = sorted(windows, key=lambda w: (len(w.ids) + generator.random() * 24))
    out, batch = [], []
    for window in order:
        if batch and (len(batch) + 1) * max(len(window.ids), max(len(w.ids) for w in batch)) > pieces:
            out.append(batch)
            batch = []
        batch.append(window)
    if batch: out.append(batch)
    generator.shuffle(out)
    return out
