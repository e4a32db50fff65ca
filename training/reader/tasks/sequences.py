"""The loss of a whole sequence of labels (a linear-chain conditional random field, Lafferty et al. 2001): runs of words are learnt as they are
decoded, an I only behind a B or I of its kind."""
import torch
from torch import nn

NEVER = -1e4


def may_follow(before, label):
    return label[0] != "I" or (before[0] in "BI" and before[1:] == label[1:])


def never(labels):
    """0 where a label may follow another (row: before), NEVER elsewhere; and the same for the first label of a sequence."""
    return (torch.tensor([[0.0 if may_follow(a, b) else NEVER for b in labels] for a in labels]),
            torch.tensor([NEVER if label[0] == "I" else 0.0 for label in labels]))


def begun(gold, labels):
    """A sequence that begins in the midst of a run begins it."""
    label = labels[gold[0]]
    return [labels.index("B" + label[1:])] + gold[1:] if label[0] == "I" else gold


def loss(scores, rows, gold, transitions, labels):
    """Mean over words of the negative log likelihood. scores: [words, labels]; rows, gold: a list for each sequence, of its rows in `scores` and
    their labels; transitions: [before, label]."""
    count, longest = len(rows), max(map(len, rows))
    place = torch.zeros(count, longest, dtype=torch.long)
    right = torch.zeros(count, longest, dtype=torch.long)
    real = torch.zeros(count, longest, dtype=torch.bool)
    for i, (r, g) in enumerate(zip(rows, gold)):
        place[i, : len(r)] = torch.tensor(r)
        right[i, : len(r)] = torch.tensor(begun(g, labels))
        real[i, : len(r)] = True
    steps = nn.functional.embedding(place, scores)
    forbidden, first = never(labels)
    moves = transitions + forbidden
    best = steps[:, 0] + first
    for t in range(1, longest):
        now = torch.logsumexp(best.unsqueeze(2) + moves, 1) + steps[:, t]
        best = torch.where(real[:, t : t + 1], now, best)
    path = (steps.gather(2, right.unsqueeze(2)).squeeze(2) * real).sum(1)
    path = path + (moves[right[:, :-1], right[:, 1:]] * real[:, 1:]).sum(1)
    return (torch.logsumexp(best, 1) - path).sum() / real.sum()


def best_runs(scores, labels, transitions):
    """Viterbi: an I only behind a B or I of its kind; transitions[before][label] is what it is worth that one follows another."""
    best, back, places = None, [], range(len(labels))
    for row in scores:
        if best is None: best = [(-1e9 if label[0] == "I" else float(row[i])) for i, label in enumerate(labels)]
        else:
            step = [max((best[k] + transitions[k][i] if may_follow(labels[k], label) else -1e18, -k) for k in places) for i, label in enumerate(labels)]
            back.append([-k for _, k in step])
            best = [float(row[i]) + step[i][0] for i in places]
    at, path = max(places, key=lambda i: (best[i], -i)), []
    for pointers in reversed(back):
        path.append(at)
        at = pointers[at]
    return [labels[i] for i in reversed(path + [at])]
