"""What a saying does: one of sixteen acts, whether it was not done, and whether it is speech at all or an attitude. A quotation without a cue has
nothing in the cue's place."""
import torch
import torch.nn.functional as F
from torch import nn

ACTS = "assert confirm deny doubt no_comment accuse criticise praise demand reject offer promise threaten warn hope ask".split()


def means(v, groups):
    """The mean of the rows of each group of indices; of none, nothing."""
    rows = torch.tensor([i for group in groups for i in group], dtype=torch.long)
    owner = torch.tensor([g for g, group in enumerate(groups) for _ in group], dtype=torch.long)
    sizes = torch.tensor([max(len(group), 1) for group in groups]).unsqueeze(1)
    return torch.zeros(len(groups), v.shape[1]).index_add(0, owner, F.embedding(rows, v)) / sizes


class ActHeads(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden, self.out = nn.Linear(768, 128), nn.Linear(128, len(ACTS) + 2)

    def forward(self, cue, content):
        return self.out(F.relu(self.hidden(torch.cat([cue, content], -1))))


class Acts:
    name, labels = "acts", ACTS + ["negated", "speech"]

    def prepare(self, documents): pass

    def heads(self):
        return ActHeads()

    def loss(self, module, v, batch):
        cues, contents, acts, marks = [], [], [], []
        for window, start in batch.places():
            inside = lambda runs: [start + i - window.first for run in runs for i in run if window.first <= i < window.last]
            for item in window.document.attributions or ():
                cue, content = inside(item["cue"]), inside(item["content"])
                if not (cue or content): continue
                cues.append(cue)
                contents.append(content)
                acts.append(ACTS.index(item["act"]) if item["act"] else -100)
                marks.append([-1.0 if item["negated"] is None else float(item["negated"]), float(item["speech"])])
        if not cues: return None
        scores = module(means(v, cues), means(v, contents))
        marks = torch.tensor(marks)
        known = marks >= 0
        loss = F.binary_cross_entropy_with_logits(scores[:, len(ACTS):][known], marks[known])
        if any(a >= 0 for a in acts): loss = loss + F.cross_entropy(scores[:, : len(ACTS)], torch.tensor(acts), ignore_index=-100)
        return loss
