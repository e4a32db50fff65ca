"""Dependencies: biaffine arcs (Dozat and Manning 2017) with the root as a word's arc to itself; labels from the sum of two projections."""
from collections import Counter

import torch
import torch.nn.functional as F
from torch import nn

ARC, LABEL = 256, 192


class TreeHeads(nn.Module):
    def __init__(self, labels):
        super().__init__()
        self.arc_dep, self.arc_head = nn.Linear(384, ARC), nn.Linear(384, ARC)
        self.arc_u, self.arc_bias = nn.Parameter(torch.randn(ARC, ARC) / ARC), nn.Parameter(torch.zeros(ARC))
        self.lab_dep, self.lab_head = nn.Linear(384, LABEL), nn.Linear(384, LABEL)
        self.lab_out = nn.Linear(LABEL, labels)

    def arcs(self, v):
        """Projections of words: [.., ARC] as dependents and as heads."""
        return F.leaky_relu(self.arc_dep(v), 0.1), F.leaky_relu(self.arc_head(v), 0.1)

    def scores(self, dep, head):
        """[sentence, dependent, head]."""
        return (dep @ self.arc_u + self.arc_bias) @ head.transpose(-1, -2)

    def relations(self, dependents, heads):
        return self.lab_out(F.relu(self.lab_dep(dependents) + self.lab_head(heads)))


class Trees:
    name = "trees"

    def prepare(self, documents):
        counts = Counter(label for d in documents for label in d.layers.get("relation", ()))
        self.labels = sorted(label for label, n in counts.items() if n >= 2)
        self.number = {label: i for i, label in enumerate(self.labels)}

    def heads(self):
        return TreeHeads(len(self.labels))

    def sentences(self, batch):
        """(flat first word, heads inside the sentence, labels) of each whole sentence."""
        for window, start in batch.places():
            layers = window.document.layers
            if "head" not in layers: continue
            cuts = sorted(s for s in window.document.sentences if window.first <= s < window.last) + [window.last]
            for a, b in zip(cuts, cuts[1:]):
                heads = layers["head"][a:b]
                if any(not a <= h < b for h in heads): continue
                yield start + a - window.first, [h - a for h in heads], [self.number.get(l, -100) for l in layers["relation"][a:b]]

    def loss(self, module, v, batch):
        rows = list(self.sentences(batch))
        if not rows: return None
        rows.sort(key=lambda row: len(row[1]))
        words = torch.cat([torch.arange(first, first + len(heads)) for first, heads, _ in rows])
        mine = F.embedding(words, v)
        dep, head = module.arcs(mine)
        total, count, at = 0.0, 0, 0
        flat_heads = []
        for group in groups(rows):
            longest = max(len(heads) for _, heads, _ in group)
            index = torch.zeros(len(group), longest, dtype=torch.long)
            gold = torch.full((len(group), longest), -100)
            mask = torch.zeros(len(group), longest, dtype=torch.bool)
            for r, (first, heads, _) in enumerate(group):
                n = len(heads)
                index[r, :n] = torch.arange(at, at + n)
                gold[r, :n] = torch.tensor(heads)
                mask[r, :n] = True
                flat_heads += [at + h for h in heads]
                at += n
            scores = module.scores(F.embedding(index, dep), F.embedding(index, head)).masked_fill(~mask[:, None, :], -1e4)
            total = total + F.cross_entropy(scores.reshape(-1, longest), gold.reshape(-1), reduction="sum", ignore_index=-100)
            count += int(mask.sum())
        labels = torch.tensor([l for _, _, ls in rows for l in ls])
        relations = module.relations(mine, F.embedding(torch.tensor(flat_heads), mine))
        return 1.5 * total / count + F.cross_entropy(relations, labels, ignore_index=-100)


def groups(rows, cells=60000):
    """Sentences of like length together."""
    group = []
    for row in rows:
        if group and (len(group) + 1) * len(row[1]) ** 2 > cells:
            yield group
            group = []
        group.append(row)
    if group: yield group
