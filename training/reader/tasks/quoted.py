"""What a quotation does when no cue tells it ("said", "added", or nothing): one of the sixteen acts, from the quoted words alone."""
import torch
import torch.nn.functional as F
from torch import nn

from .acts import ACTS

MARKS = set("\"“”„«»‟'‘’‚‹›`") | {"''", "``"}
MUTE = set("""say says said saying tell tells told telling add adds added adding write writes wrote writing state states stated remark remarked comment
commented note noted notes explain explained explains recall recalled continue continued reply replied replies answer answered answers report reported post
posted tweet tweeted according testified put speak spoke""".split())


class QuotedHeads(nn.Module):
    """Four weighted means of the words and the plain one; each weighting looks for another thing."""
    GAZES, HIDDEN = 4, 128

    def __init__(self, width=384):
        super().__init__()
        self.keys, self.hidden, self.out = nn.Linear(width, self.GAZES), nn.Linear((self.GAZES + 1) * width, self.HIDDEN), nn.Linear(self.HIDDEN, len(ACTS))

    def forward(self, v, group):
        """Of the words whose rows of v are told."""
        words = F.embedding(torch.tensor(group), v)
        weights = self.keys(words).softmax(0)  # [words, gazes]
        pooled = torch.cat([weights.T @ words, words.mean(0, keepdim=True)]).reshape(-1)
        if self.training: pooled = F.dropout(pooled, 0.2)
        return self.out(F.relu(self.hidden(pooled)))


def is_mute(document, item):
    """The quotation's act is its own to tell: its cue, if it has one, says nothing of it."""
    if not item["content"] or item["act"] is None or item["negated"]: return False
    first = item["content"][0][0]
    if first == 0 or document.words[first - 1] not in MARKS: return False
    cue = [document.words[i].lower() for run in item["cue"] for i in run]
    return not cue or any(word in MUTE for word in cue)


class Quoted:
    name, labels = "quoted", ACTS

    def prepare(self, documents): pass

    def heads(self):
        return QuotedHeads()

    def loss(self, module, v, batch):
        losses = []
        for window, start in batch.places():
            for item in window.document.attributions or ():
                if not is_mute(window.document, item): continue
                words = [start + i - window.first for run in item["content"] for i in run if window.first <= i < window.last]
                if not words: continue
                gold = torch.tensor(ACTS.index(item["act"]))
                losses.append(F.cross_entropy(module(v, words), gold, label_smoothing=0.05))
        return sum(losses) / 4 if losses else None
