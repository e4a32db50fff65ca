#!/usr/bin/env python3
"""Trains the reader network. One command, from the data sets and a pretrained encoder to a checkpoint that export.py makes the model file of.

    training/reader/train.py --data $READOUT_DATA --own FOLDER... --pretrained model.safetensors --vocabulary vocab.txt --out WORK

--own: folders of marked articles (reports.jsonl, statements.jsonl, dates.jsonl). --minutes bounds the run, in minutes of two cores however busy the
machine is: the learning rate falls to nothing when they are over. A run that was cut off goes on where its last checkpoint in WORK stands.
"""
import argparse
import json
import os
import random
import signal
import sys
import time
from pathlib import Path

os.environ.setdefault("MKL_ENABLE_INSTRUCTIONS", "AVX2")
import torch
import torch.nn.functional as F
from torch import nn

sys.path.insert(0, str(Path(__file__).parent))
import corpora
from network import Encoder, load_pretrained, words
from pieces import WordPieces
from swaps import Swaps
from tasks import all_tasks
from windows import Batch, batches, windows_of

# How often a corpus is seen in a run: times = repeats x passes.
CORPORA = {"gum": 1.0, "polnear": 1.0, "own": 1.3, "times": 0.1}

THREADS = 2


def read_corpora(args):
    """{corpus: documents} of the training parts."""
    data, work = Path(args.data), Path(args.out)
    ewt = corpora.read_treebank(data / "ud/en_ewt-ud-train.conllu")
    corpora.add_names(ewt, data / "uner/en_ewt-ud-train.iob2")
    gum = corpora.read_treebank(data / "ud/en_gum-ud-train.conllu", mentions=True)
    polnear = corpora.read_polnear(data / "polnear", args.readout, work, "train")
    if args.silver_names: corpora.add_silver_names(polnear, args.silver_names)
    own = []
    for i, folder in enumerate(args.own): own += corpora.read_own(Path(folder), args.readout, work, f"own-{i}")
    own = [document for document in own if not corpora.held_out(document)]
    return {"ewt": ewt, "gum": gum, "polnear": polnear, "own": own,
            "times": corpora.read_timeml(data / "timeml", args.readout, work)}


class Reader(nn.Module):
    def __init__(self, layers, tasks):
        super().__init__()
        self.encoder = Encoder(layers)
        self.heads = nn.ModuleDict({task.name: task.heads() for task in tasks})

    def word_vectors(self, batch):
        return words(self.encoder(batch), batch)


def add_vectors(documents, encoder, pieces, generator, most=9000):
    """The layer `vectors` of some sentences, from the pretrained encoder."""
    picked = [w for d in documents for w in windows_of(d, pieces)]
    generator.shuffle(picked)
    count = 0
    with torch.no_grad():
        for group in batches(picked[:900], 4096, generator):
            batch = Batch(group)
            v = words(encoder(batch), batch)
            for window, start in batch.places():
                cuts = sorted(s for s in window.document.sentences if window.first <= s < window.last) + [window.last]
                for a, b in zip(cuts, cuts[1:]):
                    if b - a < 4: continue
                    vector = v[start + a - window.first : start + b - window.first].mean(0)
                    window.document.layers.setdefault("vectors", {})[(a, b)] = F.normalize(vector, dim=0)
                    count += 1
            if count > most: return


def parameter_groups(model, args):
    for parameter in (model.encoder.position.weight, model.encoder.segment): parameter.requires_grad_(False)
    n = len(model.encoder.layers)
    groups = [{"params": list(model.heads.parameters()), "lr": args.head_rate}]
    for i, layer in enumerate(model.encoder.layers):
        groups.append({"params": list(layer.parameters()), "lr": args.rate * 0.92 ** (n - 1 - i)})
    groups.append({"params": [model.encoder.word.weight, *model.encoder.norm.parameters()], "lr": args.rate * 0.92**n})
    groups.append({"params": list(model.encoder.shape.parameters()), "lr": args.head_rate})
    for group in groups: group["base"] = group["lr"]
    return groups


def epoch_windows(windows, treebank, swaps, pieces, generator):
    """The windows of a pass; half the documents of the treebank that has names get others."""
    picked = [generator.random() < 0.5 for _ in treebank]
    out = [w for document, other in zip(treebank, picked) for w in windows_of(swaps.swapped(document, generator, 0.6) if other else document, pieces)]
    for corpus, items in windows.items():
        share = CORPORA[corpus]
        out += items * int(share)
        out += generator.sample(items, int(len(items) * (share - int(share))))
    return out


def begin_with(model, state, labels):
    """Takes the weights of a checkpoint, but for heads that had other labels. Returns its steps."""
    same = lambda name: not name.startswith("heads.") or state["labels"].get(name.split(".")[1]) == labels[name.split(".")[1]]
    here = model.state_dict()
    for name, tensor in state["model"].items():
        if same(name) and name in here and here[name].shape == tensor.shape: here[name].copy_(tensor)
    return state["step"]


def save(path, **state):
    torch.save(state, str(path) + ".part")
    os.replace(str(path) + ".part", path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--own", nargs="*", default=[])
    parser.add_argument("--pretrained", required=True)
    parser.add_argument("--vocabulary", required=True)
    parser.add_argument("--silver-names", help="what silver_names.py wrote of PolNeAR's training texts")
    parser.add_argument("--readout", default="build/release/apps/readout")
    parser.add_argument("--out", required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--start", help="a checkpoint whose weights a new run begins with, instead of those of the pretrained encoder alone")
    parser.add_argument("--minutes", type=float, default=90)
    parser.add_argument("--pieces", type=int, default=1800)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(THREADS)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    generator = random.Random(args.seed)
    Path(args.out).mkdir(parents=True, exist_ok=True)

    pieces = WordPieces(open(args.vocabulary, encoding="utf-8").read().splitlines())
    documents = read_corpora(args)
    tasks = all_tasks()
    everything = [d for ds in documents.values() for d in ds]
    for task in tasks: task.prepare(everything)
    windows = {corpus: [w for d in ds for w in windows_of(d, pieces)] for corpus, ds in documents.items() if corpus in CORPORA}
    treebank, swaps = documents["ewt"], Swaps(everything)
    for corpus, items in windows.items():
        print(corpus, len(documents[corpus]), "documents", len(items), "windows", sum(len(w.ids) for w in items), "pieces", flush=True)

    model = Reader(args.layers, tasks)
    load_pretrained(model.encoder, args.pretrained)
    add_vectors(documents["ewt"] + documents["gum"] + documents["polnear"][::4], model.encoder, pieces, generator)
    optimizer = torch.optim.AdamW(parameter_groups(model, args), weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    checkpoint, step, spent = Path(args.out) / "reader.pt", 0, 0.0
    labels = {task.name: task.labels for task in tasks}
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=False)
        if state["labels"] != labels: sys.exit(f"{checkpoint}: was trained on other labels; remove it to begin anew")
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        step, spent = state["step"], state["spent"]
        generator.seed(args.seed + step)
        print("goes on at step", step, flush=True)
    elif args.start:
        step_before = begin_with(model, torch.load(args.start, weights_only=False), labels)
        print("begins with the weights of step", step_before, flush=True)

    began = last_saved = last_print = time.time()
    spent_before, worked_before, seen, sums = spent, time.process_time(), 0, {}
    stopping = []
    signal.signal(signal.SIGTERM, lambda *_: stopping.append(1))
    while spent < args.minutes * 60 and not stopping:
        for group in batches(epoch_windows(windows, treebank, swaps, pieces, generator), args.pieces, generator):
            spent = spent_before + (time.process_time() - worked_before) / THREADS
            done = spent / (args.minutes * 60)
            if done >= 1 or stopping: break
            rate = min(1.0, step / 150) * (0.02 + 0.98 * (1 - done))
            for g in optimizer.param_groups: g["lr"] = g["base"] * rate
            batch = Batch(group, mask_piece=103, share=0.05, recase=0.12)
            v = F.dropout(model.word_vectors(batch), 0.15, training=True)
            total = 0.0
            for task in tasks:
                loss = task.loss(model.heads[task.name], v, batch)
                if loss is None: continue
                total = total + loss
                n, s = sums.get(task.name, (0, 0.0))
                sums[task.name] = (n + 1, s + float(loss.detach()))
            optimizer.zero_grad(set_to_none=True)
            total.backward()
            nn.utils.clip_grad_norm_([p for p in model.parameters() if p.requires_grad], 1.0)
            optimizer.step()
            step += 1
            seen += sum(len(w.ids) for w in group)
            if time.time() - last_print > 60:
                line = " ".join(f"{name} {s / n:.3f}" for name, (n, s) in sums.items())
                print(f"step {step} {done:.1%} {seen / (time.time() - began):.0f} pieces/s | {line}", flush=True)
                last_print, sums = time.time(), {}
            if time.time() - last_saved > 600:
                save(checkpoint, model=model.state_dict(), optimizer=optimizer.state_dict(), step=step, spent=spent, labels=labels, layers=args.layers)
                last_saved = time.time()
        else:
            print("pass over", f"{time.time() - began:.0f} s", flush=True)
    save(checkpoint, model=model.state_dict(), optimizer=optimizer.state_dict(), step=step, spent=spent, labels=labels, layers=args.layers)


if __name__ == "__main__":
    main()
