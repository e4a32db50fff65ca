#!/usr/bin/env python3
"""Learns one head anew on the encoder of a checkpoint, which stays as it is, from the own articles.

    training/reader/refit.py --checkpoint WORK/reader.pt --head quoted --own FOLDER... --vocabulary vocab.txt --out WORK/refitted.pt
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
from network import Encoder, words
from pieces import WordPieces
from tasks import all_tasks
from windows import Batch, windows_of


class Seen:
    """A window alone, with its word vectors; stands in for a batch."""

    def __init__(self, window, v):
        self.window, self.v = window, v

    def places(self):
        return [(self.window, 0)]


def encoder_of(state):
    encoder = Encoder(state["layers"])
    encoder.load_state_dict({name[8:]: tensor for name, tensor in state["model"].items() if name.startswith("encoder.")})
    return encoder


def seen_windows(documents, encoder, pieces):
    out = []
    with torch.no_grad():
        for document in documents:
            for window in windows_of(document, pieces):
                batch = Batch([window])
                out.append(Seen(window, words(encoder(batch), batch)))
    return out


def fit(task, head, seen, args):
    optimizer = torch.optim.AdamW(head.parameters(), lr=args.rate, weight_decay=0.01)
    steps, step = args.passes * len(seen), 0
    for number in range(args.passes):
        random.shuffle(seen)
        total, count = 0.0, 0
        for begin in range(0, len(seen), args.batch):
            losses = [task.loss(head, torch.nn.functional.dropout(s.v, 0.15), s) for s in seen[begin : begin + args.batch]]
            losses = [loss for loss in losses if loss is not None]
            step += args.batch
            if not losses: continue
            for group in optimizer.param_groups: group["lr"] = args.rate * (1 - min(step, steps) / (steps + 1))
            optimizer.zero_grad()
            sum(losses).backward()
            optimizer.step()
            total, count = total + float(sum(losses).detach()), count + len(losses)
        print(f"pass {number + 1}: {total / max(1, count):.3f}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--head", required=True)
    parser.add_argument("--own", nargs="+", required=True)
    parser.add_argument("--vocabulary", required=True)
    parser.add_argument("--readout", default="build/release/apps/readout")
    parser.add_argument("--out", required=True)
    parser.add_argument("--passes", type=int, default=20)
    parser.add_argument("--batch", type=int, default=8, help="windows")
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    state = torch.load(args.checkpoint, weights_only=False)
    task = next(task for task in all_tasks() if task.name == args.head)
    own = [d for i, folder in enumerate(args.own) for d in corpora.read_own(Path(folder), args.readout, Path(args.out).parent, f"own-{i}")]
    own = [document for document in own if not corpora.held_out(document)]
    task.prepare(own)
    head = task.heads()
    pieces = WordPieces(open(args.vocabulary, encoding="utf-8").read().splitlines())
    seen = seen_windows(own, encoder_of(state), pieces)
    print(len(own), "articles,", len(seen), "windows", flush=True)
    fit(task, head, seen, args)
    state["model"].update({f"heads.{args.head}.{name}": tensor for name, tensor in head.state_dict().items()})
    state["labels"][args.head] = task.labels
    torch.save(state, args.out)


if __name__ == "__main__":
    main()
