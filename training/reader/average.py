#!/usr/bin/env python3
"""The mean of the weights of two checkpoints of one run and of another that goes on from it: it reads both kinds of text that either reads better
(Wortsman and others 2022, "Model soups").

    training/reader/average.py FIRST.pt SECOND.pt --share 0.5 --out MEAN.pt

--share: how much of the second. Labels must be the same; a head that the first lacks is the second's.
"""
import argparse
import sys

import torch


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first")
    parser.add_argument("second")
    parser.add_argument("--share", type=float, default=0.5)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    first, second = (torch.load(path, weights_only=False) for path in (args.first, args.second))
    for head, labels in first["labels"].items():
        if second["labels"].get(head) != labels: sys.exit(f"{args.second}: the head {head} has other labels")
    mean = dict(second["model"])
    for name, tensor in first["model"].items(): mean[name] = torch.lerp(tensor, mean[name], args.share)
    torch.save({key: second[key] for key in ("labels", "layers", "step")} | {"model": mean}, args.out)


if __name__ == "__main__":
    main()
