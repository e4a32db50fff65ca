"""The model file of the reader network, as engine/learn/network_file.h reads it.

A quantised matrix has one scale a row, that of the least squared error: from largest / 127 down to 0.7 of it, where the largest are cut.
weight = round(value / scale), halves to even.
"""
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tagger"))
import model_file

ALIGNMENT = 64


def quantise(matrix):
    """(int8 [rows, columns], f32 scale of each row). A row of zeros has scale 0."""
    matrix = np.asarray(matrix, np.float32)
    largest = np.abs(matrix).max(axis=1).astype(np.float32)
    scales, least = largest / np.float32(127), np.full(len(matrix), np.inf, np.float32)
    for share in np.linspace(1.0, 0.7, 13, dtype=np.float32):
        tried = largest * share / np.float32(127)
        error = ((rounded(matrix, tried) * tried[:, None] - matrix) ** 2).sum(axis=1)
        scales, least = np.where(error < least, tried, scales), np.minimum(error, least)
    return rounded(matrix, scales).astype(np.int8), scales.astype(np.float32)


def rounded(matrix, scales):
    divisors = np.where(scales > 0, scales, np.float32(1))
    return np.clip(np.rint(matrix / divisors[:, None]), -127, 127)


class Data:
    """The section `data`: arrays one behind the other."""

    def __init__(self): self.parts, self.size = [], 0

    def add(self, array):
        """Its offset."""
        offset, raw = self.size, np.ascontiguousarray(array).tobytes()
        self.parts.append(raw + b"\0" * (-len(raw) % ALIGNMENT))
        self.size += len(self.parts[-1])
        return offset


def write_model(path, info, vocab, labels, tensors, quantised):
    """info: {key: value}; vocab: pieces in order; labels: [(head, label)] in order of columns; tensors: {name: array of one or two dimensions};
    quantised: names of those that become int8. Returns the size of the file."""
    data, lines = Data(), []
    assert set(quantised) <= set(tensors), "a quantised tensor is missing"
    for name, array in tensors.items():
        array = np.atleast_2d(np.asarray(array, np.float32))
        assert array.ndim == 2 and array.size > 0 and np.isfinite(array).all(), name
        if name in quantised:
            whole, scales = quantise(array)
            place = f"{data.add(whole)}\t{data.add(scales)}"
        else:
            place = f"{data.add(array)}\t-1"
        lines.append(f"{name}\t{'i8' if name in quantised else 'f32'}\t{array.shape[0]}\t{array.shape[1]}\t{place}")
    for text in (*vocab, *(part for pair in labels for part in pair)): assert "\n" not in text and "\t" not in text, text
    sections = [("info", "".join(f"{key}\t{value}\n" for key, value in info.items()).encode()),
                ("vocab", "".join(piece + "\n" for piece in vocab).encode()),
                ("labels", "".join(f"{head}\t{label}\n" for head, label in labels).encode()),
                ("tensors", "".join(line + "\n" for line in lines).encode()),
                ("data", b"".join(data.parts))]
    return model_file.write(path, sections)


def read_model(path):
    """(info, vocab, labels, tensors): what write_model was given, quantised matrices multiplied by their scales."""
    import struct
    raw = Path(path).read_bytes()
    magic, version, count, size, checksum = struct.unpack_from("<8sIIQQ", raw)
    assert magic == b"ROMODEL\0" and version == 1 and size == len(raw) and checksum == model_file.checksum(raw[32:]), path
    sections = {}
    for i in range(count):
        name, offset, length = struct.unpack_from("<16sQQ", raw, 32 + 32 * i)
        sections[name.rstrip(b"\0").decode()] = raw[offset:offset + length]
    tensors = {}
    for line in sections["tensors"].decode().splitlines():
        name, kind, rows, columns, offset, scale_offset = line.split("\t")
        rows, columns, offset, scale_offset = int(rows), int(columns), int(offset), int(scale_offset)
        array = np.frombuffer(sections["data"], np.float32 if kind == "f32" else np.int8, rows * columns, offset)
        array = array.reshape(rows, columns).astype(np.float32)
        if kind == "i8": array = array * np.frombuffer(sections["data"], np.float32, rows, scale_offset)[:, None]
        tensors[name] = array
    info = dict(line.split("\t") for line in sections["info"].decode().splitlines())
    vocab = sections["vocab"].decode().split("\n")[:-1]
    labels = [tuple(line.split("\t")) for line in sections["labels"].decode().splitlines()]
    return info, vocab, labels, tensors
