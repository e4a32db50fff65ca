"""Scores of pairs of words: the sum of two projections and of how far apart they stand, and their product."""
import torch
import torch.nn.functional as F
from torch import nn

HIDDEN, BUCKETS = 192, 32


def bucket(distance):
    """Signed distances in words, close ones apart, far ones together: 0..31, 16 = the word itself."""
    size = distance.abs().float()
    near = size.clamp(max=6)
    far = (torch.log2((size / 6).clamp(min=1)) * 2).floor().clamp(max=9)
    step = torch.where(size <= 6, near, 6 + far).long()
    return 16 + torch.where(distance < 0, -step, step)


class PairHeads(nn.Module):
    def __init__(self, labels):
        super().__init__()
        self.left, self.right = nn.Linear(384, HIDDEN), nn.Linear(384, HIDDEN)
        self.distance = nn.Embedding(BUCKETS, HIDDEN)
        self.out, self.product = nn.Linear(HIDDEN, labels), nn.Linear(HIDDEN, labels, bias=False)
        nn.init.normal_(self.distance.weight, std=0.05)

    def forward(self, left, right, distance):
        """Projected words side by side, distance = place of the right one - place of the left one."""
        return self.out(F.relu(left + right + self.distance(bucket(distance)))) + self.product(left * right)
