#!/usr/bin/env python3
"""A checkpoint to go on from, out of a model file: its 8-bit weights times their scales. Heads that the file does not hold begin anew.

    training/reader/reopen.py models/reader.bin --out WORK/reader.pt
"""
import argparse
import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parent))
from export import LINEARS, RUNS, SIDE_BY_SIDE
from container import read_model

POSITIONS = 512  # of the encoder; the file holds those of a window


def state_of(layers, labels, tensors):
    """The reverse of export.tensors_of."""
    out = {}
    take = lambda name: torch.from_numpy(tensors[name].copy())

    def linear(target, name):
        out[target + ".weight"], out[target + ".bias"] = take(name + ".weight"), take(name + ".bias")[0]

    out["encoder.word.weight"] = take("emb.word")
    positions = take("emb.position")
    out["encoder.position.weight"] = torch.cat([positions, torch.zeros(POSITIONS - len(positions), positions.shape[1])])
    out["encoder.segment"], out["encoder.shape.weight"] = take("emb.type")[0], take("emb.shape")
    for part in ("weight", "bias"): out["encoder.norm." + part] = take("emb.norm." + part)[0]
    for i in range(layers):
        at = f"encoder.layers.{i}."
        for name in ("qkv", "out", "up", "down"): linear(at + name, f"{i}.{name}")
        for name in ("norm1", "norm2"):
            for part in ("weight", "bias"): out[at + name + "." + part] = take(f"{i}.{name}.{part}")[0]
    sizes = [len(labels[head]) for head in SIDE_BY_SIDE]
    for head, weight, bias in zip(SIDE_BY_SIDE, take("tags.weight").split(sizes), take("tags.bias")[0].split(sizes)):
        out[f"heads.{head}.weight"], out[f"heads.{head}.bias"] = weight, bias
    for head in RUNS: out[f"heads.{head}.transitions"] = take(head + ".moves")
    for part in ("weight", "bias", "transitions"): out["heads.silver_name." + part] = out["heads.name." + part].clone()
    for name, target in LINEARS.items():
        if name + ".weight" in tensors: linear("heads." + target, name)
    out["heads.trees.arc_u"], out["heads.trees.arc_bias"] = take("arc.weight").T.contiguous(), take("arc.bias")[0]
    linear("heads.trees.lab_out", "lab_out")
    for name, head in (("role", "roles"), ("ante", "antecedents")):
        out[f"heads.{head}.distance.weight"] = take(name + "_distance")
        linear(f"heads.{head}.out", name + "_out")
        out[f"heads.{head}.product.weight"] = take(name + "_product.weight")
    out["heads.roles.transitions"] = take("role.moves")
    linear("heads.acts.out", "act_out")
    if "quoted_out.weight" in tensors:
        linear("heads.quoted.keys", "quoted_keys")
        linear("heads.quoted.out", "quoted_out")
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    info, _, rows, tensors = read_model(args.model)
    labels = {}
    for head, label in rows: labels.setdefault(head, []).append(label)
    labels["silver_name"], labels["antecedents"] = list(labels["name"]), ["same"]
    layers = int(info["layers"])
    torch.save({"model": state_of(layers, labels, tensors), "labels": labels, "layers": layers, "step": int(info["steps"])}, args.out)


if __name__ == "__main__":
    main()
