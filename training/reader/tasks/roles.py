"""Who and what belong to a cue: for each cue and each word of its window O, B-source, I-source, B-content, I-content. Contents of several cues may
lie in one another, and be interrupted."""
import torch
import torch.nn.functional as F
from torch import nn

from . import sequences
from .pairs import PairHeads

LABELS = ["O", "B-source", "I-source", "B-content", "I-content"]


def cue_rows(window):
    """(first word of the cue, labels of all words of the window) of each attribution whose cue lies in the window."""
    first, last = window.first, window.last
    for item in window.document.attributions or ():
        if not item["cue"] or not first <= item["cue"][0][0] < last: continue
        labels = [0] * (last - first)
        for role, base in (("content", 3), ("source", 1)):
            for run in item[role]:
                for before, index in zip([None] + run, run):
                    if first <= index < last: labels[index - first] = base + (before is not None)
        yield item["cue"][0][0] - first, labels


class RoleHeads(PairHeads):
    def __init__(self):
        super().__init__(len(LABELS))
        self.transitions = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))


class Roles:
    name, labels = "roles", LABELS

    def prepare(self, documents): pass

    def heads(self):
        return RoleHeads()

    def loss(self, module, v, batch):
        left, right, distance, rows, gold, count = [], [], [], [], [], 0
        for window, start in batch.places():
            size = window.last - window.first
            for cue, labels in cue_rows(window):
                left.append(torch.full((size,), start + cue))
                right.append(torch.arange(start, start + size))
                distance.append(torch.arange(size) - cue)
                rows.append(list(range(count, count + size)))
                gold.append(labels)
                count += size
        if not gold: return None
        a, b = module.left(v), module.right(v)
        scores = module(F.embedding(torch.cat(left), a), F.embedding(torch.cat(right), b), torch.cat(distance))
        return 2.0 * sequences.loss(scores, rows, gold, module.transitions, LABELS)
