"""One label a word: tags, lemma scripts, sentence beginnings, names, times, roles."""
from collections import Counter

import torch
import torch.nn.functional as F
from torch import nn

from . import sequences


class WordLabels:
    def __init__(self, layer, least=1, weight=1.0):
        self.name, self.least, self.weight, self.labels = layer, least, weight, []

    def prepare(self, documents):
        counts = Counter(label for d in documents for label in d.layers.get(self.name, ()) if label is not None)
        self.labels = sorted((l for l, n in counts.items() if n >= self.least), key=lambda l: (l != "O", l))
        self.number = {label: i for i, label in enumerate(self.labels)}

    def heads(self):
        return nn.Linear(384, len(self.labels))

    def gold(self, batch):
        out = []
        for window, _ in batch.places():
            layer = window.document.layers.get(self.name)
            size = window.last - window.first
            out += [self.number.get(l, -100) for l in layer[window.first : window.last]] if layer else [-100] * size
        return torch.tensor(out)

    def loss(self, module, v, batch):
        gold = self.gold(batch)
        if not (gold >= 0).any(): return None
        return F.cross_entropy(module(v), gold, ignore_index=-100) * self.weight


class Scores(nn.Linear):
    """Scores of labels, and of one behind another."""

    def __init__(self, labels):
        super().__init__(384, labels)
        self.transitions = nn.Parameter(torch.zeros(labels, labels))


class RunLabels(WordLabels):
    """Runs of words, learnt as sequences."""

    def heads(self):
        return Scores(len(self.labels))

    def labelled(self, batch):
        """(rows, labels) of each stretch of labelled words of a window."""
        for window, start in batch.places():
            layer = window.document.layers.get(self.name)
            if not layer: continue
            rows, gold = [], []
            for i, label in enumerate(layer[window.first : window.last] + [None]):
                if label in self.number:
                    rows.append(start + i)
                    gold.append(self.number[label])
                elif rows:
                    yield rows, gold
                    rows, gold = [], []

    def loss(self, module, v, batch):
        stretches = list(self.labelled(batch))
        if not stretches: return None
        rows, gold = zip(*stretches)
        return sequences.loss(module(v), rows, gold, module.transitions, self.labels) * self.weight
