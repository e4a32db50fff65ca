#!/usr/bin/env python3
"""What a checkpoint reaches on the dev parts, in floating point and on gold words: for choosing among checkpoints. What counts is the program's own
score (eval/).

    training/reader/check.py --data $READOUT_DATA --vocabulary vocab.txt --out WORK [--readout PROGRAM] [--drop N]
"""
import argparse
import os
import random
import sys
from pathlib import Path

os.environ.setdefault("MKL_ENABLE_INSTRUCTIONS", "AVX2")
import torch

sys.path.insert(0, str(Path(__file__).parent))
import corpora
from network import join_name_heads
from pieces import WordPieces
from tasks import all_tasks
from tasks.acts import ACTS, means
from tasks.roles import LABELS, cue_rows
from tasks.sequences import best_runs
from train import Reader
from windows import Batch, batches, windows_of


class F1:
    def __init__(self): self.hit = self.gold = self.got = 0

    def add(self, gold, got):
        self.hit += len(gold & got)
        self.gold += len(gold)
        self.got += len(got)

    def __str__(self):
        p, r = self.hit / max(self.got, 1), self.hit / max(self.gold, 1)
        return f"F1 {2 * p * r / max(p + r, 1e-9):.4f} P {p:.4f} R {r:.4f}"


def spans(labels):
    out, begin, kind = set(), None, None
    for i, label in enumerate(list(labels) + ["O"]):
        if begin is not None and (label == "O" or label[0] == "B" or label[2:] != kind):
            out.add((begin, i, kind))
            begin = None
        if label != "O" and begin is None: begin, kind = i, label[2:]
    return out


def load(folder):
    state = torch.load(Path(folder) / "reader.pt", weights_only=False)
    tasks = all_tasks()
    for task in tasks:
        task.labels = state["labels"][task.name]
        task.number = {label: i for i, label in enumerate(task.labels)}
    model = Reader(state["layers"], tasks)
    model.load_state_dict(join_name_heads(state["model"], state["labels"]))
    return model.eval(), {task.name: task for task in tasks}, state


def score_words(model, task, batch, v, totals):
    module = model.heads[task.name]
    scores, moves = module(v), module.transitions.tolist() if hasattr(module, "transitions") else None
    got = scores.argmax(1).tolist()
    for window, start in batch.places():
        layer = window.document.layers.get(task.name)
        if not layer: continue
        gold = layer[window.first : window.last]
        mine = [task.labels[i] for i in got[start : start + len(gold)]]
        if moves: mine = best_runs(scores[start : start + len(gold)].tolist(), task.labels, moves)
        if task.name in ("name", "time", "source", "cue", "content"):
            if None in gold: gold = ["O" if g is None else g for g in gold]
            totals.setdefault(task.name, F1()).add(spans(gold), spans(mine))
        else:
            total = totals.setdefault(task.name, [0, 0])
            total[0] += sum(a == b for a, b in zip(gold, mine))
            total[1] += len(gold)


def score_trees(model, task, batch, v, totals):
    module = model.heads["trees"]
    dep, head = module.arcs(v)
    for first, heads, labels in task.sentences(batch):
        n = len(heads)
        best = module.scores(dep[first : first + n], head[first : first + n]).argmax(1)
        relations = module.relations(v[first : first + n], v[first + best]).argmax(1).tolist()
        total = totals.setdefault("trees (greedy) UAS LAS", [0, 0, 0])
        for i in range(n):
            total[0] += int(best[i]) == heads[i]
            total[1] += int(best[i]) == heads[i] and (labels[i] < 0 or task.labels[relations[i]].split(":")[0] == task.labels[labels[i]].split(":")[0])
            total[2] += 1


def score_roles(model, batch, v, totals):
    module = model.heads["roles"]
    a, b = module.left(v), module.right(v)
    for window, start in batch.places():
        size = window.last - window.first
        for cue, gold in cue_rows(window):
            scores = module(a[start + cue].expand(size, -1), b[start : start + size], torch.arange(size) - cue)
            got = [LABELS.index(label) for label in best_runs(scores.tolist(), LABELS, module.transitions.tolist())]
            for name, base in (("role source (gold cue)", 1), ("role content (gold cue)", 3)):
                mark = lambda row: ["O" if x not in (base, base + 1) else "BI"[x - base] for x in row]
                totals.setdefault(name, F1()).add(spans(mark(gold)), spans(mark(got)))


def score_acts(model, batch, v, totals):
    for window, start in batch.places():
        inside = lambda runs: [start + i - window.first for run in runs for i in run if window.first <= i < window.last]
        for item in window.document.attributions or ():
            cue, content = inside(item["cue"]), inside(item["content"])
            if not cue or not content or not item["act"]: continue
            scores = model.heads["acts"](means(v, [cue]), means(v, [content]))[0]
            for name, right in (("act", ACTS[int(scores[: len(ACTS)].argmax())] == item["act"]), ("negated", bool(scores[len(ACTS)] > 0) == item["negated"])):
                total = totals.setdefault(f"{name} (gold cue, content)", [0, 0])
                total[0] += right
                total[1] += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--own", nargs="*", default=[], help="folders of the project's own articles; those held out are scored")
    parser.add_argument("--vocabulary", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--readout", default="build/release/apps/readout")
    parser.add_argument("--drop", type=int, default=0, help="leave out the last N layers")
    args = parser.parse_args()
    data = Path(args.data)
    pieces = WordPieces(open(args.vocabulary, encoding="utf-8").read().splitlines())
    model, tasks, state = load(args.out)
    for _ in range(args.drop): del model.encoder.layers[-1]
    ewt = corpora.read_treebank(data / "ud/en_ewt-ud-dev.conllu")
    corpora.add_names(ewt, data / "uner/en_ewt-ud-dev.iob2")
    parts = {"EWT dev": ewt, "PolNeAR dev": corpora.read_polnear(data / "polnear", args.readout, args.out, "dev"),
             "TimeML dev": corpora.read_timeml(data / "timeml", args.readout, args.out, dev=True)}
    for i, folder in enumerate(args.own):
        own = corpora.read_own(Path(folder), args.readout, args.out, f"own-{i}")
        parts[f"held out {i}"] = [document for document in own if corpora.held_out(document)]
    print("step", state["step"])
    for name, documents in parts.items():
        totals = {}
        with torch.no_grad():
            for group in batches([w for d in documents for w in windows_of(d, pieces)], 4096, random.Random(1)):
                batch = Batch(group)
                v = model.word_vectors(batch)
                for task in tasks.values():
                    if hasattr(task, "gold"): score_words(model, task, batch, v, totals)
                score_trees(model, tasks["trees"], batch, v, totals)
                score_roles(model, batch, v, totals)
                score_acts(model, batch, v, totals)
        for key, value in totals.items():
            print(f"{name:12s} {key:24s}", value if isinstance(value, F1) else " ".join(f"{x / value[-1]:.4f}" for x in value[:-1]))


if __name__ == "__main__":
    main()
