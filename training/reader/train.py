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
import subprocess
import sys
import time
from pathlib import Path

os.environ.setdefault("MKL_ENABLE_INSTRUCTIONS", "AVX2")
import torch
import torch.distributed as distributed
import torch.nn.functional as F
from torch import nn

sys.path.insert(0, str(Path(__file__).parent))
import corpora
import distil
from network import Encoder, load_pretrained, words
from pieces import WordPieces
from swaps import Swaps
from tasks import all_tasks
from windows import Batch, batches, windows_of

# How often a corpus is seen in a run: times = repeats x passes.
CORPORA = {"gum": 1.0, "polnear": 0.6, "own": 2.5, "times": 0.1}


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
        for group in batches(picked[:300], 4096, generator):
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
    if args.fixed:
        for part in (model.encoder.word, model.encoder.norm, model.encoder.shape, *model.encoder.layers[: args.fixed]): part.requires_grad_(False)
    groups = [{"params": list(model.heads.parameters()), "lr": args.head_rate}]
    for i, layer in enumerate(model.encoder.layers):
        groups.append({"params": list(layer.parameters()), "lr": args.rate * 0.92 ** (n - 1 - i)})
    groups.append({"params": [model.encoder.word.weight, *model.encoder.norm.parameters()], "lr": args.rate * 0.92**n})
    groups.append({"params": list(model.encoder.shape.parameters()), "lr": args.head_rate})
    groups = [{**group, "params": [p for p in group["params"] if p.requires_grad], "base": group["lr"]} for group in groups]
    return [group for group in groups if group["params"]]


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


class Team:
    """The processes of a run, a thread each: two threads of one process wait for one another a third of the time. Each takes its share of the batches;
    gradients are the mean of theirs."""

    def __init__(self, size, rank, port):
        self.size, self.rank, self.buffer = size, rank, None
        distributed.init_process_group("gloo", init_method=f"tcp://127.0.0.1:{port}", rank=rank, world_size=size)

    def share(self, parameters, *told):
        """Makes the gradients of all processes their mean; returns the means of what each was told."""
        sizes = [p.numel() for p in parameters]
        if self.buffer is None: self.buffer = torch.zeros(sum(sizes) + len(told))
        pieces = self.buffer.split([*sizes, len(told)])
        for parameter, piece in zip(parameters, pieces):
            if parameter.grad is None: piece.zero_()
            else: piece.copy_(parameter.grad.reshape(-1))
        pieces[-1].copy_(torch.tensor(told))
        distributed.all_reduce(self.buffer)
        self.buffer /= self.size
        for parameter, piece in zip(parameters, pieces): parameter.grad = piece.view_as(parameter)
        return pieces[-1].tolist()


def save(path, **state):
    torch.save(state, str(path) + ".part")
    os.replace(str(path) + ".part", path)


def run_team(size):
    """Runs this command once a process; SIGTERM reaches all."""
    team = [subprocess.Popen([sys.executable, *sys.argv, "--rank", str(rank)], stdout=None if rank == 0 else subprocess.DEVNULL)
            for rank in range(size)]
    signal.signal(signal.SIGTERM, lambda *_: [process.terminate() for process in team])
    return max(abs(process.wait()) for process in team)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--own", nargs="*", default=[])
    parser.add_argument("--pretrained", required=True)
    parser.add_argument("--vocabulary", required=True)
    parser.add_argument("--silver-names", help="what silver_names.py wrote of PolNeAR's training texts")
    parser.add_argument("--readout", default="build/release/apps/readout")
    parser.add_argument("--out", required=True)
    parser.add_argument("--layers", type=int, default=12)
    parser.add_argument("--start", help="a checkpoint whose weights a new run begins with, instead of those of the pretrained encoder alone")
    parser.add_argument("--teacher", help="the checkpoint of a reader of more layers, that this one begins with a part of and learns from")
    parser.add_argument("--shares", nargs="*", default=[], metavar="CORPUS=TIMES", help="how often a corpus is seen in a pass, where it is not as CORPORA has it")
    parser.add_argument("--fixed", type=int, default=0, help="the first layers that do not learn, nor do the embeddings, in a run that goes on from another")
    parser.add_argument("--minutes", type=float, default=90)
    parser.add_argument("--pieces", type=int, default=1000, help="of a batch of one process")
    parser.add_argument("--rate", type=float, default=1.3e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--rank", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, default=29417, help="on loopback, over which the processes talk")
    args = parser.parse_args()
    if args.rank is None: sys.exit(run_team(args.processes))
    CORPORA.update((corpus, float(times)) for corpus, times in (share.split("=") for share in args.shares))
    torch.set_num_threads(1)
    torch.manual_seed(args.seed + args.rank)
    random.seed(args.seed + args.rank)
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

    torch.manual_seed(args.seed)
    model, teacher = Reader(args.layers, tasks), None
    load_pretrained(model.encoder, args.pretrained)
    if not args.teacher: add_vectors(documents["ewt"] + documents["gum"] + documents["polnear"][::4], model.encoder, pieces, generator)
    optimizer = torch.optim.AdamW(parameter_groups(model, args), weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    if args.teacher:
        taught = torch.load(args.teacher, weights_only=False)
        teacher = distil.Teacher(taught, args.layers)
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
    elif teacher:
        step_before = begin_with(model, {**taught, "model": distil.begun_from(taught, args.layers)}, labels)
        print("begins with layers of a teacher of step", step_before, flush=True)

    torch.manual_seed(args.seed + args.rank)
    team, parameters = Team(args.processes, args.rank, args.port), [p for p in model.parameters() if p.requires_grad]
    began = last_saved = last_print = time.time()
    spent_before, worked_before, seen, sums, stopped = spent, time.process_time(), 0, {}, 0.0
    stopping = []
    signal.signal(signal.SIGTERM, lambda *_: stopping.append(1))
    over = False
    while not over:
        groups = batches(epoch_windows(windows, treebank, swaps, pieces, generator), args.pieces, generator)
        for group in groups[args.rank : len(groups) // args.processes * args.processes : args.processes]:
            done = spent / (args.minutes * 60)
            over = done >= 1 or stopped > 0
            if over: break
            rate = min(1.0, step / 120) * (0.02 + 0.98 * (1 - done))
            for g in optimizer.param_groups: g["lr"] = g["base"] * rate
            batch = Batch(group, mask_piece=103, share=0.05, recase=0.12)
            states = model.encoder.states(batch, args.fixed)
            v = F.dropout(words(states[-1], batch), 0.15, training=True)
            total = 0.0
            if teacher:
                total = teacher.loss(states, batch)
                n, s = sums.get("teacher", (0, 0.0))
                sums["teacher"] = (n + 1, s + float(total.detach()))
            for task in tasks:
                loss = task.loss(model.heads[task.name], v, batch)
                if loss is None: continue
                total = total + loss
                n, s = sums.get(task.name, (0, 0.0))
                sums[task.name] = (n + 1, s + float(loss.detach()))
            optimizer.zero_grad(set_to_none=True)
            total.backward()
            spent, stopped = team.share(parameters, spent_before + time.process_time() - worked_before, float(bool(stopping)))
            nn.utils.clip_grad_norm_(parameters, 1.0)
            optimizer.step()
            step += 1
            seen += sum(len(w.ids) for w in group) * args.processes
            if args.rank: continue
            if time.time() - last_print > 60:
                line = " ".join(f"{name} {s / n:.3f}" for name, (n, s) in sums.items())
                print(f"step {step} {done:.1%} {seen / (time.time() - began):.0f} pieces/s | {line}", flush=True)
                last_print, sums = time.time(), {}
            if time.time() - last_saved > 420:
                save(checkpoint, model=model.state_dict(), optimizer=optimizer.state_dict(), step=step, spent=spent, labels=labels, layers=args.layers)
                last_saved = time.time()
        else:
            if args.rank == 0: print("pass over", f"{time.time() - began:.0f} s", flush=True)
    if args.rank == 0: save(checkpoint, model=model.state_dict(), optimizer=optimizer.state_dict(), step=step, spent=spent, labels=labels, layers=args.layers)


if __name__ == "__main__":
    main()
