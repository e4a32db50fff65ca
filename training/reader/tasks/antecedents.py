"""Whom a mention means: each mention's head word against those before it in the window (mention ranking). Of a phrase without an entity nothing is
known but that it is none of those that have one."""
import torch
import torch.nn.functional as F

from .pairs import PairHeads


class Antecedents:
    name, labels = "antecedents", ["same"]

    def prepare(self, documents): pass

    def heads(self):
        return PairHeads(1)

    def loss(self, module, v, batch):
        losses = []
        a = b = None
        for window, start in batch.places():
            mentions = [m for m in window.document.mentions or () if window.first <= m[0] < window.last]
            if len(mentions) < 2: continue
            if a is None: a, b = module.left(v), module.right(v)
            places = torch.tensor([m[0] for m in mentions])
            flat = places - window.first + start
            n = len(mentions)
            known = torch.tensor([entity is not None for _, entity in mentions])
            if not known.any(): continue
            left, right = F.embedding(flat, a), F.embedding(flat, b)
            scores = module(left[:, None].expand(n, n, -1), right[None].expand(n, n, -1), places[None] - places[:, None]).squeeze(-1)
            before = places[None] < places[:, None]
            same = torch.tensor([[x[1] == y[1] for y in mentions] for x in mentions]) & before & known[:, None]
            scores = torch.cat([torch.zeros(n, 1), scores.masked_fill(~before, -1e4)], 1)  # column 0: none of them
            gold = torch.cat([~same.any(1, keepdim=True), same], 1)
            each = torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~gold, -1e4), 1)
            losses.append(each[known].sum() / (40 if known.all() else 15))
        return sum(losses) / len(losses) if losses else None
