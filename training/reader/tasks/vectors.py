"""A sentence's vector: what the encoder gave for it before it learnt to read (all-MiniLM-L6-v2, mean of the pieces, length 1). The layer `vector` of a
document holds it at the first word of some sentences."""
import torch
import torch.nn.functional as F
from torch import nn

from .acts import means


class Vectors:
    name, labels = "vectors", []

    def prepare(self, documents): pass

    def heads(self):
        return nn.Linear(384, 384)

    def loss(self, module, v, batch):
        spans, gold = [], []
        for window, start in batch.places():
            for (a, b), vector in (window.document.layers.get("vectors") or {}).items():
                if window.first <= a and b <= window.last:
                    spans.append(range(start + a - window.first, start + b - window.first))
                    gold.append(vector)
        if not spans: return None
        return 2.0 * (1 - F.cosine_similarity(module(means(v, spans)), torch.stack(gold)).mean())
