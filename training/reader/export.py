#!/usr/bin/env python3
"""A checkpoint into the model file that the program reads.

    training/reader/export.py --checkpoint WORK/reader.pt --vocabulary vocab.txt --out models/reader.bin [--drop N] [--version N]
"""
import argparse
import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parent))
from container import write_model
from network import FFN, HEADS, SHAPES, WIDTH, join_name_heads
from windows import WINDOW

# Heads whose columns lie side by side in one matrix, in this order. Lemmas, kinds of mentions and vectors of sentences are only learnt for what
# they teach the encoder.
SIDE_BY_SIDE = ["upos", "xpos", "feats", "sentence", "name", "time", "source", "cue", "content"]
RUNS = ["name", "time", "source", "cue", "content"]
LINEARS = {"arc_dep": "trees.arc_dep", "arc_head": "trees.arc_head", "lab_dep": "trees.lab_dep", "lab_head": "trees.lab_head",
           "role_left": "roles.left", "role_right": "roles.right", "ante_left": "antecedents.left", "ante_right": "antecedents.right",
           "act_hidden": "acts.hidden", "quoted_hidden": "quoted.hidden"}


def tensors_of(state, layers, labels):
    """({name: array}, names of the quantised ones)."""
    out, quantised = {}, set()

    def put(name, tensor, is_quantised=False):
        out[name] = tensor.detach().float().numpy()
        if is_quantised: quantised.add(name)

    def linear(name, source):
        put(name + ".weight", state[source + ".weight"], True)
        put(name + ".bias", state[source + ".bias"].unsqueeze(0))

    put("emb.word", state["encoder.word.weight"], True)
    put("emb.position", state["encoder.position.weight"][:WINDOW])
    put("emb.type", state["encoder.segment"].unsqueeze(0))
    put("emb.shape", state["encoder.shape.weight"])
    for part in ("weight", "bias"): put("emb.norm." + part, state["encoder.norm." + part].unsqueeze(0))
    for i in range(layers):
        at = f"encoder.layers.{i}."
        for name in ("qkv", "out", "up", "down"): linear(f"{i}.{name}", at + name)
        for name in ("norm1", "norm2"):
            for part in ("weight", "bias"): put(f"{i}.{name}.{part}", state[at + name + "." + part].unsqueeze(0))
    put("tags.weight", torch.cat([state[f"heads.{name}.weight"] for name in SIDE_BY_SIDE]), True)
    put("tags.bias", torch.cat([state[f"heads.{name}.bias"] for name in SIDE_BY_SIDE]).unsqueeze(0))
    for name, source in LINEARS.items(): linear(name, "heads." + source)
    put("arc.weight", state["heads.trees.arc_u"].T.contiguous(), True)
    put("arc.bias", state["heads.trees.arc_bias"].unsqueeze(0))
    put("lab_out.weight", state["heads.trees.lab_out.weight"])
    put("lab_out.bias", state["heads.trees.lab_out.bias"].unsqueeze(0))
    for name, head in (("role", "roles"), ("ante", "antecedents")):
        put(name + "_distance", state[f"heads.{head}.distance.weight"])
        put(name + "_out.weight", state[f"heads.{head}.out.weight"])
        put(name + "_out.bias", state[f"heads.{head}.out.bias"].unsqueeze(0))
        put(name + "_product.weight", state[f"heads.{head}.product.weight"])
    for name in RUNS: put(name + ".moves", state[f"heads.{name}.transitions"])
    put("role.moves", state["heads.roles.transitions"])
    for name, source in (("act_out", "acts.out"), ("quoted_keys", "quoted.keys"), ("quoted_out", "quoted.out")):
        put(name + ".weight", state[f"heads.{source}.weight"])
        put(name + ".bias", state[f"heads.{source}.bias"].unsqueeze(0))
    return out, quantised


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--vocabulary", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--drop", type=int, default=0, help="leave out the last N layers")
    parser.add_argument("--version", type=int, default=1)
    args = parser.parse_args()
    checkpoint = torch.load(args.checkpoint, weights_only=False)
    layers, labels = checkpoint["layers"] - args.drop, checkpoint["labels"]
    tensors, quantised = tensors_of(join_name_heads(checkpoint["model"], labels), layers, labels)
    info = {"version": args.version, "layers": layers, "width": WIDTH, "attention_heads": HEADS, "ffn": FFN, "window": WINDOW, "shapes": SHAPES,
            "steps": checkpoint["step"]}
    rows = [(head, label) for head in SIDE_BY_SIDE + ["trees", "roles", "acts", "quoted"] for label in labels[head]]
    vocabulary = open(args.vocabulary, encoding="utf-8").read().splitlines()
    write_model(args.out, info, vocabulary, rows, tensors, quantised)
    print(args.out, Path(args.out).stat().st_size, "bytes")


if __name__ == "__main__":
    main()
