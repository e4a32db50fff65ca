#!/usr/bin/env python3
"""The encoder of the reader network in plain float32: what engine/learn/encoder.h is held against.

    training/reader/reference.py MODEL WINDOWS ROWS

WINDOWS holds a window a line, numbers of pieces with their shapes: "101/255 2054/1 102/255" (255: no shape). ROWS holds what the C++ encoder gave
for them: float32, a row a piece. Prints how far the rows lie from those computed here.
"""
import math
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))
from container import read_model

NO_SHAPE = 255
ERF = np.frompyfunc(math.erf, 1, 1)


def layer_norm(x, weight, bias):
    centred = x - x.mean(axis=1, keepdims=True)
    return centred / np.sqrt((centred ** 2).mean(axis=1, keepdims=True) + 1e-12) * weight + bias


def gelu(x): return x * 0.5 * (1 + ERF(x / math.sqrt(2)).astype(np.float32))


class Encoder:
    def __init__(self, info, tensors):
        self.layers, self.heads = int(info["layers"]), int(info["attention_heads"])
        self.tensors = tensors

    def linear(self, name, x): return x @ self.tensors[name + ".weight"].T + self.tensors[name + ".bias"]

    def norm(self, name, x): return layer_norm(x, self.tensors[name + ".weight"], self.tensors[name + ".bias"])

    def attend(self, qkv):
        n, width = len(qkv), qkv.shape[1] // 3
        q, k, v = (part.reshape(n, self.heads, -1).transpose(1, 0, 2) for part in np.split(qkv, 3, axis=1))
        scores = q @ k.transpose(0, 2, 1) / np.float32(math.sqrt(width // self.heads))
        weights = np.exp(scores - scores.max(axis=2, keepdims=True))
        weights /= weights.sum(axis=2, keepdims=True)
        return (weights @ v).transpose(1, 0, 2).reshape(n, width)

    def encode(self, pieces, shapes):
        """Rows of the last layer, one a piece."""
        t = self.tensors
        x = t["emb.word"][pieces] + t["emb.position"][:len(pieces)] + t["emb.type"]
        for i, shape in enumerate(shapes):
            if shape != NO_SHAPE: x[i] += t["emb.shape"][shape]
        x = self.norm("emb.norm", x)
        for i in range(self.layers):
            x = self.norm(f"{i}.norm1", x + self.linear(f"{i}.out", self.attend(self.linear(f"{i}.qkv", x))))
            x = self.norm(f"{i}.norm2", x + self.linear(f"{i}.down", gelu(self.linear(f"{i}.up", x))))
        return x


def main():
    model, windows, rows = sys.argv[1:]
    info, _, _, tensors = read_model(model)
    encoder = Encoder(info, tensors)
    got = np.fromfile(rows, np.float32).reshape(-1, int(info["width"]))
    at, cosines, errors = 0, [], []
    for line in open(windows):
        pairs = [tuple(map(int, pair.split("/"))) for pair in line.split()]
        expected = encoder.encode([piece for piece, _ in pairs], [shape for _, shape in pairs])
        part = got[at:at + len(pairs)]
        at += len(pairs)
        cosines.append((expected * part).sum(1) / np.linalg.norm(expected, axis=1) / np.linalg.norm(part, axis=1))
        errors.append(np.linalg.norm(expected - part, axis=1) / np.linalg.norm(expected, axis=1))
    assert at == len(got), "the rows are of other windows"
    cosines, errors = np.concatenate(cosines), np.concatenate(errors)
    print(f"{len(cosines)} pieces: 1 - cosine mean {1 - cosines.mean():.6f} worst {1 - cosines.min():.6f}, "
          f"relative error mean {errors.mean():.4f} worst {errors.max():.4f}")


if __name__ == "__main__":
    main()
