"""One label a word: tags, lemma scripts, sentence beginnings, names, times, roles."""
from collections import Counter

import torch
import torch.nn.functional as F
from torch import nn


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
